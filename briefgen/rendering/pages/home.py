"""The home page: the newest briefings, what is next, open questions, what is most written about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.site import Tally
from briefgen.rendering import addresses
from briefgen.rendering.head import of_home
from briefgen.rendering.pages.ahead import Ahead, ahead
from briefgen.rendering.pages.often import most_first, tally_of, topics_most_first
from briefgen.rendering.pages.printed import printed_tallies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.page import Page
    from briefgen.model.site import Marked, Site, SiteQuestion
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles

_NEWEST = 8
_FIRST_SEEN = 4
"""Of these, before what is next: a reader on a telephone is not to scroll past all of them."""
_SEEN = 6
"""Dates that a reader sees."""
_CARRIED = 40
"""Dates that the page holds: those that are past by the reader's today are hidden."""
_QUESTIONS = 5
_FROM_ONE_BRIEFING = 2
"""Questions that one briefing gives here, so that others have their turn."""
_TOPICS = 8
_ACTORS = 10


class Front(NamedTuple):
    """Everything that the home page shows."""

    name: str
    description: str | None
    newest: tuple[Marked, ...]
    briefings: int
    """All of them."""
    upcoming: tuple[Ahead, ...]
    questions: tuple[SiteQuestion, ...]
    open_questions: int
    """All of them."""
    topics: tuple[Tally, ...]
    all_topics: int
    actors: tuple[Tally, ...]
    all_actors: int


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the page."""
    front = _front(maker.site)
    site = maker.site_if_looked_at("home.md.jinja")
    yield maker.planned(addresses.HOME, partial(_home, maker, front), front, *site)


def _front(site: Site) -> Front:
    pending = (one for one in site.watch if one.item.status == "pending" and (one.item.start or one.item.end))
    open_questions = tuple(one for one in site.questions if one.question.status == "open")
    actors = most_first(site.actors)[:_ACTORS]
    return Front(
        name=site.name,
        description=site.description,
        newest=site.briefings[:_NEWEST],
        briefings=len(site.briefings),
        upcoming=ahead(
            pending,
            today=site.today(site.briefings[0].briefing.date if site.briefings else None),
            seen=_SEEN,
            carried=_CARRIED,
        ),
        questions=_in_turn(open_questions),
        open_questions=len(open_questions),
        topics=tuple(tally_of(topic) for topic in topics_most_first(site.topics)[:_TOPICS]),
        all_topics=len(site.topics),
        actors=tuple(Tally(slug=actor.slug, name=actor.name, briefings=count) for actor, count in actors),
        all_actors=len(site.actors),
    )


def _in_turn(questions: Sequence[SiteQuestion]) -> tuple[SiteQuestion, ...]:
    """Give the newest questions, not too many from one briefing."""
    found: list[SiteQuestion] = []
    of_briefing: dict[str, int] = {}
    for one in questions:
        asked = of_briefing.get(one.marked.briefing.id, 0)
        if asked < _FROM_ONE_BRIEFING:
            found.append(one)
            of_briefing[one.marked.briefing.id] = asked + 1
        if len(found) == _QUESTIONS:
            break
    return tuple(found)


def _home(maker: PageMaker, front: Front, titles: Titles) -> Page:
    links = maker.links(addresses.HOME)
    return maker.page(
        titles,
        addresses.HOME,
        "home.md.jinja",
        None,
        listing=True,
        head=of_home(maker),
        front=front,
        seen=_SEEN,
        first_seen=_FIRST_SEEN,
        topics=printed_tallies(front.topics, addresses.topic_path, links, maker.labels),
        actors=printed_tallies(front.actors, addresses.actor_path, links, maker.labels),
        actors_page=addresses.ACTORS,
        topics_page=addresses.TOPICS,
    )
