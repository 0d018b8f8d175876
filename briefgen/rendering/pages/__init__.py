"""Site -> Page, Page, …: each kind of page in a file of its own, through its template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.errors import ContentError
from briefgen.model.page import Page
from briefgen.rendering.environment import environment, labels_of
from briefgen.rendering.front_matter import front_matter
from briefgen.rendering.languages import FALLBACK
from briefgen.rendering.page_maker import PageMaker
from briefgen.rendering.pages import actors, briefing, briefings, find, home, questions, topics, watch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import BaseLoader, Environment

    from briefgen.model.problem import Problem
    from briefgen.model.site import Site
    from briefgen.rendering.plan import PlannedPage

_KINDS = (home.plan, briefings.plan, briefing.plan, actors.plan, topics.plan, watch.plan, questions.plan, find.plan)


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
    return pages_of(PageMaker(site=site, templates=templates, directories=directories))


def pages_of(maker: PageMaker) -> tuple[PlannedPage, ...]:
    """Give every Markdown page that a maker makes, planned; raises as `plan_pages`."""
    return tuple(page for kind in _KINDS for page in kind(maker))


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


def render_errors(problems: tuple[Problem, ...], path: str, language: str = FALLBACK) -> Page:
    """Give the page that a preview shows where briefings cannot be read.

    Args:
        problems: What is wrong. Their words are English in every language, as they are on the command line.
        path: From the root of the content.
        language: Of the interface. A site's own words are left aside: they may be what is wrong.
    """
    made = environment(language=language)
    body = made.get_template("errors.md.jinja").render(problems=problems)
    head = front_matter(labels_of(made).text("titles.errors"), noindex=True, listing=True)
    return Page(path=path, text=head + body)
