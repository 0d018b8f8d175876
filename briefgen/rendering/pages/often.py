"""Actors, topics -> those that most briefings are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.site import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.site import Marked, SiteActor, SiteTopic


def briefings_of(actor: SiteActor) -> int:
    """Count the briefings that an actor is in: one may name it twice."""
    return len({appearance.marked.briefing.id for appearance in actor.appearances})


def most_first(actors: Iterable[SiteActor]) -> list[tuple[SiteActor, int]]:
    """Give the actors with the number of their briefings, most written about first; of equals who was last in the news."""
    counted = ((actor, briefings_of(actor)) for actor in actors)
    return sorted(counted, key=lambda pair: (-pair[1], _latest(pair[0].appearances[0].marked)))


def topics_most_first(topics: Iterable[SiteTopic]) -> list[SiteTopic]:
    """Give the topics, most written about first; of equals what was last in the news."""
    return sorted(topics, key=lambda topic: (-len(topic.briefings), _latest(topic.briefings[0])))


def tally_of(topic: SiteTopic) -> Tally:
    """Give a topic's name with the number of its briefings."""
    return Tally(slug=topic.slug, name=topic.name, briefings=len(topic.briefings))


def _latest(marked: Marked) -> int:
    return -marked.briefing.date.toordinal() if marked.briefing.date else 0
