"""The index of Material's search -> whether the words of an item lead to its page, as its script looks for them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from briefgen.rendering.search_texts import PASSED_OVER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.model.briefing import Briefing

_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An index, read."""

    separator: re.Pattern[str]
    words: Mapping[str, frozenset[str]]
    """From the address of a page to the words that lead to it."""

    @classmethod
    def read(cls, index: str) -> Found:
        """Read an index as Material writes it: its separator tells words apart, tags are no words."""
        value = json.loads(index)
        separator = re.compile(value["config"]["separator"])
        words: dict[str, set[str]] = {}
        for doc in value["docs"]:
            text = unescape(_TAG.sub(" ", f"{doc['title']} {doc['text']}"))
            words.setdefault(doc["location"].partition("#")[0], set()).update(_split(separator, text))
        return cls(separator=separator, words={url: frozenset(found) for url, found in words.items()})

    def finds(self, url: str, text: str) -> bool:
        """Tell whether every word of a text that is looked for leads to a page: a word, or one that begins with it."""
        known = self.words.get(url, frozenset())
        asked = _split(self.separator, text) - PASSED_OVER
        return all(word in known or any(one.startswith(word) for one in known) for word in asked)


def missing(index: Found, briefing: Briefing) -> Iterator[str]:
    """Give the takeaways, actors, questions and watch items of a briefing whose words do not lead to its page."""
    texts = [
        *(one.text for one in briefing.takeaways),
        *(one.name for one in briefing.actors),
        *(one.text for one in briefing.open_questions),
        *(one.text for one in briefing.watch),
    ]
    for text in texts:
        if not index.finds(f"briefings/{briefing.id}/", text):
            yield f"{briefing.id}: {text}"


def _split(separator: re.Pattern[str], text: str) -> set[str]:
    return {word for word in separator.split(text.lower()) if word}
