"""Site -> watch.ics and a calendar of each topic: the dated things to watch, as iCalendar (RFC 5545); no clock.

Written by hand: a library takes 0.35 ms an event, which at 10,000 events is a tenth of a build.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256
from io import SEEK_END, BytesIO
from typing import TYPE_CHECKING

from briefgen.model.page import Page
from briefgen.rendering import addresses
from briefgen.rendering.inert import clean, clean_title
from briefgen.rendering.public import UNDATED, absolute, changed_on, reviewed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.briefing import WatchItem, WatchStatus
    from briefgen.model.site import Mark, Marked, Site, SiteTopic
    from briefgen.rendering.labels import Labels

_KEPT = timedelta(days=366)
"""How long what is past stays in a calendar, counted back from the newest briefing: 5,000 briefings would make 7 MB."""
_OCTETS = 75
_TEXT = re.compile(r"[\\;,\n]")
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_SAID: frozenset[WatchStatus] = frozenset(["postponed", "cancelled", "missed"])
"""What a calendar would otherwise show as if it took place then."""
_STAGES: dict[WatchStatus, int] = {"pending": 0, "postponed": 1, "cancelled": 2, "happened": 2, "missed": 2}
_FIRST_DAY = date(2000, 1, 1)


def calendar(site: Site, labels: Labels, topic: SiteTopic | None = None, *, directories: bool = True) -> Page:
    """Give watch.ics, or the calendar of a topic: an all-day event for each dated item of a reviewed briefing.

    An event's UID comes from its briefing's id and the item's anchor, its time stamps from the briefing's review and
    corrections: the same briefings give the same bytes, and a calendar program that fetches the file again finds the
    events it knows. What ended more than a year before the newest briefing is left out.

    Args:
        site: Gives the name and the addresses.
        labels: The words of the interface.
        topic: None for the whole site. The calendar of a topic rests on it and on the site's name and address alone.
        directories: Whether the site's addresses are folders or files.
    """
    path = addresses.CALENDAR if topic is None else addresses.topic_calendar(topic.slug)
    name = clean_title(site.name)
    if topic is None:
        title = labels.text("calendar.name", site=name)
    else:
        title = labels.text("calendar.topic", site=name, topic=clean_title(topic.name))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//briefgen//watch//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"NAME:{_text(title)}", f"X-WR-CALNAME:{_text(title)}"]
    lines += ["REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D"]
    # An event at a time, and as bytes: a line at a time those of 5,000 briefings take 100 MB for 14 MB of text.
    written = BytesIO(_written(lines))
    written.seek(0, SEEK_END)
    for marked, item, mark in _dated((site if topic is None else topic).briefings):
        written.write(_written(_event(site, labels, marked, item, mark, directories=directories)))
    written.write(_written(["END:VCALENDAR"]))
    return Page(path=path, text=str(written.getbuffer(), "utf-8"))


def _written(lines: Iterable[str]) -> bytes:
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode("utf-8")


def _dated(briefings: Iterable[Marked]) -> list[tuple[Marked, WatchItem, Mark]]:
    """Give the dated items that are not long past, by their days, each with its briefing and its mark."""
    shown = reviewed(briefings)
    newest = max((one.briefing.date for one in shown if one.briefing.date), default=date.min + _KEPT)
    found = [
        (marked, item, mark)
        for marked in shown
        for item, mark in zip(marked.briefing.watch, marked.watch, strict=True)
        if _last(item) >= newest - _KEPT and (item.start or item.end)
    ]
    return sorted(found, key=lambda one: (_first(one[1]), _last(one[1]), one[0].briefing.id, one[2].anchor))


def _first(item: WatchItem) -> date:
    return item.start or item.end or date.max


def _last(item: WatchItem) -> date:
    return max(item.end or _first(item), _first(item))


def _event(  # noqa: PLR0913  # what an event is made from
    site: Site, labels: Labels, marked: Marked, item: WatchItem, mark: Mark, *, directories: bool
) -> Iterator[str]:
    """Give the lines of an event, not folded."""
    briefing = marked.briefing
    identity = sha256(f"{briefing.id}\n{mark.anchor}".encode()).hexdigest()
    changed = changed_on(briefing)
    stamp = f"{_compact(changed)}T000000Z"
    last = _last(item)
    yield "BEGIN:VEVENT"
    yield f"UID:{identity[:32]}@briefgen"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{_sequence(changed, item)}"
    yield f"DTSTART;VALUE=DATE:{_compact(_first(item))}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_compact(last + timedelta(days=1))}"  # the first day after, as the format has it
    summary = clean(item.text)
    if item.status in _SAID:
        status = labels.text(f"words.{item.status}")
        summary = labels.text("calendar.status", status=status, text=summary)
    yield f"SUMMARY:{_text(summary)}"
    if item.where and (where := clean(item.where)):
        yield f"LOCATION:{_text(where)}"
    yield f"DESCRIPTION:{_text(_description(labels, marked, item))}"
    if briefing.topics:
        yield f"CATEGORIES:{','.join(_text(clean_title(topic)) for topic in briefing.topics)}"
    if site.url:
        path = addresses.briefing_path(briefing.id)
        yield f"URL:{absolute(site, path, directories=directories)}#{mark.anchor}"
    if item.status == "cancelled":
        yield "STATUS:CANCELLED"
    elif item.status != "missed":  # programs take what is cancelled off the calendar: this one stays on record
        certain = item.status == "happened" or (item.status == "pending" and item.certainty == "scheduled")
        yield f"STATUS:{'CONFIRMED' if certain else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"  # something to watch does not make its reader busy
    yield "END:VEVENT"


def _compact(day: date | str) -> str:
    """Give 20251029."""
    return str(day).replace("-", "")


def _sequence(changed: str, item: WatchItem) -> int:
    """Give a number that grows when a review or correction is dated later, or an event is moved or called off.

    Calendar programs take an event with a smaller one for an older state of it.
    """
    if changed == UNDATED:
        return _STAGES[item.status]
    return max((date.fromisoformat(changed) - _FIRST_DAY).days, 0) * 4 + _STAGES[item.status]


def _description(labels: Labels, marked: Marked, item: WatchItem) -> str:
    """Say how certain it is, in what words the source says so and who says it, what came of it, and where it stands."""
    said = labels.text("calendar.certainty", certainty=labels.text(f"words.{item.certainty}"))
    if item.when:
        said = f"{said} {labels.text('calendar.printed', when=item.when)}"
    lines = [said]
    if item.outcome:
        lines.append(labels.text("calendar.outcome", text=item.outcome))
    for evidence in item.evidence:
        if evidence.quote in marked.unproved:
            continue  # the page says of it that no source holds it: here is no room for that
        quote = clean(evidence.quote)
        if source := _source(marked, evidence.quote):
            lines.append(labels.text("calendar.quoted_from", quote=quote, source=source))
        else:
            lines.append(labels.text("calendar.quote", quote=quote))
    lines.append(labels.text("calendar.briefing", title=clean_title(marked.briefing.title)))
    return "\n".join(lines)


def _source(marked: Marked, quote: str) -> str:
    """Say whose words a quote is; nothing where that is not known."""
    sources = marked.briefing.sources
    if len(sources) > 1:
        files = {context.file for context in marked.contexts if context.quote == quote}
        sources = tuple(source for source in sources if source.file in files)
    if len(sources) != 1:
        return ""
    return ", ".join(clean(name) for name in (sources[0].author, sources[0].publisher) if name)


@lru_cache(maxsize=1024)
def _text(text: str) -> str:
    """Give a text of which nothing but itself can come: it holds no control, and what separates values is escaped."""
    return _TEXT.sub(lambda found: _ESCAPES[found.group()], text)


def _folded(line: str) -> str:
    """Break a line into lines of 75 octets at most, none within a character."""
    if line.isascii():
        rest = (line[at : at + _OCTETS - 1] for at in range(_OCTETS, len(line), _OCTETS - 1))
        return "\r\n ".join((line[:_OCTETS], *rest))
    data = line.encode("utf-8")
    pieces: list[bytes] = []
    start, room = 0, _OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # noqa: PLR2004  # within a character
            end -= 1
        pieces.append(data[start:end])
        start, room = end, _OCTETS - 1  # a line that goes on begins with a space
    pieces.append(data[start:])
    return b"\r\n ".join(pieces).decode("utf-8")
