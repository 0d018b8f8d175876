"""Text + evidence -> certainty lost or turned round: a hedge dropped, a negation dropped or added.

A hedge or negation governs the first word of content after it ("may *cut* rates"). It counts as dropped where the text
has that word too, shares a further word with what follows it, and does not mark it. So a text in other words passes:
false alarms cost an editor's trust, and a reader still sees the evidence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.checking.keeping import kept
from briefgen.checking.markers import ADVERBS, HEDGING, LEADS_TO, MODALS, NEGATIONS, NEGATIVE
from briefgen.checking.words import STOP_WORDS, Word, clause_numbers, sentence_numbers, stem, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

_REPORTING = frozenset(
    "said says say told tells announced announces promised pledged vowed added argued warned insisted thought believed "
    "predicted expected".split()
)
_LIGHT = frozenset("being been go get got make made take taken continue still ever soon even now already again".split())
_ENDINGS = frozenset({"end", "ends", "ended", "few", "little", "less", "short", "yet", "none", "first", "too"})
"""They keep a paraphrase from counting as flat; within the evidence's own wording they are words like others."""
_WORDS_AFTER = 2
_WORDS_BETWEEN = 3
"""How many words before those after a marker are looked at: `is going to cut` for `is expected to cut`."""
_REGION_WORDS = 8
"""How many words of content after a hedge belong to what it governs; more would reach into the next thought."""
_MOST_WORDS = 400  # of a text that are looked at, ten takeaways long: the work grows with the square
_PREFIXES = re.compile(r"^(un|dis|im|in|il|ir|non)(?=[a-z]{4})")
_NOT_NEGATED = re.compile(
    r"^(?:under|uni[oqtv]|until|unless|unto|unc(?:le|tion)|inter|intro|inten|inve|inform|impor|impos|impac|impro|imme|"
    r"indus|indiv|indi[ac]|incl|incr|incid|inst|insi|insu|inte|inva|invo|inhab|inju|inqu|display|disc|dist|disp|diss|disas|disr|"
    r"illus|irrig|irrit)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A marker of the evidence that the text has not, or the reverse."""

    marker: str
    """The hedge or negation."""
    head: str
    """The word that it governs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marked:
    """A marker with what it governs."""

    marker: Word
    head: Word
    region: frozenset[str]
    """Stems of the words of content after the head, in its clause."""


class _Said:
    """A text with its clauses; made by `_said`, and not changed."""

    def __init__(self, text: str) -> None:
        self.words = words_of(text)[:_MOST_WORDS]
        self.clauses = clause_numbers(self.words)
        self.sentences = sentence_numbers(self.words)
        self.stems = [stem(word.key) for word in self.words]
        self.known = frozenset(self.stems)

    def marks(self, is_marker: Callable[[int, _Said], bool]) -> list[_Marked]:
        """Give the markers that govern a word in their own clause."""
        found = []
        for place, word in enumerate(self.words):
            if is_marker(place, self):
                rest = [
                    at
                    for at in range(place + 1, len(self.words))
                    if self.clauses[at] == self.clauses[place] and is_content(self.words[at])
                ][: _REGION_WORDS + 1]
                if rest:
                    region = frozenset(self.stems[at] for at in rest[1:])
                    found.append(_Marked(marker=word, head=self.words[rest[0]], region=region))
        return found

    def places(self, key: str) -> list[int]:
        return [place for place, other in enumerate(self.stems) if other == key]

    def count(self, markers: Collection[str]) -> int:
        return sum(_is_in(word, markers) for word in self.words)

    def has_in_clause(self, place: int, markers: Collection[str]) -> bool:
        return any(
            _is_in(word, markers)
            for word, clause in zip(self.words, self.clauses, strict=True)
            if clause == self.clauses[place]
        )


@kept
def _said(text: str) -> _Said:
    return _Said(text)


def is_content(word: Word) -> bool:
    """Tell whether a word says what is meant, rather than how or how surely."""
    return word.key not in STOP_WORDS and word.key not in _LIGHT and word.key not in HEDGING | NEGATIONS


def _is_in(word: Word, markers: Collection[str]) -> bool:
    if word.key in markers:
        # The month of May and a person called Will or Hope hedge nothing.
        return not (word.capital and not word.opens)
    return word.key.endswith("n't") and "not" in markers


def _is_hedge(place: int, said: _Said) -> bool:
    word = said.words[place]
    following = said.words[place + 1].key if place + 1 < len(said.words) else ""
    if following in {"not", "never"}:
        return False  # “could not enter” leaves no doubt
    if word.key == "would":
        # “He said he would” is the future of reported speech: “he will” says the same.
        sentence = said.sentences[place]
        return not any(
            other.key in _REPORTING
            for other, number in zip(said.words, said.sentences, strict=True)
            if number == sentence
        )
    if word.key in LEADS_TO:
        return not LEADS_TO[word.key] or following == LEADS_TO[word.key]
    return _is_in(word, MODALS | ADVERBS)


def _is_negation(place: int, said: _Said) -> bool:
    return negates(said.words[place], said.words[place + 1].key if place + 1 < len(said.words) else "")


def negates(word: Word, following: str) -> bool:
    """Tell whether a word denies what follows; “not only” and “no doubt” do not."""
    if word.key in {"not", "no"} and following in {
        "only",
        "just",
        "longer",
        "doubt",
        "less",
        "more",
        "matter",
        "later",
    }:
        return word.key == "no" and following in {"longer", "more"}
    return _is_in(word, NEGATIONS)


def dropped_hedges(text: str, evidence: str) -> tuple[Lost, ...]:
    """Give the hedges of the evidence that the text dropped while it asserts the same thing."""
    said, grounds = _said(text), _said(evidence)
    near = _dropped_here(said, grounds, _is_hedge, MODALS | ADVERBS | LEADS_TO.keys() | {"would"})
    return tuple(dict.fromkeys(near + _dropped(said, grounds, _is_hedge, HEDGING)))


def dropped_negations(text: str, evidence: str) -> tuple[Lost, ...]:
    """Give the negations of the evidence that the text dropped while it says the same otherwise."""
    return _negations(_said(text), _said(evidence))


def added_negations(text: str, evidence: str) -> tuple[Lost, ...]:
    """Give the negations of the text that the evidence has not while it says the same otherwise."""
    return _negations(_said(evidence), _said(text))


def _negations(text: _Said, evidence: _Said) -> tuple[Lost, ...]:
    """Give the negations of one text that the other has not."""
    near = _dropped_here(text, evidence, _is_negation, NEGATIVE - _ENDINGS)
    far = _dropped(text, evidence, _is_negation, NEGATIVE)
    return tuple(dict.fromkeys(near + far + _dropped_prefixes(text, evidence)))


def _dropped_here(
    text: _Said, evidence: _Said, is_marker: Callable[[int, _Said], bool], markers: Collection[str]
) -> tuple[Lost, ...]:
    """Give the markers left out of a wording that is otherwise the evidence's own.

    The word before the marker and the two after it follow one another in the text as well, and no marker stands among
    them or right before. Whatever else the text says, such a marker was taken out.
    """
    lost = []
    for mark in evidence.marks(is_marker):
        place = evidence.words.index(mark.marker)
        after = evidence.stems[place + 1 : place + 3]
        before = evidence.stems[place - 1] if place else None
        if len(after) < _WORDS_AFTER or _is_also_flat(mark, evidence, markers):
            continue
        if any(_stands_bare(text, at, before, after, markers) for at in text.places(after[0])):
            lost.append(Lost(marker=mark.marker.text, head=mark.head.text))
    return tuple(lost)


def _stands_bare(text: _Said, at: int, before: str | None, after: Sequence[str], markers: Collection[str]) -> bool:
    """Tell whether the words after a marker stand at a place of the text, the word before near them, and no marker."""
    if text.stems[at : at + len(after)] != after:
        return False
    start = max(0, at - _WORDS_BETWEEN)
    if before is None:
        return start == 0 and not any(_is_in(word, markers) for word in text.words[:at])
    if before not in text.stems[start:at]:
        return False
    return not any(_is_in(word, markers) for word in text.words[max(0, start - 1) : at + len(after)])


def _dropped(
    text: _Said, evidence: _Said, is_marker: Callable[[int, _Said], bool], markers: Collection[str]
) -> tuple[Lost, ...]:
    marked = evidence.marks(is_marker)
    shared = [mark for mark in marked if stem(mark.head.key) in text.known and _shares_region(mark, text)]
    # As many markers as there are marked things said again: they stand in other words or another order.
    if text.count(markers) >= len(shared):
        return ()
    lost = []
    for mark in shared:
        head = stem(mark.head.key)
        places = text.places(head)
        if any(text.has_in_clause(place, markers) for place in places) or _is_also_flat(mark, evidence, markers):
            continue
        lost.append(Lost(marker=mark.marker.text, head=mark.head.text))
    return tuple(lost)


def _shares_region(mark: _Marked, text: _Said) -> bool:
    """Tell whether the text says a further word of what the marker governs, or there is none to say."""
    return not mark.region or bool(mark.region & text.known)


def _is_also_flat(mark: _Marked, evidence: _Said, markers: Collection[str]) -> bool:
    """Tell whether the evidence says the governed word somewhere else without a marker."""
    head = stem(mark.head.key)
    return any(
        key == head and evidence.words[place] != mark.head and not evidence.has_in_clause(place, markers)
        for place, key in enumerate(evidence.stems)
    )


def _dropped_prefixes(text: _Said, evidence: _Said) -> tuple[Lost, ...]:
    """Give what the evidence negates by a prefix (unlawful) and the text says without it (lawful)."""
    text_keys = {word.key for word in text.words}
    evidence_keys = {word.key for word in evidence.words}
    lost = []
    for word in evidence.words:
        match = _PREFIXES.match(word.key)
        if match is None or _NOT_NEGATED.match(word.key) or word.key in text_keys or word.key in HEDGING:
            continue
        base = word.key[match.end() :]
        if base in text_keys and base not in evidence_keys and text.count(NEGATIVE) == 0:
            lost.append(Lost(marker=word.text, head=base))
    return tuple(lost)
