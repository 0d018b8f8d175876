"""Atom, JSON Feed, the calendar and the briefings as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from briefgen.collecting.site import collect
from briefgen.model.briefing import Briefing, Correction, Evidence, Takeaway, Waiver, WatchItem
from briefgen.model.site import Entry, Site
from briefgen.rendering.calendar import calendar
from briefgen.rendering.feeds import atom, data, json_feed

BRIEFING = Briefing(
    id="ferry",
    title="Ferry & <strike>",
    date=date(2025, 10, 29),
    status="published",
    summary="Crews voted.",
    topics=("Ferries",),
    takeaways=(Takeaway(text="They voted.", kind="claim", said_by="The union"),),
    watch=(
        WatchItem(
            text="Talks",
            when="next week",
            start=date(2025, 11, 3),
            end=date(2025, 11, 9),
            where="Town hall; room 2",
            evidence=(Evidence(quote="Talks are next week."),),
        ),
    ),
)


def site_of(*briefings: Briefing, url: str | None = "https://desk.example/x") -> Site:
    """Collect briefings into a site."""
    entries = [Entry(file=f"content/briefings/{one.id}.md", briefing=one) for one in briefings]
    return collect(entries, site_name="The desk", site_url=url)


def events(site: Site) -> list[dict[str, str]]:
    """Read the calendar back: the properties of each event as text."""
    read = Calendar.from_ical(calendar(site).text)
    return [{name: str(value.to_ical(), "utf-8") for name, value in event.items()} for event in read.walk("VEVENT")]


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


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_feeds_carry_what_was_reviewed_only(status: str) -> None:
    """A draft or a withdrawn briefing is in no feed, no calendar and no data."""
    site = site_of(replace(BRIEFING, status=status))  # type: ignore[arg-type]  # one of the statuses
    for page in (atom(site), json_feed(site), calendar(site), data(site)):
        assert "erry" not in page.text
        assert "Talks" not in page.text


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
    assert json.loads(data(site).text)["briefings"][0]["title"].startswith("Start")
    assert "<" not in json_feed(site).text
    assert len(events(site)) == 1


def test_an_event_lasts_its_days() -> None:
    """An all-day event ends, as the format has it, on the day after; its stamp is the briefing's date."""
    (event,) = events(site_of(BRIEFING))
    assert (event["DTSTART"], event["DTEND"]) == ("20251103", "20251110")
    assert event["DTSTAMP"] == "20251029T000000Z"
    assert event["STATUS"] == "TENTATIVE"
    assert event["URL"].startswith("https://desk.example/x/briefings/ferry/#b-watch-")


def test_an_event_keeps_its_identity() -> None:
    """Rewording, moving or cancelling an item leaves its UID; a cancelled one says so."""
    (before,) = events(site_of(BRIEFING))
    item = replace(BRIEFING.watch[0], text="The talks", start=date(2025, 11, 4), status="cancelled")
    first = WatchItem(text="Other", start=date(2025, 11, 1), evidence=(Evidence(quote="Another."),))
    after = events(site_of(replace(BRIEFING, watch=(first, item))))
    changed = next(event for event in after if event["UID"] == before["UID"])
    assert changed["STATUS"] == "CANCELLED"
    assert changed["SUMMARY"] == "Cancelled: The talks"
    assert len({event["UID"] for event in after}) == 2


@pytest.mark.parametrize(
    "bad",
    [
        "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b",
        "a\nb",
        "a\rb",
        "a\u0085b",
        "a;b,c\\d",
        "x" * 200,
        "é" * 100,
        "BEGIN:VALARM",
    ],
)
def test_no_text_breaks_the_calendar(bad: str) -> None:
    """There is one event whatever its texts hold, lines are short, and the summary reads back."""
    site = site_of(replace(BRIEFING, title=bad, watch=(replace(BRIEFING.watch[0], text=bad, where=bad, when=bad),)))
    text = calendar(site).text
    read = Calendar.from_ical(text)
    assert len(read.walk("VEVENT")) == 1
    assert read.walk("VEVENT")[0]["summary"] == " ".join(bad.replace("\x85", " ").split())
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_only_dated_items_are_events() -> None:
    """An item without a date is no event; one with an end alone is an event on that day."""
    undated = replace(BRIEFING.watch[0], start=None, end=None)
    by = replace(BRIEFING.watch[0], start=None, end=date(2025, 12, 1), certainty="scheduled")
    (event,) = events(site_of(replace(BRIEFING, watch=(undated, by))))
    assert (event["DTSTART"], event["DTEND"], event["STATUS"]) == ("20251201", "20251202", "CONFIRMED")


CORRECTED = replace(
    BRIEFING,
    reviewed_by="Ada <Quist>",
    reviewed_on=date(2025, 11, 3),
    corrections=(
        Correction(date=date(2025, 11, 1), was="They <b>will</b> vote.", now="They voted."),
        Correction(date=date(2025, 11, 7), was="It is in May.", now="It is in March.", why="Of an earlier plan."),
    ),
)


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


def test_data_holds_review_and_corrections_and_no_waivers() -> None:
    """With the names of the front matter; what an editor waived is for those who read the file."""
    waiver = (Waiver(code="too-long", reason="Secret."),)
    takeaway = replace(BRIEFING.takeaways[0], waived=waiver)
    text = data(site_of(replace(CORRECTED, waived=waiver, takeaways=(takeaway,)))).text
    (briefing,) = json.loads(text)["briefings"]
    assert (briefing["reviewed_by"], briefing["reviewed_on"]) == ("Ada <Quist>", "2025-11-03")
    assert briefing["corrections"][1] == {
        "date": "2025-11-07",
        "was": "It is in May.",
        "now": "It is in March.",
        "why": "Of an earlier plan.",
    }
    assert "waived" not in text
    assert "Secret" not in text
