"""Briefing -> what a feed says of it: its id, and its takeaways, corrections and review as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from briefgen.rendering.inert import clean, clean_title
from briefgen.rendering.trail import newest_first

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing
    from briefgen.model.site import Site, SiteTopic
    from briefgen.rendering.labels import Labels

NEWEST = 50
"""How many entries a feed holds."""


def entry_id(briefing: Briefing) -> str:
    """Give the entry's id: from the briefing's own, which never changes, so that a feed reader shows it once."""
    return uuid5(NAMESPACE_URL, f"briefgen:{briefing.id}").urn


def feed_id(site: Site, topic: SiteTopic | None) -> str:
    """Give the id of the site's feed, or of a topic's."""
    name = f"briefgen-site:{site.url or site.name}"
    return uuid5(NAMESPACE_URL, name if topic is None else f"{name}#topic:{topic.slug}").urn


def feed_title(site: Site, topic: SiteTopic | None, labels: Labels) -> str:
    """Give the title of the site's feed, or of a topic's."""
    name = clean_title(site.name)
    return name if topic is None else labels.text("feeds.topic", site=name, topic=clean_title(topic.name))


def described(site: Site, labels: Labels) -> str:
    """Say what the site is, in its own words where it has some."""
    own = clean(site.description or "")
    return own or labels.text("feeds.described", site=clean_title(site.name))


def content_html(briefing: Briefing, labels: Labels) -> str:
    """Give the takeaways, corrections and review as HTML for feed readers, which sanitise it again."""
    lines = [f"<p>{escape(clean(briefing.summary))}</p>"] if briefing.summary else []
    if briefing.takeaways:
        lines.append("<ul>")
        for takeaway in briefing.takeaways:
            kind = labels.text(f"words.{takeaway.kind}")
            name = clean(takeaway.said_by or "")
            head = labels.text("feeds.said_by", kind=kind, name=name) if name else labels.text("feeds.said", kind=kind)
            lines.append(f"<li><b>{escape(head)}</b> {escape(clean(takeaway.text))}</li>")
        lines.append("</ul>")
    for correction in newest_first(briefing.corrections):
        head = labels.text("feeds.corrected", day=labels.day(correction.date))
        lines += [f"<p><b>{escape(head)}</b></p>", "<ul>"]
        lines.append(f"<li>{escape(labels.text('feeds.was', text=correction.was))}</li>")
        lines.append(f"<li>{escape(labels.text('feeds.now', text=correction.now))}</li>")
        if correction.why:
            lines.append(f"<li>{escape(clean(correction.why))}</li>")
        lines.append("</ul>")
    if said := review(briefing, labels):
        lines.append(f"<p>{escape(said)}</p>")
    return "\n".join(lines)


def review(briefing: Briefing, labels: Labels) -> str:
    """Give "Reviewed by Ada Quist, 3 November 2026"; nothing where neither name nor day is given."""
    name = clean(briefing.reviewed_by or "")
    day = labels.day(briefing.reviewed_on) if briefing.reviewed_on else ""
    if name and day:
        return labels.text("feeds.reviewed_by_on", name=name, day=day)
    if name:
        return labels.text("feeds.reviewed_by", name=name)
    return labels.text("feeds.reviewed_on", day=day) if day else ""
