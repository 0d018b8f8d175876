"""What a build costs, beside plain MkDocs and Material on the same finished pages: `python -m tests.benchmarks.building_speed`.

A site of so many briefings is built by `mkdocs build` with briefgen, and its finished pages, as Markdown with their assets, by
`mkdocs build` without it: the same theme, search and short navigation. Every build is a process of its own, the two take
turns, and what counts is its processor time (user and system), which a busy machine changes little. What plain MkDocs has
nothing like is off: the page that finds (Pagefind, of the extra `find`) and the pictures for links.

    cold      nothing was kept from an earlier build
    warm      everything was, and one briefing has another title since
    page      the largest page of a briefing, as built
    scaling   what a page costs on the largest site against the second largest
    memory    the most that a cold build ever uses
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Figure
from tests.benchmarks.serving_speed import write_sites

_ROOT = Path(__file__).resolve().parent.parent.parent
COLD, WARM, SCALING, PAGE_KB, MEMORY_MB = 1.15, 0.6, 1.15, 60, 400
"""The limits; those of ratios count at 1,000 briefings, the last at 5,000."""
_HELD = 1_000
"""Below so many briefings the start of the program is most of a build, and ratios say little."""

_RUN = """
import resource, subprocess, sys
status = subprocess.call(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.exit(status)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a build took."""

    seconds: float
    """Of the processor."""
    megabytes: float
    """The most memory it used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What builds of one size took."""

    briefings: int
    pages: int
    """Pages of HTML that the site has."""
    plain: float
    """Seconds, as the next two."""
    cold: float
    warm: float
    megabytes: float
    largest: int
    """Bytes of the largest page of a briefing."""

    @property
    def page(self) -> float:
        """What a page costs, in milliseconds."""
        return self.cold / self.pages * 1000


def build(configuration: Path, site: Path, home: Path) -> Cost:
    """Build a site in a process of its own.

    Args:
        configuration: Its mkdocs.yml.
        site: Where to build it.
        home: Where a user's own files lie, such as the key of what is kept from build to build.

    Raises:
        AssertionError: The build failed.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(configuration), "-d", str(site)]
    done = subprocess.run(
        # A small program between: Linux counts for a process the memory of the one that started it, too.
        [sys.executable, "-c", _RUN, *command],
        cwd=_ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "XDG_CACHE_HOME": str(home)},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise AssertionError(f"{configuration}: the build failed: {done.stderr}")
    seconds, kilobytes = done.stdout.split()[-2:]
    return Cost(seconds=float(seconds), megabytes=float(kilobytes) / 1024)


def measure(folder: Path, count: int, rounds: int = 3, *, plain: bool = True) -> Result:
    """Build a site over and over.

    Args:
        folder: An empty one.
        count: How many briefings it has.
        rounds: How often each build is done; the median counts.
        plain: Whether to build the finished pages without briefgen, too.
    """
    briefings, pages = write_sites(folder, count)
    told = briefings.read_text(encoding="utf-8")
    told = told.replace("[search, briefgen]", "[search, {briefgen: {find: false, social_cards: false}}]")
    briefings.write_text(told, encoding="utf-8")
    site, home, kept = folder / "site", folder / "home", briefings.parent / ".cache"
    file = briefings.parent / f"content/briefings/story-{count // 2:05}.md"
    plains, colds, warms = [0.0] if not plain else [], [], []
    megabytes = 0.0
    for number in range(rounds):
        shutil.rmtree(kept, ignore_errors=True)
        cold = build(briefings, site, home)
        colds.append(cold.seconds)
        megabytes = max(megabytes, cold.megabytes)
        if plain:
            plains.append(build(pages, folder / "plain", home).seconds)
        text = re.sub(r"Changed \d+ ", "", file.read_text(encoding="utf-8"))
        file.write_text(re.sub(r"(?m)^title: (['\"]?)", rf"title: \1Changed {number} ", text), encoding="utf-8")
        warms.append(build(briefings, site, home).seconds)
        if f"Changed {number} " not in (site / f"briefings/{file.stem}/index.html").read_text(encoding="utf-8"):
            raise AssertionError("the page does not show what was changed")
    return Result(
        briefings=count,
        pages=sum(1 for _ in site.rglob("*.html")),
        plain=statistics.median(plains),
        cold=statistics.median(colds),
        warm=statistics.median(warms),
        megabytes=megabytes,
        largest=max(page.stat().st_size for page in site.glob("briefings/story-*/index.html")),
    )


def figures(results: list[Result]) -> list[Figure]:
    """Hold what was found against the limits."""
    found = [figure for one in results if one.plain for figure in _beside_plain(one)]
    largest = max(one.largest for one in results) / 1000
    found.append(_at_most("page", largest, PAGE_KB, " kB", "HTML of the largest page of a briefing"))
    if len(results) > 1:
        before, last = results[-2:]
        how = (
            f"a page: {last.page:.2f} ms of {last.pages:,}, {before.page:.2f} ms of {before.pages:,}; "
            f"{last.briefings:,} and {before.briefings:,} briefings"
        )
        found.append(_at_most("scaling", last.page / before.page, SCALING, "×", how))
    last = results[-1]
    found.append(_at_most("memory", last.megabytes, MEMORY_MB, " MB", f"{last.briefings:,} briefings, cold"))
    return found


def _beside_plain(one: Result) -> list[Figure]:
    how = f"{one.briefings:,} briefings: {{:.1f}} s, plain {one.plain:.1f} s, {one.pages:,} pages (processor time)"
    return [
        _at_most("cold", one.cold / one.plain, COLD, "×", how.format(one.cold)),
        _at_most("warm", one.warm / one.plain, WARM, "×", how.format(one.warm)),
    ]


def _at_most(what: str, found: float, limit: float, unit: str, how: str) -> Figure:
    return Figure(what=what, found=found, limit=limit, at_most=True, unit=unit, how=how)


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; gives the exit status, 1 where a limit is not kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--briefings", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    results = []
    for count in sorted(options.briefings):
        with tempfile.TemporaryDirectory(prefix="briefgen-benchmark-") as folder:
            # Past the size at which ratios are held, plain MkDocs would only take its minutes.
            rounds = options.rounds if count <= _HELD else 1
            results.append(measure(Path(folder), count, rounds, plain=count <= _HELD))
        one = results[-1]
        print(
            f"{one.briefings:,} briefings: plain {one.plain:.1f} s, cold {one.cold:.1f} s, warm {one.warm:.1f} s, "
            f"{one.megabytes:.0f} MB",
            flush=True,
        )
    status = 0
    for figure in figures(results):
        print(figure, flush=True)
        held = figure.what not in ("cold", "warm") or any(one.briefings >= _HELD for one in results)
        status |= held and not figure.fine
    return status


if __name__ == "__main__":
    sys.exit(main())
