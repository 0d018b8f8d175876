"""What can go wrong, as a tree drawn once; the edges translate it into their own errors.

BriefgenError
├── SettingsError   the call or mkdocs.yml is wrong: nothing was done (exit status 2)
├── SeedError       one article cannot be read: the others are still drafted (exit status 1)
├── ContentError    briefings that cannot be read as they stand: nothing is built from them (exit status 1)
├── LockError       another run is writing to the same site and does not end: nothing was done (exit status 1)
└── WriteError      the disk refused: the old file is still whole (exit status 1)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.problem import Problem


class BriefgenError(Exception):
    """Anything briefgen itself refuses; its text is meant for the user and complete without a traceback."""


class SettingsError(BriefgenError):
    """The call or the settings are wrong; nothing was done."""


class SeedError(BriefgenError):
    """One article cannot be read; the text names the file, what was expected, what was found and what to do."""


class ContentError(BriefgenError):
    """Briefings that cannot be read as they stand.

    Its text has a line for each problem; nothing half-read is ever drafted over or published.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Take every problem found, at least one."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class LockError(BriefgenError):
    """Another run is writing to the same site and did not end in time; nothing was done."""


class WriteError(BriefgenError):
    """A file could not be written; what stood there before is still whole."""
