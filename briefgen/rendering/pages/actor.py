"""A page for each actor: the role as of which day, positions with their quotes, the briefings, with whom, on what."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from briefgen.rendering import addresses
from briefgen.rendering.environment import printed
from briefgen.rendering.inert import clean_title
from briefgen.rendering.pages.printed import day_or_none, in_time, printed_rows, printed_tallies, span
from briefgen.rendering.pages.roles import Role, roles_over_time
from briefgen.rendering.pages.rows import WORTH_FILTERING, Row, parted, plan_older, row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from briefgen.model.briefing import ActorKind
    from briefgen.model.page import Page
    from briefgen.model.site import Appearance, SiteActor, Tally
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles

_POSITIONS_IN_FULL = 25
"""With its evidence each is 1 to 2 KB; what older briefings say stands in the line of each."""
_ROLES = 8


class Shown(NamedTuple):
    """Everything that an actor's page shows."""

    slug: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    more_roles: int
    """Older ones that are left out."""
    positions: tuple[Appearance, ...]
    """The newest that say something."""
    all_positions: int
    rows: tuple[Row, ...]
    """The newest briefings."""
    older: int
    """Pages of older ones."""
    briefings: int
    drafts: int
    """Of them those that nobody has reviewed."""
    first: date | None
    last: date | None
    company: tuple[Tally, ...]
    topics: tuple[Tally, ...]


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the pages."""
    words = maker.words_of("actor.md.jinja")
    site = maker.site_if_looked_at("actor.md.jinja")
    for actor in maker.site.actors:
        shown, older = _shown(actor)
        path = addresses.actor_path(actor.slug)
        # A site's own template may look at the appearances themselves.
        whole = (actor,) if ".appearances" in words else ()
        yield maker.planned(path, partial(_actor, maker, actor, shown), shown, *whole, *site)
        yield from plan_older(maker, path, actor.name, older, noindex=shown.drafts == shown.briefings)


def _shown(actor: SiteActor) -> tuple[Shown, tuple[tuple[Row, ...], ...]]:
    """Give what the page shows, and the rows of the older pages."""
    roles = roles_over_time(actor.appearances)
    positions = [one for one in actor.appearances if one.actor.position]
    said = tuple(positions[:_POSITIONS_IN_FULL])
    in_full = {(one.marked.briefing.id, one.index) for one in said}
    rows, older = parted(
        [
            row(one.marked, one.mark, None if (one.marked.briefing.id, one.index) in in_full else one.actor.position)
            for one in actor.appearances
        ]
    )
    statuses = {one.marked.briefing.id: one.marked.briefing.status for one in actor.appearances}
    dates = [one.marked.briefing.date for one in actor.appearances if one.marked.briefing.date]
    shown = Shown(
        slug=actor.slug,
        name=actor.name,
        kind=actor.kind,
        aliases=actor.aliases,
        roles=roles[:_ROLES],
        more_roles=len(roles[_ROLES:]),
        positions=said,
        all_positions=len(positions),
        rows=rows,
        older=len(older),
        briefings=len(statuses),
        drafts=sum(status == "draft" for status in statuses.values()),
        first=dates[-1] if dates else None,
        last=dates[0] if dates else None,
        company=actor.company,
        topics=actor.topics,
    )
    return shown, older


def _actor(maker: PageMaker, actor: SiteActor, shown: Shown, titles: Titles) -> Page:
    path = addresses.actor_path(actor.slug)
    links, labels = maker.links(path), maker.labels
    return maker.page(
        titles,
        path,
        "actor.md.jinja",
        actor.name,
        noindex=shown.drafts == shown.briefings,
        toc=False,
        actor=actor,
        shown=shown,
        days=span(labels, shown.first, shown.last),
        roles=[
            (
                links.to(addresses.briefing_path(role.briefing_id), role.anchor),
                labels.say("actors.as_of", day=in_time(labels, role.on)) if role.on else None,
                labels.say("actors.first_given", day=in_time(labels, role.first)) if role.first else None,
                role.draft,
                printed(role.text),
            )
            for role in shown.roles
        ],
        positions=[
            (
                day_or_none(labels, one.marked.briefing.date),
                links.to(addresses.briefing_path(one.marked.briefing.id), one.mark.anchor),
                printed(clean_title(one.marked.briefing.title)),
                one.marked.briefing.status == "draft",
                printed(one.actor.position),
                one.actor,
                one.marked,
            )
            for one in shown.positions
        ],
        older_positions=shown.all_positions > len(shown.positions),
        rows=printed_rows(shown.rows, links, maker),
        older=links.to(addresses.older_path(path, shown.older)) if shown.older else None,
        filtered=links.filtered("actor", shown.slug) if shown.briefings >= WORTH_FILTERING else None,
        company=printed_tallies(shown.company, addresses.actor_path, links, labels),
        on_topics=printed_tallies(shown.topics, addresses.topic_path, links, labels),
    )
