"""A briefing -> what lists of its dates and questions say of it."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from briefgen.rendering import addresses
from briefgen.rendering.dates import time_html
from briefgen.rendering.environment import printed
from briefgen.rendering.inert import clean_title

if TYPE_CHECKING:
    from datetime import date

    from briefgen.model.site import Marked
    from briefgen.rendering.labels import Labels
    from briefgen.rendering.links import Links

_DIGITS = 10
"""Hexadecimal digits of an id: 15,000 on one site clash once in ten thousand sites."""


_ANY = "any"


class Told(NamedTuple):
    """What is said of the briefing that names something."""

    id: str
    title: str
    date: date | None
    draft: bool
    publishers: tuple[str, ...]


def told_of(marked: Marked) -> Told:
    """Give what is said of a briefing; whoever published its sources is named once."""
    briefing = marked.briefing
    publishers = dict.fromkeys(source.publisher for source in briefing.sources if source.publisher)
    return Told(briefing.id, briefing.title, briefing.date, briefing.status == "draft", tuple(publishers))


@lru_cache(maxsize=4096)
def iso(on: date) -> Markup:
    """Give a day as programs read it: `2026-11-05`."""
    return Markup(on.isoformat())  # noqa: S704  # digits and hyphens


def id_across(kind: str, briefing_id: str, anchor: str) -> Markup:
    """Give the id of an item on pages across briefings, where the anchor that its briefing gives it could come twice.

    Args:
        kind: A letter or two that tells dates from questions.
        briefing_id: Of the briefing that names it.
        anchor: Its id there.
    """
    digest = sha256(f"{briefing_id} {anchor}".encode("utf-8", "surrogatepass")).hexdigest()
    return Markup(f"b-{kind}-{digest[:_DIGITS]}")  # noqa: S704  # letters, digits and hyphens


class Printer:
    """Gives what a page prints of briefings, each worked out once: a page names many a briefing several times."""

    def __init__(self, links: Links, here: str, labels: Labels) -> None:
        """Take the links of the page, its path and the words of the site."""
        self._links = links
        self._labels = labels
        self._here = here
        # All briefings lie beside each other: what is around a name in one address is so in every one.
        self._before, self._after = str(links.to(addresses.briefing_path(_ANY))).split(_ANY)
        self._pages: dict[str, Markup] = {}
        self._titles: dict[str, Markup] = {}
        self._times: dict[date, Markup] = {}

    def title(self, title: str) -> Markup:
        """Give a title as inert markup."""
        if title not in self._titles:
            self._titles[title] = printed(clean_title(title))
        return self._titles[title]

    def time(self, on: date | None) -> Markup | None:
        """Give a day in words that programs can read as well; nothing for none."""
        if on is None:
            return None
        if on not in self._times:
            self._times[on] = time_html(on, self._labels.day(on))
        return self._times[on]

    def link(self, path: str, anchor: str | None = None) -> Markup:
        """Give the address of a page, or of a place on one.

        Args:
            path: From the root of the content.
            anchor: An id that briefgen makes; no word of a briefing is in it.
        """
        if anchor is not None and path == self._here:
            return Markup(f"#{anchor}")  # noqa: S704  # letters, digits and hyphens
        if path not in self._pages:
            self._pages[path] = self._links.to(path)
        page = self._pages[path]
        return page if anchor is None else Markup(f"{page}#{anchor}")  # noqa: S704  # letters, digits and hyphens

    def item(self, told: Told, anchor: str) -> Markup:
        """Give the address of an item on its briefing's page."""
        return Markup(f"{self.briefing(told)}#{anchor}")  # noqa: S704  # letters, digits and hyphens

    def briefing(self, told: Told) -> Markup:
        """Give the address of a briefing."""
        return Markup(f"{self._before}{quote(told.id)}{self._after}")  # noqa: S704  # percent-encoded
