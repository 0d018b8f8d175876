"""Problems -> text lines, JSON or GitHub annotations; nothing that a text carries can steer a terminal or a runner.

What an editor waives is listed for programs, and counted for people.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.model.problem import Problem

_JSON_VERSION = 1
_ANNOTATIONS = 10
"""GitHub shows 10 errors and 10 warnings of a step, and 50 of a job; of the rest it prints the message without its place."""
# Persian and emoji spell with these two; they move no cursor.
_JOINERS = frozenset("\u200c\u200d")
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    r"""Give the text with every character that a terminal obeys or hides written as an escape such as `\x1b`.

    Line breaks are among them, so that what goes in as one line comes out as one line. So is the bracket of `##[`, which the
    runner of GitHub obeys wherever it stands in a line of a log.
    """
    return "".join(_escaped(character) for character in text).replace("##[", r"##\x5b")


def _escaped(character: str) -> str:
    if unicodedata.category(character) not in _UNPRINTABLE or character in _JOINERS:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many problems there are."""

    errors: int
    warnings: int
    waived: int
    """What an editor lets stand; neither an error nor a warning any more."""


def counts(problems: Sequence[Problem]) -> Counts:
    """Count problems; what is waived fails nothing."""
    open_ones = [problem for problem in problems if not problem.waived]
    errors = sum(problem.severity == "error" for problem in open_ones)
    return Counts(errors=errors, warnings=len(open_ones) - errors, waived=len(problems) - len(open_ones))


def last_line(problems: Sequence[Problem], proved: str = "Every line is proved") -> str:
    """Give the line that says how it went: “2 errors, 1 warning, 3 waived”.

    Args:
        problems: All of them.
        proved: What it says where there are none.
    """
    told = counts(problems)
    waived = f", {told.waived} waived" if told.waived else ""
    if not (told.errors or told.warnings):
        return f"{proved}{' or waived' if told.waived else ''}: no errors, no warnings{waived}."
    return f"{_counted(told.errors, 'error')}, {_counted(told.warnings, 'warning')}{waived}"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def as_text(problems: Iterable[Problem]) -> str:
    """Give a line for each problem that nobody waives, `file:line:column: code: message`; empty where there are none."""
    return "".join(f"{printable(str(problem))}\n" for problem in problems if not problem.waived)


def as_json(problems: Sequence[Problem]) -> str:
    """Give the problems as JSON that other programs can rely on.

    Returns:
        An object with `version` (1), `errors`, `warnings` and `waived` (how many) and `problems`, each with `file`, `line`,
        `column`, `severity`, `code`, `message`, `waived` (true or false) and, where it is waived, the `reason`; what is
        waived counts as neither error nor warning. Only ASCII, so that no terminal obeys it.
    """
    told = counts(problems)
    whole = {
        "version": _JSON_VERSION,
        "errors": told.errors,
        "warnings": told.warnings,
        "waived": told.waived,
        "problems": [_listed(problem) for problem in problems],
    }
    return json.dumps(whole, indent=2) + "\n"


def _listed(problem: Problem) -> dict[str, str | int | bool]:
    listed: dict[str, str | int | bool] = {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "waived": bool(problem.waived),
    }
    return listed | ({"reason": problem.waived} if problem.waived else {})


def as_github(problems: Sequence[Problem]) -> str:
    """Give a workflow command for each problem that nobody waives, which GitHub shows at the line of the file it concerns.

    GitHub shows no more than 10 errors and 10 warnings; the rest follow as plain lines, which the log shows with their
    places. Every line begins with our own `::error` or `::warning`, or with a dash: what ends or begins a command is
    encoded, so that no text of an article can give one.
    """
    annotated: list[str] = []
    rest: list[str] = []
    left = {"error": _ANNOTATIONS, "warning": _ANNOTATIONS}
    for problem in problems:
        if problem.waived:
            continue
        if left[problem.severity]:
            left[problem.severity] -= 1
            annotated.append(_annotation(problem))
        else:
            rest.append(_plain(problem))
    if rest:
        annotated.append(
            f"- GitHub shows {_ANNOTATIONS} errors and {_ANNOTATIONS} warnings of a step; {len(rest)} more:\n"
        )
    return "".join((*annotated, *rest))


def _annotation(problem: Problem) -> str:
    return (
        f"::{problem.severity} file={_property(problem.file)},line={problem.line},col={problem.column},"
        f"title={_property(problem.code)}::{_data(problem.message)}\n"
    )


def _plain(problem: Problem) -> str:
    # The runner obeys `::` at the beginning of a line.
    return f"- {problem.severity}: {printable(str(problem))}\n"


def _data(text: str) -> str:
    """Encode what follows the second pair of colons, as the runner decodes it."""
    encoded = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(encoded)


def _property(text: str) -> str:
    """Encode the value of a property, where colons and commas have a meaning, too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
