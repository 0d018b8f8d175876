"""Watch item and its place in the story -> what speaks for it: how it is put ahead, a date, who acts, what it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.drafting import watch_words as words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.drafting.watch_prospect import Ground, Prospect
    from briefgen.model.analysis import Analysis, StorySentence
    from briefgen.model.briefing import WatchItem

_BASE: Mapping[Ground, float] = {
    "told": 1.0,
    "fixed": 0.8,
    "upcoming": 0.7,
    "dated": 0.6,
    "pending": 0.6,
    "threat": 0.6,
    "will": 0.55,
    "would": 0.5,
    "plan": 0.5,
    "period": 0.5,
    "under way": 0.45,
    "may": 0.4,
}
_DATED = 0.4
_SCHEDULED = 0.1
_TIMED = 0.15
"""For words that tell when and give no day: "in the coming weeks"."""
_ACTOR = 0.1
_TITLE = 0.2
_NEAR = 0.2
_GENERAL = 0.25
"""Taken off for "insurers will …": insurers at large do it at no moment."""
_LONG = 6
"""Tokens of a subject that says of itself whom it means: "skippers who lost their boats in the storm"."""
_WORD = re.compile(r"[^\W\d_]{4,}")
FLOOR = 0.45
"""What is below has more against it than for it."""
LISTED = 1.2
"""The score of an item under a heading such as "What to watch"."""


class Ranking:
    """Scores the items of one story."""

    def __init__(self, analysis: Analysis) -> None:
        """Take the story."""
        title = analysis.article.source.title or ""
        self._title = _stems(title)
        self._most = max((sentence.salience for sentence in analysis.sentences), default=0.0) or 1.0
        self._main = {
            (mention.sentence, token)
            for entity in analysis.entities[:5]
            for mention in entity.mentions
            for token in range(mention.first_token, mention.last_token + 1)
        }

    def score(self, item: WatchItem, prospect: Prospect, sentence: StorySentence) -> float:
        """Give what speaks for an item."""
        total = _BASE["told" if sentence.purpose == "watch" else prospect.ground]
        if item.start or item.end:
            total += _DATED + (_SCHEDULED if item.certainty == "scheduled" else 0)
        elif item.when:
            total += _TIMED
        if _is_general(prospect) and not item.when:
            total -= _GENERAL
        subject = prospect.event if prospect.subject is None else prospect.subject
        if (sentence.index, subject) in self._main:
            total += _ACTOR
        own = _stems(item.text)
        if own and self._title:
            total += _TITLE * min(1.0, 2 * len(own & self._title) / len(own))
        return total + _NEAR * sentence.salience / self._most


def _is_general(prospect: Prospect) -> bool:
    """Tell whether those who act are a kind of people: a bare plural that names nobody and holds no office."""
    tree, subject = prospect.tree, prospect.subject
    if subject is None or tree.tokens[subject].tag != "NNS" or tree.has(prospect.event, "auxpass") is not None:
        return False
    low, high = tree.span(subject)
    named = any(token.entity not in {"", "CARDINAL", "ORDINAL"} for token in tree.tokens[low : subject + 1])
    held = any(tree.tokens[i].dep in {"det", "poss", "nummod", "relcl"} for i in tree.children[subject])
    return not (named or held or high - low > _LONG or tree.tokens[subject].lemma.lower() in words.OFFICIALS)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:5].lower() for word in _WORD.findall(text))
