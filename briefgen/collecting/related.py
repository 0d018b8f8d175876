"""Marked, SiteActor, SiteTopic, … -> for each briefing the few others that share most with it, and what they share.

What few briefings name ties two of them more than what many do. Of what many name only neighbours by date are compared, so
that the time grows with the number of briefings and not with its square.
"""

from __future__ import annotations

from heapq import nsmallest
from math import log
from typing import TYPE_CHECKING

from briefgen.model.folding import fold
from briefgen.model.site import Related

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.site import Marked, SiteActor, SiteTopic

_MOST = 4
_TOLD = 3
"""Names that say why: more are not read."""
_NEAREST = 6
"""Of the briefings that share an actor or a topic, those compared on each side by date."""


def related(
    briefings: Sequence[Marked], actors: Sequence[SiteActor], topics: Sequence[SiteTopic]
) -> tuple[tuple[Related, ...], ...]:
    """Find what a reader of each briefing may want to read next.

    Args:
        briefings: Newest first.
        actors: Across these briefings.
        topics: Across these briefings.

    Returns:
        For each briefing, in the same order, up to four others: those that share most first, of equals the one nearest in
        time.
    """
    place = {one.briefing.id: number for number, one in enumerate(briefings)}
    scores: list[dict[int, float]] = [{} for _ in briefings]
    names: list[list[tuple[float, str]]] = [[] for _ in briefings]
    for name, ids in _shared(actors, topics):
        places = sorted({place[one] for one in ids if one in place})
        if len(places) < 2:  # noqa: PLR2004  # nobody to share it with
            continue
        weight = -log((len(briefings) + 1) / len(places))  # below zero, to sort by
        told = (weight, name)
        for at, one in enumerate(places):
            names[one].append(told)
            mine = scores[one]
            for other in places[at + 1 : at + 1 + _NEAREST]:
                mine[other] = mine.get(other, 0.0) + weight
                theirs = scores[other]
                theirs[one] = theirs.get(one, 0.0) + weight
    return tuple(
        tuple(
            Related(marked=briefings[other], shared=_told(names[number], names[other]))
            for _, _, other in nsmallest(_MOST, ((score, abs(other - number), other) for other, score in found.items()))
        )
        for number, found in enumerate(scores)
    )


def _shared(actors: Sequence[SiteActor], topics: Sequence[SiteTopic]) -> list[tuple[str, list[str]]]:
    """Give what briefings may share, with their ids; a topic that is called like an actor counts once."""
    named: dict[str, tuple[str, list[str]]] = {}
    for actor in actors:
        ids = [one.marked.briefing.id for one in actor.appearances]
        named.setdefault(f"{fold(actor.name).casefold()}\n{actor.slug}", (actor.name, ids))
    taken = {key.partition("\n")[0]: key for key in named}
    for topic in topics:
        ids = [one.briefing.id for one in topic.briefings]
        key = fold(topic.name).casefold()
        if key in taken:
            named[taken[key]][1].extend(ids)
        else:
            named[key] = (topic.name, ids)
    return list(named.values())


def _told(one: list[tuple[float, str]], other: list[tuple[float, str]]) -> tuple[str, ...]:
    """Give the names that two briefings share, those that fewest name first."""
    return tuple(name for _, name in nsmallest(_TOLD, set(one) & set(other)))
