"""Days that are more exact than the words of a `when`."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.checking.exactness import too_exact

_PUBLISHED = (date(2025, 5, 14),)  # a Wednesday
_QUOTE = "The council is to decide."


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _said(when: str, start: str, end: str, quote: str = _QUOTE) -> str:
    return too_exact(_day(start), _day(end), when, quote, _PUBLISHED)


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("October", "2025-10-01", "2025-10-01"),
        ("October", "2025-10-01", ""),
        ("in October 2025", "2025-10-06", "2025-10-12"),
        ("next week", "2025-05-19", "2025-05-19"),
        ("next month", "2025-06-10", "2025-06-20"),
        ("this weekend", "2025-05-18", "2025-05-18"),
        ("this summer", "2025-07-01", "2025-07-01"),
        ("2026", "2026-01-01", "2026-01-01"),
        ("next year", "2026-03-01", "2026-03-31"),
        ("by 30 June", "2025-06-30", ""),
        ("by 30 June", "2025-06-30", "2025-06-30"),
        ("until December", "2025-06-01", "2025-12-01"),
        ("no later than 5 June", "2025-06-02", "2025-06-05"),
        ("before July", "2025-06-20", "2025-07-01"),
        ("after 20 May", "2025-05-20", "2025-05-20"),
        ("from 3 June", "2025-06-03", "2025-06-05"),
    ],
)
def test_days_more_exact_than_their_words_are_found(when: str, start: str, end: str) -> None:
    """A part of a period that is printed whole, and an end or a beginning that is not printed, are guesses."""
    assert _said(when, start, end)


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("October", "2025-10-01", "2025-10-31"),
        ("October", "", ""),
        ("October", "", "2025-10-31"),
        ("this month", "2025-05-14", "2025-05-31"),
        ("next week", "2025-05-19", "2025-05-25"),
        ("next week", "2025-05-18", "2025-05-24"),
        ("next week", "2025-05-19", "2025-05-23"),
        ("this week", "2025-05-14", "2025-05-18"),
        ("this weekend", "2025-05-17", "2025-05-18"),
        ("the autumn", "2025-09-01", "2025-11-30"),
        ("this year", "2025-05-14", "2025-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("by 30 June", "", "2025-06-30"),
        ("by 30 June", "2025-05-14", "2025-06-30"),
        ("until December", "", "2025-12-01"),
        ("from 3 June until 5 June", "2025-06-03", "2025-06-05"),
        ("after 20 May", "2025-05-20", ""),
        ("early October", "2025-10-01", "2025-10-10"),
        ("the end of the year", "2025-12-01", "2025-12-31"),
        ("30 June", "2025-06-30", "2025-06-30"),
        ("on Monday", "2025-05-19", "2025-05-19"),
    ],
)
def test_days_as_exact_as_their_words_are_left_alone(when: str, start: str, end: str) -> None:
    """A whole period, what is left of one that has begun, an open end, a part that is printed: all that stands as it is."""
    assert not _said(when, start, end)


def test_a_day_that_the_evidence_prints_may_be_given() -> None:
    """Beside “next week” the source may name the day."""
    assert not _said("next week", "2025-05-20", "2025-05-20", "The council meets next week, on Tuesday.")
    assert not _said("until 5 June", "2025-06-03", "2025-06-05", "The strike lasts from 3 June until 5 June.")
    assert _said("next week", "2025-05-20", "2025-05-20", "The council meets next week, not on Monday.")


def test_what_to_do_is_told() -> None:
    """The words say which of the two days to take out, or what the words mean."""
    assert "leave `start` out" in _said("by 30 June", "2025-06-30", "")
    assert "leave `end` out" in _said("from 3 June", "2025-06-03", "2025-06-05")
    assert _said("October", "2025-10-01", "2025-10-01") == "it means the whole month"
