"""Briefings that one page lists by date -> the newest on the page itself, the older on pages of their own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from briefgen.rendering import addresses
from briefgen.rendering.pages.printed import printed_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefgen.model.page import Page
    from briefgen.model.site import Mark, Marked
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles

T = TypeVar("T")

WORTH_FILTERING = 10
"""Briefings of an actor or a topic from which on its page leads to their filter: fewer are seen at a glance."""

_ON_THE_PAGE = 200
"""A row is 250 to 400 bytes."""
_ON_AN_OLDER_ONE = 150


class Row(NamedTuple):
    """A briefing in one line, and all that the line rests on."""

    briefing_id: str
    anchor: str | None
    """Of the item on its page that is meant, if one is."""
    title: str
    on: date | None
    draft: bool
    corrected: date | None
    text: str | None = None
    """What is said of it, if anything."""


def row(marked: Marked, mark: Mark | None = None, text: str | None = None) -> Row:
    """Give the line of a briefing."""
    briefing = marked.briefing
    return Row(
        briefing.id,
        None if mark is None else mark.anchor,
        briefing.title,
        briefing.date,
        briefing.status == "draft",
        max((one.date for one in briefing.corrections), default=None),
        text,
    )


def parted(rows: Sequence[T]) -> tuple[tuple[T, ...], tuple[tuple[T, ...], ...]]:
    """Part what comes newest first.

    Returns:
        What stands on the page itself, and what stands on each older page, the oldest first: counted from the oldest, so
        that a new briefing changes none of them.
    """
    pages = max(0, -(-(len(rows) - _ON_THE_PAGE) // _ON_AN_OLDER_ONE))
    kept = len(rows) - pages * _ON_AN_OLDER_ONE
    older = tuple(tuple(rows[at : at + _ON_AN_OLDER_ONE]) for at in range(kept, len(rows), _ON_AN_OLDER_ONE))
    return tuple(rows[:kept]), older[::-1]


class Older(NamedTuple):
    """Everything that a page of older rows shows."""

    path: str
    """Of the page whose rows they are."""
    name: str
    """What that page is about."""
    rows: tuple[Row, ...]
    number: int
    """Counted from 1, the oldest."""
    newest: bool
    """Whether no page of newer ones follows."""
    noindex: bool


def plan_older(
    maker: PageMaker, path: str, name: str, older: Sequence[tuple[Row, ...]], *, noindex: bool
) -> Iterator[PlannedPage]:
    """Plan the pages of older rows.

    Args:
        maker: Of the site.
        path: Of the page whose rows they are.
        name: What that page is about.
        older: The rows of each, the oldest first.
        noindex: Whether search engines shall leave them out.
    """
    site = maker.site_if_looked_at("older.md.jinja") if older else ()
    for number, rows in enumerate(older, 1):
        shown = Older(path, name, rows, number, number == len(older), noindex)
        yield maker.planned(addresses.older_path(path, number), partial(_older, maker, shown), shown, *site)


def _older(maker: PageMaker, shown: Older, titles: Titles) -> Page:
    path, number = shown.path, shown.number
    here = addresses.older_path(path, number)
    links = maker.links(here)
    return maker.page(
        titles,
        here,
        "older.md.jinja",
        maker.labels.text("across.older_title", name=shown.name, n=number),
        noindex=shown.noindex,
        listing=True,
        shown=shown,
        rows=printed_rows(shown.rows, links, maker),
        whole=links.to(path),
        newer=links.to(path if shown.newest else addresses.older_path(path, number + 1)),
        older=links.to(addresses.older_path(path, number - 1)) if number > 1 else None,
    )
