"""A file whose front matter has no beginning or no end -> where the missing `---` belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.files.edits import Edit
from briefgen.files.rows import ODD_SPACES, read_rows
from briefgen.files.shape import shape
from briefgen.files.yaml_faults import Fault, Mend, shown
from briefgen.model.briefing import Briefing

if TYPE_CHECKING:
    from briefgen.files.rows import Row

_BLANK = f"[ \\t{ODD_SPACES}]*"
_NEARLY = re.compile(f"\ufeff?((?:{_BLANK}\r?\n)*{_BLANK}([-–—]{{2,}}){_BLANK})(?=\r?\n)")
_KEY = f"(?:{'|'.join(shape(Briefing))})"
_SECOND = re.compile(f"\\s*^(---[ \\t]*\r?\n){_KEY}:(?:\\s|$)", re.MULTILINE)
_FIRST_KEY = re.compile(f"\\s*{_KEY}:(?:\\s|$)")


def no_opening(text: str) -> Fault:
    """Say why a file does not begin with front matter."""
    nearly = _NEARLY.match(text)
    if nearly:
        mend = Mend(edits=(Edit(start=nearly.start(1), end=nearly.end(1), text="---"),), done="opened the front matter")
        if nearly[2] == "---":
            found = "a blank before it" if "\n" not in nearly[1] else "a blank line above it"
            message = f"expected `---` at the very beginning of the file, found {found}; take it out"
            return _fault(0, message, mend)
        message = f"expected three hyphens, `---`, as the first line, found {shown(nearly[2])}"
        return _fault(nearly.start(2), message, mend)
    start = len(text) - len(text.lstrip("\ufeff"))
    rows = [row for row in read_rows(text, start, len(text), Briefing) if row.kind != "blank"]
    if rows and _is_key(rows[0]):
        edit = Edit(start=start, end=rows[0].start, text=f"---{_newline(text)}")
        keys = sum(_is_key(row) for row in rows)
        mend = Mend(edits=(edit,), done="opened the front matter", sure=keys > 1)
        return _fault(rows[0].start, "expected `---` as the first line, above this one, found none; put it there", mend)
    return _fault(0, "expected `---` as the first line, with the front matter below it, found something else")


def no_closing(text: str, start: int) -> Fault:
    """Say where front matter that is never closed should end.

    Args:
        text: The file.
        start: The first character below the opening line.
    """
    rows = read_rows(text, start, len(text), Briefing)
    found = nearly_closed(text, rows) or not_closed_above(text, rows)
    if found:
        return found
    if all(row.kind not in {"loose", "fence"} for row in rows):
        filled = [row for row in rows if row.kind not in {"blank", "comment"}]
        if filled:
            return _close_below(text, filled[-1], sure=True)
    message = "the front matter that opens here is never closed; put a line with `---` below its last line"
    return _fault(0, message)


def nearly_closed(text: str, rows: list[Row]) -> Fault | None:
    """Find a line of dashes that is meant to close the front matter: two of them, four, long ones, or behind a blank."""
    for number, row in enumerate(rows):
        if row.kind == "fence" and not any(map(_is_key, rows[number:])):
            edit = Edit(start=row.start, end=row.end, text="---")
            mend = Mend(edits=(edit,), done="closed the front matter with three hyphens")
            line = shown(text[row.start : row.end])
            message = f"expected three hyphens, `---`, and nothing else to close the front matter, found {line}"
            return _fault(row.sign, message, mend)
    return None


def not_closed_above(text: str, rows: list[Row]) -> Fault | None:
    """Find where notes begin: prose behind an empty line, with no key of a briefing from there on."""
    after_keys = max((number for number, row in enumerate(rows) if _is_key(row)), default=-1) + 1
    for number in range(max(after_keys, 1), len(rows)):
        row = rows[number]
        begins = row.kind in {"loose", "comment"} or (row.kind in {"pair", "entry"} and not row.indent)
        if begins and not row.indent and rows[number - 1].kind == "blank" and after_keys:
            last = max(at for at in range(number) if rows[at].kind != "blank")
            # A heading looks like a comment, and notes can begin with a list.
            return _close_below(text, rows[last], sure=row.kind == "loose")
    return None


def second_front_matter(text: str, start: int, end: int, notes: int) -> Fault | None:
    """Find front matter that was pasted above another.

    Args:
        text: The file.
        start: Where the first begins.
        end: One past its last character.
        notes: What stands below its closing line.
    """
    if not text[start:end].strip() and _FIRST_KEY.match(text, notes):
        edit = Edit(start=end, end=notes, text="")
        mend = Mend(edits=(edit,), done="took out the `---` that closed the front matter before it began")
        message = "this `---` closes the front matter before its first line; take it out"
        return Fault(at=end, code="no-front-matter", message=message, mend=mend)
    second = _SECOND.match(text, notes)
    if second:
        message = "a second front matter begins here, and would be printed as text; keep one of the two"
        return Fault(at=second.start(1), code="front-matter-twice", message=message)
    return None


def _close_below(text: str, row: Row, *, sure: bool) -> Fault:
    edit = Edit(start=row.end, end=row.end, text=f"{_newline(text)}---")
    message = "the front matter is never closed; put a line with `---` below this one"
    return _fault(row.sign, message, Mend(edits=(edit,), done="closed the front matter", sure=sure))


def _is_key(row: Row) -> bool:
    return row.kind == "pair" and not row.column and row.key in shape(Briefing)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _fault(at: int, message: str, mend: Mend | None = None) -> Fault:
    return Fault(at=at, code="no-front-matter", message=message, mend=mend)
