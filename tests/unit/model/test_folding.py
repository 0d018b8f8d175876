"""Which invisible characters a text is read without, and that quotes are found with and without them."""

from __future__ import annotations

import pytest

from briefgen.model.folding import Folded, tidy

FARSI = "\u0645\u06cc\u200c\u0631\u0648\u0645"
FAMILY = "\U0001f469\u200d\U0001f4bb"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("President Nils \u200cDahl \u200dsaid", "President Nils Dahl said"),
        ("the ha\u200drbour", "the harbour"),
        ("Dahl\u200c", "Dahl"),
        ("\u2060Dahl \u2064left", "Dahl left"),
        (f"he said {FARSI} twice", f"he said {FARSI} twice"),
        (f"she is a {FAMILY}.", f"she is a {FAMILY}."),
    ],
)
def test_joiners_stay_where_they_spell(written: str, read: str) -> None:
    """Between two characters beyond ASCII they may belong to a word; beside a space or a Latin letter they are noise."""
    assert tidy(written) == read


@pytest.mark.parametrize("quote", ["Nils Dahl said", "Nils \u200cDahl said", "Nils Dahl\u2060 said"])
def test_quotes_are_found_whatever_joins_their_letters(quote: str) -> None:
    """In the source and in the quote they are passed over alike."""
    text = "Then Nils \u200cDahl \u2060said it."
    place = Folded(text).find(quote)
    assert place is not None
    assert text[slice(*place)] == "Nils \u200cDahl \u2060said"


def test_a_word_that_needs_its_joiner_is_found() -> None:
    """Persian is."""
    assert Folded(f"a {FARSI} b").find(FARSI) == (2, 2 + len(FARSI))
