"""Days in plain words."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.model.days import days_in_words


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2025, 3, 12), date(2025, 3, 12), "12 March 2025"),
        (date(2025, 3, 17), date(2025, 3, 23), "17–23 March 2025"),
        (date(2025, 3, 31), date(2025, 4, 6), "31 March – 6 April 2025"),
        (date(2025, 12, 29), date(2026, 1, 4), "29 December 2025 – 4 January 2026"),
        (None, date(2025, 12, 1), "by 1 December 2025"),
        (date(2025, 12, 1), None, "from 1 December 2025"),
        (None, None, ""),
    ],
)
def test_days_are_written_as_a_person_writes_them(first: date | None, last: date | None, expected: str) -> None:
    """A range names month and year once where it can."""
    assert days_in_words(first, last) == expected
