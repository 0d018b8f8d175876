"""Site -> the cards that there are, each with its path: of every reviewed briefing, of topics, one of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from briefgen.rendering import addresses
from briefgen.rendering.cards import Card, can_note, can_show
from briefgen.rendering.entries import described
from briefgen.rendering.inert import clean, clean_title
from briefgen.rendering.public import is_public, reviewed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.briefing import Briefing
    from briefgen.model.site import Site, SiteTopic
    from briefgen.rendering.labels import Labels

_HYPHENS = {0x2010: "-", 0x2011: "-"}


def cards(site: Site, labels: Labels) -> Iterator[tuple[str, Card]]:
    """Give each card's path from the root of the site, and what it says."""
    name = _title(site.name)
    title = name if can_show(name) else ""  # the mark alone stands for it
    yield addresses.SITE_CARD, Card(site="", title=title, left=_noted(described(site, labels)))
    for topic in site.topics:
        if topic_has_card(topic):
            yield addresses.topic_card(topic.slug), _of_topic(site, topic, labels)
    for marked in reviewed(site.briefings):
        if briefing_has_card(marked.briefing):
            yield addresses.briefing_card(marked.briefing.id), _of_briefing(site, marked.briefing, labels)


def briefing_has_card(briefing: Briefing) -> bool:
    """Tell whether a briefing has a card of its own: reviewed, and its title in letters that there are.

    A link to any other is shown with the site's card, and with its title in the reader's own letters beside it.
    """
    return is_public(briefing) and can_show(_title(briefing.title))


def topic_has_card(topic: SiteTopic) -> bool:
    """Tell whether a topic has a card of its own."""
    return bool(reviewed(topic.briefings)) and can_show(_title(topic.name))


def _of_topic(site: Site, topic: SiteTopic, labels: Labels) -> Card:
    number = len(reviewed(topic.briefings))
    return Card(
        site=_noted(clean_title(site.name)),
        title=_title(topic.name),
        left=_noted(labels.text("common.briefings", n=number)),
    )


def _of_briefing(site: Site, briefing: Briefing, labels: Labels) -> Card:
    publisher = _noted(next((clean(one.publisher) for one in briefing.sources if one.publisher), ""))
    day = _noted(labels.day(briefing.date)) if briefing.date else ""
    left = labels.text("cards.from", publisher=publisher, day=day) if publisher and day else publisher or day
    name = _noted(clean(briefing.reviewed_by or ""))
    said = labels.text("feeds.reviewed_by", name=name) if name else labels.text(f"words.{briefing.status}")
    return Card(site=_noted(clean_title(site.name)), title=_title(briefing.title), left=left, right=_noted(said))


def _title(title: str) -> str:
    return _drawable(clean_title(title))


def _noted(text: str) -> str:
    """Give a small text, whole or not at all: half a name would be another one."""
    drawable = _drawable(text)
    return drawable if can_note(drawable) else ""


def _drawable(text: str) -> str:
    """Give a text as the fonts have it: a letter with its accent as one, and hyphens that only differ in where a line ends."""
    return normalize("NFC", text).translate(_HYPHENS)
