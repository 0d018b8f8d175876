"""Measures -> a line for each on the terminal, with the limit it is held to."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the result."""

    what: str
    found: float
    limit: float
    at_most: bool
    """Whether the limit is the highest that is fine, or the lowest."""
    unit: str
    how: str
    """What lies behind the figure."""

    @property
    def fine(self) -> bool:
        """Tell whether the limit is kept."""
        return self.found <= self.limit if self.at_most else self.found >= self.limit

    def __str__(self) -> str:
        """One line for a terminal."""
        sign = "≤" if self.at_most else "≥"
        verdict = "fine" if self.fine else "MISSED"
        return (
            f"{self.what:<10} {self.found:6.2f}{self.unit} {sign} {self.limit:.2f}{self.unit} {verdict:<6}  {self.how}"
        )


def show(measures: Mapping[str, Callable[[Path], Figure]], names: Sequence[str]) -> int:
    """Measure what is named, everything where nothing is, each in an empty folder.

    Returns:
        The exit status: 1 where a limit is not kept.
    """
    status = 0
    for name in names or measures:
        with tempfile.TemporaryDirectory(prefix="briefgen-benchmark-") as folder:
            figure = measures[name](Path(folder))
        print(figure, flush=True)  # what the script is for
        status |= not figure.fine
    return status
