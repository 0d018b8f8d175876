"""Persons -> "he" or "she", as far as the text itself tells: by the pronouns that can mean nobody else, titles and offices."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Entity, StorySentence

Gender = Literal["he", "she"]

PRONOUNS: dict[str, Gender] = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_BEFORE: dict[str, Gender] = {
    "mr": "he",
    "sir": "he",
    "lord": "he",
    "mrs": "she",
    "ms": "she",
    "miss": "she",
    "dame": "she",
}
_OFFICES: dict[str, Gender] = {
    **dict.fromkeys("businessman chairman congressman king prince sheikh spokesman pope".split(), "he"),
    **dict.fromkeys("businesswoman chairwoman congresswoman queen princess spokeswoman".split(), "she"),
}
_SURE = 4  # times: what an office or a title tells weighs as much as so many pronouns
_TIMES_MORE = 3


def genders(sentences: Sequence[StorySentence], entities: Sequence[Entity]) -> dict[int, Gender]:
    """Give for each person, by index, which pronoun the text uses; those of whom it does not tell are left out.

    Only a sentence that names a single person tells: its pronouns behind the name mean that person in most cases.
    """
    votes: dict[int, Counter[Gender]] = {}
    named: dict[int, dict[int, int]] = {}
    for index, entity in enumerate(entities):
        if entity.kind != "person":
            continue
        vote = votes.setdefault(index, Counter())
        for word in (entity.role or "").lower().replace(",", " ").split():
            if word in _OFFICES:
                vote[_OFFICES[word]] += _SURE
        for mention in entity.mentions:
            tokens = sentences[mention.sentence].tokens
            before = tokens[mention.first_token - 1].text.lower().rstrip(".") if mention.first_token else ""
            if before in _BEFORE:
                vote[_BEFORE[before]] += _SURE
            named.setdefault(mention.sentence, {}).setdefault(index, mention.last_token)
    for sentence, persons in named.items():
        if len(persons) != 1:
            continue
        ((index, last),) = persons.items()
        said = {PRONOUNS[token.text] for token in sentences[sentence].tokens[last + 1 :] if token.text in PRONOUNS}
        if len(said) == 1:
            votes[index][said.pop()] += 1
    return {index: gender for index, vote in votes.items() if (gender := _clear(vote)) is not None}


def _clear(vote: Counter[Gender]) -> Gender | None:
    (first, most), *rest = [*vote.most_common(), ("he", 0)]
    others = sum(count for _, count in rest)
    return first if most and most >= _TIMES_MORE * others else None
