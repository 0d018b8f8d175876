"""The front page, dossiers and actors in a browser: columns, order, links that are easy to hit, and no need of scripts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import chromium, served
from tests.site.building import SAMPLE, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

HEADINGS = "() => [...document.querySelectorAll('article :is(h1, h2, h3)')].map(e => Number(e.tagName[1]))"
SMALL = """() => [...document.querySelectorAll('.md-content a')].filter(link => {
  const box = link.getBoundingClientRect();
  return box.height > 0 && !link.closest('p') && box.height < 20;
}).map(link => link.textContent)"""
PAGES = ["", "actors/", "actors/ines-marlowe/", "topics/", "topics/ferries/"]


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


def test_the_first_screen_tells_the_news_and_what_is_next(browser: Browser, base: str) -> None:
    """On a wide screen the lead's bottom line and the first date ahead stand beside each other, unscrolled."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.clock.set_fixed_time("2025-11-06T12:00:00")  # before the first load
    page = context.new_page()
    page.goto(base)
    lead = page.locator(".b-lead .b-card-text").bounding_box()
    ahead = page.locator(".b-ahead > li:visible").first.bounding_box()
    assert lead
    assert ahead
    assert lead["y"] + lead["height"] < 800
    assert ahead["y"] + ahead["height"] < 800
    assert ahead["x"] > lead["x"] + lead["width"]
    page.close()


def test_a_telephone_has_one_column(browser: Browser, base: str) -> None:
    """The news first, then what is next, then what is open, then what is most written about."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(base)
    tops = [
        page.locator(f"#{anchor}").bounding_box() for anchor in ("b-newest", "b-next", "b-open", "b-topics", "b-actors")
    ]
    assert all(box and box["x"] < 40 for box in tops)
    assert [box["y"] for box in tops if box] == sorted(box["y"] for box in tops if box)
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_headings_nest_and_links_can_be_hit(browser: Browser, base: str, path: str) -> None:
    """No level is left out, there is one title, and links in lists are lines high."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(base + path)
    levels = page.evaluate(HEADINGS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.evaluate(SMALL) == []
    page.close()


def test_dates_read_without_script(browser: Browser, base: str) -> None:
    """At most six are shown, and those that lie before the newest briefing are not."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base)
    shown = page.locator(".b-ahead > li:visible")
    assert 1 <= shown.count() <= 6
    assert page.locator(".b-ahead > li[hidden]:visible").count() == 0
    context.close()


def test_an_actors_evidence_opens(browser: Browser, base: str) -> None:
    """Each position shows the exact words it rests on."""
    page = browser.new_page()
    page.goto(base + "actors/ines-marlowe/")
    position = page.locator(".b-positions > li").first
    assert not position.locator("blockquote, q, mark").first.is_visible()
    position.locator("summary").first.click()
    assert position.locator("blockquote, q, mark").first.is_visible()
    page.close()
