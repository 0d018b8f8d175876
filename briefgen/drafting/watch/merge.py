"""Candidates -> candidates, those that tell of one event made one: its best words, its date, its place, both quotes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.drafting.watch.candidate import Candidate
    from briefgen.model.briefing import WatchItem

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "the a an of in on at to for with by from and or between as its their be is are will next another new first second "
    "round this that".split()
)
_ALIKE = (frozenset({"vote", "election", "voting", "ballot"}), frozenset({"meeting", "summit", "talk", "session"}))
"""Nouns that stand for one event where its day and all else agree."""
_EVIDENCE = 2
_SAME = 0.5
_MOST_COMPARED = 200
"""Candidates: each is compared with all others, and five are drafted. A long article has 30; 6,000 took minutes."""


def merged(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Join candidates on one event, in the order of the text.

    Returns:
        Each event once; of more than two hundred candidates the best ranked. The words are those of the better ranked
        candidate; date and place come from the other where the better has none.
    """
    best = sorted(range(len(found)), key=lambda at: (-found[at].score, at))[:_MOST_COMPARED]
    kept: list[Candidate] = []
    for candidate in (found[number] for number in sorted(best)):
        at = next((i for i, other in enumerate(kept) if _same(candidate, other)), None)
        if at is None:
            kept.append(candidate)
        else:
            kept[at] = _joined(kept[at], candidate)
    return tuple(kept)


def _stems(words: str) -> frozenset[str]:
    """Give the first four letters of each word: "meeting" and "meet", "Russia" and "Russian" agree."""
    return frozenset(word[:4].lower() for word in _WORD.findall(words))


def _weight(item: WatchItem) -> frozenset[str]:
    return _stems(" ".join(word for word in _WORD.findall(item.text) if word.lower() not in _EMPTY))


def _same(a: Candidate, b: Candidate) -> bool:
    """Tell whether two candidates are one event: what happens is named in both, and most else that the shorter says."""
    if a.item.text == b.item.text:
        return True
    if _is_renamed(a, b):
        return True
    if not (_stems(a.head) & _stems(b.item.text) or _stems(b.head) & _stems(a.item.text)) or not _meet(a.item, b.item):
        return False
    mine, other = _weight(a.item), _weight(b.item)
    shared, shorter = len(mine & other), min(len(mine), len(other))
    # "Another round [of talks]" has nothing of its own: what it is a round of decides.
    alike = shared > _SAME * shorter or (a.sentence == b.sentence and shared >= _SAME * shorter)
    return alike and not _parted_by_name(a.item, b.item)


def _is_renamed(a: Candidate, b: Candidate) -> bool:
    """Recognise "vote for majority leader" and "election for majority leader", both on one day."""
    one_day = a.item.start is not None and a.item.start == a.item.end == b.item.start == b.item.end
    if not one_day:
        return False
    said = [{word.lower() for word in _WORD.findall(one.item.text)} for one in (a, b)]
    for names in _ALIKE:
        if all(words & names for words in said):
            mine, other = (_stems(" ".join(words - names - _EMPTY)) for words in said)
            return mine <= other or other <= mine
    return False


def _names(item: WatchItem) -> frozenset[str]:
    """Give the words of an item that its source writes with a capital only, by their first letters."""
    printed = {word for quote in item.evidence for word in _WORD.findall(quote.quote)}
    return _stems(
        " ".join(
            word
            for word in _WORD.findall(item.text)
            if word[0].isupper() and word in printed and word.lower() not in printed
        )
    )


def _parted_by_name(a: WatchItem, b: WatchItem) -> bool:
    """Tell "Oslo council's vote" from "Bergen council's vote", "Berg's meeting with Lie" from "Berg's meeting with Dahl"."""
    mine, other = _names(a), _names(b)
    return bool(mine - other and other - mine)


def _meet(a: WatchItem, b: WatchItem) -> bool:
    first = max((day for day in (a.start, b.start) if day), default=None)
    last = min((day for day in (a.end, b.end) if day), default=None)
    return first is None or last is None or first <= last


def _joined(a: Candidate, b: Candidate) -> Candidate:
    better, other = (b, a) if b.score > a.score else (a, b)
    item = better.item
    told = other.item.start or other.item.end or (item.when is None and other.item.when)
    if item.start is None and item.end is None and told:
        item = replace(item, when=other.item.when, start=other.item.start, end=other.item.end)
    quotes = dict.fromkeys((*better.item.evidence, *other.item.evidence))
    item = replace(item, where=item.where or other.item.where, evidence=tuple(quotes)[:_EVIDENCE])
    return replace(better, item=item, sentence=min(a.sentence, b.sentence))
