"""Briefing, topic, site -> JSON-LD by schema.org, for search engines; only of what somebody reviewed.

Nothing is claimed that a briefing does not say: a byline stays a text, since it may name an agency or several people; an
event without a place has none; what is merely possible is no event; a group is a Thing, for want of a better word there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefgen.rendering import addresses
from briefgen.rendering.card_plan import briefing_has_card
from briefgen.rendering.inert import clean, clean_title
from briefgen.rendering.public import absolute, issued_on
from briefgen.rendering.trail import last_changed, newest_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.briefing import ActorKind, Certainty, Source, WatchItem, WatchStatus
    from briefgen.model.site import Marked, SiteTopic
    from briefgen.rendering.page_maker import PageMaker

Node = dict[str, object]

ACTOR_TYPES: Mapping[ActorKind, str] = {
    "person": "Person",
    "organisation": "Organization",
    "state": "Country",
    "group": "Thing",
}
_EVENTS: Mapping[WatchStatus, str | None] = {
    "pending": None,
    "happened": "https://schema.org/EventScheduled",
    "postponed": "https://schema.org/EventPostponed",
    "cancelled": "https://schema.org/EventCancelled",
}
"""What is told of an event; one that was missed was none."""
_CERTAIN: frozenset[Certainty] = frozenset(["scheduled", "expected"])
# Whatever Markdown, HTML, a template language or a plugin could act upon, so that a text is inert on its way to the page.
_ACTIVE = re.compile(r"[\x00-\x1f!-+<->@\[-`{-\x9f?=\u2028\u2029\ud800-\udfff]")


def script(nodes: Sequence[Node]) -> Markup:
    """Give the element that holds the nodes, on one line; no text breaks out of it. Nothing where there are none."""
    if not nodes:
        return Markup()
    whole: Node = {"@context": "https://schema.org"}
    whole |= nodes[0] if len(nodes) == 1 else {"@graph": list(nodes)}
    return Markup(f'<script type="application/ld+json">{_written(whole)}</script>')  # noqa: S704  # escaped by _written


def of_briefing(maker: PageMaker, marked: Marked, topics: Sequence[SiteTopic]) -> tuple[Node, ...]:
    """Give a briefing as a Report, its events, and the way to it; the briefing has been reviewed."""
    briefing, site = marked.briefing, maker.site
    path = addresses.briefing_path(briefing.id)
    url = _address(maker, path, here=path)

    def address(target: str) -> str:
        return _address(maker, target, here=path)

    slugs = (maker.actor_slugs[briefing.id, index] for index in range(len(briefing.actors)))
    about: list[Node] = [
        {
            "@type": ACTOR_TYPES[actor.kind],
            "name": clean(actor.name),
            "url": address(addresses.actor_path(slug)),
        }
        for actor, slug in zip(briefing.actors, slugs, strict=True)
    ]
    about += [
        {
            "@type": "Thing",
            "name": clean_title(one.name),
            "url": address(addresses.topic_path(one.slug)),
        }
        for one in topics
    ]
    issued, changed = issued_on(briefing), last_changed(briefing)
    report: dict[str, object] = {
        "@type": "Report",
        "@id": f"{url}#b-top",
        "url": url,
        "headline": clean_title(briefing.title),
        "description": clean(briefing.summary or ""),
        "inLanguage": maker.labels.language,
        "datePublished": issued and issued.isoformat(),
        "dateModified": changed and changed.isoformat(),
        "editor": clean(briefing.reviewed_by or ""),
        "publisher": _publisher(maker, here=path),
        "isBasedOn": [_source(one) for one in briefing.sources],
        "about": about,
        "correction": [
            {
                "@type": "CorrectionComment",
                "datePublished": one.date.isoformat(),
                "text": _correction(maker, one.was, one.now),
            }
            for one in newest_first(briefing.corrections)
        ],
    }
    if site.url and maker.cards and briefing_has_card(briefing):
        report["image"] = site.url + addresses.site_address(addresses.briefing_card(briefing.id))
    events = tuple(_events(marked, url))
    way = _way(maker, (addresses.BRIEFINGS, maker.labels.text("feeds.briefings")), (path, briefing.title), here=path)
    return (_filled(report), *events, way)


def of_topic(maker: PageMaker, topic: SiteTopic) -> tuple[Node, ...]:
    """Give the way to a topic's page."""
    path = addresses.topic_path(topic.slug)
    return (_way(maker, (addresses.TOPICS, maker.labels.text("feeds.topics")), (path, topic.name), here=path),)


def of_home(maker: PageMaker) -> tuple[Node, ...]:
    """Give the site as a WebSite."""
    home = addresses.HOME
    return (
        _filled(
            {
                "@type": "WebSite",
                "name": clean_title(maker.site.name),
                "url": _address(maker, home, here=home),
                "inLanguage": maker.labels.language,
                "publisher": _publisher(maker, here=home),
            }
        ),
    )


def _publisher(maker: PageMaker, *, here: str) -> Node:
    return {
        "@type": "Organization",
        "name": clean_title(maker.site.name),
        "url": _address(maker, addresses.HOME, here=here),
    }


def _source(source: Source) -> Node:
    publisher = clean(source.publisher or "")
    return _filled(
        {
            "@type": "CreativeWork",
            "name": clean(source.title or ""),
            "url": addresses.safe_url(source.url),
            "author": clean(source.author or ""),
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "datePublished": source.published and source.published.isoformat(),
            "inLanguage": source.language,
        }
    )


def _correction(maker: PageMaker, was: str, now: str) -> str:
    return f"{maker.labels.text('feeds.was', text=was)} {maker.labels.text('feeds.now', text=now)}"


def _events(marked: Marked, url: str) -> Iterator[Node]:
    for item, mark in zip(marked.briefing.watch, marked.watch, strict=True):
        if (item.start or item.end) and item.status in _EVENTS and item.certainty in _CERTAIN:
            yield _event(item, f"{url}#{mark.anchor}", f"{url}#b-top")


def _event(item: WatchItem, address: str, report: str) -> Node:
    first, last = item.start or item.end, item.end
    scheduled = "https://schema.org/EventScheduled" if item.certainty == "scheduled" else None
    return _filled(
        {
            "@type": "Event",
            "@id": address,
            "url": address,
            "name": clean(item.text),
            "startDate": first and first.isoformat(),
            "endDate": last and last.isoformat(),
            "eventStatus": _EVENTS[item.status] or scheduled,
            "location": {"@type": "Place", "name": clean(item.where)} if item.where else None,
            "subjectOf": {"@id": report},
        }
    )


def _way(maker: PageMaker, *steps: tuple[str, str], here: str) -> Node:
    named = ((addresses.HOME, maker.site.name), *steps)
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": clean_title(name),
                "item": _address(maker, path, here=here),
            }
            for number, (path, name) in enumerate(named, start=1)
        ],
    }


def _address(maker: PageMaker, path: str, *, here: str) -> str:
    return absolute(maker.site, path, directories=maker.directories, here=here)


def _filled(node: Mapping[str, object]) -> Node:
    """Give the node without what is empty."""
    return {name: held for name, held in node.items() if held not in (None, "", [])}


def _written(value: object) -> str:
    """Write JSON of which no part but its own syntax is punctuation that anybody acts upon."""
    if isinstance(value, dict):
        return "{" + ",".join(f'"{name}":{_written(held)}' for name, held in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_written, value)) + "]"
    if isinstance(value, str):
        return f'"{_ACTIVE.sub(_escaped, value)}"'
    return str(value)


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"
