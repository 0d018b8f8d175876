"""What a passage is for, by its heading or label, and the places of its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.analysis.sections import purpose_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

STORY = """
The harbour board met.
It agreed on a date.

# Key Takeaways
- Money: The bridge costs two million.
- The ferry stays.

# What to Watch Next
The court rules on Friday.

# Background
The ferry is old.
"""


@pytest.mark.parametrize(
    ("heading", "purpose"),
    [
        ("Key takeaways", "takeaways"),
        ("The main points", "takeaways"),
        ("At a glance", "takeaways"),
        ("What we know", "takeaways"),
        ("TL;DR", "takeaways"),
        ("What to Watch", "watch"),
        ("What’s next", "watch"),
        ("What happens next?", "watch"),
        ("Looking ahead", "watch"),
        ("Unanswered questions", "questions"),
        ("What we don’t know", "questions"),
        ("What remains unclear", "questions"),
        ("Background", "story"),
        ("A ferry for the island", "story"),
        ("Watchmakers strike", "story"),
    ],
)
def test_purposes(heading: str, purpose: str) -> None:
    """A heading tells whether a passage holds takeaways, what to watch, questions, or the story."""
    assert purpose_of(heading) == purpose


def test_sentences_know_their_heading_and_place(tell: Callable[..., Analysis]) -> None:
    """Headings are no sentences of the story; what stands under them has their words and their purpose."""
    found = [
        (one.text.split()[-1], one.section, one.purpose, one.in_block, one.bullet, one.label)
        for one in tell(STORY).sentences
    ]
    assert found == [
        ("met.", "", "story", 0, False, 0),
        ("date.", "", "story", 1, False, 0),
        ("million.", "Key Takeaways", "takeaways", 0, True, len("Money: ")),
        ("stays.", "Key Takeaways", "takeaways", 0, True, 0),
        ("Friday.", "What to Watch Next", "watch", 0, False, 0),
        ("old.", "Background", "story", 0, False, 0),
    ]


def test_tokens_lie_in_their_sentence(tell: Callable[..., Analysis]) -> None:
    """Each token is found at its offset, and its governor in the same sentence."""
    for sentence in tell(STORY).sentences:
        assert sentence.tokens
        for token in sentence.tokens:
            assert sentence.text[token.start : token.end] == token.text
            assert 0 <= token.head < len(sentence.tokens)
