"""A text that is mended step by step -> where each character of it stood at first."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from briefgen.files.edits import Edit, apply

if TYPE_CHECKING:
    from collections.abc import Iterable


class Working:
    """A copy of a file to try mends on."""

    def __init__(self, text: str) -> None:
        """Take the file as it stands."""
        self.text = text
        self._origins = list(range(len(text) + 1))

    def origin(self, at: int) -> int:
        """Give the character of the file that stands at a place of the copy; of what was put in, the one behind it."""
        return self._origins[at]

    def original(self, edits: Iterable[Edit]) -> tuple[Edit, ...] | None:
        """Turn edits of the copy into edits of the file; None if one of them touches what was edited before."""
        found = []
        for edit in edits:
            start, end = self._origins[edit.start], self._origins[edit.end]
            if self._origins[edit.start : edit.end + 1] != list(range(start, end + 1)):
                return None
            found.append(Edit(start=start, end=end, text=edit.text))
        return tuple(found)

    def make(self, edits: Iterable[Edit]) -> None:
        """Change the copy."""
        # A line put in below another comes behind what is put at that one's end.
        ordered = sorted(edits, key=lambda edit: (edit.start, edit.end, "\n" in edit.text))
        origins: list[int] = []
        done = 0
        for edit in ordered:
            origins += self._origins[done : edit.start]
            origins += [self._origins[edit.start]] * len(edit.text)
            done = edit.end
        self._origins = origins + self._origins[done:]
        self.text = apply(self.text, 0, len(self.text), ordered)

    def place(self, at: int) -> int:
        """Give the place in the copy of a character of the file."""
        return bisect.bisect_left(self._origins, at)
