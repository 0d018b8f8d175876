"""Findings, one by one -> Problems; what is wrong on every page in the same way is told a few times and counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.model.problem import Problem
from briefgen.verifying.codes import CODES

if TYPE_CHECKING:
    from collections.abc import Iterable

ALIKE = 5
"""How many of those that are wrong in the same way are told: a link of the navigation is on each of 5,000 pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong in one file."""

    code: str
    line: int = 1
    message: str
    what: str = ""
    """What is wrong, apart from its place: those with the same are told a few times. Each is told where it is empty."""


class Findings:
    """Gathers what is found, file by file."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._problems: list[Problem] = []
        self._told: dict[tuple[str, str], list[int]] = {}
        self._more: dict[tuple[str, str], int] = {}

    def add(self, file: str, found: Iterable[Finding]) -> None:
        """Take what was found in a file."""
        for one in found:
            key = (one.code, one.what)
            told = self._told.setdefault(key, []) if one.what else []
            if len(told) >= ALIKE:
                self._more[key] = self._more.get(key, 0) + 1
                continue
            told.append(len(self._problems))
            severity = CODES[one.code].severity
            self._problems.append(
                Problem(file=file, line=one.line, code=one.code, message=one.message, severity=severity)
            )

    def problems(self) -> tuple[Problem, ...]:
        """Give all of them, by file and line."""
        problems = list(self._problems)
        for key, more in self._more.items():
            at = self._told[key][-1]
            also = "1 more like it" if more == 1 else f"{more:,} more like it"
            problems[at] = replace(problems[at], message=f"{problems[at].message} (and {also})")
        return tuple(sorted(problems))
