"""A calendar's bytes -> what is wrong with it by RFC 5545."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.verifying.days import is_day
from briefgen.verifying.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

_OCTETS = 75
_LINE = re.compile(
    r"([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*)*):(.*)", re.DOTALL
)
_DATE = re.compile(r"\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_TIME = re.compile(rf"{_DATE.pattern}T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)Z?")
_ONCE = frozenset(
    ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "SEQUENCE", "URL", "LOCATION", "DESCRIPTION"]
)
_TIMES = frozenset(["DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED", "CREATED"])
_ZONE = re.compile(r";TZID=\"?([^\";:,]+)", re.IGNORECASE)
_TEXTS = frozenset(["SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT"])
_UNESCAPED = re.compile(r"(?:[^\\,;]|\\[\\,;nN])*+([\s\S]{0,20})")
"""The first thing in a text that should have a backslash before it, or that none may stand before."""
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


@dataclass(slots=True)
class _Part:
    """A component that has begun."""

    name: str
    line: int
    values: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


def calendar_findings(data: bytes) -> Iterator[Finding]:
    """Give what is wrong with a calendar: its lines, its components, what each event needs."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield _wrong(data.count(b"\n", 0, error.start) + 1, "expected UTF-8, found other bytes")
        return
    yield from _raw_lines(data)
    yield from _zones(text)
    opened: list[_Part] = []
    whole: list[str] = []
    uids: dict[str, int] = {}
    for line, content in unfolded(text):
        found = _LINE.fullmatch(content)
        if found is None or _CONTROL.search(content):
            yield _wrong(line, f"expected a line such as SUMMARY:Summit, found {content[:60]!r}")
            continue
        name, value = found[1].upper(), found[3]
        if name == "BEGIN":
            if not opened:
                whole.append(value.upper())
            opened.append(_Part(name=value.upper(), line=line))
        elif name == "END":
            yield from _end(line, value.upper(), opened, uids)
        elif opened:
            opened[-1].counts[name] += 1
            opened[-1].values.setdefault(name, value)
            yield from _value_findings(line, name, found[2], value)
        else:
            yield _wrong(line, f"expected BEGIN:VCALENDAR first, found {name}")
    for part in opened:
        yield _wrong(part.line, f"expected END:{part.name} for what begins here, found the end of the file")
    if not whole or any(name != "VCALENDAR" for name in whole):
        yield _wrong(1, f"expected BEGIN:VCALENDAR, found {', '.join(whole) or 'none'}")


def _zones(text: str) -> Iterator[Finding]:
    """Give each time zone that a calendar names and does not tell, once: programs take its times for their own."""
    named: dict[str, int] = {}
    told: set[str] = set()
    for line, content in unfolded(text) if "TZID" in text.upper() else ():
        found = _LINE.fullmatch(content)
        if found is not None and found[1].upper() == "TZID":
            told.add(found[3])
        elif found is not None and (zone := _ZONE.search(found[2])):
            named.setdefault(zone[1], line)
    for zone_name, line in named.items():
        if zone_name not in told and not zone_name.startswith("/"):  # such a one is known to all, by RFC 5545
            yield _wrong(line, f"expected a VTIMEZONE for the time zone {zone_name!r}, found none")


def _end(line: int, name: str, opened: list[_Part], uids: dict[str, int]) -> Iterator[Finding]:
    """End a component, and give what was wrong with it as a whole."""
    if not opened or opened[-1].name != name:
        expected = f"END:{opened[-1].name}" if opened else "nothing to end"
        yield _wrong(line, f"expected {expected}, found END:{name}")
        return
    part = opened.pop()
    if part.name == "VCALENDAR":
        yield from _calendar(part)
    elif part.name == "VEVENT":
        yield from _event(part, uids)


def _raw_lines(data: bytes) -> Iterator[Finding]:
    """Give the first line that is too long, and the first that does not end as it should."""
    lines = data.split(b"\n")
    long = next((at for at, line in enumerate(lines, 1) if len(line.removesuffix(b"\r")) > _OCTETS), None)
    if long is not None:
        found = len(lines[long - 1].removesuffix(b"\r"))
        yield _wrong(long, f"expected lines of at most {_OCTETS} octets, found {found}; fold it")
    ends = (not line if at == len(lines) else line[-1:] == b"\r" for at, line in enumerate(lines, 1))
    bare = next((at for at, ended in enumerate(ends, 1) if not ended), None)
    if bare is not None:
        yield _wrong(bare, "expected each line to end in CR LF, found another end")


def unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines of a calendar as they were before they were folded, each with the number of its first."""
    parts: list[str] = []
    began = 1
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if line[:1] in {" ", "\t"} and parts:
            parts.append(line[1:])
            continue
        if parts and parts != [""]:
            yield began, "".join(parts)
        parts, began = [line], number
    if parts and parts != [""]:
        yield began, "".join(parts)


def _calendar(part: _Part) -> Iterator[Finding]:
    for name in ("VERSION", "PRODID"):
        if part.counts[name] != 1:
            yield _wrong(part.line, f"expected one {name} in the calendar, found {part.counts[name]}")
    if part.counts["VERSION"] and part.values["VERSION"] != "2.0":
        yield _wrong(part.line, f"expected VERSION:2.0, found {part.values['VERSION']!r}")


def _event(part: _Part, uids: dict[str, int]) -> Iterator[Finding]:
    for name in ("UID", "DTSTAMP", "DTSTART"):
        if not part.counts[name]:
            yield _wrong(part.line, f"expected a {name} in the event, found none")
    for name in sorted(_ONCE):
        if part.counts[name] > 1:
            yield _wrong(part.line, f"expected {name} once in the event, found it {part.counts[name]} times")
    uid = part.values.get("UID", "")
    if uid and uid in uids and "RECURRENCE-ID" not in part.counts:
        yield _wrong(part.line, f"expected a UID of its own in each event, found that of line {uids[uid]}")
    uids.setdefault(uid, part.line)
    start, end = part.values.get("DTSTART", ""), part.values.get("DTEND", "")
    if len(start) == len(end) and end and end <= start:
        yield _wrong(part.line, f"expected DTEND after DTSTART, found {start} and {end}")


def _value_findings(line: int, name: str, parameters: str, value: str) -> Iterator[Finding]:
    if name in _TEXTS and (found := _UNESCAPED.match(value)) and found[1]:
        yield _wrong(
            line, f"expected a backslash before each comma, semicolon and backslash of {name}, found {found[1]!r}"
        )
    if name not in _TIMES:
        return
    day = "VALUE=DATE" in parameters.upper().split(";")
    if not (_DATE if day else _TIME).fullmatch(value) or not is_day(value[:8]):
        example = "20260131" if day else "20260131T000000Z"
        yield _wrong(line, f"expected {name} to be such as {example}, found {value[:60]!r}")


def _wrong(line: int, message: str) -> Finding:
    return Finding(code="calendar-invalid", line=line, message=message)
