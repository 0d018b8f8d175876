"""Markdown text -> the stretches of inline markup that a reader does not see.

A single pass with stacks, no nested quantifiers: runs of `[` or `*` cost the same as letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A destination holds at most one pair of parentheses and stays on its line; each bound keeps a failing try short.
_DESTINATION = r"\([^()\n]{0,3000}(?:\([^()\n]{0,300}\)[^()\n]{0,3000})?\)"
_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>`{1,3})"
    r"|(?P<open>!?\[)"
    rf"|(?P<link>\]{_DESTINATION}|\]\[[^\[\]\n]{{0,200}}\])"
    r"|(?P<close>\])"
    r"|(?P<autolink><(?:https?|mailto):[^<>\s]{1,3000}>)"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9-]{0,20}(?:[\s/][^<>]{0,2000})?>)"
    r"|(?P<run>\*{1,4}|_{1,4}|~~)"
    r"|(?P<paragraph>\n[ \t]*\r?\n)"
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]:?")
_BLOCK_TAG = re.compile(r"</?(?:p|br|hr|div|img|figure|figcaption|table|tr|td|th|ul|ol|li|iframe|picture|source)\b", re.I)


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
    """HTML tags inside the text, which another reader of the file may take for text."""


def find_markup(text: str, start: int = 0) -> Markup:
    """Find emphasis, links, images, code marks, escapes and HTML tags.

    Args:
        text: The decoded file.
        start: Where the text after the front matter begins.

    Returns:
        Their places. Marks without a partner are text.
    """
    unseen: list[tuple[int, int]] = []
    strong: list[tuple[int, int]] = []
    tags: list[tuple[int, int]] = []
    brackets: list[tuple[int, int]] = []
    runs: dict[str, list[_Run]] = {"*": [], "_": [], "~": []}
    unseen.extend((found.start(), found.end()) for found in _FOOTNOTE.finditer(text, start))
    for token in _TOKEN.finditer(text, start):
        at, end = token.span()
        kind = token.lastgroup
        if kind == "escape":
            unseen.append((at, at + 1))
        elif kind == "code":
            unseen.append((at, end))
        elif kind == "open":
            brackets.append((at, end))
        elif kind == "link":
            if brackets:
                unseen.extend(_link(brackets.pop(), at, end))
        elif kind == "close":
            if brackets:
                brackets.pop()
        elif kind == "autolink":
            unseen.extend([(at, at + 1), (end - 1, end)])
        elif kind == "tag":
            unseen.append((at, end))
            if not _BLOCK_TAG.match(token.group()):
                tags.append((at, end))
        elif kind == "run":
            for opened, closed in _emphasis(text, at, end, runs[text[at]]):
                unseen.extend([opened, closed])
                if opened[1] - opened[0] > 1 and text[at] != "~":
                    strong.append((opened[0], closed[1]))
        else:
            brackets.clear()
            for stack in runs.values():
                stack.clear()
    return Markup(unseen=tuple(unseen), strong=tuple(sorted(strong)), tags=tuple(tags))


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
