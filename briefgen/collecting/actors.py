"""Marked, Marked, … -> SiteActor, SiteActor, …: the same actor in several briefings becomes one."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.collecting.slugs import slugs
from briefgen.model.folding import fold
from briefgen.model.registry import NO_REGISTRY
from briefgen.model.site import Appearance, SiteActor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.registry import RegisteredActor, Registry
    from briefgen.model.site import Marked

Key = tuple[str, str]
"""An actor's kind and its folded name; for whom the registry knows, those that it gives."""


def collect_actors(briefings: Iterable[Marked], registry: Registry = NO_REGISTRY) -> tuple[SiteActor, ...]:
    """Give the actors of all briefings, by name.

    Two are the same when they are of the same kind and share a name, or when the name of one is an alias of the other
    and of nobody else. An alias that two share proves nothing ("the president"), and a name that could be two actors
    ("Smith" beside John Smith and Anna Smith) stays apart, as do two that one briefing lists side by side. The
    registry goes before all of that: whom it knows goes by its name and kind, and it may say of two that they are not one.
    """
    by_name: dict[Key, list[Appearance]] = defaultdict(list)
    for marked in briefings:
        for index, (actor, mark) in enumerate(zip(marked.briefing.actors, marked.actors, strict=True)):
            appearance = Appearance(marked=marked, index=index, actor=actor, mark=mark)
            called = registry.whose(actor.name, actor.aliases, actor.kind) or actor
            by_name[called.kind, folded_name(called.name)].append(appearance)
    groups = _grouped(by_name, registry)
    identities = {min(group): group for group in groups}
    names = {
        key: _name([appearance for member in group for appearance in by_name[member]], _registered(group, registry))
        for key, group in identities.items()
    }
    slug_of = slugs({"\n".join(key): name for key, name in names.items()})
    actors = []
    for key, group in identities.items():
        appearances = [appearance for member in group for appearance in by_name[member]]
        known = _registered(group, registry)
        actors.append(
            SiteActor(
                slug=slug_of["\n".join(key)],
                name=names[key],
                kind=known.kind if known else appearances[0].actor.kind,
                aliases=_aliases(appearances, names[key]),
                appearances=tuple(sorted(appearances, key=newest_first)),
            )
        )
    return tuple(sorted(actors, key=lambda actor: (folded_name(actor.name), actor.kind, actor.slug)))


@lru_cache(maxsize=65_536)  # most names stand in many briefings: two thirds of the time of collecting 1,000
def folded_name(name: str) -> str:
    """Give the name for comparing: without regard to case, white space, quote marks and dashes."""
    return fold(name).casefold()


def newest_first(appearance: Appearance) -> tuple[int, str, int]:
    """Give what sorts appearances: newest briefing first, undated last, then by id and by place in the briefing."""
    briefing = appearance.marked.briefing
    return (-briefing.date.toordinal() if briefing.date else 0, briefing.id, appearance.index)


def _registered(group: frozenset[Key], registry: Registry) -> RegisteredActor | None:
    """Give the actor of the registry that a group of names is; it holds one at most."""
    return next((known for _, name in sorted(group) if (known := registry.find(name)) is not None), None)


def _grouped(by_name: dict[Key, list[Appearance]], registry: Registry) -> list[frozenset[Key]]:
    """Join names in rounds, each decided on the groups of the round before, until nothing changes."""
    groups = [frozenset([key]) for key in sorted(by_name)]
    while True:
        joined = _joined(groups, _links(groups, by_name), registry)
        if len(joined) == len(groups):
            return joined
        groups = joined


def _links(groups: list[frozenset[Key]], by_name: dict[Key, list[Appearance]]) -> list[tuple[int, int]]:
    aliased: dict[Key, set[int]] = defaultdict(set)
    briefings: list[frozenset[str]] = []
    for number, group in enumerate(groups):
        found = [(kind, appearance) for kind, name in group for appearance in by_name[kind, name]]
        briefings.append(frozenset(appearance.marked.briefing.id for _, appearance in found))
        for kind, appearance in found:
            for alias in appearance.actor.aliases:
                aliased[kind, folded_name(alias)].add(number)
    links = []
    for number, group in enumerate(groups):
        others = set().union(*(aliased[key] for key in group)) - {number}
        if len(others) == 1:
            other = others.pop()
            if not briefings[number] & briefings[other]:
                links.append((number, other))
    return links


def _joined(groups: list[frozenset[Key]], links: list[tuple[int, int]], registry: Registry) -> list[frozenset[Key]]:
    root = list(range(len(groups)))
    members = dict(enumerate(groups))

    def find(number: int) -> int:
        while root[number] != number:
            number = root[number]
        return number

    for left, right in links:
        first, second = find(left), find(right)
        apart = any(registry.apart(one, other) for _, one in members[first] for _, other in members[second])
        if first != second and not apart:
            root[first] = second
            members[second] |= members.pop(first)
    return sorted(members.values(), key=min)


def _name(appearances: list[Appearance], known: RegisteredActor | None) -> str:
    """Give the registry's name, else the longest: briefings give the fullest that their text prints. Then the most used."""
    if known is not None:
        return known.name
    used = Counter(appearance.actor.name for appearance in appearances)
    return min(used, key=lambda name: (-len(fold(name)), -used[name], name))


def _aliases(appearances: list[Appearance], name: str) -> tuple[str, ...]:
    forms: dict[str, str] = {}
    for appearance in appearances:
        for form in (appearance.actor.name, *appearance.actor.aliases):
            known = forms.get(folded_name(form))
            forms[folded_name(form)] = form if known is None else min(known, form)
    forms.pop(folded_name(name), None)
    return tuple(form for _, form in sorted(forms.items()))
