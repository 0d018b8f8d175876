"""Site -> Page, Page, …: everything that readers get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.rendering.calendar import calendar
from briefgen.rendering.feeds import atom, data, json_feed
from briefgen.rendering.pages import render_pages

if TYPE_CHECKING:
    from jinja2 import BaseLoader

    from briefgen.model.page import Page
    from briefgen.model.site import Site


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
    return (
        *render_pages(site, templates=templates, directories=directories),
        atom(site, directories=directories),
        json_feed(site, directories=directories),
        calendar(site, directories=directories),
        data(site),
    )
