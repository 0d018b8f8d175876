"""The list of briefings: the newest in full and a filter, everything by year in a line each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from briefgen.rendering import addresses
from briefgen.rendering.filters import KINDS, STATUSES
from briefgen.rendering.pages.archive import sheets
from briefgen.rendering.pages.by_month import by_month
from briefgen.rendering.pages.sheet_links import Around, Names, SheetLink, neighbours, sheet_link

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from briefgen.model.page import Page
    from briefgen.model.site import Marked, Site
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.pages.archive import Sheet
    from briefgen.rendering.pages.sheet_links import SheetPage
    from briefgen.rendering.plan import PlannedPage, Titles

_IN_FULL = 60
"""Briefings on the list itself: with a bottom line each some 60 KB."""
_LIST = "briefings.md.jinja"
_YEAR = "year.md.jinja"
_NAMES = Names(dated="briefings.of_year", undated="briefings.of_no_date")
_SHORT = Names(dated="archive.when", undated="common.no_date")


class Line(NamedTuple):
    """A briefing in one line, and all that the line rests on."""

    briefing_id: str
    title: str
    on: date | None
    status: str
    publishers: tuple[str, ...]
    corrected: date | None


class Offered(NamedTuple):
    """What the filter offers."""

    kinds: tuple[str, ...]
    statuses: tuple[str, ...]
    topics: bool
    actors: bool


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the list, and a page for each year where there are more briefings than it holds."""
    site = maker.site
    newest = site.briefings[:_IN_FULL]
    years = _years(site)
    links = tuple(sheet_link(sheet) for sheet in years)
    offered = _offered(site)
    make = partial(_briefings, maker, newest, links, offered)
    yield maker.planned(
        addresses.BRIEFINGS,
        make,
        newest,
        links,
        offered,
        len(site.briefings),
        maker.find,
        *maker.site_if_looked_at(_LIST),
    )
    looked_at = maker.site_if_looked_at(_YEAR)
    for sheet, around in neighbours(years, newest_first=True):
        yield maker.planned(sheet.path, partial(_year, maker, sheet, around), sheet, around, *looked_at)


def paths(site: Site) -> tuple[str, ...]:
    """Give the paths of the pages, for links in notes."""
    return (addresses.BRIEFINGS, *(sheet.path for sheet, _ in neighbours(_years(site), newest_first=True)))


def _years(site: Site) -> tuple[Sheet[Line], ...]:
    if len(site.briefings) <= _IN_FULL:
        return ()
    return sheets(((one.briefing.date, _line(one)) for one in site.briefings), "archive/", "archive/undated")


def _line(marked: Marked) -> Line:
    briefing = marked.briefing
    return Line(
        briefing_id=briefing.id,
        title=briefing.title,
        on=briefing.date,
        status=briefing.status,
        publishers=tuple(dict.fromkeys(source.publisher for source in briefing.sources if source.publisher)),
        corrected=max((one.date for one in briefing.corrections), default=None),
    )


def _offered(site: Site) -> Offered:
    kinds = {takeaway.kind for one in site.briefings for takeaway in one.briefing.takeaways}
    statuses = {one.briefing.status for one in site.briefings}
    return Offered(
        kinds=tuple(kind for kind in KINDS if kind in kinds),
        statuses=tuple(status for status in STATUSES if status in statuses),
        topics=bool(site.topics),
        actors=bool(site.actors),
    )


def _briefings(
    maker: PageMaker, newest: tuple[Marked, ...], years: tuple[SheetLink, ...], offered: Offered, titles: Titles
) -> Page:
    labels = maker.labels
    return maker.page(
        titles,
        addresses.BRIEFINGS,
        _LIST,
        labels.text("titles.briefings"),
        listing=True,
        months=tuple(by_month(((one.briefing.date, one) for one in newest), labels)),
        years=_SHORT.shown(years, labels, maker.links(addresses.BRIEFINGS).to),
        offered=offered,
        locale=str(labels.locale).replace("_", "-"),
        filters_file=addresses.FILTERS,
        actors_page=addresses.ACTORS,
        topics_page=addresses.TOPICS,
        find_page=addresses.FIND if maker.find else None,
    )


def _year(maker: PageMaker, sheet: SheetPage[Line], around: Around, titles: Titles) -> Page:
    labels, to = maker.labels, maker.links(sheet.path).to
    heading = _NAMES.name(sheet.link, labels)
    lines = [(line, to(addresses.briefing_path(line.briefing_id))) for line in sheet.members]
    return maker.page(
        titles,
        sheet.path,
        _YEAR,
        heading,
        listing=True,
        # Each page of theirs is left out by search engines: so is the one that lists nothing else.
        noindex=bool(sheet.members) and all(line.status == "draft" for line in sheet.members),
        heading=heading,
        count=sheet.link.items,
        months=tuple(by_month(((line.on, (line, href)) for line, href in lines), labels)),
        sheets=_SHORT.shown(sheet.months, labels, to),
        earlier=_SHORT.shown([around.earlier] if around.earlier else [], labels, to),
        later=_SHORT.shown([around.later] if around.later else [], labels, to),
    )
