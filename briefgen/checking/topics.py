"""The topics of all briefings -> those that have pages of their own and should have one together."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefgen.checking.grounds import Found, short
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MARKS = re.compile(r"[\W_]+")
_PLURAL = re.compile(r"(?<=[a-z]{2}[^\Wsui])s\b")
"""`sanctions` and `strikes`, but not `crisis`, `status` or `congress`."""


def alike_topics(topics_of: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[Found, ...]]:
    """Find topics that differ in punctuation, accents or a plural only, so that each got a page of its own.

    Case, white space, quote marks and dashes make no difference to pages, and so none here.

    Args:
        topics_of: The topics of each briefing, by its id.

    Returns:
        For the briefings that have the rarer spelling, by id, what to say of it.
    """
    used = Counter(_page(topic) for topics in topics_of.values() for topic in dict.fromkeys(topics))
    written = _spellings(topic for topics in topics_of.values() for topic in topics)
    groups: dict[str, list[str]] = defaultdict(list)
    for page in sorted(used):
        groups[_key(page)].append(page)
    better = {
        page: max(pages, key=lambda one: (used[one], one))
        for key, pages in groups.items()
        if key and len(pages) > 1
        for page in pages
    }
    found: dict[str, tuple[Found, ...]] = {}
    for briefing, topics in topics_of.items():
        alike = [
            Found(path=("topics", number), code="topic-alike", message=_message(topic, written[better[_page(topic)]]))
            for number, topic in enumerate(topics)
            if better.get(_page(topic), _page(topic)) != _page(topic)
        ]
        if alike:
            found[briefing] = tuple(alike)
    return found


def _message(topic: str, other: str) -> str:
    return f"“{short(topic)}” gets a page of its own beside “{short(other)}”; write both alike"


def _spellings(topics: Iterable[str]) -> Mapping[str, str]:
    """Give the most used spelling for each page, as the page itself has it."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for topic in topics:
        counts[_page(topic)][topic] += 1
    return {page: min(used, key=lambda name: (-used[name], name)) for page, used in counts.items()}


def _page(topic: str) -> str:
    """Give what topics of one page have in common."""
    return fold(topic).casefold()


def _key(page: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", page) if not unicodedata.combining(c))
    return _MARKS.sub("", " ".join(_PLURAL.sub("", word) for word in plain.split()))
