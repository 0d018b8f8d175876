"""Dates as they are printed, and the days that relative dates can mean."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.checking.dates import can_be_resolved, dates_of, spans_of

_WEDNESDAY = date(2025, 10, 29)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Oct 29, 2025", [(2025, 10, 29, None)]),
        ("29 October", [(None, 10, 29, None)]),
        ("3–9 November 2026", [(2026, 11, 3, None), (2026, 11, 9, None)]),
        ("Nov. 3 to 9", [(None, 11, 3, None), (None, 11, 9, None)]),
        ("the 2nd of May", [(None, 5, 2, None)]),
        ("2025-11-03", [(2025, 11, 3, None)]),
        ("until December", [(None, 12, None, None)]),
        ("December 2025", [(2025, 12, None, None)]),
        ("on Tuesday", [(None, None, None, 1)]),
        ("In May they may march in March", [(None, 5, None, None), (None, 3, None, None)]),
        ("Mr March and Theresa May sat", []),
        ("October was wet", [(None, 10, None, None)]),
        ("the second half of 2025", []),
    ],
)
def test_dates_are_taken_as_far_as_they_are_printed(
    text: str, dates: list[tuple[int | None, int | None, int | None, int | None]]
) -> None:
    """Nothing is added to what the text says, and May and March are words as well."""
    assert [(one.year, one.month, one.day, one.weekday) for one in dates_of(text)] == dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("tomorrow", date(2025, 10, 30), date(2025, 10, 30)),
        ("yesterday", date(2025, 10, 28), date(2025, 10, 28)),
        ("tonight", _WEDNESDAY, _WEDNESDAY),
        ("last night", date(2025, 10, 28), date(2025, 10, 28)),
        ("next week", date(2025, 11, 2), date(2025, 11, 9)),
        ("the coming week", _WEDNESDAY, date(2025, 11, 9)),
        ("the past week", date(2025, 10, 19), _WEDNESDAY),
        ("this month", date(2025, 10, 1), date(2025, 10, 31)),
        ("last month", date(2025, 9, 1), date(2025, 9, 30)),
        ("the past month", date(2025, 9, 1), _WEDNESDAY),
        ("next year", date(2026, 1, 1), date(2026, 12, 31)),
        ("this winter", date(2025, 12, 1), date(2026, 2, 28)),
        ("next summer", date(2025, 6, 1), date(2026, 8, 31)),
        ("last spring", date(2024, 3, 1), date(2025, 5, 31)),
    ],
)
def test_a_relative_date_means_days_counted_from_publication(text: str, first: date, last: date) -> None:
    """Said on a Wednesday in October 2025; a week begins on Monday or, as in America, on the Sunday before."""
    assert [(span.first, span.last) for span in spans_of(text, [_WEDNESDAY])] == [(first, last)]


def test_months_run_over_the_end_of_a_year() -> None:
    """Next month is January in December, last month is December in January, also from the 31st and in a leap year."""
    assert spans_of("next month", [date(2025, 12, 31)])[0].first == date(2026, 1, 1)
    assert spans_of("last month", [date(2026, 1, 31)])[0].last == date(2025, 12, 31)
    assert spans_of("next year", [date(2024, 2, 29)])[0].last == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("stated", "evidence", "possible"),
    [
        ("28 October 2025", "on Tuesday", True),
        ("4 November", "on Tuesday", True),
        ("11 November", "on Tuesday", False),
        ("29 October 2025", "on Tuesday", False),
        ("30 October 2025", "tomorrow", True),
        ("30 October 2024", "tomorrow", False),
        ("November 2025", "next month", True),
        ("December 2025", "next month", False),
        ("November", "next month", True),
        ("Tuesday", "next month", False),
        ("28 October", "on the quay", False),
    ],
)
def test_a_stated_date_can_be_what_a_relative_one_means(stated: str, evidence: str, *, possible: bool) -> None:
    """A resolved date is accepted where it fits, and a shifted one is not."""
    (printed,) = dates_of(stated)
    assert can_be_resolved(printed, spans_of(evidence, [_WEDNESDAY])) is possible
