"""Marked, Marked, … -> SiteTopic, SiteTopic, …: the briefings on each subject."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefgen.collecting.slugs import slugs
from briefgen.model.folding import fold
from briefgen.model.site import SiteTopic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.site import Marked


def collect_topics(briefings: Iterable[Marked]) -> tuple[SiteTopic, ...]:
    """Give the topics by name, each with its briefings in the order given.

    Topics that differ only in case, white space, quote marks or dashes are one, shown in its most used spelling.
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    members: dict[str, dict[str, Marked]] = defaultdict(dict)
    for marked in briefings:
        for topic in marked.briefing.topics:
            key = folded_topic(topic)
            if key:
                spellings[key][topic] += 1
                members[key].setdefault(marked.briefing.id, marked)
    names = {key: min(used, key=lambda name: (-used[name], name)) for key, used in spellings.items()}
    slug_of = slugs(names)
    return tuple(
        SiteTopic(slug=slug_of[key], name=names[key], briefings=tuple(members[key].values())) for key in sorted(names)
    )


def folded_topic(topic: str) -> str:
    """Give the topic for comparing."""
    return fold(topic).casefold()
