"""Text -> the dates in it, as far as they are printed: day, month, year, weekday, each where it is told.

Dates that are printed are taken as far as they are told; relative ones become the span of days that they can mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from briefgen.checking.keeping import kept
from briefgen.model.days import MONTHS, WEEKDAYS
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAYS)}

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
_MONTH += r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,]\d)"  # codespell:ignore nd
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_RANGE = r"(?:\s?-\s?|\sto\s|\sand\s|\suntil\s|\sthrough\s)"
_DATE = re.compile(
    rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)\b"
    rf"|\b(?P<day>{_DAY})(?:{_RANGE}(?P<day_to>{_DAY}))?(?:\sof)?\s(?P<month_after>{_MONTH})(?:,?\s(?P<year_after>{_YEAR}))?"
    rf"|\b(?P<month_before>{_MONTH})\s(?P<day_after>{_DAY})(?:{_RANGE}(?P<day_after_to>{_DAY})(?!\s{_MONTH}))?"
    rf"(?:,?\s(?P<year_last>{_YEAR}))?"
    rf"|\b(?P<month>{_MONTH})(?:,?\s(?P<year>{_YEAR}))"
    rf"|\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b"
    # A capital tells May from may, a word such as “in” or “until” tells March from Mr March.
    r"|(?P<bare>\b(?i:in|by|until|since|of|from|to|early|late|mid|next|last|this|every|before|after|during|through|for|and|or)"
    rf"[\s-](?P<bare_month>{_MONTH})(?!,?\s\d))"
    rf"|\b(?P<sure_month>January|February|April|June|July|August|September|October|November|December)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A date as far as a text prints it."""

    printed: str
    """The text's own words."""
    start: int
    """First character in the folded text."""
    end: int
    """One past the last character in the folded text."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 for Monday."""

    def fits(self, day: date) -> bool:
        """Tell whether a day agrees with everything that is printed."""
        return (
            self.year in {None, day.year}
            and self.month in {None, day.month}
            and self.day in {None, day.day}
            and self.weekday in {None, day.weekday()}
        )

    def is_said_by(self, others: Iterable[Printed]) -> bool:
        """Tell whether one of the other dates prints all that this one prints, or as much of it and nothing else."""
        return any(self._agrees(other) for other in others)

    def _agrees(self, other: Printed) -> bool:
        pairs = (
            (self.month, other.month),
            (self.day, other.day),
            (self.weekday, other.weekday),
        )
        # A year may be added to a day and a month: it is checked as a figure of its own.
        same_year = self.year is None or other.year is None or self.year == other.year
        return same_year and all(mine is None or mine == theirs for mine, theirs in pairs)


@kept
def dates_of(text: str) -> tuple[Printed, ...]:
    """Give the dates that a text prints, in its order; of a span such as `3-9 November` both ends."""
    found: list[Printed] = []
    for match in _DATE.finditer(fold(text)):
        found.extend(_dates(match))
    return tuple(found)


def _dates(match: re.Match[str]) -> Iterable[Printed]:
    start, end, printed = match.start(), match.end(), match.group()
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        yield Printed(printed=printed, start=start, end=end, year=year, month=month, day=day)
        return
    if match["weekday"]:
        yield Printed(printed=printed, start=start, end=end, weekday=_WEEKDAYS[match["weekday"].lower()])
        return
    name = match["month_after"] or match["month_before"] or match["month"] or match["bare_month"] or match["sure_month"]
    year_printed = match["year_after"] or match["year_last"] or match["year"]
    if match["bare"]:
        start, printed = match.start("bare_month"), match["bare_month"]
    days = [match[group] for group in ("day", "day_to", "day_after", "day_after_to") if match[group]] or [""]
    for day_printed in days:
        digits = re.sub(r"\D", "", day_printed)
        yield Printed(
            printed=printed,
            start=start,
            end=end,
            year=int(year_printed) if year_printed else None,
            month=_MONTHS[name.rstrip(".").lower()],
            day=int(digits) if digits else None,
        )


_RELATIVE = re.compile(
    r"\b(?:(?P<day>today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night)"
    r"|(?P<which>this|next|last|coming|past|following|previous) "
    r"(?P<unit>week|weekend|month|year|spring|summer|autumn|fall|winter))\b",
    re.IGNORECASE,
)
_STEPS = {"this": 0, "next": 1, "coming": 1, "following": 1, "last": -1, "past": -1, "previous": -1}
_FIRST_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_WEEKDAY_REACH = 7  # days: a bare weekday is the last or the next of its name


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days that a relative date means."""

    printed: str
    first: date
    last: date

    def holds(self, first: date, last: date) -> bool:
        """Tell whether both days lie within."""
        return self.first <= first and last <= self.last


def spans_of(text: str, published: Iterable[date]) -> tuple[Span, ...]:
    """Give what the relative dates of a text mean ("tomorrow", "next week", "Sunday"), said on a day of publication."""
    folded, weekdays = fold(text), [one for one in dates_of(text) if one.weekday is not None]
    spans: list[Span] = []
    for day in published:
        spans += [
            Span(printed=match.group(), first=first, last=last)
            for match in _RELATIVE.finditer(folded)
            for first, last in (_span(match, day),)
        ]
        for offset in range(-_WEEKDAY_REACH, _WEEKDAY_REACH + 1):
            near = day + timedelta(days=offset)
            spans += [Span(printed=one.printed, first=near, last=near) for one in weekdays if one.fits(near)]
    return tuple(spans)


def _span(match: re.Match[str], said: date) -> tuple[date, date]:
    """Give the first and last day that a relative date can mean."""
    if match["day"]:
        offset = {"tomorrow": 1, "yesterday": -1, "last night": -1}.get(match["day"].lower(), 0)
        return said + timedelta(days=offset), said + timedelta(days=offset)
    which, unit = match["which"].lower(), match["unit"].lower()
    step = _STEPS[which]
    if unit in {"week", "weekend"}:
        monday = said - timedelta(days=said.weekday()) + timedelta(weeks=step)
        # An American week begins on Sunday; the past week is the seven days up to now, the coming week those from now on.
        first = min(said, monday) if which == "coming" else monday - timedelta(days=1)
        if unit == "weekend" and which == "this":
            first = monday - timedelta(days=2)  # said on a Monday it is the one that was
        return first, said if which == "past" else monday + timedelta(days=6)
    if unit == "month":
        first = _month(said, said.month + step)
        return first, said if which == "past" else _month(first, first.month + 1) - timedelta(days=1)
    if unit == "year":
        return said.replace(year=said.year + step, month=1, day=1), said.replace(
            year=said.year + step, month=12, day=31
        )
    year = said.year + step
    # A winter runs into the next year; this summer and next summer may be one and the same.
    earliest = _month(said.replace(year=min(year, said.year), day=1), _FIRST_MONTHS[unit])
    latest = _month(said.replace(year=max(year, said.year), day=1), _FIRST_MONTHS[unit] + 3) - timedelta(days=1)
    return earliest, latest


def _month(day: date, month: int) -> date:
    """Give the first day of a month of the day's year, counted on into the years beside it: 13 is next January."""
    return day.replace(year=day.year + (month - 1) // 12, month=(month - 1) % 12 + 1, day=1)


def can_be_resolved(printed: Printed, spans: Iterable[Span]) -> bool:
    """Tell whether a date of a text may be what a relative date of its evidence means."""
    return any(_overlaps(printed, span) for span in spans)


def _overlaps(printed: Printed, span: Span) -> bool:
    if printed.month is None:
        return False
    if printed.day is None:
        months = (span.first.year * 12 + span.first.month, span.last.year * 12 + span.last.month)
        years = [printed.year] if printed.year else [span.first.year, span.last.year]
        return any(months[0] <= year * 12 + printed.month <= months[1] for year in years)
    days = (span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1))
    return any(printed.fits(day) for day in days)
