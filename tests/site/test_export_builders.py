"""An export is built by Zensical, ProperDocs and MkDocs without the plugin: readers get what they get of the site itself."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast
from xml.etree import ElementTree as ET

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it carries no types
from lxml import html

from briefgen.files.briefings import load_briefings
from briefgen.files.front_matter_write import new_text
from briefgen.model.briefing import items_of
from briefgen.model.settings import Settings
from tests.browser.chromium import chromium, served
from tests.site.building import SAMPLE, Built, build, write_site
from tests.site.other_builders import built_by, export, verify, write_desk
from tests.site.test_build import every_field

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

BUILDERS = {
    "zensical": ("zensical", "build"),
    "properdocs": ("properdocs", "build", "-f", "mkdocs.yml", "--strict"),
    "mkdocs": ("mkdocs", "build", "--strict"),
}
TAKEN_AWAY = (".xml", ".json", ".ics", ".txt", ".png")
SHOWN = ("briefings/harbour-authority-rules-on-rest/", "briefings/port-ellery-ferry-crews-vote-to-strike/")
DIALOG = "[...document.body.children].map(one => one.shadowRoot).find(Boolean)"
"""Zensical's search, in a browser."""
VISITED = ("", "404.html", "briefings/", SHOWN[1], "method/", "watch/")


class Desk:
    """The site as it is, and its export as every builder builds it."""

    def __init__(self, root: Path) -> None:
        """Write the site and export it."""
        self.root = root
        self.config = write_desk(root / "site")
        self.reference = build(self.config, root / "reference", "--strict")
        assert self.reference.status == 0, self.reference.output
        self.status, self.printed = export(self.config, root / "export")
        self._built: dict[str, Built] = {}

    def by(self, builder: str) -> Built:
        """Give what a builder makes of the export, built when first asked for."""
        if builder not in self._built:
            folder = self.root / builder
            shutil.copytree(self.root / "export", folder)
            self._built[builder] = built_by(folder, *BUILDERS[builder])
            assert self._built[builder].status == 0, self._built[builder].output
        return self._built[builder]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The sample with pages of its own."""
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium for all pages."""
    with chromium() as opened:
        yield opened


def selected(page: str | html.HtmlElement, path: str) -> list[Any]:
    """Give what an XPath selects of a page: elements or texts."""
    return cast("list[Any]", (html.fromstring(page) if isinstance(page, str) else page).xpath(path))


def text_of(page: str) -> str:
    """Give the words that readers get of a page's article."""
    (article,) = selected(page, "//article")
    for left_out in selected(article, ".//script | .//a[contains(@class, 'headerlink')] | .//form[not(@id)]"):
        left_out.drop_tree()
    return " ".join(article.text_content().split())


def ids_of(page: str) -> set[str]:
    """Give the anchors of a page's article."""
    return {one for one in selected(page, "//article//@id") if one.startswith("b-")}


def pages_of(built: Built) -> list[str]:
    """Name the pages of a built site."""
    return [path for path in built.files() if path.endswith(".html")]


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_page_is_there_with_its_words_and_anchors(desk: Desk, builder: str) -> None:
    """Each page of the site, and no other, is at its address with the same words, the same anchors and the same title."""
    built = desk.by(builder)
    assert pages_of(built) == pages_of(desk.reference)
    for page in pages_of(built):
        if page == "404.html":
            continue
        expected, found = desk.reference.text(page), built.text(page)
        assert text_of(found) == text_of(expected), page
        assert ids_of(found) == ids_of(expected), page
        title = "//title/text()"
        assert selected(found, title) == selected(expected, title), page


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_item_is_on_the_page_of_its_briefing(desk: Desk, builder: str) -> None:
    """Takeaways, actors, questions, what to watch and each quote of their evidence stand on the page; a stub has none."""
    found = load_briefings(SAMPLE, Settings())
    assert sum(len(items_of(one.briefing)) for one in found) > 15
    for one in found:
        shown = text_of(desk.by(builder).text(f"briefings/{one.briefing.id}/index.html"))
        withdrawn = one.briefing.status == "withdrawn"
        for item in items_of(one.briefing):
            quotes = [evidence.quote for evidence in item.evidence]
            names = [item.name] if hasattr(item, "name") else [item.text]
            for words in (*names, *quotes):
                assert (" ".join(words.strip("“”\"' ").split()) in shown) is not withdrawn, words


@pytest.mark.parametrize("builder", BUILDERS)
def test_what_readers_take_away_is_the_same_to_the_byte(desk: Desk, builder: str) -> None:
    """Feeds, calendars, JSON, llms.txt and the pictures of links are those of the site."""
    built = desk.by(builder)
    own = [
        path
        for path in desk.reference.files()
        if path.endswith(TAKEN_AWAY) and not path.startswith(("assets/", "search/"))
    ]
    own.remove("sitemap.xml")
    assert {"feed.xml", "feed.json", "watch.ics", "briefings.json", "llms.txt", "filters.json", "cards/site.png"} <= {
        *own
    }
    for path in own:
        assert (built.site / path).read_bytes() == (desk.reference.site / path).read_bytes(), path


@pytest.mark.parametrize("builder", BUILDERS)
def test_search_engines_are_told_the_same(desk: Desk, builder: str) -> None:
    """The map of the site names the same pages; drafts and stubs ask to be left out, and link to no feed of their own."""
    built = desk.by(builder)
    located = [
        sorted(one.text or "" for one in ET.fromstring(site.text("sitemap.xml")).iter() if one.tag.endswith("}loc"))  # noqa: S314  # ours
        for site in (built, desk.reference)
    ]
    assert located[0] == located[1]
    assert len(located[0]) > 10
    for page in pages_of(built):
        if page == "404.html":
            continue
        heads = [html.fromstring(site.text(page)) for site in (built, desk.reference)]
        told = [
            (
                selected(head, "//meta[@name='robots']/@content"),
                sorted(one.removeprefix("./") for one in selected(head, "//link[contains(@rel, 'alternate')]/@href")),
                selected(head, "//link[@rel='canonical']/@href"),
                sorted(
                    selected(
                        head, "//meta[starts-with(@property, 'og:') or starts-with(@property, 'article:')]/@content"
                    )
                ),
                selected(head, "//meta[@name='description']/@content"),
                selected(head, "//script[@type='application/ld+json']/text()"),
            )
            for head in heads
        ]
        assert told[0] == told[1], page
    assert "noindex" in built.text("briefings/lighthouse-fund-cut/index.html")


@pytest.mark.parametrize("builder", BUILDERS)
def test_the_built_site_is_proved(desk: Desk, builder: str) -> None:
    """`briefgen verify-site` finds nothing: no leak, no broken link, no request to another host, and a policy that holds."""
    told = verify(desk.config, desk.by(builder).site)
    assert told.startswith("0\n"), told


@pytest.mark.parametrize("builder", BUILDERS)
def test_pages_of_the_sites_own_keep_their_links(desk: Desk, builder: str) -> None:
    """Links to pages of briefings lead there although these lie elsewhere in an export; what stands in code stays."""
    (article,) = selected(desk.by(builder).text("method/index.html"), "//article")
    links = {link.text: link.get("href") for link in selected(article, ".//p/a[text()]")}
    assert links["the dates ahead"] == "../watch/#b-undated"
    assert links["the strike vote"] == "../briefings/port-ellery-ferry-crews-vote-to-strike/"
    assert links["the map"] == "../images/map.svg"
    assert [code.text_content().strip() for code in selected(article, ".//code")] == ["[dates](watch.md)"] * 2


@pytest.mark.parametrize("builder", BUILDERS)
def test_the_sites_own_frame_is_kept(desk: Desk, builder: str) -> None:
    """Its style sheet comes after ours, its override is used, its own words stand at the foot, what it excludes is not there."""
    built = desk.by(builder)
    page = built.text("watch/index.html")
    styles = re.findall(r'<link rel="stylesheet" href="([^"]*)"', page)
    assert styles.index("../own.css") > styles.index("../assets/briefgen/look.css")
    assert "Our own banner" in page
    assert "The desk, 2026" in page
    assert built.text("own.css") == desk.reference.text("own.css")
    assert not [path for path in built.files() if path.startswith("internal")]


def test_the_search_of_zensical_finds_what_is_said_and_not_its_evidence(desk: Desk) -> None:
    """Its index has the takeaways under their section; quotes, lists and the stub are not in it."""
    items = json.loads(desk.by("zensical").text("search.json"))["items"]
    texts = {item["location"]: " ".join(re.sub(r"<[^>]*>", " ", item["text"]).split()) for item in items}
    (one,) = [one for one in load_briefings(SAMPLE, Settings()) if one.briefing.id in SHOWN[1]]
    takeaways = texts[f"{SHOWN[1]}#b-takeaways"]
    for takeaway in one.briefing.takeaways:
        assert " ".join(takeaway.text.split()) in takeaways
        for evidence in takeaway.evidence:
            if evidence.quote.strip("“”") not in takeaway.text:
                assert evidence.quote not in json.dumps(items, ensure_ascii=False)
    assert not [place for place in texts if place.startswith(("watch/", "questions/", "briefings/old-pier"))]


@pytest.mark.parametrize("builder", ["zensical", "mkdocs"])
def test_a_browser_finds_nothing_wrong(desk: Desk, browser: Browser, tmp_path: Path, builder: str) -> None:
    """No page breaks its policy, asks another host, fails to load a file or is wider than a narrow screen."""
    shutil.copytree(desk.by(builder).site, tmp_path / "desk")
    wrong: list[str] = []
    with served(tmp_path) as base:
        page = browser.new_page(viewport={"width": 360, "height": 800})
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("response", lambda answer: wrong.append(answer.url) if answer.status >= 400 else None)
        page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith((base, "data:")) else None)
        for path in VISITED:
            page.goto(f"{base}desk/{path}")
            page.wait_for_timeout(100)  # what scripts do once a page is loaded
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append(f"{path} is wider than the screen")
        page.close()
    assert wrong == []


def test_zensical_filters_searches_and_turns_dark(desk: Desk, browser: Browser, tmp_path: Path) -> None:
    """Within the policy the list is filtered, a search finds a briefing in styled results, and dark colours are kept."""
    shutil.copytree(desk.by("zensical").site, tmp_path / "desk")
    with served(tmp_path) as base:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"{base}desk/briefings/")
        page.fill("#b-filter input[type=search]", "rest")
        page.wait_for_function("() => document.querySelectorAll('#b-filtered li').length === 1")
        page.click("label[for=__palette_1]")
        page.goto(f"{base}desk/watch/")
        page.wait_for_function("() => document.body.dataset.mdColorScheme === 'slate'")
        page.click(".md-search__button")
        page.keyboard.type("strike")
        page.wait_for_function(f"() => {DIALOG}?.querySelectorAll('a[href*=strike]').length")
        assert page.evaluate(f"{DIALOG}.querySelector('style').sheet.cssRules.length") > 10
        page.close()


def test_a_narrow_screen_of_zensical_is_for_everybody(desk: Desk, browser: Browser, tmp_path: Path) -> None:
    """Accessibility’s rules find nothing, and keys open the search."""
    shutil.copytree(desk.by("zensical").site, tmp_path / "desk")
    with served(tmp_path) as base:
        page = browser.new_page(viewport={"width": 360, "height": 800}, bypass_csp=True)  # axe is no script of the site
        for path in ("", SHOWN[1]):
            page.goto(f"{base}desk/{path}")
            found = Axe().run(page).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        page.focus(".b-opens-search")
        page.keyboard.press("Enter")
        page.wait_for_function(f"() => {DIALOG}?.activeElement")
        page.close()


def test_styles_of_a_search_that_the_policy_does_not_know_are_handed_over(
    desk: Desk, browser: Browser, tmp_path: Path
) -> None:
    """A version of Zensical whose search has other styles is styled all the same, by a script of the site's own."""
    site = tmp_path / "desk"
    shutil.copytree(desk.by("zensical").site, site)
    page_file = site / "watch/index.html"
    text = page_file.read_text(encoding="utf-8")
    unknown = re.sub(r"style-src 'self' 'sha256-[^']*'", "style-src 'self'", text)
    assert unknown != text
    page_file.write_text(unknown, encoding="utf-8")
    with served(tmp_path) as base:
        page = browser.new_page()
        page.goto(f"{base}desk/watch/")
        page.wait_for_function(f"() => {DIALOG}?.adoptedStyleSheets[0]?.cssRules.length > 10")
        page.close()


def test_nothing_in_a_briefing_is_interpreted_by_zensical(tmp_path: Path) -> None:
    """Its templates, Markdown and search take titles and texts as they are: no element, no script, no sum comes of them."""
    payload = (
        "<script>alert(1)</script><img src=x onerror=alert(2)> {{ 7*7 }} {% raw %} [a](javascript:alert(3)) --8<-- `x`"
    )
    briefing = replace(every_field("a", payload), status="published", title=f"Title {payload}")
    config = write_site(tmp_path / "site", {"a": new_text(briefing)})
    status, printed = export(config, tmp_path / "out")
    assert status == 0, printed
    built = built_by(tmp_path / "out", *BUILDERS["zensical"])
    assert built.status == 0, built.output
    pages = pages_of(built)
    assert len(pages) > 8
    for path in pages:
        page = html.fromstring(built.text(path))
        assert not selected(
            page, "//script[not(@src)][not(@type='application/json' or @type='application/ld+json')]"
        ), path
        assert not selected(page, "//img[@src='x'] | //@onerror | //a[starts-with(@href, 'javascript')]"), path
        assert not any(" 49 " in text for text in selected(page, "//text()")), path
    shown = text_of(built.text("briefings/a/index.html"))
    assert "<script>alert(1)</script><img src=x onerror=alert(2)> {{ 7*7 }} {% raw %} [a](javascript:alert(3))" in shown
    for item in json.loads(built.text("search.json"))["items"]:
        assert not re.search(r"<(script|img)\b", item["title"] + item["text"], re.IGNORECASE)
