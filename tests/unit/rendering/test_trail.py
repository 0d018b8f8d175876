"""What readers are told of how a briefing came about."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest

from briefgen.collecting.site import collect
from briefgen.model.briefing import Actor, Briefing, Correction, Status, Takeaway, Waiver
from briefgen.model.site import Entry, ItemOrigin, Site
from briefgen.rendering.labels import read_labels
from briefgen.rendering.pages import render_pages
from briefgen.rendering.trail import last_changed, lines_in_words, newest_first, review_in_words

if TYPE_CHECKING:
    from briefgen.model.draft import Origin

ENGLISH = read_labels()
REVIEWED = Briefing(
    id="ferry",
    title="Ferry crews vote",
    date=date(2026, 10, 29),
    status="reviewed",
    reviewed_by="Ada Quist",
    reviewed_on=date(2026, 11, 3),
    topics=("Ferries",),
    takeaways=(Takeaway(text="They voted."),),
    actors=(Actor(name="Bo Lind", kind="person"),),
)
CORRECTION = Correction(date=date(2026, 11, 5), was="They will vote.", now="They voted.", why="The vote was over.")


def site_of(briefing: Briefing, *origins: Origin | None) -> Site:
    """Collect one briefing whose title, takeaways and summary have these origins, in this order."""
    places = [("title", 0), *(("takeaways", index) for index in range(len(briefing.takeaways))), ("summary", 0)]
    known = tuple(
        ItemOrigin(section=section, index=index, origin=origin)  # type: ignore[arg-type]  # one of the sections
        for (section, index), origin in zip(places, origins, strict=False)
        if origin is not None
    )
    return collect([Entry(file="content/briefings/ferry.md", briefing=briefing, origins=known)], site_name="Desk")


def page_of(site: Site, path: str = "briefings/ferry.md") -> str:
    """Render one page."""
    return next(page.text for page in render_pages(site) if page.path == path)


def words_of(html: str) -> str:
    """Give what a reader sees of a piece of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def trail_of(briefing: Briefing) -> str:
    """Give the words of the line below a briefing's title."""
    found = re.search(r'<p class="b-trail">(.*?)</p>', page_of(site_of(briefing)), re.DOTALL)
    assert found is not None
    return words_of(found[1])


@pytest.mark.parametrize(
    ("status", "by", "on", "expected"),
    [
        ("reviewed", "Ada Quist", date(2026, 11, 3), "Reviewed by Ada Quist, 3 November 2026"),
        ("reviewed", "Ada Quist", None, "Reviewed by Ada Quist"),
        ("reviewed", None, date(2026, 11, 3), "Reviewed on 3 November 2026"),
        ("reviewed", None, None, "Reviewed"),
        ("published", "Ada Quist", date(2026, 11, 3), "Published Reviewed by Ada Quist, 3 November 2026"),
        ("published", None, None, "Published"),
        ("withdrawn", "Ada Quist", None, "Withdrawn Reviewed by Ada Quist"),
        ("draft", "Ada Quist", date(2026, 11, 3), "Draft, not reviewed"),
    ],
)
def test_the_head_says_the_state_and_who_reviewed_it(
    status: Status, by: str | None, on: date | None, expected: str
) -> None:
    """In words, whichever of name and day is given; a draft is never said to be reviewed."""
    assert trail_of(replace(REVIEWED, status=status, reviewed_by=by, reviewed_on=on)) == expected


@pytest.mark.parametrize("status", ["reviewed", "published", "withdrawn", "draft"])
@pytest.mark.parametrize("by", ["Ada Quist", None])
@pytest.mark.parametrize("on", [date(2026, 11, 3), None])
def test_feeds_and_pages_say_the_same_of_a_review(status: Status, by: str | None, on: date | None) -> None:
    """The plain words are those of the page's head, and nothing where neither name nor day is given."""
    briefing = replace(REVIEWED, status=status, reviewed_by=by, reviewed_on=on)
    said = review_in_words(briefing, ENGLISH)
    assert trail_of(briefing).endswith(said)
    assert bool(said) is (status != "draft" and bool(by or on))


@pytest.mark.parametrize(
    ("corrections", "expected"),
    [
        ((CORRECTION,), "Corrected on 5 November 2026"),
        (
            (replace(CORRECTION, date=date(2026, 11, 1)), CORRECTION, replace(CORRECTION, date=date(2026, 11, 4))),
            "3 corrections, the last on 5 November 2026",
        ),
    ],
)
def test_the_head_links_to_the_corrections(corrections: tuple[Correction, ...], expected: str) -> None:
    """The newest day is named, however they are ordered in the file, and the link's target is on the page."""
    page = page_of(site_of(replace(REVIEWED, corrections=corrections)))
    link = re.search(r'<a class="b-corrected" href="#([^"]*)">(.*?)</a>', page, re.DOTALL)
    assert link is not None
    assert words_of(link[2]) == expected
    assert f"## Corrections {{ #{link[1]} " in page


def test_corrections_come_newest_first() -> None:
    """By day, and those of one day in the order of the file."""
    first, second = replace(CORRECTION, was="first"), replace(CORRECTION, was="second")
    old = replace(CORRECTION, was="old", date=date(2026, 11, 1))
    assert newest_first((old, first, second)) == (first, second, old)


@pytest.mark.parametrize("path", ["index.md", "briefings/index.md", "topics/ferries.md", "actors/bo-lind.md"])
def test_listings_mark_what_was_corrected(path: str) -> None:
    """With the day, for whoever read it before; nothing stands there where nothing was corrected."""
    corrected = site_of(replace(REVIEWED, corrections=(CORRECTION,)))
    assert "Corrected 5 November 2026" in words_of(page_of(corrected, path))
    assert "Corrected" not in words_of(page_of(site_of(REVIEWED), path))


def test_a_withdrawn_briefing_shows_nothing_that_it_said() -> None:
    """Its stub gives the day and the reason of a correction, and neither what it said nor what it said instead."""
    page = page_of(site_of(replace(REVIEWED, status="withdrawn", corrections=(CORRECTION,), summary="Crews voted.")))
    assert "The vote was over." in page
    assert "5 November 2026" in page
    assert "They" not in page
    assert "Crews voted" not in page
    silent = page_of(site_of(replace(REVIEWED, status="withdrawn", corrections=(replace(CORRECTION, why=None),))))
    assert "What was wrong" not in silent
    assert "They" not in silent


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((None, None, ()), None),
        ((date(2026, 10, 29), None, ()), date(2026, 10, 29)),
        ((None, date(2026, 11, 3), ()), date(2026, 11, 3)),
        ((date(2026, 12, 1), date(2026, 11, 3), (date(2026, 11, 5),)), date(2026, 12, 1)),
        ((date(2026, 10, 29), date(2026, 11, 3), (date(2026, 11, 9), date(2026, 11, 5))), date(2026, 11, 9)),
    ],
)
def test_the_last_change_is_the_newest_day_in_the_file(
    days: tuple[date | None, date | None, tuple[date, ...]], expected: date | None
) -> None:
    """No clock: date, review or correction, whichever is newest."""
    on, reviewed_on, corrected = days
    corrections = tuple(replace(CORRECTION, date=day) for day in corrected)
    assert last_changed(replace(REVIEWED, date=on, reviewed_on=reviewed_on, corrections=corrections)) == expected


def test_the_sites_map_gets_the_day_of_a_review_or_correction() -> None:
    """The day of the source alone says nothing of the page, so nothing is said."""
    assert 'lastmod: "2026-11-03"' in page_of(site_of(REVIEWED))
    assert 'lastmod: "2026-11-05"' in page_of(site_of(replace(REVIEWED, corrections=(CORRECTION,))))
    assert "lastmod" not in page_of(site_of(replace(REVIEWED, reviewed_on=None)))


@pytest.mark.parametrize(
    ("origins", "expected"),
    [
        ([None, None, None, None], ""),
        (["drafted"] * 4, "All 4 lines were drafted by a program."),
        (["edited"] * 4, "All 4 lines were drafted by a program and then edited."),
        (["written"] * 4, "All 4 lines were written by an editor."),
        (["drafted"], "1 of 4 lines was drafted by a program, of 3 it is not known."),
        (
            ["written", "drafted", "drafted", "edited"],
            "2 of 4 lines were drafted by a program, 1 drafted by a program and then edited, 1 written by an editor.",
        ),
        (
            ["edited", "written", "written", "written"],
            "1 of 4 lines was drafted by a program and then edited, 3 written by an editor.",
        ),
    ],
)
def test_a_reader_is_told_who_worded_the_lines(origins: list[Origin | None], expected: str) -> None:
    """The title, the bottom line and every item count; what is not known is said, too."""
    briefing = replace(REVIEWED, summary="Crews voted.", actors=(), takeaways=(Takeaway(text="1"), Takeaway(text="2")))
    site = site_of(briefing, *origins)
    assert lines_in_words(site.briefings[0], ENGLISH) == expected
    assert expected in words_of(page_of(site))
    assert ("Wording" in page_of(site)) is bool(expected)


def test_an_only_line_is_told_without_a_count() -> None:
    """A briefing that is a title and no more."""
    site = site_of(Briefing(id="ferry", title="Ferry"), "written")
    assert lines_in_words(site.briefings[0], ENGLISH) == "Its only line was written by an editor."


def test_each_line_bears_its_mark() -> None:
    """The bottom line and each item say whose they are, the title at the end of the page."""
    briefing = replace(REVIEWED, summary="Crews voted.", actors=())
    page = page_of(site_of(briefing, "drafted", "edited", "written"))
    marks = [words_of(mark) for mark in re.findall(r'<span class="b-origin[^>]*>[^<]*</span>', page)]
    bottom_line, takeaway, *about = marks
    assert (bottom_line, takeaway) == ("Written by an editor", "Drafted, then edited")
    assert about == ["Drafted by a program", "Written by an editor"]


@pytest.mark.parametrize(
    ("origins", "expected"),
    [
        (["written"] * 2, "Written by an editor and not yet reviewed."),
        (["written", "edited"], "Drafted by a program and not yet reviewed."),
        ([], "Drafted by a program and not yet reviewed."),
    ],
)
def test_the_banner_of_a_draft_says_who_drafted_it(origins: list[Origin], expected: str) -> None:
    """What an editor wrote from its first line to its last is not called a program's; where in doubt it is."""
    briefing = replace(REVIEWED, status="draft", actors=())
    assert expected in words_of(page_of(site_of(briefing, *origins)))


def test_what_an_editor_waived_is_not_for_readers() -> None:
    """Neither the code nor the reason is on any page."""
    waiver = (Waiver(code="too-long", reason="Secret reason."),)
    takeaway = replace(REVIEWED.takeaways[0], waived=waiver)
    pages = render_pages(site_of(replace(REVIEWED, waived=waiver, takeaways=(takeaway,))))
    assert not any("too-long" in page.text or "Secret" in page.text for page in pages)
