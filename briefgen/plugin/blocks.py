"""A page's Markdown of nothing but headings and elements of HTML -> the same with a mark for each element, and the elements.

Markdown leaves a complete element of HTML between its paragraphs as it is, and yet reads it several times. So MkDocs gets
the page without them, a tenth of a second's work for a hundred pages instead of two seconds', and they are put in again.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from briefgen.plugin.tokens import VOID, attributes_of, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.plugin.tokens import Tag

# Which Python-Markdown and its extensions know as blocks: such an element stands for itself.
_BLOCKS = frozenset("article aside details div dl figure footer form header nav ol p script section table ul".split())
# Between elements: blank lines and headings. No heading can hold an element, a span of code or a definition.
_BETWEEN = re.compile(r"\n*+(?:\#{1,6}\ [^\n`~<>\\\[\]]*+(?:\n++|\Z))*+")
_TELLING = re.compile(r"(?i:markdown|id|name)=?")
_FENCES = re.compile(r"```|~~~")
_MARK = '<div class="b-element-{}"></div>'
_MARKS = re.compile(r'<div class="b-element-([0-9]+)"></div>')


class Blocks(NamedTuple):
    """A page whose elements are marked."""

    skeleton: str
    """The Markdown with marks for the elements."""
    spans: tuple[tuple[int, int], ...]
    """Where each element begins and ends in the Markdown."""
    anchors: frozenset[str]
    """What can be linked to in the elements."""

    def fill(self, content: str, markdown: str) -> str | None:
        """Put the elements in again.

        Args:
            content: What became of the skeleton.
            markdown: The page's.

        Returns:
            What would have become of the Markdown; None where a mark was lost.
        """
        pieces = _MARKS.split(content)
        if pieces[1::2] != [str(number) for number in range(len(self.spans))]:
            return None
        pieces[1::2] = [markdown[start:end] for start, end in self.spans]
        return "".join(pieces)


def blocks_of(markdown: str) -> Blocks | None:
    """Mark a page's elements.

    Args:
        markdown: The page's, without its front matter.

    Returns:
        None where the page holds anything but headings, blank lines and complete elements, each beginning a line and
        ending one.
    """
    read = tags_of(markdown)
    if read is None or "b-element-" in markdown or _FENCES.search(markdown):
        return None
    tags, rest = read
    if (tags and rest[:1] not in ("", "\n")) or not _BETWEEN.fullmatch(rest):
        return None
    spans = _spans(tags)
    anchors = _anchors(tags)
    if spans is None or anchors is None:
        return None
    between: list[str] = []
    at = 0
    for number, (start, end) in enumerate(spans):
        if not _stands_between(markdown[at:start], first=not number):
            return None
        between += (markdown[at:start], _MARK.format(number))
        at = end
    return Blocks("".join((*between, markdown[at:])), spans, anchors)


def _spans(tags: Iterable[Tag]) -> tuple[tuple[int, int], ...] | None:
    """Find the outermost elements; None where one is not complete, or is none that stands for itself."""
    spans: list[tuple[int, int]] = []
    open_tags: list[str] = []
    at = start = 0
    for before, closes, name, attributes, empty in tags:
        if not open_tags:
            if closes or empty or name not in _BLOCKS:
                return None
            start = at + len(before)
        at += len(before) + len(closes) + len(name) + len(attributes) + len(empty) + 2
        if closes:
            if open_tags.pop() != name:
                return None
            if not open_tags:
                spans.append((start, at))
        elif open_tags and open_tags[-1] == "script":  # in which tags are none
            return None
        elif not empty and name not in VOID:
            open_tags.append(name)
    return None if open_tags else tuple(spans)


def _anchors(tags: Iterable[Tag]) -> frozenset[str] | None:
    """Give what can be linked to; None where an element asks for its text to be read as Markdown."""
    anchors: set[str] = set()
    for _, _, name, attributes, _ in tags:
        if attributes and _TELLING.search(attributes):
            told = attributes_of(attributes)
            if "markdown" in told:
                return None
            keys = ("id", "name") if name == "a" else ("id",)
            anchors.update(unescape(value) for key in keys if (value := told.get(key)) is not None)
    return frozenset(anchors)


def _stands_between(text: str, *, first: bool) -> bool:
    """Tell whether an element may begin after a text, which is what stands since the last one or the page's begin."""
    if text == "\n" or (first and not text):
        return True
    return text.endswith("\n") and (first or text.startswith("\n")) and _BETWEEN.fullmatch(text) is not None
