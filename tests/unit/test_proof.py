"""Quotes that stand in no source: found whatever the front matter says of them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.model.briefing import Briefing, Evidence, Source, Takeaway
from briefgen.model.draft import LastDraft
from briefgen.proof import unproved_quotes

if TYPE_CHECKING:
    from pathlib import Path

STORY = "The council shut the bridge on Monday after a storm. Nobody was hurt, the mayor said.\n"
SHUT = "The council shut the bridge on Monday after a storm."
HURT = "Nobody was hurt, the mayor said."
WRONG = "The council shut the bridge on Tuesday."


def briefing(*quotes: str) -> Briefing:
    """Make a briefing with a takeaway for each quote."""
    return Briefing(
        id="bridge",
        title="Bridge",
        sources=(Source(file="seeds/bridge.txt", sha256=hashlib.sha256(STORY.encode()).hexdigest()),),
        takeaways=tuple(Takeaway(text="A", evidence=(Evidence(quote=quote),)) for quote in quotes),
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with one article."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def test_quotes_of_the_source_are_proved(root: Path) -> None:
    """With and without a last draft to compare."""
    assert unproved_quotes(root, briefing(SHUT, HURT), None) == ()
    assert unproved_quotes(root, briefing(SHUT, HURT), LastDraft(briefing=briefing(SHUT), recipe="r")) == ()


def test_a_quote_that_an_editor_changed_is_found_out(root: Path) -> None:
    """Once, and in the order of the briefing."""
    last = LastDraft(briefing=briefing(SHUT, HURT), recipe="r")
    assert unproved_quotes(root, briefing(WRONG, HURT, WRONG, "No."), last) == (WRONG, "No.")


def test_a_quote_that_cuts_a_word_is_found_out(root: Path) -> None:
    """As the check has it: “body was hurt” does not stand in “Nobody was hurt”."""
    assert unproved_quotes(root, briefing("body was hurt", "was hurt, the mayor"), None) == ("body was hurt",)


def test_a_source_that_changed_since_the_draft_proves_nothing_by_the_draft(root: Path) -> None:
    """Then every quote is looked up anew."""
    last = LastDraft(briefing=briefing(SHUT, HURT), recipe="r")
    (root / "seeds" / "bridge.txt").write_text(STORY.replace("Monday", "Sunday"), encoding="utf-8")
    assert unproved_quotes(root, briefing(SHUT, HURT), last) == (SHUT,)


def test_without_its_source_nothing_is_proved(root: Path) -> None:
    """A page must not claim what nobody can check."""
    (root / "seeds" / "bridge.txt").unlink()
    last = LastDraft(briefing=briefing(SHUT), recipe="r")
    assert unproved_quotes(root, briefing(SHUT), last) == (SHUT,)


def test_a_briefing_without_a_source_proves_nothing(root: Path) -> None:
    """Nor does a last draft that names none."""
    alone = replace(briefing(SHUT), sources=())
    assert unproved_quotes(root, alone, LastDraft(briefing=alone, recipe="r")) == (SHUT,)
