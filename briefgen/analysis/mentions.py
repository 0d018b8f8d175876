"""Tokens -> mentions: the stretches that name somebody, with what they are taken for at first sight.

What spaCy's small model finds (70.9 F of all types on CoNLL-2003 prose) is corrected by what is known of the world
(states, capitals, seats of government, agencies) and of typography (dashes join two names, titles are no names): such
rules bring it to 76.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefgen.analysis.gazetteer import gazetteer
from briefgen.analysis.spelling import Surnames
from briefgen.model.tree import SUBJECTS, ancestors, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.analysis.gazetteer import Entry, Gazetteer
    from briefgen.model.analysis import StorySentence, Token

Sort = Literal["person", "organisation", "state", "seat", "adjective", "place", "people"]
"""`seat` for a capital, a house or a street that may stand for a government, `people` for "Republicans"."""

_DASHES = frozenset({"-", "–", "—", "‑", "/"})
_NAME_TYPES: dict[str, Sort] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
}
_POSSESSIVE = frozenset({"’s", "'s", "’", "'"})
_LONGEST = 7  # tokens of a name in the tables: "United Nations Educational, Scientific and Cultural Organization"
_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "outside", "around", "across", "into", "inside", "through", "throughout"}
)
_STRUCK = frozenset(
    {
        "attack",
        "strike",
        "assault",
        "raid",
        "march",
        "advance",
        "bomb",
        "bombardment",
        "shell",
        "drone",
        "missile",
        "fire",
    }
)
_MOTION = frozenset(
    {"travel", "fly", "go", "come", "arrive", "head", "return", "visit", "trip", "flight", "journey", "move", "flee"}
)


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
    setting: bool
    """True where a preposition makes it the place of what happens."""
    modifies: bool
    """True where it only qualifies a noun: "U.S. officials", "Kremlin spokesman"."""


def raw_mentions(sentences: Sequence[StorySentence]) -> tuple[RawMention, ...]:
    """Find the names in the sentences of a story, in order and without overlaps."""
    tables = gazetteer()
    found: list[RawMention] = []
    for sentence in sentences:
        found.extend(_in_sentence(sentence, tables))
    found.extend(_missed(sentences, found))
    return tuple(sorted(found, key=lambda mention: (mention.sentence, mention.first)))


def _missed(sentences: Sequence[StorySentence], found: Sequence[RawMention]) -> Iterator[RawMention]:
    """Find the surnames of people seen that the model passed over: "Trump-led", "the Trump–Xi summit", "Zelenskyy"."""
    known = Surnames(
        part
        for mention in found
        if mention.sort == "person" and " " in mention.text
        for part in (mention.text.split()[0], mention.text.split()[-1])
        if len(part) > 1 and part[0].isupper() and not part.endswith(".")
    )
    taken = {(mention.sentence, token) for mention in found for token in range(mention.first, mention.last + 1)}
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            if (
                token.text[:1].isupper()
                and token.start >= sentence.label
                and (sentence.index, index) not in taken
                and (token.text in known if token.pos != "PROPN" else known.variant(token.text))
            ):
                yield _mention(sentence, index, index, "person", None)


def _in_sentence(sentence: StorySentence, tables: Gazetteer) -> Iterator[RawMention]:
    tokens = sentence.tokens
    index = 0
    while index < len(tokens):
        if tokens[index].start < sentence.label:
            index += 1  # the label before a colon is a heading: its words are in title case
            continue
        match = _from_tables(sentence, index, tables) or _from_model(sentence, index, tables)
        if match is None:
            index += 1
            continue
        first, last, sort, entry = match
        yield _mention(sentence, first, last, sort, entry)
        index = last + 1


def _mention(sentence: StorySentence, first: int, last: int, sort: Sort, entry: Entry | None) -> RawMention:
    tokens = sentence.tokens
    head = head_of(tokens, first, last)
    return RawMention(
        sentence=sentence.index,
        first=first,
        last=last,
        text=words(sentence.text, tokens, first, last),
        sort=sort,
        entry=entry,
        acts=acts(tokens, head),
        setting=_is_setting(tokens, head),
        modifies=tokens[head].dep in {"compound", "amod", "nmod"} and tokens[head].head > last,
    )


def head_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """Give the token of a name that is governed from outside it."""
    inside = range(first, last + 1)
    return next((i for i in reversed(inside) if tokens[i].head not in inside or tokens[i].head == i), last)


_Match = tuple[int, int, Sort, "Entry | None"]
"""First token, last token, what it is, its row in the tables."""


def _from_tables(sentence: StorySentence, first: int, tables: Gazetteer) -> _Match | None:
    """Give the longest entry of the tables that begins here."""
    tokens = sentence.tokens
    if not (tokens[first].text[0].isupper() or tokens[first].text[0].isdigit()):
        return None
    person_until = _person_until(tokens, first)
    for last in range(min(first + _LONGEST, len(tokens)) - 1, first - 1, -1):
        if person_until is not None and last < person_until:
            return None  # "Jordan Peterson", "Paris Hilton": the name goes on behind the place
        if tokens[last].text in _POSSESSIVE:
            continue
        surface = words(sentence.text, tokens, first, last)
        hit = _look_up(surface, tables)
        if hit is None or _begins_longer_name(tokens, first, last, hit[0]):
            continue
        if hit[1].is_ambiguous(surface) and tokens[first].entity not in {"GPE", "ORG", "NORP", "LOC", "FAC"}:
            continue
        return first, last, *hit
    return None


def _look_up(surface: str, tables: Gazetteer) -> tuple[Sort, Entry] | None:
    if (state := tables.state_named(surface)) is not None:
        return "state", state
    if (organisation := tables.organisation(surface)) is not None:
        return "organisation", organisation
    # The Union before Belgium in "Brussels".
    seat = tables.organisation_by_seat(surface) or tables.by_capital(surface) or tables.by_seat(surface)
    if seat is not None:
        return "seat", seat
    if (state := tables.by_adjective(surface) or tables.by_demonym(surface)) is not None:
        return "adjective", state
    return None


def _person_until(tokens: Sequence[Token], first: int) -> int | None:
    """Give the last token of the person's name that begins here, if the model sees one of several words."""
    if tokens[first].entity != "PERSON" or not tokens[first].entity_begins:
        return None
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].entity == "PERSON" and not tokens[last + 1].entity_begins:
        last += 1
    return last if last > first else None


def _begins_longer_name(tokens: Sequence[Token], first: int, last: int, sort: Sort) -> bool:
    """Tell whether the entry is only the beginning of an organisation's name: "Ukraine National Bank", "Russian Railways".

    A state's own name before a possessive ("Ukraine's air force") stays the state's.
    """
    if last + 1 >= len(tokens) or tokens[last + 1].pos != "PROPN" or tokens[last + 1].text in _DASHES:
        return False
    one_entity = (
        tokens[first].entity == "ORG" and tokens[last + 1].entity == "ORG" and not tokens[last + 1].entity_begins
    )
    return one_entity and sort in {"state", "adjective", "seat"} and tokens[last + 1].text[0].isupper()


def _from_model(sentence: StorySentence, first: int, tables: Gazetteer) -> _Match | None:
    tokens = sentence.tokens
    sort = _NAME_TYPES.get(tokens[first].entity)
    if (
        sort is None
        or tokens[first].pos in {"DET", "PUNCT", "PART", "ADP", "SPACE"}
        or not tokens[first].text[:1].isupper()
    ):
        return None
    last = first
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].entity == tokens[first].entity
        and not tokens[last + 1].entity_begins
        and not _joins_two(tokens, last + 1)
    ):
        last += 1
    while last > first and (
        tokens[last].pos in {"PART", "PUNCT", "SPACE", "ADP", "DET"} or tokens[last].text in _POSSESSIVE
    ):
        last -= 1
    if sort == "person":
        first = _behind_title(sentence, first, last, tables)
    if not any(token.pos in {"PROPN", "NOUN", "ADJ"} for token in tokens[first : last + 1]):
        return None
    if sort == "people" and tokens[last].tag not in {"NNS", "NNPS"}:
        return None  # "Western", "Republican": a quality, not people
    if last == first and tokens[first].pos == "ADJ":
        return None
    return first, last, sort, None


def _behind_title(sentence: StorySentence, first: int, last: int, tables: Gazetteer) -> int:
    """Give the first token of the name behind the titles that the model took for a part of it."""
    tokens = sentence.tokens
    title, _ = tables.split_title(words(sentence.text, tokens, first, last))
    behind = tokens[first].start + len(title)
    return next((index for index in range(first, last + 1) if tokens[index].start >= behind), first) if title else first


def _joins_two(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a dash stands between two names ("Trump–Xi"), or before an ending ("Trump-led"), not inside one."""
    if tokens[index].text not in _DASHES:
        return False
    if index + 1 >= len(tokens) or tokens[index].text in {"–", "—", "/"}:
        return True
    return not tokens[index + 1].text[:1].isupper() or tokens[index - 1].entity in {"GPE", "NORP"}


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
        # "Beijing's help", "Trump's outreach": what is had or done is the subject or what is acted upon; the owner acts.
        return tokens[token.head].dep in SUBJECTS
    return False


def _is_setting(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether a preposition makes the name a place: "in Moscow", "strikes on Kyiv", "flew to Beijing"."""
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
                return governor in _STRUCK
            if lemma in {"to", "from"}:
                return governor in _MOTION
            return False
        if tokens[position].dep not in {"conj", "compound", "appos"}:
            return False
        position = index
    return False
