"""The list of actors, and a page for each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.rendering import addresses
from briefgen.rendering.page_maker import Group
from briefgen.rendering.words import ACTOR_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.page import Page
    from briefgen.model.site import SiteActor
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the pages."""
    yield maker.planned(addresses.ACTORS, partial(_actors, maker), maker.site)
    site = maker.site_if_looked_at("actor.md.jinja")
    for actor in maker.site.actors:
        yield maker.planned(addresses.actor_path(actor.slug), partial(_actor, maker, actor), actor, *site)


def _actors(maker: PageMaker, titles: Titles) -> Page:
    kinds = (
        Group(title, f"b-{kind}", tuple(actor for actor in maker.site.actors if actor.kind == kind))
        for kind, title in ACTOR_KINDS.items()
    )
    used = tuple(group for group in kinds if group.members)
    return maker.page(
        titles, addresses.ACTORS, "actors.md.jinja", maker.labels.text("titles.actors"), listing=True, kinds=used
    )


def _actor(maker: PageMaker, actor: SiteActor, titles: Titles) -> Page:
    drafts_only = all(one.marked.briefing.status == "draft" for one in actor.appearances)
    path = addresses.actor_path(actor.slug)
    return maker.page(titles, path, "actor.md.jinja", actor.name, noindex=drafts_only, actor=actor)
