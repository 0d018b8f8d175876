"""Entities -> those that are one under two descriptions: a state's government is the state, its troops and its army are one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.analysis.gazetteer import gazetteer
from briefgen.analysis.spelling import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Entity

_MILITARY = frozenset({"army", "forces", "military", "troops"})
_OF = "government of "
_GOVERNMENT = frozenset({"government"})

Weighed = tuple["Entity", float]


def brought_together(found: Sequence[Weighed]) -> list[Weighed]:
    """Give the weighed entities with "the Kenyan government" a form of Kenya, and "Kenyan troops" one of "Kenyan forces".

    Only what one word for the state describes is brought together: "Kenyan special forces" are others.
    """
    states = {entity.name: index for index, (entity, _) in enumerate(found) if entity.kind == "state"}
    homes: dict[str, int] = {}
    result: list[Weighed | None] = list(found)
    for index, (entity, _) in enumerate(found):
        state, noun = _of_state(entity)
        if state is None:
            continue
        home = None
        if noun in _GOVERNMENT:
            home = states.get(state, next((at for name, at in states.items() if _is(name, state)), None))
        elif noun in _MILITARY:
            home = homes.setdefault(state, index)
        if home is None or home == index:
            continue
        other = result[home]
        if other is not None:
            result[home] = _joined(other, found[index])
            result[index] = None
    return [one for one in result if one is not None]


def _of_state(entity: Entity) -> tuple[str | None, str]:
    """Give the state whose body it is, and the word for the body; no state where it is another's, or has a name."""
    if entity.name.lower().startswith(_OF):
        known = gazetteer().state_named(entity.name[len(_OF) :])
        return (known.name if known else None), "government"
    parts = entity.name.replace("’s ", " ").replace("'s ", " ").split()
    if entity.named or len(parts) < 2:  # noqa: PLR2004  # a word for the state and one for the body
        return None, ""
    owner = " ".join(parts[:-1])
    state = gazetteer().state_named(owner) or gazetteer().by_adjective(owner)
    return (state.name if state else None), parts[-1].lower()


def _is(name: str, state: str) -> bool:
    known = gazetteer().state_named(name)
    return known is not None and known.name == state


def _joined(home: Weighed, other: Weighed) -> Weighed:
    entity, weight = home
    added, more = other
    mentions = sorted((*entity.mentions, *added.mentions), key=lambda one: (one.sentence, one.first_token))
    forms = {key(form): form for form in reversed((*entity.aliases, added.name, *added.aliases))}
    forms.pop(key(entity.name), None)
    joined = replace(
        entity,
        kind="organisation" if entity.kind == "group" and added.kind == "organisation" else entity.kind,
        mentions=tuple(mentions),
        aliases=tuple(reversed(forms.values())),
    )
    return joined, weight + more
