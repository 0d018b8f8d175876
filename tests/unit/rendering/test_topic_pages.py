"""The list of topics, and the dossier on each."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from briefgen.model.briefing import Actor, Briefing, Correction, Question, WatchItem
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
BO = Actor(name="Bo Lind", kind="person", evidence=(QUOTE,))


def dossier(*briefings: Briefing) -> str:
    """Give the dossier on ports."""
    return pages_of(site_of(*(replace(one, topics=("Ports",)) for one in briefings)))["topics/ports.md"]


def test_bottom_lines_come_by_date() -> None:
    """Newest first, each with its day, its publisher and a link; an unreviewed or corrected one says so."""
    page = dossier(
        briefing(1, summary=None),
        briefing(3, status="draft"),
        briefing(2, corrections=(Correction(date=FIRST_DAY, was="a", now="b"),)),
    )
    section = part(page, "b-lines")
    assert re.findall(r'<h3[^>]*><a href="../../briefings/(.*?)/">', section) == [
        "story-0003",
        "story-0002",
        "story-0001",
    ]
    newest, middle, oldest = (words_of(one) for one in section.split("<li ")[1:])
    assert "4 January 2024 · The Sound Draft, not reviewed" in newest
    assert "The harbour board will open gate 3" in newest
    assert "Corrected 1 January 2024" in middle
    assert "No bottom line has been written." in oldest


def test_what_is_ahead_is_dated_first() -> None:
    """Pending dates by their last day, those without one last; what came to an end is not ahead.

    What ended before the newest briefing is carried hidden, for a reader whose today is earlier. What begins and has no end
    is ahead until it begins, as on the page of all dates.
    """
    watch = (
        WatchItem(text="Undated", evidence=(QUOTE,)),
        WatchItem(text="Next year", start=date(2025, 1, 1), end=date(2025, 12, 31), evidence=(QUOTE,)),
        WatchItem(text="Spring", start=date(2025, 3, 1), end=date(2025, 3, 1), evidence=(QUOTE,)),
        WatchItem(text="Open end", start=date(2025, 4, 1), evidence=(QUOTE,)),
        WatchItem(text="Done", start=date(2025, 2, 1), end=date(2025, 2, 1), status="happened", evidence=(QUOTE,)),
        WatchItem(text="Past", start=FIRST_DAY, end=FIRST_DAY, evidence=(QUOTE,)),
    )
    section = part(dossier(briefing(1, watch=watch)), "b-watch")
    rows = re.findall(r'<li( data-b-due="[^"]*")?( hidden)?>.*?<a [^>]*>(.*?)</a>', section, re.DOTALL)
    assert rows == [
        (' data-b-due="2024-01-01"', " hidden", "Past"),
        (' data-b-due="2025-03-01"', "", "Spring"),
        (' data-b-due="2025-04-01"', "", "Open end"),
        (' data-b-due="2025-12-31"', "", "Next year"),
        ("", "", "Undated"),
    ]


def test_open_questions_are_the_newest() -> None:
    """A few of them, with the number of all; those answered are not among them."""
    asked = tuple(Question(text=f"Question {number}?", evidence=(QUOTE,)) for number in range(4))
    answered = Question(text="Answered?", status="answered", evidence=(QUOTE,))
    section = part(
        dossier(briefing(1, open_questions=asked), briefing(2, open_questions=(answered, *asked))), "b-questions"
    )
    assert words_of(section).startswith("Open questions 8 questions are open; the newest stand here.")
    links = re.findall(r'<a href="../../briefings/(.*?)/#b-question[^"]*">(.*?)</a>', section)
    assert links == [*(("story-0002", f"Question {number}?") for number in range(4)), ("story-0001", "Question 0?")]


def test_who_acts_is_counted() -> None:
    """The actors that most of its briefings name, linked."""
    section = part(dossier(briefing(1, ADA), briefing(2, BO, ADA)), "b-actors")
    assert re.findall(r'<a href="(.*?)"', section) == ["../../actors/ada-quist/", "../../actors/bo-lind/"]
    assert "Ada Quist 2 2 briefings" in words_of(section)


def test_a_dossier_leads_to_its_feeds() -> None:
    """Its own, not the whole site's; nothing goes out of a topic that drafts alone name, and no link says so."""
    page, drafts = dossier(briefing(1), briefing(2, status="draft")), dossier(briefing(1, status="draft"))
    for address in ("../ports.xml", "../ports.json", "../ports.ics"):
        assert f'href="{address}"' in page
        assert f'href="{address}"' not in drafts


def test_a_dossier_of_drafts_says_so() -> None:
    """On top where nothing in it was reviewed, else with their number."""
    drafts = dossier(briefing(1, status="draft"))
    assert "Every briefing on this topic is a draft" in words_of(drafts)
    assert "noindex: true" in drafts
    mixed = dossier(briefing(1, status="draft"), briefing(2))
    assert "2 briefings · 2 January 2024 to 3 January 2024 · 1 of them is a draft that nobody has reviewed" in words_of(
        mixed
    )
    assert "noindex" not in mixed


def test_a_topic_of_1000_briefings_has_small_pages() -> None:
    """The newest bottom lines in full, the rest in lines; each briefing is linked once."""
    pages = {path: text for path, text in large_pages().items() if path.startswith("topics/ports")}
    assert pages["topics/ports.md"].count('class="b-entry"') == 40
    assert len(pages) > 3
    assert max(len(text.encode()) for text in pages.values()) < 150_000
    linked = [
        link
        for text in pages.values()
        for link in re.findall(
            r'(?:<h3[^>]*>|<li><span class="b-line-day">.*?</span> )<a href="[./]*briefings/(.*?)/"', text
        )
    ]
    assert sorted(linked) == [f"story-{number:04}" for number in range(1000)]
    further = [path for path in pages if "/older-" in path]
    for number in range(1, len(further)):
        assert f'href="../older-{number}/"' in pages[f"topics/ports/older-{number + 1}.md"]


def test_the_list_names_the_newest_briefing_of_each() -> None:
    """Most written about first, of equals what was last in the news."""
    pages = pages_of(
        site_of(briefing(1, topics=("Old", "Ports")), briefing(2, topics=("Ports", "Trade"), title="The newest"))
    )
    assert words_of(pages["topics/index.md"]).endswith(
        "Ports 2 briefings 3 January 2024 · The newest Trade 1 briefing 3 January 2024 · The newest "
        "Old 1 briefing 2 January 2024 · Harbour board opens gate 1 after a long quarrel over who pays for it"
    )
    assert "No briefing has a topic yet." in words_of(pages_of(site_of())["topics/index.md"])


def test_a_dossier_rests_on_its_own_briefings() -> None:
    """A save elsewhere leaves it as it is, even where another topic is new."""
    old = (briefing(1, topics=("Ports",)), briefing(2, topics=("Trade",)))

    def changed(*new: Briefing) -> set[str]:
        return {path for path in stale(site_of(*old), site_of(*new)) if path.startswith("topics/")}

    assert changed(old[0], replace(old[1], summary="Another.")) == {"topics/trade.md"}
    assert changed(*old, briefing(3, topics=("Trade",))) == {"topics/index.md", "topics/trade.md"}
    assert changed(*old, briefing(3, ADA)) == set()


def test_many_briefings_can_be_filtered() -> None:
    """Where some stand in lines alone, a link leads to the list of briefings with the topic chosen in its filter."""
    link = '<a href="../../briefings/?topic=ports">Filter these briefings</a>'
    assert link in part(dossier(*map(briefing, range(40 + 1))), "b-earlier")
    assert "?topic=" not in dossier(*map(briefing, range(40)))
