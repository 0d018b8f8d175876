"""The documentation builds, holds together on this machine and on GitHub, and can be read on a telephone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it carries no types
from click.testing import CliRunner
from mkdocs.config import load_config

from briefgen.cli import main
from tests.browser.chromium import chromium, served
from tests.site.building import Built, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent.parent
CONFIG = ROOT / "docs" / "mkdocs.yml"
PAGES = ROOT / "docs" / "pages"
_FENCE = re.compile(r"^ *(```+).*?^ *\1", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_PRIVATE = re.compile(r"/work/|/root/|/home/[a-z]|/tmp/|DESIGN\.md|THREATS\.md|EDITORIAL\.md")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The documentation, built as `make docs` does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        return build(CONFIG, tmp_path_factory.mktemp("docs") / "site", "--strict")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    with chromium() as started:
        yield started


def test_it_builds_without_a_warning(built: Built) -> None:
    """No page is missing from the navigation, no link and no anchor leads nowhere."""
    assert built.status == 0, built.output


def test_every_page_is_in_the_navigation() -> None:
    """Once; a page that no reader comes by need not be written."""
    listed = re.findall(r"[\w/-]+\.md\b", repr(load_config(str(CONFIG)).nav))
    pages = {path.relative_to(PAGES).as_posix() for path in PAGES.rglob("*.md")}
    assert sorted(listed) == sorted(set(listed))
    assert pages <= set(listed)


def test_it_is_as_a_published_site_should_be(built: Built) -> None:
    """By the command that proves the sites of others: links, requests, policies."""
    ran = CliRunner().invoke(main, ["verify-site", str(built.site), "--strict", "--skip", "leaks"])
    assert ran.exit_code == 0, ran.output


def test_links_lead_somewhere_on_github_as_well() -> None:
    """There a page is read as it lies in the repository."""
    files = [*PAGES.rglob("*.md"), *ROOT.glob("*.md"), ROOT / "briefgen" / "README.md"]
    broken = [
        f"{file.relative_to(ROOT)}: {target}"
        for file in files
        for target in _LINK.findall(_FENCE.sub("", file.read_text("utf-8")))
        if not re.match(r"[a-z]+:|#", target) and not (file.parent / target.partition("#")[0]).exists()
    ]
    assert broken == []


def test_a_link_to_a_file_of_the_repository_leads_to_where_it_is_published(built: Built) -> None:
    """Such as the schemas and the changelog: no page links out of the site's folder."""
    fields = built.text("fields/index.html")
    assert 'href="../schemas/briefing.schema.json"' in fields
    assert (built.site / "schemas" / "briefing.schema.json").is_file()
    assert 'href="../changelog/"' in built.text("data/index.html")


def test_nothing_speaks_of_a_machine() -> None:
    """The documentation is about the program, not about where it was written."""
    for path in (ROOT / "docs").rglob("*"):
        if path.suffix in {".md", ".yml", ".py", ".html", ".css", ".jinja", ".toml"} and "site" not in path.parts:
            found = _PRIVATE.search(path.read_text("utf-8"))
            assert found is None, f"{path}: {found}"


def test_no_page_is_wider_than_a_telephone(built: Built, browser: Browser) -> None:
    """At 360 px nothing is scrolled sideways but code and tables within their own boxes."""
    # Without scripts, which take most of the time of a page and change nothing of its width.
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    widths: dict[str, int] = {}
    with served(built.site) as address:
        for path in built.files():
            if path.endswith("index.html"):
                page.goto(address + path.removesuffix("index.html"))
                widths[path] = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert len(widths) > 10
    assert {path: width for path, width in widths.items() if width > 360} == {}


def test_the_policy_stops_nothing_of_the_documentation(built: Built, browser: Browser) -> None:
    """The console stays empty, no other host is asked, and the search finds a setting."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    with served(built.site) as address:
        page.goto(f"{address}overriding/")
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").press_sequentially("content_security_policy")
        page.locator(".md-search-result__link").first.wait_for()
        found = page.locator(".md-search-result__link").first.get_attribute("href")
    context.close()
    assert said == []
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert found
    assert "settings" in found


@pytest.mark.parametrize(("path", "scheme", "width"), [("overriding/", "light", 1280), ("commands/", "dark", 360)])
def test_axe_finds_nothing(path: str, scheme: str, width: int, built: Built, browser: Browser) -> None:
    """WCAG 2.2 A and AA and axe's best practices, on a page of tables and much code, and on one of lists."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]  # one of two words
        reduced_motion="reduce",
        bypass_csp=True,  # axe brings a style sheet of its own
    )
    page = context.new_page()
    with served(built.site) as address:
        page.goto(address + path)
        broken = Axe().run(page).response["violations"]
    context.close()
    found = [
        f"{one['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})" for one in broken for node in one["nodes"]
    ]
    assert found == [], "\n".join(found)
