"""Dates in the words of a site's language."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.rendering.dates import span, span_html
from briefgen.rendering.labels import read_labels

ENGLISH = read_labels()
Day = tuple[int, int, int]


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
def test_spans_in_words(start: Day | None, end: Day | None, words: str) -> None:
    """One day has its weekday, several have a dash, an open end has a word."""
    assert span(date(*start) if start else None, date(*end) if end else None, ENGLISH) == words


@pytest.mark.parametrize(
    ("language", "one", "days", "months"),
    [
        ("de", "Mittwoch, 29. Oktober 2025", "3.–9. November 2025", "28. Oktober – 2. November 2025"),
        ("fr", "mercredi 29 octobre 2025", "3–9 novembre 2025", "28 octobre – 2 novembre 2025"),
        (
            "es",
            "miércoles, 29 de octubre de 2025",
            "3–9 de noviembre de 2025",
            "28 de octubre – 2 de noviembre de 2025",
        ),
        ("ja", "2025年10月29日水曜日", "2025年11月3日～9日", "2025年10月28日～11月2日"),  # as Japanese writes it
        ("en-US", "Wednesday, October 29, 2025", "November 3 – 9, 2025", "October 28 – November 2, 2025"),
        ("xx", "Wednesday, 29 October 2025", "3–9 November 2025", "28 October – 2 November 2025"),
    ],
)
def test_spans_follow_the_language(language: str, one: str, days: str, months: str) -> None:
    """Also where briefgen has no labels in it; one that nobody knows is given English days."""
    labels = read_labels(language)
    assert span(date(2025, 10, 29), date(2025, 10, 29), labels) == one
    assert span(date(2025, 11, 3), date(2025, 11, 9), labels) == days
    assert span(date(2025, 10, 28), date(2025, 11, 2), labels) == months


def test_french_counts_the_first_of_a_month() -> None:
    """The first is “1er”, alone, with its weekday and at either end of a span; the 11th, the 21st and a year are no first."""
    labels = read_labels("fr")
    assert span(date(2026, 9, 1), None, labels) == "à partir du 1er septembre 2026"
    assert span(date(2030, 1, 1), date(2030, 1, 1), labels) == "mardi 1er janvier 2030"
    assert span(date(2025, 10, 1), date(2025, 10, 31), labels) == "1er–31 octobre 2025"
    assert span(date(2025, 10, 28), date(2025, 11, 1), labels) == "28 octobre – 1er novembre 2025"
    assert span(None, date(2021, 1, 21), labels) == "d’ici au 21 janvier 2021"
    assert span(date(2026, 9, 1), None, read_labels("de")) == "ab 1. September 2026"


def test_programs_can_read_both_ends() -> None:
    """Each date stands in a <time> element of its own, the words around it outside."""
    assert span_html(date(2025, 11, 3), date(2025, 11, 9), ENGLISH) == (
        '<time datetime="2025-11-03">3</time>–<time datetime="2025-11-09">9 November 2025</time>'
    )
    assert span_html(None, date(2025, 12, 1), ENGLISH) == 'by <time datetime="2025-12-01">1 December 2025</time>'
    assert span_html(date(2025, 12, 1), None, ENGLISH) == 'from <time datetime="2025-12-01">1 December 2025</time>'
    assert span_html(date(2025, 12, 1), date(2025, 12, 1), ENGLISH) == (
        '<time datetime="2025-12-01">Monday, 1 December 2025</time>'
    )
    assert not span_html(None, None, ENGLISH)


@pytest.mark.parametrize("language", ["en", "de", "fr", "ja", "ar"])
@pytest.mark.parametrize(
    ("start", "end"), [((2025, 11, 3), (2025, 11, 9)), ((2025, 11, 3), None), (None, (2025, 11, 9))]
)
def test_pages_and_files_say_the_same_days(language: str, start: Day | None, end: Day | None) -> None:
    """What a page shows is what a feed says, in every language."""
    labels = read_labels(language)
    days = date(*start) if start else None, date(*end) if end else None
    assert span_html(*days, labels).striptags() == span(*days, labels)
