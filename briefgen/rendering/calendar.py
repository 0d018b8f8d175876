"""Site -> watch.ics: the dated things to watch, for calendar programs; no clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from briefgen.model.page import Page
from briefgen.rendering import addresses
from briefgen.rendering.feeds import reviewed
from briefgen.rendering.inert import clean, clean_title
from briefgen.rendering.words import WORDS

if TYPE_CHECKING:
    from briefgen.model.site import Site, SiteWatch

_UNDATED = date(1970, 1, 1)
_PREFIXED = ("postponed", "cancelled")


def calendar(site: Site, *, directories: bool = True) -> Page:
    """Give watch.ics: an all-day event for each dated item of a reviewed briefing.

    An event's UID comes from its briefing's id and the item's anchor, its time stamp from the briefing's date: the same
    briefings give the same bytes, and a calendar program that fetches the file again finds the events it knows.
    """
    result = Calendar()
    result.add("prodid", "-//briefgen//watch//EN")
    result.add("version", "2.0")
    result.add("method", "PUBLISH")
    result.add("x-wr-calname", clean_title(site.name))
    shown = {one.briefing.id for one in reviewed(site)}
    for watched in site.watch:
        if watched.marked.briefing.id in shown and (watched.item.start or watched.item.end):
            result.add_component(_event(site, watched, directories=directories))
    text = result.to_ical(sorted=False).decode("utf-8")
    return Page(path=addresses.CALENDAR, text=text)


def _event(site: Site, watched: SiteWatch, *, directories: bool) -> Event:
    briefing, item = watched.marked.briefing, watched.item
    first = item.start or item.end or _UNDATED
    last = max(item.end or first, first)
    event = Event()
    identity = sha256(f"{briefing.id}\n{watched.mark.anchor}".encode()).hexdigest()
    event.add("uid", f"{identity[:32]}@briefgen")
    event.add("dtstamp", datetime.combine(briefing.date or _UNDATED, time(), tzinfo=UTC))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))  # the first day after, as the format has it
    summary = clean(item.text)
    event.add("summary", f"{WORDS[item.status]}: {summary}" if item.status in _PREFIXED else summary)
    if item.where:
        event.add("location", clean(item.where))
    described = [WORDS[item.certainty]]
    if item.when:
        described.append(f"printed as “{clean(item.when)}”")
    event.add("description", f"{', '.join(described)}. From the briefing “{clean_title(briefing.title)}”.")
    if site.url:
        path = addresses.site_address(addresses.briefing_path(briefing.id), directories=directories)
        event.add("url", f"{site.url}{path}#{watched.mark.anchor}")
    if item.status == "cancelled":
        event.add("status", "CANCELLED")
    else:
        event.add("status", "CONFIRMED" if item.certainty == "scheduled" else "TENTATIVE")
    event.add("transp", "TRANSPARENT")  # something to watch does not make its reader busy
    return event
