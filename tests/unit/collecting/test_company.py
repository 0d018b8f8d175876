"""Who stands in the same briefings, and on which topics."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from briefgen.collecting import company
from briefgen.collecting.site import collect
from briefgen.model.briefing import Actor, Briefing
from briefgen.model.site import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

    from briefgen.model.site import Site, Tally


def entry(name: str, actors: str, topics: str = "") -> Entry:
    """Give a briefing with persons and topics, each named by a letter."""
    people = tuple(Actor(name=f"Person {letter}", kind="person") for letter in actors)
    briefing = Briefing(id=name, title=name, actors=people, topics=tuple(f"Topic {letter}" for letter in topics))
    return Entry(file=f"content/briefings/{name}.md", briefing=briefing)


def site_of(*entries: Entry) -> Site:
    """Collect entries."""
    return collect(entries, site_name="Desk")


def told(tallies: Iterable[Tally]) -> list[tuple[str, int]]:
    """Give the last letter of each name with its count."""
    return [(tally.name[-1], tally.briefings) for tally in tallies]


def test_company_is_counted_by_briefings() -> None:
    """The most frequent first, of equals the first by name; nobody is in their own company."""
    site = site_of(entry("1", "ABC", "XY"), entry("2", "AC", "Y"), entry("3", "CD", "Z"), entry("4", "E"))
    company_of = {actor.name[-1]: told(actor.company) for actor in site.actors}
    assert company_of == {
        "A": [("C", 2), ("B", 1)],
        "B": [("A", 1), ("C", 1)],
        "C": [("A", 2), ("B", 1), ("D", 1)],
        "D": [("C", 1)],
        "E": [],
    }
    topics_of = {actor.name[-1]: told(actor.topics) for actor in site.actors}
    assert topics_of["A"] == [("Y", 2), ("X", 1)]
    assert topics_of["C"] == [("Y", 2), ("X", 1), ("Z", 1)]
    assert topics_of["E"] == []
    assert {topic.name[-1]: told(topic.actors) for topic in site.topics} == {
        "X": [("A", 1), ("B", 1), ("C", 1)],
        "Y": [("A", 2), ("C", 2), ("B", 1)],
        "Z": [("C", 1), ("D", 1)],
    }


def test_the_order_of_the_files_changes_nothing() -> None:
    """The same briefings give the same company in whatever order they are read."""
    entries = [entry("1", "ABCD", "XY"), entry("2", "DCB", "YX"), entry("3", "AD", "Z")]
    expected = site_of(*entries)
    for order in permutations(entries):
        assert site_of(*order) == expected


def test_whom_a_briefing_names_twice_is_counted_once() -> None:
    """A briefing that gives an actor in two rows is one briefing all the same."""
    one = entry("1", "AB").briefing
    twice = Entry(file="x", briefing=Briefing(id="2", title="2", actors=(*one.actors, *one.actors)))
    site = site_of(twice)
    assert {actor.name[-1]: told(actor.company) for actor in site.actors} == {"A": [("B", 1)], "B": [("A", 1)]}


def test_a_crowd_costs_no_square_of_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a briefing with very many actors the first count as company, and everybody keeps some."""
    monkeypatch.setattr(company, "_FIRST", 3)
    site = site_of(entry("1", "DCBAE"))
    assert {actor.name[-1]: told(actor.company) for actor in site.actors} == {
        "A": [("B", 1), ("C", 1), ("D", 1)],
        "B": [("C", 1), ("D", 1)],
        "C": [("B", 1), ("D", 1)],
        "D": [("B", 1), ("C", 1)],
        "E": [("B", 1), ("C", 1), ("D", 1)],
    }


def test_a_few_are_told() -> None:
    """Of a long company the twelve most frequent."""
    letters = "ABCDEFGHIJKLMNOP"
    site = site_of(entry("1", letters), entry("2", "AP"))
    first = next(actor for actor in site.actors if actor.name == "Person A")
    assert told(first.company) == [("P", 2), *((letter, 1) for letter in "BCDEFGHIJKL")]
