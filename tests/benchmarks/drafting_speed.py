"""How fast drafting is, as ratios to a yardstick that runs beside it: `python -m tests.benchmarks.drafting_speed`.

Seconds say more about a machine than about a program. What is measured, and what it is held against:

    analysis   drafting articles, from their bytes to the files written     plain spaCy on the same texts, one process
               (processor time, which another program's work disturbs less than the clock; the clock's ratio is told, too)
    jobs       `briefgen draft --jobs 1`, the whole process, by the clock   the same with `--jobs 2`
    memory     the highest use of memory while many are drafted             while few are
    unchanged  `briefgen draft` over articles of which none has changed     three seconds
    adding     `briefgen draft` of one new article in a large site          in a small one
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from briefgen.model.settings import Settings
from briefgen.site_drafting import draft_site
from tests.benchmarks.articles import article
from tests.benchmarks.figures import Figure, show
from tests.benchmarks.sites import write_configuration, write_drafted_site, write_site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language

_IN_A_ROUND = 20
"""Articles that one side handles before the other has its turn, so that a busy machine hinders both alike."""
_ROOT = Path(__file__).resolve().parent.parent.parent


def against_spacy(folder: Path, articles: int = 200, rounds: int = 3) -> Figure:
    """Draft articles into a site and run the same language model alone over the same texts, taking turns."""
    settings = Settings()
    model = spacy.load(settings.language_model)
    ratios: list[float] = []
    by_the_clock: list[float] = []
    alone = drafting = 0.0
    for number in range(rounds + 1):
        root = folder / f"round-{number}"
        cost, clock = [0.0, 0.0], [0.0, 0.0]
        # The first round is short and not counted: it loads what is loaded once.
        for first in range(0, articles if number else _IN_A_ROUND // 4, _IN_A_ROUND):
            numbers = range(first, min(first + _IN_A_ROUND, articles))
            texts = [article(one) for one in numbers]
            write_configuration(root)
            files = [f"seeds/story-{one:05}.md" for one in numbers]
            for file, text in zip(files, texts, strict=True):
                (root / file).write_text(text, encoding="utf-8")
            _timed(partial(_run_alone, model, texts), 0, cost, clock)
            _timed(partial(_draft, root, settings, files), 1, cost, clock)
        if number:
            ratios.append(cost[1] / cost[0])
            by_the_clock.append(clock[1] / clock[0])
            alone, drafting = cost
    how = (
        f"drafting {articles} articles took {drafting:.1f} s, spaCy alone {alone:.1f} s; median of {rounds} rounds; "
        f"by the clock {statistics.median(by_the_clock):.2f}×"
    )
    return Figure(what="analysis", found=statistics.median(ratios), limit=1.3, at_most=True, unit="×", how=how)


def with_two_jobs(folder: Path, articles: int = 200, rounds: int = 2) -> Figure:
    """Draft the same site in one process and in two; what they write must be the same."""
    best: dict[int, Run] = {}
    trees: set[tuple[tuple[str, bytes], ...]] = set()
    for number in range(rounds):
        for jobs in (1, 2):
            root = folder / f"jobs-{jobs}-{number}"
            configuration = write_site(root, articles)
            run = run_draft(configuration, "--jobs", str(jobs))
            best[jobs] = min(run, best.get(jobs, run), key=lambda one: one.seconds)
            trees.add(_tree(root / "content"))
            shutil.rmtree(root)
    if len(trees) != 1:
        raise AssertionError("one job and two jobs wrote different files")
    how = (
        f"{articles} articles: {best[1].seconds:.1f} s with one job, {best[2].seconds:.1f} s with two; the same files; "
        f"{best[1].processor:.1f} s and {best[2].processor:.1f} s of the processor"
    )
    found = best[1].seconds / best[2].seconds
    return Figure(what="jobs", found=found, limit=1.6, at_most=False, unit="×", how=how)


def memory(folder: Path, few: int = 50, many: int = 400) -> Figure:
    """Draft few articles and many, each in a process of its own, and compare the most memory each used."""
    used = {count: run_draft(write_site(folder / f"memory-{count}", count)).megabytes for count in (few, many)}
    how = f"{used[few]:.0f} MB for {few} articles, {used[many]:.0f} MB for {many}"
    return Figure(what="memory", found=used[many] / used[few], limit=1.1, at_most=True, unit="×", how=how)


def unchanged(folder: Path, articles: int = 10_000, rounds: int = 3) -> Figure:
    """Run over a site in which nothing has changed; no article may be opened twice, read or analysed."""
    configuration = write_drafted_site(folder / "unchanged", articles)
    opened, modules = watch_draft(configuration)
    if any(times != 1 for times in opened.values()) or len(opened) != articles:
        raise AssertionError("an article was opened more than once, or never")
    if loaded := modules & {"spacy", "briefgen.pipeline", "briefgen.analysis.analyse"}:
        raise AssertionError(f"loaded though nothing was to be drafted: {', '.join(sorted(loaded))}")
    seconds = min(run_draft(configuration).seconds for _ in range(rounds))
    how = f"{articles:,} articles, the whole process; each opened once, none read, no language model loaded"
    return Figure(what="unchanged", found=seconds, limit=3.0, at_most=True, unit=" s", how=how)


def adding(folder: Path, small: int = 100, large: int = 5_000, rounds: int = 3) -> Figure:
    """Draft one new article in a small site and in a large one."""
    best: dict[int, float] = {}
    sites = {count: write_drafted_site(folder / f"adding-{count}", count) for count in (small, large)}
    for number in range(rounds):
        for count, configuration in sites.items():
            (configuration.parent / f"seeds/new-{number}.md").write_text(article(90_000 + number), encoding="utf-8")
            seconds = run_draft(configuration).seconds
            best[count] = min(seconds, best.get(count, seconds))
    each = (best[large] - best[small]) / (large - small) * 1000
    how = f"one new article: {best[small]:.2f} s beside {small:,}, {best[large]:.2f} s beside {large:,}: {each:.2f} ms for each"
    return Figure(what="adding", found=best[large] / best[small], limit=1.5, at_most=True, unit="×", how=how)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a run used."""

    seconds: float
    """By the clock."""
    processor: float
    """Seconds of the processor, all its processes together."""
    megabytes: float
    """The most memory that one of its processes had."""


def run_draft(configuration: Path, *options: str) -> Run:
    """Run `briefgen draft` in a process of its own."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "briefgen", "-f", str(configuration), "draft", "--quiet", *options],
        cwd=_ROOT,
        stdout=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise AssertionError(f"briefgen draft ended with status {process.returncode}")
    megabytes = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return Run(seconds=seconds, processor=usage.ru_utime + usage.ru_stime, megabytes=megabytes)


_WATCHED = """
import collections, sys
opened = collections.Counter()
sys.addaudithook(lambda event, told: event == "open" and "/seeds/" in str(told[0]) and opened.update([str(told[0])]))
from briefgen.cli import main
try:
    main()
finally:
    print("\\n".join(f"opened {times} {name}" for name, times in opened.items()), file=sys.stderr)
    print("\\n".join(f"module {name}" for name in sys.modules), file=sys.stderr)
"""


def watch_draft(configuration: Path) -> tuple[dict[str, int], frozenset[str]]:
    """Run `briefgen draft` under watch.

    Returns:
        How often each article's file was opened, and the modules that were imported.
    """
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, "-f", str(configuration), "draft", "--quiet"],
        cwd=_ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    opened: dict[str, int] = {}
    modules: set[str] = set()
    for line in done.stderr.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "opened":
            times, _, name = rest.partition(" ")
            opened[name] = int(times)
        elif kind == "module":
            modules.add(rest)
    return opened, frozenset(modules)


def _timed(function: Callable[[], object], side: int, cost: list[float], clock: list[float]) -> None:
    """Add what a call costs one side, in seconds of the processor and of the clock."""
    started, start = time.process_time(), time.perf_counter()
    function()
    cost[side] += time.process_time() - started
    clock[side] += time.perf_counter() - start


def _run_alone(model: Language, texts: Sequence[str]) -> None:
    for _ in model.pipe(texts):
        pass


def _draft(root: Path, settings: Settings, files: Sequence[str]) -> None:
    for _ in draft_site(root, settings, only=files):
        pass


def _tree(folder: Path) -> tuple[tuple[str, bytes], ...]:
    return tuple(
        (path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()
    )


MEASURES: dict[str, Callable[[Path], Figure]] = {
    "analysis": against_spacy,
    "jobs": with_two_jobs,
    "memory": memory,
    "unchanged": unchanged,
    "adding": adding,
}


def main(names: Sequence[str]) -> int:
    """Measure what is named, everything where nothing is; gives the exit status, 1 where a limit is not kept."""
    return show(MEASURES, names)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
