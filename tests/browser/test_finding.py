"""Finding briefings in headless Chromium: the list's filter, the theme's search, the page that finds; and without a script."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from briefgen.assembly import assemble
from briefgen.files.front_matter_write import new_text
from briefgen.model.briefing import Actor, Briefing, Evidence, Question, Source, Takeaway, WatchItem
from briefgen.model.settings import Settings
from briefgen.rendering.search_texts import PARTS
from tests.benchmarks.searching import Found, missing
from tests.browser.chromium import chromium, served
from tests.browser.watched import Watched
from tests.site.building import Built, Elements, build, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

HOSTILE = "<img src=x onerror=\"document.title='run'\"> & <b>bold</b>"
FERRY = Briefing(
    id="ferry",
    title="Ferry crews vote to strike",
    date=date(2026, 3, 2),
    status="published",
    summary="Crews of the Ellery ferries voted to stop work.",
    topics=("Harbours", "Pay"),
    sources=(Source(file="seeds/ferry.txt", publisher="The Bay Herald"),),
    takeaways=(
        Takeaway(
            text="“Nobody” will sail from [Ellery] in April.",
            kind="forecast",
            said_by="Mara Lund",
            evidence=(Evidence(quote="Not one of us will be aboard the quillfeather, Lund said."),),
        ),
        Takeaway(text="Pay fell for three years.", kind="claim"),
    ),
    actors=(
        Actor(name="Élodie Marchand", kind="person", role="harbour master"),
        Actor(name="Port Union", kind="organisation"),
    ),
    open_questions=(Question(text="Will the board offer arbitration?"),),
    watch=(WatchItem(text="Ballot of the tugboat crews", start=date(2026, 5, 4), end=date(2026, 5, 4)),),
)
GRAIN = replace(
    FERRY,
    id="grain",
    title=HOSTILE,
    date=date(2026, 2, 1),
    status="draft",
    summary="A silo waits. " + HOSTILE,
    topics=("Pay",),
    sources=(Source(file="seeds/grain.txt"),),
    takeaways=(Takeaway(text="The silo is a quarter full.", evidence=(Evidence(quote="It is a quarter full."),)),),
    actors=(Actor(name="Port Union", kind="organisation"), Actor(name=HOSTILE, kind="group")),
    open_questions=(),
    watch=(),
)
OTHERS = [
    Briefing(
        id=f"other-{number}",
        title=f"Other news {number}",
        date=date(2025, 12, 30) - timedelta(days=9 * number),
        status="published",
        summary="Nothing of note.",
        actors=(Actor(name="Town Council", kind="organisation"),),
    )
    for number in range(62)
]
ALL = [FERRY, GRAIN, *OTHERS]
NOTED = "---\n\nThe editor remembers the *zephyrine* of last year.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site below another folder, as GitHub Pages has it, with the policy that every page carries."""
    root = tmp_path_factory.mktemp("finding")
    texts = {one.id: new_text(one) for one in ALL}
    texts["ferry"] = texts["ferry"].rstrip().removesuffix("---") + NOTED
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        result = build(write_site(root, texts), root / "served" / "desk")
    assert result.status == 0, result.output
    return result


@pytest.fixture(scope="module")
def base(built: Built) -> Iterator[str]:
    """The address of the site."""
    with served(built.site.parent) as address:
        yield f"{address}desk/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser, base: str) -> Iterator[Page]:
    """A page on which nothing may go wrong: no error, nothing that the policy forbids, no script out of a text, no other host."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    watched = Watched(opened, base)
    yield opened
    assert opened.title() != "run"
    assert watched.complaints == []
    assert watched.foreign == []
    opened.close()


def titles(page: Page, within: str) -> list[str]:
    """Give the titles of the cards that can be seen within something."""
    return [text.strip() for text in page.locator(f"{within} .b-card-title:visible").all_inner_texts()]


def asked(page: Page) -> dict[str, list[str]]:
    """Give what the page's address asks for."""
    return parse_qs(urlsplit(page.url).query)


# The list's filter


def test_its_data_is_loaded_when_it_is_first_used(page: Page, base: str) -> None:
    """Whoever only reads the list loads nothing more; whoever uses the filter loads it once."""
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url) if "filters.json" in request.url else None)
    page.goto(f"{base}briefings/")
    assert page.locator("#b-filter").is_visible()
    assert loaded == []
    page.get_by_label("Words in a title or bottom line").fill("silo")
    page.get_by_text("Briefings that match: 1 of 64").wait_for()
    page.get_by_label("Words in a title or bottom line").fill("ÉLLERY ferries")
    page.get_by_text("Briefings that match: 1 of 64").wait_for()
    assert titles(page, "#b-filtered") == [FERRY.title]
    assert len(loaded) == 1


def test_filters_work_together_and_by_keyboard(page: Page, base: str) -> None:
    """An actor by name, a kind, a status: each narrows the list, says how many are left, and stands in the address."""
    page.goto(f"{base}briefings/")
    page.locator("#b-filter summary").focus()
    page.keyboard.press("Enter")
    actor = page.get_by_role("combobox", name="Actor")
    actor.focus()
    page.wait_for_selector("#b-filter-actors option", state="attached")
    page.keyboard.type("union")
    assert page.locator("#b-filter-actors option").evaluate_all("found => found.map(e => [e.value, e.label])") == [
        ["Port Union", "Port Union · in 2"]
    ]
    page.keyboard.press("Enter")
    page.get_by_text("Briefings that match: 2 of 64").wait_for()
    assert page.locator("#b-unfiltered").is_hidden()
    assert asked(page) == {"actor": ["port-union"]}
    page.get_by_role("checkbox", name="Forecast").focus()
    page.keyboard.press("Space")
    page.get_by_text("Briefings that match: 1 of 64").wait_for()
    assert titles(page, "#b-filtered") == [FERRY.title]
    assert page.get_by_role("checkbox", name="Draft").locator("..").inner_text().split()[-1] == "0"
    page.go_back()
    page.get_by_text("Briefings that match: 2 of 64").wait_for()
    assert not page.get_by_role("checkbox", name="Forecast").is_checked()
    page.get_by_role("button", name="Remove Port Union").press("Enter")
    page.wait_for_function("document.getElementById('b-filtered').hidden")
    assert page.locator("#b-unfiltered").is_visible()
    assert asked(page) == {}
    actor.fill("nobody of that name")
    actor.press("Enter")
    assert actor.evaluate("field => field.validationMessage") == "Nothing of that name is in the list."


def test_a_filter_can_be_linked_to(page: Page, base: str) -> None:
    """Its address shows the same briefings to whoever opens it, and resetting shows all again."""
    page.goto(f"{base}briefings/?topic=pay&from=2026-02-15&until=2026-12-31&kind=claim&status=published")
    page.get_by_text("Briefings that match: 1 of 64").wait_for()
    assert titles(page, "#b-filtered") == [FERRY.title]
    assert page.get_by_role("button", name="Remove Pay").is_visible()
    link = page.locator("#b-filtered a").first
    assert link.evaluate("link => link.href") == f"{base}briefings/ferry/"
    page.get_by_role("button", name="Reset").click()
    page.wait_for_function("!document.getElementById('b-unfiltered').hidden")
    assert len(titles(page, "#b-unfiltered")) == 60
    page.goto(f"{base}briefings/?actor=gone-from-here")
    page.get_by_text("No briefing matches all of this.").wait_for()


def test_texts_stay_texts(page: Page, base: str) -> None:
    """What looks like HTML in a title, a bottom line or a name is shown as it is written."""
    page.goto(f"{base}briefings/?words=silo")
    page.get_by_text("Briefings that match: 1 of 64").wait_for()
    assert titles(page, "#b-filtered") == [HOSTILE]
    assert page.locator("#b-filtered .b-state-draft").is_visible()
    assert page.locator("#b-filtered img, #b-filtered b").count() == 0
    if page.locator(".b-filter-more[open]").count() == 0:
        page.locator("#b-filter summary").click()
    page.get_by_role("combobox", name="Actor").fill("<img")
    assert HOSTILE in page.locator("#b-filter-actors option").first.evaluate("option => option.value")


def test_long_results_are_drawn_in_parts(page: Page, base: str) -> None:
    """More comes at the press of a button, and the focus goes on where it comes."""
    page.goto(f"{base}briefings/?actor=town-council")
    page.get_by_text("Briefings that match: 62 of 64").wait_for()
    assert len(titles(page, "#b-filtered")) == 30
    page.get_by_role("button", name="Show more").click()
    assert len(titles(page, "#b-filtered")) == 60
    assert page.evaluate("document.activeElement.textContent") == OTHERS[30].title


def test_without_a_script_every_briefing_is_reached(browser: Browser, base: str) -> None:
    """No form that does nothing: links to actors, topics and the years."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}briefings/")
    assert page.locator("#b-filter").is_hidden()
    assert len(titles(page, "#b-unfiltered")) == 60
    page.locator("#b-unfiltered").get_by_role("link", name="2024", exact=True).click()
    assert page.url == f"{base}archive/2024/"
    assert page.get_by_role("link", name=OTHERS[-1].title).is_visible()
    page.goto(f"{base}find/")
    assert page.locator("#b-find").is_hidden()
    assert page.get_by_role("link", name="Briefings by date").is_visible()
    context.close()


# The theme's search


def test_its_index_finds_every_item_and_holds_no_evidence(built: Built) -> None:
    """Each takeaway, actor, question and watch item leads to its page; quotes and listings lead nowhere."""
    text = built.text("search/search_index.json")
    index = Found.read(text)
    assert [lost for one in ALL for lost in missing(index, one)] == []
    for slug, name in (("elodie-marchand", "Élodie Marchand"), ("port-union", "Port Union")):
        assert index.finds(f"actors/{slug}/", name)
    assert index.finds("topics/pay/", "Pay")
    assert index.finds("briefings/ferry/", "zephyrine")
    assert "quillfeather" not in text
    assert "quarter full." in text  # the takeaway
    assert "It is a quarter" not in text  # its quote
    listings = {
        "",
        "briefings/",
        "actors/",
        "topics/",
        "watch/",
        "questions/",
        "find/",
        "archive/2024/",
        "archive/2025/",
    }
    assert not listings & index.words.keys()


def test_the_sections_of_a_page_are_known(built: Built) -> None:
    """A heading that is not among the known sections would be searched as a site's own: it belongs into PARTS."""
    ids = {
        attributes.get("id")
        for path in ("briefings/ferry/index.html", "actors/port-union/index.html")
        for attributes in Elements(built.text(path)).all("h2", "h3")
        if attributes.get("id")
    }
    assert {"b-takeaways", "b-notes"} <= ids
    assert ids - PARTS == {"b-notes"}


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("nobody sail ellery", "briefings/ferry/"),
        ("arbitration", "briefings/ferry/"),
        ("tugboat ballot", "briefings/ferry/"),
        ("marchand", "actors/elodie-marchand/"),
        ("zephyrine", "briefings/ferry/"),
    ],
)
def test_it_is_found_by_what_a_reader_types(page: Page, base: str, typed: str, address: str) -> None:
    """In Material's own search, whose words are told apart also where they stand in quotes or brackets."""
    page.goto(f"{base}questions/")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(typed)
    link = page.locator(".md-search-result__link").first
    link.wait_for()
    assert link.evaluate("link => link.href").split("?")[0].split("#")[0] == f"{base}{address}"


# The page that finds


def test_it_finds_what_stands_in_the_evidence(page: Page, base: str) -> None:
    """Every word of a page, marked in its words, with the sections that hold it; in a worker, as the policy is strict."""
    page.goto(f"{base}find/")
    page.get_by_role("searchbox", name="Words").fill("quillfeather")
    page.get_by_text("1 briefing has these words").wait_for()
    page.locator("#b-found .b-card").wait_for()
    assert titles(page, "#b-found") == [FERRY.title]
    assert page.locator("#b-found mark").first.inner_text().strip(",") == "quillfeather"
    assert page.get_by_role("link", name="Key takeaways").evaluate("link => link.href") == (
        f"{base}briefings/ferry/#b-takeaways"
    )
    assert page.locator("#b-found a").first.evaluate("link => link.href") == f"{base}briefings/ferry/"
    assert [worker.url for worker in page.workers if "pagefind" in worker.url] == [f"{base}pagefind/pagefind-worker.js"]
    assert asked(page) == {"words": ["quillfeather"]}


def test_its_facets_narrow_what_was_found(page: Page, base: str) -> None:
    """Each says in how many of the found it stands; the address holds them all."""
    page.goto(f"{base}find/?words=ellery+silo+work")
    page.goto(f"{base}find/?words=silo&status=draft")
    page.get_by_text("1 briefing has these words").wait_for()
    page.locator("#b-found .b-card").wait_for()
    assert titles(page, "#b-found") == [HOSTILE]
    assert page.locator("#b-found img, #b-found b").count() == 0
    assert page.get_by_label("Topic").locator("option").all_inner_texts() == ["Any", "Harbours (0)", "Pay (1)"]
    page.get_by_label("Status").select_option("published")
    page.get_by_text("No briefing of this choice has these words.").wait_for()
    assert asked(page) == {"words": ["silo"], "status": ["published"]}
    page.get_by_role("searchbox", name="Words").fill("")
    page.get_by_text("Type a word to search.").wait_for()
    assert page.locator("#b-found").is_hidden()


def test_what_is_anothers_or_was_wrong_is_not_found_in_it(page: Page, base: str) -> None:
    """Neither the words of every page nor the titles of related briefings lead anywhere."""
    page.goto(f"{base}find/?words=reviewed")
    page.get_by_text("No briefing has these words.").wait_for()


def test_a_preview_says_that_it_has_no_index(browser: Browser, built: Built, tmp_path: Path) -> None:
    """Where there is none, the page says so and why."""
    copied = tmp_path / "site"
    shutil.copytree(built.site, copied, ignore=shutil.ignore_patterns("pagefind", "cards"))
    with served(copied) as address:
        page = browser.new_page()
        page.goto(f"{address}find/?words=ferry")
        page.get_by_text("There is no index to search yet").wait_for()
        page.close()


def test_without_the_setting_there_is_no_such_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`find: false` leaves out the page, the index and the link."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    result = build(write_site(tmp_path, {"ferry": new_text(FERRY)}, {"find": False}), tmp_path / "built")
    assert result.status == 0, result.output
    assert not [path for path in result.files() if path.startswith(("find", "pagefind"))]
    assert "find/" not in result.text("briefings/index.html")


def test_an_unpublished_draft_is_in_none_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the site does not show is neither filtered, nor searched, nor found."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    texts = {"ferry": new_text(FERRY), "grain": new_text(replace(GRAIN, title="Siloword", summary="Siloword"))}
    config = write_site(tmp_path, texts, {"unreviewed": "preview"})
    result = build(config, tmp_path / "built")
    assert result.status == 0, result.output
    site, _ = assemble(tmp_path, Settings(), drafts=True)
    assert len(site.briefings) == 2
    assert [one[0] for one in json.loads(result.text("filters.json"))["briefings"]] == ["ferry"]
    for path in ("filters.json", "search/search_index.json"):
        assert "ilo" not in result.text(path)
    assert len(list((tmp_path / "built" / "pagefind" / "fragment").iterdir())) == 1


def test_the_same_site_gives_the_same_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte, so that a rebuild changes nothing on a server."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    config = write_site(tmp_path, {one.id: new_text(one) for one in ALL[:4]})
    one, other = (build(config, tmp_path / name) for name in ("one", "other"))
    files = [path for path in one.files() if path.startswith(("pagefind/", "search/"))]
    assert files == [path for path in other.files() if path.startswith(("pagefind/", "search/"))]
    assert {"pagefind/facets.json", "search/search_index.json"} <= set(files)
    for path in files:
        assert (one.site / path).read_bytes() == (other.site / path).read_bytes(), path
