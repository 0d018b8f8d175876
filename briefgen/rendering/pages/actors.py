"""The list of actors, by kind and from A to Z."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from briefgen.rendering import addresses
from briefgen.rendering.environment import printed
from briefgen.rendering.pages import actor
from briefgen.rendering.pages.often import most_first
from briefgen.rendering.pages.printed import in_briefings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.briefing import ActorKind
    from briefgen.model.page import Page
    from briefgen.model.site import SiteActor
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles

_IN_FULL = 100
"""On the main page; a site with more has pages by letter."""
_ON_A_LETTERS_PAGE = 400
"""A line is some 300 bytes."""
_FIGURES = "0-9"
_TITLES: dict[ActorKind, str] = {
    "person": "actors.people",
    "organisation": "actors.organisations",
    "state": "actors.states",
    "group": "actors.groups",
}
"""The labels of the groups, in their order."""


class Listed(NamedTuple):
    """An actor in a list, and all that its line rests on."""

    slug: str
    name: str
    kind: ActorKind
    briefings: int
    role: str | None = None
    """The one known last, where the list shows it."""


class Letter(NamedTuple):
    """A letter of the alphabet, and how many actors' slugs begin with it."""

    letter: str
    actors: int


class KindOfActor(NamedTuple):
    """The most written about of one kind."""

    kind: ActorKind
    members: tuple[Listed, ...]
    actors: int
    """How many of that kind there are on the site."""


class Index(NamedTuple):
    """Everything that the list of actors shows."""

    kinds: tuple[KindOfActor, ...]
    by_name: tuple[Listed, ...]
    """All of them, where they are few."""
    letters: tuple[Letter, ...]
    """Where they are many."""
    actors: int
    briefings: int


class OfLetter(NamedTuple):
    """Everything that a page by letter shows."""

    letter: str
    letters: tuple[str, ...]
    """All that there are pages for."""
    members: tuple[Listed, ...]
    number: int
    """Of the page, counted from 1."""
    pages: int
    """Of this letter."""


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the list, the pages by letter where there are many actors, and a page for each."""
    actors = maker.site.actors
    ranked = most_first(actors)
    shown = ranked[:_IN_FULL]
    kinds = tuple(
        KindOfActor(
            kind,
            tuple(_listed(one, count, role=True) for one, count in shown if one.kind == kind),
            sum(one.kind == kind for one in actors),
        )
        for kind in _TITLES
    )
    few = len(actors) <= _IN_FULL
    counts = {one.slug: count for one, count in ranked}
    by_name = tuple(_listed(one, counts[one.slug]) for one in actors)
    letters = _by_letter(by_name)
    index = Index(
        kinds=tuple(kind for kind in kinds if kind.members),
        by_name=by_name if few else (),
        letters=() if few else tuple(Letter(letter, len(members)) for letter, members in letters),
        actors=len(actors),
        briefings=len(maker.site.briefings),
    )
    site = maker.site_if_looked_at("actors.md.jinja")
    yield maker.planned(addresses.ACTORS, partial(_actors, maker, index), index, *site)
    if not few:
        yield from _plan_letters(maker, letters)
    yield from actor.plan(maker)


def _listed(one: SiteActor, briefings: int, *, role: bool = False) -> Listed:
    known = (appearance.actor.role for appearance in one.appearances if appearance.actor.role) if role else iter(())
    return Listed(one.slug, one.name, one.kind, briefings, next(known, None))


def _by_letter(listed: Sequence[Listed]) -> list[tuple[str, tuple[Listed, ...]]]:
    found: dict[str, list[Listed]] = {}
    for one in sorted(listed, key=lambda one: one.slug):
        first = one.slug[0]
        found.setdefault(first if first.isalpha() else _FIGURES, []).append(one)
    return [(letter, tuple(members)) for letter, members in found.items()]


def _plan_letters(maker: PageMaker, letters: Sequence[tuple[str, tuple[Listed, ...]]]) -> Iterator[PlannedPage]:
    site = maker.site_if_looked_at("actors_letter.md.jinja")
    known = tuple(letter for letter, _ in letters)
    for letter, members in letters:
        parts = [members[at : at + _ON_A_LETTERS_PAGE] for at in range(0, len(members), _ON_A_LETTERS_PAGE)]
        for number, part in enumerate(parts, 1):
            shown = OfLetter(letter, known, part, number, len(parts))
            path = addresses.actors_by_letter_path(letter, number)
            yield maker.planned(path, partial(_of_letter, maker, shown), shown, *site)


def _actors(maker: PageMaker, shown: Index, titles: Titles) -> Page:
    links = maker.links(addresses.ACTORS)
    return maker.page(
        titles,
        addresses.ACTORS,
        "actors.md.jinja",
        maker.labels.text("titles.actors"),
        listing=True,
        shown=shown,
        kind_titles=_TITLES,
        letters=tuple((one, links.to(addresses.actors_by_letter_path(one.letter))) for one in shown.letters),
    )


def _of_letter(maker: PageMaker, shown: OfLetter, titles: Titles) -> Page:
    path = addresses.actors_by_letter_path(shown.letter, shown.number)
    links = maker.links(path)
    numbers = range(1, shown.pages + 1) if shown.pages > 1 else ()
    return maker.page(
        titles,
        path,
        "actors_letter.md.jinja",
        maker.labels.text("actors.letter_title", letter=shown.letter.upper()),
        listing=True,
        shown=shown,
        letters=tuple((one, links.to(addresses.actors_by_letter_path(one))) for one in shown.letters),
        members=[
            (
                links.to(addresses.actor_path(one.slug)),
                printed(one.name),
                maker.words[one.kind],
                in_briefings(maker.labels, one.briefings)[1],
            )
            for one in shown.members
        ],
        numbers=tuple((one, links.to(addresses.actors_by_letter_path(shown.letter, one))) for one in numbers),
        index=links.to(addresses.ACTORS),
    )
