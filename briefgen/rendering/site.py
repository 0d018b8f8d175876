"""Site -> Page, Page, …: everything that readers get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.rendering import addresses
from briefgen.rendering.calendar import calendar
from briefgen.rendering.environment import environment
from briefgen.rendering.feeds import atom, data, json_feed
from briefgen.rendering.pages import plan_pages, rendered
from briefgen.rendering.plan import PlannedPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import BaseLoader, Environment

    from briefgen.model.page import Page
    from briefgen.model.site import Site
    from briefgen.rendering.plan import Titles


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


def plan(site: Site, templates: Environment, *, directories: bool = True) -> tuple[PlannedPage, ...]:
    """Give what `render` gives, in the same order, without rendering it.

    Args:
        site: What collecting made of the briefings.
        templates: The environment of the templates.
        directories: As `render` takes it.

    Raises:
        jinja2.TemplateError: A template of the site is wrong.
    """
    feeds: dict[str, Callable[[Titles], Page]] = {
        addresses.ATOM: lambda _: atom(site, directories=directories),
        addresses.JSON_FEED: lambda _: json_feed(site, directories=directories),
        addresses.CALENDAR: lambda _: calendar(site, directories=directories),
        addresses.DATA: lambda _: data(site),
    }
    return (
        *plan_pages(site, templates, directories=directories),
        *(PlannedPage(path=path, inputs=(site,), titles={}, make=make) for path, make in feeds.items()),
    )
