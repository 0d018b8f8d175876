"""Analysis -> actors: who acts, decides, speaks or is acted upon, with role and position in the text's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.positions import position_of
from briefgen.drafting.wording import capitalised
from briefgen.model.briefing import Actor, Evidence

if TYPE_CHECKING:
    from briefgen.model.analysis import Analysis, Entity

MOST = 8
LEAST = 3
_PEOPLE_FIRST = 5
"""Places that named people with a stated role or words of their own take first: they are who a story is told by."""
_SHARE_OF_FIRST = 0.1  # of the most involved actor's share; below it an actor without a role is a passer-by
_UNNAMED = 0.5  # weight of "analysts" beside somebody who has a name


def draft_actors(analysis: Analysis) -> tuple[Actor, ...]:
    """Draft three to eight actors, by involvement. Outlets that report and places that are only the setting are none."""
    speakers = {statement.entity for statement in analysis.statements}
    found = [
        (index, entity, entity.salience * (1.0 if entity.named else _UNNAMED))
        for index, entity in enumerate(analysis.entities)
        if _takes_part(entity, speaks=index in speakers)
    ]
    found.sort(key=lambda one: (-one[2], one[0]))
    if not found:
        return ()
    people = [one for one in found if one[1].kind == "person" and (one[1].role or one[0] in speakers)][:_PEOPLE_FIRST]
    floor = _SHARE_OF_FIRST * found[0][2]
    others = [one for place, one in enumerate(found) if one not in people and (place < LEAST or one[2] >= floor)]
    chosen = people + others[: MOST - len(people)]
    return tuple(
        _actor(analysis, index, entity) for index, entity, _ in sorted(chosen, key=lambda one: (-one[2], one[0]))
    )


def _takes_part(entity: Entity, *, speaks: bool) -> bool:
    if entity.outlet or entity.place_only:
        return False
    if speaks or entity.role:
        return True
    if (
        entity.named
        and " " not in entity.name
        and len(entity.mentions) == 1
        and entity.kind in {"person", "organisation"}
    ):
        return (
            entity.name.isupper()
        )  # a lone word named once is more often a slip of the model than somebody: "Zelenskyy"
    return len(entity.mentions) > 1 or any(mention.acts for mention in entity.mentions)


def _actor(analysis: Analysis, index: int, entity: Entity) -> Actor:
    position = position_of(analysis, index)
    resting = dict.fromkeys(
        sentence
        for sentence in (
            entity.role_sentence,
            position[1] if position else None,
            None if position or entity.role_sentence is not None else _telling_sentence(analysis, entity),
        )
        if sentence is not None and analysis.sentences[sentence].quotable
    )
    if not resting:
        resting = dict.fromkeys([_telling_sentence(analysis, entity)])
    name = capitalised(entity.name) if entity.kind in {"group", "organisation"} else entity.name
    return Actor(
        name=name,
        kind=entity.kind,
        role=entity.role,
        aliases=tuple(alias for alias in entity.aliases if capitalised(alias) != name),
        position=position[0] if position else None,
        evidence=tuple(
            Evidence(quote=analysis.sentences[sentence].text[analysis.sentences[sentence].label :])
            for sentence in resting
        ),
    )


def _telling_sentence(analysis: Analysis, entity: Entity) -> int:
    """Give the sentence that tells most of the actor: one where it acts, near to what the story is about."""
    mentions = [
        mention for mention in entity.mentions if analysis.sentences[mention.sentence].quotable
    ] or entity.mentions
    best = max(mentions, key=lambda m: (m.acts, analysis.sentences[m.sentence].salience, -m.sentence))
    return best.sentence
