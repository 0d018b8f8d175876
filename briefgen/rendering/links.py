"""The links of one page, for its template and for the notes on it."""

from __future__ import annotations

import re
from posixpath import splitext
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from markupsafe import Markup

from briefgen.rendering import addresses

if TYPE_CHECKING:
    from collections.abc import Mapping

# Within a quoted attribute these mean nothing to HTML or to Markdown. A page has an address for each quote: as character
# references they would swell it by a twentieth.
_ACTIVE = re.compile(r"[^A-Za-z0-9/:.?=%~#,;+@\u0080-\U0010ffff-]")
_IMAGES = frozenset([".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"])


class Links:
    """Addresses as they are written on one page."""

    def __init__(self, *, here: str, directories: bool, actor_slugs: Mapping[tuple[str, int], str]) -> None:
        """Take the page's own path, the kind of addresses, and the slug of each actor by briefing and index."""
        self._here = here
        self._directories = directories
        self._actor_slugs = actor_slugs

    def names(self, briefing_id: str) -> dict[str, object]:
        """Give what templates call; `to_actor` counts the actors of the briefing named, if any."""
        return {
            "to": self.to,
            "to_briefing": lambda target, anchor=None: self.to(addresses.briefing_path(target), anchor),
            "to_actor": lambda index: self.to(addresses.actor_path(self._actor_slugs[briefing_id, index])),
            "to_actor_page": lambda slug: self.to(addresses.actor_path(slug)),
            "to_topic": lambda slug: self.to(addresses.topic_path(slug)),
            "external": external,
            "briefings_page": addresses.BRIEFINGS,
            "watch_page": addresses.WATCH,
            "questions_page": addresses.QUESTIONS,
            "atom": addresses.ATOM,
            "json_feed": addresses.JSON_FEED,
            "calendar": addresses.CALENDAR,
            "data": addresses.DATA,
        }

    def to(self, path: str, anchor: str | None = None) -> Markup:
        """Give the address of a page or file of this site, percent-encoded and so safe in an attribute."""
        address = addresses.relative_address(path, here=self._here, directories=self._directories)
        return Markup(address if anchor is None else f"{address}#{quote(anchor)}")  # noqa: S704  # percent-encoded

    def filtered(self, name: Literal["actor", "topic"], slug: str) -> Markup:
        """Give the address of the list of briefings that shows those of an actor or topic; without scripts it shows all."""
        return Markup(f"{self.to(addresses.BRIEFINGS)}?{name}={quote(slug)}")  # noqa: S704  # percent-encoded

    def in_notes(self, link: str) -> str | None:
        """Give the address to write for a link in the notes; None where its text shall stand alone.

        A link to a Markdown file is followed to that file's page, as MkDocs does it.
        """
        if link.startswith("#"):
            return f"#{quote(link[1:])}"
        path, _, anchor = link.partition("#")
        target = addresses.target_path(path, here=self._here)
        if target is None:
            return addresses.safe_url(link)
        return str(self.to(target, anchor or None))

    def image_in_notes(self, link: str) -> str | None:
        """Give the address to write for an image of this site; None for one of another host or of another kind."""
        target = addresses.target_path(link, here=self._here)
        if target is None or splitext(target)[1].lower() not in _IMAGES:
            return None
        return str(self.to(target))


def external(url: str | None) -> Markup | None:
    """Give an address outside the site for an attribute; None where it must not be a link."""
    safe = addresses.safe_url(url)
    if safe is None:
        return None
    return Markup(_ACTIVE.sub(lambda found: f"&#{ord(found[0])};", safe))  # noqa: S704  # inert, since quoted
