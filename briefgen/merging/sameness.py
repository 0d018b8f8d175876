"""Two entries -> whether they are the same one, told by where their evidence stands in the source.

Positions and wordings change with every edit and every draft; the words of the source that an item rests on do not.
Actors are the exception: several of them act in one sentence, so for them the name comes first.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from rapidfuzz import fuzz

from briefgen.model.briefing import Actor, Caution, Question, Source, Takeaway, WatchItem
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from briefgen.model.draft import Deleted

Entry: TypeAlias = Takeaway | Actor | Question | WatchItem | Caution | Source
Rank: TypeAlias = tuple[int, int, float, float]
"""How surely two entries are the same, the greater the surer: equal, kind of likeness, evidence shared, words alike."""

_UNPAIRED: Mapping[int, Entry | None] = MappingProxyType({})
_SEEN = 2
"""Of a rank: surer than being equal."""
HALF = 0.5
_MENDED = 90
"""Of 100: a quote that is not in the source and this like another is the same one with a slip mended."""
_REWORDED = 75
"""Of 100: cautions have no evidence, so one this like another is the same one with a date or a name changed."""
_SPELT = 80
"""Of 100: Melnytsky and Melnytskyy score 95, Iran and Iraq 75."""


def words_of(entry: Entry) -> str:
    """Give the words that an entry is known by: its text, an actor's name, a source's file."""
    if isinstance(entry, Source):
        return entry.file
    return entry.name if isinstance(entry, Actor) else entry.text


def quotes_of(entry: Entry) -> tuple[str, ...]:
    """Give the folded quotes that an entry rests on."""
    if isinstance(entry, Caution | Source):
        return ()
    return tuple(fold(evidence.quote) for evidence in entry.evidence)


def key_of(entry: Entry) -> str:
    """Give what an entry is recognised by after it is gone: a line for its words, and one for each quote or alias."""
    lines = entry.aliases if isinstance(entry, Actor) else quotes_of(entry)
    return "\n".join([fold(words_of(entry)), *(fold(line) for line in lines)])


class Sameness:
    """Compares entries, with the places of quotes in the source as they are now."""

    def __init__(self, locate: Callable[[str], tuple[int, int] | None]) -> None:
        """Take the function that finds a quote in the source; it is asked once for each quote."""
        self._locate = locate
        self._spans: dict[str, tuple[int, int] | None] = {}
        self._folds: dict[str, str] = {}
        self._matched: dict[object, dict[int, int]] = {}

    def rank(self, one: Entry, other: Entry, *, renamed: bool = False) -> Rank | None:
        """Say how surely two entries of a section are the same.

        Args:
            one: An entry.
            other: Another one of the same class.
            renamed: Whether an actor that differs in nothing but its name is the same. Between a draft and what an
                editor made of it that is so; between two drafts it is another actor of the same sentence.

        Returns:
            The rank; None if they are not the same.
        """
        shared = self.shared_evidence(self._quotes(one), self._quotes(other))
        words, other_words = self._fold(words_of(one)), self._fold(words_of(other))
        alike = 100.0 if words == other_words else fuzz.ratio(words, other_words)
        if isinstance(one, Actor) and isinstance(other, Actor):
            likeness = _like_actors(one, other, shared, renamed=renamed)
        elif isinstance(one, Source) and isinstance(other, Source):
            likeness = 2 if one.file == other.file else int(one.sha256 is not None and one.sha256 == other.sha256)
        elif isinstance(one, Caution):
            likeness = int(alike >= _REWORDED)
        else:
            likeness = 2 * (shared >= HALF) + (words == other_words)
        return (int(one == other), likeness, shared, alike) if likeness or one == other else None

    def match(
        self,
        ones: Sequence[Entry],
        others: Sequence[Entry],
        *,
        renamed: bool = False,
        paired: Mapping[int, Entry | None] = _UNPAIRED,
    ) -> dict[int, int]:
        """Pair the entries of two lists, each at most once, the surest pairs first.

        Args:
            ones: Entries of a section.
            others: Entries of the same section.
            renamed: As in `rank`.
            paired: What is known of some of `ones`, by their numbers: as which entry they were last seen among the
                others, or None for one that was not among them: it is taken only for one of the very same words.

        Returns:
            The number of the partner for each number of `ones` that has one.
        """
        # The same lists are compared to find deletions and to merge: half of the work is done once.
        asked = (tuple(ones), tuple(others), renamed, tuple(paired.items()))
        if asked not in self._matched:
            self._matched[asked] = self._surest_first(ones, others, renamed, paired)
        return dict(self._matched[asked])

    def _surest_first(
        self,
        ones: Sequence[Entry],
        others: Sequence[Entry],
        renamed: bool,  # noqa: FBT001 - passed on
        paired: Mapping[int, Entry | None],
    ) -> dict[int, int]:
        # Nothing ranks above the very same entry, unless it is known how one was last seen: most are the same, and need no look.
        found = {} if paired else _equal(ones, others)
        taken = set(found.values())
        ranked = sorted(
            (tuple(-value for value in max(ranks)), first, second)
            for first, one in enumerate(ones)
            if first not in found
            for second, other in enumerate(others)
            if second not in taken
            if (ranks := [*self._ranks(one, other, paired.get(first, one), renamed=renamed)])
        )
        for _, first, second in ranked:
            if first not in found and second not in taken:
                found[first] = second
                taken.add(second)
        return found

    def _ranks(self, one: Entry, other: Entry, known_as: Entry | None, *, renamed: bool) -> Iterator[Rank]:
        """Rank an entry as it is, and as it was last seen."""
        if known_as is None and not self.same_words(one, other):
            return
        for version in (one,) if known_as is None or known_as is one else (one, known_as):
            rank = self.rank(version, other, renamed=renamed)
            if rank is not None:
                # As it was last seen it is this one for sure, whatever else may look like the draft.
                yield (_SEEN, *rank[1:]) if version is not one and version == other else rank

    def same_words(self, one: Entry, other: Entry) -> bool:
        """Tell whether two entries are known by the very same words."""
        return self._fold(words_of(one)) == self._fold(words_of(other))

    def _fold(self, text: str) -> str:
        # Each text is compared with all of its section, several times.
        if text not in self._folds:
            self._folds[text] = fold(text)
        return self._folds[text]

    def _quotes(self, entry: Entry) -> tuple[str, ...]:
        if isinstance(entry, Caution | Source):
            return ()
        return tuple([self._fold(evidence.quote) for evidence in entry.evidence])

    def recognises(self, deleted: Deleted, entry: Entry) -> bool:
        """Tell whether an entry is the one that an editor took out."""
        words, *lines = deleted.key.split("\n")
        mine = self._fold(words_of(entry))
        if isinstance(entry, Actor):
            gone = {name.casefold() for name in (words, *lines)}
            names = {mine.casefold(), *(fold(alias).casefold() for alias in entry.aliases)}
            return mine.casefold() in gone or words.casefold() in names
        if isinstance(entry, Caution):
            return fuzz.ratio(words, mine) >= _REWORDED
        return words == mine or self.shared_evidence(tuple(lines), self._quotes(entry)) >= HALF

    def shared_evidence(self, ones: tuple[str, ...], others: tuple[str, ...]) -> float:
        """Give the share of the shorter evidence that stands in the other, 0 to 1."""
        if not ones or not others:
            return 0.0
        if sorted(ones) == sorted(others):
            return 1.0
        common = sum(self._common(one, other) for one in ones for other in others)
        shorter = min(sum(map(self._length, ones)), sum(map(self._length, others)))
        return min(1.0, common / shorter) if shorter else 0.0

    def _common(self, one: str, other: str) -> int:
        """Count the characters that two quotes share."""
        first, second = self._span(one), self._span(other)
        if first and second:
            return max(0, min(first[1], second[1]) - max(first[0], second[0]))
        if one in other or other in one or fuzz.ratio(one, other) >= _MENDED:
            return min(self._length(one), self._length(other))
        return 0

    def _length(self, quote: str) -> int:
        span = self._span(quote)
        return span[1] - span[0] if span else len(quote)

    def _span(self, quote: str) -> tuple[int, int] | None:
        if quote not in self._spans:
            self._spans[quote] = self._locate(quote)
        return self._spans[quote]


def _like_actors(one: Actor, other: Actor, shared: float, *, renamed: bool) -> int:
    """Say how like actors are: 4 by name, 3 by alias, 2 by a word and the evidence, 1 by all but the name, 0 not."""
    names = [
        {fold(actor.name).casefold(), *(fold(alias).casefold() for alias in actor.aliases)} for actor in (one, other)
    ]
    first, second = fold(one.name).casefold(), fold(other.name).casefold()
    if first == second:
        return 4
    if first in names[1] or second in names[0]:
        return 3
    if shared < HALF:
        return 0
    if names[0] & names[1] or _share_word(first, second):
        return 2
    return int(renamed and dataclasses.replace(one, name=other.name) == other)


def _share_word(one: str, other: str) -> bool:
    """Tell whether two names share a word, give or take its spelling."""
    return any(
        fuzz.ratio(word, another) >= _SPELT
        for word in one.split()
        for another in other.split()
        if min(len(word), len(another)) > 1
    )


def _equal(ones: Sequence[Entry], others: Sequence[Entry]) -> dict[int, int]:
    """Pair what is equal, in the order of both."""
    places: dict[Entry, list[int]] = defaultdict(list)
    for place, other in enumerate(others):
        places[other].append(place)
    return {place: waiting.pop(0) for place, one in enumerate(ones) if (waiting := places.get(one))}
