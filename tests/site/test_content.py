"""The project's own articles and briefings: drafted by this program, edited, proved, and kept."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.files.briefings import load_briefings
from briefgen.files.drafts import load_drafts
from briefgen.files.registry import load_registry
from briefgen.files.seeds import list_seeds, read_seed
from briefgen.model.settings import Settings
from briefgen.pipeline import fresh_draft

ROOT = Path(__file__).parent.parent.parent
SEEDS = list_seeds(ROOT, Settings())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project's site."""
    for folder in ("seeds", "content"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def run(site: Path, *arguments: str) -> Result:
    """Run `briefgen` for a site."""
    return CliRunner().invoke(main, ["-f", str(site / "mkdocs.yml"), *arguments], catch_exceptions=False)


def briefings(site: Path) -> dict[str, bytes]:
    """Give the briefings' files."""
    return {path.name: path.read_bytes() for path in sorted((site / "content" / "briefings").glob("*.md"))}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_last_draft_is_what_this_program_drafts(seed: str) -> None:
    """Who changes how drafts are made runs `briefgen draft --again`, reads what changed, and commits it."""
    _, fresh = fresh_draft(read_seed(ROOT, seed), Settings(), load_registry(ROOT, Settings()))
    (last,) = (
        draft.briefing for draft in load_drafts(ROOT, Settings()).values() if draft.briefing.sources[0].file == seed
    )
    assert replace(fresh, id=last.id) == last


def test_every_article_has_a_published_briefing() -> None:
    """Edited by a person, and in the feeds."""
    files = load_briefings(ROOT, Settings())
    assert sorted(file.briefing.sources[0].file for file in files) == sorted(SEEDS)
    assert {file.briefing.status for file in files} == {"published"}


def test_a_second_draft_keeps_every_edit(copy: Path) -> None:
    """Also where everything is drafted anew."""
    before = briefings(copy)
    assert "nothing was written to content/" in run(copy, "draft").stdout
    assert "nothing was written to content/" in run(copy, "draft", "--again").stdout
    assert briefings(copy) == before


def test_every_line_is_proved() -> None:
    """Warnings included."""
    result = run(ROOT, "check", "--strict")
    assert result.exit_code == 0, result.stdout
