"""Sentences of a story -> what sort of event it speaks of: "presidential" for a bare "election", where it tells of one sort."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefgen.drafting.watch import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.model.analysis import StorySentence, Token

_BEFORE = frozenset({"compound", "amod", "nmod"})
_TIMES = frozenset({"DATE", "TIME", "ORDINAL", "CARDINAL", "PERSON"})
_PASSING = words.UPCOMING | {
    "new",
    "last",
    "recent",
    "previous",
    "own",
    "same",
    "other",
    "special",
    "planned",
    "current",
}
_OFTEN = 2
"""Times that words stand before the noun: "the close election" is said once, "the presidential election" again."""


def sorts(sentences: Sequence[StorySentence]) -> Mapping[str, str]:
    """Give for each noun that names an event the words that tell its sort; left out where there are none, or several sorts.

    Args:
        sentences: Of the story.
    """
    told: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            lemma = token.lemma.lower()
            if lemma in words.EVENTS and token.pos in {"NOUN", "PROPN"} and (kept := _before(sentence.tokens, index)):
                told[lemma][tuple(one.text for one in kept)] += 1
    found: dict[str, str] = {}
    for lemma, phrases in told.items():
        steady = [key for key, count in phrases.items() if count >= _OFTEN]
        longest = max(steady, key=len, default=())
        inside = {word.lower() for word in longest}
        if longest and all({word.lower() for word in key} <= inside for key in steady):
            found[lemma] = " ".join(longest)
    return found


def _before(tokens: Sequence[Token], noun: int) -> list[Token]:
    """Give the adjectives and nouns straight before a noun that belong to its name."""
    at = noun
    while at and tokens[at - 1].dep in _BEFORE and tokens[at - 1].head in range(at - 1, noun + 1):
        at -= 1
    kept = list(tokens[at:noun])
    plain = all(
        one.entity not in _TIMES
        and one.text.lower() not in _PASSING
        and one.pos in {"NOUN", "PROPN", "ADJ"}
        and one.text.isalpha()
        for one in kept
    )
    return kept if plain else []
