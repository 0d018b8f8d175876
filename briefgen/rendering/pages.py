"""Site -> Page, Page, …: each page through its template, with a small front matter."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, NoReturn

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
from briefgen.rendering.plan import PlannedPage, Titles, words_of
from briefgen.rendering.trail import is_by_hand, last_changed, lines_in_words, newest_first
from briefgen.rendering.words import ACTOR_KINDS, QUESTION_GROUPS, STATES, WORDS, attributed, counted, numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from jinja2 import BaseLoader, Environment
    from markupsafe import Markup

    from briefgen.model.briefing import Briefing
    from briefgen.model.site import Marked, Site, SiteActor, SiteQuestion, SiteTopic

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
    return rendered(plan_pages(site, environment(templates), directories=directories))


def plan_pages(site: Site, templates: Environment, *, directories: bool = True) -> tuple[PlannedPage, ...]:
    """Give every Markdown page of the site without rendering it.

    Args:
        site: What collecting made of the briefings.
        templates: The environment of the templates.
        directories: As `render_pages` takes it.

    Raises:
        jinja2.TemplateError: A template of the site is wrong.
    """
    renderer = _Renderer(site, templates, directories=directories)
    return (*renderer.listings(), *renderer.briefings(), *renderer.actors(), *renderer.topics())


def rendered(planned: Iterable[PlannedPage]) -> tuple[Page, ...]:
    """Render pages.

    Raises:
        ContentError: What editors wrote cannot be shown, a problem for each. No page is given.
        jinja2.TemplateError: A template of the site is wrong.
    """
    pages: list[Page] = []
    problems: list[Problem] = []
    for one in planned:
        try:
            pages.append(one.page())
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(tuple(problems))
    return tuple(pages)


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

    def listings(self) -> Iterator[PlannedPage]:
        """Plan the pages that list what stands on others."""
        yield self._planned(addresses.HOME, self._home, self._site)
        yield self._planned(addresses.BRIEFINGS, self._briefings, self._site)
        yield self._planned(addresses.ACTORS, self._actors, self._site)
        yield self._planned(addresses.TOPICS, self._topics_page, self._site)
        yield self._planned(addresses.WATCH, self._watch, self._site)
        yield self._planned(addresses.QUESTIONS, self._questions_page, self._site)

    def _planned(self, path: str, make: Callable[[Titles], Page], *inputs: object) -> PlannedPage:
        return PlannedPage(path=path, inputs=inputs, titles=self._titles, make=make)

    def _home(self, titles: Titles) -> Page:
        site = self._site
        upcoming = [one for one in site.watch if one.item.status == "pending" and (one.item.start or one.item.end)]
        return self._page(
            titles,
            addresses.HOME,
            "home.md.jinja",
            None,
            listing=True,
            upcoming=tuple(upcoming[-_UPCOMING_MOST:]),
            open_questions=tuple(one for one in site.questions if one.question.status == "open"),
        )

    def _briefings(self, titles: Titles) -> Page:
        months = tuple(_by_month((one.briefing.date, one) for one in self._site.briefings))
        return self._page(titles, addresses.BRIEFINGS, "briefings.md.jinja", "Briefings", listing=True, months=months)

    def _actors(self, titles: Titles) -> Page:
        kinds = (
            _Group(title, f"b-{kind}", tuple(actor for actor in self._site.actors if actor.kind == kind))
            for kind, title in ACTOR_KINDS.items()
        )
        used = tuple(group for group in kinds if group.members)
        return self._page(titles, addresses.ACTORS, "actors.md.jinja", "Actors", listing=True, kinds=used)

    def _topics_page(self, titles: Titles) -> Page:
        return self._page(titles, addresses.TOPICS, "topics.md.jinja", "Topics", listing=True)

    def _watch(self, titles: Titles) -> Page:
        months = tuple(_by_month((one.item.start or one.item.end, one) for one in self._site.watch))
        return self._page(titles, addresses.WATCH, "watch.md.jinja", "What to watch", listing=True, months=months)

    def _questions_page(self, titles: Titles) -> Page:
        groups = self._questions()
        return self._page(titles, addresses.QUESTIONS, "questions.md.jinja", "Questions", listing=True, groups=groups)

    def briefings(self) -> Iterator[PlannedPage]:
        """Plan a page for each briefing, a stub for a withdrawn one."""
        shown = self._site.briefings
        words = words_of(self._templates, "briefing.md.jinja")
        whole_site = (self._site,) if "site" in words else ()
        for place, marked in enumerate(shown):
            briefing = marked.briefing
            path = addresses.briefing_path(briefing.id)
            if addresses.is_reserved(briefing.id):
                yield self._planned(path, partial(_refused, marked), marked)
                continue
            newer = shown[place - 1] if place else None
            older = shown[place + 1] if place + 1 < len(shown) else None
            topics = tuple(self._topics.get(briefing.id, ()))
            # Of a topic the page shows the name: another briefing on it changes nothing here.
            shown_topics = topics if ".briefings" in words else tuple((topic.slug, topic.name) for topic in topics)
            slugs = tuple(self._actor_slugs[briefing.id, index] for index in range(len(briefing.actors)))
            make = partial(self._briefing, marked, newer, older)
            yield self._planned(path, make, marked, newer, older, shown_topics, slugs, *whole_site)
        for marked in self._site.withdrawn:
            path = addresses.briefing_path(marked.briefing.id)
            yield self._planned(
                path, partial(self._withdrawn, marked), marked, *self._if_looked_at("withdrawn.md.jinja")
            )

    def _if_looked_at(self, template: str) -> tuple[Site, ...]:
        """Give the whole site as an input where a template looks at it."""
        return (self._site,) if "site" in words_of(self._templates, template) else ()

    def _briefing(self, marked: Marked, newer: Marked | None, older: Marked | None, titles: Titles) -> Page:
        briefing = marked.briefing
        path = addresses.briefing_path(briefing.id)
        return self._page(
            titles,
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
            newer=newer,
            older=older,
        )

    def _withdrawn(self, marked: Marked, titles: Titles) -> Page:
        path = addresses.briefing_path(marked.briefing.id)
        title = marked.briefing.title
        return self._page(titles, path, "withdrawn.md.jinja", title, noindex=True, listing=True, marked=marked)

    def actors(self) -> Iterator[PlannedPage]:
        """Plan a page for each actor."""
        site = self._if_looked_at("actor.md.jinja")
        for actor in self._site.actors:
            yield self._planned(addresses.actor_path(actor.slug), partial(self._actor, actor), actor, *site)

    def _actor(self, actor: SiteActor, titles: Titles) -> Page:
        drafts_only = all(one.marked.briefing.status == "draft" for one in actor.appearances)
        path = addresses.actor_path(actor.slug)
        return self._page(titles, path, "actor.md.jinja", actor.name, noindex=drafts_only, actor=actor)

    def topics(self) -> Iterator[PlannedPage]:
        """Plan a page for each topic."""
        site = self._if_looked_at("topic.md.jinja")
        for topic in self._site.topics:
            yield self._planned(addresses.topic_path(topic.slug), partial(self._topic, topic), topic, *site)

    def _topic(self, topic: SiteTopic, titles: Titles) -> Page:
        drafts_only = all(one.briefing.status == "draft" for one in topic.briefings)
        path = addresses.topic_path(topic.slug)
        return self._page(titles, path, "topic.md.jinja", topic.name, noindex=drafts_only, listing=True, topic=topic)

    def _page(  # noqa: PLR0913  # the parts of a front matter, by name
        self,
        titles: Titles,
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
            titles=titles,
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
            problem = Problem(file=marked.file, code="notes-unreadable", message=str(error))
            raise ContentError((problem,)) from error

    def _questions(self) -> tuple[_Group, ...]:
        def asked(status: str) -> tuple[SiteQuestion, ...]:
            return tuple(one for one in self._site.questions if one.question.status == status)

        return tuple(
            _Group(title, f"b-{status}", asked(status), empty) for status, (title, empty) in QUESTION_GROUPS.items()
        )


def _refused(marked: Marked, _titles: Titles) -> NoReturn:
    message = f"the id {marked.briefing.id!r} is the address of the list of briefings: choose another id"
    raise ContentError((Problem(file=marked.file, code="id-reserved", message=message),))


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
