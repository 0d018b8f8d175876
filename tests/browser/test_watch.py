"""What to watch and the questions in a browser, on days before, on and after their dates, and without script."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefgen.files.front_matter_write import new_text
from briefgen.model.briefing import Briefing, Evidence, Question, Source, WatchItem
from tests.browser.chromium import chromium, served
from tests.site.building import build, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

BRIEFING = Briefing(
    id="talks",
    title="Harbour talks begin",
    date=date(2026, 11, 20),
    status="published",
    sources=(Source(file="seeds/talks.txt"),),
    open_questions=(Question(text="Who pays?", evidence=(Evidence(quote="Nobody says who pays."),)),),
)
DATES = {
    "Vote": (date(2026, 11, 24), date(2026, 11, 24)),
    "Strike": (date(2026, 11, 30), date(2026, 12, 2)),
    "Ruling": (date(2027, 2, 1), date(2027, 2, 1)),
    "Inquiry": (date(2026, 10, 1), date(2026, 10, 1)),
    "Reform": (date(2026, 1, 1), date(2026, 12, 31)),
}


def _watch(text: str) -> WatchItem:
    start, end = DATES[text]
    return WatchItem(text=text, start=start, end=end, evidence=(Evidence(quote=f"{text} is ahead."),))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with dates before and after its newest briefing, and one that was kept."""
    folder = tmp_path_factory.mktemp("watch")
    held = WatchItem(
        text="Hearing",
        start=date(2026, 9, 1),
        end=date(2026, 9, 1),
        status="happened",
        outcome="It was held.",
        evidence=(Evidence(quote="A hearing is ahead."),),
    )
    undated = WatchItem(text="Some day", evidence=(Evidence(quote="Some day it is ahead."),))
    one = replace(BRIEFING, watch=(*(_watch(text) for text in DATES), held, undated))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        built = build(write_site(folder / "desk", {"talks": new_text(one)}), folder / "site", "--strict")
    assert built.status == 0, built.output
    with served(built.site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    with chromium() as started:
        yield started


def opened(browser: Browser, address: str, today: str) -> Page:
    """Open a page on a day of its reader's."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.clock.set_fixed_time(f"{today}T12:00:00")  # before the first load
    page = context.new_page()
    page.goto(address)
    return page


def listed(page: Page, within: str) -> list[str]:
    """Give the texts of the items that can be seen within something."""
    return page.locator(f"{within} li:visible .b-text").all_inner_texts()


AHEAD = ".b-month, .b-longer"


@pytest.mark.parametrize(
    ("today", "months", "ahead", "past"),
    [
        ("2026-11-24", ["2026-11", "2027-02"], ["Vote", "Strike", "Ruling", "Reform"], ["Inquiry"]),
        ("2026-11-25", ["2026-11", "2027-02"], ["Strike", "Ruling", "Reform"], ["Vote", "Inquiry"]),
        ("2026-12-03", ["2027-02"], ["Ruling", "Reform"], ["Strike", "Vote", "Inquiry"]),
        ("2027-06-01", [], [], ["Ruling", "Reform", "Strike", "Vote", "Inquiry"]),
    ],
    ids=["on the day", "the day after", "a month after", "when all is over"],
)
def test_what_is_over_moves_to_what_waits_for_its_outcome(  # noqa: PLR0913, PLR0917  # a day and what is seen on it
    browser: Browser, base: str, today: str, months: list[str], ahead: list[str], past: list[str]
) -> None:
    """A date is ahead on its day still; the day after it waits for its outcome, newest first, and its month goes when empty."""
    page = opened(browser, f"{base}watch/", today)
    shown = page.locator("div.b-month:visible").evaluate_all("months => months.map(month => month.dataset.bMonth)")
    assert shown == months
    assert [text for part in AHEAD.split(", ") for text in listed(page, part)] == ahead
    assert listed(page, ".b-awaiting") == past
    assert page.locator("[data-b-over]").is_visible() is (not ahead)
    assert not page.locator("[data-b-past-empty]").is_visible()
    assert listed(page, "#b-record ~ .b-dates-apart")[:1] == ["Hearing"]
    page.close()


def test_today_is_marked(browser: Browser, base: str) -> None:
    """One cell of the calendar is today, for those who see it and those who hear it."""
    page = opened(browser, f"{base}watch/", "2026-11-24")
    cells = page.locator("[aria-current=date]")
    assert cells.count() == 1
    assert " ".join(str(cells.first.text_content()).split()) == "24, 1 date today"
    page.close()
    page = opened(browser, f"{base}watch/", "2026-12-24")
    assert page.locator("[aria-current=date]").count() == 0
    page.close()


def test_a_day_leads_to_its_dates(browser: Browser, base: str) -> None:
    """By keyboard too, and after the date has moved; a finger hits it."""
    for today in ("2026-11-20", "2026-11-25"):
        page = opened(browser, f"{base}watch/", today)
        day = page.locator(".b-grid a", has_text="24").first
        box = day.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
        day.focus()
        page.keyboard.press("Enter")
        assert page.locator(":target .b-text").inner_text() == "Vote"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.close()


def test_a_month_that_is_over_is_shown_to_who_comes_for_it(browser: Browser, base: str) -> None:
    """A link to it from elsewhere does not lead to nothing."""
    page = opened(browser, f"{base}watch/#b-2026-11", "2027-06-01")
    assert page.locator("#b-2026-11").is_visible()
    page.close()


def test_questions_say_how_long_they_have_been_open(browser: Browser, base: str) -> None:
    """In the page's language, by the reader's today; on the day itself there is nothing to say."""
    for today, said in (
        ("2026-11-20", []),
        ("2026-12-12", ["asked 3 weeks ago"]),
        ("2029-12-01", ["asked 3 years ago"]),
    ):
        page = opened(browser, f"{base}questions/", today)
        assert page.locator(".b-ago").all_inner_texts() == said
        page.close()


def test_all_is_there_without_script(browser: Browser, base: str) -> None:
    """What lies ahead of the newest briefing comes first, then what waits for its outcome; nothing is hidden."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}watch/")
    assert page.locator("li .b-text").all_inner_texts() == [
        "Vote",
        "Strike",
        "Ruling",
        "Reform",
        "Inquiry",
        "Hearing",
        "Some day",
    ]
    assert page.locator(".b-month:visible table").count() == 2
    assert page.locator(".b-status-due").count() == 0
    page.goto(f"{base}questions/")
    assert page.locator(".b-question").count() == 1
    assert page.locator(".b-ago").count() == 0
    context.close()
