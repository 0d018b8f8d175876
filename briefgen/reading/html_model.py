"""A web page taken apart: its elements, its runs of text, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.reading.html_tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An element that begins a line of its own."""

    name: str
    parent: int
    """Index of the node it stands in; -1 for the page itself."""
    attributes: dict[str, str]
    unread: bool
    """Whether its text is hidden, or a control's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text on a line of its own, without a block's boundary in it."""

    start: int
    end: int
    node: int
    """Index of the innermost node around it."""
    linked: int
    """How many of its visible characters are links."""
    visible: int
    """How many of its characters are no white space."""
    strong: bool
    """Whether all of it is bold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, taken apart."""

    surface: str
    """As long as the file's text: markup and what is hidden replaced by fillers, references by their characters."""
    nodes: tuple[Node, ...]
    runs: tuple[Run, ...]
    head: tuple[Token, ...]
    """What tells of the page: `html`, `meta`, `link`, `title`, `time`, scripts with data, password fields, videos."""

    def lineage(self, node: int) -> Iterator[int]:
        """Give a node and everything around it, from the inside out."""
        while node >= 0:
            yield node
            node = self.nodes[node].parent
