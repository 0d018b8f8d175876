"""Quotes are found where they stand in a source, and found out where they stand in none."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.model.briefing import Briefing, Evidence, Source, Takeaway
from briefgen.model.draft import LastDraft
from briefgen.model.seed import Seed
from briefgen.model.site import Context
from briefgen.proof import contexts_of, prove

if TYPE_CHECKING:
    from collections.abc import Sequence
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
    assert prove(root, briefing(SHUT, HURT), None).unproved == ()
    assert prove(root, briefing(SHUT, HURT), LastDraft(briefing=briefing(SHUT), recipe="r")).unproved == ()


def test_a_quote_that_an_editor_changed_is_found_out(root: Path) -> None:
    """Once, and in the order of the briefing."""
    last = LastDraft(briefing=briefing(SHUT, HURT), recipe="r")
    assert prove(root, briefing(WRONG, HURT, WRONG, "No."), last).unproved == (WRONG, "No.")


def test_a_quote_that_cuts_a_word_is_found_out(root: Path) -> None:
    """As the check has it: “body was hurt” does not stand in “Nobody was hurt”."""
    assert prove(root, briefing("body was hurt", "was hurt, the mayor"), None).unproved == ("body was hurt",)


def test_a_source_that_changed_since_the_draft_proves_nothing_by_the_draft(root: Path) -> None:
    """Then every quote is looked up anew."""
    last = LastDraft(briefing=briefing(SHUT, HURT), recipe="r")
    (root / "seeds" / "bridge.txt").write_text(STORY.replace("Monday", "Sunday"), encoding="utf-8")
    assert prove(root, briefing(SHUT, HURT), last).unproved == (SHUT,)


def test_without_its_source_nothing_is_proved(root: Path) -> None:
    """A page must not claim what nobody can check."""
    (root / "seeds" / "bridge.txt").unlink()
    last = LastDraft(briefing=briefing(SHUT), recipe="r")
    assert prove(root, briefing(SHUT), last).unproved == (SHUT,)


def test_a_briefing_without_a_source_proves_nothing(root: Path) -> None:
    """Nor does a last draft that names none."""
    alone = replace(briefing(SHUT), sources=())
    assert prove(root, alone, LastDraft(briefing=alone, recipe="r")).unproved == (SHUT,)


def test_a_quote_has_its_context(root: Path) -> None:
    """With the source that holds it, each quote once; one that stands nowhere has none."""
    proof = prove(root, briefing(HURT, WRONG, SHUT, HURT), None)
    assert [(one.quote, one.file) for one in proof.contexts] == [
        (HURT, "seeds/bridge.txt"),
        (SHUT, "seeds/bridge.txt"),
    ]
    assert (proof.contexts[0].before, proof.contexts[1].after) == (SHUT, HURT)
    assert proof.unproved == (WRONG,)


def test_the_second_source_is_asked_for_what_the_first_lacks(root: Path) -> None:
    """And for nothing else: reading costs time."""
    (root / "seeds" / "other.txt").write_text("Ferries will run at night, the minister said on Tuesday.\n", "utf-8")
    ferries = "Ferries will run at night"
    both = replace(briefing(ferries, SHUT), sources=(*briefing().sources, Source(file="seeds/other.txt")))
    asked = []

    def finding(seed: Seed, quotes: Sequence[str]) -> tuple[Context, ...]:
        asked.append((seed.file, tuple(quotes)))
        return contexts_of(seed, quotes)

    proof = prove(root, both, None, finding)
    assert asked == [("seeds/bridge.txt", (ferries, SHUT)), ("seeds/other.txt", (ferries,))]
    assert [one.file for one in proof.contexts] == ["seeds/other.txt", "seeds/bridge.txt"]
    assert proof.unproved == ()


def test_a_withdrawn_briefing_is_not_looked_up(root: Path) -> None:
    """Its page shows nothing of it."""
    proof = prove(root, replace(briefing(WRONG, SHUT), status="withdrawn"), None)
    assert (proof.unproved, proof.contexts) == ((), ())


def test_a_quote_beside_the_story_is_proved_and_has_nothing_around_it() -> None:
    """A title is the source's own words, and no part of its running text."""
    data = f"# Bridge shut after the storm of Monday\n\n{STORY}".encode()
    seed = Seed(file="seeds/a.md", data=data, sha256="")
    (title,) = contexts_of(seed, ["shut after the storm of Monday"])
    assert title == Context(quote="shut after the storm of Monday", file="seeds/a.md")


def test_an_article_that_cannot_be_read_holds_nothing() -> None:
    """As if it were not there: `briefgen check` says why."""
    assert contexts_of(Seed(file="seeds/a.txt", data=b"\x00\x01", sha256=""), ["a"]) == ()
