"""What a browser says to the pages' Content-Security-Policy, and what accessibility's rules say to the pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it carries no types

from tests.benchmarks.varied import write_varied_site
from tests.browser.chromium import chromium, served
from tests.browser.watched import Watched
from tests.site.building import Built, build
from tests.site.showcase import TODAY, write_showcase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = (
    "",
    "404.html",
    "actors/",
    "actors/castria/",
    "briefings/",
    "briefings/cracks-in-the-verin-dam/",
    "briefings/harbour/",
    "briefings/truce-on-the-sella-border-holds/",
    "find/",
    "questions/",
    "topics/",
    "topics/disasters/",
    "watch/",
)
"""One of each kind, a draft and a withdrawn briefing among them."""
PAGES_OF_MANY = ("actors/a-z/*/", "archive/*/", "questions/*/", "watch/20*/", "watch/undated*/")
"""What only a site of many briefings has."""
SCHEMES = ("light", "dark")
WIDTHS = (360, 1280)


@pytest.fixture(scope="module")
def showcase(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The showcase, built strictly."""
    config = write_showcase(tmp_path_factory.mktemp("showcase"))
    built = build(config, tmp_path_factory.mktemp("showcase-built") / "desk", "--strict")
    assert built.status == 0, built.output
    return built


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of 150 briefings with this project's settings."""
    config = write_varied_site(tmp_path_factory.mktemp("many"), 150)
    config.write_text(f"INHERIT: {ROOT / 'mkdocs.yml'}\nsite_name: Many\n", encoding="utf-8")
    built = build(config, tmp_path_factory.mktemp("many-built"), "--strict")
    assert built.status == 0, built.output
    return built


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def address(showcase: Built) -> Iterator[str]:
    """Where the showcase is served: in the folder that its `site_url` names, which 404.html goes by."""
    with served(showcase.site.parent) as base:
        yield f"{base}{showcase.site.name}"


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_holds_and_nothing_is_asked_of_other_hosts(path: str, browser: Browser, address: str) -> None:
    """No page breaks its own policy, with everything on it opened and its palette changed."""
    context = browser.new_context()
    watched = Watched(context.new_page(), address)
    watched.page.goto(f"{address}/{path}")
    for details in watched.page.locator("details:not([open]) > summary").all():
        if details.is_visible():
            details.click()
    watched.page.locator("label.md-header__button[for^=__palette]:visible").first.click()
    watched.page.wait_for_load_state("networkidle")
    assert watched.complaints == []
    assert watched.foreign == []
    context.close()


def test_the_search_works_under_the_policy(browser: Browser, address: str) -> None:
    """Its worker runs, and finds a briefing by a word of its takeaways."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = Watched(context.new_page(), address)
    watched.page.goto(address + "/")
    watched.page.keyboard.press("/")
    watched.page.keyboard.type("reservoir")
    # Of the first letters it finds other briefings, too: the one meant comes with the last of them at the latest.
    watched.page.locator(".md-search-result__link[href*='cracks-in-the-verin-dam']").first.wait_for()
    assert watched.complaints == []
    context.close()


def test_a_script_that_gets_into_a_page_is_not_run(browser: Browser, showcase: Built, address: str) -> None:
    """The policy stands behind the escaping: the same markup runs where the policy is taken away."""
    page = showcase.text("watch/index.html")
    planted = page.replace(
        "</article>", "<script>window.planted = 1</script><img src=x onerror='planted = 1'></article>", 1
    )
    assert planted != page
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", planted)
    context = browser.new_context()
    for name, text, ran in (("with", planted, False), ("without", bare, True)):
        (showcase.site / "watch" / f"{name}.html").write_text(text, encoding="utf-8")
        shown = context.new_page()
        shown.goto(f"{address}/watch/{name}.html")
        shown.wait_for_load_state("networkidle")
        assert shown.evaluate("'planted' in window") is ran
        (showcase.site / "watch" / f"{name}.html").unlink()
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(scheme: str, width: int, browser: Browser, address: str) -> None:
    """On every kind of page, with all of its evidence open: WCAG 2.2 A and AA, and axe's best practices."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]  # one of SCHEMES
        reduced_motion="reduce",
        bypass_csp=True,  # axe brings a style sheet of its own
    )
    context.clock.set_fixed_time(f"{TODAY}T09:00:00")
    page = context.new_page()
    found = [broken for path in PAGES for broken in broken_rules(page, address, path)]
    context.close()
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_an_open_search(scheme: str, browser: Browser, address: str) -> None:
    """With what it found."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        color_scheme=scheme,  # type: ignore[arg-type]  # one of SCHEMES
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(f"{address}/")
    page.evaluate("document.getElementById('__search').click()")
    page.locator(".md-search__input").press_sequentially("Castria")  # it listens to keys
    page.locator(".md-search-result__link").first.wait_for()
    found = broken_rules(page, address, None)
    context.close()
    assert found == [], "\n".join(found)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing_on_pages_of_many_briefings(scheme: str, width: int, browser: Browser, many: Built) -> None:
    """Those by year, by letter and without a date; and none of them is wider than the screen."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]  # one of SCHEMES
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page = context.new_page()
    found: list[str] = []
    with served(many.site) as base:
        for pattern in PAGES_OF_MANY:
            path = min(one.relative_to(many.site).as_posix() for one in many.site.glob(pattern) if one.is_dir())
            found += broken_rules(page, base.rstrip("/"), f"{path}/")
            wide = page.evaluate("document.documentElement.scrollWidth")
            found += [f"/{path}: {wide} px wide"] if wide > width else []
    context.close()
    assert found == [], "\n".join(found)


def broken_rules(page: Page, address: str, path: str | None) -> list[str]:
    """Ask axe about a page with all its details open, or about what is shown where no path is given."""
    if path is not None:
        page.goto(f"{address}/{path}")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    return [
        f"/{path or ''}: {broken['id']}: {broken['help']}: {node['html'][:160]} ({node['failureSummary'][:300]})"
        for broken in Axe().run(page).response["violations"]
        for node in broken["nodes"]
    ]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_small_screen(path: str, browser: Browser, address: str) -> None:
    """At 360 px no page scrolls sideways."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}/{path}")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
