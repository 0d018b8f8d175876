"""Site -> Atom (RFC 4287), the whole site's or one topic's; only what somebody reviewed, no clock.

Control characters never get here: XML cannot hold them even escaped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from briefgen.model.page import Page
from briefgen.rendering import addresses
from briefgen.rendering.entries import NEWEST, content_html, described, entry_id, feed_id, feed_title
from briefgen.rendering.inert import clean, clean_title
from briefgen.rendering.public import UNDATED, absolute, changed_on, latest

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing
    from briefgen.model.site import Site, SiteTopic
    from briefgen.rendering.labels import Labels

_ATOM = "http://www.w3.org/2005/Atom"


def atom(site: Site, labels: Labels, topic: SiteTopic | None = None, *, directories: bool = True) -> Page:
    """Give feed.xml, or the feed of a topic.

    Args:
        site: Its addresses are absolute where it says where it stands, relative to the feed otherwise.
        labels: The words of the interface.
        topic: None for the whole site. The feed of a topic rests on it and on the site's name and address alone.
        directories: Whether the site's addresses are folders or files.
    """
    path = addresses.ATOM if topic is None else addresses.topic_atom(topic.slug)
    home = addresses.HOME if topic is None else addresses.topic_path(topic.slug)
    shown = latest((site if topic is None else topic).briefings, NEWEST)
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": labels.language})
    SubElement(feed, "title").text = feed_title(site, topic, labels)
    SubElement(feed, "subtitle").text = described(site, labels)
    SubElement(feed, "id").text = feed_id(site, topic)
    SubElement(feed, "updated").text = max((changed_on(one.briefing) for one in shown), default=UNDATED) + "T00:00:00Z"

    def address(target: str) -> str:
        return absolute(site, target, directories=directories, here=path)

    SubElement(feed, "link", rel="self", type="application/atom+xml", href=address(path))
    SubElement(feed, "link", rel="alternate", type="text/html", href=address(home))
    SubElement(SubElement(feed, "author"), "name").text = clean_title(site.name)
    for marked in shown:
        briefing = marked.briefing
        entry = _entry(feed, briefing)
        SubElement(entry, "link", rel="alternate", type="text/html", href=address(addresses.briefing_path(briefing.id)))
        data = address(addresses.briefing_data(briefing.id))
        SubElement(entry, "link", rel="alternate", type="application/json", href=data)
        for source in briefing.sources:
            if url := addresses.safe_url(source.url):
                SubElement(entry, "link", rel="via", href=url)
        SubElement(entry, "content", type="html").text = content_html(briefing, labels)
    indent(feed)
    return Page(path=path, text=f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n')


def _entry(feed: Element, briefing: Briefing) -> Element:
    entry = SubElement(feed, "entry")
    SubElement(entry, "title").text = clean_title(briefing.title)
    SubElement(entry, "id").text = entry_id(briefing)
    SubElement(entry, "updated").text = f"{changed_on(briefing)}T00:00:00Z"
    if briefing.date:
        SubElement(entry, "published").text = f"{briefing.date}T00:00:00Z"
    if reviewer := clean(briefing.reviewed_by or ""):
        # Not <author>: that is who wrote the entry.
        SubElement(SubElement(entry, "contributor"), "name").text = reviewer
    for topic in briefing.topics:
        SubElement(entry, "category", term=clean_title(topic))
    if briefing.summary:
        SubElement(entry, "summary").text = clean(briefing.summary)
    return entry
