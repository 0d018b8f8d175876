"""What readers meet of a briefing's state, its review, its corrections and whose each line is, in a browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefgen.files.drafts import save_last_draft
from briefgen.files.front_matter_write import new_text
from briefgen.model.briefing import Briefing, Correction, Evidence, Question, Takeaway
from briefgen.model.draft import LastDraft
from briefgen.model.settings import Settings
from tests.browser.chromium import chromium, served
from tests.site.building import SAMPLE, Built, build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

DRAFTED = Briefing(
    id="fee",
    title="Harbour fee to double",
    date=date(2025, 11, 1),
    summary="The harbour board doubles its fee.",
    topics=("Harbour",),
    takeaways=(
        Takeaway(text="The fee doubles from January.", evidence=(Evidence(quote="The fee doubles from January."),)),
        Takeaway(text="Boats are exempt until March.", evidence=(Evidence(quote="Boats are exempt until March."),)),
    ),
    open_questions=(Question(text="Will the union sue?", evidence=(Evidence(quote="The union may sue."),)),),
)
EDITED = replace(
    DRAFTED,
    summary="From January the harbour board doubles its fee.",
    takeaways=(
        *DRAFTED.takeaways,
        Takeaway(text="The union objects.", evidence=(Evidence(quote="The union objects to the fee."),)),
    ),
    reviewed_by="Ada Quist",
    reviewed_on=date(2026, 11, 3),
)
CORRECTIONS = (
    Correction(date=date(2026, 11, 2), was="The fee triples.", now="The fee doubles from January."),
    Correction(
        date=date(2026, 11, 5),
        was="Exemptissimus boats " + "Donaudampfschifffahrtsgesellschaft" * 3,
        now="Boats are exempt until March.",
        why="An earlier plan.",
    ),
)
BRIEFINGS = {
    "corrected": replace(EDITED, id="corrected", status="reviewed", corrections=CORRECTIONS),
    "published": replace(EDITED, id="published", status="published", corrections=CORRECTIONS[:1]),
    "draft": replace(DRAFTED, id="draft"),
    "withdrawn": replace(EDITED, id="withdrawn", title="Gone", status="withdrawn", corrections=CORRECTIONS),
    "plain": replace(DRAFTED, id="plain", status="published"),
}
PAGES = ["briefings/", *(f"briefings/{name}/" for name in BRIEFINGS if name != "plain")]
NEW = (
    ".b-state, .b-trail, .b-corrected, .b-origin, .b-was, .b-now, .b-change dt, .b-change dd, .b-about dt, .b-about dd"
)
# WCAG 2's contrast of each element's text to the colour behind it; a colour that is not plainly opaque is refused.
CONTRAST = """selector => {
  const parts = text => {
    const found = text.match(/^rgba?\\(([^)]*)\\)$/);
    if (!found) throw new Error('unexpected colour ' + text);
    return found[1].split(',').map(Number);
  };
  const light = colour => {
    const [r, g, b] = colour.slice(0, 3).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      if (getComputedStyle(e).opacity !== '1') throw new Error('see-through ' + e.className);
      const colour = parts(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
      if (colour[3] !== 0) throw new Error('see-through background of ' + e.className);
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll('article')].flatMap(a => [...a.querySelectorAll(selector)]).map(e => {
    const [one, other] = [light(parts(getComputedStyle(e).color)), light(behind(e))].sort((a, b) => b - a);
    return [e.className || e.tagName, (one + 0.05) / (other + 0.05)];
  });
}"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of briefings in every state, each with the machine's last draft, with this project's own look."""
    root = tmp_path_factory.mktemp("trail")
    (root / "content" / "briefings").mkdir(parents=True)
    (root / "seeds").mkdir()
    for name, briefing in BRIEFINGS.items():
        (root / "content" / "briefings" / f"{name}.md").write_text(new_text(briefing), encoding="utf-8")
        drafted = replace(DRAFTED, id=name, title=briefing.title)
        save_last_draft(root, Settings(), name, LastDraft(briefing=drafted, recipe="test"))
    config = root / "mkdocs.yml"
    inherited = json.dumps(str(SAMPLE / "mkdocs.yml"))
    config.write_text(f"INHERIT: {inherited}\nsite_name: Desk\ndocs_dir: content\nsite_dir: site\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        result = build(config, root / "built")
    assert result.status == 0, result.output
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


def test_a_correction_is_met_at_the_top_and_read_in_full_below(browser: Browser, base: str) -> None:
    """The line says who reviewed the briefing and that it was corrected; by keyboard its link leads to the whole of it."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(base + "briefings/corrected/")
    line = page.locator(".b-trail")
    assert line.inner_text().startswith("Reviewed by Ada Quist, 3 November 2026")
    link = line.get_by_role("link", name="2 corrections, the last on 5 November 2026")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#b-corrections'")
    heading = page.get_by_role("heading", name="Corrections", exact=False)
    page.wait_for_function(
        "() => { const top = document.getElementById('b-corrections').getBoundingClientRect().top;"
        " return top >= 0 && top < innerHeight / 2 }"
    )
    assert heading.is_visible()
    days = page.locator(".b-correction time").evaluate_all("found => found.map(e => e.dateTime)")
    assert days == ["2026-11-05", "2026-11-02"]
    first = page.locator(".b-correction").first
    assert first.locator("dt").all_inner_texts() == ["It said", "It now says", "Why"]
    assert first.locator("dd").all_inner_texts()[1:] == ["Boats are exempt until March.", "An earlier plan."]
    page.close()


def test_listings_mark_the_corrected_and_the_unreviewed(browser: Browser, base: str) -> None:
    """Each card says it beside its date; the one with nothing to say says nothing, and the withdrawn one has none."""
    page = browser.new_page()
    page.goto(base + "briefings/")
    said = {
        card.get_by_role("link").get_attribute("href"): card.locator(".b-facts").inner_text()
        for card in page.locator(".b-card").all()
    }
    assert said == {
        "corrected/": "1 November 2025 · Corrected 5 November 2026",
        "draft/": "1 November 2025 Draft, not reviewed",
        "plain/": "1 November 2025",
        "published/": "1 November 2025 · Corrected 2 November 2026",
    }
    page.close()


def test_a_withdrawn_briefing_is_a_stub_with_the_reason(browser: Browser, base: str) -> None:
    """It says that it was withdrawn, who reviewed it and what was wrong; nothing that it said is left."""
    page = browser.new_page()
    page.goto(base + "briefings/withdrawn/")
    text = page.locator("article").inner_text()
    for words in ("Withdrawn", "Reviewed by Ada Quist, 3 November 2026", "was withdrawn", "An earlier plan."):
        assert words in text
    for words in ("fee", "Exemptissimus", "exempt until"):
        assert words not in text
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    page.close()


def test_states_and_marks_differ_without_colour(browser: Browser, base: str) -> None:
    """Each state has a frame or sign of its own, each origin a sign of its own, beside its words."""
    page = browser.new_page()
    shape = """e => [getComputedStyle(e).borderTopStyle, getComputedStyle(e).backgroundColor === 'rgba(0, 0, 0, 0)',
        getComputedStyle(e, '::before').content]"""
    shapes = {}
    for name in ("corrected", "published", "draft", "withdrawn"):
        page.goto(f"{base}briefings/{name}/")
        state = page.locator(".b-trail .b-state")
        shapes[state.inner_text()] = tuple(state.evaluate(shape))
    assert list(shapes) == ["Reviewed", "Published", "Draft, not reviewed", "Withdrawn"]
    assert len(set(shapes.values())) == 4
    page.goto(base + "briefings/corrected/")
    marks = page.locator(".b-origin")
    sign = "e => [e.innerText, getComputedStyle(e, '::before').content]"
    pairs = {tuple(marks.nth(number).evaluate(sign)) for number in range(marks.count())}
    assert sorted(words for words, _ in pairs) == [
        "Drafted by a program",
        "Drafted, then edited",
        "Written by an editor",
    ]
    assert len({content for _, content in pairs}) == 3
    page.close()


def test_each_line_says_whose_it_is_and_the_foot_counts_them(browser: Browser, base: str) -> None:
    """The marks that stand on the page are those that the sentence at its foot counts."""
    page = browser.new_page()
    page.goto(base + "briefings/corrected/")
    assert page.locator(".b-takeaway .b-origin").all_inner_texts() == [
        "Drafted by a program",
        "Drafted by a program",
        "Written by an editor",
    ]
    assert page.locator(".b-bottom-line .b-origin").inner_text() == "Drafted, then edited"
    about = page.locator(".b-about").inner_text()
    told = "4 of 6 lines were drafted by a program, 1 drafted by a program and then edited, 1 written by an editor."
    assert told in " ".join(about.split())
    # All marks but the bottom line's second one, at the foot.
    counted = page.locator(".b-origin").count() - 1
    assert counted == 6
    page.goto(base + "briefings/plain/")
    assert "All 5 lines were drafted by a program." in page.locator(".b-about").inner_text()
    page.close()


def test_a_phone_needs_no_sideways_scrolling(browser: Browser, base: str) -> None:
    """At 320 pixels, which is WCAG's narrowest, no page is wider than the screen, even with endless words."""
    page = browser.new_page(viewport={"width": 320, "height": 740})
    widths = {}
    for path in PAGES:
        page.goto(base + path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert max(widths.values()) <= 320, widths
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(browser: Browser, base: str, scheme: str) -> None:
    """At least 4.5 to 1, on every page, in light and in dark colours."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    measured = set()
    for path in PAGES:
        page.goto(base + path)
        for name, ratio in page.evaluate(CONTRAST, NEW):
            assert ratio >= 4.5, (path, name, ratio)
            measured |= set(name.split())
    assert measured >= {"b-state-draft", "b-state-withdrawn", "b-state-published", "b-was", "b-origin", "b-corrected"}
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_the_trail_in_dark_ink(browser: Browser, base: str, scheme: str) -> None:
    """State, review, corrections and marks are printed, dark on white whatever colours the screen had."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(base + "briefings/corrected/")
    page.emulate_media(media="print")
    for selector in (".b-trail", ".b-corrections", ".b-about", ".b-takeaway .b-origin"):
        assert page.locator(selector).first.is_visible(), selector
    # Nothing that can only be clicked.
    for selector in (".b-key", ".b-permalink", ".b-pager"):
        assert not page.locator(selector).first.is_visible(), selector
    # A printer leaves out the colours behind words: each word has to be dark by itself.
    inks = page.locator(NEW).evaluate_all("found => found.map(e => getComputedStyle(e).color)")
    for ink in inks:
        channels = [int(number) for number in re.findall(r"\d+", ink)[:3]]
        assert sum(channels) / 3 < 140, ink
    context.close()


def test_what_turned_out_to_be_wrong_is_not_found(built: Built) -> None:
    """The site's own search shows neither what a correction took back nor the lines on the briefing's making."""
    texts = " ".join(doc["text"] for doc in json.loads(built.text("search/search_index.json"))["docs"])
    assert "The fee doubles from January" in texts
    assert "Exemptissimus" not in texts
    assert "triples" not in texts
    assert "by a program" not in texts.replace("Drafted by a program and not yet reviewed", "")


def test_the_sites_map_dates_what_was_reviewed_or_corrected(built: Built) -> None:
    """Search engines are told the day, by the file and not by the clock."""
    found = dict(
        re.findall(r"<loc>[^<]*/briefings/(\w+)/</loc>\s*(?:<lastmod>([^<]*)</lastmod>)?", built.text("sitemap.xml"))
    )
    assert found == {"corrected": "2026-11-05", "published": "2026-11-03", "plain": ""}


def test_a_briefing_whose_draft_is_lost_claims_no_origin(tmp_path: Path) -> None:
    """Without the machine's last draft nobody can tell whose a drafted line is: it is not called an editor's."""
    source = SAMPLE / "content" / "briefings" / "port-ellery-ferry-crews-vote-to-strike.md"
    text = source.read_text(encoding="utf-8")
    assert "sha256:" in text
    folder = tmp_path / "content" / "briefings"
    folder.mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    (folder / source.name).write_text(text, encoding="utf-8")
    (folder / "hand.md").write_text("---\nid: hand\ntitle: By hand\n---\n", encoding="utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: Desk\ndocs_dir: content\ntheme: material\nplugins: [briefgen]\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        result = build(config, tmp_path / "built")
    assert result.status == 0, result.output
    assert "by an editor" not in result.text(f"briefings/{source.stem}/index.html").replace("an editor has", "")
    assert "b-origin" not in result.text(f"briefings/{source.stem}/index.html")
    assert "Its only line was written by an editor." in result.text("briefings/hand/index.html")
