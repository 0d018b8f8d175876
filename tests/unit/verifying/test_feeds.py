"""Feeds, maps, calendars and manifests of any builder: RSS as well, days that there are, addresses in full."""

from __future__ import annotations

import json

import pytest

from briefgen.verifying.calendars import calendar_findings
from briefgen.verifying.days import is_time, is_w3c_time
from briefgen.verifying.json_files import feed_findings
from briefgen.verifying.verify import Grounds, Verification
from briefgen.verifying.xml_files import xml_findings

_URL = "https://desk.example/news/"
_RSS = f"""<rss version="2.0"><channel><title>Desk</title><link>{_URL}</link><description>News</description>
<pubDate>Sat, 31 Jan 2026 08:00:00 GMT</pubDate><item><title>Vote</title><link>{_URL}a/</link><guid>1</guid>
<pubDate>31 Jan 2026 08:00:00 +0100</pubDate></item><item><description>x</description><guid>2</guid></item></channel></rss>"""
_ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><id>{_URL}</id><title>a</title><updated>2026-01-31T00:00:00Z</updated>
<author><name>b</name></author></feed>"""
_MAP = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{_URL}</loc></url></urlset>'


def _found(path: str, text: str) -> list[str]:
    """Give the codes of what is wrong with a file of a site that has one page beside."""
    verification = Verification(["index.html", "a/index.html", path], Grounds(site_url=_URL))
    verification.look(path, text.encode())
    return [one.code for one in verification.problems()]


@pytest.mark.parametrize("path", ["rss.xml", "news.rss"])
def test_an_rss_feed_without_a_fault_has_no_problems(path: str) -> None:
    """As plugins of other builders write it."""
    assert _found(path, _RSS) == []


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (' version="2.0"', "", "a version"),
        ("<title>Desk</title>", "", "one <title> in the channel"),
        (f"<link>{_URL}</link>", "", "one <link> in the channel"),
        ("<description>News</description>", "", "one <description> in the channel"),
        ("<title>Vote</title>", "", "a <title> or a <description>"),
        ("<guid>2</guid>", "<guid>1</guid>", "'1' in line 2 already"),
        ("31 Jan 2026 08:00:00 +0100", "2026-01-31", "<pubDate>, found '2026-01-31'"),
        ("channel>", "canal>", "a <channel>"),
    ],
)
def test_an_rss_feed_is_held_against_its_format(was: str, now: str, told: str) -> None:
    """What its channel and each item need, by RSS 2.0."""
    assert was in _RSS
    findings, _ = xml_findings(_RSS.replace(was, now).encode())
    assert [one.code for one in findings] == ["feed-invalid"]
    assert told in findings[0].message


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("rss.xml", _RSS.replace(f"{_URL}a/", f"{_URL}lost/"), "page-missing"),
        ("news.rss", "<rss", "data-invalid"),
        ("news.atom", _ATOM.replace("<title>a</title>", ""), "feed-invalid"),
        ("feed.xml", _ATOM.replace(f"<id>{_URL}", "<id>a/"), "feed-invalid"),
        ("feed.xml", _ATOM.replace("2026-01-31", "2026-02-31"), "feed-invalid"),
        ("feed.xml", _ATOM.replace("<name>b</name>", ""), "feed-invalid"),
        ("feed.xml", _ATOM.replace("2005/Atom", "2005/atom"), "feed-invalid"),
        ("sitemap.xml", _MAP.replace("0.9", "1.0"), "sitemap-invalid"),
        ("sitemap.xml", _MAP.replace("desk.example", "other.example"), "sitemap-invalid"),
        ("sitemap.xml", _MAP.replace("/news/", "/"), "sitemap-invalid"),
        ("site.webmanifest", json.dumps({"icons": [{"src": "lost.png"}]}), "page-missing"),
        ("manifest.json", json.dumps({"start_url": "lost/"}), "page-missing"),
    ],
)
def test_what_a_reader_of_feeds_would_meet_is_told(path: str, text: str, code: str) -> None:
    """Dead addresses, ids that stand for nothing, days that there are not, another site's map."""
    assert _found(path, text) == [code]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("feed.xml", _ATOM),
        ("sitemap.xml", _MAP),
        ("zoo.xml", "<feed xmlns='urn:zoo'>fish</feed>"),
        ("site.webmanifest", json.dumps({"icons": [{"src": "a/"}, 3], "start_url": "."})),
    ],
)
def test_what_is_right_is_not_told(path: str, text: str) -> None:
    """Nor what is no feed."""
    assert _found(path, text) == []


def test_attachments_of_a_json_feed_say_where_and_what_they_are() -> None:
    """Both are needed, by version 1.1."""
    item = {"id": "1", "content_text": "x", "attachments": [{"url": "https://a.example/b", "mime_type": "a/b"}]}
    feed: dict[str, object] = {"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [item]}
    assert list(feed_findings(feed)) == []
    item["attachments"] = [{"url": "https://a.example/b"}, "x"]
    told = [one.message for one in feed_findings(feed)]
    assert len(told) == 2
    assert "`mime_type`" in told[0]


def test_a_day_is_one_that_there_is() -> None:
    """February has no 31 days, and 2026 no 29th of it."""
    assert is_time("2028-02-29T00:00:00Z")
    assert not is_time("2026-02-29T00:00:00Z")
    assert not is_time("2026-02-28T00:00:00")
    assert is_w3c_time("2026")
    assert is_w3c_time("2026-01-31T08:00+01:00")
    assert not is_w3c_time("2026-04-31")


@pytest.mark.parametrize(
    ("start", "more", "count"),
    [
        ("DTSTART;VALUE=DATE:20260131", "", 0),
        ("DTSTART;VALUE=DATE:20260231", "", 1),
        ("DTSTART:20260231T080000Z", "", 1),
        ("DTSTART;TZID=Europe/Berlin:20260131T080000", "", 1),
        ('DTSTART;TZID="Europe/Berlin":20260131T080000', "", 1),
        ("DTSTART;TZID=/example.org/Europe/Berlin:20260131T080000", "", 0),
        (
            "DTSTART;TZID=Europe/Berlin:20260131T080000",
            "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nEND:VTIMEZONE\r\n",
            0,
        ),
    ],
)
def test_an_event_has_a_day_that_there_is_in_a_zone_that_is_told(start: str, more: str, count: int) -> None:
    """By RFC 5545 a calendar tells each time zone that it names."""
    calendar = (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:a\r\n{more}BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
        f"{start}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert len(list(calendar_findings(calendar.encode()))) == count


@pytest.mark.parametrize(
    ("was", "now", "line"),
    [
        ("VERSION:2.0\r\n", "", 1),
        ("VERSION:2.0", "VERSION:1.0", 1),
        ("DTSTAMP:20260101T000000Z\r\n", "", 4),
        ("DTSTART;VALUE=DATE:20260601", "DTSTART;VALUE=DATE:20261301", 7),
        ("DTEND;VALUE=DATE:20260602", "DTEND;VALUE=DATE:20260601", 4),
        ("SUMMARY:Vote\r\n", "SUMMARY:Vote\n", 9),
        ("SUMMARY:Vote", "SUMMARY:Vote\r\nno colon", 10),
        ("SUMMARY:Vote", "SUMMARY:Vote\r\nSUMMARY:Again", 4),
        ("SUMMARY:Vote", "SUMMARY:" + "ä" * 40, 9),
        ("SUMMARY:Vote", "SUMMARY:Vo\x07te", 9),
        ("END:VCALENDAR\r\n", "END:VCALENDAR", 11),
        ("BEGIN:VEVENT", "BEGIN:VTODO", 10),
        ("END:VCALENDAR\r\n", "END:VCALENDAR\r\nEND:VCALENDAR\r\n", 12),
    ],
)
def test_a_calendar_is_held_against_its_format(was: str, now: str, line: int) -> None:
    """Each fault is told in its line; the calendar without one has none."""
    good = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\nBEGIN:VEVENT\r\nUID:1@a\r\nDTSTAMP:20260101T000000Z\r\n"
        "DTSTART;VALUE=DATE:20260601\r\nDTEND;VALUE=DATE:20260602\r\nSUMMARY:Vote\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert list(calendar_findings(good.encode())) == []
    assert was in good
    assert line in {one.line for one in calendar_findings(good.replace(was, now).encode())}


def test_a_json_feed_is_held_against_its_format() -> None:
    """What must be there, of what type, and once."""
    assert list(feed_findings({"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": []})) == []
    wrong: dict[str, object] = {
        "version": "https://jsonfeed.org/version/2",
        "items": [{"id": "1", "content_text": "x"}, {"id": "1", "content_text": "x", "title": 3}, "x", {}],
    }
    told = " ".join(one.message for one in feed_findings(wrong))
    for expected in (
        "version/1.1",
        "`title` in the feed",
        "item 2 again",
        "`title` of item 2",
        "item 3",
        "`id` in item 4",
    ):
        assert expected in told
    assert [one.message for one in feed_findings({"version": "https://jsonfeed.org/version/1", "title": "x"})]


_GOOD_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom">\n<title>x</title><id>a:1</id><updated>2026-01-31T00:00:00+01:00</updated>\n'
    "<author><name>x</name></author>\n"
    '<entry><title type="html">y</title><id>a:2</id><updated>2026-01-31T00:00:00.5Z</updated><link href="y"/></entry>\n'
    '<entry><title>z</title><id>a:3</id><updated>2026-01-31T00:00:00Z</updated><content src="z"/></entry>\n</feed>'
)


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("a:3", "a:2", "'a:2' in line 4 already"),
        ("<author><name>x</name></author>", "", "<author> in the entry or in the feed"),
        ('<link href="y"/>', "", "a <content> or a <link rel=alternate>"),
        ('<link href="y"/>', '<link rel="alternate"/>', "an href in each <link>"),
        ("<id>a:1</id>", "<id> </id>", "something in <id> of the feed"),
        ("<title>x</title>", "<title>x</title><title>x</title>", "one <title> in the feed, found 2"),
        ('type="html"', 'type="text/html"', "text, html or xhtml as type"),
        ("2026-01-31T00:00:00Z", "2026-02-31T25:00:00Z", "a time such as"),
    ],
)
def test_an_atom_feed_is_held_against_its_format(was: str, now: str, told: str) -> None:
    """What must be there, once, and written as it should be; the feed without a fault has none."""
    assert xml_findings(_GOOD_ATOM.encode())[0] == []
    assert was in _GOOD_ATOM
    assert any(told in one.message for one in xml_findings(_GOOD_ATOM.replace(was, now).encode())[0])


def test_a_map_is_held_against_its_format() -> None:
    """Each address once, and no more than search engines read."""
    entry = "<url><loc>https://desk.example/{}</loc><lastmod>2026-01-31T10:00:00Z</lastmod></url>\n"

    def told(numbers: range) -> str:
        entries = "".join(entry.format(number % 50_001) for number in numbers)
        text = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>'
        return " ".join(one.message for one in xml_findings(text.encode())[0])

    assert told(range(3)) == ""
    assert "at most 50,000 addresses" in told(range(50_001))
    assert "each address once, found 'https://desk.example/7' in line 2 already" in told(range(7, 50_001 + 8))


def test_an_address_in_a_calendar_is_read_across_its_folds() -> None:
    """A line of a calendar is cut at 75 octets, wherever that is."""
    whole = f"DESCRIPTION:{'See ' * 8}{_URL}a/very/long/way/to/a/page/that/there/is/not/"
    data = f"BEGIN:VCALENDAR\r\n{whole[:70]}\r\n {whole[70:]}\r\nEND:VCALENDAR\r\n"
    verification = Verification(["index.html", "a/index.html", "watch.ics"], Grounds(site_url=_URL))
    verification.look("watch.ics", data.encode())
    dead = [one.message for one in verification.problems() if one.code == "page-missing"]
    assert len(dead) == 1
    assert f"{_URL}a/very/long/way/to/a/page/that/there/is/not/" in dead[0]
