"""Site -> every file that readers can take away: feeds, calendars, JSON with its schemas, llms.txt; planned, not yet made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.rendering import addresses
from briefgen.rendering.atom import atom
from briefgen.rendering.calendar import calendar
from briefgen.rendering.data import briefing_data, index_data
from briefgen.rendering.data_schema import schemas
from briefgen.rendering.filters import filters
from briefgen.rendering.json_feed import json_feed
from briefgen.rendering.llms import llms
from briefgen.rendering.public import reviewed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefgen.model.page import Page
    from briefgen.model.site import SiteTopic
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the files of the site, of each topic and of each briefing; only what somebody reviewed is in them.

    The filter's alone holds what the list of briefings shows.
    """
    site, labels = maker.site, maker.labels
    whole: dict[str, Callable[..., Page]] = {
        addresses.ATOM: partial(atom, site, labels),
        addresses.JSON_FEED: partial(json_feed, site, labels),
        addresses.CALENDAR: partial(calendar, site, labels),
        addresses.DATA: partial(index_data, site, labels),
        addresses.LLMS: partial(llms, site, labels),
    }
    for path, make in whole.items():
        yield maker.planned(path, _made(make, maker), site)
    yield maker.planned(addresses.FILTERS, _made(partial(filters, site, labels), maker), site)
    for schema in schemas(site.url):
        yield maker.planned(schema.path, partial(_known, schema))
    for topic in site.topics:
        # The feed of a topic that drafts alone name would give it away.
        if reviewed(topic.briefings):
            yield from _of_topic(maker, topic)
    yield from _of_briefings(maker)


def _of_topic(maker: PageMaker, topic: SiteTopic) -> Iterator[PlannedPage]:
    site, labels = maker.site, maker.labels
    made: dict[str, Callable[..., Page]] = {
        addresses.topic_atom(topic.slug): partial(atom, site, labels, topic),
        addresses.topic_json_feed(topic.slug): partial(json_feed, site, labels, topic),
        addresses.topic_calendar(topic.slug): partial(calendar, site, labels, topic),
    }
    for path, make in made.items():
        yield maker.planned(path, _made(make, maker), topic)


def _of_briefings(maker: PageMaker) -> Iterator[PlannedPage]:
    site = maker.site
    public = reviewed(site.briefings)
    ids = frozenset(one.briefing.id for one in public)
    for marked in public:
        briefing = marked.briefing
        if addresses.is_reserved(briefing.id):  # its page is refused
            continue
        topics = tuple(maker.topics.get(briefing.id, ()))
        slugs = tuple(maker.actor_slugs[briefing.id, index] for index in range(len(briefing.actors)))
        named = (question.answered_by for question in briefing.open_questions)
        answering = tuple(one for one in named if one in ids)
        make = partial(briefing_data, site, marked, topics, slugs, answering)
        shown = tuple((topic.slug, topic.name) for topic in topics)
        path = addresses.briefing_data(briefing.id)
        yield maker.planned(path, _made(make, maker), marked, shown, slugs, answering)


def _made(make: Callable[..., Page], maker: PageMaker) -> Callable[[Titles], Page]:
    return lambda _: make(directories=maker.directories)


def _known(page: Page, _titles: Titles) -> Page:
    return page
