"""`briefgen new`: the site that it writes is whole, builds strictly, is proved, and is the same every time."""

from __future__ import annotations

import json
import re
import shutil
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.files.briefings import load_briefing
from briefgen.model.settings import Settings
from tests.site.building import Built, build
from tests.site.living import tree
from tests.site.test_live_server import served

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(__file__).parents[2]
ID = "lindhaven-puts-off-its-harbour-truck-charge-until-october"
ALWAYS = {
    ".briefgen.json",
    ".gitattributes",
    ".gitignore",
    ".pages.yml",
    ".vscode/briefgen.code-snippets",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    ".vscode/tasks.json",
    "README.md",
    "briefgen.txt",
    "content/about.md",
    "frontmatter.json",
    "mkdocs.yml",
    "requirements.txt",
    "schemas/actors.schema.json",
    "schemas/briefing.schema.json",
}
EXAMPLE = {"seeds/example-truck-charge.md", f"content/briefings/{ID}.md", f"content/.drafts/{ID}.json"}
WORKFLOW = {".github/dependabot.yml", ".github/workflows/briefings.yml", ".github/workflows/daily.yml"}


def new(*arguments: str, status: int = 0) -> Result:
    """Run `briefgen new`."""
    result = CliRunner().invoke(main, ["new", *arguments])
    assert result.exit_code == status, result.output + repr(result.exception)
    return result


def written(folder: Path) -> dict[str, bytes]:
    """Give the files of a new site, but for what a build keeps and the wheel of an installation that came from one."""
    return {path: data for path, data in tree(folder).items() if not path.startswith((".cache/", "wheels/"))}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, with an example, in a folder whose name has a space and an umlaut."""
    folder = tmp_path_factory.mktemp("a desk") / "höfe-und häfen"
    new(str(folder))
    return folder


@pytest.fixture(scope="module")
def built(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same, built strictly."""
    return build(desk / "mkdocs.yml", tmp_path_factory.mktemp("built"), "--strict")


def test_everything_a_site_needs_is_written(desk: Path) -> None:
    """Settings, example, briefing, workflow, editors' settings and what it installs from; nothing else."""
    assert set(written(desk)) == ALWAYS | EXAMPLE | WORKFLOW


def test_the_example_and_the_workflow_can_be_left_out(tmp_path: Path) -> None:
    """What is left then builds strictly as well, and its folder of articles is kept by git."""
    new(str(tmp_path / "bare"), "--no-example", "--no-workflow")
    assert set(written(tmp_path / "bare")) == ALWAYS | {"seeds/.gitkeep"}
    readme = (tmp_path / "bare" / "README.md").read_text(encoding="utf-8")
    assert "GitHub Pages" not in readme
    assert "is invented" not in readme
    built = build(tmp_path / "bare" / "mkdocs.yml", tmp_path / "built", "--strict")
    assert built.status == 0, built.output
    assert "WARNING" not in built.output


def test_it_builds_strictly_as_it_is(built: Built) -> None:
    """Without any other step there is a site with the example's briefing, under the name of its folder."""
    assert built.status == 0, built.output
    assert "WARNING" not in built.output
    home = built.text("index.html")
    assert "Höfe und häfen" in home
    assert f"briefings/{ID}/" in home
    assert "soot in the districts" in built.text(f"briefings/{ID}/index.html")
    assert "How a briefing is made" in built.text("about/index.html")


def test_the_example_is_proved(desk: Path) -> None:
    """The check finds nothing at all, and what the machine drafted is what there is to draft."""
    checked = CliRunner().invoke(main, ["-f", str(desk / "mkdocs.yml"), "check", "--strict", "--format", "json"])
    assert checked.exit_code == 0, checked.output
    assert json.loads(checked.stdout)["problems"] == []
    drafted = CliRunner().invoke(main, ["-f", str(desk / "mkdocs.yml"), "draft"])
    assert "nothing was written" in drafted.output


def test_the_example_shows_what_a_briefing_is(desk: Path) -> None:
    """A short article with a quote, something open and something ahead gives a briefing that has all of it."""
    article = (desk / "seeds/example-truck-charge.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    assert 200 <= len(article.split()) <= 350
    file = load_briefing(desk, Settings(), ID)
    assert file is not None
    briefing = file.briefing
    assert len(briefing.takeaways) >= 3
    assert {one.kind for one in briefing.takeaways} >= {"reported", "claim", "forecast"}
    assert len(briefing.actors) >= 5
    assert any("“" in (one.position or "") for one in briefing.actors)
    assert any(one.text == "Will firms with fewer than five trucks have to pay?" for one in briefing.open_questions)
    assert all(one.end for one in briefing.watch)
    assert max(str(one.end) for one in briefing.watch) >= "2030"


def test_editors_settings_are_those_of_schema(desk: Path) -> None:
    """`briefgen schema --write` finds nothing to add or to change."""
    before = written(desk)
    result = CliRunner().invoke(main, ["-f", str(desk / "mkdocs.yml"), "schema", "--write"])
    assert result.exit_code == 0, result.output
    assert {line.rpartition(": ")[2] for line in result.stdout.splitlines()} == {"as it should be"}
    assert written(desk) == before


def test_the_same_call_writes_the_same_bytes(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere, at another hour and in another time zone, nothing differs: no path and no day gets in."""
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    monkeypatch.chdir(tmp_path)
    new("höfe-und häfen")
    assert written(tmp_path / "höfe-und häfen") == written(desk)


def test_nothing_of_this_machine_is_in_it(desk: Path) -> None:
    """No path, no name of the machine, no index of packages."""
    hosts = {"localhost", "github.com"}
    own = {str(desk.parent), str(ROOT), str(Path.home()), socket.gethostname()} - hosts - {"/"}
    for path, data in written(desk).items():
        text = data.decode("utf-8")
        assert not [one for one in own if one in text], path
        assert not re.search(r"(?m)^\s*(-i|--(extra-)?index-url|--trusted-host)\b", text), path


def test_what_it_installs_from_is_hashed(desk: Path) -> None:
    """Every package of the lock has its version and a hash, and briefgen is named in its own file alone."""
    lock = (desk / "requirements.txt").read_text(encoding="utf-8")
    assert lock.endswith((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    packages = re.findall(r"(?m)^([A-Za-z0-9][^\s=]*)==", lock)
    blocks = re.split(r"(?m)^(?=[A-Za-z0-9])", lock)[1:]
    assert len(packages) == len(blocks) > 50
    assert all("--hash=sha256:" in block for block in blocks)
    assert "briefgen" not in packages
    assert re.search(
        r"(?m)^(briefgen( @ |==)|\./wheels/briefgen-)", (desk / "briefgen.txt").read_text(encoding="utf-8")
    )


def test_the_readme_and_the_workflow_install_alike(desk: Path) -> None:
    """The two commands stand in both, word for word, and git is told what it must not change."""
    commands = (
        "python -m pip install --require-hashes -r requirements.txt",
        "python -m pip install --no-deps --no-build-isolation -r briefgen.txt",
    )
    readme = (desk / "README.md").read_text(encoding="utf-8")
    workflow = (desk / ".github/workflows/briefings.yml").read_text(encoding="utf-8")
    for command in commands:
        assert command in readme
        assert command in workflow
    for path in EXAMPLE:
        assert f"`{path}`" in readme
    assert "seeds/** -text" in (desk / ".gitattributes").read_text(encoding="utf-8")


def test_the_readmes_commands_do_what_it_says(
    desk: Path, built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each line for a shell: those that need no network are run in the site, and end well; of the others all are known."""
    shutil.copytree(desk, tmp_path / "desk")
    shutil.copytree(built.site, tmp_path / "desk" / "site")
    monkeypatch.chdir(tmp_path / "desk")
    blocks = re.findall(r"(?ms)^```sh\n(.*?)^```$", (desk / "README.md").read_text(encoding="utf-8"))
    lines = [line for block in blocks for line in block.splitlines()]
    own = [line for line in lines if line.startswith("briefgen ")]
    assert own == ["briefgen check", "briefgen verify-site site", "briefgen new --update ."]
    for line in own:
        result = CliRunner().invoke(main, line.split()[1:])
        assert result.exit_code == 0, result.output
    assert (
        [line for line in lines if line not in own]
        == [
            "python3 -m venv .venv",
            "source .venv/bin/activate",
            "python -m pip install --require-hashes -r requirements.txt",  # `tests/site/test_workflow_runs.py` runs these two
            "python -m pip install --no-deps --no-build-isolation -r briefgen.txt",
            "sudo apt update",
            "sudo apt install git python3-venv",
            "mkdocs serve",  # as the last test here does
            "mkdocs build --strict",  # as `built` has done
            "git diff",
        ]
    )


def test_it_says_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The steps can be copied, whatever the folder is called; none into the folder where one is already."""
    monkeypatch.chdir(tmp_path)
    said = new("--no-example", "--", "-it's mine").stdout
    assert "  cd -- '-it'\"'\"'s mine'\n" in said
    assert "  mkdocs serve " in said
    assert "example" not in said
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    said = new("--no-example", ".").stdout
    assert "  cd " not in said
    assert 'site_name: "Here"\n' in (tmp_path / "here/mkdocs.yml").read_text(encoding="utf-8")


def test_another_repository_around_it_is_told(tmp_path: Path) -> None:
    """GitHub would never run the workflow of a site that lies deep in a repository."""
    (tmp_path / ".git").mkdir()
    assert str(tmp_path) in new("--no-example", str(tmp_path / "deep" / "site")).stdout.partition("git repository")[2]
    assert "git repository" not in new("--no-example", "--no-workflow", str(tmp_path / "other")).stdout


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", ("Startseite", "Akteure", "Über diese Seiten")), ("fr", ("Accueil", "Acteurs", "À propos de ce site"))],
)
def test_the_interface_speaks_another_language(language: str, words: tuple[str, ...], tmp_path: Path) -> None:
    """Navigation, description and the page about the site; and it builds strictly."""
    new("--no-example", "--language", language, str(tmp_path / "site"))
    built = build(tmp_path / "site/mkdocs.yml", tmp_path / "built", "--strict")
    assert built.status == 0, built.output
    about = built.text("about/index.html")
    assert f'<html lang="{language}"' in about
    for word in words:
        assert word in about


def test_its_address_is_taken_from_the_call_or_from_the_workflow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Feeds have the address that was given, else the one that the workflow sets, else none."""
    monkeypatch.delenv("SITE_URL", raising=False)
    new("--no-example", "--url", "https://desk.example/briefings", str(tmp_path / "told"))
    new("--no-example", str(tmp_path / "open"))

    def addresses(site: str) -> bool:
        built = build(tmp_path / site / "mkdocs.yml", tmp_path / f"built-{site}", "--strict")
        assert built.status == 0, built.output
        return "https://desk.example/briefings/" in built.text("feed.json")

    assert addresses("told")
    assert not addresses("open")
    monkeypatch.setenv("SITE_URL", "https://desk.example/briefings/")
    assert addresses("open")


def test_mkdocs_serves_it_at_once(desk: Path) -> None:
    """The preview answers with the example's briefing, which it has not had to draft."""
    before = written(desk)
    with served(desk, desk / "mkdocs.yml") as server:
        assert f"briefings/{ID}/" in server.get("")[1]
        assert server.get(f"briefings/{ID}/")[0] == 200
    assert written(desk) == before
