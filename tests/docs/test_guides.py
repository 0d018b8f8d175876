"""The guides say what is so: their examples are proved, their commands are run."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import subprocess
import sys
import typing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.model import briefing as model

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = Path(__file__).parents[2] / "docs" / "pages"
_CODE = re.compile(r"`([a-z]+(?:-[a-z]+)+)`")


def between(page: str, name: str) -> str:
    """Give what stands between `<!-- name -->` and `<!-- /name -->` on a page."""
    found = re.search(rf"<!-- {name} -->\n(.*?)\n<!-- /{name} -->", (PAGES / page).read_text("utf-8"), re.DOTALL)
    assert found, f"{page}: {name}"
    return found[1]


def article() -> str:
    """Give the invented article that the guides work with."""
    return re.sub(r"\A```markdown\n|```\Z", "", between("start.md", "article"))


def sentences() -> dict[str, str]:
    """Give its sentences by the numbers that the editor's guide gives them."""
    return dict(re.findall(r"^(\d+)\. (.*)$", between("editors-guide.md", "sentences"), re.MULTILINE))


def rows() -> Iterator[tuple[str, list[str], str, str, list[str]]]:
    """Give the pairs of the editor's guide: section, sentences, first try, better, codes of the first try."""
    for section in ("takeaways", "questions", "watch"):
        for line in between("editors-guide.md", section).splitlines()[2:]:
            rests_on, first, better, why = (cell.strip() for cell in line.strip("|").split(" | "))
            yield section, [sentences()[number] for number in rests_on.split()], first, better, _CODE.findall(why)


def item(section: str, text: str) -> dict[str, Any]:
    """Read a cell: a text, or for what to watch the fields of an item."""
    if section == "watch":
        read = yaml.safe_load("{" + text.strip("`") + "}")
        return {**{name: str(value) for name, value in read.items()}, "status": "pending"}
    return {"text": text, "kind": "reported"} if section == "takeaways" else {"text": text, "status": "open"}


def site(root: Path) -> Path:
    """Write a site that has the article and no briefing yet; give its configuration."""
    (root / "content" / "briefings").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "seeds" / "heat.md").write_text(article(), encoding="utf-8")
    config = root / "mkdocs.yml"
    config.write_text("site_name: Example\ndocs_dir: content\nplugins: [briefgen]\n", encoding="utf-8")
    return config


def write_briefing(root: Path, name: str, section: str, evidence: list[str], text: str) -> None:
    """Write a published briefing of the article that holds one item."""
    key = {"questions": "open_questions"}.get(section, section)
    front = {
        "id": name,
        "title": "Norvale council backs heat network after a divided vote",
        "date": "2025-05-12",
        "status": "published",
        "sources": [{"file": "seeds/heat.md", "published": "2025-05-12"}],
        key: [{**item(section, text), "evidence": [{"quote": quote} for quote in evidence]}],
    }
    written = f"---\n{json.dumps(front)}\n---\n"
    (root / "content" / "briefings" / f"{name}.md").write_text(written, encoding="utf-8")


ROWS = tuple(rows())


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Give the codes of what one check finds in a briefing of each first try and each better line."""
    root = tmp_path_factory.mktemp("pairs")
    config = site(root)
    found: dict[str, list[str]] = {}
    for index, (section, evidence, first, better, _) in enumerate(ROWS):
        for name, text in ((f"first-{index}", first), (f"better-{index}", better)):
            write_briefing(root, name, section, evidence, text)
            found[name] = []
    ran = CliRunner().invoke(main, ["-f", str(config), "check", "--format", "json"])
    for problem in json.loads(ran.stdout)["problems"]:
        found[Path(problem["file"]).stem].append(problem["code"])
    return found


def test_the_sentences_are_the_articles() -> None:
    """The pairs rest on an article that a reader can try."""
    flat = " ".join(article().split())
    assert len(sentences()) == 10
    assert not [sentence for sentence in sentences().values() if sentence not in flat]


@pytest.mark.parametrize("index", range(len(ROWS)), ids=lambda index: ROWS[index][3])
def test_what_is_called_better_passes(findings: dict[str, list[str]], index: int) -> None:
    """An editor who writes as the guide does meets no finding."""
    assert findings[f"better-{index}"] == []


@pytest.mark.parametrize("index", range(len(ROWS)), ids=lambda index: ROWS[index][2])
def test_a_first_try_has_the_findings_that_are_told(findings: dict[str, list[str]], index: int) -> None:
    """And one who does not meets those that the guide names, and no other that a draft would stop on."""
    codes = ROWS[index][4]
    assert sorted(set(findings[f"first-{index}"])) == sorted(codes)


def test_the_explained_draft_is_the_programs(tmp_path: Path) -> None:
    """What the method shows of a draft, and of why it is so, is what the program prints and writes."""
    config = site(tmp_path)
    ran = CliRunner().invoke(main, ["-f", str(config), "draft", "--explain", "seeds/heat.md"])
    assert ran.exit_code == 0
    lines = iter(ran.stdout.splitlines())
    shown = between("method.md", "explained").removeprefix("```text\n").removesuffix("\n```").splitlines()
    assert len(shown) > 15
    missing = [line for line in shown if line not in lines]  # `in` reads on from the last one found: the order counts
    assert missing == []
    assert CliRunner().invoke(main, ["-f", str(config), "draft", "--quiet"]).exit_code == 0
    (written,) = (tmp_path / "content" / "briefings").glob("*.md")
    assert between("method.md", "drafted").removeprefix("```yaml\n").removesuffix("```") in written.read_text("utf-8")


EXAMPLE = between("editors-guide.md", "example").removeprefix("```yaml\n").removesuffix("```")
"""The briefing in which the editor's guide explains every field."""


def test_the_example_is_proved(tmp_path: Path) -> None:
    """An editor who copies from it types nothing that the check objects to, beyond what it waives."""
    briefings, seeds = tmp_path / "content" / "briefings", tmp_path / "seeds"
    briefings.mkdir(parents=True)
    seeds.mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Example\ndocs_dir: content\nplugins: [briefgen]\n")
    (seeds / "ferry.md").write_bytes((PAGES.parents[1] / "tests" / "articles" / "ferry.md").read_bytes())
    (briefings / "ferry-link-to-saare-reopens-after-storm-damage.md").write_text(EXAMPLE, encoding="utf-8")
    answer = "---\nid: saare-claims-damages\ntitle: Saare claims damages\nsources: [{file: seeds/ferry.md}]\n---\n"
    (briefings / "saare-claims-damages.md").write_text(answer)
    ran = CliRunner().invoke(main, ["-f", str(tmp_path / "mkdocs.yml"), "check"])
    told = [line for line in ran.output.splitlines() if "saare-claims-damages.md" not in line]
    assert ran.exit_code == 0
    assert len(told) == 1, told
    assert "waived" in told[0]


@pytest.mark.parametrize(
    "kind",
    [
        *(model.Briefing, model.Source, model.Takeaway, model.Actor, model.Question, model.WatchItem, model.Caution),
        *(model.Evidence, model.Waiver, model.Correction),
    ],
)
def test_each_field_is_in_the_example(kind: type) -> None:
    """An editor finds it where it stands in a file."""
    for field in dataclasses.fields(kind):
        assert re.search(rf"^(?: *|.*- ){field.name}:", EXAMPLE, re.MULTILINE), field.name


@pytest.mark.parametrize(
    "choices",
    [
        *(model.Status, model.TakeawayKind, model.ActorKind),
        *(model.QuestionStatus, model.Certainty, model.WatchStatus),
    ],
)
def test_each_choice_is_in_its_comments(choices: object) -> None:
    """Editors find every value that a field takes."""
    remarks = "\n".join(line for line in EXAMPLE.splitlines() if line.lstrip().startswith("#"))
    for choice in typing.get_args(choices):
        assert re.search(rf"\b{choice}\b", remarks), choice


_STEPS = re.compile(
    r"<!-- (?P<kind>run|prints|edit|article)(?:: (?P<status>\d))? -->\n```(?:sh|text|diff|markdown)\n(?P<block>.*?)```",
    re.DOTALL,
)


def follow(steps: Iterator[re.Match[str]], folder: Path) -> Path:
    """Do what a page says, in its order, and hold what is printed against what it shows; give the folder where it ends."""
    home = folder / "home"
    home.mkdir()
    name = {f"GIT_{who}_{what}": "ada@desk.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "SITE_URL"))}
    environment = {**kept, **name, "HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache"), "PATH": programs}
    printed: list[str] = []
    here = folder
    for step in steps:
        block = step["block"]
        if step["kind"] == "article":
            (here / "seeds" / "heat-plan.md").write_text(block, encoding="utf-8")
        elif step["kind"] == "edit":
            edit(next((here / "content" / "briefings").glob("norvale-*.md")), block)
        elif step["kind"] == "prints":
            rest = iter(printed)
            assert [line for line in block.splitlines() if line not in rest] == [], printed
        else:
            script = f"{block}pwd > {home}/pwd\n"
            ran = subprocess.run(
                ["bash", "-e", "-c", script], cwd=here, env=environment, capture_output=True, text=True, check=False
            )
            if step["status"]:
                assert ran.returncode == int(step["status"]), ran.stdout + ran.stderr
            else:
                assert ran.returncode == 0, f"{block}{ran.stdout}{ran.stderr}"
                here = Path((home / "pwd").read_text("utf-8").strip())
            printed = ran.stdout.splitlines()
    return here


def edit(briefing: Path, hunk: str) -> None:
    """Change a file as the lines of a diff say; what they begin from has to stand there once."""
    text = briefing.read_text("utf-8")
    old = "".join(line[1:] for line in hunk.splitlines(keepends=True) if line[0] in "- ")
    new = "".join(line[1:] for line in hunk.splitlines(keepends=True) if line[0] in "+ ")
    assert text.count(old) == 1, old
    briefing.write_text(text.replace(old, new), encoding="utf-8")


def test_from_nothing_to_a_site_that_can_be_published(tmp_path: Path) -> None:
    """Who types what the page says has a site whose briefing is published, and in no file a trace of the example."""
    site = follow(_STEPS.finditer((PAGES / "start.md").read_text("utf-8")), tmp_path)
    assert site == tmp_path / "my-site"
    built = (site / "site" / "briefings").glob("*/index.html")
    assert any("Ada Quist" in page.read_text("utf-8") for page in built)
    assert not [file for file in site.rglob("*indhaven*") if ".git" not in file.parts]
