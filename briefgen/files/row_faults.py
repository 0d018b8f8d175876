"""A line of front matter -> what is wrong with it by itself, and how it has to be typed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.files.edits import Edit, apply
from briefgen.files.rows import ODD_SPACES
from briefgen.files.rules import ONE_WORD
from briefgen.files.yaml_faults import Fault, Mend

if TYPE_CHECKING:
    from briefgen.files.rows import Row

IN_QUOTES = "put the value in quotes"
_ODD = re.compile(f"[{ODD_SPACES}]+")
_NO_WIDTH = "\u200b\u2060"
_BAD_ESCAPE = re.compile(r'\\(?:[^0abtnvfreN_LPxuU"/\\\s]|x(?![0-9A-Fa-f]{2})|u(?![0-9A-Fa-f]{4})|U(?![0-9A-Fa-f]{8}))')
_ESCAPE = re.compile(r"\\.", re.DOTALL)
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_SINGLE = re.compile(r"'(?:[^']|'')*'(?!')")
# Words that begin with an apostrophe, and so do not open with a quote mark: 'Tis the season, '90s nostalgia.
_ELISION = re.compile(r"'(?:tis|twas|twere|til|till|em|cause|round|bout|n|\d\ds?)\b", re.IGNORECASE)
_MEANT_AS_SIGN = {
    "&": ("anchor", "is a reference in YAML, not taken here"),
    "*": ("anchor", "is a reference in YAML, not taken here"),
    "!": ("tag", "is a type in YAML, not taken here"),
}
_MOST_SHOWN = 48


def structure_faults(text: str, row: Row) -> list[Fault]:
    """Find what is wrong with a line up to its value: spaces that are none, a space that is missing.

    Args:
        text: The file.
        row: The line.
    """
    if row.kind not in {"pair", "entry"}:
        return []
    found: list[Fault] = []
    for match in _ODD.finditer(text, row.start, row.gap[1]):
        edits = tuple(
            Edit(start=at, end=at + 1, text="" if text[at] in _NO_WIDTH else " ")
            for at in range(match.start(), match.end())
        )
        what = f"U+{ord(match[0][0]):04X}"
        message = (
            f"a space that is none to YAML stands here ({what}, as Alt and the space bar type it); type a plain one"
        )
        mend = Mend(edits=edits, done="put a plain space in place of one that YAML does not know")
        found.append(Fault(at=match.start(), code="yaml-syntax", message=message, mend=mend))
    if row.key and row.gap[0] == row.gap[1] < row.value[1]:
        found.append(_missing_space(row.gap[0], f"behind the colon of `{row.key}`", known=row.field is not None))
    dash = re.compile(r"(?:- *)*-(?=[a-z])").match(text, row.sign, row.gap[1])
    if dash:
        found.append(_missing_space(dash.end(), "behind the dash", known=row.field is not None))
    return found


def _missing_space(at: int, where: str, *, known: bool) -> Fault:
    mend = Mend(edits=(Edit(start=at, end=at, text=" "),), done=f"put a space {where}", sure=known)
    return Fault(at=at, code="yaml-syntax", message=f"expected a space {where}, found none; put one there", mend=mend)


def value_fault(text: str, row: Row) -> Fault | None:
    """Find what is wrong with the way in which a value is written: what YAML would stumble over, or cut short.

    Args:
        text: The file.
        row: The line; its value may go on in lines below.

    Returns:
        The first fault, with how to mend it; None where the value can stand as it is.
    """
    start, end = row.value
    if row.kind not in {"pair", "entry"} or start >= end:
        return None
    value = text[start:end]
    if value[0] == '"':
        return _in_double_quotes(row, value)
    if value[0] == "'":
        return _in_single_quotes(row, value)
    return _plain(row, value)


def quoted(value: str) -> str:
    """Put a value in the quote marks that need no further sign in it, as far as there are such."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _mend(row: Row, edits: list[tuple[int, int, str]], done: str, *, sure: bool) -> Mend:
    """Give edits that count from the value's beginning as those of the file; only where a text belongs they are sure."""
    start = row.value[0]
    made = tuple(Edit(start=start + at, end=start + to, text=put) for at, to, put in edits)
    return Mend(edits=made, done=done, sure=sure and row.takes_text)


def _closing(row: Row, edits: list[tuple[int, int, str]], *, sure: bool) -> Mend:
    """Close a quote mark; a date or a choice can stand in quotes as well."""
    mend = _mend(row, edits, "closed the quotes", sure=sure)
    one_word = row.kind == "pair" and row.field is not None and row.field.kind in {"choice", "date"}
    return replace(mend, sure=mend.sure or (sure and one_word))


def _fault(row: Row, offset: int, message: str, mend: Mend) -> Fault:
    return Fault(at=row.value[0] + offset, code="yaml-syntax", message=message, mend=mend)


def _advice(row: Row, value: str) -> str:
    """Show the line as it should be typed, a long value cut."""
    key = f"{row.key}: " if row.key else "- "
    flat = " ".join(value.split())
    cut = flat if len(flat) <= _MOST_SHOWN else f"{flat[: _MOST_SHOWN - 1].rstrip()}…{flat[-1]}"
    return f"type `{key}{''.join(c if c.isprintable() else ascii(c)[1:-1] for c in cut)}`"


def _wrapped(row: Row, value: str, offset: int, reason: str, *, sure: bool = True) -> Fault:
    """Ask for quote marks around the whole value."""
    whole = quoted(value)
    # One quote mark, at the end: rather the other one was forgotten.
    sure = sure and not (value.endswith('"') and value.count('"') == 1)
    if whole[0] == '"':
        edits = [(0, 0, '"'), (len(value), len(value), '"')]
    else:
        marks = [(match.start(), match.start(), "'") for match in re.finditer("'", value)]
        edits = [(0, 0, "'"), *marks, (len(value), len(value), "'")]
    return _fault(row, offset, f"{reason}: {_advice(row, whole)}", _mend(row, edits, IN_QUOTES, sure=sure))


def _changed(value: str, edits: list[tuple[int, int, str]]) -> str:
    return apply(value, 0, len(value), [Edit(start=at, end=to, text=put) for at, to, put in edits])


def _in_double_quotes(row: Row, value: str) -> Fault | None:
    match = _DOUBLE.match(value)
    if match is None:
        sure = " #" not in value and "\\" not in value
        edits = [(len(value), len(value), '"')]
        message = f'the quote mark `"` that opens here is never closed; {_advice(row, _changed(value, edits))}'
        return _fault(row, 0, message, _closing(row, edits, sure=sure))
    rest = value[match.end() :]
    if not rest.strip() or re.match(r"[ \t]+#", rest):
        return _backslashes(row, match[0])
    inner = [found.start() for found in re.finditer(r'(?<!\\)"', value)][1:]
    if value.endswith('"') and len(inner) % 2 and _nested(value, inner[:-1]):
        edits = [(at, at, "\\") for at in inner[:-1]]
        reason = "a quote mark inside of quotes has to have a backslash before it"
        message = f"{reason}: {_advice(row, _changed(value, edits))}"
        sure = "\\" not in value
        return _fault(
            row, inner[0], message, _mend(row, edits, "put a backslash before the quote marks inside", sure=sure)
        )
    at = match.end() + len(rest) - len(rest.lstrip())
    reason = "text follows the closing quote mark; the whole value has to stand in quotes of the other kind"
    return _wrapped(row, value, at, reason, sure=len(inner) % 2 == 1 and " #" not in value and "\\" not in value)


def _backslashes(row: Row, value: str) -> Fault | None:
    """Find backslashes that were meant as such, in a value that is closed."""
    bad = [match.start() for match in _BAD_ESCAPE.finditer(_ESCAPE.sub(_hide_good, value))]
    if not bad:
        return None
    edits = [(at, at, "\\") for at in bad]
    message = "a backslash between double quotes begins an escape; write two, or use single quotes"
    if len(bad) < value.count("\\"):  # beside a good one, as in "C:\temp\data", it is not sure what was meant
        return _fault(row, bad[0], message, _mend(row, edits, "wrote two backslashes for one", sure=False))
    message += f": {_advice(row, _changed(value, edits))}"
    return _fault(row, bad[0], message, _mend(row, edits, "wrote two backslashes for one", sure=True))


def _hide_good(match: re.Match[str]) -> str:
    r"""Blank out `\\` and `\"`, so that what follows is not taken for an escape."""
    return "  " if match[0][1] in '\\"' else match[0]


def _nested(value: str, inner: list[int]) -> bool:
    """Whether marks open and close by turns, each opening one before a word and each closing one behind one."""
    return len(inner) % 2 == 0 and all(
        (_opens(value, at) if number % 2 == 0 else _closes(value, at)) for number, at in enumerate(inner)
    )


def _opens(value: str, at: int) -> bool:
    return (value[at - 1].isspace() or value[at - 1] in "\"'([—–-") and not value[at + 1 : at + 2].isspace()


def _closes(value: str, at: int) -> bool:
    return not value[at - 1].isspace() and not value[at + 1 : at + 2].isalnum()


def _in_single_quotes(row: Row, value: str) -> Fault | None:
    match = _SINGLE.match(value)
    rest = value[match.end() :] if match else ""
    if match and (not rest.strip() or re.match(r"[ \t]+#", rest)):
        return None
    marks = [found.start() for found in re.finditer(r"(?<!')'(?!')", value[1:])]
    inner = [at + 1 for at in marks]
    ends = len(value) > 1 and value.endswith("'") and not value.endswith("''")
    doubled = [(at, at, "'") for at in inner[:-1]] if ends else [(at, at, "'") for at in inner]
    within = inner[:-1] if ends else inner
    quotes = [at for at in within if not (value[at - 1].isalnum() and value[at + 1 : at + 2].isalnum())]
    plain_words = " #" not in value and "''" not in value
    if ends and within and (len(quotes) < 2 or _nested(value, quotes)):  # noqa: PLR2004 - a pair of quote marks
        reason = "an apostrophe inside single quotes has to be written twice"
        message = f"{reason}: {_advice(row, _changed(value, doubled))}"
        mend = _mend(row, doubled, "wrote the apostrophe inside the quotes twice", sure=plain_words)
        return _fault(row, within[0], message, mend)
    if _ELISION.match(value) or (match and not rest[:1].isalnum()):
        at = match.end() + len(rest) - len(rest.lstrip()) if match and not _ELISION.match(value) else 0
        reason = (
            "text follows the closing quote mark; the whole value has to stand in quotes of the other kind"
            if at
            else "a value that begins with an apostrophe has to stand in double quotes"
        )
        return _wrapped(row, value, at, reason, sure=plain_words and '"' not in value)
    edits = [*doubled, (len(value), len(value), "'")]
    message = f"the quote mark `'` that opens here is never closed; {_advice(row, _changed(value, edits))}"
    return _fault(row, 0, message, _closing(row, edits, sure=plain_words and not quotes))


def _plain(row: Row, value: str) -> Fault | None:
    first = value[0]
    takes_words = row.takes_text and row.key not in ONE_WORD
    if first == "#":
        return _hash(row, value, 0) if takes_words and value[1:2].strip() else None
    if first in _MEANT_AS_SIGN and value[:2] != "**":
        code, why = _MEANT_AS_SIGN[first]
        reason = f"a value that begins with `{first}` {why}; put it in quotes"
        found = _wrapped(row, value, 0, reason, sure=value[:2] != "!!")  # nobody but a programmer writes `!!str`
        return Fault(at=found.at, code=code, message=found.message, mend=found.mend)
    if _begins_nothing(row, value):
        return _wrapped(row, value, 0, f"a value that begins with `{first}` has to stand in quotes")
    if first in "[{|>":
        return None
    colon = re.search(r":(?=\s|$)", value)
    sign = re.search(r"[ \t]#", value)
    if sign and (not colon or sign.start() < colon.start()):
        return _hash(row, value, sign.start() + 1) if takes_words else None
    if colon:
        reason = "a value with a colon and a space in it has to stand in quotes"
        return _wrapped(row, value, colon.start(), reason, sure=" # " not in value)
    return None


def _begins_nothing(row: Row, value: str) -> bool:
    """Whether the first sign means something to YAML that cannot be meant here."""
    first = value[0]
    if not row.takes_text and (first in "[{" or re.match(r"-[ \t]", value)):
        return False
    unclosed = (first == "[" and not value.endswith("]")) or (first == "{" and not value.endswith("}"))
    return unclosed or first in "@`%],}*" or re.match(r"[-?:](?:[ \t]|$)", value) is not None


def _hash(row: Row, value: str, at: int) -> Fault:
    """A sign for number that YAML takes for the beginning of a comment: the words behind it would be gone."""
    reason = "YAML drops what begins with `#` here as a comment; if it is text, put the value in quotes"
    otherwise = "if it is a comment, put two blanks before the `#` and one behind it"
    # `#2` is a number; what stands behind `# ` may well be a comment that nobody should publish.
    found = _wrapped(row, value, at, reason, sure=value[at + 1 : at + 2].strip() != "")
    return Fault(at=found.at, code="comment-in-text", message=f"{found.message}; {otherwise}", mend=found.mend)
