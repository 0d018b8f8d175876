"""How soon a save is served, beside stock MkDocs on the same pages: `python -m tests.benchmarks.serving_speed`.

A site of so many briefings is served by `mkdocs serve` with briefgen, and its finished pages, as Markdown, by `mkdocs serve`
and `mkdocs serve --dirty` without it. One file is saved; a page is asked for over and over until it shows what was saved.
The clock counts all of it: seeing that a file was saved, waiting for the program that saves it, building, and the answer.

    page      the page of the saved briefing
    listing   the list of all briefings, which shows its title (the others serve a list that was finished before)
    search    the index of the search, which holds its title
    memory    what the serving process uses after the saves
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.assembly import assemble
from briefgen.model.settings import Settings
from briefgen.rendering.site import render
from tests.benchmarks.sites import write_drafted_site

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = Path(__file__).resolve().parent.parent.parent
_CONFIGURATION = """site_name: Benchmark
site_url: https://benchmark.example/
docs_dir: content
theme: {name: material, font: false}
nav: [index.md, briefings/index.md, actors/index.md, topics/index.md, watch.md, questions.md]
not_in_nav: "*"
markdown_extensions: [attr_list]
"""
_LONGEST = 240.0
"""Seconds after which a page that does not change is taken for one that never will."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A site that is being served."""

    process: subprocess.Popen[bytes]
    port: int
    file: Path
    """The file that is saved."""
    page: str
    """The address of its page."""

    def get(self, address: str) -> str:
        """Ask for a file of the site."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_LONGEST)
        try:
            connection.request("GET", f"/{address}")
            return connection.getresponse().read().decode("utf-8")
        finally:
            connection.close()

    def save(self, word: str) -> None:
        """Save the file with another title, as an editor's program does: beside, then renamed."""
        text = self.file.read_text(encoding="utf-8")
        beside = self.file.with_name(".saving")
        # In a finished page the title stands in its heading, too.
        titled = re.sub(r"Savedword\d+ ", "", text)
        titled = re.sub(r'(^title: "?|^# )', rf"\g<1>{word} ", titled, flags=re.MULTILINE)
        beside.write_text(titled, encoding="utf-8")
        beside.replace(self.file)

    def seconds_until(self, address: str, word: str, start: float) -> float:
        """Ask until the word is there; gives the seconds since the start."""
        while time.perf_counter() - start < _LONGEST:
            if word in self.get(address):
                return time.perf_counter() - start
            time.sleep(0.01)
        raise AssertionError(f"{address} never showed what was saved")

    def megabytes(self) -> float:
        """Give what the process uses."""
        told = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return float(re.findall(r"VmRSS:\s+(\d+)", told)[0]) / 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one way of serving took."""

    way: str
    page: float
    slowest: float
    """Of the pages."""
    listing: float | None
    search: float
    megabytes: float
    first: float
    """Seconds until the site was served for the first time."""

    def __str__(self) -> str:
        """One line for a terminal."""
        told = (
            f"{seconds:6.2f} s" if seconds is not None else "        -"
            for seconds in (self.page, self.slowest, self.listing, self.search)
        )
        return f"{self.way:<22} {'  '.join(told)}  {self.megabytes:6.0f} MB  {self.first:6.1f} s"


def write_sites(folder: Path, count: int) -> tuple[Path, Path]:
    """Write the site with its briefings, and the one with its finished pages; gives both files of settings."""
    briefings = write_drafted_site(folder / "briefings", count)
    briefings.write_text(_CONFIGURATION + "plugins: [search, briefgen]\n", encoding="utf-8")
    settings = Settings(site_name="Benchmark", site_url="https://benchmark.example/")
    site, _ = assemble(briefings.parent, settings, drafts=True)
    root = folder / "pages"
    for page in render(site):
        path = root / "content" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8")
    shutil.copytree(_ROOT / "briefgen/theme/assets", root / "content/assets")
    pages = root / "mkdocs.yml"
    pages.write_text(_CONFIGURATION + "plugins: [search]\n", encoding="utf-8")
    return briefings, pages


@contextmanager
def serving(configuration: Path, *options: str) -> Iterator[Served]:
    """Serve a site in a process of its own until the body is done."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-q", "-f", str(configuration), "-a", url, *options],
        cwd=_ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    file = configuration.parent / "content/briefings/story-00007.md"
    served = Served(process=process, port=port, file=file, page="briefings/story-00007/")
    try:
        _await(served)
        yield served
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def measure(way: str, configuration: Path, *options: str, rounds: int = 5, lists: bool = False) -> Result:
    """Save the same file over and over; `lists` says whether the list of briefings is made from them."""
    start = time.perf_counter()
    with serving(configuration, *options) as served:
        first = time.perf_counter() - start
        pages: list[float] = []
        listings: list[float] = []
        searches: list[float] = []
        for number in range(rounds):
            word = f"Savedword{number}"
            start = time.perf_counter()
            served.save(word)
            pages.append(served.seconds_until(served.page, word, start))
            # One of the two, since what is built for the one is there for the other.
            if lists and number % 2:
                listings.append(served.seconds_until("briefings/", word, start))
            else:
                searches.append(served.seconds_until("search/search_index.json", word, start))
            time.sleep(1 if number % 3 == 1 else 12)  # in the midst of the work in the background, or when it is done
        return Result(
            way=way,
            page=statistics.median(pages),
            slowest=max(pages),
            listing=statistics.median(listings) if listings else None,
            search=statistics.median(searches),
            megabytes=served.megabytes(),
            first=first,
        )


def _await(served: Served) -> None:
    until = time.perf_counter() + 600
    while time.perf_counter() < until:
        try:
            served.get(served.page)
        except OSError:
            if served.process.poll() is not None:
                raise AssertionError("mkdocs serve ended") from None
            time.sleep(0.1)
        else:
            return
    raise AssertionError("mkdocs serve did not begin to serve")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--briefings", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--only", choices=["briefgen"], help="measure briefgen alone")
    options = parser.parse_args()
    for count in options.briefings:
        with tempfile.TemporaryDirectory() as folder:
            briefings, pages = write_sites(Path(folder), count)
            print(f"{count:,} briefings          page    slowest   listing    search     memory  first build")
            ours = measure("briefgen", briefings, rounds=options.rounds, lists=True)
            print(ours, flush=True)
            if options.only:
                continue
            stock = measure("mkdocs serve", pages, rounds=max(2, options.rounds // 2))
            print(stock, flush=True)
            dirty = measure("mkdocs serve --dirty", pages, "--dirty", rounds=options.rounds)
            print(dirty, flush=True)
            verdict = "fine" if ours.page < 1 else "MISSED"
            print(
                f"page: {stock.page / ours.page:.1f}× as fast as mkdocs serve, "
                f"{ours.page / dirty.page:.2f}× the time of --dirty; under 1 s: {verdict}\n",
                flush=True,
            )


if __name__ == "__main__":
    main()
