"""How much a reader downloads before the search finds anything: `python -m tests.benchmarks.search_size --briefings 1000`.

A site of so many briefings whose texts differ as real ones do (`varied.py`) is built by `mkdocs build`. Its index is held
against the one that Material makes of the same pages when nothing is kept from it: no mark that excludes, no entry written
anew. Both are counted gzipped, as servers send them. Where the extra `find` is installed its index is measured too: how large
it is as a whole, and what a reader loads of it for a first word.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]  # it carries no types

from briefgen.assembly import assemble
from briefgen.files.front_matter import read_briefing
from briefgen.model.settings import Settings
from briefgen.plugin.find import BUNDLE, FACETS
from briefgen.plugin.search_index import SEARCH_INDEX
from tests.benchmarks.figures import Figure
from tests.benchmarks.searching import Found, missing
from tests.benchmarks.varied import write_varied_site

_ROOT = Path(__file__).resolve().parent.parent.parent
_MOST = 400_000
"""Bytes that a reader may have to download at 1,000 briefings."""
_EXCLUDED = re.compile(r' data-search-exclude(?:="[^"]*")?')


def build(configuration: Path) -> float:
    """Build a site in a process of its own; gives the seconds."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(configuration)],
        cwd=_ROOT,
        check=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    return time.perf_counter() - start


def stock_index(site: Path) -> str:
    """Give the index that Material makes of the built pages of a site when all of their text is in it."""
    index = SearchIndex(**json.loads((site / SEARCH_INDEX).read_text(encoding="utf-8"))["config"])
    for file in sorted(site.rglob("index.html")):
        page = file.read_text(encoding="utf-8")
        begin = page.find("<article")
        content = page[page.find(">", begin) + 1 : page.find("</article>", begin)]
        url = file.parent.relative_to(site).as_posix().removeprefix(".")
        index.add_entry_from_context(
            SimpleNamespace(
                meta={},
                content=_EXCLUDED.sub("", content),
                toc=[],
                url=f"{url}/" if url else "",
                title=file.parent.name,
            )
        )
    return str(index.generate_search_index(None))


def gzipped(*contents: bytes) -> int:
    """Give the bytes of files as a server sends them, each gzipped."""
    return sum(len(gzip.compress(content, 9)) for content in contents)


def main() -> int:
    """Measure and print; 1 where the index is too large or something is not found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--briefings", type=int, default=1000)
    count = parser.parse_args().briefings
    with tempfile.TemporaryDirectory(prefix="briefgen-benchmark-") as folder:
        root = Path(folder)
        seconds = build(write_varied_site(root, count))
        site = root / "site"
        ours = (site / SEARCH_INDEX).read_bytes()
        text = b"".join(path.read_bytes() for path in sorted((root / "seeds").iterdir()))
        stock = gzipped(stock_index(site).encode("utf-8"))
        size = gzipped(ours)
        shrunk = gzipped(text) / len(text)
        print(f"{count:,} briefings, built in {seconds:.0f} s; gzip makes {shrunk:.3f} of their articles’ bytes")
        print(f"Material's index with everything in it {stock:>10,} bytes gzipped")
        print(f"the site's                             {size:>10,} bytes gzipped, {size / stock:.3f} of it")
        figure = Figure(
            what="search",
            found=size / 1000,
            limit=_MOST / 1000,
            at_most=True,
            unit=" kB",
            how=f"at {count:,} briefings",
        )
        print(figure)
        entries = Found.read(ours.decode("utf-8"))
        lost = [
            line
            for file in sorted((root / "content/briefings").iterdir())
            for line in missing(entries, read_briefing(file.name, file.read_text(encoding="utf-8")).briefing)
        ]
        assembled, _ = assemble(root, Settings(), drafts=True)
        unknown = [one.name for one in assembled.actors if not entries.finds(f"actors/{one.slug}/", one.name)]
        print(f"not found: {len(lost)} takeaways, actors, questions, watch items; {len(unknown)} pages of actors")
        filters = gzipped((site / "filters.json").read_bytes())
        print(f"filters.json, loaded when the filter is first used: {filters:,} bytes gzipped")
        if (site / BUNDLE).is_dir():
            _measure_find(site / BUNDLE)
        return int(bool(lost or unknown) or not figure.fine)


def _measure_find(bundle: Path) -> None:
    # Its pieces are compressed as they lie; the scripts are compressed by the server.
    files = [path for path in sorted(bundle.rglob("*")) if path.is_file()]
    whole = sum(path.stat().st_size for path in files)
    first = gzipped(
        *((bundle / name).read_bytes() for name in ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json"))
    )
    first += sum(path.stat().st_size for path in files if path.suffix == ".pf_meta" or path.name == "wasm.en.pagefind")
    first += gzipped((bundle / FACETS).read_bytes())
    pieces = [path.stat().st_size for path in (bundle / "index").iterdir()]
    shown = [path.stat().st_size for path in (bundle / "fragment").iterdir()]
    for_word = sum(pieces) / len(pieces) + 10 * sum(shown) / len(shown)
    loaded = f"a first word loads {first + for_word:,.0f}, each further one {for_word:,.0f}"
    print(f"Find: {len(files):,} files, {whole:,} bytes; {loaded}")


if __name__ == "__main__":
    sys.exit(main())
