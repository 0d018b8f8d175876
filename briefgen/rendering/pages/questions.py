"""The questions: open, answered, overtaken; the older ones by year."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefgen.rendering import addresses
from briefgen.rendering.pages.archive import Sheet, sheets
from briefgen.rendering.pages.sheet_links import Around, Names, SheetLink, neighbours, sheet_link
from briefgen.rendering.pages.told import Printer, Told, id_across, told_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.briefing import Question
    from briefgen.model.page import Page
    from briefgen.model.site import Site
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles

_PAGE = "questions.md.jinja"
_YEAR = "questions_year.md.jinja"
_NAMES = Names(dated="questions.year", undated="questions.undated_year")
_SHORT = Names(dated="archive.when", undated="questions.undated_year_short")
_MOST = {"open": 100, "answered": 50, "overtaken": 20}
"""Questions of each status on the first page, in the order of its sections."""


_STATUSES = {name: Markup(name) for name in _MOST}  # noqa: S704  # words of the format


class _Row(NamedTuple):
    """A question, what is said of its briefing, and of the one that answers it, if that is shown."""

    id: Markup
    question: Question
    anchor: str
    told: Told
    answered: Told | None


class _Line(NamedTuple):
    """An item of a list; templates take it apart by place, which is ten times as fast there as by name."""

    id: Markup
    asked: Markup | None
    """The day of its briefing, where it is still open."""
    status: Markup
    text: str
    answer: str | None
    answered_href: Markup | None
    answered_title: Markup | None
    answered_on: Markup | None
    href: Markup
    """The question on its briefing's page, with its evidence."""
    title: Markup
    date: Markup | None
    draft: bool


class _Section(NamedTuple):
    status: str
    lines: tuple[_Line, ...]
    older: int
    """How many more there are of that status."""


class _Month(NamedTuple):
    name: str
    anchor: str
    lines: tuple[_Line, ...]


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the page of all that is recent, and those by year where there is more than it holds."""
    chosen, years = _chosen_and_years(maker.site)
    links = tuple(sheet_link(sheet) for sheet in years)
    looked_at = maker.site_if_looked_at(_PAGE)
    yield maker.planned(addresses.QUESTIONS, partial(_questions, maker, chosen, links), chosen, links, looked_at)
    looked_at = maker.site_if_looked_at(_YEAR)
    for sheet, around in neighbours(years, newest_first=True):
        yield maker.planned(sheet.path, partial(_year, maker, sheet, around), sheet, around, looked_at)


def paths(site: Site) -> tuple[str, ...]:
    """Give the paths of the pages, for links in notes."""
    _, years = _chosen_and_years(site)
    return (addresses.QUESTIONS, *(sheet.path for sheet, _ in neighbours(years, newest_first=True)))


_Chosen = tuple[tuple[str, tuple[_Row, ...], int], ...]
"""For each status the rows of the first page, and how many more there are."""


def _chosen_and_years(site: Site) -> tuple[_Chosen, tuple[Sheet[_Row], ...]]:
    rows = _rows(site)
    chosen: list[tuple[str, tuple[_Row, ...], int]] = []
    for status, most in _MOST.items():
        every = [row for row in rows if row.question.status == status]
        chosen.append((status, tuple(every[:most]), max(0, len(every) - most)))
    ids = {row.id for _, some, _ in chosen for row in some}
    of_years = sheets(((row.told.date, row) for row in rows), "questions/", "questions/undated")
    needed = (sheet for sheet in of_years if any(row.id not in ids for row, _ in sheet.all_members()))
    return tuple(chosen), tuple(needed)


def _rows(site: Site) -> tuple[_Row, ...]:
    """Give the rows, newest briefing first."""
    tolds = {one.briefing.id: told_of(one) for one in site.briefings}
    return tuple(
        _Row(
            id_across("q", one.marked.briefing.id, one.mark.anchor),
            one.question,
            one.mark.anchor,
            tolds[one.marked.briefing.id],
            tolds.get(one.question.answered_by or ""),
        )
        for one in site.questions
    )


def _questions(maker: PageMaker, chosen: _Chosen, links: tuple[SheetLink, ...], titles: Titles) -> Page:
    printer = Printer(maker.links(addresses.QUESTIONS), addresses.QUESTIONS, maker.labels)
    return maker.page(
        titles,
        addresses.QUESTIONS,
        _PAGE,
        maker.labels.text("titles.questions"),
        listing=True,
        sections=tuple(_Section(status, _lines(rows, printer), older) for status, rows, older in chosen),
        years=_SHORT.shown(links, maker.labels, printer.link),
    )


def _year(maker: PageMaker, sheet: Sheet[_Row], around: Around, titles: Titles) -> Page:
    printer = Printer(maker.links(sheet.path), sheet.path, maker.labels)
    labels = maker.labels
    heading = _NAMES.name(sheet_link(sheet), labels)
    return maker.page(
        titles,
        sheet.path,
        _YEAR,
        heading,
        listing=True,
        heading=heading,
        months=tuple(
            _Month(
                labels.month(date(*month, 1)) if month else "",
                f"b-{month[0]:04d}-{month[1]:02d}" if month else "",
                lines,
            )
            for month, some in groupby(
                sheet.members, key=lambda row: row.told.date and (row.told.date.year, row.told.date.month)
            )
            for lines in (_lines(some, printer),)
        ),
        sheets=_SHORT.shown((sheet_link(one) for one in sheet.sheets), labels, printer.link),
        earlier=_SHORT.shown([around.earlier] if around.earlier else [], labels, printer.link),
        later=_SHORT.shown([around.later] if around.later else [], labels, printer.link),
    )


def _lines(rows: Iterable[_Row], printer: Printer) -> tuple[_Line, ...]:
    return tuple(_line(row, printer) for row in rows)


def _line(row: _Row, printer: Printer) -> _Line:
    question, told, answered = row.question, row.told, row.answered
    return _Line(
        row.id,
        Markup(told.date.isoformat()) if told.date and question.status == "open" else None,  # noqa: S704  # digits
        _STATUSES[question.status],
        question.text,
        question.answer,
        printer.briefing(answered) if answered else None,
        printer.title(answered.title) if answered else None,
        printer.time(answered.date) if answered else None,
        printer.item(told, row.anchor),
        printer.title(told.title),
        printer.time(told.date),
        told.draft,
    )
