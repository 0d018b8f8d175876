"""Articles that nobody has drafted are named; those that were are not, whatever became of their briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.files.undrafted import undrafted
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings(content="content", seeds="seeds")
ARTICLE = """Ferries stay in port

By Mara Ellison
13 May 2026

Port Ellery's ferries stay in port on Friday, the harbour authority said, because the crews will vote on a strike.

The vote ends at noon. The authority said that freight would be carried by road until Monday.
"""


@pytest.fixture
def drafted(tmp_path: Path) -> Path:
    """A site with one article, drafted by the command."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk\ndocs_dir: content\nplugins: [briefgen]\n", encoding="utf-8")
    (tmp_path / "seeds" / "ferries.txt").write_text(ARTICLE, encoding="utf-8")
    made = CliRunner().invoke(main, ["-f", str(tmp_path / "mkdocs.yml"), "draft"])
    assert made.exit_code == 0, made.output
    return tmp_path


def named(root: Path) -> list[str]:
    """Give the articles that are named."""
    found = undrafted(root, SETTINGS)
    assert {problem.severity for problem in found} <= {"warning"}
    return [problem.file for problem in found]


def test_a_new_article_is_named_with_what_to_do(drafted: Path) -> None:
    """Somebody uploads an article and wonders why it is on no page."""
    (drafted / "seeds" / "the harbour.txt").write_text("The harbour is closed.\n", encoding="utf-8")
    (problem,) = undrafted(drafted, SETTINGS)
    assert str(problem) == (
        "seeds/the harbour.txt:1:1: seed-undrafted: no briefing rests on this article; "
        "run `briefgen draft 'seeds/the harbour.txt'` and commit what it writes"
    )


def test_a_drafted_article_is_not(drafted: Path) -> None:
    """Neither as it is, nor changed, nor under another name."""
    assert named(drafted) == []
    article = drafted / "seeds" / "ferries.txt"
    article.rename(drafted / "seeds" / "ferries-2026.txt")
    assert named(drafted) == []
    (drafted / "seeds" / "ferries-2026.txt").rename(article)
    article.write_text(f"{ARTICLE}\nA new line.\n", encoding="utf-8")
    assert named(drafted) == []


def test_an_article_whose_briefing_was_deleted_is_not(drafted: Path) -> None:
    """The editor has decided."""
    (briefing,) = (drafted / "content" / "briefings").glob("*.md")
    briefing.unlink()
    assert named(drafted) == []


def test_nothing_is_guessed_while_a_briefing_cannot_be_read(drafted: Path) -> None:
    """It may be the one that rests on the article."""
    (drafted / "seeds" / "harbour.txt").write_text("The harbour is closed.\n", encoding="utf-8")
    (briefing,) = (drafted / "content" / "briefings").glob("*.md")
    briefing.write_text("---\nid: [\n---\n", encoding="utf-8")
    assert named(drafted) == []


def test_an_article_that_cannot_be_drafted_is_named(drafted: Path) -> None:
    """It is on no page either; `briefgen draft` says why."""
    (drafted / "seeds" / "photo.txt").write_bytes(b"\0" * 11_000_000)
    assert named(drafted) == ["seeds/photo.txt"]
