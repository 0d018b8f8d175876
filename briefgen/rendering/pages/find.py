"""The page that finds briefings in their full text, where Pagefind makes its index."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.rendering import addresses
from briefgen.rendering.filters import KINDS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.page import Page
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles

_PAGE = "find.md.jinja"


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the page, if the site has it."""
    if maker.find:
        yield maker.planned(addresses.FIND, partial(_find, maker), *maker.site_if_looked_at(_PAGE))


def _find(maker: PageMaker, titles: Titles) -> Page:
    labels = maker.labels
    return maker.page(
        titles,
        addresses.FIND,
        _PAGE,
        labels.text("titles.find"),
        listing=True,
        kinds=KINDS,
        statuses=STATUSES,
        locale=str(labels.locale).replace("_", "-"),
        bundle="pagefind/pagefind.js",
        actors_page=addresses.ACTORS,
        topics_page=addresses.TOPICS,
    )
