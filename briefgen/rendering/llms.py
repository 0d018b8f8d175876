"""Site -> llms.txt: the reviewed briefings with their bottom lines, and where everything else is, for language models.

By llmstxt.org: a title, a quote that says what the site is, sections of links.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.model.page import Page
from briefgen.rendering import addresses
from briefgen.rendering.entries import described
from briefgen.rendering.inert import clean, clean_title
from briefgen.rendering.public import absolute, reviewed

if TYPE_CHECKING:
    from briefgen.model.site import Marked, Site
    from briefgen.rendering.labels import Labels

_NEWEST = 200
_FILES = {
    "atom": addresses.ATOM,
    "json_feed": addresses.JSON_FEED,
    "calendar": addresses.CALENDAR,
    "data": addresses.DATA,
    "schema": addresses.BRIEFING_SCHEMA,
}
_ACTIVE = re.compile(r"[\\\[\]<>`*_#]")


def llms(site: Site, labels: Labels, *, directories: bool = True) -> Page:
    """Give llms.txt; the newest 200 briefings are listed."""
    shown = reviewed(site.briefings)
    name = clean_title(site.name)
    lines = [f"# {_inert(name)}", "", f"> {_inert(described(site, labels))}", ""]
    lines += [labels.text("feeds.instructions"), "", f"## {labels.text('feeds.briefings')}", ""]
    lines += [_line(site, labels, one, directories=directories) for one in shown[:_NEWEST]]
    if len(shown) > _NEWEST:
        lines += ["", labels.text("feeds.older", n=len(shown) - _NEWEST)]
    topics = [topic for topic in site.topics if reviewed(topic.briefings)]
    if topics:
        lines += ["", f"## {labels.text('feeds.topics')}", ""]
        for topic in topics:
            path = addresses.topic_path(topic.slug)
            lines.append(f"- [{_inert(clean_title(topic.name))}]({_address(site, path, directories=directories)})")
    lines += ["", f"## {labels.text('feeds.files')}", ""]
    for key, path in _FILES.items():
        address = _address(site, path, directories=directories)
        lines.append(f"- [{labels.text(f'feeds.{key}')}]({address}): {labels.text(f'feeds.{key}_holds')}")
    return Page(path=addresses.LLMS, text="\n".join(lines) + "\n")


def _line(site: Site, labels: Labels, marked: Marked, *, directories: bool) -> str:
    briefing = marked.briefing
    page = _address(site, addresses.briefing_path(briefing.id), directories=directories)
    data = _address(site, addresses.briefing_data(briefing.id), directories=directories)
    json = labels.text("feeds.json")
    said = f"{briefing.date}. " if briefing.date else ""
    said += f"{_inert(clean(briefing.summary))} " if briefing.summary else ""
    return f"- [{_inert(clean_title(briefing.title))}]({page}): {said}([{json}]({data}))"


def _address(site: Site, path: str, *, directories: bool) -> str:
    return absolute(site, path, directories=directories, here=addresses.LLMS)


def _inert(text: str) -> str:
    """Give a text that stays one in Markdown."""
    return _ACTIVE.sub(r"\\\g<0>", text)
