"""The home page: what a reader sees first."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from briefgen.model.briefing import Actor, Question, WatchItem
from tests.unit.rendering.listed import (
    FIRST_DAY,
    QUOTE,
    briefing,
    large_pages,
    pages_of,
    part,
    site_of,
    stale,
    words_of,
)

ADA = Actor(name="Ada Quist", kind="person", evidence=(QUOTE,))


def test_the_newest_briefing_leads() -> None:
    """It stands alone and larger; the next three follow, four more below, then all of them."""
    page = pages_of(site_of(*(briefing(number) for number in range(12))))["index.md"]
    lead = re.search(r'<div class="b-lead">.*?</div>', page, re.DOTALL)
    assert lead
    assert "Harbour board opens gate 11" in words_of(lead[0])
    assert "The harbour board will open gate 11" in words_of(lead[0])
    titles = [re.findall(r"opens gate (\d+)", part(page, heading)) for heading in ("b-newest", "b-earlier")]
    assert titles == [["11", "10", "9", "8"], ["7", "6", "5", "4"]]
    assert "All 12 briefings" in words_of(part(page, "b-earlier"))


def test_few_briefings_make_no_second_part() -> None:
    """Up to four stand together with the link to all."""
    page = pages_of(site_of(*(briefing(number) for number in range(4))))["index.md"]
    assert "b-earlier" not in page
    assert words_of(part(page, "b-newest")).endswith("All 4 briefings")


def test_the_sites_description_stands_under_its_name() -> None:
    """Where mkdocs.yml gives one."""
    site = site_of(briefing(1))
    assert '# Desk { #b-top }\n\n<p class="b-standing">What the desk is.</p>' in pages_of(site)["index.md"]
    assert "b-standing" not in pages_of(replace(site, description=None))["index.md"]


def test_what_is_next_goes_by_the_newest_briefing() -> None:
    """Six dates from its day on are shown; more are carried hidden, for readers whose today is later, and four from before."""
    watch = tuple(
        WatchItem(
            text=f"Event {number}", start=FIRST_DAY + timedelta(days=number), end=FIRST_DAY + timedelta(days=number)
        )
        for number in range(100)
    )
    page = pages_of(site_of(briefing(20, watch=watch)))["index.md"]
    rows = re.findall(r"<li data-b-due=\"[^\"]*\"( hidden)?>.*?<a [^>]*>(.*?)</a>", part(page, "b-next"), re.DOTALL)
    assert [text for hidden, text in rows if not hidden] == [f"Event {number}" for number in range(20, 26)]
    assert [text for _, text in rows] == [f"Event {number}" for number in range(16, 56)]
    assert 'data-b-upcoming="6"' in page


def test_open_questions_come_from_several_briefings() -> None:
    """Two of each at most, the newest first, with the number of all."""
    asked = tuple(Question(text=f"Question {number}?", evidence=(QUOTE,)) for number in range(4))
    site = site_of(*(briefing(number, open_questions=asked) for number in range(3)))
    section = part(pages_of(site)["index.md"], "b-open")
    assert re.findall(r"story-000(\d)", section) == ["2", "2", "1", "1", "0"]
    assert "All 12 open questions" in words_of(section)


def test_topics_and_actors_most_written_about_are_counted() -> None:
    """With how many there are of each."""
    page = pages_of(site_of(briefing(1, ADA, topics=("Ports", "Trade")), briefing(2, ADA, topics=("Ports",))))[
        "index.md"
    ]
    assert words_of(part(page, "b-topics")) == (
        "Topics most written about Ports 2 2 briefings Trade 1 1 briefing All 2 topics"
    )
    assert words_of(part(page, "b-actors")) == "Actors most written about Ada Quist 2 2 briefings The one actor"


def test_an_empty_site_says_what_will_stand_there() -> None:
    """Honest and helpful words, and no empty list."""
    words = words_of(pages_of(site_of())["index.md"])
    assert "There are no briefings yet. Each article" in words
    assert "No briefing names a dated next step." in words
    assert "No briefing leaves a question open." in words
    assert "most written about" not in words


def test_the_home_page_of_1000_briefings_is_small() -> None:
    """It grows with nothing."""
    assert len(large_pages()["index.md"].encode()) < 50_000


def test_the_home_page_rests_on_what_it_shows() -> None:
    """A word saved in an older briefing leaves it as it is."""
    old = tuple(briefing(number) for number in range(12))
    assert "index.md" not in stale(site_of(*old), site_of(replace(old[0], summary="Another."), *old[1:]))
    assert "index.md" in stale(site_of(*old), site_of(*old[:-1], replace(old[-1], summary="Another.")))
    assert "index.md" in stale(site_of(*old), site_of(replace(old[0], topics=("Ports",)), *old[1:]))
