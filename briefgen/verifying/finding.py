"""Something wrong in one file of a built site, before its place is looked up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong in one file."""

    code: str
    line: int = 1
    message: str
    column: int = 1
    what: str = ""
    """What is wrong, apart from its place: those with the same are told a few times. Each is told where it is empty."""
    sought: str = ""
    """What stands at the place, where its column, or its line, is still to be found by it."""
    words: str = ""
    """The same as words that the file may write in many ways."""
