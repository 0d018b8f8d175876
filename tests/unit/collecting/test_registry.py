"""Actors across briefings where the editors have a registry."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from briefgen.collecting.site import collect
from briefgen.model.briefing import Actor, Briefing
from briefgen.model.registry import RegisteredActor, Registry
from briefgen.model.site import Entry

if TYPE_CHECKING:
    from briefgen.model.briefing import ActorKind

QUIST = RegisteredActor(
    name="Ada Quist", kind="person", aliases=("Quist", "Adda Quisst"), not_the_same_as=("Ina Quist", "Qvist")
)
PALACE = RegisteredActor(name="the Palace", kind="organisation")
REGISTRY = Registry(actors=(QUIST, PALACE))


def actor(name: str, *aliases: str, kind: ActorKind = "person") -> Actor:
    """Give an actor."""
    return Actor(name=name, kind=kind, aliases=aliases)


@pytest.mark.parametrize(
    ("briefings", "expected"),
    [
        (
            [[actor("Adda Quisst", "Quisst")], [actor("President Quist", "Quist")], [actor("Quisst")]],
            [("Ada Quist", "person", ("Adda Quisst", "President Quist", "Quisst", "Quist"), 3)],
        ),
        (
            [[actor("Ada Quist", kind="organisation")], [actor("Quist")]],
            [("Ada Quist", "person", ("Quist",), 2)],
        ),
        (
            [[actor("Ina Quist", "Quist")], [actor("Quist")]],
            [("Ada Quist", "person", ("Quist",), 1), ("Ina Quist", "person", ("Quist",), 1)],
        ),
        (
            [[actor("Quist", "Qvist")], [actor("Qvist")]],
            [("Ada Quist", "person", ("Quist", "Qvist"), 1), ("Qvist", "person", (), 1)],
        ),
        (
            [[actor("Ada Quist", "the Boss")], [actor("Palace", "the Boss", kind="organisation")], [actor("the Boss")]],
            [("Ada Quist", "person", ("the Boss",), 2), ("the Palace", "organisation", ("Palace", "the Boss"), 1)],
        ),
        (
            [[actor("Norland", "Palace", kind="state")], [actor("Palace", kind="state")]],
            [("Norland", "state", ("Palace",), 1), ("the Palace", "organisation", ("Palace",), 1)],
        ),
        (
            [[actor("Quist"), actor("Adda Quisst")]],
            [("Ada Quist", "person", ("Adda Quisst", "Quist"), 2)],
        ),
        (
            [[actor("Bo Lind", "Lind")], [actor("Lind")]],
            [("Bo Lind", "person", ("Lind",), 2)],
        ),
    ],
    ids=[
        "spellings, a title, and an alias of a briefing's own",
        "kind",
        "another of the surname",
        "never the same, though an alias",
        "an alias joins one of the kind only",
        "a seat of its own",
        "side by side",
        "unknown to the registry",
    ],
)
def test_actors_follow_the_registry(
    briefings: list[list[Actor]], expected: list[tuple[str, str, tuple[str, ...], int]]
) -> None:
    """Name, kind and page are the registry's; the forms are the briefings'. The same in every order of the briefings."""
    entries = [
        Entry(
            file=f"content/briefings/b{number}.md",
            briefing=Briefing(id=f"b{number}", title="B", status="published", actors=tuple(actors)),
        )
        for number, actors in enumerate(briefings)
    ]
    results = {
        tuple(
            (one.slug, one.name, one.kind, one.aliases, len(one.appearances))
            for one in collect(order, site_name="Desk", registry=REGISTRY).actors
        )
        for order in permutations(entries)
    }
    assert len(results) == 1
    assert sorted(found[1:] for found in results.pop()) == sorted(expected)
