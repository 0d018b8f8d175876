"""The index that Material's search has written -> one of the same format that a reader can load: a page once, no evidence."""

from __future__ import annotations

import json
import zlib
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from briefgen.rendering.search_texts import FULLEST, PARTS, PASSED_OVER, SEPARATOR, SPAREST, searched_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    pages = [one for one in searched_pages(site) if one.path in urls]
    pieces, fullness = dumped_within(index, pages, urls, most_bytes)
    if fullness > FULLEST:
        _LOG.debug("The search's index holds words in the place of some sentences, to stay small")
    with file.open("wb") as out:
        out.writelines(piece.encode("utf-8") for piece in pieces)


def dumped_within(
    index: dict[str, Any], pages: Sequence[Searched], urls: Mapping[str, str], most_bytes: int = MOST_BYTES
) -> tuple[Iterator[str], int]:
    """Give the index as JSON, in pieces, as fully as it fits, and how full the older half of it is.

    As one text the index of 5,000 briefings can take 60 MB.

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

    def dumped(fullness: int, number: int) -> Iterator[str]:
        """Give all of it in pieces, so many pages fuller than the others."""
        entries = (
            _entry(page, urls[page.path], fullness - (place < number), english=english)
            for place, page in enumerate(pages)
        )
        yield f'{{"config":{_dumped(config)},"docs":['
        for place, entry in enumerate(chain(entries, others)):
            yield f",{entry}" if place else entry
        yield "]}"

    before = number = 0
    for fullness in range(FULLEST, SPAREST + 1):
        size = _gzipped(dumped(fullness, 0))
        if size <= most_bytes or fullness == SPAREST:
            break
        before = size
    if fullness > FULLEST and size <= most_bytes and before > size:
        # What room is left goes to the newest pages.
        number = int(len(pages) * (most_bytes - size) / (before - size))
    while number and _gzipped(dumped(fullness, number)) > most_bytes:
        number = number * 4 // 5
    return dumped(fullness, number), fullness


def _dumped(value: object) -> str:
    # As it is, not as \u201c and the like: a curly quote is two bytes less.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _gzipped(pieces: Iterable[str]) -> int:
    packer = zlib.compressobj(6, wbits=zlib.MAX_WBITS | 16)  # with gzip's header
    return sum(len(packer.compress(piece.encode("utf-8"))) for piece in pieces) + len(packer.flush())


def _entry(page: Searched, url: str, fullness: int, *, english: bool) -> str:
    """Give an entry as JSON. Kept from one save of a preview to the next they would save 20 ms at 1,000 briefings."""
    text = page.text(fullness, PASSED_OVER if english else ())
    return _dumped({"location": url, "title": page.title_html, "text": text})


def _is_replaced(location: str, own: set[str]) -> bool:
    """Tell whether an entry is one of a page that has another entry, and none of a section that the page alone knows."""
    url, _, anchor = location.partition("#")
    return url in own and (not anchor or anchor in PARTS)
