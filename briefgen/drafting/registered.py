"""Analysis + Registry -> Analysis in which whom the editors' registry knows goes by the name and kind that it gives.

What the article itself says goes first: its own full name for somebody decides who they are, and its forms stay as
aliases. The registry brings together what the article calls by two names, and parts what only looks like one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.drafting.in_sentence import in_sentence
from briefgen.model.registry import RegisteredActor, form_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.analysis import Analysis, Entity, Mention, Statement
    from briefgen.model.registry import Registry

_Party = RegisteredActor | str | None
"""Whom a mention belongs to: an actor of the registry, a name that an actor of it is not, or the entity as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """An entity, or those of its mentions that are somebody else's."""

    origin: int
    """Index of the entity in the analysis."""
    party: _Party
    entity: Entity
    own: bool
    """True for what is left to the entity itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A part, and the new entity that it went into."""

    part: _Part
    index: int
    entity: Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heirs:
    """What became of an entity."""

    former: str
    """Its name."""
    first: _Placed
    """What is left to it, else its first part."""
    by_sentence: Mapping[int, Sequence[_Placed]]
    """The parts that a sentence names; empty where it is whole."""

    @classmethod
    def of(cls, former: str, parts: Sequence[_Placed]) -> _Heirs:
        """Take its former name and its parts."""
        found: dict[int, list[_Placed]] = {}
        for one in parts if len(parts) > 1 else ():
            for sentence in dict.fromkeys(mention.sentence for mention in one.part.entity.mentions):
                found.setdefault(sentence, []).append(one)
        return cls(former=former, first=next((one for one in parts if one.part.own), parts[0]), by_sentence=found)


def follow(analysis: Analysis, registry: Registry) -> Analysis:
    """Let the entities of a story follow the registry.

    Args:
        analysis: With the entities as the article alone gives them.
        registry: The editors'.

    Returns:
        Entities that the registry says are one are one, with all their mentions; mentions that it says are another's
        are parted from an entity. Each of them goes by the registry's name and kind; the forms that the text prints are
        its aliases. Statements are the new entities'. Where the registry knows nobody it is the analysis as it was.
    """
    if not registry.actors:
        return analysis
    parts = [part for index in range(len(analysis.entities)) for part in _parts(analysis, index, registry)]
    if all(part.party is None for part in parts):
        return analysis
    joined = [(_joined(analysis, family), family) for family in _families(parts)]
    # By salience, as an analysis has them.
    joined.sort(key=lambda pair: (-pair[0].salience, pair[0].mentions[0].sentence, pair[0].mentions[0].first_token))
    placed: dict[int, list[_Placed]] = {}
    for index, (entity, family) in enumerate(joined):
        for part in family:
            placed.setdefault(part.origin, []).append(_Placed(part=part, index=index, entity=entity))
    heirs = {origin: _Heirs.of(analysis.entities[origin].name, own) for origin, own in placed.items()}
    return replace(
        analysis,
        entities=tuple(entity for entity, _ in joined),
        statements=tuple(
            one if one.entity is None else _moved(one, heirs[one.entity], registry) for one in analysis.statements
        ),
    )


def _parts(analysis: Analysis, index: int, registry: Registry) -> Iterator[_Part]:
    """Give an entity as a whole, or in the parts that the registry gives to different actors."""
    entity = analysis.entities[index]
    home = _home(entity, registry)
    pieces = _pieces(entity)
    mentions: dict[_Party, list[Mention]] = {}
    for mention in entity.mentions:
        mentions.setdefault(_party(entity, mention, home, pieces, registry), []).append(mention)
    if len(mentions) == 1:
        (party,) = mentions
        yield _Part(origin=index, party=party, entity=entity, own=True)
        return
    moved = {form_key(mention.text) for party, own in mentions.items() if party != home for mention in own}
    told = {party: entity.role_sentence in {mention.sentence for mention in own} for party, own in mentions.items()}
    holder = home if told.get(home) or not any(told.values()) else next(party for party in told if told[party])
    for party, own in mentions.items():
        part = replace(
            entity,
            mentions=tuple(own),
            role=entity.role if party == holder else None,
            role_sentence=entity.role_sentence if party == holder else None,
            salience=round(entity.salience * len(own) / len(entity.mentions), 6),
        )
        if party == home:
            aliases = tuple(alias for alias in entity.aliases if form_key(alias) not in moved)
            yield _Part(origin=index, party=party, entity=replace(part, aliases=aliases), own=True)
        else:
            yield _Part(origin=index, party=party, entity=_named_by_mentions(part, party), own=False)


def _home(entity: Entity, registry: Registry) -> RegisteredActor | None:
    """Give the actor of the registry that the entity is."""
    found = registry.whose(entity.name, entity.aliases, entity.kind)
    if found is None and entity.kind == "person":
        # "Archbishop Lind": the office is no part of what the mentions have.
        fullest = max((_bare(mention.text) for mention in entity.mentions), key=lambda form: len(form.split()))
        if entity.name.endswith(f" {fullest}"):
            found = registry.whose(fullest, entity.aliases, entity.kind)
    return found


def _party(
    entity: Entity, mention: Mention, home: RegisteredActor | None, pieces: frozenset[str], registry: Registry
) -> _Party:
    """Tell whose a mention is."""
    owner = registry.find(mention.text)
    if home is not None and owner != home and home.bars(mention.text):
        return owner or form_key(mention.text)
    if owner == home or form_key(mention.text) in pieces:
        return home  # "Smith" in an article on Anna Smith
    if owner is not None:
        seat = entity.kind == "state" and owner.kind != "state"
        return owner if home is not None or seat or owner.bars(entity.name) else home
    return (home and _surname_barred(mention.text, home)) or home


def _pieces(entity: Entity) -> frozenset[str]:
    """Give the words of the fuller forms that the article prints for an entity, and what is left of them without the first."""
    forms = (form_key(form).split() for form in (entity.name, *entity.aliases))
    fuller = [words for words in forms if len(words) > 1]
    return frozenset([*(word for words in fuller for word in words), *(" ".join(words[1:]) for words in fuller)])


def _surname_barred(form: str, actor: RegisteredActor) -> str:
    """Give the name, one that the actor is not, whose surname a form is; empty where it is nobody's or the actor's."""
    key = form_key(form)
    surnames = {form_key(known).split()[-1] for known in actor.forms}
    names = (form_key(name) for name in actor.not_the_same_as if form_key(name))
    return next((name for name in names if key == name.split()[-1] and key not in surnames), "")


def _named_by_mentions(part: Entity, party: _Party) -> Entity:
    """Give an entity made of mentions that were another's: named as they print it."""
    forms = list({form_key(mention.text): _bare(mention.text) for mention in reversed(part.mentions)}.values())[::-1]
    name = max(forms, key=lambda form: (len(form.split()), len(form)))
    kind = party.kind if isinstance(party, RegisteredActor) else part.kind
    return replace(
        part,
        name=name,
        named=True,
        kind=kind,
        aliases=tuple(form for form in forms if form != name),
        place_only=kind != "person" and not any(mention.acts for mention in part.mentions),
    )


def _families(parts: Sequence[_Part]) -> list[tuple[_Part, ...]]:
    """Bring together the parts that are one actor's; the most salient entity's first."""
    names = {form_key(part.entity.name): part for part in reversed(parts) if part.own}
    found: dict[_Party | int, list[_Part]] = {}
    for part in parts:
        # A name that an actor is not may be that of somebody whom the article prints in full.
        home = names.get(part.party, part) if isinstance(part.party, str) else part
        found.setdefault(home.origin if home.party is None else home.party, []).append(part)
    return [tuple(family) for family in found.values()]


def _joined(analysis: Analysis, family: Sequence[_Part]) -> Entity:
    """Give the one entity that the parts make."""
    entities = [part.entity for part in family]
    actor = next((part.party for part in family if isinstance(part.party, RegisteredActor)), None)
    first = next((part.entity for part in family if part.own), entities[0])
    if actor is None and len(entities) == 1:
        return first
    name = actor.name if actor else first.name
    told = next((entity for entity in entities if entity.role), first)
    forms: dict[str, str] = {form_key(name): name}
    for entity in sorted(entities, key=lambda one: (one.mentions[0].sentence, one.mentions[0].first_token)):
        for form in (*([entity.name] if _prints(analysis, entity) else []), *entity.aliases):
            forms.setdefault(form_key(form), form)
    mentions = {
        (mention.sentence, mention.first_token, mention.last_token): mention
        for entity in entities
        for mention in entity.mentions
    }
    return replace(
        first,
        name=name,
        named=any(entity.named for entity in entities),
        kind=actor.kind if actor else first.kind,
        aliases=tuple(form for form in forms.values() if form != name),
        role=told.role,
        role_sentence=told.role_sentence,
        mentions=tuple(mentions[place] for place in sorted(mentions)),
        outlet=any(entity.outlet for entity in entities),
        place_only=all(entity.place_only for entity in entities),
        salience=round(sum(entity.salience for entity in entities), 6),
    )


def _prints(analysis: Analysis, entity: Entity) -> bool:
    """Tell whether the text prints the entity's name: a state's may be a table's, behind “the Kremlin”."""
    sentences = dict.fromkeys(mention.sentence for mention in entity.mentions)
    return any(entity.name in analysis.sentences[sentence].text for sentence in sentences)


def _moved(statement: Statement, heirs: _Heirs, registry: Registry) -> Statement:
    """Give a statement to the entity that its speaker now is, by the registry's name where the words were a name."""
    there = (
        one
        for one in heirs.by_sentence.get(statement.sentence, ())
        if any(_bare(m.text) in statement.speaker for m in in_sentence(one.part.entity.mentions, statement.sentence))
    )
    home = next(there, heirs.first)
    # Behind a pronoun stands the former name.
    actor = home.part.party
    named = isinstance(actor, RegisteredActor) and (
        registry.find(statement.speaker) == actor or statement.speaker == heirs.former
    )
    return replace(statement, entity=home.index, speaker=home.entity.name if named else statement.speaker)


def _bare(form: str) -> str:
    """Give a form of a name without its article."""
    return form[4:] if form.startswith(("the ", "The ")) else form
