"""Findings as values; showing them is somebody else's work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """Something in the content that needs a person."""

    file: str
    """The file from the site's root, with forward slashes."""
    line: int = 1
    """Counted from 1."""
    column: int = 1
    """Counted from 1, in characters."""
    code: str
    """A word that names the kind of problem, such as `quote-not-in-source`; documented in docs/checks.md."""
    message: str
    """What was expected, what was found, and what to do."""
    severity: Severity = "error"
    """An error stops the build; a warning does so only where the check is strict."""
    waived: str = ""
    """Why an editor lets it stand; empty where nobody does. What is waived fails nothing."""

    def __str__(self) -> str:
        """`file:line:column: code: message`, as editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}: {self.code}: {self.message}"
