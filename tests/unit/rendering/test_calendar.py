"""The calendars: what the format asks for, and what a reader is told of an event."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from briefgen.model.briefing import Correction, Evidence, Source, WatchItem
from briefgen.rendering.calendar import calendar
from tests.unit.rendering.published import BRIEFING, LABELS, site_of

if TYPE_CHECKING:
    from briefgen.model.site import Site


def reread(text: str) -> Any:  # noqa: ANN401  # its own types leave open what a property holds
    """Read a calendar as programs do."""
    return Calendar.from_ical(text)


def events(site: Site) -> list[dict[str, str]]:
    """Read the calendar back: the properties of each event as text."""
    read = reread(calendar(site, LABELS).text)
    return [{name: str(value.to_ical(), "utf-8") for name, value in event.items()} for event in read.walk("VEVENT")]


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
    text = calendar(site, LABELS).text
    read = reread(text)
    assert len(read.walk("VEVENT")) == 1
    assert read.walk("VEVENT")[0]["summary"] == " ".join(bad.replace("\x85", " ").split())
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_only_dated_items_are_events() -> None:
    """An item without a date is no event; one with an end alone is an event on that day."""
    undated = replace(BRIEFING.watch[0], start=None, end=None)
    by = replace(BRIEFING.watch[0], start=None, end=date(2025, 12, 1), certainty="scheduled")
    (event,) = events(site_of(replace(BRIEFING, watch=(undated, by))))
    assert (event["DTSTART"], event["DTEND"], event["STATUS"]) == ("20251201", "20251202", "CONFIRMED")


def test_the_calendar_says_whose_it_is_and_how_often_to_look() -> None:
    """What RFC 5545 asks of it, the name that programs show, and a day between two looks."""
    read = reread(calendar(site_of(BRIEFING), LABELS).text)
    assert (read["version"], read["method"], read["prodid"]) == ("2.0", "PUBLISH", "-//briefgen//watch//EN")
    assert read["x-wr-calname"] == read["name"] == "The desk: what to watch"
    assert read["x-published-ttl"] == "P1D"
    assert not read.errors


def test_an_event_tells_what_it_rests_on() -> None:
    """How certain it is, the words as printed, the quote and whose it is, the briefing; topics are its categories."""
    source = Source(file="seeds/a.txt", publisher="The Paper", author="Bo Lind")
    item = replace(BRIEFING.watch[0], outcome="They met, and parted.")
    site = site_of(replace(BRIEFING, topics=("Ferries", "Ports, docks"), sources=(source,), watch=(item,)))
    (event,) = reread(calendar(site, LABELS).text).walk("VEVENT")
    assert event["description"].split("\n") == [
        "Expected. Printed as “next week”.",
        "Outcome: They met, and parted.",
        "“Talks are next week.” (Bo Lind, The Paper)",
        "From the briefing “Ferry & <strike>”",
    ]
    assert list(event["categories"].cats) == ["Ferries", "Ports, docks"]


def test_a_quote_that_no_source_holds_is_not_told() -> None:
    """A calendar has no room for the warning that the page gives."""
    site = site_of(BRIEFING)
    (marked,) = site.briefings
    unproved = replace(site, briefings=(replace(marked, unproved=("Talks are next week.",)),))
    assert "Talks are" in calendar(site, LABELS).text
    assert "Talks are" not in calendar(unproved, LABELS).text


@pytest.mark.parametrize(
    ("status", "summary", "told"),
    [
        ("pending", "Talks", "TENTATIVE"),
        ("postponed", "Postponed: Talks", "TENTATIVE"),
        ("cancelled", "Cancelled: Talks", "CANCELLED"),
        ("happened", "Talks", "CONFIRMED"),
        ("missed", "Did not happen: Talks", None),
    ],
)
def test_a_status_is_told_in_words_too(status: str, summary: str, told: str | None) -> None:
    """What does not take place then says so where every program shows it."""
    item = replace(BRIEFING.watch[0], status=status)  # type: ignore[arg-type]  # one of the statuses
    (event,) = events(site_of(replace(BRIEFING, watch=(item,))))
    assert (event["SUMMARY"], event.get("STATUS")) == (summary, told)


def test_a_change_is_newer_than_what_was_before() -> None:
    """Calling off, moving and a correction each give a higher sequence; the stamps are of the newest change."""
    plain = site_of(BRIEFING)
    moved = site_of(replace(BRIEFING, watch=(replace(BRIEFING.watch[0], status="postponed"),)))
    off = site_of(replace(BRIEFING, watch=(replace(BRIEFING.watch[0], status="cancelled"),)))
    corrected = site_of(replace(BRIEFING, corrections=(Correction(date=date(2025, 11, 1), was="a", now="b"),)))
    numbers = [int(events(site)[0]["SEQUENCE"]) for site in (plain, moved, off, corrected)]
    assert numbers == sorted(set(numbers))
    (event,) = events(corrected)
    assert event["DTSTAMP"] == event["LAST-MODIFIED"] == "20251101T000000Z"


def test_what_is_long_past_is_left_out() -> None:
    """A year before the newest briefing is the end: a calendar that keeps everything would grow without end."""
    past = replace(BRIEFING, id="past", date=date(2023, 1, 1))
    ago = [replace(BRIEFING.watch[0], start=day, end=None) for day in (date(2024, 10, 27), date(2024, 10, 28))]
    found = events(site_of(BRIEFING, replace(past, watch=tuple(ago))))
    assert [event["DTSTART"] for event in found] == ["20241028", "20251103"]


def test_a_topic_has_a_calendar_of_its_own() -> None:
    """The same events as in the whole site's, of its briefings alone."""
    site = site_of(BRIEFING, replace(BRIEFING, id="other", topics=("Ports",)))
    ports = next(topic for topic in site.topics if topic.slug == "ports")
    page = calendar(site, LABELS, ports)
    (event,) = reread(page.text).walk("VEVENT")
    assert page.path == "topics/ports.ics"
    assert event["uid"] in {one["UID"] for one in events(site)}
    assert reread(page.text)["x-wr-calname"] == "The desk: what to watch on Ports"


def test_a_day_at_the_end_of_time_has_no_day_after() -> None:
    """The last day that there is breaks nothing."""
    item = replace(BRIEFING.watch[0], start=date.max, end=None)
    (event,) = events(site_of(replace(BRIEFING, watch=(item,))))
    assert event["DTSTART"] == "99991231"
    assert "DTEND" not in event


def test_a_long_calendar_takes_little_more_than_its_text() -> None:
    """It is written as it goes: of 5,000 briefings it has 14 MB, and once took seven times as much."""
    item = replace(BRIEFING.watch[0], text="The talks – " + "and what comes of them " * 20)
    site = site_of(replace(BRIEFING, watch=tuple(replace(item, text=f"{item.text}{n}") for n in range(400))))
    length = len(calendar(site, LABELS).text)
    tracemalloc.start()
    calendar(site, LABELS)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5 * length
