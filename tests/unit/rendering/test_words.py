"""Words that depend on numbers."""

from __future__ import annotations

import pytest

from briefgen.model.briefing import Takeaway
from briefgen.rendering.labels import read_labels
from briefgen.rendering.words import attributed

OWN = Takeaway(text="The bridge is shut.")
SAID = Takeaway(text="The bridge is safe.", said_by="Ann Roe")


@pytest.mark.parametrize(
    ("takeaways", "expected"),
    [
        ((OWN,), "No takeaway is attributed to anybody: all stand in the article’s own voice."),
        ((SAID, SAID), "Every takeaway is attributed to somebody."),
        ((SAID, OWN), "1 of 2 takeaways is attributed to somebody, the others stand in the article’s own voice."),
        (
            (SAID, OWN, SAID),
            "2 of 3 takeaways are attributed to somebody, the others stand in the article’s own voice.",
        ),
    ],
)
def test_a_reader_is_told_how_much_is_attributed(takeaways: tuple[Takeaway, ...], expected: str) -> None:
    """What nobody is named for rests on the article alone."""
    assert attributed(takeaways, read_labels()) == expected
