"""The list of actors, the pages by letter, and the page of an actor."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.model.briefing import Actor, Correction
from briefgen.rendering.pages.roles import roles_over_time
from tests.unit.rendering.listed import (
    FIRST_DAY,
    QUOTE,
    briefing,
    large_pages,
    large_site,
    pages_of,
    part,
    plan_of,
    site_of,
    stale,
    words_of,
)

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing

ADA = Actor(name="Ada Quist", kind="person", aliases=("Quist",), evidence=(QUOTE,))
BO = Actor(name="Bo Lind", kind="person", evidence=(QUOTE,))
BOARD = Actor(name="Harbour Board", kind="organisation", evidence=(QUOTE,))


def as_(actor: Actor, role: str | None = None, position: str | None = None) -> Actor:
    """Give an actor with a role and a position."""
    return replace(actor, role=role, position=position)


def actor_page(*briefings: Briefing, slug: str = "ada-quist") -> str:
    """Give the page of an actor on a site of these briefings."""
    return pages_of(site_of(*briefings))[f"actors/{slug}.md"]


def test_a_role_says_as_of_which_day() -> None:
    """The one known last comes first; older ones below, each once, with the day on which it was first given."""
    page = actor_page(
        briefing(1, as_(ADA, "deputy head")),
        briefing(3, as_(ADA, "Head of the “board”")),
        briefing(5, as_(ADA)),
        briefing(7, as_(ADA, 'head of the "Board"')),
    )
    assert words_of(part(page, "b-role")) == (
        'Role As of 8 January 2024 · first given on 4 January 2024 head of the "Board" As of 2 January 2024 deputy head'
    )
    link = re.search(r'<p class="b-role-day"><a href="([^"]*)"', page)
    assert link
    assert link[1].startswith("../../briefings/story-0007/#b-actor-")


def test_roles_without_a_day_and_of_drafts_say_so() -> None:
    """A source without a date gives a role as of no day, and a draft's role is marked as one."""
    page = actor_page(
        briefing(1, as_(ADA, "head"), date=None),
        briefing(2, as_(ADA, "mayor"), status="draft"),
    )
    assert words_of(part(page, "b-role")) == (
        "Role As of 3 January 2024 Draft, not reviewed mayor From a source without a date head"
    )


def test_a_role_told_twice_on_one_day_has_one_day() -> None:
    """Nothing is said of a first day where there is no other."""
    site = site_of(briefing(1, as_(ADA, "head")), briefing(2, as_(ADA, "head"), date=briefing(1).date))
    (role,) = roles_over_time(site.actors[0].appearances)
    assert (role.on, role.first) == (briefing(1).date, None)


def test_positions_come_by_date_with_their_evidence() -> None:
    """Newest first, each with its day, a link to the item in its briefing, and the exact words."""
    page = actor_page(briefing(1, as_(ADA, None, "Wants a gate.")), briefing(4, as_(ADA, None, "Wants no gate.")))
    section = part(page, "b-positions")
    assert re.findall(r'<p class="b-text">(.*?)</p>', section) == ["Wants no gate.", "Wants a gate."]
    assert re.findall(r"<time[^>]*>(.*?)</time><span class=\"b-dot\"> · </span><a href=\"(.*?)#b-actor", section) == [
        ("5 January 2024", "../../briefings/story-0004/"),
        ("2 January 2024", "../../briefings/story-0001/"),
    ]
    assert section.count("<details") == section.count("</details>") == 2
    assert words_of(section).count(QUOTE.quote) == 2


def test_with_whom_and_on_what_are_linked_with_their_counts() -> None:
    """By how many briefings they share; the number is there in words for who listens."""
    page = actor_page(
        briefing(1, ADA, BO, BOARD, topics=("Ports", "Trade")), briefing(2, ADA, BOARD, topics=("Ports",))
    )
    assert re.findall(r'<a href="(.*?)"><bdi>(.*?)</bdi></a>', part(page, "b-company")) == [
        ("../harbour-board/", "Harbour Board"),
        ("../bo-lind/", "Bo Lind"),
    ]
    assert "Harbour Board 2 2 briefings" in words_of(part(page, "b-company"))
    assert words_of(part(page, "b-topics")) == "On what Ports 2 2 briefings Trade 1 1 briefing"


def test_what_is_missing_is_said() -> None:
    """An actor with nothing but a name has a page of honest words."""
    words = words_of(actor_page(briefing(1, ADA, date=None)))
    for expected in (
        "No briefing gives a role.",
        "No briefing says what they say or want.",
        "No other actor stands in the same briefings.",
        "The briefings have no topics.",
        "No date given",
    ):
        assert expected in words


@pytest.mark.parametrize(
    ("statuses", "banner", "count"),
    [
        (("draft", "draft"), True, False),
        (("draft", "published"), False, True),
        (("reviewed", "published"), False, False),
    ],
)
def test_drafts_are_named(statuses: tuple[str, str], *, banner: bool, count: bool) -> None:
    """A page that rests on drafts alone says so on top and is kept from search engines; else their number is told."""
    page = actor_page(*(briefing(number, ADA, status=status) for number, status in enumerate(statuses)))
    assert ("nobody has reviewed. Check it against the evidence" in words_of(page)) is banner
    assert ("noindex: true" in page) is banner
    assert ("1 of them is a draft that nobody has reviewed" in words_of(page)) is count


def test_what_was_corrected_is_marked() -> None:
    """In the line of its briefing, with the day."""
    corrected = briefing(1, ADA, corrections=(Correction(date=FIRST_DAY, was="a", now="b"),))
    assert "Corrected 1 January 2024" in words_of(part(actor_page(corrected), "b-appearances"))


def test_an_actor_in_1000_briefings_has_small_pages() -> None:
    """The newest positions in full, the rest in lines on further pages; each of the 1,000 is linked once in the lines."""
    pages = {path: text for path, text in large_pages().items() if path.startswith("actors/ada-quist")}
    main = pages["actors/ada-quist.md"]
    assert main.count("<details") == 25
    assert "The newest 25 in full" in main
    assert max(len(text.encode()) for text in pages.values()) < 150_000
    lines = [
        link
        for text in pages.values()
        for link in re.findall(r'<li><span class="b-line-day">.*?<a href="[./]*briefings/(.*?)/#', text)
    ]
    assert sorted(lines) == [f"story-{number:04}" for number in range(1000)]
    assert words_of(main).count("Said that the gate would open in March") > 25


def test_older_pages_stay_as_they_are() -> None:
    """They are counted from the oldest: a new briefing changes the actor's own page and none of them."""
    site = large_site()
    more = site_of(*(one.briefing for one in site.briefings), briefing(1000, as_(ADA, "head", "Wants more.")))
    before = {path: one for path, one in plan_of(site).items() if "/ada-quist" in path}
    after = plan_of(more)
    assert len(before) > 5
    assert [path for path in before if not after[path].rests_on(before[path].page_and_grounds()[1])] == [
        "actors/ada-quist.md"
    ]


def test_the_list_goes_by_kind_and_by_how_much_is_written() -> None:
    """Most written about first, of equals who was last in the news, with the role known last; then all by name."""
    pages = pages_of(
        site_of(
            briefing(1, as_(ADA, "head"), BO, BOARD),
            briefing(2, as_(ADA, "mayor"), Actor(name="Zoe Ek", kind="person", evidence=(QUOTE,))),
        )
    )
    words = words_of(pages["actors/index.md"])
    assert "4 actors in 2 briefings, most written about first." in words
    assert re.search(
        r"People .*Ada Quist mayor 2 briefings Zoe Ek 1 briefing Bo Lind 1 briefing .*Organisations .*Harbour Board 1",
        words,
    )
    assert words.endswith("Ada Quist Bo Lind Harbour Board Zoe Ek")
    assert not [path for path in pages if path.startswith("actors/a-z/")]


def test_every_one_of_many_actors_is_reached_by_letter() -> None:
    """Beyond a hundred the list shows the most written about; pages by letter hold all of them, each once."""
    pages = large_pages()
    index = pages["actors/index.md"]
    assert index.count("<li>") < 130
    assert "The 51 most written about of 1,001." in words_of(index)
    linked = set(re.findall(r'<a href="(a-z/.*?)/"', index))
    letters = {path for path in pages if path.startswith("actors/a-z/")}
    assert linked == {"a-z/a", "a-z/p", "a-z/u"}
    assert letters == {"actors/a-z/a.md"} | {
        f"actors/a-z/{letter}{number}.md" for letter in "pu" for number in ("", "-2", "-3")
    }
    assert max(len(pages[path].encode()) for path in (*letters, "actors/index.md")) < 150_000
    found = [
        slug for path in sorted(letters) for slug in re.findall(r'<li><a href="\.\./\.\./([^./].*?)/"', pages[path])
    ]
    assert sorted(found) == sorted(actor.slug for actor in large_site().actors)
    for number in (2, 3):
        assert f'href="../p-{number}/"' in pages["actors/a-z/p.md"]


def test_no_briefings_no_actors() -> None:
    """An empty list says so."""
    assert "No briefing names an actor yet." in words_of(pages_of(site_of())["actors/index.md"])


def test_an_actors_page_rests_on_what_it_shows() -> None:
    """A saved word that it does not show leaves it as it is; one that it shows does not."""
    old = (briefing(1, as_(ADA, "head")), briefing(2, BO))

    def changed(*new: Briefing) -> set[str]:
        return {path for path in stale(site_of(*old), site_of(*new)) if path.startswith("actors/")}

    assert changed(replace(old[0], summary="Another bottom line."), old[1]) == set()
    assert changed(replace(old[0], title="Another title"), old[1]) == {"actors/ada-quist.md"}
    assert changed(replace(old[0], status="draft"), old[1]) == {"actors/ada-quist.md"}
    assert changed(briefing(1, as_(ADA, "mayor")), old[1]) == {"actors/ada-quist.md", "actors/index.md"}
    assert changed(old[0], briefing(2, BO, ADA)) == {"actors/ada-quist.md", "actors/bo-lind.md", "actors/index.md"}


def test_many_briefings_can_be_filtered() -> None:
    """Ten and more lead to the list of briefings with the actor chosen in its filter; fewer are seen at a glance."""
    many = [briefing(number, as_(ADA)) for number in range(10)]
    link = '<a href="../../briefings/?actor=ada-quist">Filter these briefings</a>'
    assert link in part(actor_page(*many), "b-appearances")
    assert "?actor=" not in actor_page(*many[1:])
