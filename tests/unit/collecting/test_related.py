"""What to read next: briefings that share most, and in so many words what they share."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations
from typing import TYPE_CHECKING

from briefgen.collecting import related as module
from briefgen.collecting.site import collect
from briefgen.model.briefing import Actor, Briefing
from briefgen.model.site import Entry

if TYPE_CHECKING:
    import pytest

    from briefgen.model.site import Site

FIRST = date(2026, 1, 1)


def entry(number: int, *names: str, topics: tuple[str, ...] = ()) -> Entry:
    """Make a briefing of the day so many days after the first, with actors of these names."""
    actors = tuple(Actor(name=name, kind="organisation") for name in names)
    on = FIRST + timedelta(days=number)
    briefing = Briefing(
        id=f"b{number:02}", title=f"B {number}", date=on, status="published", actors=actors, topics=topics
    )
    return Entry(file=f"{number}.md", briefing=briefing)


def site(*entries: Entry) -> Site:
    """Collect them."""
    return collect(entries, site_name="Desk")


def ids(collected: Site, briefing_id: str) -> dict[str, tuple[str, ...]]:
    """Give the related briefings of one, each with what is shared."""
    place = [one.briefing.id for one in collected.briefings].index(briefing_id)
    return {one.marked.briefing.id: one.shared for one in collected.related[place]}


def test_what_few_name_ties_more_than_what_many_do() -> None:
    """A bank that two briefings name goes before a union that all name; nothing shared is not related."""
    collected = site(
        entry(0, "Port Bank", "Union"),
        entry(1, "Union"),
        entry(2, "Union"),
        entry(3, "Union", "Port Bank"),
        entry(4, "X"),
    )
    found = ids(collected, "b03")
    assert list(found) == ["b00", "b02", "b01"]
    assert found["b00"] == ("Port Bank", "Union")
    assert ids(collected, "b04") == {}


def test_actors_and_topics_count_and_of_equals_the_nearest_in_time_is_first() -> None:
    """At most four are given, and of what is shared at most three names."""
    topics = ("Ferries", "Ports", "Strikes", "Islands")
    collected = site(*(entry(number, topics=topics) for number in (0, 10, 20, 30, 40, 50)))
    found = ids(collected, "b30")
    # The place in the list decides, not the number of days.
    assert list(found) == ["b40", "b20", "b50", "b10"]
    assert set(found.values()) == {("Ferries", "Islands", "Ports")}


def test_a_topic_called_like_an_actor_counts_once() -> None:
    """“NATO” is not told twice."""
    collected = site(entry(0, "NATO", topics=("NATO",)), entry(1, "NATO", topics=("Nato",)), entry(2, topics=("nato",)))
    assert ids(collected, "b00") == {"b01": ("NATO",), "b02": ("NATO",)}


def test_the_order_of_the_files_changes_nothing() -> None:
    """The same briefings give the same result."""
    entries = [entry(0, "A", "B"), entry(1, "B", "C"), entry(2, "C", "A"), entry(3, "A", topics=("T",))]
    assert len({tuple(map(str, site(*some).related)) for some in permutations(entries)}) == 1


def test_each_briefing_looks_at_so_many_others_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all share a topic the work grows with their number, not with its square."""
    compared = []

    def counting(most: int, scored: object) -> list[object]:
        found = list(scored)  # type: ignore[call-overload]  # an iterable
        compared.append(len(found))
        return sorted(found)[:most]

    monkeypatch.setattr(module, "nsmallest", counting)
    site(*(entry(number, "Union", topics=("Ferries",)) for number in range(60)))
    assert max(compared) == 12


def test_withdrawn_briefings_and_unshown_drafts_are_related_to_nothing() -> None:
    """Nothing of them is on the site."""
    assert site().related == ()
    assert site(entry(0, "A")).related == ((),)
