"""A whole draft: case folders with an article and the front matter that comes of it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from briefgen.drafting.draft import proposed_id
from briefgen.files.front_matter_write import new_text
from briefgen.files.registry import read_registry
from briefgen.model.briefing import items_of
from briefgen.model.folding import Folded
from briefgen.model.registry import NO_REGISTRY
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings
from briefgen.pipeline import fresh_draft

CASES = Path(__file__).parent.parent.parent / "cases" / "draft"
SEEDS = Path(__file__).parent.parent.parent.parent / "seeds"


def seed_of(path: Path) -> Seed:
    """Read a file as a seed."""
    data = path.read_bytes()
    return Seed(file=f"seeds/{path.name}", data=data, sha256=hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir() if path.is_dir()))
def test_an_article_gives_its_briefing(case: str) -> None:
    """The folder's name is the behaviour. UPDATE_CASES=1 writes what comes out, to be read before it is committed."""
    expected, actors = CASES / case / "expected.md", CASES / case / "actors.yml"
    (article,) = (path for path in (CASES / case).iterdir() if path not in {expected, actors})
    registry = read_registry("actors.yml", actors.read_text(encoding="utf-8")) if actors.exists() else NO_REGISTRY
    _, briefing = fresh_draft(seed_of(article), Settings(), registry)
    text = new_text(briefing)
    if os.environ.get("UPDATE_CASES"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_quote_of_a_draft_stands_in_its_source(path: Path) -> None:
    """To the letter, but for white space."""
    article, briefing = fresh_draft(seed_of(path), Settings())
    source = Folded(article.text)
    items = items_of(briefing)
    assert items
    for item in items:
        assert item.evidence
        for evidence in item.evidence:
            assert source.find(evidence.quote), evidence.quote


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Trump Seeks China’s Help", "trump-seeks-chinas-help"),
        ("Ölpreis: Ça va?", "olpreis-ca-va"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con"),
        ("！？", "briefing-0123ab"),
        ("a" * 300, "a" * 60),
        ("word " * 40, "word-" * 11 + "word"),
    ],
)
def test_an_id_is_made_of_the_title(title: str, expected: str) -> None:
    """ASCII letters, digits and hyphens, of whole words, never empty."""
    assert proposed_id(title, "0123abcdef") == expected
