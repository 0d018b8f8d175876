"""The lines of a front matter, whole or broken -> what each is meant to be, without a YAML parser.

A parser gives up at the first mistake. An editor's lines are mostly `key: value` or `- value`, and the model says which
keys there are: so a line can be told for what it is whatever stands above it.
"""

from __future__ import annotations

import bisect
import functools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from briefgen.files.shape import Field, shape

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["blank", "comment", "pair", "entry", "fence", "loose", "inside"]

ODD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000"
"""What looks like a space, or like nothing, and is a letter to YAML: for the inside of a regular expression's brackets."""
_SPACE = f"[ \\t{ODD_SPACES}]"
_LINE = re.compile(
    f"(?P<indent>{_SPACE}*)"
    f"(?P<dashes>(?:-(?:{_SPACE}+|$|(?=[a-z_0-9]+:)))*)"
    f"(?:(?P<mark>[\"']?)(?P<key>[A-Za-z_][A-Za-z0-9_]*)(?P=mark)[ ]*:(?P<gap>{_SPACE}+|$|(?=\\S)))?"
    "(?P<value>.*)"
)
_FENCE = re.compile(f"{_SPACE}*[-–—]{{2,}}{_SPACE}*")
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?")
_TAB = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line."""

    kind: Kind
    """`pair` a key with or without a value, `entry` a dash with a text, `fence` nothing but dashes, `inside` one that goes
    on with the value above, `loose` none of these."""
    start: int
    """First character in the file."""
    end: int
    """One past the last, the line end not counted."""
    indent: int = 0
    """Columns before the first sign; a tab counts as two."""
    sign: int = 0
    """The first character that is no white space."""
    column: int = 0
    """Columns before the key, or before the dash of an entry: what belongs to it stands further in."""
    dashes: int = 0
    key: str = ""
    gap: tuple[int, int] = (0, 0)
    """From the colon to the value."""
    value: tuple[int, int] = (0, 0)
    """From the value's first character to one past its last, which may stand in a line below; the blanks and the comment
    behind it, where there surely is one, do not count."""
    field: Field | None = None
    """What the value is for; None where the model does not know the key."""

    @property
    def takes_text(self) -> bool:
        """Whether what stands on the line is a text and nothing else."""
        return self.field is not None and self.field.kind == ("text" if self.kind == "pair" else "texts")


@functools.cache
def fields_below(cls: type) -> Mapping[str, Field]:
    """Give the fields of a class of the model and of all the classes of its items; one name has one kind everywhere."""
    found: dict[str, Field] = {}
    for name, field in shape(cls).items():
        found[name] = field
        if field.item is not None:
            found = {**fields_below(field.item), **found}
    return found


def read_rows(text: str, start: int, end: int, cls: type) -> list[Row]:
    """Tell the lines of a stretch of a file.

    Args:
        text: The file.
        start: Where the stretch begins: the beginning of a line.
        end: One past its last character.
        cls: The class of the model that it stands for.

    Returns:
        Every line, in order.
    """
    return _Rows(text, cls).read(start, end)


def row_at(rows: list[Row], at: int) -> int:
    """Give the number of the line that a character stands in; -1 if there is none."""
    return bisect.bisect_right(rows, at, key=lambda row: row.start) - 1


class _Rows:
    """Reads lines and keeps what the next one depends on."""

    def __init__(self, text: str, cls: type) -> None:
        self._text = text
        self._known = fields_below(cls)
        self._rows: list[Row] = []
        self._columns: set[int] = {0}
        self._owners: list[tuple[int, Field | None]] = []

    def read(self, start: int, end: int) -> list[Row]:
        spans = list(_spans(self._text, start, end))
        number = 0
        while number < len(spans):
            row = self._row(*spans[number])
            self._rows.append(row)
            number += 1
            if row.kind in {"pair", "entry"}:
                number = self._go_on(row, spans, number)
        return self._rows

    def _row(self, start: int, end: int) -> Row:
        """Tell one line, as if the value above had ended."""
        line = self._text[start:end]
        match = _LINE.fullmatch(line)
        assert match is not None  # noqa: S101 - for the type checker: every part of the pattern can be empty
        indent = _width(match["indent"])
        sign = start + match.end("indent")
        plain = self._plain_kind(line, sign, end)
        column = indent + _width(match["dashes"])
        kind: Kind
        key, gap = "", (sign, sign)
        field: Field | None = None
        listed = self._owner(indent) if match["dashes"] and not plain else None
        if plain:
            kind = plain
        elif match["key"] and not (listed and listed.kind == "texts") and self._is_key(match, column):
            kind, key, field = "pair", match["key"], self._known.get(match["key"])
            gap = (start + match.start("gap"), start + match.end("gap"))
        elif match["dashes"]:
            kind = "entry"
            column = indent + _width(match["dashes"].rstrip()[:-1])
            gap = (start + match.end("dashes"),) * 2
            field = self._owner(column)
        else:
            kind = "loose"
        if kind not in {"pair", "entry"}:
            return Row(kind=kind, start=start, end=end, indent=indent, sign=sign, column=indent)
        return Row(
            kind=kind,
            start=start,
            end=end,
            indent=indent,
            sign=sign,
            column=column,
            dashes=match["dashes"].count("-"),
            key=key,
            gap=gap,
            value=(gap[1], _without_comment(self._text, gap[1], end)),
            field=field,
        )

    def _plain_kind(self, line: str, sign: int, end: int) -> Literal["blank", "comment", "fence"] | None:
        """Tell a line that holds neither a key nor a value."""
        if sign == end:
            return "blank"
        if self._text[sign] == "#":
            return "comment"
        return "fence" if _FENCE.fullmatch(line) else None

    def _is_key(self, match: re.Match[str], column: int) -> bool:
        if match["key"] in self._known:
            return True
        return match["gap"] != "" or (match.end("gap") == match.end() and column in self._columns)

    def _owner(self, column: int) -> Field | None:
        """Give the list that an entry at that column belongs to."""
        return next((field for at, field in reversed(self._owners) if at <= column), None)

    def _go_on(self, row: Row, spans: list[tuple[int, int]], number: int) -> int:
        """Take the lines that go on with a value, and give the number of the first that does not."""
        while self._owners and self._owners[-1][0] >= row.column:
            self._owners.pop()
        if row.kind == "pair":
            self._owners.append((row.column, row.field))
            self._columns.add(row.column)
        value = self._text[row.value[0] : row.value[1]]
        if _BLOCK.fullmatch(value):
            return self._inside(spans, number, self._block_lines(row, spans, number))
        if value[:1] in {'"', "'"}:
            count = self._quoted_lines(value, spans, number)
        elif value and value[0] not in "[{":
            count = self._plain_lines(row, spans, number)
        else:
            return number
        if count:
            last = spans[number + count - 1]
            self._rows[-1] = replace(row, value=(row.value[0], _without_comment(self._text, *last)))
        return self._inside(spans, number, count)

    def _block_lines(self, row: Row, spans: list[tuple[int, int]], number: int) -> int:
        count = 0
        for at in range(number, len(spans)):
            line = self._row(*spans[at])
            if line.kind != "blank" and line.indent <= row.column:
                break
            if line.kind != "blank":
                count = at - number + 1
        return count

    def _quoted_lines(self, value: str, spans: list[tuple[int, int]], number: int) -> int:
        """Count the lines up to the closing quote mark, none where a line in between is one of its own."""
        if _closing(value, 1) is not None:
            return 0
        for at in range(number, len(spans)):
            line = self._row(*spans[at])
            if line.kind in {"pair", "entry", "fence"}:
                return 0
            value = value[0] + self._text[slice(*spans[at])]
            if _closing(value, 1) is not None:
                return at - number + 1
        return 0

    def _plain_lines(self, row: Row, spans: list[tuple[int, int]], number: int) -> int:
        count = 0
        for at in range(number, len(spans)):
            line = self._row(*spans[at])
            deeper = line.indent > row.column
            if not deeper or not (line.kind == "loose" or (line.kind == "pair" and self._in_text(line))):
                break
            count += 1
        return count

    def _in_text(self, line: Row) -> bool:
        """Whether words and a colon are rather part of a text than a key."""
        return not line.dashes and line.key not in self._known and line.column not in self._columns

    def _inside(self, spans: list[tuple[int, int]], number: int, count: int) -> int:
        for start, end in spans[number : number + count]:
            row = self._row(start, end)
            self._rows.append(Row(kind="inside", start=start, end=end, indent=row.indent, sign=row.sign))
        return number + count


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """List the lines of a stretch, without their line ends."""
    found = []
    while start < end:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        found.append((start, line_end - text.endswith("\r", start, line_end)))
        start = line_end + 1
    return found


def _width(space: str) -> int:
    return len(space) + space.count("\t") * (_TAB - 1)


def _closing(value: str, start: int) -> int | None:
    """Give the place of the quote mark that closes the one at the value's front."""
    pattern = r'(?:[^"\\]|\\.)*"' if value[0] == '"' else r"(?:[^']|'')*'(?!')"
    match = re.compile(pattern, re.DOTALL).match(value, start)
    return match.end() - 1 if match else None


# Two blanks before the sign and one behind it: nobody writes a text like that, and this is how comments are written.
_COMMENT = re.compile(r"(?<=[ \t]{2})#(?=[ \t]|$)")


def _without_comment(text: str, start: int, end: int) -> int:
    """Give the end of a value, the blanks and the comment behind it left out."""
    comment = _COMMENT.search(text, start, end)
    return start + len(text[start : comment.start() if comment else end].rstrip())
