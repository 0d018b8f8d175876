"""Item on "the talks" -> which talks, in [brackets], where the story has told of one such thing before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.drafting.watch import words
from briefgen.drafting.watch.features import stems
from briefgen.drafting.watch.phrase import Words, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.tree import Tree

_TELLING = frozenset({"between", "with", "on", "over", "into", "about", "of", "against", "in"})
_LONGEST = 9
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_BARE = re.compile(
    r"(?:(?P<the>(?:possible |pending |threatened )?\w+ (?:of|to|in|on) the)|"
    r"(?:next|new|another|further|first|second|third|final)(?: round of)?) (?P<noun>[a-z]+)",
    re.IGNORECASE,
)
_TWIN = 2
_NEAR = 2
"""Sentences back: of several, "the talks" are those last told of, where that was just before."""
_COULD_BE_ANY = words.EVENTS | words.INQUIRIES | words.LASTING | words.PERIODS | {"war", "project", "law"}


@dataclass(slots=True)
class Told:
    """What the story has told so far of which talks, which deal, which inquiry."""

    title: frozenset[str]
    """Stems of the title's words: what the title names, a reader knows."""
    phrases: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """By the noun's lemma, in which sentence what was told of it: "between Norway and Iceland"."""

    def hear(self, tree: Tree, times: list[tuple[int, int]]) -> None:
        """Take in a sentence."""
        for index, token in enumerate(tree.tokens):
            lemma = _kind(token.lemma)
            if token.pos == "NOUN" and lemma in _COULD_BE_ANY:
                self.phrases.setdefault(lemma, []).extend(
                    (tree.sentence.index, phrase) for phrase in _complements(Words(tree, times, _LONGEST), index)
                )

    def completed(self, text: str, tree: Tree, *, ends: bool = False) -> str | None:
        """Say which one is meant.

        Args:
            text: The words for an event.
            tree: Of its sentence.
            ends: Whether the sentence itself tells how long the thing lasts, or what it has come to.

        Returns:
            The words, completed in [brackets] where they need it and one thing only can be meant; None where nobody could
            tell what they are about.
        """
        found = _BARE.fullmatch(text)
        if found is None:
            return text
        word = found["noun"].lower()
        lemma = _kind(next((t.lemma for t in tree.tokens if t.text.lower() == word), word))
        if lemma not in _COULD_BE_ANY:
            return text
        # The next round of talks in Oslo may be in Bergen: of what is new, only with whom it is can be filled in.
        told = [one for one in self.phrases.get(lemma, []) if found["the"] or not one[1].startswith("in ")]
        different = {stems(phrase) for _, phrase in told}
        if told and (len(different) == 1 or tree.sentence.index - told[-1][0] <= _NEAR):
            return f"{text} [{told[-1][1]}]"
        known = ends or not found["the"] or bool(stems(word) & self.title) or len(different) >= _TWIN
        return text if known else None


def _kind(lemma: str) -> str:
    return "talk" if lemma.lower() in {"negotiation", "discussion"} else lemma.lower()


def _complements(collect: Words, noun: int) -> Iterator[str]:
    """Give what tells a noun from others of its kind, where that names somebody or something."""
    tree = collect.tree
    for child in tree.children[noun]:
        token = tree.tokens[child]
        if child < noun or token.dep != "prep" or token.text.lower() not in _TELLING:
            continue
        kept = collect.preposition(child, _LONGEST)
        named = any(tree.tokens[i].entity in _NAMED for i in kept)
        if kept and named and not any(tree.tokens[i].tag in {"PRP", "PRP$", "WDT"} for i in kept):
            yield joined(tree, kept)
