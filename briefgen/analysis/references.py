"""Pronouns and descriptions -> whom they mean: "she", "the Kenyan harbour minister", "the newspaper".

Where two would fit nobody is given: an attribution to the wrong person is worse than none.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefgen.analysis.bodies import BODIES
from briefgen.analysis.gazetteer import gazetteer
from briefgen.analysis.gender import PRONOUNS, genders
from briefgen.analysis.spelling import key
from briefgen.model.tree import SUBJECTS, children

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.analysis.gazetteer import State
    from briefgen.model.analysis import Entity, Mention, StorySentence, Token

Number = Literal["person", "several", "thing"]
_TIMES_MORE = 3
_BACK = 3  # sentences; farther back somebody else may be meant
_NUMBERS: dict[str, Number] = {
    "he": "person",
    "she": "person",
    "him": "person",
    "her": "person",
    "they": "several",
    "them": "several",
    "it": "thing",
}
ANTECEDENTS = frozenset(_NUMBERS)
"""Pronouns that mean somebody named before."""
_OUTLETS = frozenset(
    {"newspaper", "paper", "broadcaster", "channel", "network", "magazine", "outlet", "website", "agency"}
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where somebody is named, as far as pronouns care."""

    sentence: int
    token: int
    entity: int
    subject: bool


class References:
    """Tells which entity the words of a story mean. Each question costs the same, however many there are."""

    def __init__(self, sentences: Sequence[StorySentence], entities: Sequence[Entity]) -> None:
        """Take the story and whom it names."""
        self._sentences = sentences
        self._entities = entities
        # The more salient of two that share a token comes last, and stays.
        self._at = {
            (mention.sentence, token): index
            for index, entity in reversed(list(enumerate(entities)))
            for mention in entity.mentions
            for token in range(mention.first_token, mention.last_token + 1)
        }
        self._places: dict[Number, list[_Place]] = {"person": [], "several": [], "thing": []}
        for index, entity in enumerate(entities):
            number = _number(entity)
            self._places[number].extend(self._place(index, mention) for mention in entity.mentions)
        for places in self._places.values():
            places.sort(key=lambda place: (place.sentence, place.token))
        self._genders = genders(sentences, entities)
        self._offices = _by_office(entities)
        self._bodies = _by_last_word(entities)

    def at(self, sentence: int, token: int) -> int | None:
        """Give the entity that the token names."""
        return self._at.get((sentence, token))

    def name(self, entity: int) -> str:
        """Give an entity's name."""
        return self._entities[entity].name

    def is_person(self, entity: int) -> bool:
        """Tell whether the entity is a person with a name."""
        return self._entities[entity].kind == "person"

    def is_named(self, entity: int) -> bool:
        """Tell whether the entity has a name of its own."""
        return self._entities[entity].named

    def is_bare(self, entity: int) -> bool:
        """Tell whether nothing but a common word names the entity: "bureau"."""
        return not self._entities[entity].named and " " not in self._entities[entity].name

    def is_state(self, entity: int) -> bool:
        """Tell whether the entity is a state."""
        return self._entities[entity].kind == "state"

    def pronoun(self, sentence: int, token: int, *, outside: bool = False) -> int | None:
        """Give whom a pronoun means; with `outside` somebody whom the sentence itself does not name.

        In a sub-clause, the subject before it in the same sentence; else the first subject of the right kind in the
        nearest sentence before that has one, and failing that the only one named there.
        """
        pronoun = self._sentences[sentence].tokens[token].text.lower()
        number = _NUMBERS.get(pronoun)
        if number is None:
            return None
        places = self._places[number]
        gender = PRONOUNS.get(pronoun)
        until = (sentence, 0 if outside else token)
        end = bisect_left(places, until, key=lambda place: (place.sentence, place.token))
        near: dict[int, list[_Place]] = {}
        for place in reversed(places[:end]):
            if place.sentence < sentence - _BACK:
                break
            if gender is not None and self._genders.get(place.entity, gender) != gender:
                continue
            if place.sentence < sentence and not place.subject and self._other_than(place, pronoun):
                continue
            near.setdefault(place.sentence, []).insert(0, place)
        for there in near.values():
            subject = next((place.entity for place in there if place.subject), None)
            if subject is not None:
                return subject
        last = next(iter(near.values()), [])
        named = {place.entity for place in last}
        return last[0].entity if len(named) == 1 else None

    def _other_than(self, place: _Place, pronoun: str) -> bool:
        """Tell whether the place's sentence begins with the pronoun: who "knows how to beat Quist" is not Quist."""
        tokens = self._sentences[place.sentence].tokens
        first = next((token for token in tokens if token.pos not in {"PUNCT", "SPACE", "CCONJ"}), None)
        return (
            first is not None and first.text.lower() == pronoun and first.dep in SUBJECTS and pronoun in {"he", "she"}
        )

    def may_be(self, entity: int, pronoun: str) -> bool:
        """Tell whether the pronoun can mean the entity, by number and by what the text tells of a person."""
        gender = PRONOUNS.get(pronoun)
        if _NUMBERS.get(pronoun) != _number(self._entities[entity]):
            return False
        return gender is None or self._genders.get(entity, gender) == gender

    def description(self, sentence: int, head: int, first: int, heard: int | None = None) -> int | None:
        """Give whom a description means: the one person of that office, the one body of that kind, the outlet named last.

        Args:
            sentence: Index of the sentence.
            head: The description's noun.
            first: Where the description begins, its article left out.
            heard: Who spoke last; of several of one office it is this one.
        """
        tokens = self._sentences[sentence].tokens
        determiner = next((tokens[i].text.lower() for i in children(tokens, head) if tokens[i].dep == "det"), "")
        if determiner not in {"the", "this", "that"} or tokens[head].tag not in {"NN", "NNP"}:
            return None
        noun = tokens[head].text.lower()
        if noun in self._offices:
            said = [token.text for token in tokens[first : head + 1]]
            return self._holder(noun, [*said, *_completion(tokens, head)], heard)
        if noun in _OUTLETS and (outlet := self._outlet(sentence)) is not None:
            return outlet
        bodies = self._bodies.get(noun, ()) if noun in BODIES and head == first else ()
        return bodies[0] if len(bodies) == 1 else None

    def _holder(self, noun: str, words: Sequence[str], heard: int | None) -> int | None:
        """Give the only person whose role the words fit; of several the one whose office is told without a state."""
        asked, asked_states = _split_states(words)
        fitting = [
            (index, states)
            for index, role, states in self._offices[noun]
            if (asked <= role or (len(role) > 1 and role <= asked))
            and (not asked_states or not states or asked_states & states)
        ]
        if len(fitting) > 1:
            exact = [one for one in fitting if one[1] & asked_states or one[1] == asked_states]
            fitting = exact or fitting
        if heard is not None and any(index == heard for index, _ in fitting):
            return heard
        if len(fitting) == 1 or (fitting and self._outweighs(fitting[0][0], fitting[1][0])):
            return fitting[0][0]
        return None

    def _outweighs(self, first: int, second: int) -> bool:
        """Tell whether the story turns so much more on the first that it needs no name: "the president"."""
        return len(self._entities[first].mentions) >= _TIMES_MORE * len(self._entities[second].mentions)

    def _outlet(self, sentence: int) -> int | None:
        places = self._places["thing"]
        for place in reversed(places[: bisect_left(places, sentence + 1, key=lambda place: place.sentence)]):
            if place.sentence < sentence - _BACK:
                return None
            if self._entities[place.entity].outlet:
                return place.entity
        return None

    def _place(self, index: int, mention: Mention) -> _Place:
        tokens = self._sentences[mention.sentence].tokens
        inside = range(mention.first_token, mention.last_token + 1)
        subject = any(_is_subject(tokens, token) for token in inside) or (mention.acts and _speaks(tokens, inside))
        return _Place(mention.sentence, mention.first_token, index, subject)


def _completion(tokens: Sequence[Token], head: int) -> list[str]:
    """Give the words of whose office it is: of "the chairman of the harbour board that met" the board's."""
    behind = head + 1
    if behind >= len(tokens) or tokens[behind].text.lower() not in {"of", "for"} or tokens[behind].head != head:
        return []
    found = []
    for token in tokens[behind + 1 :]:
        if token.pos not in {"NOUN", "PROPN", "ADJ", "DET", "PART"} or token.tag == "WDT":
            break
        if token.pos not in {"DET", "PART"}:
            found.append(token.text)
    return found


def _number(entity: Entity) -> Number:
    if entity.kind == "person":
        return "person"
    return "several" if entity.kind == "group" else "thing"


def _is_subject(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.dep == "appos" or (token.dep == "conj" and token.head < index):
        return _is_subject(tokens, token.head)
    return token.dep in SUBJECTS


def _speaks(tokens: Sequence[Token], inside: Iterable[int]) -> bool:
    return any(tokens[index].dep == "pobj" for index in inside)


def _split_states(words: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Part the words of a role into plain words and the states they name."""
    tables = gazetteer()
    plain: set[str] = set()
    states: set[str] = set()
    for word in words:
        state: State | None = tables.state_named(word) or tables.by_adjective(word)
        if state is not None:
            states.add(state.code)
        elif word[:1].isalpha():
            plain.add(key(word))
    return frozenset(plain), frozenset(states)


_Offices = dict[str, list[tuple[int, frozenset[str], frozenset[str]]]]


def _by_office(entities: Sequence[Entity]) -> _Offices:
    """Give for each word of an office the persons whose role holds it, with the role's words and states."""
    found: _Offices = {}
    for index, entity in enumerate(entities):
        if entity.kind != "person" or not entity.role or entity.role.lower().startswith(("former ", "ex-", "late ")):
            continue
        head = entity.role.split(",")[0].split(" of ")[0].split(" at ")[0].split(" for ")[0]
        words, states = _split_states(entity.role.split())
        last = key(head.split()[-1])
        if gazetteer().is_title(last) or gazetteer().is_title(head):
            found.setdefault(last, []).append((index, words, states))
    return found


def _by_last_word(entities: Sequence[Entity]) -> dict[str, list[int]]:
    """Give for each last word of an organisation's names those that bear it: "ministry", "bank"."""
    found: dict[str, list[int]] = {}
    for index, entity in enumerate(entities):
        if entity.kind != "organisation" or not entity.named:
            continue
        last = {key(form).split()[-1] for form in (entity.name, *entity.aliases) if " " in form and key(form)}
        last |= {key(form).split(" of ")[0].split()[-1] for form in (entity.name,) if " of " in form}
        for word in sorted(last):
            found.setdefault(word, []).append(index)
    return found
