"""The page of a briefing; a stub for a withdrawn one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NoReturn

from briefgen.errors import ContentError
from briefgen.model.problem import Problem
from briefgen.rendering import addresses
from briefgen.rendering.briefing_view import linked, linked_related
from briefgen.rendering.head import of_briefing
from briefgen.rendering.notes import NotesError, notes_html
from briefgen.rendering.trail import is_by_hand, last_changed, lines_in_words
from briefgen.rendering.words import attributed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from briefgen.model.page import Page
    from briefgen.model.site import Marked
    from briefgen.rendering.briefing_view import Linked
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan a page for each briefing."""
    shown = maker.site.briefings
    words = maker.words_of("briefing.md.jinja")
    whole_site = maker.site_if_looked_at("briefing.md.jinja")
    for place, marked in enumerate(shown):
        briefing = marked.briefing
        path = addresses.briefing_path(briefing.id)
        if addresses.is_reserved(briefing.id):
            yield maker.planned(path, partial(_refused, marked), marked)
            continue
        newer = linked(shown[place - 1]) if place else None
        older = linked(shown[place + 1]) if place + 1 < len(shown) else None
        # Only what is shown of them: what else is edited in them changes nothing here.
        related = linked_related(maker.site.related[place]) if maker.site.related else ()
        topics = maker.topics.get(briefing.id, ())
        # Of a topic the page shows the name: another briefing on it changes nothing here.
        shown_topics = topics if ".briefings" in words else tuple((topic.slug, topic.name) for topic in topics)
        slugs = tuple(maker.actor_slugs[briefing.id, index] for index in range(len(briefing.actors)))
        make = partial(_briefing, maker, marked, newer, older, related)
        yield maker.planned(path, make, marked, newer, older, related, shown_topics, slugs, *whole_site)
    stub = maker.site_if_looked_at("withdrawn.md.jinja")
    for marked in maker.site.withdrawn:
        path = addresses.briefing_path(marked.briefing.id)
        yield maker.planned(path, partial(_withdrawn, maker, marked), marked, *stub)


def _briefing(  # noqa: PLR0913, PLR0917  # the page and where it leads
    maker: PageMaker,
    marked: Marked,
    newer: Linked | None,
    older: Linked | None,
    related: tuple[Linked, ...],
    titles: Titles,
) -> Page:
    briefing = marked.briefing
    path = addresses.briefing_path(briefing.id)
    return maker.page(
        titles,
        path,
        "briefing.md.jinja",
        briefing.title,
        description=briefing.summary,
        noindex=briefing.status == "draft",
        # The day of its source alone says nothing of the page.
        lastmod=last_changed(briefing) if briefing.reviewed_on or briefing.corrections else None,
        head=of_briefing(maker, marked, maker.topics.get(briefing.id, ())),
        briefing_id=briefing.id,
        marked=marked,
        briefing=briefing,
        view=maker.views.view(marked, site_name=maker.site.name, address=_address(maker, path)),
        attributed=attributed(briefing.takeaways, maker.labels) if briefing.takeaways else "",
        lines=lines_in_words(marked, maker.labels),
        by_hand=is_by_hand(marked),
        notes=_notes(maker, marked, path),
        topics=maker.topics.get(briefing.id, ()),
        newer=newer,
        older=older,
        related=related,
    )


def _withdrawn(maker: PageMaker, marked: Marked, titles: Titles) -> Page:
    path = addresses.briefing_path(marked.briefing.id)
    title = marked.briefing.title
    return maker.page(titles, path, "withdrawn.md.jinja", title, noindex=True, listing=True, marked=marked)


def _refused(marked: Marked, _titles: Titles) -> NoReturn:
    message = f"the id {marked.briefing.id!r} is the address of the list of briefings: choose another id"
    raise ContentError((Problem(file=marked.file, code="id-reserved", message=message),))


def _notes(maker: PageMaker, marked: Marked, path: str) -> Markup | None:
    if not marked.notes.strip():
        return None
    links = maker.links(path)
    try:
        return notes_html(marked.notes, link=links.in_notes, image=links.image_in_notes)
    except NotesError as error:
        problem = Problem(file=marked.file, code="notes-unreadable", message=str(error))
        raise ContentError((problem,)) from error


def _address(maker: PageMaker, path: str) -> str:
    address = addresses.site_address(path, directories=maker.directories)
    return f"{maker.site.url}{address}" if maker.site.url else ""
