"""Dates in plain words."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.rendering.dates import span, span_html


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ((2025, 10, 29), (2025, 10, 29), "Wednesday, 29 October 2025"),
        ((2025, 11, 3), (2025, 11, 9), "3–9 November 2025"),
        ((2025, 10, 28), (2025, 11, 2), "28 October – 2 November 2025"),
        ((2025, 12, 28), (2026, 1, 2), "28 December 2025 – 2 January 2026"),
        ((2025, 11, 3), None, "from 3 November 2025"),
        (None, (2025, 12, 1), "by 1 December 2025"),
        (None, None, ""),
    ],
)
def test_spans_in_words(start: tuple[int, int, int] | None, end: tuple[int, int, int] | None, words: str) -> None:
    """One day has its weekday, several have a dash, an open end has a word."""
    assert span(date(*start) if start else None, date(*end) if end else None) == words


def test_programs_can_read_both_ends() -> None:
    """Each date stands in a <time> element of its own."""
    assert span_html(date(2025, 11, 3), date(2025, 11, 9)) == (
        '<time datetime="2025-11-03">3</time>–<time datetime="2025-11-09">9 November 2025</time>'
    )
    assert span_html(None, date(2025, 12, 1)) == '<time datetime="2025-12-01">by 1 December 2025</time>'
    assert not span_html(None, None)
