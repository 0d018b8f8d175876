"""What a sentence puts ahead, its item and its place in the story -> what is measured of it, by plain names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefgen.drafting.watch import nominal, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.watch.prospect import Prospect
    from briefgen.model.analysis import Analysis
    from briefgen.model.briefing import WatchItem

_WORD = re.compile(r"[^\W\d_]{4,}")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|us|my|My)\b")
_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "pcomp"})
_LONG_SUBJECT = 6
"""Tokens of a subject that says of itself whom it means: "skippers who lost their boats in the storm"."""
_LONG_SENTENCE = 40
_SHORT_SENTENCE = 10
_MAIN = 5
"""Actors: who matters most comes first."""
_LEAD = 3
_KINDS = {
    "people meet": "talk talks meeting summit negotiation visit trip session conference consultation round discussion meet "
    "gather convene visit travel negotiate discuss",
    "a vote or a choice": "vote election referendum ballot primary midterm runoff decision decide elect choose approve ratify "
    "approval ratification appoint nominate",
    "a court or an inquiry": "trial hearing verdict ruling sentencing appeal testimony inquiry investigation probe review court "
    "inquest sue rule charge sentence testify appear",
    "something is made public": "announcement report publication release statement guidance filing announce publish release "
    "unveil present issue",
    "force or punishment": "sanction tariff levy ban strike attack duty penalty impose retaliate retaliation countermeasure "
    "response respond target deport",
    "something starts, ends or arrives": "launch opening start end delivery rollout resumption closure withdrawal deadline "
    "expiry begin open close expire resume deliver launch leave arrive return halt lift",
}
_KIND = {word: kind for kind, listed in _KINDS.items() for word in listed.split()}


class Story:
    """What of a story is the same for all that it puts ahead."""

    def __init__(self, analysis: Analysis) -> None:
        """Take the story."""
        self.title = stems(analysis.article.source.title or "")
        self.most = max((sentence.salience for sentence in analysis.sentences), default=0.0) or 1.0
        self.sentences = len(analysis.sentences)
        self.main = {
            (mention.sentence, token)
            for entity in analysis.entities[:_MAIN]
            for mention in entity.mentions
            for token in range(mention.first_token, mention.last_token + 1)
        }
        self.said = {one.sentence for one in analysis.statements if one.whole}
        self.believed = {one.sentence for one in analysis.statements if one.belief}
        self.ahead = Counter(time.sentence for time in analysis.times if time.ahead)

    def measure(self, item: WatchItem, prospect: Prospect, doubt: str) -> dict[str, float]:
        """Measure what is put ahead; features that are 0 are left out, and each is at most about 1.

        Args:
            item: As it would be drafted.
            prospect: What puts it ahead.
            doubt: What speaks against it, as a reason; empty where nothing does.
        """
        found = (
            ("any", 1.0),
            (f"put ahead: {prospect.ground}", 1.0),
            (f"certainty: {item.certainty}", 1.0),
            (f"doubt: {doubt}", float(bool(doubt))),
            *self._time(item, prospect),
            *_event(prospect),
            *self._doer(prospect),
            *self._place(item, prospect),
            *_clause(prospect),
        )
        return {name: float(value) for name, value in found if value}

    def _time(self, item: WatchItem, prospect: Prospect) -> Iterator[tuple[str, float]]:
        dated = bool(item.start or item.end)
        yield "has a day", dated
        yield "tells when, without a day", bool(item.when) and not dated
        yield "a time ahead elsewhere in its sentence", not item.when and self.ahead[prospect.tree.sentence.index] > 0

    def _doer(self, prospect: Prospect) -> Iterator[tuple[str, float]]:
        tree, subject = prospect.tree, prospect.subject
        index = tree.sentence.index
        yield "is about a main actor", (index, prospect.event if subject is None else subject) in self.main
        if subject is not None:
            token = tree.tokens[subject]
            yield "who acts is named", token.entity in {"PERSON", "ORG", "GPE", "NORP"}
            yield "who acts holds office", token.lemma.lower() in words.BODIES
            yield "who acts is a thing", not (token.entity or prospect.name or token.lemma.lower() in words.BODIES)
            yield "who acts are people at large", is_general(prospect)
            yield (
                "who acts is “a”, “any” or “every”",
                any(tree.tokens[i].text.lower() in {"a", "an", "any", "each", "every"} for i in tree.children[subject]),
            )

    def _place(self, item: WatchItem, prospect: Prospect) -> Iterator[tuple[str, float]]:
        sentence = prospect.tree.sentence
        own = stems(item.text)
        yield "shares the title’s words", min(1.0, 2 * len(own & self.title) / len(own)) if own else 0.0
        yield "its sentence shares the title’s words", min(len(stems(sentence.told) & self.title), 4) / 4
        yield "near the whole story", sentence.salience / self.most
        yield "how late in the story", sentence.index / max(1, self.sentences - 1)
        yield "in the first three sentences", sentence.index < _LEAD
        yield "under “What to watch”", sentence.purpose == "watch"
        yield "under other headings that tell what is left", sentence.purpose == "questions"
        yield "somebody says the sentence", sentence.index in self.said
        yield "somebody’s belief", sentence.index in self.believed


def _event(prospect: Prospect) -> Iterator[tuple[str, float]]:
    tree, event = prospect.tree, prospect.event
    token = tree.tokens[event]
    lemma = token.lemma.lower()
    noun = token.pos in {"NOUN", "PROPN"}
    yield "a noun", noun
    yield "a noun that names an event", noun and lemma in words.EVENTS
    yield "an act that can be seen", not noun and lemma in words.SEEN
    yield "an act that has a noun", not noun and nominal.of_object(lemma) is not None
    yield "a state or an effect", not noun and lemma in words.BEING
    yield "what goes on all along", not noun and lemma in words.SPOKEN
    yield "what things bring about as well", not noun and lemma in words.EFFECTS
    yield "an act that needs no object", not noun and lemma in words.ALONE
    yield "in the passive", not noun and tree.has(event, "auxpass") is not None
    target = None if noun else tree.has(event, "dobj", "pobj", "nsubjpass")
    kinds = {_KIND.get(lemma), None if target is None else _KIND.get(tree.tokens[target].lemma.lower())}
    yield from ((kind, 1.0) for kind in _KINDS if kind in kinds)
    low, high = tree.span(event)
    yield "names somebody or a place", any(t.entity in {"PERSON", "ORG", "GPE", "NORP"} for t in tree.tokens[low:high])


def _clause(prospect: Prospect) -> Iterator[tuple[str, float]]:
    tree, cue = prospect.tree, prospect.cue
    verb = tree.tokens[cue].head if tree.tokens[cue].tag in {"MD", "TO"} else cue
    yield "in somebody’s own words", not tree.outside[cue]
    yield "in a clause about something else", tree.tokens[verb].dep in _SUBORDINATE
    yield "in a clause that somebody says", tree.tokens[verb].dep == "ccomp"
    yield "a condition goes before", any(t.text.lower() in {"if", "unless"} and t.dep == "mark" for t in tree.tokens)
    yield "told in the past", tree.tokens[cue].tag == "VBD"
    tokens = len(tree.tokens)
    yield "a long sentence", tokens > _LONG_SENTENCE
    yield "a short sentence", tokens < _SHORT_SENTENCE
    yield "speaks of “I” or “we”", _FIRST_PERSON.search(tree.sentence.told) is not None
    past = sum(token.tag == "VBD" for token in tree.tokens)
    yield "verbs in the past", min(past, 3) / 3


def is_general(prospect: Prospect) -> bool:
    """Tell whether those who act are a kind of people: a bare plural that names nobody and holds no office."""
    tree, subject = prospect.tree, prospect.subject
    if subject is None or tree.tokens[subject].tag != "NNS" or tree.has(prospect.event, "auxpass") is not None:
        return False
    low, high = tree.span(subject)
    named = any(token.entity not in {"", "CARDINAL", "ORDINAL"} for token in tree.tokens[low : subject + 1])
    held = any(tree.tokens[i].dep in {"det", "poss", "nummod", "relcl"} for i in tree.children[subject])
    return not (named or held or high - low > _LONG_SUBJECT or tree.tokens[subject].lemma.lower() in words.OFFICIALS)


def stems(text: str) -> frozenset[str]:
    """Give the first five letters of each word of four or more."""
    return frozenset(word[:5].lower() for word in _WORD.findall(text))
