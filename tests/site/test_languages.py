"""The interface in another language: its words, days and numbers, Material's own beside them, and nothing left in English."""

from __future__ import annotations

import re
import shutil
from html import unescape
from typing import TYPE_CHECKING

import pytest

from briefgen.collecting.marks import mark
from briefgen.model.briefing import Briefing, Evidence, Source, Takeaway
from briefgen.model.site import Entry
from briefgen.rendering.evidence import Evidence as EvidenceOf
from briefgen.rendering.labels import read_labels
from tests.site.building import SAMPLE, Built, build

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """site_name: Sound & Strait
docs_dir: content
theme: {{name: material, language: {language}, font: false}}
nav: [index.md, briefings/index.md, actors/index.md, topics/index.md, watch.md, questions.md]
plugins: [search, briefgen: {{templates: templates}}]
"""
PAGES = (
    "index.html",
    "briefings/index.html",
    "actors/index.html",
    "topics/index.html",
    "watch/index.html",
    "questions/index.html",
)


def built_in(language: str, root: Path) -> Built:
    """Build the sample with its interface in a language."""
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("mkdocs.yml"))
    (root / "templates").mkdir()
    (root / "mkdocs.yml").write_text(CONFIG.format(language=language), encoding="utf-8")
    built = build(root / "mkdocs.yml", root / "site")
    assert built.status == 0, built.output
    return built


def words_of(page: str) -> str:
    """Give what readers see and hear of a page's content."""
    content = page[page.index("<article") : page.index("</article>")]
    content = re.sub(r"<script.*?</script>", "", content, flags=re.DOTALL)
    heard = re.findall(r'(?:aria-label|title|placeholder|data-b-[a-z-]+)="([^"]*)"', content)
    return " ".join(unescape(" ".join([re.sub(r"<[^>]*>", " ", content), *heard])).split())


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample in German."""
    return built_in("de", tmp_path_factory.mktemp("german") / "site")


def pages_of(built: Built) -> dict[str, str]:
    """Give the pages of every kind."""
    briefings = [path for path in built.files() if re.fullmatch(r"(?:briefings|actors|topics)/[^/]+/index.html", path)]
    return {path: built.text(path) for path in (*PAGES, *briefings)}


def test_every_page_is_in_the_language(german: Built) -> None:
    """No English label is left on any page, be it seen or heard; the briefings' own words stay as they are."""
    english, translated = read_labels("en"), read_labels("de")
    others = {
        english.text(key): key
        for table in {key.partition(".")[0] for key in english.keys}
        for name in english.table(table)
        if len(english.text(key := f"{table}.{name}")) > 3 and english.text(key) != translated.text(key)
    }
    left = {
        f"{path}: {others[words]}: {words}"
        for path, page in pages_of(german).items()
        for words in others
        if re.search(rf"(?<![\\w’]){re.escape(words)}(?![\\w’])", words_of(page)) and not _is_said_by_a_briefing(words)
    }
    assert left == set()


def _is_said_by_a_briefing(words: str) -> bool:
    texts = (path.read_text(encoding="utf-8") for path in SAMPLE.rglob("*.*") if path.suffix in {".md", ".txt", ".yml"})
    return any(words in text for text in texts)


def test_days_and_titles_follow_the_language(german: Built) -> None:
    """In the page, in its title, and in the navigation where it names none."""
    assert re.search(r"\d+\. (?:Oktober|November|Dezember) 20\d\d", words_of(german.text("index.html")))
    assert "<title>Akteure - Sound" in german.text("actors/index.html")
    assert "Ausblick" in german.text("index.html")


def test_a_page_says_its_language(german: Built) -> None:
    """Material's own interface follows the same setting; a quote in another language says so."""
    pages = pages_of(german)
    assert all('<html lang="de"' in page for page in pages.values())
    assert "Zum Inhalt" in pages["index.html"]
    quotes = [quote for page in pages.values() for quote in re.findall(r"<blockquote[^>]*>", page)]
    assert any('lang="en"' in quote for quote in quotes)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([("a.txt", "de")], ' lang="de"'),
        ([("a.txt", "en")], ""),
        ([("a.txt", None)], ""),
        ([("a.txt", '"><b>')], ""),
        ([("a.txt", "de"), ("b.txt", "de")], ' lang="de"'),
        ([("a.txt", "de"), ("b.txt", "fr")], ""),
        ([], ""),
    ],
)
def test_a_quote_says_its_language_where_it_is_known_and_another(
    sources: list[tuple[str, str | None]], expected: str
) -> None:
    """So that it is read aloud as it is meant; where it may stand in either of two sources nothing is said."""
    takeaway = Takeaway(text="Sie fährt.", evidence=(Evidence(quote="Die Fähre fährt."),))
    briefing = Briefing(
        id="a",
        title="A",
        takeaways=(takeaway,),
        sources=tuple(Source(file=file, language=language) for file, language in sources),
    )
    html = EvidenceOf(read_labels()).html(takeaway, mark(Entry(file="a.md", briefing=briefing)), "takeaway 1")
    assert f'<blockquote dir="auto"{expected}><p>' in html


def test_feeds_and_the_calendar_speak_the_language(german: Built) -> None:
    """As far as they say something of their own."""
    feed = german.text("feed.xml")
    assert "Berichtet:" in feed
    assert "Sound & Strait: Ausblick" in german.text("watch.ics")


def test_a_language_without_labels_runs_its_own_way(tmp_path: Path) -> None:
    """Arabic runs from right to left, with its own days; words that nobody translated are English, others the site's."""
    root = tmp_path / "site"
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("mkdocs.yml"))
    (root / "templates").mkdir()
    (root / "templates" / "labels.toml").write_text('[titles]\nactors = "الجهات الفاعلة"\n', encoding="utf-8")
    (root / "mkdocs.yml").write_text(CONFIG.format(language="ar"), encoding="utf-8")
    built = build(root / "mkdocs.yml", root / "site")
    assert built.status == 0, built.output
    page = built.text("actors/index.html")
    assert '<html lang="ar"' in page
    assert '<body dir="rtl"' in page
    assert "<title>الجهات الفاعلة - Sound" in page
    assert "Open questions" in built.text("index.html")
    assert re.search("(?:أكتوبر|نوفمبر|ديسمبر)", words_of(built.text("index.html")))
