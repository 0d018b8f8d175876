"""What runs across briefings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.collecting.site import collect
from briefgen.collecting.slugs import slugs
from briefgen.model.briefing import Actor, Briefing, Evidence, Status, Takeaway, WatchItem
from briefgen.model.site import Entry, ItemOrigin, Site


def entry(
    name: str, *actors: Actor, day: int | None = None, status: Status = "published", topics: tuple[str, ...] = ()
) -> Entry:
    """Give a briefing in its file."""
    on = None if day is None else date(2025, 10, day)
    briefing = Briefing(id=name, title=name, date=on, status=status, actors=actors, topics=topics)
    return Entry(file=f"content/briefings/{name}.md", briefing=briefing)


def person(name: str, *aliases: str) -> Actor:
    """Give a person."""
    return Actor(name=name, kind="person", aliases=aliases)


def site_of(*entries: Entry, drafts: bool = True) -> Site:
    """Collect entries."""
    return collect(entries, site_name="Desk", drafts=drafts)


def names(site: Site) -> list[tuple[str, int]]:
    """Give each actor's name with the number of its appearances."""
    return [(actor.name, len(actor.appearances)) for actor in site.actors]


def test_newest_first_undated_last() -> None:
    """Briefings come by date, then by id; those without a date at the end."""
    site = site_of(entry("b"), entry("a"), entry("old", day=1), entry("new", day=9), entry("also-new", day=9))
    assert [one.briefing.id for one in site.briefings] == ["also-new", "new", "old", "a", "b"]


def test_withdrawn_and_unwanted_drafts_are_in_no_index() -> None:
    """A withdrawn briefing is kept for its stub alone; drafts are gone without a trace where they are not wanted."""
    entries = [
        entry("w", person("Ada Quist"), status="withdrawn", topics=("W",)),
        entry("d", person("Bo Lind"), status="draft", topics=("D",)),
    ]
    site = site_of(*entries, drafts=False)
    assert (site.briefings, site.actors, site.topics) == ((), (), ())
    assert [one.briefing.id for one in site.withdrawn] == ["w"]
    assert names(site_of(*entries)) == [("Bo Lind", 1)]


@pytest.mark.parametrize(
    ("actors", "expected"),
    [
        ([person("Ada Quist"), person("ada  quist")], [("Ada Quist", 2)]),
        ([person("Ada Quist", "Quist"), person("Quist")], [("Ada Quist", 2)]),
        (
            [person("Ada Quist", "the President"), person("Bo Lind", "the President")],
            [("Ada Quist", 1), ("Bo Lind", 1)],
        ),
        (
            [person("John Smith", "Smith"), person("Anna Smith", "Smith"), person("Smith")],
            [("Anna Smith", 1), ("John Smith", 1), ("Smith", 1)],
        ),
        (
            [person("Smith"), person("John Smith", "Smith"), person("John Q. Smith", "John Smith", "Smith")],
            [("John Q. Smith", 3)],
        ),
        ([person("Norland"), Actor(name="Norland", kind="state")], [("Norland", 1), ("Norland", 1)]),
    ],
    ids=["same name", "alias names the other", "shared alias", "ambiguous surname", "chain", "other kind"],
)
def test_actors_merge_where_one_names_the_other(actors: list[Actor], expected: list[tuple[str, int]]) -> None:
    """The same in every order of the briefings: names, appearances and slugs."""
    entries = [entry(f"b{number}", actor, day=number + 1) for number, actor in enumerate(actors)]
    results = {
        tuple((actor.slug, actor.name, len(actor.appearances)) for actor in site_of(*order).actors)
        for order in permutations(entries)
    }
    assert len(results) == 1
    assert sorted((name, count) for _, name, count in results.pop()) == sorted(expected)


def test_two_that_one_briefing_lists_stay_two() -> None:
    """Where an editor lists both a name and its alias as actors, they are two."""
    site = site_of(entry("a", person("Ada Quist", "Quist"), person("Quist")))
    assert names(site) == [("Ada Quist", 1), ("Quist", 1)]


def test_topics_are_one_whatever_their_case() -> None:
    """The spelling most used is shown."""
    site = site_of(entry("a", topics=("Ferries",)), entry("b", topics=("ferries",)), entry("c", topics=("Ferries",)))
    assert [(topic.slug, topic.name, len(topic.briefings)) for topic in site.topics] == [("ferries", "Ferries", 3)]


def test_what_to_watch_comes_by_date() -> None:
    """By the first day known, undated last."""
    watch = (
        WatchItem(text="undated"),
        WatchItem(text="by", end=date(2025, 11, 2)),
        WatchItem(text="first", start=date(2025, 11, 1), end=date(2025, 11, 5)),
    )
    site = site_of(Entry(file="x", briefing=Briefing(id="a", title="a", status="published", watch=watch)))
    assert [one.item.text for one in site.watch] == ["first", "by", "undated"]


def test_anchors_outlive_rewording_and_reordering() -> None:
    """An item's anchor comes from its evidence; two on the same evidence are told apart."""
    quote = (Evidence(quote="The “words” of the source."),)
    other = (Evidence(quote="Others."),)

    def anchors(*takeaways: Takeaway) -> list[str]:
        briefing = Briefing(id="a", title="a", status="published", takeaways=takeaways)
        return [mark.anchor for mark in site_of(Entry(file="x", briefing=briefing)).briefings[0].takeaways]

    first, second = anchors(Takeaway(text="One", evidence=quote), Takeaway(text="Two", evidence=other))
    assert anchors(Takeaway(text="2", evidence=other), Takeaway(text="1", evidence=quote)) == [second, first]
    twice = anchors(Takeaway(text="One", evidence=quote), Takeaway(text="Two", evidence=quote))
    assert len(set(twice)) == 2
    assert all(anchor.startswith("b-takeaway-") for anchor in twice)


def test_each_item_knows_where_it_comes_from() -> None:
    """Origins are laid beside the items; what is not known has none."""
    briefing = Briefing(id="a", title="a", takeaways=(Takeaway(text="1"), Takeaway(text="2")))
    origins = (
        ItemOrigin(section="takeaways", index=1, origin="edited"),
        ItemOrigin(section="title", index=0, origin="drafted"),
        ItemOrigin(section="summary", index=0, origin="written"),
    )
    marked = site_of(Entry(file="x", briefing=briefing, origins=origins)).briefings[0]
    assert [mark.origin for mark in marked.takeaways] == [None, "edited"]
    assert (marked.title_origin, marked.summary_origin) == ("drafted", None)  # it has no summary
    summed = Entry(file="x", briefing=replace(briefing, summary="In short."), origins=origins)
    assert site_of(summed).briefings[0].summary_origin == "written"


@given(st.lists(st.text(max_size=12), unique=True, max_size=12), st.randoms(use_true_random=False))
def test_slugs_do_not_depend_on_order(texts: list[str], order: object) -> None:
    """Distinct names have distinct ASCII slugs, the same whatever the order."""
    given_names = {text: text for text in texts}
    shuffled = list(texts)
    order.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    result = slugs(given_names)
    assert result == slugs({text: text for text in shuffled})
    assert len(set(result.values())) == len(texts)
    assert all(
        slug and slug.isascii() and slug.replace("-", "").isalnum() and slug == slug.lower() for slug in result.values()
    )


@pytest.mark.parametrize(
    "name", ["index", "Readme", "CON", "nul", "COM1", "404", "???", "..", "../../etc", "\u202e", ""]
)
def test_reserved_and_empty_slugs_are_avoided(name: str) -> None:
    """No name takes the listing's address, leaves its folder or is a device."""
    slug = slugs({name: name})[name]
    assert slug not in {"index", "readme", "con", "nul", "com1", "404", "", "..", "."}
    assert "/" not in slug
    assert "." not in slug


def test_homoglyphs_have_slugs_of_their_own() -> None:
    """A Cyrillic letter in a Latin name gives another slug."""
    result = slugs({"Trump": "Trump", "Тrump": "Тrump"})
    assert len(set(result.values())) == 2
