"""What to watch: what is next by month, what came of what has passed, and everything by year."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from briefgen.rendering import addresses
from briefgen.rendering.pages.sheet_links import Around, Names, SheetLink, SheetPage, neighbours, sheet_link
from briefgen.rendering.pages.watch_lines import Line, LinePrinter, Month, Span, spans_of
from briefgen.rendering.pages.watch_rows import Chosen, Row, Watched, watched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.page import Page
    from briefgen.model.site import Site
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.pages.archive import Sheet
    from briefgen.rendering.plan import PlannedPage, Titles

_PAGE = "watch.md.jinja"
_YEAR = "watch_year.md.jinja"
_DATED = Names(dated="watch.year", undated="watch.undated_rest")
_UNDATED = Names(dated="watch.undated_year", undated="watch.undated_rest")
_DATED_SHORT = Names(dated="archive.when", undated="watch.undated_rest_short")
_UNDATED_SHORT = Names(dated="watch.undated_year_short", undated="watch.undated_rest_short")


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the page of what is next, and those by year where there is more than it holds."""
    everything = watched(maker.site)
    chosen = everything.chosen
    spans = _spans_ahead(everything)
    years = tuple(sheet_link(sheet) for sheet in reversed(everything.years))
    undated = tuple(sheet_link(sheet) for sheet in everything.undated)
    make = partial(_next, maker, chosen, spans, years, undated)
    looked_at = maker.site_if_looked_at(_PAGE)
    yield maker.planned(addresses.WATCH, make, chosen, spans, years, undated, looked_at)
    looked_at = maker.site_if_looked_at(_YEAR)
    of_years = _spans_by_year(everything.years)
    for sheet, around in neighbours(everything.years, newest_first=False):
        shown = of_years[sheet.link.year, sheet.link.month]
        yield maker.planned(sheet.path, partial(_year, maker, sheet, shown, around), sheet, shown, around, looked_at)
    for sheet, around in neighbours(everything.undated, newest_first=True):
        yield maker.planned(sheet.path, partial(_undated, maker, sheet, around), sheet, around, looked_at)


def paths(site: Site) -> tuple[str, ...]:
    """Give the paths of the pages, for links in notes."""
    everything = watched(site)
    of_years = neighbours((*everything.years, *everything.undated), newest_first=False)
    return (addresses.WATCH, *(sheet.path for sheet, _ in of_years))


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _spans_ahead(everything: Watched) -> tuple[Span, ...]:
    """Give what the calendars of the coming months draw, up to the last month that is listed."""
    today = everything.chosen.today
    since = date.min if today is None else today.replace(day=1)
    until = max([_month(since), *(_month(row.first) for row in everything.chosen.ahead if row.first)])
    pages = everything.pages
    return spans_of(
        (row, pages[row.id])
        for row in everything.dated
        if row.first and row.last and row.last >= since and _month(row.first) <= until
    )


def _spans_by_year(years: tuple[Sheet[Row], ...]) -> dict[tuple[int | None, int | None], tuple[Span, ...]]:
    """Give what the calendars of each year draw, and those of each month, by year and month; None for a whole year."""
    rows: defaultdict[tuple[int | None, int | None], list[tuple[Row, str]]] = defaultdict(list)
    for year in years:
        for row, path in year.all_members():
            rows[year.year, None].append((row, path))
            rows[year.year, row.first.month if row.first else None].append((row, path))
    return {of: spans_of(some) for of, some in rows.items()}


def _next(  # noqa: PLR0913, PLR0917  # partial gives them by place
    maker: PageMaker,
    chosen: Chosen,
    spans: tuple[Span, ...],
    years: tuple[SheetLink, ...],
    undated: tuple[SheetLink, ...],
    titles: Titles,
) -> Page:
    printer = LinePrinter(maker, addresses.WATCH)
    earliest = (1, 1) if chosen.today is None else _month(chosen.today)
    # What has begun before that day's month, and is not over, is listed under that month.
    rows = [(max(_month(row.first), earliest), row) for row in chosen.ahead if row.first and not row.is_long]
    recorded = [month for span in spans if not span.pending and (month := _month(span.first)) >= earliest]
    labels = maker.labels
    return maker.page(
        titles,
        addresses.WATCH,
        _PAGE,
        labels.text("titles.watch"),
        listing=True,
        months=printer.months(rows, spans, recorded),
        weekdays=printer.weekdays(),
        longer=printer.lines(row for row in chosen.ahead if row.is_long),
        further=chosen.further,
        awaiting=printer.lines(chosen.awaiting),
        recorded=printer.lines(chosen.recorded),
        undated=printer.lines(chosen.undated),
        years=(*_DATED_SHORT.shown(years, labels, printer.link), *_UNDATED_SHORT.shown(undated, labels, printer.link)),
    )


def _year(maker: PageMaker, sheet: SheetPage[Row], spans: tuple[Span, ...], around: Around, titles: Titles) -> Page:
    """Render the dates of a year, of a month, or a calendar of a year whose months are on pages of their own."""
    printer = LinePrinter(maker, sheet.path)
    months = printer.months(
        [(_month(row.first), row) for row in sheet.members if row.first],
        spans,
        [(one.year, one.month) for one in sheet.months if one.year and one.month],
    )
    return _sheet(maker, sheet, around, titles, _DATED, _DATED_SHORT, printer=printer, months=months)


def _undated(maker: PageMaker, sheet: SheetPage[Row], around: Around, titles: Titles) -> Page:
    """Render what has no date, of the briefings of a year."""
    printer = LinePrinter(maker, sheet.path)
    lines = printer.lines(sheet.members)
    return _sheet(maker, sheet, around, titles, _UNDATED, _UNDATED_SHORT, printer=printer, undated=lines)


def _sheet(  # noqa: PLR0913, PLR0917  # what the two kinds of sheet share
    maker: PageMaker,
    sheet: SheetPage[Row],
    around: Around,
    titles: Titles,
    names: Names,
    short: Names,
    *,
    printer: LinePrinter,
    months: tuple[Month, ...] = (),
    undated: tuple[Line, ...] = (),
) -> Page:
    labels = maker.labels
    heading = names.name(sheet.link, labels)
    return maker.page(
        titles,
        sheet.path,
        _YEAR,
        heading,
        listing=True,
        heading=heading,
        months=months,
        weekdays=printer.weekdays(),
        undated=undated,
        sheets=short.shown(sheet.months, labels, printer.link),
        earlier=short.shown([around.earlier] if around.earlier else [], labels, printer.link),
        later=short.shown([around.later] if around.later else [], labels, printer.link),
    )
