"""The index that Material's search has written -> one of the same format that a reader can load: a page once, no evidence."""

from __future__ import annotations

import gzip
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from briefgen.rendering.search_texts import FULLEST, PARTS, PASSED_OVER, SEPARATOR, SPAREST, searched_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from mkdocs.structure.files import File

    from briefgen.model.site import Site
    from briefgen.rendering.search_texts import Searched

_LOG = get_plugin_logger("briefgen")

SEARCH_INDEX = "search/search_index.json"
MOST_BYTES = 380_000
"""Of the index as a server sends it, gzipped: what a phone loads in a second or two. A site of 1,000 briefings stays below."""
_STOCK_SEPARATOR = r"[\s\-]+"


def write_search_index(site_dir: Path, site: Site, ours: Iterable[File], most_bytes: int = MOST_BYTES) -> None:
    """Rewrite the index of a site in place.

    Args:
        site_dir: The folder of the built site; nothing is done where its search is off.
        site: What the pages were made from.
        ours: MkDocs' files of briefgen's pages; another page at such an address keeps its entries.
        most_bytes: How large it may be, gzipped.
    """
    file = Path(site_dir, SEARCH_INDEX)
    if not file.is_file():
        return
    index = json.loads(file.read_text(encoding="utf-8"))
    urls = {one.src_uri: one.url for one in ours}
    text, fullness = dumped_within(index, [one for one in searched_pages(site) if one.path in urls], urls, most_bytes)
    if fullness > FULLEST:
        _LOG.debug("The search's index holds words in the place of some sentences, to stay small")
    file.write_text(text, encoding="utf-8")


def dumped_within(
    index: dict[str, Any], pages: Sequence[Searched], urls: Mapping[str, str], most_bytes: int = MOST_BYTES
) -> tuple[str, int]:
    """Give the index as JSON, as fully as it fits, and how full the older half of it is.

    Args:
        index: As Material writes it.
        pages: Those that have entries of their own, the newest briefings first.
        urls: From the path of a page to its address.
        most_bytes: How large it may be, gzipped; the sparest is given where nothing fits.
    """
    config = dict(index["config"])
    if config.get("separator") == _STOCK_SEPARATOR:
        config["separator"] = SEPARATOR
    english = config.get("lang") == ["en"] and "stopWordFilter" in config.get("pipeline", ())
    own = {urls[page.path] for page in pages}
    others = [_dumped(doc) for doc in index["docs"] if not _is_replaced(doc["location"], own)]

    def dumped(fuller: int, sparer: int, number: int) -> str:
        """Give all of it, so many pages fuller than the others."""
        docs = [_entry(page, urls[page.path], fuller, english=english) for page in pages[:number]]
        docs += [_entry(page, urls[page.path], sparer, english=english) for page in pages[number:]]
        return f'{{"config":{_dumped(config)},"docs":[{",".join(docs + others)}]}}'

    before = 0
    for fullness in range(FULLEST, SPAREST + 1):
        text = dumped(fullness, fullness, 0)
        size = _gzipped(text)
        if size <= most_bytes or fullness == SPAREST:
            break
        before = size
    if fullness == FULLEST or size > most_bytes:
        return text, fullness
    # What room is left goes to the newest pages.
    number = int(len(pages) * (most_bytes - size) / (before - size)) if before > size else 0
    while number:
        mixed = dumped(fullness - 1, fullness, number)
        if _gzipped(mixed) <= most_bytes:
            return mixed, fullness
        number = number * 4 // 5
    return text, fullness


def _dumped(value: object) -> str:
    # As it is, not as \u201c and the like: a curly quote is two bytes less.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _gzipped(text: str) -> int:
    return len(gzip.compress(text.encode("utf-8"), 6))


@lru_cache(maxsize=1 << 15)
def _entry(page: Searched, url: str, fullness: int, *, english: bool) -> str:
    """Give an entry as JSON; kept from one save of a preview to the next."""
    text = page.text(fullness, PASSED_OVER if english else ())
    return _dumped({"location": url, "title": page.title_html, "text": text})


def _is_replaced(location: str, own: set[str]) -> bool:
    """Tell whether an entry is one of a page that has another entry, and none of a section that the page alone knows."""
    url, _, anchor = location.partition("#")
    return url in own and (not anchor or anchor in PARTS)
