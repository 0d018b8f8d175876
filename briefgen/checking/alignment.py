"""Text + evidence -> where the text leaves the evidence's wording, each place with the words beside it that both have.

Most texts are the evidence's own words with a few changed. What was changed there is known exactly, and can be judged more
strictly than two wordings that only say the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from briefgen.checking.words import STOP_WORDS, stem, words_of
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.checking.words import Word

_MOST_WORDS = 160  # of each side that are compared, four takeaways long: the work may grow with the square
_FIRMLY = 2
"""How many words both have beside a change, so that it stands in the same place of the same sentence."""
_LEAD = 12
"""Words of the evidence before the first common one that may belong to the same sentence."""
_SHORT = 4
"""How many words of the evidence a change replaces at most: more is another wording."""
_BRACKETED = re.compile(r"\[[^\][]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A place where a text has other words than its evidence."""

    ours: tuple[Word, ...]
    """The text's words; empty where it left something out."""
    theirs: tuple[Word, ...]
    """The evidence's; empty where the text put something in."""
    before: tuple[Word, ...]
    """What both have right before, as the text has it."""
    after: tuple[Word, ...]
    """What both have right after."""
    opens: bool
    """True where it is at the text's beginning."""
    closes: bool
    """True where it is at the text's end."""

    @property
    def local(self) -> bool:
        """True where both sides go on in the same words, so that nothing but these words was changed."""
        return self.is_held(_SHORT)

    def is_held(self, longest: int) -> bool:
        """Tell whether both sides go on in the same words around a change of at most so many words."""
        firm = _is_firm(self.before) or _is_firm(self.after)
        held = (bool(self.before) or self.opens) and (bool(self.after) or self.closes)
        return firm and held and max(len(self.theirs), len(self.ours)) <= longest


def _is_firm(words: Sequence[Word]) -> bool:
    return len(words) >= _FIRMLY and any(word.key not in STOP_WORDS for word in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """A text laid beside its evidence."""

    text: str
    """Folded, without what stands in [brackets]."""
    evidence: str
    """Folded."""
    changes: tuple[Change, ...]
    """In the order of the text."""
    lead: tuple[Word, ...]
    """What the evidence says right before the first word that both share, `changes` has only the end of it."""
    shared: float
    """Share of the text's words that stand in the evidence in the same order, 0 to 1."""


def align(text: str, evidence: str) -> Alignment:
    """Lay a text beside its evidence.

    Args:
        text: What is said. Words in [brackets] were filled in and are passed over.
        evidence: What it rests on.
    """
    told, held = fold(_BRACKETED.sub(" ", text)), fold(evidence)
    ours, theirs = _with_whole_figures(words_of(told)[:_MOST_WORDS]), _with_whole_figures(words_of(held)[:_MOST_WORDS])
    matcher = SequenceMatcher(None, [stem(w.key) for w in ours], [stem(w.key) for w in theirs], autojunk=False)
    blocks = matcher.get_matching_blocks()
    changes = []
    here = there = 0
    before: tuple[Word, ...] = ()
    for block in blocks:
        after = ours[block.a : block.a + block.size]
        if block.a > here or (block.b > there and here and block.size):
            mine, yours = ours[here : block.a], theirs[there : block.b]
            changes.append(
                Change(
                    ours=mine,
                    # Before the first shared word and behind the last one stands whatever else the evidence says.
                    theirs=yours[-len(mine) - 1 :] if not here else yours[: len(mine) + 1] if not after else yours,
                    before=before,
                    after=after,
                    opens=here == 0,
                    closes=block.a >= len(ours),
                )
            )
        here, there, before = block.a + block.size, block.b + block.size, after or before
    first = next((block.b for block in blocks if block.size), 0)
    lead = theirs[max(0, first - _LEAD) : first]
    shared = sum(block.size for block in blocks) / len(ours) if ours else 0.0
    return Alignment(text=told, evidence=held, changes=tuple(changes), lead=lead, shared=shared)


def _with_whole_figures(words: Sequence[Word]) -> tuple[Word, ...]:
    """Give the words with figures such as 2,500 and 16.4 in one piece."""
    joined: list[Word] = []
    for word in words:
        if joined and word.gap in {",", "."} and word.text[0].isdigit() and joined[-1].text[-1].isdigit():
            before = joined.pop()
            whole = f"{before.text}{word.gap}{word.text}"
            joined.append(before._replace(text=whole, key=f"{before.key}{word.gap}{word.key}", end=word.end))
        else:
            joined.append(word)
    return tuple(joined)
