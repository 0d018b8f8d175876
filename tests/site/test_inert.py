"""Nothing in a field or a note is run, loaded, included or interpreted, whatever extensions a site uses."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from briefgen.rendering.inert import clean, clean_title
from tests.browser.chromium import chromium, served
from tests.site.building import Built, Elements
from tests.site.hostile import CANARY, HARMLESS, one_line, payloads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Route

PAYLOADS = payloads()
CONTROLS = [number for number, payload in enumerate(PAYLOADS, 1) if payload.runs][:16]
_NOTES_MAY = frozenset(
    "p em strong a ul ol li blockquote code pre br hr table thead tbody tr th td h3 h4 h5 h6".split()
)
_WATCH = "for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => console.log('RAN ' + name);"
_PROVOKE = """() => {
  window.addEventListener('click', event => {
    const link = event.target.closest && event.target.closest('a[href]');
    if (link && ['http:', 'https:', 'mailto:'].includes(link.protocol)) event.preventDefault();
  }, true);
  for (const details of document.querySelectorAll('details')) details.open = true;
  const types = ['mouseover', 'mouseenter', 'focus', 'focusin', 'toggle', 'keydown', 'input', 'animationstart'];
  for (const element of document.querySelectorAll('article *, .md-header__topic *, .md-sidebar--secondary *')) {
    for (const type of types) element.dispatchEvent(new Event(type));
    if (element.click) element.click();
    else element.dispatchEvent(new MouseEvent('click', {bubbles: true}));
  }
}"""


class Visitor:
    """Opens pages, provokes everything on them, and notes what ran and what was asked of other hosts."""

    def __init__(self, page: Page, base: str) -> None:
        """Take over a page of a browser."""
        self.ran: list[str] = []
        self.outside: list[str] = []
        self._page, self._base, self._loaded = page, base, False
        page.add_init_script(_WATCH)
        page.on("console", lambda message: self.ran.append(message.text) if message.text.startswith("RAN") else None)
        page.route("**/*", self._route)

    def visit(self, path: str) -> None:
        """Open a page and provoke it."""
        self._loaded = False
        self._page.goto(self._base + path)
        self._loaded = True
        self._page.evaluate(_PROVOKE)
        self._page.wait_for_timeout(30)

    def _route(self, route: Route) -> None:
        request = route.request
        leaves = self._loaded and request.is_navigation_request() and request.frame == self._page.main_frame
        outside = not request.url.startswith((self._base, "data:", "blob:"))
        if outside:
            self.outside.append(request.url)
        if outside or leaves or "/search/" in request.url:  # an answer of 204 leaves the page where it is
            route.fulfill(status=204)
        else:
            route.continue_()


@pytest.fixture(scope="module")
def visitor(hostile_site: Built) -> Iterator[Visitor]:
    """A browser on the hostile site."""
    with chromium() as browser, served(hostile_site.site) as base:
        # Without the pages' policy: escaping alone has to keep every attempt from being run.
        yield Visitor(browser.new_page(bypass_csp=True), base)


def test_the_hostile_site_is_built(hostile_site: Built) -> None:
    """No attempt breaks the build: the controls do what they like, the briefings are all there."""
    assert hostile_site.status == 0, hostile_site.output
    pages = [path for path in hostile_site.files() if path.startswith("briefings/p-") and path.endswith("/index.html")]
    assert len(pages) == len(PAYLOADS) + 1
    assert len(PAYLOADS) >= 100


def _skeleton(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Give a page's elements with the names of their attributes, without its notes and its links to neighbours."""
    start = html.index('<div class="b-notes"')
    end = html.index("<h2", start)
    before = html[:start]
    after = html[end:]
    if '<nav class="b-pager"' in after:
        pager = after.index('<nav class="b-pager"')
        after = after[:pager] + after[after.index("</nav>", pager) :]
    return [
        (tag, tuple(sorted(attributes))) for tag, attributes in chain(Elements(before).found, Elements(after).found)
    ]


@pytest.fixture(scope="module")
def harmless(hostile_site: Built) -> list[tuple[str, tuple[str, ...]]]:
    """What the page of a harmless text is made of."""
    return _skeleton(hostile_site.text("briefings/p-000/index.html"))


@pytest.mark.parametrize("number", range(1, len(PAYLOADS) + 1))
def test_a_payload_adds_no_element_to_its_page(
    hostile_site: Built, harmless: list[tuple[str, tuple[str, ...]]], number: int
) -> None:
    """A page has the elements and attributes of the page of a harmless text, and shows the payload letter by letter."""
    html = hostile_site.text(f"briefings/p-{number:03d}/index.html")
    assert _skeleton(html) == harmless
    seen = " ".join("".join(Elements(html).words).split())
    text = clean(one_line(PAYLOADS[number - 1].text))
    # In takeaway, evidence, actor, position, question, answer, watch item, caution, the name of who reviewed it (twice),
    # and a correction's three texts: once each at least.
    assert seen.count(text) >= 13, text


@pytest.mark.parametrize("number", range(1, len(PAYLOADS) + 1))
def test_notes_hold_only_what_markdown_makes(hostile_site: Built, number: int) -> None:
    """Notes keep their formatting: allowed elements, no attribute but an address, and that of an allowed scheme."""
    html = hostile_site.text(f"briefings/p-{number:03d}/index.html")
    start = html.index('<div class="b-notes">') + len('<div class="b-notes">')
    notes = html[start : html.index("<h2", start)]
    found = Elements(notes).found
    assert {tag for tag, _ in found} <= _NOTES_MAY
    assert "Notes begin." in notes
    assert "Notes end." in notes
    for tag, attributes in found:
        assert set(attributes) <= ({"href"} if tag == "a" else {"start"} if tag == "ol" else set()), (tag, attributes)
        assert urlsplit(attributes.get("href") or "").scheme in ("", "http", "https", "mailto")


def test_no_page_takes_an_element_from_a_field(hostile_site: Built) -> None:
    """No page or feed but the controls has an event handler, a script of its own, or a link to another scheme."""
    pages = [path for path in hostile_site.files() if path.endswith(".html") and not path.startswith("control/")]
    assert len(pages) > 200
    scripts = len(Elements(hostile_site.text("watch/index.html")).all("script"))
    for path in pages:
        html = hostile_site.text(path)
        elements = Elements(html)
        for tag, attributes in elements.found:
            assert not any(name.startswith("on") for name in attributes), (path, tag, attributes)
            assert urlsplit((attributes.get("href") or "").strip()).scheme in ("", "http", "https"), (path, attributes)
        assert not elements.all("iframe", "object", "embed", "base", "math", "video", "audio"), path
        data = [script for script in elements.all("script") if script.get("type") == "application/ld+json"]
        own = len(elements.all("script")) - len(data)
        assert own == scripts, path
        assert len(data) == (
            path == "index.html" or (path.startswith(("briefings/p-", "topics/")) and path != "topics/index.html")
        ), path
        assert "&amp;amp;" not in html.replace("&amp;amp;lt;", "").replace("&amp;amp;gt;", ""), path


def test_templates_are_not_run_and_snippets_not_included(hostile_site: Built) -> None:
    """`{{ 7*7 }}` stays what it is, and no file is drawn in: the control draws it in, so the extension is at work."""
    written = {path: hostile_site.text(path) for path in hostile_site.files() if path.endswith(".html")}
    drawn = {path for path, text in written.items() if CANARY in text}
    assert drawn
    assert all(path.startswith("control/") for path in drawn)
    page = next(number for number, payload in enumerate(PAYLOADS, 1) if payload.text == "{{ 7*7 }}")
    seen = "".join(Elements(written[f"briefings/p-{page:03d}/index.html"]).words)
    assert "{{ 7*7 }}" in seen
    assert "49" not in seen


def test_feeds_carry_the_same_titles(hostile_site: Built) -> None:
    """Atom and JSON Feed parse, and their titles are the payloads as text."""
    atom = ET.fromstring(hostile_site.text("feed.xml"))  # noqa: S314  # written by ourselves a moment ago
    feed = json.loads(hostile_site.text("feed.json"))
    expected = {clean_title(one_line(payload.text)) for payload in PAYLOADS} | {HARMLESS}
    titles = {entry.text for entry in atom.findall("{*}entry/{*}title")}
    assert titles <= expected
    assert {item["title"] for item in feed["items"]} == titles
    assert len(titles) == 50


def test_controls_run(visitor: Visitor) -> None:
    """The same payloads in the body of a page do run: so a leak would be noticed."""
    quiet = []
    for number in CONTROLS:
        visitor.ran.clear()
        visitor.visit(f"control/p-{number:03d}/")
        if not visitor.ran:
            quiet.append(PAYLOADS[number - 1].text)
    assert not quiet


def test_no_payload_runs_in_a_browser(visitor: Visitor) -> None:
    """No dialogue is called and no other host is asked, whatever is clicked, pointed at or focused."""
    paths = [f"briefings/p-{number:03d}/" for number in range(1, len(PAYLOADS) + 1)]
    visitor.outside.clear()
    for path in ["", "briefings/", "actors/", "topics/", "watch/", "questions/", *paths]:
        visitor.ran.clear()
        visitor.visit(path)
        assert not visitor.ran, path
        assert not visitor.outside, path
