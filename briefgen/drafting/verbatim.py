"""Briefing, Article -> the briefing with its quotes to the letter, also where the letters are joined by what nobody sees.

A text is read without the joiners that some sites strew between its words. A quote keeps them, since whoever looks for it in
the source finds it only so.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from briefgen.model.briefing import Actor, Evidence, Question, Takeaway, WatchItem
from briefgen.model.folding import Folded

if TYPE_CHECKING:
    from briefgen.model.article import Article
    from briefgen.model.briefing import Briefing

# Zero-width non-joiner and joiner, word joiner. What else is invisible stays away: marks of direction could turn a page round.
_JOINERS = re.compile("[\u200c\u200d\u2060]")
_OTHERS = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2064\u2066-\u2069\ufeff]")

_Item = TypeVar("_Item", Takeaway, Actor, Question, WatchItem)


def verbatim(briefing: Briefing, article: Article) -> Briefing:
    """Give the briefing with the joiners that its quotes have in the article; most articles have none."""
    if not _JOINERS.search(article.text):
        return briefing
    source = Folded(article.text)

    def exact(item: _Item) -> _Item:
        return replace(item, evidence=tuple(_exact(one, article.text, source) for one in item.evidence))

    return replace(
        briefing,
        takeaways=tuple(map(exact, briefing.takeaways)),
        actors=tuple(map(exact, briefing.actors)),
        open_questions=tuple(map(exact, briefing.open_questions)),
        watch=tuple(map(exact, briefing.watch)),
    )


def _exact(evidence: Evidence, text: str, source: Folded) -> Evidence:
    place = source.find(evidence.quote)
    if place is None:
        return evidence
    written = text[place[0] : place[1]]
    if not _JOINERS.search(written):
        return evidence
    exact = " ".join(_OTHERS.sub("", written).split())
    # The same words with their joiners, or nothing is changed.
    return replace(evidence, quote=exact) if _plain(exact) == _plain(evidence.quote) else evidence


def _plain(text: str) -> str:
    return "".join(_JOINERS.sub("", text).split())
