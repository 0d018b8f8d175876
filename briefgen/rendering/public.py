"""Briefings -> those that leave the site in feeds, files and calendars: what somebody reviewed, by the day it last changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefgen.rendering import addresses
from briefgen.rendering.trail import last_changed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from briefgen.model.briefing import Briefing
    from briefgen.model.site import Marked, Site

UNDATED = "1970-01-01"
"""Some formats require a date. What has none gets the one that no reader takes for real."""
_PUBLIC = frozenset(["reviewed", "published"])


def is_public(briefing: Briefing) -> bool:
    """Tell whether a briefing may leave the site."""
    return briefing.status in _PUBLIC


def reviewed(briefings: Iterable[Marked]) -> tuple[Marked, ...]:
    """Give those of the briefings that may leave the site, in the same order."""
    return tuple(one for one in briefings if is_public(one.briefing))


def latest(briefings: Iterable[Marked], most: int) -> tuple[Marked, ...]:
    """Give what was published, reviewed or corrected last, newest first, so that who follows misses no correction.

    Args:
        briefings: Newest first.
        most: How many at most.
    """
    return tuple(sorted(reviewed(briefings), key=lambda one: changed_on(one.briefing), reverse=True)[:most])


def changed_on(briefing: Briefing) -> str:
    """Give the day of the newest change that the briefing names, as 2025-10-29."""
    day = last_changed(briefing)
    return day.isoformat() if day else UNDATED


def issued_on(briefing: Briefing) -> date | None:
    """Give the day on which a briefing was first answerable for: that of its review, else that of its source."""
    return briefing.reviewed_on or briefing.date


def absolute(site: Site, path: str, *, directories: bool, here: str = "") -> str:
    """Give the address of a page or file for a reader far away from the site.

    Args:
        site: Whose `url` goes before it.
        path: From the root of the content.
        directories: Whether the site's addresses are folders or files.
        here: The file that names the address: where the site does not say where it stands, the address is relative to it.
    """
    if site.url is None:
        return addresses.relative_address(path, here=here, directories=directories)
    return site.url + addresses.site_address(path, directories=directories)


def json_text(value: object, *, indent: int | None = 2) -> str:
    """Write JSON for a file of the site.

    "<" is written as an escape, so that a page may hold the text within a script element.
    """
    separators = (",", ":") if indent is None else None
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators).replace("<", "\\u003c") + "\n"
