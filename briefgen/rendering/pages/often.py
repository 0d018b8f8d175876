"""Actors, topics -> those that most briefings are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.site import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.site import SiteActor, SiteTopic


def briefings_of(actor: SiteActor) -> int:
    """Count the briefings that an actor is in: one may name it twice."""
    return len({appearance.marked.briefing.id for appearance in actor.appearances})


def most_first(actors: Iterable[SiteActor]) -> list[tuple[SiteActor, int]]:
    """Give the actors with the number of their briefings, most written about first; of equals the order given."""
    return sorted(((actor, briefings_of(actor)) for actor in actors), key=lambda pair: -pair[1])


def topics_most_first(topics: Iterable[SiteTopic]) -> list[Tally]:
    """Give the topics with the number of their briefings, most written about first; of equals the order given."""
    tallies = (Tally(slug=topic.slug, name=topic.name, briefings=len(topic.briefings)) for topic in topics)
    return sorted(tallies, key=lambda tally: -tally.briefings)
