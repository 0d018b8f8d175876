"""The index of Material's search, written anew within a number of bytes."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from typing import TYPE_CHECKING, Any

from briefgen.plugin.search_index import MOST_BYTES, dumped_within
from briefgen.rendering.search_texts import FULLEST, SPAREST, Searched

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CONFIG = {
    "lang": ["en"],
    "separator": "[\\s\\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1000.0}},
}
PAGES = [
    Searched(
        path=f"briefings/b{number}.md",
        title=f"Title {number}",
        first=(f"The board of the {number * 7919} and of the {number * 104729} will meet in the {number * 1299709}.",),
        then=(f"Will the board of {number * 15485863} meet in the {number * 32452843}?",),
    )
    for number in range(1, 60)
]
URLS = {page.path: page.path.removesuffix(".md") + "/" for page in PAGES}
INDEX = {
    "config": CONFIG,
    "docs": [
        {"location": "", "title": "Home", "text": "Welcome"},
        {"location": "briefings/b1/", "title": "Title 1", "text": "Drafted by a program"},
        {"location": "briefings/b1/#b-takeaways", "title": "Key takeaways", "text": "Evidence"},
        {"location": "briefings/b1/#b-notes", "title": "Editor’s notes", "text": "<p>Own words</p>"},
    ],
}


def fitted(
    index: dict[str, Any], pages: Sequence[Searched], urls: Mapping[str, str], most_bytes: int = MOST_BYTES
) -> tuple[str, int]:
    """Give the index as one text, and how full it is."""
    pieces, fullness = dumped_within(index, pages, urls, most_bytes)
    return "".join(pieces), fullness


def gzipped(text: str) -> int:
    """Give the bytes as a server sends them."""
    return len(gzip.compress(text.encode(), 6))


def test_a_small_index_holds_everything_in_the_same_format() -> None:
    """Each page has one entry in the place of Material's; what other pages and sections of one's own say stays."""
    text, fullness = fitted(INDEX, PAGES, URLS, 10**6)
    assert fullness == FULLEST
    index = json.loads(text)
    assert set(index) == {"config", "docs"}
    assert all(set(doc) == {"location", "title", "text"} for doc in index["docs"])
    found = {doc["location"]: doc["text"] for doc in index["docs"]}
    assert len(found) == len(index["docs"]) == len(PAGES) + 2
    assert found["briefings/b1/"] == "".join(f"<p>{one}</p>" for one in (*PAGES[0].first, *PAGES[0].then))
    assert found["briefings/b1/#b-notes"] == "<p>Own words</p>"
    assert found[""] == "Welcome"


def test_a_word_in_quotes_or_brackets_can_be_found() -> None:
    """The theme's own way of telling words apart leaves the quote on; a site's own way stays as it is."""
    changed = json.loads(fitted(INDEX, PAGES, URLS)[0])["config"]
    assert changed == CONFIG | {"separator": changed["separator"]}
    assert changed["separator"] != CONFIG["separator"]
    own = {"config": CONFIG | {"separator": "[,]+"}, "docs": []}
    assert json.loads(fitted(own, PAGES, URLS)[0])["config"]["separator"] == "[,]+"


def test_too_much_is_cut_to_words_and_the_newest_keep_their_sentences_longest() -> None:
    """The limit holds wherever it can, and what room is left goes to the pages that come first."""
    whole = gzipped(fitted(INDEX, PAGES, URLS, 10**6)[0])
    spare, sparest = fitted(INDEX, PAGES, URLS, 1)
    assert sparest == SPAREST
    for most in range(gzipped(spare), whole, (whole - gzipped(spare)) // 7):
        text, _ = fitted(INDEX, PAGES, URLS, most)
        assert gzipped(text) <= most
        docs = {doc["location"]: doc["text"] for doc in json.loads(text)["docs"]}
        kept = [PAGES[place].first[0] in docs[URLS[PAGES[place].path]] for place in range(len(PAGES))]
        assert kept == sorted(kept, reverse=True)
    assert fitted(INDEX, PAGES, URLS, whole - 1)[1] > FULLEST


def test_in_another_language_every_word_is_kept() -> None:
    """Only English words are passed over: elsewhere “of” may mean something."""
    german = {"config": CONFIG | {"lang": ["de"]}, "docs": []}
    assert " of " in json.loads(fitted(german, PAGES, URLS, 1)[0])["docs"][0]["text"]
    assert " of " not in json.loads(fitted(INDEX, PAGES, URLS, 1)[0])["docs"][0]["text"]


def test_a_page_of_the_sites_own_keeps_its_entry() -> None:
    """Where somebody else's page stands at the address, briefgen's has no say."""
    text, _ = fitted(INDEX, PAGES[1:], URLS)
    found = [doc["text"] for doc in json.loads(text)["docs"] if doc["location"] == "briefings/b1/"]
    assert found == ["Drafted by a program"]


def test_a_large_index_is_never_in_memory_as_a_whole() -> None:
    """It is made and measured in pieces: that of 5,000 briefings would be the most memory that their build takes."""
    pages = [Searched(path=f"briefings/b{n}.md", title=f"T{n}", first=(f"– Words {n} " * 400,)) for n in range(300)]
    urls = {page.path: page.path for page in pages}
    tracemalloc.start()
    pieces, _ = dumped_within(INDEX, pages, urls, 10**7)
    length = sum(len(piece) for piece in pieces)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length > 10**6
    assert peak < length
