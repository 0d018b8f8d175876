"""The sentence splitter: what ends a sentence and what only looks like it."""

from __future__ import annotations

import pytest

from briefgen.model.folding import tidy
from briefgen.reading.sentences import split_sentences


def sentences(text: str) -> list[str]:
    """Cut a paragraph and give the sentences' texts."""
    return [tidy(text[start:end]) for start, end in split_sentences(text, 0, len(text))]


# Written with "¦" where one sentence ends and the next begins.
CUTS = [
    "The U.S. President met Gen. Mark Hale. ¦He left at 7 a.m. on Monday.",
    "Ships sail from the U.S. ¦They return in May.",
    "J. D. Ode and Ann B. Lee signed. ¦Nobody else did.",
    "The board chose plan B. ¦The crews did not.",
    "It costs 2.4 million crowns, or 4.5 percent of No. 7's price. ¦That is a lot.",
    "He said no. ¦They asked again.",
    "On Jan. 5 the board met. ¦In Feb. it did not.",
    "“We cannot wait.” ¦She left.",
    "“Have fun!” she wrote. ¦He did.",
    "“Really?” Trump asked. ¦Nobody answered.",
    "“Is that so?” ¦The board was silent.",
    "They wait (see No. 7). ¦It sails.",
    "He paused ... and went on. ¦Then he stopped.",
    "He paused… ¦Then he stopped.",
    "Who pays? ¦The islands do! ¦All of them.",
    "The firm is Hale Inc. and sells pumps. ¦Hale Inc. ¦The crews know it.",
    "Ferries, trains, etc. ¦They all stopped.",
    "Dr. Ann Lee, Ph.D., said so. ¦So did Mr. Ode.",
    "It ended badly.The board resigned. ¦It was late.",
    "Visit gazette.org or write to ann@gazette.Example today. ¦Both work.",
    "1. Wages rise. ¦They rise soon.",
    "He flew to St. Helens with Lt. Col. Hale. ¦They met Sen. Lee.",
    "The iPhone works. ¦iPads do not. ¦eBay does.",
    "The strike ended.[3] ¦Ferries sail.",
    "At 5 p.m. Monday it ended. ¦At 5 p.m. ¦The crews cheered.",
]


@pytest.mark.parametrize("marked", CUTS)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    """Abbreviations, initials, figures, quotes and ellipses do not cut a sentence; what ends it does."""
    expected = [part.strip() for part in marked.replace("badly.The", "badly. ¦The").split("¦")]
    assert sentences(marked.replace("¦", "")) == expected


def test_a_doubled_full_stop_parts_a_sentence_from_what_was_glued_to_it() -> None:
    """The first sentence keeps one full stop; the second is a sentence of its own."""
    assert sentences("It was a shock.. Find out more about ferries.") == [
        "It was a shock.",
        "Find out more about ferries.",
    ]


def test_marks_that_nobody_sees_do_not_keep_sentences_together() -> None:
    """Fillers stand where Markdown's asterisks were."""
    assert sentences("\u2060\u2060Wages rise.\u2060\u2060 Fares do not.") == ["Wages rise.", "Fares do not."]


def test_spans_hold_no_space_at_their_edges() -> None:
    """A span begins and ends with a character that a reader sees."""
    text = "  One.\u00a0 \u200bTwo. \u2060 "
    assert [text[start:end] for start, end in split_sentences(text, 0, len(text))] == ["One.", "Two."]
