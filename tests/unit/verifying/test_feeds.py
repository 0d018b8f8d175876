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
