"""Problems -> text lines, JSON or GitHub annotations; nothing that a text carries can steer a terminal or a runner."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.problem import Problem

_JSON_VERSION = 1
# Persian and emoji spell with these two; they move no cursor.
_JOINERS = frozenset("\u200c\u200d")
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    r"""Give the text with every character that a terminal obeys or hides written as an escape such as `\x1b`.

    Line breaks are among them, so that what goes in as one line comes out as one line.
    """
    return "".join(_escaped(character) for character in text)


def _escaped(character: str) -> str:
    if unicodedata.category(character) not in _UNPRINTABLE or character in _JOINERS:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def as_text(problems: Sequence[Problem]) -> str:
    """Give a line for each problem, `file:line:column: code: message`; empty where there are none."""
    return "".join(f"{printable(str(problem))}\n" for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """Give the problems as JSON that other programs can rely on.

    Returns:
        An object with `version` (1), `errors` and `warnings` (how many) and `problems`, each with `file`, `line`,
        `column`, `severity`, `code` and `message`. Only ASCII, so that no terminal obeys it.
    """
    listed = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "severity": problem.severity,
            "code": problem.code,
            "message": problem.message,
        }
        for problem in problems
    ]
    errors = sum(problem.severity == "error" for problem in problems)
    whole = {"version": _JSON_VERSION, "errors": errors, "warnings": len(problems) - errors, "problems": listed}
    return json.dumps(whole, indent=2) + "\n"


def as_github(problems: Sequence[Problem]) -> str:
    """Give a workflow command for each problem, which GitHub shows at the line of the file it concerns.

    Every line begins with our own `::error` or `::warning`: what ends or begins a command is percent-encoded, so that no
    text of an article can give one.
    """
    return "".join(
        f"::{problem.severity} file={_property(problem.file)},line={problem.line},col={problem.column},"
        f"title={_property(problem.code)}::{_data(problem.message)}\n"
        for problem in problems
    )


def _data(text: str) -> str:
    """Encode what follows the second pair of colons, as the runner decodes it."""
    encoded = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(encoded)


def _property(text: str) -> str:
    """Encode the value of a property, where colons and commas have a meaning, too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
