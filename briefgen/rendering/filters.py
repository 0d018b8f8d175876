"""Site -> filters.json: what the list of briefings is filtered by, in the reader's browser.

It holds what the list shows and what it can be asked for, nothing else: each actor and topic once, and by its number in the
briefings. It is loaded when a reader first uses the filter.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from briefgen.model.page import Page
from briefgen.rendering import addresses
from briefgen.rendering.inert import clean, clean_title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.model.briefing import Briefing
    from briefgen.model.site import Site, SiteActor
    from briefgen.rendering.labels import Labels

STATUSES = ("draft", "reviewed", "published")
KINDS = ("reported", "claim", "assessment", "forecast")
"""A briefing's kinds of statement are a number: 1 for the first, plus 2 for the second, plus 4, plus 8."""


def filters(site: Site, labels: Labels, *, directories: bool = True) -> Page:
    """Give filters.json.

    Args:
        site: Every briefing that the site shows; drafts are among them where it shows drafts.
        labels: They tell apart actors of one name.
        directories: Whether the site's addresses are folders or files.
    """
    topics_of, actors_of = _numbers(site)
    value = {
        "page": addresses.site_address(addresses.briefing_path("--"), directories=directories),
        "topics": [[clean_title(topic.name), topic.slug] for topic in site.topics],
        "actors": _actors(site.actors, labels),
        "briefings": [_briefing(one.briefing, topics_of, actors_of) for one in site.briefings],
    }
    return Page(path=addresses.FILTERS, text=_json(value))


def facets(site: Site, pieces: Mapping[str, str], labels: Labels) -> str:
    """Give what the page that finds narrows its results by, as JSON.

    Args:
        site: Every briefing that the site shows.
        pieces: From the id of each briefing to the name by which its results are known.
        labels: As `filters` takes them.
    """
    topics_of, actors_of = _numbers(site)
    briefings: dict[str, list[object]] = {}
    for marked in site.briefings:
        if marked.briefing.id in pieces:
            _, _, _, day, status, kinds, topics, actors, *_ = _briefing(marked.briefing, topics_of, actors_of)
            briefings[pieces[marked.briefing.id]] = [str(day)[:4], status, kinds, topics, actors]
    return _json(
        {
            "topics": [clean_title(topic.name) for topic in site.topics],
            "actors": [name for name, _ in _actors(site.actors, labels)],
            "briefings": briefings,
        }
    )


def _json(value: object) -> str:
    # "<" is written as an escape, as in every JSON of the site.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"{text}\n"


def _numbers(site: Site) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Give the topics and the actors of each briefing by its id, as their numbers."""
    topics_of: dict[str, list[int]] = {}
    for number, topic in enumerate(site.topics):
        for marked in topic.briefings:
            topics_of.setdefault(marked.briefing.id, []).append(number)
    actors_of: dict[str, list[int]] = {}
    for number, actor in enumerate(site.actors):
        for appearance in actor.appearances:
            actors_of.setdefault(appearance.marked.briefing.id, []).append(number)
    return topics_of, actors_of


def _actors(actors: Sequence[SiteActor], labels: Labels) -> list[list[str]]:
    names = [clean_title(actor.name) for actor in actors]
    shared = Counter(names)
    return [
        [name if shared[name] == 1 else f"{name} ({labels.text(f'words.{actor.kind}')})", actor.slug]
        for name, actor in zip(names, actors, strict=True)
    ]


def _briefing(
    briefing: Briefing, topics_of: Mapping[str, list[int]], actors_of: Mapping[str, list[int]]
) -> list[object]:
    kinds = {takeaway.kind for takeaway in briefing.takeaways}
    publishers = dict.fromkeys(clean(source.publisher) for source in briefing.sources if source.publisher)
    corrected = max((one.date for one in briefing.corrections), default=None)
    return [
        briefing.id,
        clean_title(briefing.title),
        clean(briefing.summary or ""),
        briefing.date.isoformat() if briefing.date else "",
        STATUSES.index(briefing.status) if briefing.status in STATUSES else 0,
        sum(1 << place for place, kind in enumerate(KINDS) if kind in kinds),
        topics_of.get(briefing.id, []),
        actors_of.get(briefing.id, []),
        ", ".join(publishers),
        corrected.isoformat() if corrected else "",
    ]
