"""Errors of who: names mixed, replaced or invented, a speaker, a role or a position given to somebody else."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.benchmarks.planting import (
    Planted,
    changed,
    forms,
    naming,
    number_from,
    replaced,
    retold,
    some,
    strangers,
    tellings,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.briefing import Actor
    from tests.benchmarks.planting import Drafted, Telling

_INVENTED_PEOPLE = ("Harlan Voss", "Petra Lindqvist", "Tobias Ferrell", "Anneke Brouwer", "Silvio Marchetti")
_INVENTED_OTHERS = ("Norvania", "the Halden Institute", "the Ostrava Group", "Port Merrow", "the Calder Foundation")
_MUTUAL = re.compile(
    r"\b(?:and|or|with|between|met|meet|meets|meeting|talks?|agreed?|joint|together|both|as|versus|like|married)\b|[;:.!?]"
)
_SPOKEN = (
    r"(?:said|says|told|tells|warned|warns|argued|argues|added|adds|insisted|announced|wrote|noted|stated|claimed)"
)


def _found(told: Telling, actor: Actor) -> list[re.Match[str]]:
    """Give where a text names an actor by a name, not by a word such as “officials”."""
    named = [form for form in forms(actor) if form[:1].isupper()]
    return list(naming(named).finditer(told.text)) if named else []


def _people(drafted: Drafted) -> list[Actor]:
    return [actor for actor in drafted.briefing.actors if actor.kind == "person"]


def _proper(actor: Actor) -> bool:
    """Tell whether an actor has a name of its own, so that nobody takes “Police” for it at the head of a sentence."""
    return actor.kind in {"person", "state"} or sum(word[:1].isupper() for word in actor.name.split()) > 1


def mixed_names(drafted: Drafted) -> Iterator[Planted]:
    """Join one person's first name to another's surname."""
    people = [actor for actor in _people(drafted) if len(actor.name.split()) > 1]
    for told in tellings(drafted):
        made = []
        for one in people:
            for match in naming([one.name]).finditer(told.text):
                for other in people:
                    if strangers(one, other):
                        mixed = (
                            f"{one.name.split()[0]} {other.name.split()[-1]}",
                            f"{other.name.split()[0]} {one.name.split()[-1]}",
                        )[number_from(told.text, other.name) % 2]
                        if mixed not in drafted.article.text:
                            made.append(replaced(match, told.text, mixed))
        for text in some(made, 2, told.text):
            yield retold(drafted, "names mixed", told, text)


def replaced_names(drafted: Drafted) -> Iterator[Planted]:
    """Name another actor of the article in somebody's place."""
    actors = [actor for actor in drafted.briefing.actors if _proper(actor)]
    for told in tellings(drafted):
        made = [
            replaced(match, told.text, other.name)
            for one in actors
            for match in _found(told, one)
            for other in actors
            if strangers(one, other) and (one.kind == "person") == (other.kind == "person")
        ]
        for text in some(made, 2, told.text):
            yield retold(drafted, "name of another", told, text)


def invented_names(drafted: Drafted) -> Iterator[Planted]:
    """Put a name in somebody's place that the article does not have."""
    for told in tellings(drafted):
        made = []
        for actor in drafted.briefing.actors:
            names = _INVENTED_PEOPLE if actor.kind == "person" else _INVENTED_OTHERS
            made += [
                replaced(match, told.text, names[number_from(told.text, actor.name) % len(names)])
                for match in _found(told, actor)
                if _proper(actor)
            ]
        for text in some(made, 2, told.text):
            yield retold(drafted, "name invented", told, text)


def exchanged_names(drafted: Drafted) -> Iterator[Planted]:
    """Let two actors change places around a verb that is not mutual."""
    actors = [actor for actor in drafted.briefing.actors if _proper(actor)]
    for told in tellings(drafted):
        spans = sorted(
            (match.start(), match.end(), number) for number, actor in enumerate(actors) for match in _found(told, actor)
        )
        made = []
        for one, two in pairwise(spans):
            between = told.text[one[1] : two[0]]
            apart = one[1] < two[0] and strangers(actors[one[2]], actors[two[2]])
            if apart and 1 <= len(re.findall(r"\b[a-z]{3,}", between)) <= 8 and not _MUTUAL.search(between):
                if re.fullmatch(r"\s*(?:[’']s?|of|in|at|from|,|\s)*\s*", between):
                    continue
                first, second = told.text[one[0] : one[1]], told.text[two[0] : two[1]]
                made.append(f"{told.text[: one[0]]}{second}{between}{first}{told.text[two[1] :]}")
        for text in some(made, 1, told.text):
            yield retold(drafted, "names exchanged", told, text)


def other_speakers(drafted: Drafted) -> Iterator[Planted]:
    """Let another actor of the article say it."""
    for index, item in enumerate(drafted.briefing.takeaways):
        if item.said_by is None:
            continue
        own = next((actor for actor in drafted.briefing.actors if item.said_by in forms(actor)), None)
        evidence = " ".join(one.quote for one in item.evidence)
        others = [
            other
            for other in drafted.briefing.actors
            if other != own and other.kind in {"person", "organisation", "state"} and not _akin(item.said_by, own, other)
            and not _says(other, evidence)
        ]  # fmt: skip
        for other in some(others, 2, item.text):
            yield _said_by(drafted, index, other.name, "speaker of another")


def _akin(speaker: str, own: Actor | None, other: Actor) -> bool:
    words = {word[:4].casefold() for word in re.findall(r"\w+", " ".join((other.name, *other.aliases)))}
    return bool(words & {word[:4].casefold() for word in re.findall(r"\w+", speaker)}) or (
        own is not None and not strangers(own, other)
    )


def _says(actor: Actor, evidence: str) -> bool:
    """Tell whether the evidence has the actor speak, too."""
    names = "|".join(map(re.escape, forms(actor)))
    return (
        re.search(
            rf"(?:{names})\b[^.\"”]{{0,40}} {_SPOKEN}\b|{_SPOKEN} (?:{names})\b|according to (?:{names})\b", evidence
        )
        is not None
    )


def invented_speakers(drafted: Drafted) -> Iterator[Planted]:
    """Let somebody say it whom the article does not know."""
    for index, item in enumerate(drafted.briefing.takeaways):
        if item.said_by is not None:
            name = _INVENTED_PEOPLE[number_from(item.text) % len(_INVENTED_PEOPLE)]
            yield _said_by(drafted, index, name, "speaker invented")


def _said_by(drafted: Drafted, index: int, name: str, kind: str) -> Planted:
    item = drafted.briefing.takeaways[index]
    return Planted(
        kind=kind,
        section="takeaways",
        index=index,
        was=f"{item.said_by} | {item.evidence[0].quote if item.evidence else ''}",
        now=name,
        briefing=changed(drafted, "takeaways", index, said_by=name),
    )


def other_roles(drafted: Drafted) -> Iterator[Planted]:
    """Give a person the role of another person."""
    text = re.sub(r"\s+", " ", drafted.article.text)
    people = [(number, actor) for number, actor in enumerate(drafted.briefing.actors) if actor.kind == "person"]
    for index, actor in people:
        roles = [
            other.role
            for _, other in people
            if other.role
            and strangers(actor, other)
            and not _shares(other.role, actor)
            and not _has_role(actor, other.role, text)
        ]
        for role in some(roles, 2, actor.name):
            yield Planted(
                kind="role of another",
                section="actors",
                index=index,
                was=f"{actor.name}, {actor.role}",
                now=role,
                briefing=changed(drafted, "actors", index, role=role),
            )


def _shares(role: str, actor: Actor) -> bool:
    """Tell whether an actor has a role with the same words, or a name that is part of the role."""
    words = {word.casefold() for word in re.findall(r"\w{4,}", role)}
    return bool(words & {word.casefold() for word in re.findall(r"\w{4,}", f"{actor.role or ''} {actor.name}")})


def _has_role(actor: Actor, role: str, text: str) -> bool:
    """Tell whether the article calls the actor so somewhere."""
    names = "|".join(map(re.escape, forms(actor)))
    told = re.escape(role)
    return (
        re.search(
            rf"(?i:{told}),? (?:{names})\b|\b(?:{names}),? (?:is |was |,)?(?:a |an |the |its |their )?(?i:{told})", text
        )
        is not None
    )


def other_positions(drafted: Drafted) -> Iterator[Planted]:
    """Give an actor another one's position with the words it rests on."""
    actors = drafted.briefing.actors
    for index, actor in enumerate(actors):
        if not _proper(actor):
            continue
        held = [
            (number, other)
            for number, other in enumerate(actors)
            if other.position and strangers(actor, other) and _proper(other)
            and not _says(actor, " ".join(one.quote for one in other.evidence))
        ]  # fmt: skip
        for _, other in some(held, 1, actor.name):
            rests = (*actor.evidence[:1], *other.evidence[-1:])
            yield Planted(
                kind="position of another",
                section="actors",
                index=index,
                was=f"{other.name}: {other.position} || {other.evidence[-1].quote}",
                now=f"{actor.name}: {other.position}",
                briefing=changed(drafted, "actors", index, position=other.position, evidence=rests),
            )
