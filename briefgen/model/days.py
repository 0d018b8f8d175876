"""Days in plain English words, the same whatever language the machine is set to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_in_words(on: date) -> str:
    """Give "29 October 2025"."""
    return f"{on.day} {month_in_words(on)}"


def month_in_words(on: date) -> str:
    """Give "October 2025"."""
    return f"{MONTHS[on.month - 1]} {on.year}"


def days_in_words(start: date | None, end: date | None) -> str:
    """Give the days in plain words.

    "29 October 2025" for one day, "3–9 November 2025", "28 October – 2 November 2025" for several, "from 3 November
    2025" and "by 1 December 2025" where one end is open, nothing where there is no date.
    """
    first, last = ends_in_words(start, end)
    return first + dash(start, end) + last if last else first


def ends_in_words(start: date | None, end: date | None) -> tuple[str, str]:
    """Give the words before and after the dash; the second is empty where there is no dash."""
    if start is None:
        return ("", "") if end is None else (f"by {day_in_words(end)}", "")
    if end is None:
        return f"from {day_in_words(start)}", ""
    if start == end:
        return day_in_words(start), ""
    if (start.year, start.month) == (end.year, end.month):
        return str(start.day), day_in_words(end)
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]}", day_in_words(end)
    return day_in_words(start), day_in_words(end)


def dash(start: date | None, end: date | None) -> str:
    """Set the dash closed between two numbers, open between words, as print does."""
    closed = start is not None and end is not None and (start.year, start.month) == (end.year, end.month)
    return "–" if closed else " – "
