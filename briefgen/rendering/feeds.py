"""Site -> Atom, JSON Feed and the briefings as JSON; only what somebody reviewed, no clock.

Control characters never get here: XML cannot hold them even escaped.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from briefgen.model.days import day_in_words
from briefgen.model.page import Page
from briefgen.rendering import addresses
from briefgen.rendering.inert import clean, clean_title
from briefgen.rendering.trail import last_changed, newest_first, review_in_words
from briefgen.rendering.words import WORDS

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing
    from briefgen.model.site import Marked, Site

_ATOM = "http://www.w3.org/2005/Atom"
# Atom requires a date of every entry. A briefing whose source has none gets the one that no reader takes for real.
_UNDATED = "1970-01-01"
_NEWEST = 50


def reviewed(site: Site) -> tuple[Marked, ...]:
    """Give the briefings that may leave the site: reviewed or published, newest first."""
    return tuple(one for one in site.briefings if one.briefing.status in ("reviewed", "published"))


def feed_id(briefing: Briefing) -> str:
    """Give the entry's id: from the briefing's own, which never changes, so that a feed reader shows it once."""
    return uuid5(NAMESPACE_URL, f"briefgen:{briefing.id}").urn


def atom(site: Site, *, directories: bool = True) -> Page:
    """Give feed.xml. Its addresses are absolute where the site says where it stands, relative to the feed otherwise."""
    feed = Element("feed", {"xmlns": _ATOM})
    shown = _latest(site)
    SubElement(feed, "title").text = clean_title(site.name)
    SubElement(feed, "id").text = uuid5(NAMESPACE_URL, f"briefgen-site:{site.url or site.name}").urn
    SubElement(feed, "updated").text = max((_day(one.briefing) for one in shown), default=_UNDATED) + "T00:00:00Z"
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=_address(site, addresses.ATOM))
    SubElement(feed, "link", rel="alternate", type="text/html", href=_address(site, addresses.HOME) or "./")
    SubElement(SubElement(feed, "author"), "name").text = clean_title(site.name)
    for marked in shown:
        briefing = marked.briefing
        entry = SubElement(feed, "entry")
        SubElement(entry, "title").text = clean_title(briefing.title)
        SubElement(entry, "id").text = feed_id(briefing)
        SubElement(entry, "updated").text = f"{_day(briefing)}T00:00:00Z"
        if briefing.date:
            SubElement(entry, "published").text = f"{briefing.date}T00:00:00Z"
        path = addresses.briefing_path(briefing.id)
        href = _address(site, path, directories=directories)
        SubElement(entry, "link", rel="alternate", type="text/html", href=href)
        if reviewer := clean(briefing.reviewed_by or ""):
            # Not <author>: that is who wrote the entry.
            SubElement(SubElement(entry, "contributor"), "name").text = reviewer
        for topic in briefing.topics:
            SubElement(entry, "category", term=clean_title(topic))
        if briefing.summary:
            SubElement(entry, "summary").text = clean(briefing.summary)
        SubElement(entry, "content", type="html").text = _content(briefing)
    indent(feed)
    text = tostring(feed, encoding="unicode")
    return Page(path=addresses.ATOM, text=f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n')


def json_feed(site: Site, *, directories: bool = True) -> Page:
    """Give feed.json, JSON Feed 1.1."""
    items = []
    for marked in _latest(site):
        briefing = marked.briefing
        item: dict[str, object] = {
            "id": feed_id(briefing),
            "url": _address(site, addresses.briefing_path(briefing.id), directories=directories),
            "title": clean_title(briefing.title),
            "content_html": _content(briefing),
        }
        if briefing.summary:
            item["summary"] = clean(briefing.summary)
        if briefing.date:
            item["date_published"] = f"{briefing.date}T00:00:00Z"
        if last_changed(briefing):
            item["date_modified"] = f"{_day(briefing)}T00:00:00Z"
        if briefing.topics:
            item["tags"] = [clean_title(topic) for topic in briefing.topics]
        items.append(item)
    feed: dict[str, object] = {"version": "https://jsonfeed.org/version/1.1", "title": clean_title(site.name)}
    if site.url:
        feed |= {"home_page_url": site.url, "feed_url": _address(site, addresses.JSON_FEED)}
    return Page(path=addresses.JSON_FEED, text=_json(feed | {"items": items}))


def data(site: Site) -> Page:
    """Give briefings.json: every reviewed briefing, with the names of its front matter."""
    briefings = [_plain(one.briefing) for one in reviewed(site)]
    return Page(path=addresses.DATA, text=_json({"site": clean_title(site.name), "briefings": briefings}))


def _latest(site: Site) -> tuple[Marked, ...]:
    """Give what the feeds hold: what was published, reviewed or corrected last, so that no correction is missed."""
    return tuple(sorted(reviewed(site), key=lambda one: _day(one.briefing), reverse=True))[:_NEWEST]


def _day(briefing: Briefing) -> str:
    day = last_changed(briefing)
    return day.isoformat() if day else _UNDATED


def _address(site: Site, path: str, *, directories: bool = True) -> str:
    return (site.url or "") + addresses.site_address(path, directories=directories)


def _content(briefing: Briefing) -> str:
    """Give the takeaways as HTML for feed readers, which sanitise it again."""
    lines = [f"<p>{escape(clean(briefing.summary))}</p>"] if briefing.summary else []
    if briefing.takeaways:
        lines.append("<ul>")
        for takeaway in briefing.takeaways:
            who = f" ({escape(clean(takeaway.said_by))})" if takeaway.said_by else ""
            lines.append(f"<li><b>{WORDS[takeaway.kind]}{who}:</b> {escape(clean(takeaway.text))}</li>")
        lines.append("</ul>")
    for correction in newest_first(briefing.corrections):
        lines += [f"<p><b>Corrected on {day_in_words(correction.date)}</b></p>", "<ul>"]
        lines.append(f"<li>It said: {escape(clean(correction.was))}</li>")
        lines.append(f"<li>It now says: {escape(clean(correction.now))}</li>")
        if correction.why:
            lines.append(f"<li>{escape(clean(correction.why))}</li>")
        lines.append("</ul>")
    if said := review_in_words(briefing):
        lines.append(f"<p>{escape(said)}</p>")
    return "\n".join(lines)


def _plain(value: object) -> object:
    """Give what JSON can hold: fields that are left out stay out, and so does what editors waived, no reader's business."""
    if is_dataclass(value):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _plain(held) for name, held in named if held is not None and held != () and name != "waived"}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return clean(value) if isinstance(value, str) else value


def _json(value: object) -> str:
    # "<" is written as an escape, so that a page may hold the text within a script element.
    return json.dumps(value, ensure_ascii=False, indent=2).replace("<", "\\u003c") + "\n"
