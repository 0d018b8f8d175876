"""The list of topics, and a page for each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.rendering import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.page import Page
    from briefgen.model.site import SiteTopic
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the pages."""
    yield maker.planned(addresses.TOPICS, partial(_topics, maker), maker.site)
    site = maker.site_if_looked_at("topic.md.jinja")
    for topic in maker.site.topics:
        yield maker.planned(addresses.topic_path(topic.slug), partial(_topic, maker, topic), topic, *site)


def _topics(maker: PageMaker, titles: Titles) -> Page:
    return maker.page(titles, addresses.TOPICS, "topics.md.jinja", maker.labels.text("titles.topics"), listing=True)


def _topic(maker: PageMaker, topic: SiteTopic, titles: Titles) -> Page:
    drafts_only = all(one.briefing.status == "draft" for one in topic.briefings)
    path = addresses.topic_path(topic.slug)
    return maker.page(titles, path, "topic.md.jinja", topic.name, noindex=drafts_only, listing=True, topic=topic)
