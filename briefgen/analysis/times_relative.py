"""Match -> days, for what counts from the day of publication: weekdays, "next week", "tomorrow"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefgen.analysis import times_calendar as calendar
from briefgen.analysis.times_calendar import UNKNOWN, Days, Reading
from briefgen.analysis.times_words import shift, weekday_number

if TYPE_CHECKING:
    import re


def unit(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "next week", "this weekend", "the coming year"."""
    which, name, published = match["which"].lower(), match["unit"].lower(), reading.published
    if published is None:
        return UNKNOWN
    if which == "the coming" and name not in ("weekend", "quarter"):
        return Days(published, calendar.shifted(published, name, 1))
    if name == "weekend":
        return _weekend(which, reading, published)
    return _whole(name, published, shift(which))


def _whole(unit: str, published: date, by: int) -> Days:
    if unit == "week":
        return calendar.week(published, by)
    if unit == "month":
        return calendar.months(published.year, published.month + by)
    if unit == "quarter":
        return calendar.months(published.year, 3 * ((published.month - 1) // 3 + by) + 1, 3)
    if unit == "decade":
        return calendar.years(10 * (published.year // 10 + by), 10)
    return calendar.years(published.year + by)


def _weekend(which: str, reading: Reading, published: date) -> Days:
    if which == "next":
        return calendar.weekend(published, 1)
    monday_to_friday = published.weekday() < 5  # noqa: PLR2004  # Saturday
    if which in ("last", "this past") or (reading.tense == "past" and monday_to_friday):
        return calendar.weekend(published, -1)
    return calendar.weekend(published)


def the_unit(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "the month", of which the words before name a part."""
    return _whole(match["unit"].lower(), reading.published, 0) if reading.published else UNKNOWN


def the_weekend(_: re.Match[str], reading: Reading) -> Days | None:
    """Read "the weekend"."""
    return _weekend("this", reading, reading.published) if reading.published else UNKNOWN


def weekday(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "Tuesday", "next Tuesday", "Tuesday of next week"."""
    wanted, published = weekday_number(match["weekday"]), reading.published
    which, of = (match["which"] or "").lower(), (match["of"] or "").lower()
    if published is None:
        return UNKNOWN
    if of or which in ("this", "next"):
        monday = calendar.week(published, shift(of or which)).first or published
        found = monday + timedelta(days=wanted)
        if which == "this" and found < published and reading.tense == "future":
            found += timedelta(weeks=1)
    elif which in ("last", "this past"):
        found = published - timedelta(days=(published.weekday() - wanted - 1) % 7 + 1)
    elif which or reading.tense in ("present", "future"):
        found = published + timedelta(days=(wanted - published.weekday()) % 7)
    else:
        found = published - timedelta(days=(published.weekday() - wanted) % 7)
    return Days(found, found)


_DAY_WORDS = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day after tomorrow": 2, "overnight": 0}


def day_word(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "tomorrow", "tonight"."""
    if reading.published is None:
        return UNKNOWN
    found = reading.published + timedelta(days=_DAY_WORDS.get(match["word"].lower(), 0))
    return Days(found, found)
