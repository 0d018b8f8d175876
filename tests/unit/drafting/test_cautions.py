"""What a reader is told about the source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.cautions import draft_cautions
from briefgen.model.article import Removal

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis
    from briefgen.model.article import RemovalReason

    Analysed = Callable[[str], Analysis]

STORY = "Norway shut the bridge at Vardal on Monday. Ingrid Solheim said it had cost 40 million euros."


def cautions(analysis: Analysis, *, has_title: bool = True) -> list[str]:
    """Give the texts of the cautions."""
    return [caution.text for caution in draft_cautions(analysis, has_title=has_title)]


def with_removed(analysis: Analysis, *reasons: RemovalReason) -> Analysis:
    """Give the analysis of the same story with passages left out for these reasons."""
    removed = tuple(Removal(start=0, end=1, text="BUY NOW [cite: x]", reason=reason) for reason in reasons)
    return replace(analysis, article=replace(analysis.article, removed=removed))


def test_a_missing_author_is_said_once(analysed: Analysed) -> None:
    """However many steps noticed it."""
    assert sum("author" in text for text in cautions(analysed(STORY))) == 1


def test_a_title_that_is_not_printed_is_owned_up_to(analysed: Analysed) -> None:
    """The page shows one nevertheless."""
    assert any("prints no title" in text for text in cautions(analysed(STORY), has_title=False))
    assert not any("title" in text for text in cautions(analysed(STORY)))


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        (("promotion",), "One promotional passage was left out."),
        (("promotion", "call to action", "promotion"), "Three promotional passages were left out."),
        (("machine marker", "machine marker"), "Two left-over marks of a text generator stood in the text"),
    ],
)
def test_what_was_left_out_is_counted(analysed: Analysed, reasons: tuple[RemovalReason, ...], expected: str) -> None:
    """A reader should know how much of the source was no reporting."""
    assert any(text.startswith(expected) for text in cautions(with_removed(analysed(STORY), *reasons)))


def test_what_frames_every_web_page_is_no_promotion(analysed: Analysed) -> None:
    """A caution for each menu would be read by nobody."""
    found = cautions(with_removed(analysed(STORY), "related story", "newsletter prompt", "navigation"))
    assert not any("left out" in text for text in found)


def test_the_words_left_out_are_not_repeated(analysed: Analysed) -> None:
    """They would reach the page after all."""
    found = cautions(with_removed(analysed(STORY), "promotion", "machine marker"))
    assert not any("BUY" in text or "cite" in text for text in found)


def test_statements_that_nobody_is_named_for_are_counted(analysed: Analysed) -> None:
    """Half of them or more is worth knowing."""
    analysis = analysed(
        "Officials said the bridge was shut. Analysts warned that it would stay so. Ingrid Solheim said it was safe."
    )
    assert any(text.startswith("2 of 3 attributed statements") for text in cautions(analysis))


def test_a_well_sourced_story_gets_no_such_caution(analysed: Analysed) -> None:
    """A caution that always stands there is read by nobody."""
    assert not any("attributed statements" in text for text in cautions(analysed(STORY)))


def test_one_or_two_statements_are_no_pattern(analysed: Analysed) -> None:
    """Who says two things only says nothing about how a story is sourced."""
    analysis = analysed("Officials said the bridge was shut. Officials said it would stay so. It snowed in Vardal.")
    assert not any("attributed statements" in text for text in cautions(analysis))


def test_a_story_told_by_one_mouth_says_so(analysed: Analysed) -> None:
    """Everything attributed comes from one person, by whichever form of the name."""
    analysis = analysed(
        "Ingrid Solheim said the bridge was shut. Solheim warned that it would stay so. "
        "The repair will take a year, according to Solheim."
    )
    assert "All 3 attributed statements come from one source: “Ingrid Solheim”." in cautions(analysis)


def test_a_story_told_by_several_says_no_such_thing(analysed: Analysed) -> None:
    """Two voices of four are no single source."""
    analysis = analysed(
        "Ingrid Solheim said the bridge was shut. Olav Berge warned that it would stay so. Solheim said it was old. "
        "Berge said it was safe."
    )
    assert not any("one source" in text for text in cautions(analysis))


def test_figures_that_nobody_is_named_for_are_counted(analysed: Analysed) -> None:
    """A reader cannot ask anyone where they come from."""
    analysis = analysed(
        "The bridge cost 40 million euros. About 1,200 cars crossed it a day. Norway paid 60 percent of the price. "
        "The repair will cost 9 million euros. Ingrid Solheim said that 15 people worked on it."
    )
    assert "4 of 5 sentences with figures name nobody for them." in cautions(analysis)


def test_figures_with_a_source_are_not(analysed: Analysed) -> None:
    """As in a story where each figure is somebody's."""
    analysis = analysed(
        "The bridge cost 40 million euros, Ingrid Solheim said. About 1,200 cars crossed it a day, according to Olav Berge. "
        "Solheim said Norway paid 60 percent. Berge said that 15 people worked on it."
    )
    assert not any("figures" in text for text in cautions(analysis))
