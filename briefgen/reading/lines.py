"""text -> lines that say something, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefgen.errors import SeedError

MAX_LINES = 50_000
"""More lines than any article has; a list or a log would only exhaust memory in the steps that follow."""

_NEWLINE = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_RARE_NEWLINE = re.compile(r"\r(?!\n)|[\v\f\x85\u2028\u2029]")
_NOT_BLANK = re.compile(r"[^\s\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2064\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank."""

    start: int
    """First character that is neither space nor invisible."""
    end: int
    """One past the last character that is no space."""
    indent: int
    """Width of the white space before it, a tab counting 4."""
    blank_before: bool
    """Whether a blank line, or the text's beginning, stands before it."""
    text: str
    """`text[start:end]`."""


def even(text: str) -> str:
    """Give the text with every line end as CR LF or LF: Markdown's marks and front matter are read by lines.

    Args:
        text: The decoded file.

    Returns:
        A text of the same length; old Macs' line ends and Unicode's rarer ones are LF.
    """
    return _RARE_NEWLINE.sub("\n", text)


def split_lines(text: str, file: str) -> tuple[Line, ...]:
    """Give the lines that are not blank.

    Args:
        text: The legible text.
        file: The file's name, for messages.

    Returns:
        The lines in order; blank ones are left out and remembered in `blank_before`.

    Raises:
        SeedError: There are more lines than an article has. Nothing is drafted from the file.
    """
    lines: list[Line] = []
    begin = 0
    blank_before = True
    while begin <= len(text):
        found = _NEWLINE.search(text, begin)
        stop = found.start() if found else len(text)
        first = _NOT_BLANK.search(text, begin, stop)
        if first is None:
            blank_before = True
        else:
            if len(lines) == MAX_LINES:
                raise SeedError(
                    f"{file}: expected an article of at most {MAX_LINES:,} lines, found more. "
                    "Put the article's own text into a file of its own."
                )
            content = text[first.start() : stop].rstrip()
            lines.append(
                Line(
                    start=first.start(),
                    end=first.start() + len(content),
                    indent=len(text[begin : first.start()].expandtabs(4)),
                    blank_before=blank_before,
                    text=content,
                )
            )
            blank_before = False
        if found is None:
            break
        begin = found.end()
    return tuple(lines)
