"""SiteActor, SiteTopic, … -> the same, each with whom and what it stands in the same briefings most often."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from briefgen.model.site import Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.site import SiteActor, SiteTopic

_TOLD = 12
"""Of each: what a reader takes in at a glance."""
# A briefing names eight actors at most by our own advice, by involvement. A list of a thousand names says nothing of who acts
# with whom, and its pairs would be a million.
_FIRST = 40


def with_company(
    actors: Sequence[SiteActor], topics: Sequence[SiteTopic]
) -> tuple[tuple[SiteActor, ...], tuple[SiteTopic, ...]]:
    """Count who stands in the same briefings, and on which topics; the time grows with the number of appearances.

    Args:
        actors: By name.
        topics: By name, of the same briefings.

    Returns:
        Both in the same order. Of several that are as frequent the first by name comes first.
    """
    together = _together(actors)
    on: dict[str, list[int]] = {}
    for number, topic in enumerate(topics):
        for marked in topic.briefings:
            on.setdefault(marked.briefing.id, []).append(number)
    of_actors = []
    for number, actor in enumerate(actors):
        ids = tuple(dict.fromkeys(appearance.marked.briefing.id for appearance in actor.appearances))
        beside = Counter(chain.from_iterable(together[briefing_id] for briefing_id in ids))
        del beside[number]
        about = Counter(chain.from_iterable(on.get(briefing_id, ()) for briefing_id in ids))
        of_actors.append(replace(actor, company=_tallies(beside, actors), topics=_tallies(about, topics)))
    of_topics = []
    for topic in topics:
        named = Counter(chain.from_iterable(together.get(marked.briefing.id, ()) for marked in topic.briefings))
        of_topics.append(replace(topic, actors=_tallies(named, actors)))
    return tuple(of_actors), tuple(of_topics)


def _together(actors: Sequence[SiteActor]) -> dict[str, tuple[int, ...]]:
    """Give the first actors of each briefing by its id, each once, as their numbers."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, actor in enumerate(actors):
        for appearance in actor.appearances:
            found.setdefault(appearance.marked.briefing.id, []).append((appearance.index, number))
    return {
        briefing_id: tuple(dict.fromkeys(number for _, number in sorted(pairs)[:_FIRST]))
        for briefing_id, pairs in found.items()
    }


def _tallies(counts: Counter[int], named: Sequence[SiteActor] | Sequence[SiteTopic]) -> tuple[Tally, ...]:
    most = sorted([(-count, number) for number, count in counts.items()])[:_TOLD]
    return tuple(Tally(slug=named[number].slug, name=named[number].name, briefings=-less) for less, number in most)
