"""A web page -> which runs of its text trafilatura takes for the main text."""

from __future__ import annotations

import logging
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

# Elements of trafilatura's result that stand inside a line.
_INLINE = frozenset(["hi", "ref", "del", "graphic"])
_MOST_FOR_SECOND_OPINION = 4_000
"""Elements: its comparison with two other programs is quadratic (14,000 forms take a minute); pages have under 1,000."""
_LEAST_ANCHOR = 24
"""Letters: shorter lines may stand on a page by chance."""
_COVERED = 0.5
_WIDEST_GAP = 400_000
_SHORT = 12
_MOST_TRIES = 20


class _Element(Protocol):
    """What is used of an element of trafilatura's result."""

    tag: str
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator[_Element]: ...

    def __reversed__(self) -> Iterator[_Element]: ...


def main_lines(markup: str, *, blocks: int) -> list[str]:
    """Ask trafilatura for the main text.

    Args:
        markup: The page without scripts and the like.
        blocks: How many elements begin a line of their own in it.

    Returns:
        Its lines in order; none where it finds no main text, or cannot parse the page.
    """
    # It takes 0.3 s to import and brings a network client: only pages pay for it, and nothing here calls the client.
    import trafilatura  # noqa: PLC0415

    # Its messages are for its own developers; what was not found is said by the caller.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    try:
        found = trafilatura.bare_extraction(
            markup,
            fast=blocks > _MOST_FOR_SECOND_OPINION,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
            output_format="xml",
        )
    except Exception:  # noqa: BLE001 - lxml, justext and trafilatura raise what they like on broken pages
        return []
    body = getattr(found, "body", None)
    return [] if body is None else _lines(body)


def _lines(body: _Element) -> list[str]:
    lines: list[list[str]] = [[]]
    pending: list[tuple[_Element, bool]] = [(body, False)]
    while pending:
        element, done = pending.pop()
        inline = element.tag in _INLINE
        if not inline:
            lines.append([])
        if done:
            lines[-1].append(element.tail or "")
            continue
        lines[-1].append(element.text or "")
        pending.append((element, True))
        pending.extend((child, False) for child in reversed(element))
    return [line for parts in lines for line in "".join(parts).split("\n\n") if line.strip()]


def squeeze(text: str) -> str:
    """Give a text's letters and digits alone: what stays the same whatever a parser does to spaces and signs."""
    return "".join(character for character in unicodedata.normalize("NFKD", text) if character.isalnum())


def align(lines: list[str], runs: list[str]) -> set[int]:
    """Find the main text's lines among the page's runs.

    Lines that stand once on both sides hold the rest in order; between two of them a line is looked for where it may
    stand. A line may hold several runs, or a run several lines.

    Args:
        lines: The main text's, squeezed.
        runs: The page's, squeezed.

    Returns:
        Indexes of the runs of which at least half is main text.
    """
    pairs = _pairs(lines, runs)
    kept = {run for _, run in pairs}
    line_before, run_before = -1, -1
    for line, run in [*_longest_rising(pairs), (len(lines), len(runs))]:
        kept |= _match_gap(lines[line_before + 1 : line], runs[run_before + 1 : run], run_before + 1)
        line_before, run_before = line, run
    return kept


def _pairs(lines: list[str], runs: list[str]) -> list[tuple[int, int]]:
    """Pair what stands once on both sides."""
    times = Counter(lines)
    places: dict[str, int] = {}
    for at, run in enumerate(runs):
        places[run] = -1 if run in places else at
    return [
        (at, places[line])
        for at, line in enumerate(lines)
        if len(line) >= _LEAST_ANCHOR and times[line] == 1 and places.get(line, -1) >= 0
    ]


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out as few pairs as possible so that none cross."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (_, run) in enumerate(pairs):
        length = bisect_left(ends, run)
        if length == len(ends):
            ends.append(run)
            last.append(at)
        else:
            ends[length] = run
            last[length] = at
        before.append(last[length - 1] if length else -1)
    chain: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _match_gap(lines: list[str], runs: list[str], first: int) -> set[int]:
    """Match what stands between two anchors."""
    joined = "".join(runs)[:_WIDEST_GAP]
    if not lines or not joined:
        return set()
    starts: list[int] = []
    at = 0
    for run in runs:
        starts.append(at)
        at += len(run)
    edges = {*starts, at}
    covered = [0] * len(runs)
    position = 0
    for line in lines:
        found = _find(joined, line, position, edges)
        if found < 0:
            found = _find(joined, line, 0, edges)
        if found < 0:
            continue
        position = max(position, found + len(line))
        for index in range(bisect_right(starts, found) - 1, len(runs)):
            if starts[index] >= found + len(line):
                break
            end = min(starts[index] + len(runs[index]), found + len(line))
            covered[index] += max(end - max(starts[index], found), 0)
    return {first + index for index, length in enumerate(covered) if length and length >= _COVERED * len(runs[index])}


def _find(joined: str, line: str, start: int, edges: set[int]) -> int:
    """Find a line; a short one counts only where it is whole runs."""
    found = joined.find(line, start) if line else -1
    tries = 0
    while found >= 0 and len(line) < _SHORT and not (found in edges and found + len(line) in edges):
        tries += 1
        found = joined.find(line, found + 1) if tries < _MOST_TRIES else -1
    return found
