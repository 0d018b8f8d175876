"""The list of briefings and the pages by year, however many briefings there are."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefgen.model.briefing import Briefing, Source
from briefgen.rendering.environment import environment
from briefgen.rendering.page_maker import PageMaker
from briefgen.rendering.pages import briefings, find
from tests.unit.rendering.published import site_of

ONE = Briefing(
    id="a",
    title="The harbour board doubles its fee for all boats that carry goods or passengers",
    status="published",
    summary="From January the harbour board doubles its fee. " * 4,
    sources=(Source(file="seeds/a.txt", publisher="The Bay Herald"),),
)
LINK = re.compile(r'href="(?:\.\./)*(?:briefings/)?(b\d{5})/"')


def rendered(count: int, *, find_page: bool = False) -> dict[str, str]:
    """Give the pages of a site of so many briefings, two a day and the last ones without a date."""
    newest = date(2026, 10, 30)
    site = site_of(
        *(
            replace(ONE, id=f"b{number:05}", date=newest - timedelta(days=number // 2) if number < count - 5 else None)
            for number in range(count)
        )
    )
    maker = PageMaker(site=site, templates=environment(), directories=True, find=find_page)
    return {one.path: one.page().text for kind in (briefings, find) for one in kind.plan(maker)}


@pytest.fixture(scope="module")
def large() -> dict[str, str]:
    """The pages of 5,000 briefings."""
    return rendered(5000)


def test_no_page_grows_with_the_number_of_briefings(large: dict[str, str]) -> None:
    """At 5,000 none is over 160 kB, to which the theme adds some 30."""
    assert max(len(text.encode()) for text in large.values()) < 160_000
    assert large["briefings/index.md"].count("b-card-title") == 60


def test_every_briefing_is_reached_without_a_script(large: dict[str, str]) -> None:
    """The list leads to the years, a year to its months where it is too long, and these to every briefing once."""
    years = re.findall(r'href="\.\./(archive/[^"]+)/"', large["briefings/index.md"])
    assert years[0] == "archive/2026"
    assert "archive/undated" in years
    months = [
        f"archive/{name}" for year in years for name in re.findall(r'<li><a href="\.\./([\d-]+)/"', large[f"{year}.md"])
    ]
    assert {f"{path}.md" for path in (*years, *months)} == large.keys() - {"briefings/index.md"}
    found = [name for path in (*years, *months) for name in LINK.findall(large[f"{path}.md"])]
    assert sorted(found) == [f"b{number:05}" for number in range(5000)]


def test_a_small_site_has_no_pages_by_year() -> None:
    """Its list holds everything."""
    pages = rendered(60)
    assert list(pages) == ["briefings/index.md"]
    assert len(set(LINK.findall(pages["briefings/index.md"]))) == 60


def test_a_line_says_day_title_status_and_publisher(large: dict[str, str]) -> None:
    """What is known of a briefing at a glance, on the pages by year."""
    line = next(line for line in large["archive/undated.md"].splitlines() if "b04999" in line)
    assert "No date given" in line
    assert "doubles its fee" in line
    assert "Published" in line
    assert "The Bay Herald" in line


def test_the_page_that_finds_is_there_with_its_extra_alone() -> None:
    """Else there is neither the page nor a link to it."""
    assert "find.md" not in rendered(3)
    assert "/find/" not in rendered(3)["briefings/index.md"]
    with_it = rendered(3, find_page=True)
    assert 'href="../find/"' in with_it["briefings/index.md"]
    assert "<noscript>" in with_it["find.md"]


def test_a_save_changes_the_pages_that_show_it_alone() -> None:
    """A preview renders neither another year nor the list when an old briefing's bottom line is saved."""
    old = replace(ONE, id="old", date=date(2020, 5, 1))
    others = [replace(ONE, id=f"b{number}", date=date(2026, 1, 1)) for number in range(70)]

    def grounds(edited: Briefing) -> dict[str, tuple[object, ...]]:
        maker = PageMaker(site=site_of(*others, edited), templates=environment(), directories=True)
        return {one.path: one.inputs for one in briefings.plan(maker)}

    before = grounds(old)
    assert before == grounds(replace(old, summary="Another one."))
    after = grounds(replace(old, title="Another one"))
    assert [path for path in before if before[path] != after[path]] == ["archive/2020.md"]
