"""Quotes keep the joiners of their source, and nothing else that nobody sees."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.draft import draft
from briefgen.drafting.verbatim import verbatim

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis
    from briefgen.model.briefing import Briefing

    Analysed = Callable[[str], Analysis]

STORY = (
    "Norwegian Prime Minister Ingrid Solheim{} said the {}harbour of Vardal would be closed in May. "
    "Iceland{} refused to pay for the quay, and Solheim warned {}Iceland of a suit."
)
ZWNJ, ZWJ, JOINER = "\u200c", "\u200d", "\u2060"


def quotes(briefing: Briefing) -> list[str]:
    """Give the quotes of all items."""
    held = [
        *(one.evidence for one in briefing.takeaways),
        *(one.evidence for one in briefing.actors),
        *(one.evidence for one in briefing.open_questions),
        *(one.evidence for one in briefing.watch),
    ]
    return [one.quote for evidence in held for one in evidence]


@pytest.mark.parametrize("mark", [ZWNJ, ZWJ, JOINER])
def test_a_quote_stands_in_the_source_letter_by_letter(analysed: Analysed, mark: str) -> None:
    """Whoever looks for it finds it, though names and texts are read without the marks."""
    story = STORY.format("", mark, "", mark)
    briefing = draft(analysed(story))
    assert quotes(briefing)
    assert all(quote in story for quote in quotes(briefing))
    assert mark not in "".join((*(one.name for one in briefing.actors), *(one.text for one in briefing.takeaways)))


def test_the_same_actors_with_and_without_them(analysed: Analysed) -> None:
    """A joiner between a title and a name parts neither."""
    plain = draft(analysed(STORY.format("", "", "", "")))
    strewn = draft(analysed(STORY.format(ZWJ, ZWNJ, JOINER, ZWNJ)))
    assert [(one.name, one.role) for one in strewn.actors] == [(one.name, one.role) for one in plain.actors]


@pytest.mark.parametrize("mark", ["\u202e", "\u200b", "\ufeff", "\u2066"])
def test_what_could_turn_a_page_round_stays_away(analysed: Analysed, mark: str) -> None:
    """Marks of direction and the like are in no quote, also beside a joiner."""
    assert not any(mark in quote for quote in quotes(draft(analysed(STORY.format(ZWJ, mark, "", mark)))))


def test_a_quote_that_the_source_does_not_hold_is_left_alone(analysed: Analysed) -> None:
    """Nothing is made up for it."""
    analysis = analysed(STORY.format(ZWJ, "", "", ""))
    briefing = draft(analysis)
    first = briefing.takeaways[0]
    odd = replace(briefing, takeaways=(replace(first, evidence=(replace(first.evidence[0], quote="Not there."),)),))
    assert verbatim(odd, analysis.article).takeaways[0].evidence[0].quote == "Not there."
