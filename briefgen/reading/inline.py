"""Markdown text -> the stretches of inline markup that a reader does not see.

A single pass with stacks, no nested quantifiers: runs of `[` or `*` cost the same as letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A destination holds at most two pairs of parentheses and stays on its line; each bound keeps a failing try short.
_DESTINATION = r"\([^()\n]{0,3000}(?:\([^()\n]{0,300}\)[^()\n]{0,3000}){0,2}\)"
_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?<!`)`{1,2}(?!`))"
    r"|(?P<open>!?\[)"
    rf"|(?P<link>\]{_DESTINATION}|\]\[[^\[\]\n]{{0,200}}\])"
    r"|(?P<close>\])"
    r"|(?P<autolink><(?:https?|mailto):[^<>\s]{1,3000}>)"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9-]{0,20}(?:[\s/][^<>]{0,2000})?>)"
    r"|(?P<run>\*{1,4}|_{1,4}|~~)"
    r"|(?P<paragraph>\n[ \t]*\r?\n)"
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]:?")
_BLOCK_TAG = re.compile(
    r"</?(?:p|br|hr|div|img|figure|figcaption|table|tr|td|th|ul|ol|li|iframe|picture|source)\b", re.IGNORECASE
)
_LEFT_OVER_TAG = re.compile(
    r"</?(?:em|i|b|strong|u|s|a|span|sup|sub|small|mark|font|cite|q|p|br|hr|div|img|figure|figcaption|blockquote|ul|ol|li|h[1-6])"
    r"(?:[\s/][^<>]{0,2000})?>",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Run:
    """A run of emphasis marks that may still open something; consumed from its inner end."""

    start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """Where inline markup stands."""

    unseen: tuple[tuple[int, int], ...]
    """Stretches that a reader does not see."""
    strong: tuple[tuple[int, int], ...]
    """What stands between two pairs of asterisks or underscores, marks included."""
    tags: tuple[tuple[int, int], ...]
    """HTML tags inside running text, `<em>` for one."""


def find_tags(text: str, start: int = 0) -> Markup:
    """Find what is left of HTML in plain text.

    Args:
        text: The decoded file.
        start: Where the text after the front matter begins.

    Returns:
        Tags by their names; anything else between angle brackets is text.
    """
    spans = tuple(found.span() for found in _LEFT_OVER_TAG.finditer(text, start))
    inside = tuple(span for span in spans if not _BLOCK_TAG.match(text, *span))
    return Markup(unseen=spans, strong=(), tags=inside)


def find_markup(text: str, start: int = 0) -> Markup:
    """Find emphasis, links, images, code marks, escapes and HTML tags.

    Args:
        text: The decoded file.
        start: Where the text after the front matter begins.

    Returns:
        Their places. Marks without a partner are text.
    """
    scan = _Scan(text)
    scan.unseen.extend((found.start(), found.end()) for found in _FOOTNOTE.finditer(text, start))
    for token in _TOKEN.finditer(text, start):
        scan.take(token)
    return Markup(unseen=tuple(scan.unseen), strong=tuple(sorted(scan.strong)), tags=tuple(scan.tags))


class _Scan:
    """A pass over the text: what is open, and what has been found."""

    def __init__(self, text: str) -> None:
        self.unseen: list[tuple[int, int]] = []
        self.strong: list[tuple[int, int]] = []
        self.tags: list[tuple[int, int]] = []
        self._text = text
        self._brackets: list[tuple[int, int]] = []
        self._runs: dict[str, list[_Run]] = {"*": [], "_": [], "~": []}
        self._take = {
            "escape": lambda at, _end: self.unseen.append((at, at + 1)),
            "code": lambda at, end: self.unseen.append((at, end)),
            "open": lambda at, end: self._brackets.append((at, end)),
            "link": self._close_link,
            "close": lambda _at, _end: self._brackets.pop() if self._brackets else None,
            "autolink": lambda at, end: self.unseen.extend([(at, at + 1), (end - 1, end)]),
            "tag": self._take_tag,
            "run": self._take_run,
            "paragraph": self._end_paragraph,
        }

    def take(self, token: re.Match[str]) -> None:
        """Take the next token."""
        self._take[token.lastgroup or ""](*token.span())

    def _close_link(self, at: int, end: int) -> None:
        if self._brackets:
            self.unseen.extend(_link(self._brackets.pop(), at, end))

    def _take_tag(self, at: int, end: int) -> None:
        self.unseen.append((at, end))
        if not _BLOCK_TAG.match(self._text, at, end):
            self.tags.append((at, end))

    def _take_run(self, at: int, end: int) -> None:
        for opened, closed in _emphasis(self._text, at, end, self._runs[self._text[at]]):
            self.unseen.extend([opened, closed])
            if opened[1] - opened[0] > 1 and self._text[at] != "~":
                self.strong.append((opened[0], closed[1]))

    def _end_paragraph(self, _at: int, _end: int) -> None:
        self._brackets.clear()
        for stack in self._runs.values():
            stack.clear()


def _link(opened: tuple[int, int], at: int, end: int) -> tuple[tuple[int, int], ...]:
    """Keep a link's text, drop an image with its description."""
    if opened[1] - opened[0] > 1:
        return ((opened[0], end),)
    return (opened, (at, end))


def _emphasis(text: str, at: int, end: int, stack: list[_Run]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Close what the run can close, then let the rest of it open."""
    before = text[at - 1] if at else " "
    after = text[end] if end < len(text) else " "
    underscore = text[at] == "_"
    can_close = not before.isspace() and not (underscore and after.isalnum())
    can_open = not after.isspace() and not (underscore and before.isalnum())
    left = end - at
    if can_close:
        while left and stack:
            opener = stack[-1]
            size = min(opener.length, left)
            closed = (end - left, end - left + size)
            opener.length -= size
            yield (opener.start + opener.length, opener.start + opener.length + size), closed
            left -= size
            if not opener.length:
                stack.pop()
    if left and can_open:
        stack.append(_Run(start=end - left, length=left))
