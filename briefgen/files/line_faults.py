"""A line of front matter and those above it -> what keeps it from standing there, and what to try instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.files.edits import Edit
from briefgen.files.rows import fields_below
from briefgen.files.yaml_faults import Fault, Mend, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.files.rows import Row

TAB_WIDTHS = (2, 4, 8, 1)
_MOST_COLUMNS = 3
_WORD = re.compile(r"[a-z_]+(?=\s|$)")


def tab_faults(text: str, rows: list[Row], width: int) -> list[Fault]:
    """Find every line that is indented with tabs.

    Args:
        text: The file.
        rows: Its lines.
        width: How many spaces to put for a tab.
    """
    found = []
    for row in rows:
        tab = text.find("\t", row.start, row.sign)
        if tab < 0 or row.kind == "blank":
            continue
        edits = tuple(
            Edit(start=at, end=at + 1, text=" " * width) for at in range(row.start, row.sign) if text[at] == "\t"
        )
        mend = Mend(edits=edits, done="indented with spaces instead of tabs")
        message = "a tab stands where spaces should; put two spaces for each tab"
        found.append(Fault(at=tab, code="yaml-syntax", message=message, mend=mend))
    return found


def shifts(rows: list[Row], number: int) -> Iterator[tuple[tuple[Edit, ...], Row]]:
    """Propose other indentations for a line that is out of line.

    Args:
        rows: Its lines.
        number: The line's.

    Yields:
        Edits that put the line, with or without the lines below that stand further in, in line with one above; and that
        line above.
    """
    row = rows[number]
    if row.kind not in {"pair", "entry"}:
        return
    columns: list[Row] = []
    for above in reversed(rows[:number]):
        same_sort = above.kind in {"pair", "entry"} and bool(above.dashes) == bool(row.dashes)
        if row.kind == "pair" and not row.dashes and above.kind == "pair":
            same_sort = True  # a key stands in line with the one behind a dash, too
        if same_sort and all(_target(row, above) != _target(row, other) for other in columns):
            columns.append(above)
    for above in columns[:_MOST_COLUMNS]:
        by = _target(row, above) - row.indent
        if not by:
            continue
        block = [row, *_below(rows, number)]
        for moved in ([row], block) if len(block) > 1 else ([row],):
            if all(one.indent + by >= 0 for one in moved):
                yield tuple(_shift(one, by) for one in moved), above


def out_of_line(row: Row, above: Row, line: int) -> str:
    """Say where a line should begin."""
    what = "this `-`" if row.dashes else f"`{row.key}`"
    other = "the `-`" if row.dashes else f"`{above.key}`"
    wanted, found = _target(row, above), row.indent
    return (
        f"expected {what} in line with {other} in line {line}, with {_spaces(wanted)} before it, found {_spaces(found)}"
    )


def missing_colon(text: str, row: Row, cls: type) -> Fault | None:
    """Say that a line begins with a key and lacks its colon; None where it does not."""
    word = _WORD.match(text, row.sign, row.end) if row.kind in {"loose", "inside"} else None
    if word is None or word[0] not in fields_below(cls):
        return None
    at = word.end()
    mend = Mend(edits=(Edit(start=at, end=at, text=":"),), done="put a colon behind the key", sure=False)
    advice = f"type `{word[0]}:{_cut(text[at : row.end].rstrip())}`"
    message = f"expected a colon behind `{word[0]}`, found none; {advice}"
    return Fault(at=row.sign, code="yaml-syntax", message=message, mend=mend)


def loose_fault(text: str, row: Row) -> Fault | None:
    """Say what is wrong with a line that is neither a key nor an entry; None where it is one."""
    line = text[row.sign : row.end].rstrip()
    if row.kind not in {"loose", "inside"} or line.startswith("---"):
        return None
    message = (
        f"expected `key: value`, found {shown(line)} without a colon; if it goes on with the text above, put it on the "
        "same line"
    )
    return Fault(at=row.sign, code="yaml-syntax", message=message)


def pass_over(rows: list[Row], number: int) -> Mend:
    """Leave out a line and those below that stand further in, so as to read on behind them."""
    edits = tuple(Edit(start=row.start, end=row.end, text="") for row in (rows[number], *_below(rows, number)))
    return Mend(edits=edits, done="", sure=False)


def _below(rows: list[Row], number: int) -> list[Row]:
    """Give the lines that belong to a line: those that follow and stand further in."""
    found = []
    for row in rows[number + 1 :]:
        if row.kind not in {"blank", "comment"} and row.indent <= rows[number].indent:
            break
        if row.kind not in {"blank", "comment"}:
            found.append(row)
    return found


def _target(row: Row, above: Row) -> int:
    """Give the spaces before the line's first sign where it stands in line with the one above."""
    return above.indent if row.dashes else above.column


def _shift(row: Row, by: int) -> Edit:
    return Edit(start=row.start, end=row.sign, text=" " * (row.indent + by))


def _spaces(count: int) -> str:
    return "no space" if not count else "1 space" if count == 1 else f"{count} spaces"


def _cut(words: str, limit: int = 48) -> str:
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
