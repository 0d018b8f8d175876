"""What a briefing's page says of each item: no more than tells a reader something."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from briefgen.collecting.site import collect
from briefgen.model.briefing import Actor, Briefing, Source, Takeaway, WatchItem
from briefgen.model.site import Entry
from briefgen.rendering.briefing_view import BriefingView, Linked
from briefgen.rendering.environment import environment
from briefgen.rendering.page_maker import PageMaker
from briefgen.rendering.site import plan

BRIEFING = Briefing(id="a", title="Ferry *crews* vote", date=date(2026, 1, 5), status="published")


def view_of(briefing: Briefing, address: str = "https://desk.example/briefings/a/") -> BriefingView:
    """Put a briefing into words."""
    site = collect([Entry(file="a.md", briefing=briefing)], site_name="Desk")
    maker = PageMaker(site=site, templates=environment(), directories=True)
    return maker.views.view(site.briefings[0], site_name="Desk", address=address)


def words_of(html: str) -> str:
    """Give what a reader sees of a piece of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "“Ferry *crews* vote”. Desk, 5 January 2026. Published. https://desk.example/briefings/a/"),
        (
            {"reviewed_by": "Ada Quist", "reviewed_on": date(2026, 1, 6)},
            (
                "“Ferry *crews* vote”. Desk, 5 January 2026. Reviewed by Ada Quist, 6 January 2026. "
                "https://desk.example/briefings/a/"
            ),
        ),
        ({"date": None}, "“Ferry *crews* vote”. Desk. Published. https://desk.example/briefings/a/"),
        (
            {"status": "draft", "reviewed_by": "Ada Quist"},
            "“Ferry *crews* vote”. Desk, 5 January 2026. Draft, not reviewed. https://desk.example/briefings/a/",
        ),
    ],
)
def test_a_citation_says_what_it_is_worth(change: dict[str, object], expected: str) -> None:
    """Title, site, day, who reviewed it or its state, and the address; a draft is never called reviewed."""
    assert view_of(replace(BRIEFING, **change)).citation == expected  # type: ignore[arg-type]  # fields by name


def test_a_site_without_an_address_leaves_it_to_the_page() -> None:
    """The script that copies adds the page's own."""
    assert view_of(BRIEFING, "").citation == "“Ferry *crews* vote”. Desk, 5 January 2026. Published."


@pytest.mark.parametrize(
    ("aliases", "expected"),
    [
        (("Marlowe", "ines"), ""),
        (("the secretary", "Marlowe"), "Also named the secretary"),
        (("Ines M.", "IM"), "Also named Ines M., IM"),
    ],
)
def test_a_part_of_a_name_is_no_other_name(aliases: tuple[str, ...], expected: str) -> None:
    """That Ines Marlowe is called Marlowe tells nobody anything."""
    actor = Actor(name="Ines Marlowe", kind="person", aliases=aliases)
    assert words_of(view_of(replace(BRIEFING, actors=(actor,))).actors[0].lead) == expected


@pytest.mark.parametrize(
    ("when", "start", "end", "expected"),
    [
        ("5 November", date(2026, 11, 5), date(2026, 11, 5), "Expected Thursday, 5 November 2026"),
        ("Thursday", date(2026, 11, 5), date(2026, 11, 5), "Expected Thursday, 5 November 2026"),
        (
            "next week",
            date(2026, 11, 2),
            date(2026, 11, 8),
            "Expected 2–8 November 2026 printed as “next week”",
        ),
        ("soon", None, None, "Expected “soon” no date follows from it"),
        (None, None, None, "Expected No date given"),
    ],
)
def test_what_is_printed_is_said_where_the_date_does_not_say_it(
    when: str | None, start: date | None, end: date | None, expected: str
) -> None:
    """A reader can tell what the source says from what was worked out of it."""
    item = WatchItem(text="Talks", when=when, start=start, end=end)
    assert words_of(view_of(replace(BRIEFING, watch=(item,))).watch[0].lead) == expected


def test_only_sections_that_hold_something_are_counted() -> None:
    """What leads nowhere is not offered."""
    briefing = replace(BRIEFING, takeaways=(Takeaway(text="A"),), watch=(WatchItem(text="B"), WatchItem(text="C")))
    assert [(anchor, str(count)) for anchor, count in view_of(briefing).counts] == [
        ("b-takeaways", "1 takeaway"),
        ("b-watch", "2 things to watch"),
    ]


def test_a_page_rests_on_what_it_says_of_others_and_on_nothing_else_of_them() -> None:
    """What is edited inside a neighbour or a related briefing leaves the page as it was; its title does not."""
    own = Entry(file="a.md", briefing=replace(BRIEFING, topics=("Ferries",)))
    other = Briefing(id="b", title="Other", date=date(2026, 1, 4), status="published", topics=("Ferries",))

    def inputs(briefing: Briefing) -> tuple[object, ...]:
        site = collect([own, Entry(file="b.md", briefing=briefing)], site_name="Desk")
        return next(one.inputs for one in plan(site, environment()) if one.path == "briefings/a.md")

    assert (Linked("b", "Other", date(2026, 1, 4), shared=("Ferries",)),) in inputs(other)
    assert inputs(other) == inputs(replace(other, summary="New.", sources=(Source(file="seeds/x.txt"),)))
    assert inputs(other) != inputs(replace(other, title="Another"))
