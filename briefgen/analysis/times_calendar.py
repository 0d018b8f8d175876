"""Days -> days: weeks, months, seasons and parts of them, by the conventions of newspapers.

A week runs from Monday to Sunday. Seasons are the meteorological ones of the northern half of the earth.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Tense

DAY = timedelta(days=1)
_MONTHS = 12
# A day nine months ahead by the tense, while the same day of last year is hardly six weeks gone: more often the tense
# was misread than the distant day meant.
_FAR = timedelta(days=280)
_NEAR = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Days:
    """A first and a last day, included; None where an end is open or unknown."""

    first: date | None
    last: date | None


UNKNOWN = Days(None, None)
"""An expression of time that gives no days, or whose day of publication is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an expression is resolved with."""

    published: date | None
    tense: Tense | None
    """Of the clause; None where it has no verb."""


def day(year: int, month: int, number: int) -> date | None:
    """Give the day, None where the calendar has none such (30 February, year 0)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def week(of: date, shift: int = 0) -> Days:
    """Give Monday to Sunday of the week that holds a day, or of the one so many weeks later."""
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=shift)
    return Days(monday, monday + timedelta(days=6))


def weekend(of: date, shift: int = 0) -> Days:
    """Give Saturday and Sunday of the week that holds a day, or of the one so many weeks later."""
    sunday = week(of, shift).last
    return Days(sunday - DAY if sunday else None, sunday)


def months(year: int, month: int, count: int = 1) -> Days:
    """Give so many whole months from the one named; months past 12 or before 1 count into other years."""
    year, month = year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1
    end_year, end_month = year + (month + count - 2) // _MONTHS, (month + count - 2) % _MONTHS + 1
    return Days(date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]))


def years(year: int, count: int = 1) -> Days:
    """Give so many whole years."""
    return Days(date(year, 1, 1), date(year + count - 1, 12, 31))


def season(year: int, first_month: int) -> Days:
    """Give the three months of a season; the winter of a year begins in its December."""
    return months(year, first_month, 3)


def shifted(of: date, unit: str, count: int) -> date:
    """Give the day so many days, weeks, months or years on; the 31st becomes the last day of a shorter month."""
    if unit == "hour":
        return of + timedelta(days=-(-count // 24))
    if unit in ("day", "night", "week"):
        return of + timedelta(days=count * (7 if unit == "week" else 1))
    month = of.month + count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit] - 1
    year, month = of.year + month // _MONTHS, month % _MONTHS + 1
    return date(year, month, min(of.day, monthrange(year, month)[1]))


def chosen(candidates: Sequence[Days], reading: Reading) -> Days:
    """Choose between the same days of several years, in their order, by the tense and the day of publication."""
    published = reading.published
    if published is None:
        return UNKNOWN
    ahead = [days for days in candidates if days.last and days.last >= published]
    behind = [days for days in candidates if days.first and days.first <= published]
    if not ahead or not behind:
        return UNKNOWN
    after, before = ahead[0], behind[-1]
    until, since = _until(published, after), _since(published, before)
    if reading.tense == "past":
        return before
    if reading.tense and not (until > _FAR and since < _NEAR):
        return after
    return after if until <= since else before


def coming(candidates: Sequence[Days], published: date) -> Days:
    """Give the first of them that begins after the day of publication."""
    return next((days for days in candidates if days.first and days.first > published), UNKNOWN)


def latest(candidates: Sequence[Days], published: date) -> Days:
    """Give the last of them that was over before the day of publication."""
    return next((days for days in reversed(candidates) if days.last and days.last < published), UNKNOWN)


def _until(published: date, days: Days) -> timedelta:
    return max(days.first - published, timedelta(0)) if days.first else timedelta(0)


def _since(published: date, days: Days) -> timedelta:
    return max(published - days.last, timedelta(0)) if days.last else timedelta(0)


def part(days: Days, which: str) -> Days:
    """Give the beginning, middle or end of a period, as wide as the words are vague.

    Args:
        days: A period with both ends; a single day or an open period is given back.
        which: "early", "mid" or "late", which of a year are three or four months; "beginning" or "end", one month.
    """
    if days.first is None or days.last is None or days.first == days.last:
        return days
    length = (days.last - days.first).days + 1
    if length > 300:  # noqa: PLR2004  # a year
        return _part_of_year(days.first.year, days.last.year, which)
    if length > 80:  # noqa: PLR2004  # a quarter, a season, a half: its first or last month
        return _part_in_months(days.first, days.last, which)
    if length > 20:  # noqa: PLR2004  # a month: thirds
        first, last = (days.first + timedelta(days=n) for n in _THIRD[which])
        return Days(first, days.last if which in ("late", "end") else last)
    return _part_of_week(days.first, days.last, which)


_THIRD = {"early": (0, 9), "beginning": (0, 9), "mid": (10, 19), "late": (20, 0), "end": (20, 0)}


def _part_of_year(first: int, last: int, which: str) -> Days:
    begin, count = {"early": (1, 3), "beginning": (1, 1), "mid": (5, 4), "late": (10, 3), "end": (12, 1)}[which]
    return months(last if which in ("late", "end") else first, begin, count)


def _part_in_months(first: date, last: date, which: str) -> Days:
    if which in ("late", "end"):
        return months(last.year, last.month)
    return months(first.year, first.month + (which == "mid"))


def _part_of_week(first: date, last: date, which: str) -> Days:
    if which == "mid":
        return Days(first + DAY, first + 3 * DAY)
    if which in ("late", "end"):
        return Days(last - 3 * DAY, last)
    return Days(first, min(first + 2 * DAY, last))
