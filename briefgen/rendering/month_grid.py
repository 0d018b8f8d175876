"""Events -> the weeks of a month: which days lead where, and which an event of several days runs through."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

LANES = 3
"""Events of several days that are drawn above each other; a fourth at the same time is in the list alone."""
LONGEST = 31
"""Days: of a longer event, as "this year", only the first and the last are marked, else every day of it would look busy."""


class Event(NamedTuple):
    """One thing or several with the same first and last day."""

    first: date
    last: date
    """Not before the first."""
    href: Markup
    """Where the first of them stands in full."""
    many: int
    """How many they are."""
    pending: bool
    """Whether of one of them nobody has recorded what came of it."""

    @property
    def is_short(self) -> bool:
        """Whether every one of its days is marked."""
        return (self.last - self.first).days < LONGEST


class Bar(NamedTuple):
    """What runs through a day."""

    lane: int
    """From 1."""
    opens: bool
    """Whether it begins on that day."""
    closes: bool
    """Whether it ends on that day."""
    pending: bool


class Day(NamedTuple):
    """A cell of the grid; one before the first day of the month or after its last has the number 0."""

    number: int
    href: Markup | None = None
    events: int = 0
    """Of which it is a day."""
    marks: int = 0
    """Of these that begin on it, or end on it after more than a month: the others run through it."""
    pending: bool = False
    """Whether one of them is."""
    bars: tuple[Bar, ...] = ()


class Grid(NamedTuple):
    """A month."""

    first: date
    """Its first day."""
    weeks: tuple[tuple[Day, ...], ...]


def grids(
    events: Iterable[Event], months: Iterable[tuple[int, int]], first_weekday: int
) -> dict[tuple[int, int], Grid]:
    """Give the grids of some months.

    Args:
        events: In any order.
        months: Each as year and month.
        first_weekday: The day that a week begins with, 0 for Monday.
    """
    starts = [date(year, month, 1) for year, month in sorted(set(months))]
    days: defaultdict[date, _Marks] = defaultdict(_Marks)
    lanes: list[date] = []
    for event in sorted(events):
        lane = _free_lane(lanes, event)
        span = range(event.first.toordinal(), event.last.toordinal() + 1)
        for ordinal in span if event.is_short else (span[0], span[-1]):
            on = date.fromordinal(ordinal)
            days[on].add(event, on, lane)
    weeks = Calendar(first_weekday).monthdayscalendar
    return {
        (start.year, start.month): Grid(
            start, tuple(tuple(_day(number, start, days) for number in week) for week in weeks(start.year, start.month))
        )
        for start in starts
    }


def _free_lane(lanes: list[date], event: Event) -> int | None:
    """Give the lane that an event is drawn in, counted from 1, and take it; None for a single day, or where all are taken.

    Args:
        lanes: The last day that each lane is taken.
        event: It does not begin before any that was asked for earlier.
    """
    if event.first == event.last or not event.is_short:
        return None
    lane = next((number for number, last in enumerate(lanes) if last < event.first), len(lanes))
    if lane == LANES:
        return None
    lanes[lane : lane + 1] = [event.last]
    return lane + 1


class _Marks:
    """What is known of a day so far."""

    def __init__(self) -> None:
        self.href: Markup | None = None
        self.events = 0
        self.marks = 0
        self.pending = False
        self.begins = False
        self.bars: list[Bar] = []

    def add(self, event: Event, on: date, lane: int | None) -> None:
        """Take an event that has the day among its own."""
        begins, ends = on == event.first, on == event.last
        if lane is not None:
            self.bars.append(Bar(lane, begins, ends, event.pending))
        if self.href is None or (begins and not self.begins):
            self.href, self.begins = event.href, begins
        self.events += event.many
        if begins or not event.is_short:
            self.marks += event.many
        self.pending = self.pending or event.pending


def _day(number: int, start: date, days: dict[date, _Marks]) -> Day:
    marks = days.get(start.replace(day=number)) if number else None
    return (
        Day(number, marks.href, marks.events, marks.marks, marks.pending, tuple(marks.bars)) if marks else Day(number)
    )
