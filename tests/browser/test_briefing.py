"""A rich briefing in a browser: its evidence, the way to the original's very words, paper, what can be copied, its size."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefgen.files.front_matter_write import new_text
from briefgen.model.briefing import (
    Actor,
    Briefing,
    Caution,
    Evidence,
    Question,
    Source,
    Takeaway,
    TakeawayKind,
    WatchItem,
)
from tests.browser.chromium import chromium, served
from tests.site.building import SAMPLE, Built, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

# Every sentence is its own and as long as those of newspapers are; some words stand in all of them, as they do in an article.
SENTENCES = tuple(
    f"The harbour board said on Monday that quay {number}, built {number} years ago & never repaired, would be closed "
    f"to ships until June."
    for number in range(1, 31)
)
TWICE = "Nobody was hurt."
PARAGRAPHS = tuple(f"{SENTENCES[at]} {SENTENCES[at + 1]} {TWICE}" for at in range(0, 30, 2))
KINDS: tuple[TakeawayKind, ...] = ("reported", "claim", "assessment", "forecast", "reported", "claim")


def evidence(number: int) -> tuple[Evidence, ...]:
    """Quote one of the sentences."""
    return (Evidence(quote=SENTENCES[number]),)


RICH = Briefing(
    id="rich",
    title="Harbour board closes quays until its engineers have looked at every crane",
    date=date(2026, 1, 5),
    status="reviewed",
    reviewed_by="Ada Quist",
    reviewed_on=date(2026, 1, 6),
    summary="The harbour board closes its quays until engineers have looked at the cranes, which may take all of the year.",
    topics=("Harbours", "Shipping", "Safety at work"),
    sources=(
        Source(
            file="seeds/harbour.txt",
            title="Quays close",
            publisher="The Ellery Courier",
            author="Tamsin Okafor",
            published=date(2026, 1, 5),
            url="https://courier.example/2026/01/05/harbour-board-closes-quays?ref=front",
        ),
    ),
    takeaways=tuple(
        Takeaway(
            text=f"Quay {number + 1} stays closed until its cranes have been looked at by the board’s own engineers.",
            kind=kind,
            said_by=None if kind == "reported" else "Harbour Board of Port Ellery",
            evidence=evidence(number),
        )
        for number, kind in enumerate(KINDS)
    ),
    actors=tuple(
        Actor(
            name=f"Engineers’ Company {number}",
            kind="organisation",
            role="which looks at the cranes for the harbour board",
            aliases=(f"the Company {number}",),
            position="Wants the quays closed for longer than the board has said that they will be.",
            evidence=evidence(6 + number),
        )
        for number in range(8)
    ),
    open_questions=tuple(
        Question(
            text=f"Will quay {number} be opened to ships before the end of the year?", evidence=evidence(14 + number)
        )
        for number in range(6)
    ),
    watch=(
        WatchItem(text="Opening of the quays", evidence=(Evidence(quote=TWICE),)),
        *(
            WatchItem(
                text=f"Report of the engineers on quay {number}",
                when="next spring",
                start=date(2026, 3, 1 + number),
                end=date(2026, 5, 31),
                where="Port Ellery",
                evidence=evidence(20 + number),
            )
            for number in range(5)
        ),
    ),
    cautions=(Caution(text="The article rests on the board alone; no engineer is quoted in it."),),
)
OTHERS = tuple(
    Briefing(
        id=name,
        title=f"Briefing {name}",
        date=date(2025, 12, day),
        status="published",
        topics=topics,
        takeaways=(Takeaway(text="A", evidence=evidence(0)),),
        sources=RICH.sources,
    )
    for name, day, topics in (("near", 2, ("Harbours", "Shipping")), ("far", 1, ("Harbours",)), ("none", 3, ("Cats",)))
)
LIMIT = 60_000


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of a rich briefing and three small ones, with this project's own look, and the original beside it."""
    root = tmp_path_factory.mktemp("rich")
    (root / "content" / "briefings").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "seeds" / "harbour.txt").write_text("\n\n".join(PARAGRAPHS) + "\n", encoding="utf-8")
    for briefing in (RICH, *OTHERS):
        (root / "content" / "briefings" / f"{briefing.id}.md").write_text(new_text(briefing), encoding="utf-8")
    config = root / "mkdocs.yml"
    inherited = json.dumps(str(SAMPLE / "mkdocs.yml"))
    config.write_text(f"INHERIT: {inherited}\nsite_name: Desk\ndocs_dir: content\nsite_dir: site\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        result = build(config, root / "built")
    assert result.status == 0, result.output
    # Far apart, so that a reader has to scroll; & as a page has it.
    paragraphs = "".join(f'<p style="margin-bottom:90vh">{one}</p>'.replace("&", "&amp;") for one in PARAGRAPHS)
    original = f"<!doctype html><html lang=en><meta charset=utf-8><title>Quays</title><h1>Quays</h1>{paragraphs}</html>"
    (result.site / "original.html").write_text(original, encoding="utf-8")
    return result


@pytest.fixture(scope="module")
def base(built: Built) -> Iterator[str]:
    """The address of the site."""
    with served(built.site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser, base: str) -> Iterator[Page]:
    """The rich briefing on a narrow screen."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    opened = context.new_page()
    opened.goto(base + "briefings/rich/")
    yield opened
    context.close()


def test_a_rich_page_is_small(built: Built) -> None:
    """All the evidence with what stands around it, the frame of the theme included."""
    html = built.text("briefings/rich/index.html")
    assert html.count("<mark>") == 26
    assert len(html.encode()) < LIMIT


def test_the_first_screen_of_a_phone_has_the_bottom_line_and_the_ways_on(page: Page) -> None:
    """Nobody has to scroll for the bottom line; what is said against the source stands right below it."""
    bottom = page.locator(".b-bottom-line-text").bounding_box()
    assert bottom is not None
    assert bottom["y"] + bottom["height"] < 740
    caution = page.locator(".b-caution .b-text")
    assert "no engineer is quoted" in caution.inner_text()
    below = caution.bounding_box()
    assert below is not None
    assert below["y"] < page.locator("#b-takeaways").bounding_box()["y"]  # type: ignore[index]  # it is shown
    links = page.locator(".b-jump a")
    assert links.all_inner_texts() == ["6 takeaways", "8 actors", "6 open questions", "6 things to watch"]
    for link in links.all():
        assert page.locator(str(link.get_attribute("href"))).count() == 1
        assert link.bounding_box()["height"] >= 24  # type: ignore[index]  # it is shown


def test_evidence_opens_to_the_words_among_their_neighbours(page: Page) -> None:
    """Closed it says what is inside; open it shows the sentence before and after, and the way to the original."""
    details = page.locator(".b-takeaway details").nth(1)
    summary = details.locator("summary")
    assert " ".join(str(summary.text_content()).split()) == "Evidence for takeaway 2: 1 quote from The Ellery Courier"
    summary.focus()
    page.keyboard.press("Enter")
    text = " ".join(details.locator("blockquote").inner_text().split())
    assert text == f"{SENTENCES[0]} {SENTENCES[1]} {TWICE}"
    assert details.locator("mark").inner_text() == SENTENCES[1]


def test_a_link_to_an_item_marks_it_and_opens_nothing(page: Page) -> None:
    """Whoever follows a permalink sees which line is meant."""
    item = page.locator(".b-question").nth(2)
    plain = item.evaluate("e => getComputedStyle(e).backgroundColor")
    item.locator(".b-permalink").click()
    assert page.url.endswith("#" + str(item.get_attribute("id")))
    assert item.evaluate("e => getComputedStyle(e).backgroundColor") != plain
    assert page.locator("details[open]").count() == 0


def test_the_way_to_the_original_finds_the_very_words(browser: Browser, base: str) -> None:
    """Chromium scrolls to each quote on the page it comes from, though its words stand in other sentences, too."""
    context = browser.new_context(viewport={"width": 800, "height": 600})
    page = context.new_page()
    page.goto(base + "briefings/rich/")
    links = page.locator(".b-evidence .b-from a").evaluate_all("found => found.map(e => e.getAttribute('href'))")
    assert len(links) == 26
    # The first sentence of the second paragraph, one in the middle, and the last.
    for link, paragraph in ((links[2], 1), (links[13], 6), (links[25], 12)):
        address = re.sub(r"^https://courier\.example/[^#]*", base + "original.html", str(link))
        assert "#:~:text=" in address
        page.goto("about:blank")
        page.goto(address)
        page.wait_for_function("scrollY > 0")
        shown = page.locator("p").nth(paragraph).bounding_box()
        assert shown is not None
        assert -300 < shown["y"] < 600, (address, shown)
    context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_paper_has_two_pages_without_script(browser: Browser, base: str, paper: str) -> None:
    """A rich briefing with all its evidence: the style sheet alone opens what is folded."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "briefings/rich/")
    page.emulate_media(media="print")
    assert page.locator(".b-takeaway mark").first.is_visible()
    assert page.locator(".b-watch mark").last.is_visible()
    for hidden in ("summary", ".b-jump", ".b-permalink", ".b-copy", ".b-from", ".md-header", ".md-footer"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator(".b-source").first.is_visible()
    printed = page.pdf(format=paper)
    counts = [int(count) for count in re.findall(rb"/Type\s*/Pages\b[^>]*?/Count (\d+)", printed)]
    assert counts
    assert max(counts) <= 3
    context.close()


def test_the_citation_is_copied(browser: Browser, base: str) -> None:
    """Title, site, date, review and address; the page says that it was copied, aloud and for the eye."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base + "briefings/rich/")
    button = page.get_by_role("button", name="Copy citation")
    button.focus()
    page.keyboard.press("Enter")
    told = page.locator("dd [role=status]")
    page.wait_for_function("document.querySelector('dd [role=status]').textContent !== ''")
    assert told.inner_text() == "Citation copied"
    assert page.evaluate("navigator.clipboard.readText()") == (
        "“Harbour board closes quays until its engineers have looked at every crane”. Desk, 5 January 2026. "
        "Reviewed by Ada Quist, 6 January 2026. https://briefings.example/desk/briefings/rich/"
    )
    page.locator(".b-takeaway .b-permalink").first.click()
    page.wait_for_function("document.querySelector('.b-takeaway [role=status]').textContent === 'Link copied'")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert "#b-takeaway-" in page.url
    context.close()


def test_without_script_there_is_no_button_that_does_nothing(browser: Browser, base: str) -> None:
    """The citation stands there to be selected."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "briefings/rich/")
    assert not page.locator(".b-copy").is_visible()
    assert page.locator(".b-citation").inner_text().startswith("“Harbour board closes quays")
    context.close()


def test_related_briefings_say_why(page: Page) -> None:
    """Those that share most come first; one that shares nothing is not there."""
    assert page.locator(".b-related-title").all_inner_texts() == ["Briefing near", "Briefing far"]
    assert page.locator(".b-why").all_inner_texts() == ["Also on Shipping, Harbours", "Also on Harbours"]
    page.locator(".b-related-title a").first.click()
    assert page.url.endswith("/briefings/near/")
