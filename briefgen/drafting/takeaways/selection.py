"""Sentences -> the few that carry the news: weigh each, then choose what adds to those already chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafting.takeaways.features import measure
from briefgen.drafting.takeaways.weights import weights
from briefgen.model.content_words import content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.drafting.takeaways.features import Measured
    from briefgen.drafting.takeaways.weights import Genre, Weights
    from briefgen.model.analysis import Analysis, StorySentence

MOST = 6
LEAST = 3
_SAME = 0.6
"""Share of a sentence's words that one already taken holds: more says the same again."""
_WAITING = 40  # beyond the best forty nothing was ever taken
_SHOWN = 0.15  # a cue that moves the score less explains nothing


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence that may become a takeaway."""

    sentence: StorySentence
    score: float
    """Log odds that an editor would take it: 0 is even, -1 is 27 in 100, 1 is 73 in 100."""
    cues: tuple[str, ...]
    """What moves the score most, as `in the title +0.62`, the strongest first."""
    rejected: str = ""
    """Why it is no takeaway; empty for those taken."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The sentences of a story, weighed and chosen from."""

    scored: tuple[Scored, ...]
    """All that can stand, the best first; equal ones in the order of the text."""
    chosen: tuple[Scored, ...]
    """Those that become takeaways, the most important first."""


def select(analysis: Analysis, table: Weights | None = None) -> Selection:
    """Choose 3 to 6 sentences; fewer only where fewer can stand.

    The best is taken first, then the best of what is left after a loss for what it repeats. From the fourth on a
    sentence must be worth its place.

    Args:
        analysis: Of an article.
        table: What its sentences are weighed by; what was learned for its kind of text where none is given.
    """
    table = table or weights(genre_of(analysis))
    measured = measure(analysis)
    scored = sorted((_scored(one, table) for one in measured), key=lambda one: (-one.score, one.sentence.index))
    chosen, reasons = _choose(scored, table)
    taken = {one.sentence.index for one in chosen}
    told = tuple(
        one
        if one.sentence.index in taken
        else Scored(one.sentence, one.score, one.cues, reasons.get(one.sentence.index, "far from the best"))
        for one in scored
    )
    return Selection(scored=told, chosen=tuple(chosen))


def genre_of(analysis: Analysis) -> Genre:
    """Tell a text in paragraphs from one run together in a single paragraph without a title."""
    single = len(analysis.article.blocks) == 1 and not analysis.article.source.title
    return "running" if single else "paragraphs"


def _scored(one: Measured, table: Weights) -> Scored:
    parts = [(name, value * table.of.get(name, 0.0)) for name, value in one.values.items()]
    shown = sorted((part for part in parts if abs(part[1]) >= _SHOWN), key=lambda part: (-abs(part[1]), part[0]))
    return Scored(
        sentence=one.sentence,
        score=table.constant + sum(weight for _, weight in parts),
        cues=tuple(f"{name} {weight:+.2f}" for name, weight in shown),
    )


def _choose(scored: Sequence[Scored], table: Weights) -> tuple[list[Scored], dict[int, str]]:
    """Take one after the other; and say of those passed over why."""
    words = {one.sentence.index: frozenset(content_words(one.sentence.tokens)) for one in scored[:_WAITING]}
    waiting = list(scored[:_WAITING])
    nearest = dict.fromkeys(words, 0.0)
    nearest_to: dict[int, int] = {}
    taken: list[Scored] = []
    end = f"{MOST} better ones are taken"
    while waiting and len(taken) < MOST:
        best = max(
            waiting,
            key=lambda one: (one.score - table.repetition * nearest[one.sentence.index], -one.sentence.index),
        )
        index = best.sentence.index
        bar = table.sixth if len(taken) == MOST - 1 else table.least
        if len(taken) >= LEAST and best.score - table.repetition * nearest[index] < bar:
            end = f"worth less than {bar:+.2f}"
            break
        waiting.remove(best)
        if nearest[index] >= _SAME:
            continue
        taken.append(best)
        for one in waiting:
            mine = words[one.sentence.index]
            share = len(mine & words[index]) / (len(mine) or 1)
            if share > nearest[one.sentence.index]:
                nearest[one.sentence.index], nearest_to[one.sentence.index] = share, index
    again = {
        index: f"says again what sentence {at + 1} says" for index, at in nearest_to.items() if nearest[index] >= _SAME
    }
    return taken, {index: again.get(index, end) for index in words}
