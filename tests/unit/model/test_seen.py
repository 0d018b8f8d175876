"""What a reader sees, and what only a computer does."""

from __future__ import annotations

import pytest

from briefgen.model.seen import is_seen


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \t\n",
        "\u00a0\u2003\u3000",
        "\u200b",
        "\u200d\u200c",
        "\u200e\u200f\u202a\u202e\u2066\u2069\u061c",
        "\ufeff\u2060\u00ad\u034f",
        "\u2800",
        "\u3164\uffa0\u115f\u1160",
        "\u0301\u20e3",
        "\ufe0f\U000e0100\U000e0020",
        "\u180e\u2028",
        " \u200b\u2800 \u3164",
        "\u2065\ufff0\U000e0fff",
    ],
)
def test_nothing_is_seen_of_it(text: str) -> None:
    """Spaces of every kind, marks of direction, joiners, fillers, marks without a letter."""
    assert not is_seen(text)


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "7",
        "…",
        "—",
        "می‌خواهم",
        "क्‍ष",
        "👩‍👩‍👧",
        "가",
        "e\u0301",
        "\u200bPort\u200b",
        "⠓",
        "\u202bמים\u202c",
        "𝄞",
        "\U0002ebe1",
    ],
)
def test_a_word_is_seen_whatever_stands_in_it(text: str) -> None:
    """Persian, Hindi and emoji join with what alone is nothing; a sign is seen, and a letter that this Python does not know."""
    assert is_seen(text)
