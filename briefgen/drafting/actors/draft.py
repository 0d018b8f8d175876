"""Analysis -> actors: who acts, decides, speaks or is acted upon, with role and position in the text's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.drafting.actors.involvement import likely, measure
from briefgen.drafting.actors.positions import position_of
from briefgen.drafting.wording import capitalised
from briefgen.model.briefing import Actor, Evidence
from briefgen.model.registry import NO_REGISTRY

if TYPE_CHECKING:
    from briefgen.model.analysis import Analysis, Entity, StorySentence
    from briefgen.model.registry import Registry

MOST = 8
LEAST = 3
_SIGNED = 2  # times that a page names its own publisher though the story is not about it
_SMALL_WORD = 3  # letters: title case leaves "of" and "the" small
_FORMS = frozenset({"co", "corp", "gmbh", "inc", "llc", "llp", "ltd", "plc"})
_BARE = frozenset(
    """academy agency association bank board body brigade bureau centre center chamber charity church club coalition college
    commission committee company council court department foundation fund group institute institution league mission movement
    organisation organization panel party program programme school service society staff union university""".split()
)
"""Bodies that a bare word does not tell apart: what they are is told by a name that the text has, or has not."""
_ACRONYM = 6  # letters at most
_TITLE_CASE = 0.9
FLOOR = 0.25  # below it three of four are passers-by; the first three stay whatever they weigh
FLOOR_WITHOUT_NAME = 0.35  # "investors", "local leaders": texts have many, editors list few


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be an actor of the briefing."""

    index: int
    """In `Analysis.entities`."""
    entity: Entity
    weight: float
    """How likely it is a main actor, 0 to 1."""
    rejected: str = ""
    """Why it is left out; empty where it is not."""
    possible: bool = True
    """False for who is no actor at all, whatever the others are."""


def draft_actors(analysis: Analysis, registry: Registry = NO_REGISTRY) -> tuple[Actor, ...]:
    """Draft three to eight actors, by involvement. Outlets that report and places that are only the setting are none.

    Args:
        analysis: It follows the registry already.
        registry: The editors': a name of theirs is written as they write it.
    """
    return tuple(
        _actor(analysis, one.index, one.entity, registry) for one in actor_candidates(analysis) if not one.rejected
    )


def actor_candidates(analysis: Analysis) -> tuple[Candidate, ...]:
    """Give everybody whom the story names, by involvement, with the reason where they are left out."""
    speakers = {statement.entity for statement in analysis.statements}
    weighed = []
    for index, (entity, values) in enumerate(zip(analysis.entities, measure(analysis), strict=True)):
        lends = entity.kind == "person" and "only qualifies" in values
        reason = _no_part(entity, speaks=index in speakers, lends=lends) or _unproved(
            analysis, entity, speaks=index in speakers
        )
        weighed.append(Candidate(index, entity, likely(values), reason, possible=not reason))
    weighed.sort(key=lambda one: (-one.weight, one.index))
    found = [one for one in weighed if not one.rejected]
    kept = [one for place, one in enumerate(found) if place < LEAST or one.weight >= floor_of(named=one.entity.named)]
    chosen = {one.index for one in kept[:MOST]}
    return tuple(
        one if one.rejected or one.index in chosen else replace(one, rejected=f"less involved than the {MOST} above")
        for one in weighed
    )


def floor_of(*, named: bool) -> float:
    """Give how likely a main actor somebody must be to be listed behind the first three."""
    return FLOOR if named else FLOOR_WITHOUT_NAME


def _no_part(entity: Entity, *, speaks: bool, lends: bool) -> str:
    """Say why somebody who is named takes no part in the story; empty where they do."""
    if entity.outlet:
        return "an outlet that reports"
    if entity.place_only:
        return "only the place"
    if lends and not speaks and not entity.role:
        return "only lends a name"  # "the Quist plan"
    if entity.kind in {"person", "organisation"} and _is_credit(entity) and not speaks:
        return "the credit of a picture"
    lone = entity.named and " " not in entity.name and len(entity.mentions) == 1
    nobody = _nobody(entity)
    if nobody:
        return nobody
    if speaks or entity.role:
        return ""
    inner = any(letter.isupper() for letter in entity.name[2:])  # "AquaFerry", "HNK"
    only_word = entity.named and entity.kind == "person" and " " not in entity.name
    if only_word and not any(mention.acts for mention in entity.mentions):
        return "a lone word that does nothing"  # "a post on Chirper", "in Norvale"
    if lone and entity.kind in {"person", "organisation"} and not inner:
        # More often a slip of the model than somebody: "Solheim", taken for an organisation.
        return "a lone word named once"
    return ""


def _nobody(entity: Entity) -> str:
    """Say why what is named is nobody at all; empty where it may be somebody."""
    if entity.named and entity.kind == "organisation" and entity.name.rstrip(".").lower() in _FORMS:
        return "a company's legal form"
    if entity.kind == "organisation" and not entity.named and entity.name.lower() in _BARE:
        return "a body without a name"
    if (
        not entity.named
        and entity.name.split()[-1].lower() in {"businesses", "companies"}
        and re.search(r"[’']s\b", entity.name)
    ):
        return "what somebody owns"  # "Ada Quist's businesses"
    return ""


def _is_credit(entity: Entity) -> bool:
    """Tell whether only the surname stands in capitals ("Ada QUIST"), and the person does nothing: so agencies sign pictures."""
    last = entity.name.split()[-1]
    shortest = _SMALL_WORD if entity.kind == "person" else _ACRONYM
    capitals = last.isupper() and len(last) > shortest and not entity.name.isupper() and " " in entity.name
    return capitals and not entity.role and not any(mention.acts for mention in entity.mentions)


def _unproved(analysis: Analysis, entity: Entity, *, speaks: bool) -> str:
    """Say that no words of the source can show who somebody is; empty where some can."""
    if not speaks and all(_is_headline(analysis.sentences[mention.sentence]) for mention in entity.mentions):
        return "named only in other headlines"
    if _is_publisher(analysis, entity):
        return "the publisher itself"
    quotable = any(analysis.sentences[mention.sentence].quotable for mention in entity.mentions)
    return "" if quotable else "named only in sentences that cannot be quoted"


def _is_publisher(analysis: Analysis, entity: Entity) -> bool:
    """Tell whether a page only signs with the name: "Harbour Times – The ferry …"; not where the story is about the publisher."""
    publisher = (analysis.article.source.publisher or "").lower().removeprefix("the ")
    acting = any(mention.acts for mention in entity.mentions)
    told = acting or entity.name.lower() in (analysis.article.source.title or "").lower()
    return entity.name.lower() == publisher and (not told or len(entity.mentions) <= _SIGNED)


def _is_headline(sentence: StorySentence) -> bool:
    """Tell whether the words are another article's headline: in title case, without a mark at the end."""
    words = [token.text for token in sentence.tokens if token.text.isalpha() and len(token.text) > _SMALL_WORD]
    capitals = sum(word[:1].isupper() for word in words)
    open_end = sentence.text.rstrip()[-1:].isalnum() or sentence.text.rstrip().endswith("?")
    return open_end and not sentence.bullet and len(words) > 1 and capitals >= _TITLE_CASE * len(words)


def _actor(analysis: Analysis, index: int, entity: Entity, registry: Registry) -> Actor:
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
    registered = registry.find(entity.name)
    name = entity.name
    if entity.kind in {"group", "organisation"} and (registered is None or registered.name != name):
        name = capitalised(name)
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
