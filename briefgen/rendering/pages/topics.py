"""The list of topics, and a dossier for each: bottom lines by date, who is named, what is open and what is ahead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from briefgen.rendering import addresses
from briefgen.rendering.environment import printed
from briefgen.rendering.head import of_topic
from briefgen.rendering.inert import clean_title
from briefgen.rendering.pages.ahead import Ahead, ahead
from briefgen.rendering.pages.often import tally_of, topics_most_first
from briefgen.rendering.pages.printed import in_briefings, in_time, printed_rows, printed_tallies, span
from briefgen.rendering.pages.rows import Row, parted, plan_older, row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from briefgen.model.page import Page
    from briefgen.model.site import Marked, Site, SiteQuestion, SiteTopic, SiteWatch, Tally
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles

_IN_FULL = 40
"""Bottom lines on the dossier; a briefing is 1 KB, an older one a line of 250 bytes."""
_QUESTIONS = 5
_WATCHED = 6
"""As many as a reader sees; the page carries a few more, since what is past depends on the reader's today."""
_CARRIED = 16
_ACTORS = 8


class Shown(NamedTuple):
    """Everything that a dossier shows."""

    slug: str
    name: str
    newest: tuple[Marked, ...]
    rows: tuple[Row, ...]
    older: int
    """Pages of older briefings."""
    briefings: int
    drafts: int
    """Of them those that nobody has reviewed."""
    first: date | None
    last: date | None
    actors: tuple[Tally, ...]
    questions: tuple[SiteQuestion, ...]
    """The newest that are open."""
    open_questions: int
    """All of them."""
    upcoming: tuple[Ahead, ...]


class Pending(NamedTuple):
    """What is open and what is ahead, by the id of its briefing."""

    questions: dict[str, list[SiteQuestion]]
    watch: dict[str, list[SiteWatch]]


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the pages."""
    listed = tuple((tally_of(topic), row(topic.briefings[0])) for topic in topics_most_first(maker.site.topics))
    whole = maker.site_if_looked_at("topics.md.jinja")
    briefings = len(maker.topics)
    yield maker.planned(addresses.TOPICS, partial(_topics, maker, listed, briefings), listed, briefings, *whole)
    words = maker.words_of("topic.md.jinja")
    site = maker.site_if_looked_at("topic.md.jinja")
    pending = _pending(maker.site)
    for topic in maker.site.topics:
        shown, older = _shown(maker.site, topic, pending)
        path = addresses.topic_path(topic.slug)
        # A site's own template may look at the briefings themselves.
        all_of_it = (topic,) if ".briefings" in words else ()
        yield maker.planned(path, partial(_topic, maker, topic, shown), shown, *all_of_it, *site)
        yield from plan_older(maker, path, topic.name, older, noindex=shown.drafts == shown.briefings)


def _pending(site: Site) -> Pending:
    questions: dict[str, list[SiteQuestion]] = {}
    watch: dict[str, list[SiteWatch]] = {}
    for asked in site.questions:
        if asked.question.status == "open":
            questions.setdefault(asked.marked.briefing.id, []).append(asked)
    for watched in site.watch:
        if watched.item.status == "pending":
            watch.setdefault(watched.marked.briefing.id, []).append(watched)
    return Pending(questions, watch)


def _shown(site: Site, topic: SiteTopic, pending: Pending) -> tuple[Shown, tuple[tuple[Row, ...], ...]]:
    """Give what the dossier shows, and the rows of the older pages."""
    briefings = topic.briefings
    rows, older = parted([row(one) for one in briefings[_IN_FULL:]])
    dates = [one.briefing.date for one in briefings if one.briefing.date]
    questions = [one for marked in briefings for one in pending.questions.get(marked.briefing.id, ())]
    watched = [one for marked in briefings for one in pending.watch.get(marked.briefing.id, ())]
    shown = Shown(
        slug=topic.slug,
        name=topic.name,
        newest=briefings[:_IN_FULL],
        rows=rows,
        older=len(older),
        briefings=len(briefings),
        drafts=sum(one.briefing.status == "draft" for one in briefings),
        first=dates[-1] if dates else None,
        last=dates[0] if dates else None,
        actors=topic.actors[:_ACTORS],
        questions=tuple(questions[:_QUESTIONS]),
        open_questions=len(questions),
        upcoming=ahead(watched, today=site.today(dates[0] if dates else None), seen=_WATCHED, carried=_CARRIED),
    )
    return shown, older


def _topics(maker: PageMaker, listed: tuple[tuple[Tally, Row], ...], briefings: int, titles: Titles) -> Page:
    links, labels = maker.links(addresses.TOPICS), maker.labels
    title = labels.text("titles.topics")
    return maker.page(
        titles,
        addresses.TOPICS,
        "topics.md.jinja",
        title,
        listing=True,
        topics=[
            (
                links.to(addresses.topic_path(one.slug)),
                printed(one.name),
                in_briefings(labels, one.briefings)[1],
                in_time(labels, newest.on) if newest.on else None,
                printed(clean_title(newest.title)),
            )
            for one, newest in listed
        ],
        briefings=briefings,
    )


def _topic(maker: PageMaker, topic: SiteTopic, shown: Shown, titles: Titles) -> Page:
    path = addresses.topic_path(topic.slug)
    links, labels = maker.links(path), maker.labels
    return maker.page(
        titles,
        path,
        "topic.md.jinja",
        topic.name,
        noindex=shown.drafts == shown.briefings,
        listing=True,
        head=of_topic(maker, topic),
        topic=topic,
        shown=shown,
        days=span(labels, shown.first, shown.last),
        rows=printed_rows(shown.rows, links, maker),
        older=links.to(addresses.older_path(path, shown.older)) if shown.older else None,
        filtered=links.filtered("topic", shown.slug) if shown.rows else None,
        actors=printed_tallies(shown.actors, addresses.actor_path, links, labels),
        seen=_WATCHED,
        topic_atom=links.to(addresses.topic_atom(topic.slug)),
        topic_json_feed=links.to(addresses.topic_json_feed(topic.slug)),
        topic_calendar=links.to(addresses.topic_calendar(topic.slug)),
    )
