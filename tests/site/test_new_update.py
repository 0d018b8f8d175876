"""`briefgen new --update`: what people left alone is renewed, what they changed is theirs, and nothing else is touched."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.errors import SettingsError
from briefgen.files.atomic import write_whole
from briefgen.model.settings import Settings
from briefgen.starting.manifest import MANIFEST, decoded, encoded, fingerprint
from briefgen.starting.origin import Origin
from briefgen.starting.start import new_site
from briefgen.starting.update import newest_pins, update_site
from briefgen.starting.wishes import Wishes
from briefgen.version import VERSION
from tests.site.living import tree

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOW = ".github/workflows/briefings.yml"
LOCK = "requirements.txt"
OLD = Origin(requirement="briefgen==0.0.1\n")
NEW = Origin(requirement=f"briefgen=={VERSION}\n")
WISHES = Wishes(name="Desk", example=False)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as an older briefgen left it: its lock, its workflow and its README were others, and it named itself."""
    folder = tmp_path_factory.mktemp("begun") / "desk"
    new_site(folder, WISHES, origin=OLD)
    manifest = decoded((folder / MANIFEST).read_bytes())
    for path in (LOCK, WORKFLOW, "README.md", "briefgen.txt"):
        (folder / path).write_bytes(b"# older\n" + (folder / path).read_bytes())
    marks = {path: fingerprint(path, (folder / path).read_bytes()) for path in manifest.files}
    (folder / MANIFEST).write_bytes(encoded(replace(manifest, version="0.0.1", files=marks)))
    return folder


@pytest.fixture
def desk(begun: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    shutil.copytree(begun, tmp_path / "desk")
    return tmp_path / "desk"


def updated(desk: Path, origin: Origin = NEW) -> dict[str, str]:
    """Update a site; give what became of each file."""
    return {step.path: step.fate for step in update_site(desk, Settings(), origin=origin).steps}


def changed(fates: dict[str, str]) -> dict[str, str]:
    """Give what is not as it was."""
    return {path: fate for path, fate in fates.items() if fate != "unchanged"}


def command(*arguments: str, status: int = 0) -> str:
    """Run `briefgen new` and give all that it says."""
    result = CliRunner().invoke(main, ["new", *arguments])
    assert result.exit_code == status, result.output + repr(result.exception)
    return result.output


def test_what_nobody_changed_is_renewed(desk: Path, tmp_path: Path) -> None:
    """The site is then, byte for byte, what this version begins; doing it again finds nothing to do."""
    assert changed(updated(desk)) == dict.fromkeys((LOCK, WORKFLOW, "README.md", "briefgen.txt"), "written")
    new_site(tmp_path / "fresh", WISHES, origin=NEW)
    assert tree(desk) == tree(tmp_path / "fresh")
    assert changed(updated(desk)) == {}
    assert tree(desk) == tree(tmp_path / "fresh")


def test_what_somebody_changed_stays_and_the_new_lies_beside(desk: Path, tmp_path: Path) -> None:
    """Where both changed it. Once the person has looked at it and deleted it, it does not come back."""
    (desk / LOCK).write_bytes(b"mine\n")
    assert updated(desk)[LOCK] == "beside"
    new_site(tmp_path / "fresh", WISHES, origin=NEW)
    assert (desk / LOCK).read_bytes() == b"mine\n"
    assert (desk / f"{LOCK}.new").read_bytes() == (tmp_path / "fresh" / LOCK).read_bytes()
    assert updated(desk)[LOCK] == "beside"
    (desk / f"{LOCK}.new").unlink()
    assert updated(desk)[LOCK] == "yours"
    assert not (desk / f"{LOCK}.new").exists()


def test_what_somebody_took_over_counts_as_left_alone(desk: Path) -> None:
    """The new file put in the place of the old one is renewed by the next update without a question."""
    (desk / LOCK).write_bytes(b"mine\n")
    updated(desk)
    (desk / f"{LOCK}.new").replace(desk / LOCK)
    assert updated(desk)[LOCK] == "unchanged"


def test_what_briefgen_has_nothing_new_for_is_not_spoken_of(desk: Path) -> None:
    """Settings are changed in every site; as long as a new site's are what they were, there is nothing to choose."""
    config = desk / "mkdocs.yml"
    mine = config.read_bytes().replace(b'"Desk"', b'"Harbour Desk"')
    config.write_bytes(mine)
    assert updated(desk)["mkdocs.yml"] == "yours"
    assert config.read_bytes() == mine


def test_what_somebody_deleted_stays_deleted(desk: Path) -> None:
    """Also by the update after that; what is new in this version is written."""
    shutil.rmtree(desk / ".vscode")
    manifest = decoded((desk / MANIFEST).read_bytes())
    (desk / ".pages.yml").unlink()
    older = {path: mark for path, mark in manifest.files.items() if path != ".pages.yml"}
    (desk / MANIFEST).write_bytes(encoded(replace(manifest, files=older)))
    for _ in range(2):
        fates = updated(desk)
        assert not (desk / ".vscode").exists()
        assert fates[".vscode/tasks.json"] == "deleted"
    assert (desk / ".pages.yml").is_file()


def test_articles_and_content_are_never_touched(desk: Path) -> None:
    """Whatever they are, and be they deleted: no file there is one of the update's."""
    (desk / "content/about.md").write_bytes(b"mine\n")
    (desk / "seeds/.gitkeep").unlink()
    fates = updated(desk)
    assert not [path for path in fates if path.startswith(("content/", "seeds/"))]
    assert (desk / "content/about.md").read_bytes() == b"mine\n"
    assert not any((desk / "seeds").iterdir())


def test_a_file_of_ones_own_is_never_in_the_way(desk: Path) -> None:
    """Where a person's file has the name that the new one would get, both stay, and the next update tries again."""
    (desk / LOCK).write_bytes(b"mine\n")
    (desk / f"{LOCK}.new").write_bytes(b"mine, too\n")
    for _ in range(2):
        assert updated(desk)[LOCK] == "blocked"
        assert (desk / LOCK).read_bytes() == b"mine\n"
        assert (desk / f"{LOCK}.new").read_bytes() == b"mine, too\n"


def test_line_ends_are_no_change(desk: Path) -> None:
    """As git writes them on Windows: such a file was left alone."""
    for path in ("README.md", ".gitignore"):
        (desk / path).write_bytes((desk / path).read_bytes().replace(b"\n", b"\r\n"))
    assert {path: updated(desk)[path] for path in ("README.md", ".gitignore")} == {
        "README.md": "written",
        ".gitignore": "unchanged",
    }


def test_a_newer_action_is_kept(desk: Path) -> None:
    """Dependabot has moved one: the workflow counts as left alone, is renewed, and keeps the newer commit."""
    text = (desk / WORKFLOW).read_text(encoding="utf-8")
    newer = f"actions/checkout@{'a' * 40} # v99.0"
    older = f"actions/setup-python@{'b' * 40} # v1.2.3"
    lines = [
        line[: line.index("actions/")] + (newer if "checkout@" in line else older if "setup-python@" in line else "")
        if "checkout@" in line or "setup-python@" in line
        else line
        for line in text.splitlines(keepends=False)
    ]
    (desk / WORKFLOW).write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert updated(desk)[WORKFLOW] == "written"
    now = (desk / WORKFLOW).read_text(encoding="utf-8")
    assert newer in now
    assert older not in now
    assert "# older" not in now
    assert updated(desk)[WORKFLOW] == "unchanged"


def test_an_action_without_a_version_counts_as_older() -> None:
    """A commit that nobody says the version of is replaced; an action that only one of them uses stays."""
    new = b"      - uses: actions/checkout@%b # v2\n      - uses: actions/b@%b # v1\n" % (b"1" * 40, b"2" * 40)
    there = b"      - uses: actions/checkout@%b\n      - uses: actions/c@%b # v3\n" % (b"3" * 40, b"4" * 40)
    assert newest_pins(new, there) == new


def test_a_version_of_the_site_is_not_looked_for_elsewhere(desk: Path) -> None:
    """Installed from the site's own wheel, briefgen may seem to come from an index: `briefgen.txt` then stays as it is."""
    pinned = f"./wheels/briefgen-{VERSION}-py3-none-any.whl --hash=sha256:{'a' * 64}\n"
    (desk / "briefgen.txt").write_text(pinned, encoding="utf-8")
    assert "briefgen.txt" not in updated(desk)
    assert (desk / "briefgen.txt").read_text(encoding="utf-8") == pinned
    wheel = (f"briefgen-{VERSION}-py3-none-any.whl", b"another")
    other = Origin(requirement="./wheels/another\n", wheel=wheel)
    fates = updated(desk, other)
    assert fates["briefgen.txt"] == "beside"
    assert fates[f"wheels/{wheel[0]}"] == "written"


def test_a_schema_has_the_fields_of_the_site(desk: Path) -> None:
    """What editors' programs complete by is made from the site's settings, not from those of a new one."""
    (desk / "mkdocs.yml").write_text(
        "site_name: Desk\ndocs_dir: content\nplugins:\n  - briefgen:\n      fields:\n        region: {label: Region}\n"
    )
    said = command("--update", str(desk), status=0)
    assert "schemas/briefing.schema.json" in said
    assert "region" in json.loads((desk / "schemas/briefing.schema.json").read_text("utf-8"))["properties"]


def test_the_command_says_what_was_done_and_what_is_next(desk: Path) -> None:
    """Renewed files and those with something new beside them, each with its path; then nothing any more."""
    (desk / "README.md").write_bytes(b"mine\n")
    said = command("--update", str(desk), status=1)
    assert f"The files of {desk}, by briefgen {VERSION} (it was 0.0.1):\n" in said
    assert f"  {LOCK} " in said
    assert "  README.md " in said
    assert "yours stays" in said
    assert "pip install --require-hashes -r requirements.txt" in said
    (desk / "README.md.new").unlink()
    assert command("--update", str(desk)).startswith(f"Nothing to renew in {desk}: ")


def test_every_command_tells_of_an_older_site(desk: Path) -> None:
    """Beside what it has to say, so that nothing that reads its answer stumbles; after the update no more."""

    def told() -> str:
        checked = CliRunner().invoke(main, ["-f", str(desk / "mkdocs.yml"), "check", "--format", "json"])
        assert json.loads(checked.stdout)["problems"] == []
        return checked.stderr

    assert told().splitlines() == [
        f"This site is made with what briefgen 0.0.1 wrote, this is {VERSION}: `briefgen new --update .` renews it."
    ]
    assert "0.0.1 wrote" not in command("--update", str(desk))
    assert told() == ""
    (desk / MANIFEST).write_text("{", encoding="utf-8")
    assert told() == ""


@pytest.mark.parametrize("option", ["--name=X", "--url=https://x.example/", "--language=de", "--no-example"])
def test_an_update_takes_no_wishes(option: str, desk: Path) -> None:
    """What the site is to be was said when it was begun: the call is wrong, and nothing is written."""
    before = tree(desk)
    said = command("--update", option, str(desk), status=2)
    assert f"--update goes without {option.partition('=')[0]}" in said
    assert tree(desk) == before


def _manifest(desk: Path, **values: object) -> None:
    told = json.loads((desk / MANIFEST).read_bytes())
    (desk / MANIFEST).write_text(json.dumps(told | values), encoding="utf-8")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"files": {LOCK: "x"}}, "expected what `briefgen new` wrote"),
        ({"files": []}, "expected what `briefgen new` wrote"),
        ({"language": "../x"}, "expected what `briefgen new` wrote"),
        ({"name": None}, "expected what `briefgen new` wrote"),
        ({"drafted": 1}, "expected what `briefgen new` wrote"),
        ({"drafted": ["a"]}, "expected what `briefgen new` wrote"),
        ({"name": "\ud800"}, "expected what `briefgen new` wrote"),
        ({"files": {"\ud800": "0" * 64}}, "expected what `briefgen new` wrote"),
        ({"briefgen": "99.1"}, "found one of 99.1"),
        ({"briefgen": "9" * 5000}, "found one of 999"),
    ],
)
def test_a_list_that_cannot_be_relied_on_is_refused(values: dict[str, object], said: str, desk: Path) -> None:
    """Somebody edited it, or a newer briefgen wrote it: nothing is replaced."""
    _manifest(desk, **values)
    before = tree(desk)
    with pytest.raises(SettingsError, match=said):
        updated(desk)
    assert tree(desk) == before


def test_a_site_that_was_begun_otherwise_is_refused(desk: Path) -> None:
    """Without the list nobody knows whose a file is; the message says what to do."""
    (desk / MANIFEST).unlink()
    said = command("--update", str(desk), status=2)
    assert MANIFEST in said
    assert "take it back from git" in said
    assert "no such file" in command("--update", str(desk.parent), status=2)


@pytest.mark.parametrize("folder", ["", "x" * 5000])
def test_what_is_no_folder_is_refused(folder: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a script's unset variable gives it: not the folder that one is in."""
    monkeypatch.chdir(desk)
    (desk / LOCK).write_bytes(b"older")
    before = tree(desk)
    assert "expected" in command("--update", folder, status=2)
    assert tree(desk) == before


def test_links_are_not_followed(desk: Path, tmp_path: Path) -> None:
    """In the place of a file, or of a folder above it: all are named, and nothing is written anywhere."""
    (tmp_path / "outside").write_bytes(b"mine\n")
    (desk / LOCK).unlink()
    (desk / LOCK).symlink_to(tmp_path / "outside")
    shutil.rmtree(desk / ".vscode")
    (desk / ".vscode").symlink_to(tmp_path)
    (desk / ".gitignore").unlink()
    (desk / ".gitignore").symlink_to("README.md")
    before = {path: data for path, data in tree(desk).items() if path != LOCK}
    with pytest.raises(SettingsError) as raised:
        updated(desk)
    assert f"'{LOCK}': expected a path below {desk}, found a symbolic link" in str(raised.value)
    assert f"{desk / '.gitignore'}: expected a plain file" in str(raised.value)
    assert ".vscode/tasks.json" in str(raised.value)
    assert (tmp_path / "outside").read_bytes() == b"mine\n"
    assert {path: data for path, data in tree(desk).items() if path != LOCK} == before


def test_an_update_that_was_cut_short_is_ended_by_the_next(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written before the disk refused counts as left alone, although the list does not have it yet."""
    calls: list[Path] = []

    def full(path: Path, text: str | bytes) -> bool:
        calls.append(path)
        if len(calls) == 3:
            raise SettingsError("the disk is full")
        return write_whole(path, text)

    monkeypatch.setattr("briefgen.starting.update.write_whole", full)
    with pytest.raises(SettingsError):
        updated(desk)
    monkeypatch.undo()
    assert set(changed(updated(desk)).values()) == {"written"}
    assert changed(updated(desk)) == {}
