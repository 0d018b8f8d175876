"""The look in a browser: fonts of the site's own, the frame on narrow screens and by keyboard, other colours, lost addresses."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.browser.chromium import chromium, served
from tests.site.building import SAMPLE, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

STRIKE = "briefings/port-ellery-ferry-crews-vote-to-strike/"
PAGES = (
    "",
    "briefings/",
    STRIKE,
    "actors/",
    "actors/ines-marlowe/",
    "topics/",
    "topics/ferries/",
    "watch/",
    "questions/",
)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
CONTRAST = """
selectors => {
  const rgb = colour => colour.match(/[0-9.]+/g).slice(0, 3).map(Number);
  const alpha = colour => Number(colour.match(/[0-9.]+/g)[3] ?? 1);
  const light = colour => {
    const [r, g, b] = rgb(colour).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = element => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (alpha(colour) > 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  return Object.fromEntries(selectors.map(selector => {
    const element = document.querySelector(selector);
    if (!element) return [selector, null];
    const both = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => a - b);
    return [selector, (both[1] + 0.05) / (both[0] + 0.05)];
  }));
}
"""
LENGTHEN = """
word => {
  for (const element of document.querySelectorAll("h1, h2, h3, p, li, dt, dd, td, th, a, summary, blockquote, .b-wordmark"))
    if (!element.closest("nav.md-tabs") && element.children.length === 0) element.textContent = word;
  for (const details of document.querySelectorAll("details")) details.open = true;
}
"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of two sites: `desk/`, the sample as it is; `own/`, with colours, fonts and a mark of its own."""
    root = tmp_path_factory.mktemp("sites")
    own = {
        "site_name": "Sound & Strait",
        "docs_dir": "content",
        "theme": {
            "name": "material",
            "font": False,
            "favicon": "assets/images/logo.svg",
            "icon": {"logo": "material/ferry"},
            "palette": {"scheme": "default", "primary": "teal", "accent": "amber"},
        },
        "plugins": ["search", "briefgen"],
        "extra_css": ["own.css"],
        "extra": {"generator": False, "preload_fonts": False},
    }
    (root / "own.yml").write_text(yaml.safe_dump(own), encoding="utf-8")
    for folder in ("content", "seeds"):
        shutil.copytree(SAMPLE / folder, root / folder)
    (root / "content" / "own.css").write_text(":root { --b-serif: Georgia; --b-sans: Arial; }", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        built = build(SAMPLE / "mkdocs.yml", root / "sites" / "desk", "--strict")
        assert built.status == 0, built.output
        other = build(root / "own.yml", root / "sites" / "own")
        assert other.status == 0, other.output
    with served(root / "sites") as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a window of its own, as wide as a desk's."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_the_site_serves_its_fonts(page: Page, sites: str) -> None:
    """Headings and the interface are set in the site's own fonts, asked for ahead; two files do for English."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(sites + "desk/" + STRIKE)
    page.evaluate("document.fonts.ready")
    fonts = sorted({url.rpartition("/")[2] for url in asked if url.endswith(".woff2")})
    assert fonts == ["libre-franklin-latin.woff2", "source-serif-4-latin.woff2"]
    assert [url for url in asked if not url.startswith(sites)] == []
    assert page.evaluate("document.fonts.check('20px \"Source Serif 4\"')")
    assert page.locator("link[rel=preload][as=font]").count() == len(fonts)


def test_nothing_jumps_when_fonts_arrive(browser: Browser, sites: str) -> None:
    """What stands in for the fonts is as wide and as high: the page is nearly as long without them."""
    heights = []
    for blocked in (False, True):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        if blocked:
            context.route("**/*.woff2", lambda route: route.abort())
        page = context.new_page()
        page.goto(sites + "desk/" + STRIKE)
        page.evaluate("document.fonts.ready")
        heights.append(page.locator("article").evaluate("element => element.offsetHeight"))
        context.close()
    assert heights[1] == pytest.approx(heights[0], rel=0.06)


def test_a_site_with_its_own_fonts_loads_none_of_these(page: Page, sites: str) -> None:
    """Two custom properties set a site's own fonts; then no font of briefgen's is loaded."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(sites + "own/" + STRIKE)
    page.evaluate("document.fonts.ready")
    assert [url for url in asked if url.endswith(".woff2")] == []
    assert page.locator("h1").first.evaluate("element => getComputedStyle(element).fontFamily") == "Georgia"


@pytest.mark.parametrize("path", PAGES)
def test_long_words_need_no_sideways_scrolling(browser: Browser, sites: str, path: str) -> None:
    """At 360 pixels the page's name is on the first screen, and a word wider than the screen breaks wherever it stands."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{sites}desk/{path}")
    assert page.locator("article h1").first.bounding_box()["y"] < 160  # type: ignore[index]  # a heading is shown
    page.evaluate(LENGTHEN, LONG)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_the_drawer_opens_by_keyboard(browser: Browser, sites: str) -> None:
    """On a narrow screen Tab reaches the button of the drawer; Enter opens it, Escape closes it; closed it takes no focus."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(sites + "desk/" + STRIKE)
    links = page.locator(".md-nav--primary a.md-nav__link")
    button = page.get_by_role("button", name="Navigation")
    assert not links.first.is_visible()
    for _ in range(4):
        page.keyboard.press("Tab")
        if button.evaluate("element => element === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.locator(".md-nav--primary a:focus").wait_for()
    assert button.get_attribute("aria-expanded") == "true"
    assert links.all_inner_texts() == ["Home", "Briefings", "Actors", "Topics", "Watch", "Questions"]
    page.keyboard.press("Escape")
    assert not links.first.is_visible()
    assert button.get_attribute("aria-expanded") == "false"
    context.close()


def test_the_first_key_offers_the_text(page: Page, sites: str) -> None:
    """The first Tab shows a link that skips the masthead, on a page of briefgen's and on that for a lost address."""
    for path in (STRIKE, "404.html"):
        page.goto(f"{sites}desk/{path}")
        page.keyboard.press("Tab")
        skip = page.locator(".md-skip:focus")
        assert skip.count() == 1
        assert skip.evaluate("element => getComputedStyle(element).opacity") == "1"
        target = skip.evaluate("element => element.hash.slice(1)")
        assert page.locator(f"[id='{target}']").count() == 1


def test_a_tab_is_the_present_one_below_its_address(page: Page, sites: str) -> None:
    """On a briefing's page the tab of the briefings is marked, and said to be the present one."""
    page.goto(sites + "desk/" + STRIKE)
    assert page.locator(".md-tabs [aria-current]").all_inner_texts() == ["Briefings"]
    assert page.locator(".md-tabs [aria-current]").get_attribute("aria-current") == "true"
    page.goto(sites + "desk/actors/")
    assert page.locator(".md-tabs [aria-current=page]").all_inner_texts() == ["Actors"]


def test_a_lost_reader_finds_the_way(page: Page, sites: str) -> None:
    """The page for an address that there is not searches the site, and leads to each of its parts."""
    page.goto(sites + "desk/404.html")
    ways = page.locator(".b-lost-ways a")
    assert ways.count() == 6
    assert all(str(way.get_attribute("href")).startswith("/desk/") for way in ways.all())
    page.get_by_role("searchbox").fill("rosters")
    page.keyboard.press("Enter")
    page.locator(".md-search-result__item").first.wait_for()
    assert page.url == sites + "desk/?q=rosters"


def test_another_palette_keeps_its_colours_and_is_read(page: Page, sites: str) -> None:
    """With Material's teal and amber the masthead is teal, and what briefgen prints is read all the same."""
    page.goto(sites + "own/" + STRIKE)
    header = page.locator(".md-header").evaluate("element => getComputedStyle(element).backgroundColor")
    assert header == "rgb(0, 148, 133)"
    parts = [
        "article h1",
        ".b-facts",
        ".b-label",
        ".b-tag",
        ".b-text",
        ".b-state",
        ".b-bottom-line-text",
    ]
    found = page.evaluate(CONTRAST, parts)
    assert {part: ratio for part, ratio in found.items() if ratio is None or ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_of_the_frame_are_read(browser: Browser, sites: str, scheme: str) -> None:
    """The masthead's, tabs', contents' and foot's words have a contrast of at least 4.5 to 1 as they are shown."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(sites + "desk/" + STRIKE)
    parts = [
        ".b-wordmark",
        ".md-tabs__link",
        ".md-tabs__item--active .md-tabs__link",
        ".md-search__input",
        ".md-sidebar--secondary .md-nav__link",
        ".b-follow-list a",
        ".b-imprint",
        ".b-imprint a",
    ]
    found = page.evaluate(CONTRAST, parts)
    assert {part: ratio for part, ratio in found.items() if ratio is None or ratio < 4.5} == {}
    context.close()


def test_the_mark_is_also_the_icon(page: Page, sites: str) -> None:
    """A site has briefgen's mark as its icon until it brings its own, which then stands alone, as does its own logo."""
    page.goto(sites + "desk/")
    icons = page.locator("link[rel~=icon], link[rel=apple-touch-icon]").evaluate_all("links => links.map(l => l.href)")
    assert [icon.rpartition("/")[2] for icon in icons] == ["favicon.png", "mark.svg", "apple-touch-icon.png"]
    assert all(page.request.get(icon).ok for icon in icons)
    assert page.locator("header .b-mark").is_visible()
    page.goto(sites + "own/")
    assert page.locator("link[rel~=icon], link[rel=apple-touch-icon]").count() == 1
    assert page.locator(".b-mark").count() == 0


def test_the_foot_says_what_to_follow(page: Page, sites: str) -> None:
    """The feeds and the calendar are at the foot of every page and are there; who made it is left out where a site says so."""
    page.goto(sites + "desk/" + STRIKE)
    addresses = page.locator(".b-follow-list a").evaluate_all("links => links.map(link => link.href)")
    assert len(addresses) == 3
    assert all(page.request.get(address).ok for address in addresses)
    assert "Made with briefgen" in page.locator("footer").inner_text()
    page.goto(sites + "own/" + STRIKE)
    assert "Made with" not in page.locator("footer").inner_text()


def test_signs_stay_in_forced_colours(browser: Browser, sites: str) -> None:
    """Where the system chooses the colours an icon is seen, and only the present tab is underlined."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(sites + "desk/")
    icon, ground = page.evaluate(
        "() => [getComputedStyle(document.querySelector('.b-follow-list .b-icon')).backgroundColor,"
        " getComputedStyle(document.body).backgroundColor]"
    )
    assert icon != ground
    lines = "links => links.map(link => getComputedStyle(link).borderBottomColor)"
    assert set(page.locator(".md-tabs__item:not(.md-tabs__item--active) a").evaluate_all(lines)) == {ground}
    assert page.locator(".md-tabs__item--active a").evaluate_all(lines) != [ground]
    context.close()


def test_nothing_moves_for_those_who_ask(browser: Browser, sites: str) -> None:
    """With reduced motion nothing is animated and no transition is run."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(sites + "desk/")
    moving = "() => [...document.querySelectorAll('*')].filter(one => getComputedStyle(one).animationName !== 'none'"
    moving += " || !/^(none|all 0s|all)/.test(getComputedStyle(one).transition)).length"
    assert page.evaluate(moving) == 0
    context.close()
