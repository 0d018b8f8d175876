"""The home page: the newest briefings, what is next, open questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.rendering import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.page import Page
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles

_UPCOMING_MOST = 40


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the page."""
    yield maker.planned(addresses.HOME, partial(_home, maker), maker.site)


def _home(maker: PageMaker, titles: Titles) -> Page:
    site = maker.site
    upcoming = [one for one in site.watch if one.item.status == "pending" and (one.item.start or one.item.end)]
    return maker.page(
        titles,
        addresses.HOME,
        "home.md.jinja",
        None,
        listing=True,
        upcoming=tuple(upcoming[-_UPCOMING_MOST:]),
        open_questions=tuple(one for one in site.questions if one.question.status == "open"),
    )
