"""The guides say what is so: their examples are proved, their commands are run."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner

from briefgen.cli import main

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
