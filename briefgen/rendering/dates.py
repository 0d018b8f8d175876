"""Dates -> plain words and HTML <time> elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from datetime import date

_MONTHS = (
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
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(on: date) -> str:
    """Give "29 October 2025"."""
    return f"{on.day} {month(on)}"


def month(on: date) -> str:
    """Give "October 2025"."""
    return f"{_MONTHS[on.month - 1]} {on.year}"


def span(start: date | None, end: date | None) -> str:
    """Give the days in plain words.

    "Wednesday, 29 October 2025" for one day, "3–9 November 2025", "28 October – 2 November 2025" for several,
    "from 3 November 2025" and "by 1 December 2025" where one end is open, nothing where there is no date.
    """
    first, last = _parts(start, end)
    return first if not last else f"{first}{_dash(start, end)}{last}"


def span_html(start: date | None, end: date | None) -> Markup:
    """Give the same words as `span` with each date in a <time> element that programs can read."""
    first, last = _parts(start, end)
    if not first:
        return Markup()
    html = Markup('<time datetime="{}">{}</time>')
    opening = html.format(start or end, first)
    return opening if not last else opening + _dash(start, end) + html.format(end, last)


def _parts(start: date | None, end: date | None) -> tuple[str, str]:
    """Give the words before and after the dash; the second is empty where there is no dash."""
    if start is None:
        return ("", "") if end is None else (f"by {day(end)}", "")
    if end is None:
        return f"from {day(start)}", ""
    if start == end:
        return f"{_WEEKDAYS[start.weekday()]}, {day(start)}", ""
    if (start.year, start.month) == (end.year, end.month):
        return str(start.day), day(end)
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]}", day(end)
    return day(start), day(end)


def _dash(start: date | None, end: date | None) -> str:
    """Set the dash closed between two numbers, open between words, as print does."""
    closed = start is not None and end is not None and (start.year, start.month) == (end.year, end.month)
    return "–" if closed else " – "
