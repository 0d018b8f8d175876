"""Site -> Page, Page, …: each page through its template, with a small front matter."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from briefgen.errors import ContentError
from briefgen.model.days import day_in_words, month_in_words
from briefgen.model.page import Page
from briefgen.model.problem import Problem
from briefgen.rendering import addresses, dates
from briefgen.rendering.environment import environment
from briefgen.rendering.front_matter import front_matter
from briefgen.rendering.inert import clean_title
from briefgen.rendering.links import Links
from briefgen.rendering.notes import NotesError, notes_html
from briefgen.rendering.trail import is_by_hand, last_changed, lines_in_words, newest_first
from briefgen.rendering.words import ACTOR_KINDS, QUESTION_GROUPS, STATES, WORDS, attributed, counted, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from jinja2 import BaseLoader, Environment
    from markupsafe import Markup

    from briefgen.model.briefing import Briefing
    from briefgen.model.site import Marked, Site, SiteQuestion, SiteTopic

_WORDS_PER_MINUTE = 200
_UPCOMING_MOST = 40


class _Group(NamedTuple):
    """A heading with what stands under it; `items` would hide behind tuple's own names in a template."""

    title: str
    anchor: str
    members: tuple[object, ...]
    empty: str = ""


def render_pages(site: Site, *, templates: BaseLoader | None = None, directories: bool = True) -> tuple[Page, ...]:
    """Give every Markdown page of the site.

    Args:
        site: What collecting made of the briefings.
        templates: Finds the templates that the site brings itself, each instead of briefgen's of the same name.
        directories: Whether the site's addresses are folders (`actors/`) or files (`actors/index.html`).

    Raises:
        ContentError: Notes that cannot be shown, a problem for each. No page is given.
        jinja2.TemplateError: A template of the site is wrong.
    """
    renderer = _Renderer(site, environment(templates), directories=directories)
    pages = (*renderer.listings(), *renderer.briefings(), *renderer.actors(), *renderer.topics())
    if renderer.problems:
        raise ContentError(tuple(renderer.problems))
    return pages


def render_errors(problems: tuple[Problem, ...], path: str) -> Page:
    """Give the page that a preview shows where briefings cannot be read."""
    body = environment().get_template("errors.md.jinja").render(problems=problems)
    return Page(path=path, text=front_matter("Errors", noindex=True, listing=True) + body)


class _Renderer:
    """Holds what every page needs, so that it is worked out once."""

    def __init__(self, site: Site, templates: Environment, *, directories: bool) -> None:
        self._site = site
        self._templates = templates
        self._directories = directories
        self._titles = {one.briefing.id: one.briefing.title for one in site.briefings}
        self._actor_slugs = {
            (appearance.marked.briefing.id, appearance.index): actor.slug
            for actor in site.actors
            for appearance in actor.appearances
        }
        self._topics: dict[str, list[SiteTopic]] = {}
        for topic in site.topics:
            for marked in topic.briefings:
                self._topics.setdefault(marked.briefing.id, []).append(topic)
        self.problems: list[Problem] = []

    def listings(self) -> Iterator[Page]:
        """Give the pages that list what stands on others."""
        site = self._site
        upcoming = [one for one in site.watch if one.item.status == "pending" and (one.item.start or one.item.end)]
        yield self._page(
            addresses.HOME,
            "home.md.jinja",
            None,
            listing=True,
            upcoming=tuple(upcoming[-_UPCOMING_MOST:]),
            open_questions=tuple(one for one in site.questions if one.question.status == "open"),
        )
        months = tuple(_by_month((one.briefing.date, one) for one in site.briefings))
        yield self._page(addresses.BRIEFINGS, "briefings.md.jinja", "Briefings", listing=True, months=months)
        kinds = (
            _Group(title, f"b-{kind}", tuple(actor for actor in site.actors if actor.kind == kind))
            for kind, title in ACTOR_KINDS.items()
        )
        used = tuple(group for group in kinds if group.members)
        yield self._page(addresses.ACTORS, "actors.md.jinja", "Actors", listing=True, kinds=used)
        yield self._page(addresses.TOPICS, "topics.md.jinja", "Topics", listing=True)
        months = tuple(_by_month((one.item.start or one.item.end, one) for one in site.watch))
        yield self._page(addresses.WATCH, "watch.md.jinja", "What to watch", listing=True, months=months)
        yield self._page(addresses.QUESTIONS, "questions.md.jinja", "Questions", listing=True, groups=self._questions())

    def briefings(self) -> Iterator[Page]:
        """Give a page for each briefing, a stub for a withdrawn one."""
        shown = self._site.briefings
        for place, marked in enumerate(shown):
            briefing = marked.briefing
            path = addresses.briefing_path(briefing.id)
            if path in (addresses.BRIEFINGS, "briefings/readme.md"):
                message = f"the id {briefing.id!r} is the address of the list of briefings: choose another id"
                self.problems.append(Problem(file=marked.file, code="id-reserved", message=message))
                continue
            yield self._page(
                path,
                "briefing.md.jinja",
                briefing.title,
                description=briefing.summary,
                noindex=briefing.status == "draft",
                # The day of its source alone says nothing of the page.
                lastmod=last_changed(briefing) if briefing.reviewed_on or briefing.corrections else None,
                briefing_id=briefing.id,
                marked=marked,
                minutes=_minutes(briefing),
                attributed=attributed(briefing.takeaways) if briefing.takeaways else "",
                lines=lines_in_words(marked),
                by_hand=is_by_hand(marked),
                notes=self._notes(marked, path),
                topics=tuple(self._topics.get(briefing.id, ())),
                newer=shown[place - 1] if place else None,
                older=shown[place + 1] if place + 1 < len(shown) else None,
            )
        for marked in self._site.withdrawn:
            path = addresses.briefing_path(marked.briefing.id)
            title = marked.briefing.title
            yield self._page(path, "withdrawn.md.jinja", title, noindex=True, listing=True, marked=marked)

    def actors(self) -> Iterator[Page]:
        """Give a page for each actor."""
        for actor in self._site.actors:
            drafts_only = all(one.marked.briefing.status == "draft" for one in actor.appearances)
            path = addresses.actor_path(actor.slug)
            yield self._page(path, "actor.md.jinja", actor.name, noindex=drafts_only, actor=actor)

    def topics(self) -> Iterator[Page]:
        """Give a page for each topic."""
        for topic in self._site.topics:
            drafts_only = all(one.briefing.status == "draft" for one in topic.briefings)
            path = addresses.topic_path(topic.slug)
            yield self._page(path, "topic.md.jinja", topic.name, noindex=drafts_only, listing=True, topic=topic)

    def _page(  # noqa: PLR0913  # the parts of a front matter, by name
        self,
        path: str,
        template: str,
        title: str | None,
        *,
        description: str | None = None,
        noindex: bool = False,
        listing: bool = False,
        briefing_id: str = "",
        lastmod: date | None = None,
        **values: object,
    ) -> Page:
        links = Links(here=path, directories=self._directories, actor_slugs=self._actor_slugs)
        body = self._templates.get_template(template).render(
            site=self._site,
            titles=self._titles,
            words=WORDS,
            states=STATES,
            newest_first=newest_first,
            zip=zip,
            title=clean_title,
            day=day_in_words,
            span=dates.span_html,
            counted=counted,
            numbered=numbered,
            **links.names(briefing_id),
            **values,
        )
        head = front_matter(title, description=description, noindex=noindex, listing=listing, lastmod=lastmod)
        return Page(path=path, text=f"{head}{body.strip()}\n")

    def _notes(self, marked: Marked, path: str) -> Markup | None:
        if not marked.notes.strip():
            return None
        links = Links(here=path, directories=self._directories, actor_slugs=self._actor_slugs)
        try:
            return notes_html(marked.notes, link=links.in_notes, image=links.image_in_notes)
        except NotesError as error:
            self.problems.append(Problem(file=marked.file, code="notes-unreadable", message=str(error)))
            return None

    def _questions(self) -> tuple[_Group, ...]:
        def asked(status: str) -> tuple[SiteQuestion, ...]:
            return tuple(one for one in self._site.questions if one.question.status == status)

        return tuple(
            _Group(title, f"b-{status}", asked(status), empty) for status, (title, empty) in QUESTION_GROUPS.items()
        )


def _by_month(dated: Iterable[tuple[date | None, object]]) -> Iterator[_Group]:
    """Group what comes sorted by date; what has no date stands in a group of its own where it comes."""
    for month, members in groupby(dated, key=lambda pair: pair[0] and (pair[0].year, pair[0].month)):
        pairs = tuple(members)
        first = pairs[0][0]
        title = month_in_words(first) if first else "No date given"
        anchor = f"b-{first.year:04d}-{first.month:02d}" if month and first else "b-undated"
        yield _Group(title, anchor, tuple(member for _, member in pairs))


def _minutes(briefing: Briefing) -> int:
    texts = [
        briefing.summary or "",
        *(one.text for one in briefing.takeaways),
        *(f"{one.name} {one.role or ''} {one.position or ''}" for one in briefing.actors),
        *(one.text for one in briefing.open_questions),
        *(one.text for one in briefing.watch),
        *(one.text for one in briefing.cautions),
    ]
    return max(1, round(sum(len(text.split()) for text in texts) / _WORDS_PER_MINUTE))
