"""The names that a page gives to its elements -> which of them hold furniture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.article import RemovalReason

_ELEMENTS: dict[str, RemovalReason] = {
    "nav": "navigation",
    "aside": "related story",
    "figure": "photo credit",
    "figcaption": "photo credit",
    "form": "newsletter prompt",
}
_LISTED: tuple[tuple[RemovalReason, str], ...] = (
    ("photo credit", "caption captions figcaption credit credits photocredit imagecredit"),
    (
        "related story",
        (
            "related recirc recirculation recommended recommendations promo promos teaser teasers readmore trending popular "
            "outbrain taboola seealso mostread morestories"
        ),
    ),
    (
        "newsletter prompt",
        (
            "newsletter newsletters signup subscribe subscription cookie cookies consent gdpr paywall piano regwall "
            "donate donation mailchimp"
        ),
    ),
    ("share bar", "share sharing sharebar sharetools addtoany addthis sharedaddy socialshare"),
    (
        "navigation",
        (
            "breadcrumb breadcrumbs pagination pager nav navigation menu toolbar advert adverts advertisement advertising "
            "adslot sponsored sponsor comments commentlist disqus respond skip"
        ),
    ),
    ("author bio", "bio authorbio aboutauthor"),
)
_BY_WORD: dict[str, RemovalReason] = {word: reason for reason, listed in _LISTED for word in listed.split()}
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LONGEST_NAMES = 300


def furniture_by_name(name: str, attributes: dict[str, str]) -> RemovalReason | None:
    """Tell what an element holds that is no part of a story.

    Args:
        name: The element's.
        attributes: Its attributes, of which class and id count: pages name for their own use what they lay out.

    Returns:
        The reason for leaving out what it holds; None where nothing says so.
    """
    if name in _ELEMENTS:
        return _ELEMENTS[name]
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:_LONGEST_NAMES]
    return next((_BY_WORD[word.lower()] for word in _WORD.findall(named) if word.lower() in _BY_WORD), None)
