"""Lines -> passages: headings, paragraphs, bullets and block quotes of plain text and Markdown, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.article import BlockKind
    from briefgen.reading.lines import Line

_ATX = re.compile(r"(#{1,6})(?:[ \t]+|$)(?:#{1,6}[ \t]+)?")
_ATX_CLOSE = re.compile(r"[ \t]+#+$")
_SETEXT = re.compile(r"={3,}$|-{3,}$")
_RULE = re.compile(r"(?:[-*_=~][ \t]*){3,}$")
_BULLET = re.compile(r"(?:[-*+•‣◦▪●·–—][ \t]+|\(?[0-9]{1,3}[.)][ \t]+(?=\S)|\(?[a-z][)][ \t]+)")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_FENCE = re.compile(r"```|~~~")
_DEFINITION = re.compile(r"\[[^\[\]\n]{1,200}\]:[ \t]")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*){1,100}\|?$")
_FIRST_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]»]*$")
_FIRST_LETTER = re.compile(r"^[^\w\s]+")

_DEEPEST = 6
_WIDEST_WRAP = 120
"""Columns: no habit of hard wrapping goes further (72, 76, 80, 100 and 120 are met)."""
_WRAPPED_SHARE = 0.75
"""Of the lines with another one right below, those that the next word would have burst, in a text wrapped by a program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the text with its kind, before it is cut into sentences."""

    kind: BlockKind
    level: int = 0
    """1 to 6 for a heading, 0 where nothing marks its level; a bullet's depth."""
    start: int
    end: int
    blank_before: bool
    """Whether a blank line separates it from what stands above."""
    marked: bool = False
    """Whether the file itself marks the kind (`#`, an underline, `-`, `>`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """What the lines amount to."""

    passages: tuple[Passage, ...]
    unseen: tuple[tuple[int, int], ...]
    """Marks of Markdown inside passages: `>` before each line of a quote."""
    tables: tuple[tuple[int, int], ...]
    """Tables, left out."""


def wrap_width(lines: tuple[Line, ...]) -> int:
    """Tell whether a program wrapped the text's lines, and where.

    A program that wraps breaks a line just where the next word would have burst it. Lines of an unwrapped text end where
    paragraphs end, wherever that is.

    Returns:
        The width in characters; 0 where the lines are not wrapped.
    """
    inner = [
        (above, below)
        for above, below in pairwise(lines)
        if not below.blank_before and not _starts_block(below.text) and not _starts_block(above.text, bullets=False)
    ]
    width = _widest(lines)
    if not inner or not 0 < width <= _WIDEST_WRAP:
        return 0
    broken = sum(_bursts(above, below, width) or _breaks_sentence(above, below) for above, below in inner)
    return width if broken >= _WRAPPED_SHARE * len(inner) else 0


def _widest(lines: tuple[Line, ...]) -> int:
    """Give the length of the longest lines.

    An address cannot be wrapped, so it says nothing of the width; nor does one line in fifty that burst for such a reason.
    """
    lengths = sorted(_columns(line) for line in lines if " " in line.text)
    return lengths[min(int(len(lengths) * 0.98), len(lengths) - 1)] if lengths else 0


def _breaks_sentence(above: Line, below: Line) -> bool:
    """Whether a line goes on in lower case with what the line above left open."""
    return not _SENTENCE_END.search(above.text) and _FIRST_LETTER.sub("", below.text)[:1].islower()


def find_passages(lines: tuple[Line, ...], *, markdown: bool) -> Structure:
    """Group lines to passages.

    Args:
        lines: The lines of the text, front matter excluded.
        markdown: Whether `#`, underlines, `>`, tables and fences are marks.

    Returns:
        The passages in order, and what was set aside. Headings without marks are found later, by
        `briefgen.reading.headings`.
    """
    aside = _set_aside(lines) if markdown else _Aside(kept=lines)
    grouping = _Grouping(width=wrap_width(aside.kept), markdown=markdown)
    for line in aside.kept:
        grouping.add(line)
    return Structure(
        passages=tuple(grouping.passages),
        unseen=(*aside.definitions, *grouping.unseen),
        tables=aside.tables,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aside:
    """The lines without tables, code and link definitions, and the places of these."""

    kept: tuple[Line, ...]
    tables: tuple[tuple[int, int], ...] = ()
    definitions: tuple[tuple[int, int], ...] = ()


def _set_aside(lines: tuple[Line, ...]) -> _Aside:
    kept: list[Line] = []
    found: dict[str, list[tuple[int, int]]] = {"table": [], "code": [], "definition": []}
    at = 0
    while at < len(lines):
        line = lines[at]
        stop = at
        if _FENCE.match(line.text):
            kind = "code"
            stop = at + 1
            while stop < len(lines) and not lines[stop].text.startswith(line.text[:3]):
                stop += 1
            stop = min(stop + 1, len(lines))
        elif "|" in line.text and at + 1 < len(lines) and _TABLE_RULE.match(lines[at + 1].text):
            kind = "table"
            stop = at + 2
            while stop < len(lines) and "|" in lines[stop].text and not lines[stop].blank_before:
                stop += 1
        elif _DEFINITION.match(line.text):
            kind = "definition"
            stop = at + 1
        if stop == at:
            severed = at > 0 and (not kept or kept[-1] is not lines[at - 1])
            kept.append(replace(line, blank_before=True) if severed else line)
            at += 1
        else:
            found[kind].append((line.start, lines[stop - 1].end))
            at = stop
    return _Aside(
        kept=tuple(kept),
        tables=tuple(found["table"]),
        definitions=tuple(found["definition"]),
    )


class _Grouping:
    """Lines put into passages one after the other."""

    def __init__(self, *, width: int, markdown: bool) -> None:
        self.passages: list[Passage] = []
        self.unseen: list[tuple[int, int]] = []
        self._width = width
        self._markdown = markdown
        self._above: Line | None = None
        """The line that the next one may go on from."""

    def add(self, line: Line) -> None:
        """Put a line into the last passage or a new one."""
        if _RULE.match(line.text):
            self._take_rule(line)
            self._above = None
        elif self._markdown and (atx := _ATX.match(line.text)):
            self._take_heading(line, atx)
            self._above = None
        elif quote := _QUOTE.match(line.text):
            self._take_quoted(line, line.start + quote.end())
        elif (bullet := _BULLET.match(line.text)) and bullet.end() < len(line.text):
            heading = _ATX.match(line.text, bullet.end()) if self._markdown else None
            start = heading.end() if heading and heading.end() < len(line.text) else bullet.end()
            self._append("bullet", line, line.start + start, level=_depth(line), marked=True)
        elif (
            self._above is not None and self.passages and _continues(self._above, line, self.passages[-1], self._width)
        ):
            self.passages[-1] = replace(self.passages[-1], end=line.end)
            self._above = line
        else:
            self._append("paragraph", line, line.start)

    def _append(self, kind: BlockKind, line: Line, start: int, *, level: int = 0, marked: bool = False) -> None:
        self.passages.append(
            Passage(kind=kind, level=level, start=start, end=line.end, blank_before=line.blank_before, marked=marked)
        )
        self._above = line

    def _take_rule(self, line: Line) -> None:
        """Make a heading of the paragraph that a line of `=` or `-` underlines."""
        underlines = self._markdown and _SETEXT.match(line.text) and self._above is not None and not line.blank_before
        if underlines and self.passages and self.passages[-1].kind == "paragraph":
            level = 1 if line.text[0] == "=" else 2
            self.passages[-1] = replace(self.passages[-1], kind="heading", level=level, marked=True)

    def _take_heading(self, line: Line, mark: re.Match[str]) -> None:
        close = _ATX_CLOSE.search(line.text, mark.end())
        start, end = line.start + mark.end(), line.start + (close.start() if close else len(line.text))
        if start < end:
            self.passages.append(
                Passage(kind="heading", level=len(mark.group(1)), start=start, end=end, blank_before=True, marked=True)
            )

    def _take_quoted(self, line: Line, start: int) -> None:
        """Put a line that begins with `>` into a block quote, its mark out of sight."""
        if start >= line.end:
            self._above = None
            return
        quoting = self._above is not None and self.passages and self.passages[-1].kind == "quote"
        if quoting and not line.blank_before:
            self.unseen.append((line.start, start))
            self.passages[-1] = replace(self.passages[-1], end=line.end)
            self._above = line
        else:
            self._append("quote", line, start, marked=True)


def _depth(line: Line) -> int:
    """Give a bullet's depth: two to four spaces make a step."""
    return min((line.indent + 2) // 4, _DEEPEST)


def _continues(above: Line, line: Line, last: Passage, width: int) -> bool:
    """Whether a line goes on with the passage above it."""
    if line.blank_before or last.kind == "heading":
        return False
    if last.kind == "bullet" and line.indent > above.indent:
        return True
    return width > 0 and _continues_line(above, line, width)


def _continues_line(above: Line, below: Line, width: int) -> bool:
    return _bursts(above, below, width) or _breaks_sentence(above, below)


def _bursts(above: Line, below: Line, width: int) -> bool:
    """Whether the first word of the line below would have burst the line above."""
    word = _FIRST_WORD.match(below.text)
    return _columns(above) + 1 + len(word.group() if word else "") > width


def _columns(line: Line) -> int:
    return line.indent + len(line.text)


def _starts_block(text: str, *, bullets: bool = True) -> bool:
    if _ATX.match(text) or _RULE.match(text) or _QUOTE.match(text):
        return True
    return bullets and _BULLET.match(text) is not None
