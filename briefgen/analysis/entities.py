"""Mentions -> entities: name, kind, other forms, role and how much of the story turns on each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.analysis.bodies import BODIES
from briefgen.analysis.gazetteer import Organisation
from briefgen.analysis.governments import with_houses
from briefgen.analysis.offices_told import with_offices
from briefgen.analysis.roles import is_company, is_office, role_of
from briefgen.analysis.same_bodies import brought_together
from briefgen.analysis.spelling import key
from briefgen.model.analysis import Entity, Mention
from briefgen.model.tree import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.analysis.mentions import RawMention
    from briefgen.analysis.naming import Named
    from briefgen.analysis.unnamed import Unnamed
    from briefgen.model.analysis import StorySentence
    from briefgen.model.briefing import ActorKind

# What a mention weighs. An actor acts; who is only named, or lends a name to a thing ("Russian oil"), does so less, and
# so does a government behind its capital ("Beijing").
_ACTS = 2.0
_NAMED = 1.0
_SEAT = 0.4
_ADJECTIVE = 0.35
_IN_TITLE = 3.0
_IN_LEAD = 1.5
_LONGEST_OFFICE = 3  # words: "Acting Prime Minister"
_OUTLETS = ("news agency", "news service", "newspaper", "newswire", ".com", ".net", ".org")
_LEAD = 3  # sentences: the news is told there


def entities(
    named: Sequence[Named], unnamed: Sequence[Unnamed], sentences: Sequence[StorySentence], title: str
) -> tuple[Entity, ...]:
    """Bring names and descriptions together, the most salient first; equal ones in the order of the text."""
    found = [
        (_from_names(one, sentences), sum(map(_weight, one.mentions)))
        for one in named
        if one.sort not in {"place", "adjective"}
    ]
    found = _without_bare_bodies(found, unnamed)
    homes = _homes([entity for entity, _ in found])
    for one in unnamed:
        weight = sum(_ACTS if mention.acts else _NAMED for mention in one.mentions)
        if one.kind == "person" and any(_holds(entity, one.name) for entity, _ in found):
            continue  # "the President", whom the text names elsewhere
        home = homes.get(one.name.lower())
        if home is None:
            found.append((_from_description(one), weight))
        else:
            found[home] = (_with(found[home][0], one), found[home][1] + weight)
    found = brought_together(with_houses(found))
    weights = [weight + _bonus(entity, title) for entity, weight in found]
    total = sum(weights) or 1.0
    scored = [(weight / total, entity) for weight, (entity, _) in zip(weights, found, strict=True)]
    scored.sort(key=lambda pair: (-pair[0], pair[1].mentions[0].sentence, pair[1].mentions[0].first_token))
    return with_offices([replace(entity, salience=round(share, 6)) for share, entity in scored], sentences)


def _without_bare_bodies(
    found: Sequence[tuple[Entity, float]], unnamed: Sequence[Unnamed]
) -> list[tuple[Entity, float]]:
    """Leave out "Administration" with a capital where the text tells whose it is: a body's bare word is no second body."""
    told = {one.name.lower().split()[-1] for one in unnamed if one.kind == "organisation" and " " in one.name}
    return [
        (entity, weight)
        for entity, weight in found
        if not (entity.kind == "organisation" and entity.name.lower() in BODIES & told and not entity.role)
    ]


def _holds(entity: Entity, office: str) -> bool:
    """Tell whether the person's role, or the name with its office, holds the words."""
    return entity.kind == "person" and f" {office.lower()} " in f" {entity.role or ''} {entity.name} ".lower()


def _homes(named: Sequence[Entity]) -> dict[str, int]:
    """Give for each kind of body the one organisation whose name ends so: of "Foreign Ministry" for "ministry"."""
    found: dict[str, list[int]] = {}
    for index, entity in enumerate(named):
        last = entity.name.lower().split(" of ")[0].split()[-1:]
        if entity.kind == "organisation" and " " in entity.name and last and last[0] in BODIES:
            found.setdefault(last[0], []).append(index)
    return {word: indexes[0] for word, indexes in found.items() if len(indexes) == 1}


def _with(entity: Entity, described: Unnamed) -> Entity:
    """Give the entity with what the text says of it without its name."""
    mentions = sorted(
        (*entity.mentions, *described.mentions), key=lambda mention: (mention.sentence, mention.first_token)
    )
    forms = (*entity.aliases, described.name, *described.aliases)
    return replace(entity, mentions=tuple(mentions), aliases=tuple(_distinct(forms)))


def _from_names(one: Named, sentences: Sequence[StorySentence]) -> Entity:
    whole = [mention for mention in one.mentions if mention.sort != "adjective"]
    forms = list(dict.fromkeys(_display(mention.text) for mention in whole))
    role = role_of([mention for mention in one.mentions if mention.sort == "person"], sentences)
    name = _titled(one, _name(one, whole), sentences)
    kind: ActorKind = "organisation" if role and is_company(role[0]) else _kind(one)
    return Entity(
        name=name,
        named=True,
        kind=kind,
        aliases=tuple(form for form in _distinct(forms) if form != name),
        role=role[0] if role else None,
        role_sentence=role[1] if role else None,
        mentions=tuple(_public(mention) for mention in one.mentions),
        outlet=(isinstance(one.entry, Organisation) and one.entry.outlet) or name.lower().endswith(_OUTLETS),
        place_only=kind != "person" and all(mention.setting for mention in one.mentions),
        salience=0.0,
    )


def _name(one: Named, whole: Sequence[RawMention]) -> str:
    """Give the fullest name that the text prints; for a state its usual name, if the text prints that.

    Where only a seat or an adjective stands for a state ("the Kremlin", "Russian troops") the name is the table's.
    """
    printed = [_display(mention.text) for mention in whole if mention.sort != "seat"]
    if one.entry and (not printed or one.entry.name in printed):
        return one.entry.name
    if one.sort == "state" and not any(" " in name for name in printed):
        return Counter(printed).most_common(1)[0][0]  # "UK" where "Britain" stands once
    return max(printed or [_display(one.mentions[0].text)], key=lambda name: (len(name.split()), len(name)))


def _titled(one: Named, name: str, sentences: Sequence[StorySentence]) -> str:
    """Give a person of whom only a surname is printed with the office before it: "President Xi"."""
    if one.sort != "person" or " " in name:
        return name
    for mention in one.mentions:
        tokens = sentences[mention.sentence].tokens
        first = mention.first
        while first > 0 and mention.first - first < _LONGEST_OFFICE and tokens[first - 1].text[:1].isupper():
            first -= 1
        for begin in range(first, mention.first):
            office = words(sentences[mention.sentence].text, tokens, begin, mention.first - 1)
            if is_office(office):
                return f"{office} {name}"
    return name


def _from_description(one: Unnamed) -> Entity:
    return Entity(
        name=one.name,
        named=False,
        kind=one.kind,
        aliases=one.aliases,
        role=None,
        role_sentence=None,
        mentions=one.mentions,
        outlet=False,
        place_only=False,
        salience=0.0,
    )


def _public(mention: RawMention) -> Mention:
    return Mention(
        sentence=mention.sentence,
        first_token=mention.first,
        last_token=mention.last,
        text=mention.text,
        acts=mention.acts,
    )


def _kind(one: Named) -> ActorKind:
    if one.sort in {"person", "state"}:
        return "person" if one.sort == "person" else "state"
    return "group" if one.sort == "people" else "organisation"


def _display(form: str) -> str:
    """Give a form of a name without its article."""
    return form[4:] if form.startswith(("the ", "The ")) else form


def _distinct(forms: Sequence[str]) -> list[str]:
    """Drop forms that differ from an earlier one in case or full stops only."""
    return list({key(form): form for form in reversed(forms)}.values())[::-1]


def _weight(mention: RawMention) -> float:
    if mention.sort == "adjective" or mention.modifies:
        return _ADJECTIVE
    return (_ACTS if mention.acts else _NAMED) * (_SEAT if mention.sort == "seat" else 1.0)


def _bonus(entity: Entity, title: str) -> float:
    in_title = any(form in title for form in (entity.name, *entity.aliases))
    in_lead = any(mention.sentence < _LEAD for mention in entity.mentions)
    return _IN_TITLE * in_title + _IN_LEAD * in_lead
