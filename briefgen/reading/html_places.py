"""Runs of a page -> where they stand in it: in a list, a heading, a quote; in elements of which names; near which others."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.reading.html_model import Page

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_LINES = _HEADINGS | frozenset(["p", "li", "ul", "ol", "blockquote", "dl", "dt", "dd", "pre"])
_LISTS = frozenset(["ul", "ol"])
_LEVELS = 4


class Places:
    """The places of a page's runs."""

    def __init__(self, page: Page) -> None:
        """Take the page whose runs are asked for by their index."""
        self._page = page

    def shape(self, at: int) -> tuple[str, ...]:
        """Give the names of the two elements around a run, with those that the page gives them."""
        found: list[str] = []
        for index in self._page.lineage(self._page.runs[at].node):
            node = self._page.nodes[index]
            found.append(f"{node.name}.{node.attributes.get('class', '')}")
            if len(found) == 2:  # noqa: PLR2004
                break
        return tuple(found)

    def in_headline(self, at: int) -> bool:
        """Whether a run stands in a headline of the page's first rank."""
        return any(self._page.nodes[index].name == "h1" for index in self._page.lineage(self._page.runs[at].node))

    def near(self, kept: int, at: int) -> bool:
        """Whether two runs stand in one element, at most a few levels up."""
        return not self._around(kept).isdisjoint(self._around(at))

    def _around(self, at: int) -> frozenset[int]:
        """Give the elements around a run that hold more than one line, from the inside a few levels up."""
        lineage = self._page.lineage(self._page.runs[at].node)
        return frozenset(islice((index for index in lineage if self._page.nodes[index].name not in _LINES), _LEVELS))

    def outermost_list(self, at: int) -> int:
        """Give the outermost list around a run, -1 outside of lists."""
        outermost = -1
        for index in self._page.lineage(self._page.runs[at].node):
            if self._page.nodes[index].name in _LISTS:
                outermost = index
        return outermost

    def in_heading(self, at: int) -> bool:
        """Whether a run stands in a heading, at most two levels down."""
        return any(
            self._page.nodes[index].name in _HEADINGS
            for index in list(self._page.lineage(self._page.runs[at].node))[:2]
        )

    def in_quote(self, at: int) -> bool:
        """Whether a run stands in a quote set apart, at most three levels down."""
        return any(
            self._page.nodes[index].name == "blockquote"
            for index in list(self._page.lineage(self._page.runs[at].node))[:3]
        )
