"""What to watch and the questions: what stands on the first page, what is found by year, and what each page rests on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader

from briefgen.collecting.site import collect
from briefgen.model.briefing import Briefing, Evidence, Question, Source, WatchItem
from briefgen.model.site import Entry
from briefgen.rendering.anchors import made_anchors
from briefgen.rendering.environment import environment
from briefgen.rendering.page_maker import PageMaker
from briefgen.rendering.pages import archive, questions, watch, watch_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import BaseLoader

    from briefgen.model.briefing import WatchStatus
    from briefgen.model.site import Site
    from briefgen.rendering.plan import PlannedPage

NEWEST = date(2026, 11, 20)
BRIEFING = Briefing(
    id="ferry",
    title="Ferry crews vote",
    date=NEWEST,
    status="published",
    sources=(Source(file="seeds/ferry.txt", publisher="Harbour Post"),),
)


MOST, AHEAD_MOST, PAST_MOST = 15, 10, 5


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pages be full with a tenth of what they may hold, so that a small site has all kinds of them."""
    monkeypatch.setattr(archive, "MOST", MOST)
    monkeypatch.setattr(watch_rows, "AHEAD_MOST", AHEAD_MOST)
    monkeypatch.setattr(watch_rows, "PAST_MOST", PAST_MOST)
    monkeypatch.setattr(questions, "MOST", {"open": 8, "answered": 4, "overtaken": 2})


def item(text: str, start: date | None = None, end: date | None = None, **fields: object) -> WatchItem:
    """Give something to watch, of one day where no last is given."""
    evidence = (Evidence(quote=text),)
    return replace(WatchItem(text=text, start=start, end=end or start, evidence=evidence), **fields)  # type: ignore[arg-type]  # its own fields


def question(text: str, **fields: object) -> Question:
    """Give a question."""
    return replace(Question(text=text, evidence=(Evidence(quote=text),)), **fields)  # type: ignore[arg-type]  # its own fields


def site_of(*briefings: Briefing) -> Site:
    """Give the site of some briefings."""
    return collect([Entry(file=f"content/briefings/{one.id}.md", briefing=one) for one in briefings], site_name="Desk")


def planned(site: Site, templates: BaseLoader | None = None) -> dict[str, PlannedPage]:
    """Plan the pages of a site."""
    maker = PageMaker(site=site, templates=environment(templates), directories=True)
    return {page.path: page for kind in (watch, questions) for page in kind.plan(maker)}


def texts(*briefings: Briefing) -> dict[str, str]:
    """Render the pages of some briefings."""
    return {path: page.page().text for path, page in planned(site_of(*briefings)).items()}


def sections(page: str) -> dict[str, list[str]]:
    """Give the texts of the items under each heading of a page, by the heading's id."""
    parts = re.split(r"^## .* \{ #b-([\w-]+) \}$", page, flags=re.MULTILINE)
    return {
        name: re.findall(r'<p class="b-text">(.*?)</p>', body)
        for name, body in zip(parts[1::2], parts[2::2], strict=True)
    }


def test_what_is_next_comes_first() -> None:
    """What is over by the newest briefing waits for its outcome; what is known of is on record, newest first."""
    one = replace(
        BRIEFING,
        watch=(
            item("far", date(2027, 3, 1)),
            item("near", date(2026, 11, 21)),
            item("under way", date(2026, 11, 1), date(2026, 11, 25)),
            item("all year", date(2026, 1, 1), date(2026, 12, 31)),
            item("over", date(2026, 11, 19)),
            item("long over", date(2025, 1, 1)),
            item("some day"),
            item("was", date(2026, 5, 1), status="happened", outcome="It was."),
            item("was not", date(2026, 8, 1), status="missed"),
            item("put off", status="postponed"),
        ),
    )
    assert sections(texts(one)["watch.md"]) == {
        "ahead": ["under way", "near", "far", "all year"],
        "awaiting": ["over", "long over"],
        "record": ["put off", "was not", "was"],
        "undated": ["some day"],
    }


def test_an_item_says_all_that_is_known_of_it() -> None:
    """When and how sure, where, what the source prints, what came of it, who says so, and where its evidence stands."""
    one = replace(
        BRIEFING,
        status="draft",
        watch=(
            item("Strike", date(2026, 12, 1), when="1 December", where="Port Ellery", certainty="scheduled"),
            item("Vote", date(2026, 11, 1), status="happened", outcome="Passed."),
        ),
    )
    page = texts(one)["watch.md"]
    anchor = re.search(r'href="\.\./briefings/ferry/#(b-watch-[0-9a-f]{8})"', page)
    assert anchor
    strike, vote = (part for part in re.findall(r"<li.*?</li>", page, flags=re.DOTALL))
    assert 'data-b-due="2026-12-01"' in strike
    for words in ("Tuesday, 1 December 2026", "Scheduled", "Port Ellery", "printed as “1 December”", "Harbour Post"):
        assert words in strike
    assert "Draft, not reviewed" in strike
    assert "data-b-due" not in vote
    for words in ("Happened", "Outcome&#58;</b> Passed.", "Ferry crews vote", "20 November 2026"):
        assert words in vote


def test_months_without_dates_are_left_out() -> None:
    """Each other has its calendar, whose days lead to what is listed or on record; every link on the page has its end."""
    one = replace(
        BRIEFING,
        watch=(
            item("span", date(2026, 11, 30), date(2026, 12, 1)),
            item("far", date(2027, 3, 1)),
            item("done", date(2026, 12, 24), status="happened"),
            item("long", date(2027, 1, 1), date(2027, 12, 31)),
        ),
    )
    page = texts(one)["watch.md"]
    assert re.findall(r'<h3 class="b-month-name" id="b-(.*?)"', page) == ["2026-11", "2026-12", "2027-03", "longer"]
    ends = re.findall(r'href="#(.*?)"', page)
    assert len(ends) > 8
    assert set(ends) <= made_anchors(page)
    cells = re.findall(r'<td class="b-has[^"]*">.*?</td>', page)
    assert [(re.search(r">(\d+)<", cell) or [""])[1] for cell in cells] == ["30", "1", "24", "1"]
    assert "b-opens" in cells[0]
    assert "b-closes" in cells[1]
    assert "b-done" in cells[2]


def many(number: int, first: date, *, status: WatchStatus = "pending") -> tuple[Briefing, ...]:
    """Give briefings with something to watch on one day after the other, a question, and something without a date."""
    return tuple(
        replace(
            BRIEFING,
            id=f"b{place:04}",
            date=first + timedelta(days=place),
            watch=(item(f"w{place}", first + timedelta(days=place), status=status), item(f"u{place}")),
            open_questions=(question(f"q{place}?"),),
        )
        for place in range(number)
    )


def test_the_rest_is_found_by_year() -> None:
    """Every item stands on a page, no page holds more than its share, and all are reached by links."""
    pages = texts(*many(150, date(2025, 10, 1)))
    found = [text for page in pages.values() for text in re.findall(r'<p class="b-text">(.*?)</p>', page)]
    assert {f"{kind}{place}" for kind in ("w", "u") for place in range(150)} <= set(found)
    assert {f"q{place}?" for place in range(150)} <= set(found)
    # The first page and those by year show some twice; a year's and its months' do not.
    by_year = [path for path in pages if path.startswith("watch/2")]
    dated = [text for path in by_year for text in re.findall(r'<p class="b-text">(.*?)</p>', pages[path])]
    assert sorted(dated) == sorted(set(dated))
    assert all(page.count("<li class=") <= AHEAD_MOST + 3 * PAST_MOST for page in pages.values())
    reached, waiting = {"watch.md", "questions.md"}, ["watch.md", "questions.md"]
    while waiting:
        here = waiting.pop()
        at = here.removesuffix(".md") + "/"
        for link in re.findall(r'href="([^"#]*)[#"]', pages[here]):
            parts = (at + link).rstrip("/").split("/")
            path: list[str] = []
            for part in parts:
                path = path[:-1] if part == ".." else [*path, part]
            target = "/".join(path) + ".md"
            if target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    assert reached == set(pages)


def test_calendars_of_a_full_year_lead_to_its_months() -> None:
    """Every link from one of the pages to another has its end there."""
    pages = texts(*many(130, date(2025, 10, 1), status="happened"))
    year = pages["watch/2026.md"]
    links = re.findall(r'<td[^>]*><a href="\.\./([\d-]+)/#(b-w-[0-9a-f]+)"', year)
    assert len(links) > 30
    for target, anchor in links:
        assert anchor in made_anchors(pages[f"watch/{target}.md"])


def test_questions_stand_with_the_briefing_that_asks() -> None:
    """Newest first; what was answered with its answer and the briefing that gives it, what events overtook apart."""
    older = replace(
        BRIEFING,
        id="older",
        title="An older one",
        date=date(2026, 1, 5),
        open_questions=(
            question("Who pays?"),
            question("Will they vote?", status="answered", answer="They did.", answered_by="ferry"),
            question("Is it over?", status="overtaken", answer="The pier burnt."),
            question("Gone?", status="answered", answered_by="hidden"),
        ),
    )
    page = texts(replace(BRIEFING, open_questions=(question("When?"),)), older)["questions.md"]
    assert sections(page) == {
        "open": ["When?", "Who pays?"],
        "answered": ["Will they vote?", "Gone?"],
        "overtaken": ["Is it over?"],
    }
    assert re.findall(r'data-b-asked="(.*?)"', page) == ["2026-11-20", "2026-01-05"]
    answer = (re.search(r'<p class="b-outcome">(.*?)</p>', page) or [""])[1]
    assert "They did." in answer
    assert '<a href="../briefings/ferry/"><bdi>Ferry crews vote</bdi></a>' in answer
    assert "20 November 2026" in answer
    assert "The pier burnt." in page
    assert "hidden" not in page


def test_empty_sections_say_so() -> None:
    """Nothing to watch and nothing asked is said in words."""
    pages = texts(replace(BRIEFING))
    assert pages["watch.md"].count('class="b-empty"') == 4
    assert pages["questions.md"].count('class="b-empty"') == 3
    assert set(pages) == {"watch.md", "questions.md"}


def stale(before: Iterable[Briefing], after: Iterable[Briefing]) -> set[str]:
    """Give the pages that are no longer what they were; those whose text has changed are among them."""
    grounds = {path: page.page_and_grounds() for path, page in planned(site_of(*before)).items()}
    now = planned(site_of(*after))
    noted = {path for path, page in now.items() if path not in grounds or not page.rests_on(grounds[path][1])}
    changed = {path for path, page in now.items() if path not in grounds or page.page() != grounds[path][0]}
    assert changed <= noted
    return noted


def test_a_page_rests_on_what_it_shows() -> None:
    """An edit of a takeaway changes none of these pages; one of a question or a date only where it is told of."""
    before = many(130, date(2025, 10, 1), status="happened")
    first, rest = before[0], before[1:]
    assert not stale(before, (replace(first, summary="Other", topics=("Other",)), *rest))
    assert stale(before, (replace(first, open_questions=(question("Other?"),)), *rest)) == {"questions/2025-10-3.md"}
    moved = stale(before, (replace(first, watch=(item("w0", date(2025, 10, 2), status="happened"), item("u0"))), *rest))
    assert moved
    assert "watch.md" not in moved
    assert "watch/2026.md" not in moved
    titled = stale(before, (replace(first, title="Another title"), *rest))
    assert not titled & {"watch.md", "questions.md"}
    assert titled


def test_paths_are_told_without_rendering() -> None:
    """Links in notes are held against the pages that there will be."""
    site = site_of(*many(150, date(2025, 10, 1)))
    assert {*watch.paths(site), *questions.paths(site)} == set(planned(site))


@pytest.mark.parametrize("block", ["lead", "ahead", "awaiting", "record", "undated", "years"])
def test_a_site_changes_a_section_and_keeps_the_others(block: str) -> None:
    """Its own template extends the one of briefgen; what it does not name stays."""
    text = f'{{% extends "briefgen/watch.md.jinja" %}}{{% block {block} %}}\n## Ours {{ #b-ours }}\n\n{{% endblock %}}'
    site = site_of(*many(150, date(2025, 10, 1)))
    page = planned(site, DictLoader({"watch.md.jinja": text}))["watch.md"].page().text
    kept = {"ahead", "awaiting", "record", "undated", "years"} - {block}
    assert {*kept, "ours"} == set(re.findall(r"^## .* \{ #b-([\w-]+) \}$", page, flags=re.MULTILINE))


def test_only_headings_and_whole_blocks_of_html() -> None:
    """Other builders take the pages as well: nothing of Markdown but headings, and no blank line within HTML."""
    pages = texts(*many(60, date(2025, 10, 1)), replace(BRIEFING, watch=(item("a", NEWEST, outcome="b", where="c"),)))
    for path, page in pages.items():
        body = page.split("---\n", 2)[2]
        for part in filter(None, body.strip().split("\n\n")):
            assert re.match(r"#{1,2} .+ \{ #b-[\w-]+ \}$|<", part), (path, part[:200])
            opened = re.findall(r"<(\w+)(?![^>]*/>)[^>]*>", part)
            assert sorted(opened) == sorted(re.findall(r"</(\w+)>", part)), (path, part[:200])
