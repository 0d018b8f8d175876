"""Tokens -> mentions: the stretches that name somebody, with what they are taken for at first sight.

What spaCy's small model finds (70.9 F of all types on CoNLL-2003 prose) is corrected by what is known of the world
(states, capitals, seats of government, agencies) and of typography (dashes join two names, titles are no names): such
rules bring it to 76.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.gazetteer import gazetteer
from briefgen.analysis.overlooked import overlooked
from briefgen.analysis.peoples import settled_people
from briefgen.analysis.spotting import name_at
from briefgen.analysis.whole_names import begins_with, standing_alone
from briefgen.model.tree import SUBJECTS, ancestors, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from briefgen.analysis.gazetteer import Entry, Gazetteer
    from briefgen.analysis.spotting import Sort
    from briefgen.model.analysis import StorySentence, Token

_PLACE_PREPOSITIONS = frozenset("in at near outside around across into inside through throughout".split())
_STRUCK = frozenset("attack strike assault raid march advance bomb bombardment shell drone missile fire".split())
_POSTED = frozenset("write post say publish share announce tweet".split())  # "wrote on Telegram"
_MOTION = frozenset("travel fly go come arrive head return visit trip flight journey move flee".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class RawMention:
    """A name in a sentence, before it is known whose."""

    sentence: int
    first: int
    """Index of its first token."""
    last: int
    """Index of its last token, included; a possessive ending is left out."""
    text: str
    sort: Sort
    entry: Entry | None
    """The row of the tables of states and organisations, where the name stands there."""
    acts: bool
    """True where it is a subject, an agent, or a speaker."""
    subject: bool
    """True where it is itself the subject of a verb."""
    setting: bool
    """True where a preposition makes it the place of what happens."""
    modifies: bool
    """True where it only qualifies a noun: "U.S. officials", "Kremlin spokesman"."""


def raw_mentions(sentences: Sequence[StorySentence]) -> tuple[RawMention, ...]:
    """Find the names in the sentences of a story, in order and without overlaps."""
    tables = gazetteer()
    found: list[RawMention] = []
    common = frozenset(token.text for sentence in sentences for token in sentence.tokens if token.text.islower())
    for sentence in sentences:
        found.extend(_in_sentence(sentence, tables, common))
    alone = standing_alone(sentences)
    found = [_with_first_name(mention, sentences[mention.sentence], alone) for mention in found]
    taken = {(mention.sentence, token) for mention in found for token in range(mention.first, mention.last + 1)}
    full_names = [mention.text for mention in found if mention.sort == "person" and " " in mention.text]
    found.extend(
        _mention(sentence, first, last, sort, None)
        for sentence, first, last, sort in overlooked(sentences, full_names, taken, common)
    )
    return tuple(sorted(found, key=lambda mention: (mention.sentence, mention.first)))


def _with_first_name(mention: RawMention, sentence: StorySentence, alone: AbstractSet[str]) -> RawMention:
    """Give the mention with the word before it where the model left that out: "Masha" Quist, whom the text calls Masha."""
    if mention.entry is not None or not begins_with(sentence, mention.first, mention.last, alone):
        return mention
    return _mention(sentence, mention.first - 1, mention.last, "person", None)


def _in_sentence(sentence: StorySentence, tables: Gazetteer, common: AbstractSet[str]) -> Iterator[RawMention]:
    tokens = sentence.tokens
    index = next((i for i, token in enumerate(tokens) if token.start >= sentence.label), len(tokens))
    begins = next((i for i in range(index, len(tokens)) if tokens[i].text[:1].isalnum()), index)
    while index < len(tokens):
        match = name_at(sentence, index, tables)
        # A word that begins a sentence and stands elsewhere in small letters is no name, whatever the model says.
        if match is None or (
            match[3] is None and match[:2] == (begins, begins) and tokens[begins].text.lower() in common
        ):
            index += 1
            continue
        first, last, sort, entry = match
        yield _mention(sentence, first, last, sort, entry)
        index = last + 1


def _mention(sentence: StorySentence, first: int, last: int, sort: Sort, entry: Entry | None) -> RawMention:
    tokens = sentence.tokens
    head = head_of(tokens, first, last)
    text = words(sentence.text, tokens, first, last)
    settled = settled_people(tokens, last, head, sort, text)
    return RawMention(
        sentence=sentence.index,
        first=first,
        last=last,
        text=text,
        sort=settled,
        entry=entry if settled == sort else None,
        acts=acts(tokens, head),
        subject=tokens[head].dep in SUBJECTS,
        setting=_is_setting(tokens, head),
        modifies=tokens[head].dep in {"compound", "amod", "nmod"} and tokens[head].head > last,
    )


def head_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """Give the token of a name that is governed from outside it."""
    inside = range(first, last + 1)
    return next((i for i in reversed(inside) if tokens[i].head not in inside or tokens[i].head == i), last)


def acts(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether the token is a subject, the agent of a passive, one to whom speech is attributed, or their owner."""
    token = tokens[head]
    if token.dep in {"nsubj", "agent", "csubj"}:
        return True
    if token.dep == "nsubjpass":
        return False
    if token.dep == "pobj" and tokens[token.head].dep == "agent":
        return True
    if (
        token.dep == "pobj"
        and tokens[token.head].text.lower() == "to"
        and tokens[tokens[token.head].head].lemma == "accord"
    ):
        return True
    if token.dep == "conj":
        return acts(tokens, token.head) if token.head != head and token.head < head else False
    if token.dep == "poss":
        # "Oslo's help", "Quist's outreach": what is had or done is the subject or what is acted upon; the owner acts.
        return tokens[token.head].dep in SUBJECTS
    return False


def _is_setting(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether a preposition makes the name a place: "in Moscow", "floods in Oslo", "flew to Beijing"."""
    above = ancestors(tokens, head)
    position = head
    for index in above:
        token = tokens[index]
        if token.pos == "ADP":
            lemma = token.text.lower()
            governor = tokens[token.head].lemma.lower()
            if lemma in _PLACE_PREPOSITIONS:
                return True
            if lemma in {"on", "against", "over"}:
                return governor in _STRUCK or (lemma == "on" and governor in _POSTED)
            if lemma in {"to", "from"}:
                return governor in _MOTION
            return False
        if tokens[position].dep not in {"conj", "compound", "appos"}:
            return False
        position = index
    return False
