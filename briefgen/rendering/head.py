"""Briefing, topic, site -> what the head of its page says to other programs: feeds, JSON, a picture, structured data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.rendering import addresses, structured
from briefgen.rendering.card_plan import briefing_has_card, topic_has_card
from briefgen.rendering.public import is_public, issued_on, reviewed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from markupsafe import Markup

    from briefgen.model.site import Marked, SiteTopic
    from briefgen.rendering.page_maker import PageMaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says to programs; of a briefing that nobody has reviewed, nothing."""

    published: date | None = None
    """The day on which a briefing was first answerable for; None for any other page."""
    card: str | None = None
    """The picture that links to the page are shown with, from the root of the site; None for the site's."""
    atom: str | None = None
    """The page's own Atom feed, from the root of the site."""
    json_feed: str | None = None
    """The page's own JSON Feed, from the root of the site."""
    data: str | None = None
    """The same as JSON, from the root of the site."""
    structured: Markup | None = None
    """The element with the structured data, for the end of the page."""


def of_briefing(maker: PageMaker, marked: Marked, topics: Sequence[SiteTopic]) -> Head:
    """Give the head of a briefing's page.

    Args:
        maker: Of the page.
        marked: The briefing.
        topics: Those of the briefing, across the site.
    """
    briefing = marked.briefing
    if not is_public(briefing):
        return Head()
    card = maker.cards and briefing_has_card(briefing)
    return Head(
        published=issued_on(briefing),
        card=addresses.site_address(addresses.briefing_card(briefing.id)) if card else None,
        data=addresses.site_address(addresses.briefing_data(briefing.id)),
        structured=structured.script(structured.of_briefing(maker, marked, topics)),
    )


def of_topic(maker: PageMaker, topic: SiteTopic) -> Head:
    """Give the head of a topic's page."""
    if not reviewed(topic.briefings):
        return Head()
    card = maker.cards and topic_has_card(topic)
    return Head(
        card=addresses.site_address(addresses.topic_card(topic.slug)) if card else None,
        atom=addresses.site_address(addresses.topic_atom(topic.slug)),
        json_feed=addresses.site_address(addresses.topic_json_feed(topic.slug)),
        structured=structured.script(structured.of_topic(maker, topic)),
    )


def of_home(maker: PageMaker) -> Head:
    """Give the head of the home page."""
    return Head(structured=structured.script(structured.of_home(maker)))
