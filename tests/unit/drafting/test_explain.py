"""Why a draft is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.draft import draft
from briefgen.drafting.explain import explain
from briefgen.model.briefing import items_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

STORY = """
Norway has offered Iceland a share of 40 percent in the harbour of Vardal, ending six years of quarrels. Find out more
about our luggage scales.

Norwegian Prime Minister Ingrid Solheim said the two governments would sign the agreement next week in Bergen.

It remains unclear whether the Norwegian parliament will approve the money. Reuters first reported the offer.
"""


@pytest.fixture
def lines(analysed: Callable[[str], Analysis]) -> list[str]:
    """The explanation of one story."""
    return list(explain(analysed(STORY)))


def test_what_was_left_out_is_named_with_its_line_and_reason(lines: list[str]) -> None:
    """An editor sees that no reporting was lost."""
    assert any("line 5: call to action: Find out more" in line for line in lines)


def test_what_is_marked_as_taken_is_what_the_draft_holds(analysed: Callable[[str], Analysis], lines: list[str]) -> None:
    """The explanation is made from the same choices, not told after the fact."""
    briefing = draft(analysed(STORY))
    items = items_of(briefing)
    assert sum(line.startswith("  + ") for line in lines) == len(items)
    for actor in briefing.actors:
        assert any(line.startswith("  + ") and actor.name.lower() in line.lower() for line in lines)


def test_what_was_passed_over_has_a_reason(lines: list[str]) -> None:
    """The outlet is named and said to be one."""
    assert any(line.startswith("  - ") and "Reuters" in line and "an outlet that reports" in line for line in lines)


def test_each_takeaway_shows_its_cues(lines: list[str]) -> None:
    """What the score is made of stands below it."""
    at = next(index for index, line in enumerate(lines) if "Norway has offered Iceland" in line)
    assert "near the start +" in lines[at + 1]


def test_a_sentence_passed_over_says_why(analysed: Callable[[str], Analysis]) -> None:
    """What repeats another is told from what is merely worth less."""
    again = STORY + "\nNorway has offered Iceland a share of 40 percent in the harbour, ending six years of quarrels.\n"
    lines = list(explain(analysed(again)))
    assert any("says again what sentence 1 says" in line for line in lines)
