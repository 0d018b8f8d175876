"""Entities -> the White House as a form of the administration that the text names, where it names one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.analysis.spelling import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Entity

_HOUSE = "white house"
_ADMINISTRATION = re.compile(r"\S+ administration$", re.IGNORECASE)
_OTHER = frozenset(
    "aviation city civil civilian county district drug interim local military new occupation regional".split()
)
"""Words before "administration" that make it another than a government: of a city, or an agency's name."""

Weighed = tuple["Entity", float]


def with_houses(found: Sequence[Weighed]) -> list[Weighed]:
    """Give the weighed entities with the White House's mentions moved from the state to the administration that is told of.

    Where the text tells of none, or of several, the house stays with the state.
    """
    homes = [
        index
        for index, (entity, _) in enumerate(found)
        if entity.kind == "organisation" and any(map(_governs, (entity.name, *entity.aliases)))
    ]
    owner = next(
        (
            index
            for index, (one, _) in enumerate(found)
            if one.kind == "state" and any(key(mention.text) == _HOUSE for mention in one.mentions)
        ),
        None,
    )
    if len(homes) != 1 or owner is None:
        return list(found)
    state, weight = found[owner]
    moved = tuple(mention for mention in state.mentions if key(mention.text) == _HOUSE)
    kept = tuple(mention for mention in state.mentions if key(mention.text) != _HOUSE)
    if not moved or not kept:
        return list(found)
    home, own = found[homes[0]]
    share = weight * len(moved) / len(state.mentions)
    mentions = sorted((*home.mentions, *moved), key=lambda mention: (mention.sentence, mention.first_token))
    house = next(alias for alias in (*state.aliases, moved[0].text) if key(alias) == _HOUSE)
    result = list(found)
    result[owner] = (
        replace(state, mentions=kept, aliases=tuple(alias for alias in state.aliases if key(alias) != _HOUSE)),
        weight - share,
    )
    result[homes[0]] = (replace(home, mentions=tuple(mentions), aliases=(*home.aliases, house)), own + share)
    return result


def _governs(name: str) -> bool:
    words = key(name).split()
    return _ADMINISTRATION.search(name) is not None and not _OTHER & set(words)
