"""What an opening leaves to the sentence before is filled in where it is certain, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.takeaways.antecedents import filling
from briefgen.drafting.takeaways.takeaway import takeaway

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

    Analysed = Callable[[str], Analysis]


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (
            "Ingrid Solheim opened the bridge on Monday. She promised a second one within two years.",
            "[Ingrid Solheim] promised a second one within two years.",
        ),
        (
            "Ingrid Solheim opened the bridge on Monday. She thanked the workers. She also promised a second one to Vardal.",
            "[Ingrid Solheim] also promised a second one to Vardal.",
        ),
        (
            "Ingrid Solheim opened the bridge in Vardal. Her government will build a second one within two years.",
            "[Ingrid Solheim’s] government will build a second one within two years.",
        ),
        (
            "Ingrid Solheim opened the bridge on Monday. Later on Tuesday evening, she promised a second one to Vardal.",
            "Later on Tuesday evening [11 March 2025], [Ingrid Solheim] promised a second one to Vardal.",
        ),
        (
            "Norway accepted the offer on Monday. It will pay half of the price of the second bridge.",
            "[Norway] will pay half of the price of the second bridge.",
        ),
        (
            "The council imposed a ban on night ferries. The move will hit 40 crews in Vardal.",
            "The move [a ban on night ferries] will hit 40 crews in Vardal.",
        ),
    ],
)
def test_an_opening_is_filled_in(analysed: Analysed, story: str, expected: str) -> None:
    """In brackets, since these are not the words of the sentence."""
    analysis = analysed(story)
    assert takeaway(analysis, analysis.sentences[-1]).text == expected


@pytest.mark.parametrize(
    "story",
    [
        "Ingrid Solheim met Katla Jonsdottir on Monday. She promised a second bridge within two years.",
        "Ingrid Solheim opened the bridge. Katla Jonsdottir watched it. They promised a second one within two years.",
        "It snowed in Vardal on Monday. She promised a second bridge within two years.",
        "Norway and Iceland accepted the offer on Monday. It will pay half of the price of the second bridge.",
        "The council met on Monday. The move will hit 40 crews in Vardal.",
        "The council imposed a ban on night ferries. The second move will hit 40 crews in Vardal.",
        "The council announced on Monday that night ferries would stop. The move will hit 40 crews in Vardal.",
        "She promised a second bridge within two years.",
        "Ingrid Solheim opened the bridge. After a walk with Katla Jonsdottir on Monday, she promised a second one.",
    ],
)
def test_where_two_could_be_meant_or_nobody_nothing_is_filled_in(analysed: Analysed, story: str) -> None:
    """A guess would be an invention."""
    analysis = analysed(story)
    assert filling(analysis, analysis.sentences[-1]) is None


def test_a_sentence_that_reads_alone_is_left_alone(analysed: Analysed) -> None:
    """Nothing is missing from it."""
    analysis = analysed("Ingrid Solheim opened the bridge. Norway will pay half of the price.")
    assert all(filling(analysis, sentence) is None for sentence in analysis.sentences)
