"""Rows of what to watch -> what the templates print: lines of a list, and months with a calendar."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, get_args

from babel.dates import get_day_names
from markupsafe import Markup

from briefgen.model.briefing import Certainty, WatchStatus
from briefgen.rendering.month_grid import Event, Grid, grids
from briefgen.rendering.pages.told import Printer, iso

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.pages.watch_rows import Row

_VALUES = {name: Markup(name) for name in (*get_args(Certainty), *get_args(WatchStatus))}  # noqa: S704  # words of the format
"""Ready to print: making each inert takes longer than printing it."""
_DOT = Markup('<span class="b-dot"> · </span>')


class Line(NamedTuple):
    """An item of a list; templates take it apart by place, which is ten times as fast there as by name."""

    id: Markup
    due: Markup | None
    """The day after which its outcome is asked for; None where something is known of it, or no day."""
    days: Markup
    """Empty where it has no date."""
    when: str | None
    """As printed in the source."""
    where: str | None
    certainty: Markup
    status: Markup | None
    """None where it is pending."""
    text: str
    outcome: str | None
    href: Markup
    """The item on its briefing's page, with its evidence."""
    title: Markup
    """Of the briefing."""
    publishers: Markup
    date: Markup | None
    """Of the briefing."""
    draft: bool


class Month(NamedTuple):
    """A month with its calendar and the list of its dates."""

    name: str
    key: str
    """`2026-11`."""
    grid: Grid | None
    lines: tuple[Line, ...]


class Span(NamedTuple):
    """Dated rows of the same days as calendars draw them, so that a page rests on no more of them than that."""

    first: date
    last: date
    page: str
    """Where the first of them stands in full."""
    id: str
    """Of the first of them."""
    many: int
    pending: bool
    """Whether one of them is."""


def spans_of(rows: Iterable[tuple[Row, str]]) -> tuple[Span, ...]:
    """Give dated rows, each with the page where it stands in full, as calendars draw them."""
    spans: dict[tuple[date, date], Span] = {}
    for row, page in rows:
        if (first := row.first) and (last := row.last):
            known = spans.get((first, last)) or Span(first, last, page, row.id, 0, pending=False)
            pending = known.pending or row.pending
            spans[first, last] = Span(first, last, known.page, known.id, known.many + 1, pending)
    return tuple(spans.values())


class LinePrinter:
    """Prints the rows of one page."""

    def __init__(self, maker: PageMaker, here: str) -> None:
        """Take what pages are made with, and the page's path."""
        self._maker = maker
        self._printer = Printer(maker.links(here), here, maker.labels)
        self._days: dict[tuple[date | None, date | None], Markup] = {}
        self._publishers: dict[tuple[str, ...], Markup] = {}

    def lines(self, rows: Iterable[Row]) -> tuple[Line, ...]:
        """Give the lines of a list."""
        return tuple(self._line(row) for row in rows)

    def grids(self, spans: Iterable[Span], months: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Grid]:
        """Give the calendars of some months."""
        link = self._printer.link
        events = (Event(one.first, one.last, link(one.page, one.id), one.many, one.pending) for one in spans)
        return grids(events, months, self._maker.labels.locale.first_week_day)

    def months(
        self, rows: Iterable[tuple[tuple[int, int], Row]], spans: Iterable[Span], more: Iterable[tuple[int, int]] = ()
    ) -> tuple[Month, ...]:
        """Give months in order, each with its calendar and its list.

        Args:
            rows: In their order, each with the month it is listed under.
            spans: What the calendars draw.
            more: Months that have a calendar though nothing is listed under them.
        """
        listed: defaultdict[tuple[int, int], list[Row]] = defaultdict(list)
        for month, row in rows:
            listed[month].append(row)
        every = sorted({*listed, *more})
        drawn = self.grids(spans, every)
        return tuple(
            Month(
                self._maker.labels.month(date(year, month, 1)),
                f"{year:04d}-{month:02d}",
                drawn[year, month],
                self.lines(listed.get((year, month), ())),
            )
            for year, month in every
        )

    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """Give the days of a week in the language's order, each short and in full."""
        locale = self._maker.labels.locale
        short, full = (get_day_names(width, "stand-alone", locale) for width in ("short", "wide"))
        order = [(locale.first_week_day + place) % 7 for place in range(7)]
        return tuple((str(short[day]), str(full[day])) for day in order)

    def link(self, path: str, anchor: str | None = None) -> Markup:
        """Give the address of a page, or of a place on one."""
        return self._printer.link(path, anchor)

    def _line(self, row: Row) -> Line:
        item, told = row.item, row.told
        key = (item.start, item.end)
        if key not in self._days:
            self._days[key] = self._maker.span(*key)
        return Line(
            row.id,
            iso(row.last) if row.pending and row.last else None,
            self._days[key],
            item.when,
            item.where,
            _VALUES[item.certainty],
            None if row.pending else _VALUES[item.status],
            item.text,
            item.outcome,
            self._printer.item(told, row.anchor),
            self._printer.title(told.title),
            self._named(told.publishers),
            self._printer.time(told.date),
            told.draft,
        )

    def _named(self, publishers: tuple[str, ...]) -> Markup:
        if publishers not in self._publishers:
            named = (Markup("<bdi>{}</bdi>").format(self._printer.title(name)) for name in publishers)
            self._publishers[publishers] = _DOT.join(named)
        return self._publishers[publishers]
