"""Quotes that run over sentences and paragraphs keep their speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis


def speakers(analysis: Analysis) -> list[tuple[int, str]]:
    """Give sentence and speaker of each statement."""
    return [(one.sentence, one.speaker) for one in analysis.statements]


@pytest.mark.parametrize(
    ("story", "said"),
    [
        # the speaker is named where the quote ends
        ("“We waited for months.\nNobody came,” said Ada Quist.", [(0, "Ada Quist"), (1, "Ada Quist")]),
        (
            "“We waited.\nNobody came.\nIt rained,” said Ada Quist.",
            [(0, "Ada Quist"), (1, "Ada Quist"), (2, "Ada Quist")],
        ),
        # behind the first sentence
        ("“We waited,” said Ada Quist.\n“Nobody came.”", [(0, "Ada Quist"), (1, "Ada Quist")]),
        # a paragraph that is nothing but a quote, behind one that is quoted whole
        ("“We waited,” said Ada Quist.\n\n“Nobody came for us.”", [(0, "Ada Quist"), (1, "Ada Quist")]),
        # a few quoted words are no quote that goes on
        ("Ada Quist said the wait was “long”.\n\n“Nobody came for us.”", [(0, "Ada Quist")]),
        # another quote begins
        ("“We waited.”\n“Nobody came,” said Ada Quist.", [(1, "Ada Quist")]),
        # another paragraph
        ("“We waited for months.”\n\n“Nobody came,” said Ada Quist.", [(1, "Ada Quist")]),
        # what stands outside the quote is not said by anybody
        ("“We waited,” said Ada Quist.\nThe port is old.", [(0, "Ada Quist")]),
    ],
)
def test_a_quote_has_one_speaker(tell: Callable[..., Analysis], story: str, said: list[tuple[int, str]]) -> None:
    """Every sentence of it is theirs, and none beside it."""
    assert speakers(tell(story)) == said


def test_another_section_is_another_quote(tell: Callable[..., Analysis]) -> None:
    """Behind a heading nobody goes on."""
    story = "# One\n“We waited,” said Ada Quist.\n\n# Two\n“Nobody came for us.”"
    assert speakers(tell(story)) == [(0, "Ada Quist")]
