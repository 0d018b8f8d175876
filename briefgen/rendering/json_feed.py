"""Site -> JSON Feed 1.1, the whole site's or one topic's; only what somebody reviewed, no clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.page import Page
from briefgen.rendering import addresses
from briefgen.rendering.entries import NEWEST, content_html, described, entry_id, feed_title
from briefgen.rendering.inert import clean, clean_title
from briefgen.rendering.public import absolute, changed_on, json_text, latest
from briefgen.rendering.trail import last_changed, newest_first

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing
    from briefgen.model.site import Site, SiteTopic
    from briefgen.rendering.labels import Labels


def json_feed(site: Site, labels: Labels, topic: SiteTopic | None = None, *, directories: bool = True) -> Page:
    """Give feed.json, or the feed of a topic; takes the same as `atom`."""
    path = addresses.JSON_FEED if topic is None else addresses.topic_json_feed(topic.slug)
    home = addresses.HOME if topic is None else addresses.topic_path(topic.slug)
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed_title(site, topic, labels),
        "description": described(site, labels),
        "language": labels.language,
        "authors": [{"name": clean_title(site.name)}],
    }
    if site.url:
        feed |= {
            "home_page_url": absolute(site, home, directories=directories),
            "feed_url": absolute(site, path, directories=directories),
        }
    items = []
    for marked in latest((site if topic is None else topic).briefings, NEWEST):
        briefing = marked.briefing
        target = addresses.briefing_path(briefing.id)
        items.append(_item(briefing, labels, absolute(site, target, directories=directories, here=path)))
    return Page(path=path, text=json_text(feed | {"items": items}))


def _item(briefing: Briefing, labels: Labels, url: str) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry_id(briefing),
        "url": url,
        "title": clean_title(briefing.title),
        "content_html": content_html(briefing, labels),
    }
    source = next((safe for one in briefing.sources if (safe := addresses.safe_url(one.url))), None)
    if source is not None:
        item["external_url"] = source
    if briefing.summary:
        item["summary"] = clean(briefing.summary)
    if briefing.date:
        item["date_published"] = f"{briefing.date}T00:00:00Z"
    if last_changed(briefing):
        item["date_modified"] = f"{changed_on(briefing)}T00:00:00Z"
    if briefing.topics:
        item["tags"] = [clean_title(topic) for topic in briefing.topics]
    # The format lets programs add an object of their own under a name that begins with an underscore.
    trail: dict[str, object] = {"status": briefing.status}
    if reviewer := clean(briefing.reviewed_by or ""):
        trail["reviewed_by"] = reviewer
    if briefing.reviewed_on:
        trail["reviewed_on"] = briefing.reviewed_on.isoformat()
    if briefing.corrections:
        trail["corrections"] = [
            {"date": one.date.isoformat(), "was": clean(one.was), "now": clean(one.now)}
            | ({"why": clean(one.why)} if one.why else {})
            for one in newest_first(briefing.corrections)
        ]
    return item | {"_briefgen": trail}
