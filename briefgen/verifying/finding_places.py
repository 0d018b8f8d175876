"""A finding and the text of its file -> the line and the column where what was found stands."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from briefgen.verifying.words import plain_text, words_of

if TYPE_CHECKING:
    from briefgen.verifying.finding import Finding

_NEAR = 40
"""Lines: a parser tells an element's first or its last, and a tag may go over many."""
_GAP = r"(?:<[^<>]{0,300}>|&#?\w{1,10};|\\[nrt]|[\W_]){1,40}?"
"""What may stand between two words: tags, references, escapes, marks."""


def place(finding: Finding, text: str) -> tuple[int, int]:
    """Give line and column, both counted from 1; those that the finding has where the text does not show it."""
    if finding.words:
        return _place_of_words(finding.words.split(), text) or (_line_of(text, finding.words), 1)
    start = _start_of(text, finding.line)
    near = _start_of(text, finding.line - _NEAR), _start_of(text, finding.line + _NEAR)
    for written in _spellings(finding.sought):
        # On its line, or soon behind; before it; anywhere, where the line is not known at all.
        for begin, end in ((start, near[1]), (near[0], start), *([(0, len(text))] if finding.line == 1 else [])):
            at = text.find(written, begin, end + len(written))
            if at >= 0:
                return _position(text, at)
    return finding.line, finding.column


def _spellings(sought: str) -> dict[str, None]:
    """Give how a file may write an address: plainly, in HTML or XML, in JSON."""
    return dict.fromkeys((sought, escape(sought, quote=False), escape(sought), sought.replace("/", "\\/")))


def _place_of_words(words: list[str], text: str) -> tuple[int, int] | None:
    found = re.search(_GAP.join(map(re.escape, words)), text, re.IGNORECASE)
    return _position(text, found.start()) if found else None


def _position(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def _start_of(text: str, line: int) -> int:
    """Give where a line begins; of one that there is not, the nearer end of the text."""
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
        if not at:
            return len(text)
    return at


def _line_of(text: str, stretch: str) -> int:
    """Give the line of a file in which a stretch begins, as far as it can be told by its words; else the first."""
    wanted = frozenset(stretch.split())
    best, line = 0, 1
    for number, content in enumerate(text.split("\n"), 1):
        there = len(wanted.intersection(words_of(plain_text(content))))
        if there > best:
            best, line = there, number
    return line
