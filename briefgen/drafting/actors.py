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
_WORTH = 0.02  # share of the story; below it an actor is a passer-by
_SHARE_OF_FIRST = 0.12


def draft_actors(analysis: Analysis) -> tuple[Actor, ...]:
    """Draft three to eight actors, by involvement. Outlets that report and places that are only the setting are none."""
    found = [(index, entity) for index, entity in enumerate(analysis.entities) if _takes_part(entity, analysis)]
    if not found:
        return ()
    floor = max(_WORTH, _SHARE_OF_FIRST * found[0][1].salience)
    kept = [one for place, one in enumerate(found) if place < LEAST or one[1].salience >= floor or one[1].role]
    return tuple(_actor(analysis, index, entity) for index, entity in kept[:MOST])


def _takes_part(entity: Entity, analysis: Analysis) -> bool:
    if entity.outlet or entity.place_only:
        return False
    if entity.kind == "person" and " " not in entity.name and len(entity.mentions) == 1:
        return False  # a lone word that is named once: more often a slip of the model than a person
    speaks = any(
        statement.entity is not None and analysis.entities[statement.entity] is entity
        for statement in analysis.statements
    )
    return speaks or len(entity.mentions) > 1 or any(mention.acts for mention in entity.mentions) or bool(entity.role)


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
    return Actor(
        name=capitalised(entity.name) if entity.kind in {"group", "organisation"} else entity.name,
        kind=entity.kind,
        role=entity.role,
        aliases=entity.aliases,
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
