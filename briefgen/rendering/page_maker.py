"""What every page is made with: the templates, the links, what was worked out once for the whole site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import TemplateError

from briefgen.model.page import Page
from briefgen.rendering import dates
from briefgen.rendering.briefing_view import BriefingViews
from briefgen.rendering.environment import labels_of
from briefgen.rendering.evidence import Evidence
from briefgen.rendering.front_matter import front_matter
from briefgen.rendering.inert import clean_title
from briefgen.rendering.links import Links
from briefgen.rendering.plan import PlannedPage, Titles, words_of
from briefgen.rendering.template_blocks import blocks_of
from briefgen.rendering.template_errors import MISUSES, TemplateMisuseError, place_of
from briefgen.rendering.trail import newest_first
from briefgen.rendering.words import states, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from jinja2 import Environment, Template
    from markupsafe import Markup

    from briefgen.model.site import Site, SiteTopic
    from briefgen.rendering.head import Head
    from briefgen.rendering.labels import Labels


class Group(NamedTuple):
    """A heading with what stands under it; `items` would hide behind tuple's own names in a template."""

    title: str
    anchor: str
    members: tuple[object, ...]
    empty: str = ""


@dataclass(frozen=True, kw_only=True)
class PageMaker:
    """Makes pages of one site; what several of them need is worked out once."""

    site: Site
    templates: Environment
    directories: bool
    """Whether the site's addresses are folders (`actors/`) or files (`actors/index.html`)."""
    cards: bool = False
    """Whether there are pictures that links to pages are shown with."""
    find: bool = False
    """Whether there is a page that finds briefings in their full text."""

    @cached_property
    def labels(self) -> Labels:
        """The words of the interface."""
        return labels_of(self.templates)

    @cached_property
    def words(self) -> Mapping[str, Markup]:
        """The words for the values of a front matter."""
        return words(self.labels)

    @cached_property
    def states(self) -> Mapping[str, Markup]:
        """What each status of a briefing means."""
        return states(self.labels)

    @cached_property
    def evidence(self) -> Evidence:
        """What puts evidence into words."""
        return Evidence(self.labels)

    @cached_property
    def views(self) -> BriefingViews:
        """What puts the page of a briefing into words."""
        return BriefingViews(self.labels, self.words, self.evidence, self.span)

    def span(self, start: date | None, end: date | None) -> Markup:
        """Give days in words, as `dates.span_html`."""
        return dates.span_html(start, end, self.labels)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles of the briefings by their ids."""
        return {one.briefing.id: one.briefing.title for one in self.site.briefings}

    @cached_property
    def actor_slugs(self) -> Mapping[tuple[str, int], str]:
        """The slug of each actor by briefing and place in it."""
        return {
            (appearance.marked.briefing.id, appearance.index): actor.slug
            for actor in self.site.actors
            for appearance in actor.appearances
        }

    @cached_property
    def topics(self) -> Mapping[str, tuple[SiteTopic, ...]]:
        """The topics of each briefing by its id."""
        found: dict[str, list[SiteTopic]] = {}
        for topic in self.site.topics:
            for marked in topic.briefings:
                found.setdefault(marked.briefing.id, []).append(topic)
        return {briefing_id: tuple(topics) for briefing_id, topics in found.items()}

    @cached_property
    def place(self) -> tuple[str, str | None, str | None]:
        """The site's name, address and description, which pages and files name."""
        return self.site.name, self.site.url, self.site.description

    def _template(self, name: str) -> Template:
        """Give a template; looked up once, as Jinja would ask the disk for each page."""
        if name not in self._templates:
            blocks_of(self.templates, name)
            self._templates[name] = self.templates.get_template(name)
        return self._templates[name]

    @cached_property
    def _templates(self) -> dict[str, Template]:
        return {}

    def _rendered(self, template: str, **values: object) -> str:
        try:
            return self._template(template).render(values)
        except TemplateError:
            raise
        except MISUSES as error:
            if place_of(error) is None:
                raise
            raise TemplateMisuseError(f"{type(error).__name__}: {error}") from error

    def planned(self, path: str, make: Callable[[Titles], Page], *inputs: object) -> PlannedPage:
        """Plan a page.

        Args:
            path: From the root of the content.
            make: Renders it.
            inputs: Whatever its text is made from beside templates and titles; each can be compared cheaply.
        """
        return PlannedPage(path=path, inputs=(*inputs, self.place), titles=self.titles, make=make)

    def words_of(self, template: str) -> frozenset[str]:
        """Tell what a template may look at, as `plan.words_of`."""
        return words_of(self.templates, template)

    def site_if_looked_at(self, template: str) -> tuple[Site, ...]:
        """Give the whole site as an input where a template looks at it: a site's own may."""
        return (self.site,) if "site" in self.words_of(template) else ()

    def links(self, path: str) -> Links:
        """Give the links of the page at a path."""
        return Links(here=path, directories=self.directories, actor_slugs=self.actor_slugs)

    def page(  # noqa: PLR0913  # the parts of a front matter, by name
        self,
        titles: Titles,
        path: str,
        template: str,
        title: str | None,
        *,
        description: str | None = None,
        noindex: bool = False,
        listing: bool = False,
        toc: bool = True,
        briefing_id: str = "",
        lastmod: date | None = None,
        head: Head | None = None,
        **values: object,
    ) -> Page:
        """Render a page.

        Args:
            titles: Of the briefings; what is asked of them is noted as what the page rests on.
            path: From the root of the content.
            template: Its name.
            title: As plain text; None for the home page, which goes by the site's name.
            description: As plain text, for search engines and pictures of links.
            noindex: Whether search engines shall leave it out.
            listing: Whether it repeats what stands on others.
            toc: Whether its headings are listed beside it; those of a listing never are.
            briefing_id: Whose actors `to_actor` counts.
            lastmod: The day of its last review or correction.
            head: What it says to other programs.
            values: What the template prints beside what every page has.
        """
        body = self._rendered(
            template,
            site=self.site,
            titles=titles,
            words=self.words,
            states=self.states,
            newest_first=newest_first,
            zip=zip,
            title=clean_title,
            span=self.span,
            evidence_of=self.evidence.html,
            **self.links(path).names(briefing_id),
            **values,
        )
        above = front_matter(
            title, description=description, noindex=noindex, listing=listing, toc=toc, lastmod=lastmod, head=head
        )
        below = f"\n\n{head.structured}" if head is not None and head.structured else ""
        return Page(path=path, text=f"{above}{body.strip()}{below}\n")
