"""A character of a text -> the line and column that an editor's program shows."""

from __future__ import annotations

import bisect
import functools
import itertools


class Lines:
    """Knows the line and column of each character of a text."""

    def __init__(self, text: str) -> None:
        """Take the text, line ends as they stand in it."""
        # Only line feeds: editors do not count U+2028 and the like, as str.splitlines would.
        self._starts = [0, *itertools.accumulate(len(line) + 1 for line in text.split("\n"))]
        self._mark = 1 if text.startswith("\ufeff") else 0

    def position(self, at: int) -> tuple[int, int]:
        """Give line and column, both counted from 1; a byte order mark takes no column."""
        line = bisect.bisect_right(self._starts, at)
        column = at - self._starts[line - 1] + 1
        return line, max(1, column - self._mark) if line == 1 else column


@functools.lru_cache(maxsize=4)
def lines_of(text: str) -> Lines:
    """Give the lines of a text, counted once for whoever asks of it again and again."""
    return Lines(text)
