"""How long `briefgen check` takes: for each briefing of a large site against a small one, and against reading alone.

    python -m tests.benchmarks.checking_speed [linear] [proving] [memory]

Every briefing has notes with links, one of them broken, and a topic of its own: what grows with the site is part of it.
"""

from __future__ import annotations

import sys
import time
import tracemalloc
from functools import partial
from typing import TYPE_CHECKING

from briefgen.files.registry import load_content
from briefgen.files.seeds import read_seed
from briefgen.model.settings import Settings
from briefgen.reading.read import read
from briefgen.site_checking import check_site
from tests.benchmarks.figures import Figure, show
from tests.benchmarks.sites import write_drafted_site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_SETTINGS = Settings()
_NOTES = """
See [the last one](story-{last:05}.md#b-takeaways), [what is next](../watch.md), and [one that is gone](storey-{last:05}.md).
"""


def write_noted_site(root: Path, count: int) -> Path:
    """Write a site whose every briefing has notes and a topic; gives its root."""
    write_drafted_site(root, count)
    for number in range(count):
        path = root / f"content/briefings/story-{number:05}.md"
        text = path.read_text(encoding="utf-8").replace("\ntopics: []\n", f"\ntopics: [Subject {number}]\n", 1)
        path.write_text(text + _NOTES.format(last=max(0, number - 1)), encoding="utf-8")
    return root


def linear(folder: Path, few: int = 100, many: int = 1_000, rounds: int = 3) -> Figure:
    """Check a small site and a large one, taking turns."""
    roots = {count: write_noted_site(folder / f"linear-{count}", count) for count in (few, many)}
    each = {count: float("inf") for count in roots}
    for _ in range(rounds):
        for count, root in roots.items():
            each[count] = min(each[count], _seconds(partial(_check, root, count)) / count)
    how = f"a briefing: {each[few] * 1000:.1f} ms of {few:,}, {each[many] * 1000:.1f} ms of {many:,} (processor time)"
    return Figure(what="linear", found=each[many] / each[few], limit=1.2, at_most=True, unit="×", how=how)


def proving(folder: Path, briefings: int = 200, rounds: int = 3) -> Figure:
    """Check a site, and only read its articles and front matter, taking turns."""
    root = write_noted_site(folder / "proving", briefings)
    whole = reading = float("inf")
    for _ in range(rounds):
        whole = min(whole, _seconds(lambda: check_site(root, _SETTINGS)))
        reading = min(reading, _seconds(lambda: _read(root)))
    how = f"{briefings:,} briefings: {whole:.2f} s, reading them and their articles {reading:.2f} s (processor time)"
    return Figure(what="proving", found=whole / reading, limit=8, at_most=True, unit="×", how=how)


def memory(folder: Path, few: int = 50, many: int = 400) -> Figure:
    """Check few briefings and many, and compare the most memory that each took."""
    used = {count: _megabytes(write_noted_site(folder / f"memory-{count}", count)) for count in (few, many)}
    each = (used[many] - used[few]) / (many - few) * 1000
    how = f"{used[few]:.1f} MB for {few} briefings, {used[many]:.1f} MB for {many}: {each:.0f} kB more for each"
    return Figure(what="memory", found=each, limit=200, at_most=True, unit=" kB", how=how)


def _check(root: Path, count: int) -> None:
    broken = sum(problem.code == "link-broken" for problem in check_site(root, _SETTINGS))
    if broken != count:
        raise AssertionError(f"expected a broken link in each briefing, found {broken}")


def _read(root: Path) -> None:
    for file in load_content(root, _SETTINGS)[1]:
        for source in file.briefing.sources:
            read(read_seed(root, source.file))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _megabytes(root: Path) -> float:
    tracemalloc.start()
    try:
        check_site(root, _SETTINGS)
        return tracemalloc.get_traced_memory()[1] / 1_000_000
    finally:
        tracemalloc.stop()


MEASURES: dict[str, Callable[[Path], Figure]] = {"linear": linear, "proving": proving, "memory": memory}


def main(names: Sequence[str]) -> int:
    """Measure what is named, everything where nothing is; gives the exit status, 1 where a limit is not kept."""
    return show(MEASURES, names)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
