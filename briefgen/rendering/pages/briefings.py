"""The list of all briefings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.rendering import addresses
from briefgen.rendering.pages.by_month import by_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.page import Page
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the page."""
    yield maker.planned(addresses.BRIEFINGS, partial(_briefings, maker), maker.site)


def _briefings(maker: PageMaker, titles: Titles) -> Page:
    months = tuple(by_month(((one.briefing.date, one) for one in maker.site.briefings), maker.labels))
    return maker.page(
        titles,
        addresses.BRIEFINGS,
        "briefings.md.jinja",
        maker.labels.text("titles.briefings"),
        listing=True,
        months=months,
    )
