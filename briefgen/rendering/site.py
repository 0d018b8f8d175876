"""Site -> Page, Page, …: everything that readers get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.rendering import files
from briefgen.rendering.environment import environment
from briefgen.rendering.page_maker import PageMaker
from briefgen.rendering.pages import pages_of, rendered

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

    from briefgen.model.page import Page
    from briefgen.model.site import Site
    from briefgen.rendering.plan import PlannedPage


def render(site: Site, *, templates: BaseLoader | None = None, directories: bool = True) -> tuple[Page, ...]:
    """Give every page, feed, the calendar and the JSON of the site.

    Args:
        site: What collecting made of the briefings.
        templates: Finds the templates that the site brings itself, each instead of briefgen's of the same name.
        directories: Whether the site's addresses are folders (`actors/`) or files (`actors/index.html`).

    Raises:
        ContentError: Notes that cannot be shown, a problem for each. Nothing is given.
        jinja2.TemplateError: A template of the site is wrong.
    """
    return rendered(plan(site, environment(templates), directories=directories))


def plan(
    site: Site, templates: Environment, *, directories: bool = True, cards: bool = False, find: bool = False
) -> tuple[PlannedPage, ...]:
    """Give what `render` gives, in the same order, without rendering it.

    Args:
        site: What collecting made of the briefings.
        templates: The environment of the templates.
        directories: As `render` takes it.
        cards: Whether pages name the pictures that links to them are shown with; somebody else draws them.
        find: Whether there is a page that finds briefings in their full text; somebody else makes the index.

    Raises:
        jinja2.TemplateError: A template of the site is wrong.
    """
    maker = PageMaker(site=site, templates=templates, directories=directories, cards=cards, find=find)
    return (*pages_of(maker), *files.plan(maker))
