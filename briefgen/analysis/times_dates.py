"""Match -> days, for dates, months, quarters, seasons and years: what the calendar names."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefgen.analysis import times_calendar as calendar
from briefgen.analysis.times_calendar import UNKNOWN, Days, Reading
from briefgen.analysis.times_words import month_number, ordinal, season_month, shift, weekday_number

if TYPE_CHECKING:
    from collections.abc import Callable


def iso(match: re.Match[str], _: Reading) -> Days | None:
    """Read 2026-01-31."""
    return _single(calendar.day(int(match["y"]), int(match["m"]), int(match["d"])))


def numeric(match: re.Match[str], _: Reading) -> Days | None:
    """Read 31.1.2026; 3/4/2026, which is March or April, has no days."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    if match["sep"] == "." or a > 12:  # noqa: PLR2004  # months
        return _single(calendar.day(year, b, a))
    # 3/4/2026 is March or April: no more precision than the text has.
    return _single(calendar.day(year, a, b)) if b > 12 else UNKNOWN  # noqa: PLR2004  # months


def _single(found: date | None) -> Days | None:
    return Days(found, found) if found else None


def month_day(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "Feb. 1", "3-5 December 2026"."""
    month = month_number(match["month"])
    first, last = (int(re.sub(r"\D", "", match[name] or match["day"])) for name in ("day", "day2"))
    if match["year"]:
        return _from_to(int(match["year"]), month, first, last)
    candidates = [_from_to(year, month, first, last) for year in _around(reading)]
    known = [days for days in candidates if days]
    if known:
        return calendar.chosen(known, reading)
    return UNKNOWN if calendar.day(2024, month, first) else None


def _from_to(year: int, month: int, first: int, last: int) -> Days | None:
    begin, end = calendar.day(year, month, first), calendar.day(year, month, last)
    return Days(begin, end) if begin and end and begin <= end else None


def _around(reading: Reading) -> range:
    if reading.published is None:
        return range(0)
    # Four years on either side hold a 29 February.
    return range(reading.published.year - 4, reading.published.year + 5)


def _year_of(match: re.Match[str], reading: Reading) -> int | None:
    """Give the year that "of 2026" or "of next year" names, 0 where neither stands, None where it cannot be known."""
    if match["year"]:
        return int(match["year"])
    if not match["their"]:
        return 0
    if reading.published is None:
        return None
    return reading.published.year + shift(match["their"].split()[0])


def _in_year(match: re.Match[str], reading: Reading, make: Callable[[int], Days]) -> Days:
    year = _year_of(match, reading)
    if year is None:
        return UNKNOWN
    return make(year) if year else calendar.chosen([make(y) for y in _around(reading)], reading)


def month(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "June", "next May", "March 2026"."""
    month, which = month_number(match["month"]), match["which"]
    if which and reading.published:
        return _next_or_last(which, [calendar.months(year, month) for year in _around(reading)], reading)
    return _in_year(match, reading, lambda year: calendar.months(year, month))


def _next_or_last(which: str, candidates: list[Days], reading: Reading) -> Days:
    """Choose by "next", "last" or "this"; "last May" in May is the one a year ago."""
    which = which.lower()
    if reading.published is None:
        return UNKNOWN
    if shift(which) < 0:
        return calendar.latest(candidates, reading.published)
    if shift(which) > 0:
        return calendar.coming(candidates, reading.published)
    return calendar.chosen(candidates, replace(reading, tense=None if reading.tense == "present" else reading.tense))


def week_of_month(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "the first week of June"."""
    which, month = ordinal(match["nth"]), month_number(match["month"])

    def make(year: int) -> Days:
        whole = calendar.months(year, month)
        begin = date(year, month, 1) + timedelta(weeks=which - 1)
        if which < 0 and whole.last:
            return Days(whole.last - timedelta(days=6), whole.last)
        return Days(begin, min(begin + timedelta(days=6), whole.last or begin))

    return _in_year(match, reading, make)


def weekday_of_month(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "the second Tuesday of May"."""
    which, wanted, month = ordinal(match["nth"]), weekday_number(match["weekday"]), month_number(match["month"])

    def make(year: int) -> Days:
        whole = calendar.months(year, month)
        first, last = whole.first or date.min, whole.last or date.min
        found = (
            last - timedelta(days=(last.weekday() - wanted) % 7)
            if which < 0
            else first + timedelta(days=(wanted - first.weekday()) % 7, weeks=which - 1)
        )
        return Days(found, found)

    return _in_year(match, reading, make)


def quarter(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "Q3 2026", "the third quarter"."""
    number = int(match["q"]) if match["q"] else ordinal(match["nth"])
    number = 4 if number < 0 else number
    return _in_year(match, reading, lambda year: calendar.months(year, 3 * number - 2, 3))


def half(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "the first half of 2026"."""
    second = match["h"] == "2" if match["h"] else match["nth"].lower() != "first"
    return _in_year(match, reading, lambda year: calendar.months(year, 7 if second else 1, 6))


def season(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "this summer", "winter 2026"."""
    month, which = season_month(match["season"]), match["which"]
    if match["year"] or match["their"] or not which or not reading.published:
        return _in_year(match, reading, lambda year: calendar.season(year, month))
    return _next_or_last(which, [calendar.season(year, month) for year in _around(reading)], reading)


def year(match: re.Match[str], _: Reading) -> Days | None:
    """Read "2026", "2025-27"."""
    first = int(match["year"])
    to = match["to"] or match["year"]
    last = int(match["year"][: 4 - len(to)] + to)
    return calendar.years(first, last - first + 1) if first <= last else None


def decade(match: re.Match[str], _: Reading) -> Days | None:
    """Read "the 1990s"."""
    return calendar.years(int(match["year"]), 10)


_HOLIDAYS = {"christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24)}
_HOLIDAYS |= {"boxing day": (12, 26), "new year's eve": (12, 31), "new year's day": (1, 1)}


def holiday(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "Christmas Eve"."""
    month, number = _HOLIDAYS[match["holiday"].lower().replace("’", "'")]
    return calendar.chosen([Days(date(y, month, number), date(y, month, number)) for y in _around(reading)], reading)


def no_days(_: re.Match[str], __: Reading) -> Days | None:
    """Read words that are an expression of time without days, such as an academic year."""
    return UNKNOWN
