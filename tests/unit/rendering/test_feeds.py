"""Atom and JSON Feed, of the whole site and of a topic, as readers' programs take them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]  # it has no types
import pytest

from briefgen.model.briefing import Briefing, Correction, Source
from briefgen.rendering.atom import atom as atom_of
from briefgen.rendering.calendar import calendar
from briefgen.rendering.json_feed import json_feed as json_feed_of
from tests.unit.rendering.published import BRIEFING, CORRECTED, LABELS, site_of

if TYPE_CHECKING:
    from briefgen.model.page import Page
    from briefgen.model.site import Site, SiteTopic


def atom(site: Site, topic: SiteTopic | None = None) -> Page:
    """Give a feed as Atom."""
    return atom_of(site, LABELS, topic)


def json_feed(site: Site, topic: SiteTopic | None = None) -> Page:
    """Give a feed as JSON Feed."""
    return json_feed_of(site, LABELS, topic)


def test_atom_has_what_readers_need() -> None:
    """Absolute links, a date from the briefing, the label and the speaker of each takeaway."""
    feed = ET.fromstring(atom(site_of(BRIEFING)).text)  # noqa: S314  # written by ourselves a moment ago
    entry = feed.find("{*}entry")
    assert entry is not None
    assert entry.findtext("{*}title") == "Ferry & <strike>"
    assert entry.findtext("{*}updated") == feed.findtext("{*}updated") == "2025-10-29T00:00:00Z"
    link = entry.find("{*}link")
    assert link is not None
    assert link.get("href") == "https://desk.example/x/briefings/ferry/"
    assert "<b>Claim (The union):</b> They voted." in (entry.findtext("{*}content") or "")


def test_an_id_is_the_briefings_alone() -> None:
    """Editing anything but the id leaves the entry the same one for a feed reader."""
    before = json.loads(json_feed(site_of(BRIEFING)).text)["items"][0]["id"]
    edited = replace(BRIEFING, title="Other", date=None, summary=None)
    assert json.loads(json_feed(site_of(edited, url=None)).text)["items"][0]["id"] == before
    assert json.loads(json_feed(site_of(replace(BRIEFING, id="other"))).text)["items"][0]["id"] != before


def test_an_undated_briefing_does_not_claim_a_date() -> None:
    """Atom requires a date and gets the one nobody takes for real; JSON Feed has none."""
    site = site_of(replace(BRIEFING, date=None))
    assert "<updated>1970-01-01T00:00:00Z</updated>" in atom(site).text
    assert "<published>" not in atom(site).text
    assert "date_published" not in json_feed(site).text


@pytest.mark.parametrize(
    "bad", ["a\x00b", "a\x1bb", "a\ufffeb", "a\ud800b", "]]>", "<script>x</script>", "a\u2028b", "\x85"]
)
def test_no_character_breaks_a_feed(bad: str) -> None:
    """Whatever a title holds, XML, JSON and the calendar parse, and hold what can be read of it."""
    site = site_of(
        replace(BRIEFING, title=f"Start {bad} end", watch=(replace(BRIEFING.watch[0], text=f"Start {bad} end"),))
    )
    title = ET.fromstring(atom(site).text).findtext("{*}entry/{*}title")  # noqa: S314  # as above
    assert title is not None
    assert title.startswith("Start")
    assert json.loads(json_feed(site).text)["items"][0]["title"] == title
    assert "<" not in json_feed(site).text
    assert calendar(site, LABELS).text.count("BEGIN:VEVENT") == 1


def test_a_review_or_correction_makes_an_entry_new() -> None:
    """Both feeds date it by the newest of date, review and corrections, and keep the day of the source."""
    feed = ET.fromstring(atom(site_of(CORRECTED)).text)  # noqa: S314  # written by ourselves a moment ago
    assert feed.findtext("{*}updated") == feed.findtext("{*}entry/{*}updated") == "2025-11-07T00:00:00Z"
    assert feed.findtext("{*}entry/{*}published") == "2025-10-29T00:00:00Z"
    (item,) = json.loads(json_feed(site_of(CORRECTED)).text)["items"]
    assert (item["date_published"], item["date_modified"]) == ("2025-10-29T00:00:00Z", "2025-11-07T00:00:00Z")
    (item,) = json.loads(json_feed(site_of(replace(CORRECTED, corrections=()))).text)["items"]
    assert item["date_modified"] == "2025-11-03T00:00:00Z"
    undated = json.loads(json_feed(site_of(replace(BRIEFING, date=None))).text)["items"][0]
    assert "date_modified" not in undated


def test_who_reviewed_it_is_a_contributor() -> None:
    """Atom's author stays the site: who reviewed an entry did not write it."""
    feed = ET.fromstring(atom(site_of(CORRECTED)).text)  # noqa: S314  # as above
    assert feed.findtext("{*}entry/{*}contributor/{*}name") == "Ada <Quist>"
    assert [name.text for name in feed.iterfind(".//{*}author/{*}name")] == ["The desk"]
    for unseen in (None, "\u200b"):
        without = ET.fromstring(atom(site_of(replace(CORRECTED, reviewed_by=unseen))).text)  # noqa: S314  # as above
        assert without.find(".//{*}contributor") is None


def test_entries_tell_their_corrections_and_review() -> None:
    """Newest first, as text, in both feeds."""
    (item,) = json.loads(json_feed(site_of(CORRECTED)).text)["items"]
    content = item["content_html"]
    told = [
        "<b>Corrected on 7 November 2025</b>",
        "It said: It is in May.",
        "It now says: It is in March.",
        "Of an earlier plan.",
        "<b>Corrected on 1 November 2025</b>",
        "It said: They &lt;b&gt;will&lt;/b&gt; vote.",
        "It now says: They voted.",
        "Reviewed by Ada &lt;Quist&gt;, 3 November 2025",
    ]
    places = [content.index(words) for words in told]
    assert places == sorted(places)
    feed = ET.fromstring(atom(site_of(CORRECTED)).text)  # noqa: S314  # as above
    assert feed.findtext("{*}entry/{*}content") == content


def test_a_corrected_briefing_comes_back_into_the_feeds() -> None:
    """The fifty that changed last: a correction reaches whoever follows, however old the briefing is."""
    newer = [replace(BRIEFING, id=f"new-{number}", date=date(2025, 11, 2)) for number in range(60)]
    old = replace(BRIEFING, id="old", title="Old", date=date(2020, 1, 1))
    corrected = replace(old, corrections=(Correction(date=date(2025, 11, 9), was="a", now="b"),))

    def titles(briefing: Briefing) -> list[str]:
        return [item["title"] for item in json.loads(json_feed(site_of(*newer, briefing)).text)["items"]]

    assert "Old" not in titles(old)
    assert titles(corrected)[0] == "Old"
    assert len(titles(corrected)) == 50
    feed = ET.fromstring(atom(site_of(*newer, corrected)).text)  # noqa: S314  # as above
    assert feed.findtext("{*}entry/{*}title") == "Old"


def test_feeds_are_read_without_complaint() -> None:
    """A reader's program finds nothing wrong, and the same entries with language, review and source in both."""
    source = (Source(file="seeds/ferry.txt", url="https://paper.example/ferry?a=1&b=2"),)
    site = site_of(replace(CORRECTED, sources=source), replace(BRIEFING, id="other", title="Other", date=None))
    read = feedparser.parse(atom(site).text.encode("utf-8"), response_headers={"content-type": "application/atom+xml"})
    assert not read.bozo
    assert (read.version, read.feed.language, read.feed.title) == ("atom10", "en", "The desk")
    assert [entry.id for entry in read.entries] == [item["id"] for item in json.loads(json_feed(site).text)["items"]]
    links = {(link.rel, link.type): link.href for link in read.entries[0].links}
    assert links["alternate", "text/html"] == "https://desk.example/x/briefings/ferry/"
    assert links["alternate", "application/json"] == "https://desk.example/x/briefings/ferry.json"
    assert "https://paper.example/ferry?a=1&b=2" in [link.href for link in read.entries[0].links if link.rel == "via"]
    assert read.entries[0].contributors[0].name == "Ada <Quist>"


def test_an_atom_feed_keeps_the_formats_rules() -> None:
    """RFC 4287, 4.1.1 and 4.1.2: what there must be, what there must be once, in which form."""
    site = site_of(CORRECTED, replace(BRIEFING, id="other", date=None, summary=None, topics=(), takeaways=()))
    feed = ET.fromstring(atom(site).text)  # noqa: S314  # written by ourselves a moment ago
    names = [element.tag.partition("}")[2] for element in feed]
    assert [names.count(name) for name in ("id", "title", "updated", "subtitle", "author")] == [1, 1, 1, 1, 1]
    assert [link.get("rel") for link in feed.findall("{*}link")] == ["self", "alternate"]
    entries = feed.findall("{*}entry")
    assert len({entry.findtext("{*}id") for entry in entries}) == len(entries) == 2
    for entry in entries:
        told = [element.tag.partition("}")[2] for element in entry]
        assert [told.count(name) for name in ("id", "title", "updated", "content")] == [1, 1, 1, 1]
        assert all(told.count(name) <= 1 for name in ("published", "summary", "source", "rights"))
        kinds = [(link.get("type"), link.get("hreflang")) for link in entry.findall("{*}link[@rel='alternate']")]
        assert len(kinds) == len(set(kinds))
        assert (entry.findtext("{*}id") or "").startswith("urn:uuid:")


def test_a_json_feed_keeps_the_formats_rules() -> None:
    """JSON Feed 1.1: the version, a title, ids and content as text, addresses that are absolute, names it knows."""
    site = site_of(CORRECTED, replace(BRIEFING, id="other", date=None, summary=None, topics=(), takeaways=()))
    feed = json.loads(json_feed(site).text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    allowed = {"version", "title", "description", "language", "authors", "home_page_url", "feed_url", "items"}
    assert feed.keys() <= allowed
    assert all(feed[name].startswith("https://desk.example/x/") for name in ("home_page_url", "feed_url"))
    known = {"id", "url", "external_url", "title", "content_html", "summary", "date_published", "date_modified", "tags"}
    for item in feed["items"]:
        assert {name for name in item if not name.startswith("_")} <= known
        assert item["url"].startswith("https://desk.example/x/briefings/")
        assert all(isinstance(item[name], str) for name in ("id", "content_html"))
    assert feed["items"][0]["_briefgen"]["reviewed_by"] == "Ada <Quist>"
    assert feed["items"][0]["_briefgen"]["corrections"][0]["now"] == "It is in March."
    assert feed["items"][1]["_briefgen"] == {"status": "published"}


def test_a_topic_has_feeds_of_its_own() -> None:
    """With the topic in title and addresses, an id of their own, and its briefings alone."""
    site = site_of(BRIEFING, replace(BRIEFING, id="other", title="Other", topics=("Ports & <docks>",)))
    ports = next(topic for topic in site.topics if topic.slug != "ferries")
    read = feedparser.parse(atom(site, ports).text.encode("utf-8"))
    assert not read.bozo
    assert atom(site, ports).path == f"topics/{ports.slug}.xml"
    assert read.feed.title == "The desk: Ports & <docks>"
    assert [entry.title for entry in read.entries] == ["Other"]
    assert read.feed.link == f"https://desk.example/x/topics/{ports.slug}/"
    whole = feedparser.parse(atom(site).text.encode("utf-8"))
    assert read.feed.id != whole.feed.id
    assert {entry.id for entry in read.entries} < {entry.id for entry in whole.entries}
    feed = json.loads(json_feed(site, ports).text)
    assert (feed["title"], [item["title"] for item in feed["items"]]) == (read.feed.title, ["Other"])
    assert feed["feed_url"] == f"https://desk.example/x/topics/{ports.slug}.json"


def test_addresses_are_relative_to_the_feed_where_the_sites_is_not_known() -> None:
    """Also to the feed of a topic, which lies in a folder."""
    site = site_of(BRIEFING, url=None)
    assert 'href="briefings/ferry/"' in atom(site).text
    assert 'href="../briefings/ferry/"' in atom(site, site.topics[0]).text
    assert json.loads(json_feed(site, site.topics[0]).text)["items"][0]["url"] == "../briefings/ferry/"
    assert "feed_url" not in json.loads(json_feed(site).text)
