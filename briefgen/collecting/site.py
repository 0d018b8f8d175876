"""Entry, Entry, … -> Site: sort the briefings and gather what runs across them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefgen.collecting.actors import collect_actors
from briefgen.collecting.company import with_company
from briefgen.collecting.marks import mark
from briefgen.collecting.related import related
from briefgen.collecting.topics import collect_topics
from briefgen.model.registry import NO_REGISTRY
from briefgen.model.site import Site, SiteQuestion, SiteWatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefgen.model.registry import Registry
    from briefgen.model.site import Entry, Marked


def collect(  # noqa: PLR0913  # what the site is called, what belongs to it, and how each briefing is marked
    entries: Iterable[Entry],
    *,
    site_name: str,
    site_description: str | None = None,
    site_url: str | None = None,
    day: date | None = None,
    drafts: bool = True,
    registry: Registry = NO_REGISTRY,
    marking: Callable[[Entry], Marked] = mark,
) -> Site:
    """Give the site that the briefings make.

    Args:
        entries: Every briefing, in any order; ids are unique.
        site_name: How the site is called.
        site_description: What it is, in a line.
        site_url: Where it will stand, absolute; feeds need it for their links.
        day: The day that it is built for, where somebody tells it.
        drafts: Whether briefings that nobody has reviewed belong to it. Where not, nothing of them is in the result.
        registry: How the editors call the actors they know.
        marking: Gives what `mark` gives; a preview remembers it of briefings that have not changed.
    """
    marked = sorted((marking(entry) for entry in entries), key=_newest_first)
    shown = tuple(
        one for one in marked if one.briefing.status != "withdrawn" and (drafts or one.briefing.status != "draft")
    )
    questions = (
        SiteQuestion(marked=one, question=question, mark=its_mark)
        for one in shown
        for question, its_mark in zip(one.briefing.open_questions, one.open_questions, strict=True)
    )
    watch = (
        SiteWatch(marked=one, item=item, mark=its_mark)
        for one in shown
        for item, its_mark in zip(one.briefing.watch, one.watch, strict=True)
    )
    actors, topics = with_company(collect_actors(shown, registry), collect_topics(shown))
    return Site(
        name=site_name,
        description=site_description,
        url=None if not site_url else site_url.rstrip("/") + "/",
        day=day,
        briefings=shown,
        withdrawn=tuple(one for one in marked if one.briefing.status == "withdrawn"),
        actors=actors,
        topics=topics,
        questions=tuple(questions),
        watch=tuple(sorted(watch, key=_by_date)),
        related=related(shown, actors, topics),
    )


def _newest_first(marked: Marked) -> tuple[int, str]:
    briefing = marked.briefing
    return (-briefing.date.toordinal() if briefing.date else 0, briefing.id)


def _by_date(watched: SiteWatch) -> tuple[date, date, str, str]:
    """Sort by the first day known, undated last; the rest only makes the order the same every time."""
    item = watched.item
    first = item.start or item.end or date.max
    return (first, item.end or first, watched.marked.briefing.id, watched.mark.anchor)
