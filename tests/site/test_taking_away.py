"""What readers and programs take away from a built site, and that nothing of it gives a draft away."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]  # it has no types
import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]  # it has no types
from PIL import Image

from tests.site.building import Built, build, write_site

if TYPE_CHECKING:
    from pathlib import Path

# Every field of a briefing, with a word in each that nothing else on the site says.
BRIEFING = """---
id: {id}
title: Title {word}title
date: 2025-10-29
status: {status}
reviewed_by: Ada {word}reviewer
reviewed_on: 2025-11-03
summary: Bottom line {word}summary.
topics: [Topic {word}topic]
sources:
  - file: seeds/{id}.txt
    title: Source {word}source
    publisher: Publisher {word}publisher
    author: Author {word}author
    published: 2025-10-28
    url: https://paper.example/{word}url
takeaways:
  - text: Takeaway {word}takeaway.
    kind: claim
    said_by: Speaker {word}speaker
    evidence:
      - quote: Quote of the takeaway {word}quoteone.
actors:
  - name: Person {word}actor
    kind: person
    role: Role {word}role
    aliases: [Alias {word}alias]
    position: Position {word}position.
    evidence:
      - quote: Quote of the actor {word}quotetwo.
open_questions:
  - text: Question {word}question?
    status: answered
    answer: Answer {word}answer.
    answered_by: {answered_by}
    evidence:
      - quote: Quote of the question {word}quotethree.
watch:
  - text: Watch {word}watch
    when: on {word}when
    start: 2025-11-10
    end: 2025-11-12
    where: Place {word}where
    certainty: scheduled
    status: postponed
    outcome: Outcome {word}outcome.
    evidence:
      - quote: Quote of the watch {word}quotefour.
cautions:
  - text: Caution {word}caution.
corrections:
  - date: 2025-11-05
    was: Was {word}was.
    now: Now {word}now.
    why: Why {word}why.
---
Notes {word}notes.
"""
FIELDS = frozenset(re.findall(r"\{word\}([a-z]+)", BRIEFING))
HIDDEN = {"draft": "canarydraft", "withdrawn": "canarywithdrawn"}


def written(briefing_id: str, status: str, word: str) -> str:
    """Write a briefing; its question is answered by a draft, which is no reader's business."""
    return BRIEFING.format(id=briefing_id, status=status, word=word, answered_by="hidden-draft")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build a site with a reviewed, a published, a draft and a withdrawn briefing."""
    root = tmp_path_factory.mktemp("taking away")
    briefings = {
        "one": written("one", "reviewed", "seen"),
        "two": written("two", "published", "told"),
        **{f"hidden-{status}": written(f"hidden-{status}", status, word) for status, word in HIDDEN.items()},
    }
    result = build(write_site(root, briefings), root / "site")
    assert result.status == 0, result.output
    return result


def taken_away(built: Built) -> dict[str, str]:
    """Give every file of a site that is read without its pages, and what its pages say to programs."""
    kinds = (".xml", ".json", ".ics", ".txt")
    # The search finds drafts as the pages show them.
    apart = ("assets/", "search/", "pagefind/", "sitemap")
    files = {path: built.text(path) for path in built.files() if path.endswith(kinds) and not path.startswith(apart)}
    for path in built.files():
        if path.endswith(".html"):
            scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', built.text(path), re.DOTALL)
            files[f"{path} (structured data)"] = "".join(scripts)
    return files


class _Head(HTMLParser):
    """Gathers the links and properties of a page's head."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str | None] = {}
        self.links: dict[tuple[str | None, str | None], list[str | None]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element of the head."""
        given = dict(attrs)
        name = given.get("property") or given.get("name")
        if tag == "meta" and name:
            self.meta[name] = given.get("content")
        if tag == "link":
            self.links.setdefault((given.get("rel"), given.get("type")), []).append(given.get("href"))


def test_nothing_that_is_taken_away_holds_a_draft(built: Built) -> None:
    """No field of a draft or a withdrawn briefing is in a feed, a calendar, JSON, llms.txt or structured data."""
    files = taken_away(built)
    kinds = {path.rpartition(".")[2] for path in files}
    assert kinds >= {"xml", "json", "ics", "txt", "html (structured data)"}
    # The same fields of a briefing that was reviewed are found: else this test would find nothing anywhere.
    everything = "\n".join(files.values())
    shown = {field for field in FIELDS if f"seen{field}" in everything}
    assert shown == FIELDS - {"notes"}
    for path, text in files.items():
        if path == "filters.json":  # what the list of briefings on the page shows, drafts among them and marked so
            continue
        for word in (*HIDDEN.values(), "hidden-"):
            assert word not in text.replace("\r\n ", "").casefold(), path


def test_no_picture_is_drawn_of_a_draft(built: Built) -> None:
    """There is one of the site, of each reviewed briefing and of its topic; all can be opened."""
    pictures = [path for path in built.files() if path.startswith("cards/")]
    assert pictures == [
        "cards/briefings/one.png",
        "cards/briefings/two.png",
        "cards/site.png",
        "cards/topics/topic-seentopic.png",
        "cards/topics/topic-toldtopic.png",
    ]
    for path in pictures:
        with Image.open(BytesIO((built.site / path).read_bytes())) as read:
            read.load()
            assert read.size == (1200, 630)


def test_every_file_is_read_by_the_programs_of_its_kind(built: Built) -> None:
    """Feeds without complaint, calendars without an error, JSON as its schema says."""
    schema = json.loads(built.text("briefing.schema.json"))
    of_index = json.loads(built.text("briefings.schema.json"))
    read = set()
    for path in built.files():
        if path.startswith(("assets/", "search/", "pagefind/", "sitemap")):
            continue
        if path.endswith(".xml"):
            feed = feedparser.parse(built.text(path).encode("utf-8"))
            assert not feed.bozo, path
            assert feed.entries, path
        elif path.endswith(".ics"):
            calendar = Calendar.from_ical(built.text(path))
            assert not calendar.errors, path
            assert calendar.walk("VEVENT"), path
        elif path.startswith("briefings/") and path.endswith(".json"):
            errors = list(
                Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(json.loads(built.text(path)))
            )
            assert not errors, path
        elif path == "briefings.json":
            assert Draft202012Validator(of_index, format_checker=FormatChecker()).is_valid(json.loads(built.text(path)))
        else:
            continue
        read.add(path)
    assert read == {
        "feed.xml",
        "watch.ics",
        "briefings.json",
        "briefings/one.json",
        "briefings/two.json",
        "topics/topic-seentopic.xml",
        "topics/topic-seentopic.ics",
        "topics/topic-toldtopic.xml",
        "topics/topic-toldtopic.ics",
    }


def test_the_head_of_a_briefing_names_its_data_and_its_picture(built: Built) -> None:
    """What a link to it is shown with, its JSON, and the days that programs ask for."""
    head = _Head(built.text("briefings/one/index.html"))
    assert (
        head.meta
        | {
            "og:type": "article",
            "og:site_name": "Test desk",
            "og:title": "Title seentitle",
            "og:description": "Bottom line seensummary.",
            "og:url": "https://desk.example/briefings/one/",
            "og:image": "https://desk.example/cards/briefings/one.png",
            "article:published_time": "2025-11-03",
            "article:modified_time": "2025-11-05",
            "twitter:card": "summary_large_image",
        }
        == head.meta
    )
    assert head.links["alternate data", "application/json"] == ["../one.json"]
    assert head.links["canonical", None] == ["https://desk.example/briefings/one/"]


def test_the_head_of_a_topic_names_its_feeds(built: Built) -> None:
    """Beside those of the site."""
    head = _Head(built.text("topics/topic-seentopic/index.html"))
    assert head.links["alternate feed", "application/atom+xml"] == ["../../feed.xml", "../topic-seentopic.xml"]
    assert head.links["alternate feed", "application/feed+json"] == ["../../feed.json", "../topic-seentopic.json"]
    assert head.meta["og:image"] == "https://desk.example/cards/topics/topic-seentopic.png"
    assert (head.meta["og:type"], head.meta["og:title"]) == ("website", "Topic seentopic")


def test_a_draft_is_shown_with_the_picture_of_the_site(built: Built) -> None:
    """Its head names neither JSON nor days; nor does the head of a topic that drafts alone name."""
    for path in ("briefings/hidden-draft/index.html", "topics/topic-canarydrafttopic/index.html"):
        head = _Head(built.text(path))
        assert head.meta["og:image"] == "https://desk.example/cards/site.png"
        assert ("alternate data", "application/json") not in head.links
        assert head.links["alternate feed", "application/atom+xml"] == ["../../feed.xml"]
        assert "article:published_time" not in head.meta
        assert "application/ld+json" not in built.text(path)


def test_every_link_of_a_feed_leads_to_a_file_of_the_site(built: Built) -> None:
    """Pages, JSON and the feed itself."""
    for path in ("feed.xml", "topics/topic-seentopic.xml"):
        feed = ET.fromstring(built.text(path))  # noqa: S314  # built a moment ago
        links = {
            link.get("href") or ""
            for link in feed.iter("{http://www.w3.org/2005/Atom}link")
            if link.get("rel") != "via"
        }
        assert len(links) >= 3
        for link in links:
            target = link.removeprefix("https://desk.example/")
            assert (built.site / (f"{target}index.html" if not target or target.endswith("/") else target)).is_file(), (
                link
            )


@pytest.mark.parametrize("without", ["site_url", "social_cards"])
def test_a_site_can_do_without_pictures(without: str, tmp_path: Path) -> None:
    """Where it does not say where it stands, since a picture is named by its whole address; and where it wants none."""
    briefings = {"one": written("one", "published", "seen").replace("answered_by: hidden-draft", "answered_by: one")}
    config = write_site(tmp_path, briefings, {"social_cards": False} if without == "social_cards" else None)
    if without == "site_url":
        settings = json.loads(config.read_text(encoding="utf-8"))
        del settings["site_url"]
        config.write_text(json.dumps(settings), encoding="utf-8")
    result = build(config, tmp_path / "site")
    assert result.status == 0, result.output
    assert not [path for path in result.files() if path.startswith("cards/")]
    head = _Head(result.text("briefings/one/index.html"))
    assert "og:image" not in head.meta
    assert (head.meta["twitter:card"], head.meta["og:title"]) == ("summary", "Title seentitle")


def test_a_picture_of_the_sites_own_wins(tmp_path: Path) -> None:
    """A file of the content at a card's address is published as it lies there."""
    config = write_site(tmp_path, {"one": written("one", "published", "seen").replace("hidden-draft", "one")})
    (tmp_path / "content" / "cards").mkdir()
    (tmp_path / "content" / "cards" / "site.png").write_bytes(b"my own")
    result = build(config, tmp_path / "site")
    assert result.status == 0, result.output
    assert (result.site / "cards" / "site.png").read_bytes() == b"my own"
    assert (result.site / "cards" / "briefings" / "one.png").is_file()
