"""Persons without a role -> the office by which the text goes on to call them: "the Kenyan president" right after Quist."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.analysis.gazetteer import gazetteer
from briefgen.model.tree import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.analysis import Entity, StorySentence

_OFTEN = 3  # mentions: a text that calls somebody by an office has much of them
_TIMES_MORE = 2
_BACK = 3  # sentences between a name and the office that stands for it
_STATE_OFFICES = frozenset({"president", "premier", "chancellor", "king", "queen", "emir"})


def with_offices(found: Sequence[Entity], sentences: Sequence[StorySentence]) -> tuple[Entity, ...]:
    """Give the entities, the one person without a role that the story turns on with the office that it tells of a state.

    Only "the" office tells, without a name, near behind the person's; with its state ("the Kenyan president") once, without it
    three times; and only where no other person has that office.
    """
    persons = [(index, one) for index, one in enumerate(found) if one.kind == "person" and one.named]
    persons.sort(key=lambda pair: -len(pair[1].mentions))
    if not persons or persons[0][1].role is not None or len(persons[0][1].mentions) < _OFTEN:
        return tuple(found)
    index, person = persons[0]
    if len(persons) > 1 and len(person.mentions) < _TIMES_MORE * len(persons[1][1].mentions):
        return tuple(found)
    named = {mention.sentence for mention in person.mentions}
    held = {one.role.lower().split()[-1] for _, one in persons if one.role}
    told = [
        (sentence, role)
        for sentence, role in _offices(sentences)
        if role.split()[-1].lower() not in held and any(sentence - back in named for back in range(1, _BACK + 1))
    ]
    whole = [one for one in told if " " in one[1]]
    if not whole and len(told) < _OFTEN:
        return tuple(found)
    sentence, role = (whole or told)[0]
    return tuple(
        replace(one, role=role, role_sentence=sentence) if at == index else one for at, one in enumerate(found)
    )


def _offices(sentences: Sequence[StorySentence]) -> Iterator[tuple[int, str]]:
    """Give "Kenyan president" or "president" wherever "the" stands before it and no name behind it."""
    for sentence in sentences:
        tokens = sentence.tokens
        for head, token in enumerate(tokens):
            if token.text not in _STATE_OFFICES or token.tag != "NN" or not sentence.quotable:
                continue
            if head + 1 < len(tokens) and tokens[head + 1].pos == "PROPN":
                continue
            first = head - 1 if head and _state(tokens[head - 1].text) else head
            if first and tokens[first - 1].text.lower() == "the":
                yield sentence.index, words(sentence.text, tokens, first, head)


def _state(word: str) -> bool:
    return (gazetteer().state_named(word) or gazetteer().by_adjective(word)) is not None
