"""Findings, one by one -> Problems; what is wrong on every page in the same way is told a few times and counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.problem import Problem
from briefgen.verifying.codes import CODES
from briefgen.verifying.finding import Finding
from briefgen.verifying.finding_places import place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

__all__ = ["ALIKE", "Finding", "Findings"]

ALIKE = 5
"""How many of those that are wrong in the same way are told: a link of the navigation is on each of 5,000 pages."""


class Findings:
    """Gathers what is found, file by file."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._problems: list[Problem] = []
        self._told: dict[tuple[str, str], list[int]] = {}
        self._more: dict[tuple[str, str], int] = {}

    def add(self, file: str, found: Iterable[Finding], text: Callable[[], str] | None = None) -> None:
        """Take what was found in a file.

        Args:
            file: Its path.
            found: What is wrong with it.
            text: Gives its text, in which the places of those that are told are looked up.
        """
        for one in found:
            key = (one.code, one.what)
            told = self._told.setdefault(key, []) if one.what else []
            if len(told) >= ALIKE:
                self._more[key] = self._more.get(key, 0) + 1
                continue
            told.append(len(self._problems))
            line, column = (
                place(one, text()) if text is not None and (one.sought or one.words) else (one.line, one.column)
            )
            severity = CODES[one.code].severity
            self._problems.append(
                Problem(file=file, line=line, column=column, code=one.code, message=one.message, severity=severity)
            )

    def problems(self, caused: Mapping[tuple[str, str], str] | None = None) -> tuple[Problem, ...]:
        """Give all of them, by file and line.

        Args:
            caused: From the kinds of findings, code and `what`, that come of one cause to its name: a few of each are told.
        """
        return tuple(sorted(self._counted(caused or {})))

    def kinds(self) -> tuple[tuple[str, str], ...]:
        """Give code and `what` of all that were found and may be told a few times."""
        return tuple(self._told)

    def _counted(self, caused: Mapping[tuple[str, str], str]) -> Iterator[Problem]:
        """Give all of them, the last of those that are alike with how many more there are."""
        problems: dict[int, Problem] = dict(enumerate(self._problems))
        alike: dict[object, list[int]] = {}
        more: dict[object, int] = {}
        for key, told in self._told.items():
            name: object = caused.get(key, key)
            alike.setdefault(name, []).extend(told)
            more[name] = more.get(name, 0) + self._more.get(key, 0)
        for name, told in alike.items():
            for at in sorted(told)[ALIKE:]:
                del problems[at]
            if number := more[name] + max(len(told) - ALIKE, 0):
                at = sorted(told)[:ALIKE][-1]
                also = "1 more like it" if number == 1 else f"{number:,} more like it"
                problems[at] = replace(problems[at], message=f"{problems[at].message} (and {also})")
        yield from problems.values()
