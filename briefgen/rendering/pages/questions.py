"""The questions: open, answered, overtaken; the older ones by year."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefgen.rendering import addresses
from briefgen.rendering.pages.archive import Sheet, sheets
from briefgen.rendering.pages.sheet_links import Around, Names, SheetLink, SheetPage, neighbours, sheet_link
from briefgen.rendering.pages.told import Printer, Told, id_across, iso, told_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.briefing import Question
    from briefgen.model.page import Page
    from briefgen.model.site import Site
    from briefgen.rendering.labels import Labels
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles

_PAGE = "questions.md.jinja"
_YEAR = "questions_year.md.jinja"
_NAMES = Names(dated="questions.year", undated="questions.undated_year")
_SHORT = Names(dated="archive.when", undated="questions.undated_year_short")
MOST = {"open": 100, "answered": 50, "overtaken": 20}
"""Questions of each status on the first page, in the order of its sections."""


_STATUSES = {name: Markup(name) for name in MOST}  # noqa: S704  # words of the format


class _Row(NamedTuple):
    """A question, what is said of its briefing, and of the one that answers it, if that is shown."""

    id: Markup
    question: Question
    anchor: str
    told: Told
    answered: Told | None


class _Line(NamedTuple):
    """A question; templates take it apart by place, which is ten times as fast there as by name."""

    id: Markup
    status: Markup
    text: str
    answer: str | None
    answered_href: Markup | None
    answered_title: Markup | None
    answered_on: Markup | None
    href: Markup
    """Its place on its briefing's page, with its evidence."""


class _Asking(NamedTuple):
    """The questions of one briefing, taken apart by place as well."""

    href: Markup
    title: Markup
    date: Markup | None
    draft: bool
    asked: Markup | None
    """The day of the briefing, where one of them is still open."""
    lines: tuple[_Line, ...]


class _Section(NamedTuple):
    status: str
    asking: tuple[_Asking, ...]
    number: int
    """Of the questions of that status, older ones included."""
    older: int
    """How many more there are of that status."""


class _Month(NamedTuple):
    name: str
    anchor: str
    asking: tuple[_Asking, ...]


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
    for status, most in MOST.items():
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
        sections=tuple(
            _Section(status, _asking(rows, printer), len(rows) + older, older) for status, rows, older in chosen
        ),
        years=_SHORT.shown(links, maker.labels, printer.link),
    )


def _year(maker: PageMaker, sheet: SheetPage[_Row], around: Around, titles: Titles) -> Page:
    printer = Printer(maker.links(sheet.path), sheet.path, maker.labels)
    labels = maker.labels
    heading = _NAMES.name(sheet.link, labels)
    return maker.page(
        titles,
        sheet.path,
        _YEAR,
        heading,
        listing=True,
        heading=heading,
        months=_months(sheet.members, labels, printer),
        sheets=_SHORT.shown(sheet.months, labels, printer.link),
        earlier=_SHORT.shown([around.earlier] if around.earlier else [], labels, printer.link),
        later=_SHORT.shown([around.later] if around.later else [], labels, printer.link),
    )


def _months(rows: Iterable[_Row], labels: Labels, printer: Printer) -> tuple[_Month, ...]:
    """Give what is sorted by the dates of its briefings by month; what has none without a name."""
    months: list[_Month] = []
    for first, some in groupby(rows, key=lambda row: row.told.date and row.told.date.replace(day=1)):
        asking = _asking(some, printer)
        months.append(_Month(labels.month(first), f"b-{first:%Y-%m}", asking) if first else _Month("", "", asking))
    return tuple(months)


def _asking(rows: Iterable[_Row], printer: Printer) -> tuple[_Asking, ...]:
    """Give questions by the briefings that ask them, whose questions come one after the other."""
    result: list[_Asking] = []
    for told, of_one in groupby(rows, key=lambda row: row.told):
        some = tuple(of_one)
        is_open = told.date and any(row.question.status == "open" for row in some)
        result.append(
            _Asking(
                printer.briefing(told),
                printer.title(told.title),
                printer.time(told.date),
                told.draft,
                iso(told.date) if told.date and is_open else None,
                tuple(_line(row, printer) for row in some),
            )
        )
    return tuple(result)


def _line(row: _Row, printer: Printer) -> _Line:
    question, answered = row.question, row.answered
    return _Line(
        row.id,
        _STATUSES[question.status],
        question.text,
        question.answer,
        printer.briefing(answered) if answered else None,
        printer.title(answered.title) if answered else None,
        printer.time(answered.date) if answered else None,
        printer.item(row.told, row.anchor),
    )
