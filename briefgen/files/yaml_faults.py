"""What a YAML parser says -> what an editor can do about it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.files.edits import Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """What would make a fault good."""

    edits: tuple[Edit, ...]
    """Of the file; all of them together, or none."""
    done: str
    """What they do, as it is told to an editor: “put the value in quotes”."""
    sure: bool = True
    """Whether nothing else can have been meant. Where not, it serves only to read on and find the faults behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something wrong at a place of a file."""

    at: int
    """The character of the file at which it stands."""
    code: str
    message: str
    mend: Mend | None = None


def shown(text: str, limit: int = 60) -> str:
    """Give a text between quotes for a message: cut, on one line, with everything unprintable spelt out."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in json.dumps(cut, ensure_ascii=False))


def explain(text: str, at: int, opened: int, problem: str, context: str) -> Fault:
    """Say in plain words what the parser stumbled over.

    Args:
        text: The file.
        at: Where the parser stopped.
        opened: Where the construct began that it was in, or `at`.
        problem: The parser's words, of libyaml or of PyYAML.
        context: Its words for what it was in the middle of.

    Returns:
        The fault, at the place where an editor has to change something.
    """
    line = text[text.rfind("\n", 0, at) + 1 : at]
    if "quoted scalar" in context and "end of stream" in problem:
        return _fault(opened, f"the quote mark `{text[opened : opened + 1]}` that opens here is never closed; close it")
    if "mapping values are not allowed" in problem:
        return _colon(text, at, line)
    if "cannot start any token" in problem or "tab character" in problem:
        return _bad_start(text, at, line)
    if "alphabetic or numeric" in problem:
        return _fault(opened, f"a value that begins with `{text[opened : opened + 1]}` has to stand in quotes")
    if "expected ':'" in problem:
        shown_line = shown(text[opened:].splitlines()[0])
        return _fault(opened, f"expected `key: value`, found {shown_line} without a colon; was a line broken in two?")
    for words, advice in _ADVICE:
        if words in problem or words in context:
            # A bracket is mended where it opens, a line where it stands.
            return _fault(opened if words.startswith("flow") else at, advice)
    return _fault(at, f"this is no YAML ({problem}); put the value in quotes if it is meant as text")


_ADVICE = (
    ("escape", "a backslash between double quotes begins an escape; write two, or use single quotes"),
    ("comment or line break", "text cannot follow `|` or `>` on the same line; put it on the next one, or in quotes"),
    ("entries are not allowed", "a `-` that begins a list has to stand on a line of its own"),
    (
        "flow sequence",
        "a list that opens with `[` lacks its `]`, or an entry with a bracket in it lacks its quotes",
    ),
    (
        "flow mapping",
        "a `{` is not closed with `}`, or a text between them with a colon, comma or bracket lacks its quotes",
    ),
    ("flow node", "a `[` or `{` is not closed; put the value in quotes if it is meant as text"),
    ("node content", "a bracket or comma stands where a value should; put it in quotes if it is meant as text"),
    (
        "block mapping",
        (
            "expected a key in line with those above, found something else; check the indentation, and that a value "
            "which begins with a quote mark ends with it"
        ),
    ),
    ("block collection", "expected a `-` in line with those above; check the indentation"),
)


def _fault(at: int, message: str) -> Fault:
    return Fault(at=at, code="yaml-syntax", message=message)


def _colon(text: str, at: int, line: str) -> Fault:
    """A colon where none can stand: mostly in a value without quotes, else in a line that is indented too far."""
    if ": " in line.lstrip("- ") or line.rstrip().endswith(":"):
        return _fault(at, "a value with a colon and a space in it has to stand in quotes")
    before = text[: text.rfind("\n", 0, at) + 1].rstrip().rpartition("\n")[2]
    reason = "it is indented too far, or that line lacks a colon or quotes"
    return _fault(at - len(line.lstrip()), f"this line cannot follow {shown(before.strip())}: {reason}")


def _bad_start(text: str, at: int, line: str) -> Fault:
    """A character that begins nothing: a tab for indentation, or `@`, `` ` ``, `%` at the front of a value."""
    if text[at : at + 1] == "\t" and not line.strip():
        return _fault(at, "a tab stands where spaces should; indent with two spaces")
    return _fault(at, f"a value that begins with {shown(text[at : at + 1])} has to stand in quotes")
