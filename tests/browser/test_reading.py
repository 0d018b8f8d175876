"""What readers meet in a browser: narrow screens, the keyboard, dark colours, no script, no other host, search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import chromium, served
from tests.browser.watched import Watched
from tests.site.building import SAMPLE, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

STRIKE = "briefings/port-ellery-ferry-crews-vote-to-strike/"
PAGES = [
    "",
    "briefings/",
    STRIKE,
    "briefings/lighthouse-fund-cut/",
    "briefings/old-pier-to-reopen/",
    "actors/",
    "actors/ines-marlowe/",
    "topics/",
    "topics/ferries/",
    "watch/",
    "questions/",
]
ARABIC = "اتفاق على هدنة بعد مفاوضات مع NATO."
PLACES = """(text) => [...document.querySelectorAll("h1, .b-card-title bdi, .b-text, .b-bottom-line-text, .b-card-text")]
  .filter(element => element.getClientRects().length && element.children.length === 0)
  .map(element => {
    element.textContent = text;
    const place = (from, to) => {
      const range = document.createRange();
      range.setStart(element.firstChild, from);
      range.setEnd(element.firstChild, to);
      return range.getBoundingClientRect();
    };
    const box = element.closest("h1, h2, h3, p, div").getBoundingClientRect();
    const [first, last, before] = [place(0, 1), place(text.length - 1, text.length), place(text.length - 2, text.length - 1)];
    return {name: element.className || element.tagName, ends: last.right <= before.left + 1, begins: box.right - first.right};
  })"""
LUMINANCE = "() => getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).slice(0, 3).map(Number)"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        built = build(SAMPLE / "mkdocs.yml", tmp_path_factory.mktemp("sample"), "--strict")
    assert built.status == 0, built.output
    with served(built.site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    with chromium() as started:
        yield started


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, base: str, path: str) -> None:
    """At 360 pixels no page is wider than the screen, with all its evidence open."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(base + path)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


def test_evidence_opens_by_keyboard(browser: Browser, base: str) -> None:
    """The exact words stand behind a native disclosure: focus it, press Enter, read them."""
    page = browser.new_page()
    page.goto(base + STRIKE)
    quote = page.locator(".b-takeaway blockquote").first
    assert not quote.is_visible()
    page.locator(".b-takeaway summary").first.focus()
    page.keyboard.press("Enter")
    assert quote.is_visible()
    assert "voted by 412 to 37 on Tuesday" in quote.inner_text()
    page.keyboard.press("Enter")
    assert not quote.is_visible()
    page.close()


def test_a_page_reads_without_script(browser: Browser, base: str) -> None:
    """Without JavaScript the briefing is all there, dates and what to watch too."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + STRIKE)
    text = page.locator("article").inner_text()
    for words in (
        "Crews of the Ellery Line voted",
        "Thursday, 6 November 2025",
        "secretary of the Seafarers",
        "rosters",
    ):
        assert words in text
    page.goto(base)
    assert page.locator(".b-ahead > li").count() == 3
    context.close()


def test_past_dates_ask_for_their_outcome(browser: Browser, base: str) -> None:
    """Whether a date has passed is worked out in the reader's browser, for the reader's today."""
    context = browser.new_context()
    context.clock.set_fixed_time("2025-11-06T12:00:00")  # before the first load
    page = context.new_page()
    page.goto(base + "watch/")
    waiting = page.locator("[data-b-past] > li:visible .b-text")
    assert waiting.count() == 0
    page.goto(base + STRIKE)
    assert page.locator(".b-status-due").count() == 0
    context.clock.set_fixed_time("2025-11-07T12:00:00")
    page.reload()
    assert page.locator(".b-status-due").all_inner_texts() == ["Date has passed: outcome not recorded yet"]
    page.goto(base + "watch/")
    assert waiting.count() == 1
    page.goto(base)
    ahead = page.locator("[data-b-upcoming] > li:visible .b-text").all_inner_texts()
    assert ahead == ["Start of the strike", "Appeal of the Ellery Line"]
    context.close()


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_colours_follow_the_reader(browser: Browser, base: str, scheme: str, *, dark: bool) -> None:
    """The page is light or dark as the reader's system is, and the toggle turns it round."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(base + STRIKE)
    assert (sum(page.evaluate(LUMINANCE)) < 380) is dark
    page.locator("header label[for^='__palette']:visible").click()
    page.wait_for_function("dark => (" + LUMINANCE + ")().reduce((a, b) => a + b) < 380 !== dark", arg=dark)
    context.close()


def test_nothing_is_asked_of_other_hosts(browser: Browser, base: str) -> None:
    """No page loads anything from elsewhere, a search included; and nothing is complained of."""
    page = browser.new_page()
    watched = Watched(page, base)
    for path in PAGES:
        page.goto(base + path)
    # Material listens for keys, and loads its index when the field is first entered.
    field = page.locator("input.md-search__input")
    with page.expect_response("**/search/search_index.json"):
        page.reload()
    field.click()
    field.press_sequentially("lighthouse", delay=20)
    page.wait_for_selector(".md-search-result__item")
    assert "Lighthouse fund cut" in page.locator(".md-search-result__item").first.inner_text()
    assert watched.foreign == []
    assert watched.complaints == []
    page.close()


def test_kinds_of_statement_differ_without_colour(browser: Browser, base: str) -> None:
    """Reported, claim, assessment and forecast are told apart by their word and by the shape of their label."""
    page = browser.new_page()
    page.goto(base + STRIKE)
    labels = page.locator(".b-takeaway .b-tag")
    assert labels.all_inner_texts() == ["Reported", "Claim", "Assessment", "Forecast"]
    shape = "e => [getComputedStyle(e).borderStyle, getComputedStyle(e).borderRadius, getComputedStyle(e, '::before').content]"
    shapes = [tuple(labels.nth(number).evaluate(shape)) for number in range(4)]
    assert len(set(shapes)) == 4
    page.close()


@pytest.mark.parametrize("path", ["", STRIKE])
def test_titles_and_lines_from_right_to_left_run_so_as_a_whole(browser: Browser, base: str, path: str) -> None:
    """On a page in English an Arabic title begins at the right, and its full stop stands left of its last word."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(base + path)
    places = page.evaluate(PLACES, ARABIC)
    assert places
    assert [one for one in places if not one["ends"] or one["begins"] > 40] == []
    page.close()
