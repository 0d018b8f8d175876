"""Actors -> problems: source or registry have the name, the source its other forms and the role, no two claim one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.checking.doubts import position_doubted
from briefgen.checking.grounds import Found, Grounds, forms_of, short
from briefgen.checking.words import words_of
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.checking.grounds import Keys, Path
    from briefgen.model.briefing import Actor
    from briefgen.model.registry import RegisteredActor

_ROLE_REACH = 40
"""How many words a role may stand from a mention of the actor: an apposition is beside it, a clause away at most."""

_BEFORE_A_ROLE = frozenset("the a an its his her their who is was as former then".split())
"""What may stand between a name and the role that follows it."""


def actor_problems(path: Path, actor: Actor, known: RegisteredActor | None, grounds: Grounds) -> Iterator[Found]:
    """Give what an actor's name, aliases and role say and the source does not.

    Args:
        path: The actor's.
        actor: Of the briefing.
        known: Whom the registry knows the actor as. Its name and aliases are the editors' word, for whom the source names.
        grounds: What the actor is held against.
    """
    if not grounds.sources:
        return
    printed = [form for form in (actor.name, *actor.aliases) if _prints(form, actor, grounds)]
    if known is not None and (printed or any(_prints(form, known, grounds) for form in known.forms)):
        printed += known.forms
    # A state may be filed under its common name where the text has its capital or its government for it.
    if actor.name not in printed and not (actor.kind == "state" and printed):
        message = (
            f"the source does not print “{actor.name}”; use the fullest name that it prints, or register the name with "
            "the forms that sources print"
        )
        yield Found(path=(*path, "name"), code="name-not-in-source", message=message)
    for number, alias in enumerate(actor.aliases):
        if alias not in printed:
            message = f"the source does not print “{alias}”; take it out"
            yield Found(path=(*path, "aliases", number), code="alias-not-in-source", message=message)
    if actor.role:
        yield from _role(path, actor, actor.role, grounds)
    if actor.position:
        own = forms_of(actor)
        forms = next((known for known in grounds.forms if own and own[0] in known), own)
        quotes = [one.quote for one in actor.evidence]
        if why := position_doubted(actor.position, quotes, actor.name, forms, grounds):
            message = f"nothing shows that {actor.name} says or wants it: {why}; give the position of this actor"
            yield Found(path=(*path, "position"), code="speaker-unclear", message=message)


def _prints(name: str, actor: Actor | RegisteredActor, grounds: Grounds) -> bool:
    """Tell whether the source prints a name word for word, with its capitals if it is a person's (Mark, Will, May)."""
    words = words_of(name)
    if len(words) > 1 and words[0].key == "the":
        words = words[1:]
    if not words:
        return fold(name).casefold() in grounds.folded
    if actor.kind == "person":
        return grounds.words.has(words)
    return bool(grounds.words.places_of(tuple(word.key for word in words)))


def _role(path: Path, actor: Actor, role: str, grounds: Grounds) -> Iterator[Found]:
    at = (*path, "role")
    words = words_of(role)
    keys = tuple(word.key for word in words)
    places = grounds.words.places_of(keys)
    if not keys or not places:
        message = f"the source does not say “{short(role)}” in these words; copy the words that state the role"
        yield Found(path=at, code="role-not-in-source", message=message)
        return
    own = forms_of(actor)
    mentions = [place for form in own for place in grounds.words.places_of(form)]
    if mentions and min(abs(place - mention) for place in places[:100] for mention in mentions) > _ROLE_REACH:
        message = f"the source says “{short(role)}” far from every mention of {actor.name}; check whose role it is"
        yield Found(path=at, code="role-of-another", message=message)
    elif mentions and (bearer := _bearer(places[:100], len(keys), own, grounds)):
        message = f"the source calls “{bearer}” {short(role)}, not {actor.name}; check whose role it is"
        yield Found(path=at, code="role-of-another", message=message)


def _bearer(places: Sequence[int], length: int, own: Sequence[Keys], grounds: Grounds) -> str:
    """Give whom the source calls by a role, if it is somebody else wherever it stands beside a name."""
    beside = [name for place in places for name in _beside(place, place + length, grounds)]
    if not beside or any(set(form) <= set(name) or set(name) <= set(form) for name in beside for form in own):
        return ""
    named = next(
        (name for name in beside if any(form == name[-len(form) :] for form in _other_forms(own, grounds))), ()
    )
    return " ".join(word.title() for word in named)


def _other_forms(own: Sequence[Keys], grounds: Grounds) -> list[Keys]:
    return [form for forms in grounds.all_forms if not set(forms) & set(own) for form in forms]


def _beside(first: int, end: int, grounds: Grounds) -> Iterator[Keys]:
    """Give the names right behind a role (“mayor Mira Lindt”), and right before one (“Mira Lindt, the mayor”)."""
    words = grounds.words.words
    last = end
    while (
        last < len(words)
        and words[last].capital
        and (words[last].gap == " " or (last == end and words[last].gap == ", "))
    ):
        last += 1
    closed = end < len(words) and (words[end].gap == " " or (last < len(words) and words[last].gap[:1] == ","))
    if last > end and closed:  # “Its chairman, Mira Lindt, said”; in “the chairman, Lindt said” somebody else may speak
        yield tuple(word.key for word in words[end:last])
    start = first
    while start > 0 and words[start].gap == " " and words[start - 1].key in _BEFORE_A_ROLE:
        start -= 1
    gap = words[start].gap if start < len(words) else ""
    if start and (gap in {", ", " (", " - "} or (gap == " " and start < first)) and words[start - 1].capital:
        begin = start - 1
        while begin > 0 and words[begin].gap in {" ", ". "} and words[begin - 1].capital:
            begin -= 1
        yield tuple(word.key for word in words[begin:start])


def same_actors(grounds: Grounds) -> Iterator[Found]:
    """Give the names that a second actor claims, and the actors that the registry says are another of the briefing."""
    claimed: dict[str, int] = {}
    known: dict[RegisteredActor, int] = {}
    for number, (actor, registered) in enumerate(zip(grounds.briefing.actors, grounds.registered, strict=True)):
        if registered is not None and (one := known.setdefault(registered, number)) != number:
            other = grounds.briefing.actors[one].name
            message = (
                f"the registry of actors calls both {other} and {actor.name} “{registered.name}”; join the two actors"
            )
            yield Found(path=("actors", number, "name"), code="actor-twice", message=message)
            continue
        for place, form in enumerate((actor.name, *actor.aliases)):
            first = claimed.setdefault(fold(form).casefold(), number)
            if first != number:
                other = grounds.briefing.actors[first].name
                at: Path = ("actors", number, "name") if place == 0 else ("actors", number, "aliases", place - 1)
                message = f"“{form}” is claimed by {other} already; join the two actors, or take the name from one"
                yield Found(path=at, code="actor-twice", message=message)
