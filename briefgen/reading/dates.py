"""text -> the calendar dates printed in it, with their places; and lines that say when something was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Role = Literal["published", "updated", "plain"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DATE = re.compile(
    rf"(?<![\w/.-])(?:(?P<y1>(?:19|20)[0-9]{{2}})(?P<sep>[-/.])(?P<m1>[0-9]{{1,2}})(?P=sep)(?P<d1>[0-9]{{1,2}})(?![0-9])"
    rf"|(?P<month2>{_MONTH})\s+(?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y2>(?:19|20)[0-9]{{2}})\b"
    rf"|(?P<d3>[0-9]{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?(?P<month3>{_MONTH}),?[\s-](?P<y3>(?:19|20)[0-9]{{2}})\b"
    r"|(?P<a4>[0-9]{1,2})(?P<sep4>[/.-])(?P<b4>[0-9]{1,2})(?P=sep4)(?P<y4>(?:19|20)[0-9]{2})(?![\w/-]))",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"(?<![\w/.-])(?:(?P<month1>{_MONTH})\s+(?P<d1>[0-9]{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|(?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?\s(?P<month2>{_MONTH}))(?![\w/-])",
    re.IGNORECASE,
)
_COMPACT_DATE = re.compile(r"(?:19|20)[0-9]{6}\b")
_PATH = re.compile(r"/((?:19|20)[0-9]{2})/([0-9]{1,2}|[a-z]{3})/([0-9]{1,2})(?=[/\s)>\"'_-]|$)", re.IGNORECASE)
_SLUG = re.compile(r"[/-]((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})(?=[/\s)>\"'_.?-]|$)")
_DAY_FIRST_HINT = re.compile(rf"\b[0-9]{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}", re.IGNORECASE)
_MONTH_FIRST_HINT = re.compile(rf"\b{_MONTH}\s[0-9]{{1,2}}\b", re.IGNORECASE)

_UPDATED = re.compile(r"\b(?:updated|last (?:modified|revised|edited|reviewed)|modified|revised)\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|issued|released|created|publication date|release date|pub date|date)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?\s*(?:[ap]\.?m\b\.?)?|\b[0-9]{1,2}\s*[ap]\.?m\b\.?|[+-][0-9]{2}:?[0-9]{2}\b",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thurs?|thu|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\b(?:first|last|published|updated|posted|modified|revised|edited|reviewed|issued|released|created|publication|release|"
    r"pub|date|on|at|of|online|am|pm|a\.m|p\.m|gmt|utc|bst|cet|cest|eet|eest|est|edt|et|pst|pdt|pt|cst|cdt|ist|msk|jst|sgt|aest|aedt|"
    r"local time|[0-9]+\s*min(?:ute)?s?(?:\s+read)?|read|ago|[0-9]+\s*(?:hours?|hrs?|days?|weeks?)|t|z)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_MOST_WORDS_BESIDE = 4
"""A section, a place or a name may share the line with the date: "Oct 29, 2025 | Politics"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDate:
    """A calendar date as printed."""

    start: int
    end: int
    day: date
    otherwise: date | None = None
    """The other reading of figures such as 03/04/2025, day first or month first; None where there is one reading only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A line that says when the article was published."""

    printed: PrintedDate
    role: Role
    beside: str
    """What the line holds besides the date: a section, a byline, a place."""
    also: tuple[PrintedDate, ...] = ()
    """The other dates in the line."""


def prefers_day_first(text: str) -> bool:
    """Whether the text writes "3 April" rather than "April 3": how its figures are to be read."""
    return len(_DAY_FIRST_HINT.findall(text)) > len(_MONTH_FIRST_HINT.findall(text))


def find_dates(text: str, *, day_first: bool = False) -> list[PrintedDate]:
    """Find full dates: with a day, a month and a year.

    Args:
        text: Any text.
        day_first: How 03/04/2025 is read where nothing in it decides.

    Returns:
        The dates in order; impossible ones such as 31 June are left out.
    """
    found: list[PrintedDate] = []
    for match in _DATE.finditer(text):
        printed = _printed(match, day_first=day_first)
        if printed:
            found.append(printed)
    return found


def find_month_day(text: str) -> tuple[int, int] | None:
    """Give month and day of the first date printed without a year, as datelines have it ("NORTHPORT, May 4")."""
    match = _MONTH_DAY.search(text)
    if match is None:
        return None
    month = _MONTHS[(match["month1"] or match["month2"]).rstrip(".").lower()]
    return month, int(match["d1"] or match["d2"])


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Give the day, None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def date_in_address(address: str) -> date | None:
    """Read the day from a web address such as `/2026/2/7/` or `…-2026-02-23/`."""
    match = _PATH.search(address)
    if match:
        month = match[2].lower()
        number = int(month) if month.isdigit() else _MONTHS.get(month, 0)
        return calendar_day(int(match[1]), number, int(match[3]))
    match = _SLUG.search(address)
    return calendar_day(int(match[1]), int(match[2]), int(match[3])) if match else None


def read_date(value: str, *, day_first: bool = False) -> PrintedDate | None:
    """Read the date that a field of metadata holds: "2025-10-10T15:19:40-07:00", "Oct 10, 2025", "20251010"."""
    dates = find_dates(value, day_first=day_first)
    if dates:
        return dates[0]
    match = _COMPACT_DATE.match(value)
    day = calendar_day(int(value[:4]), int(value[4:6]), int(value[6:8])) if match else None
    return PrintedDate(start=0, end=8, day=day) if day else None


def read_date_line(line: str, *, day_first: bool = False) -> DateLine | None:
    """Tell whether a line is there to say when the article was published.

    Args:
        line: A short line of its own, tidy.
        day_first: How 03/04/2025 is read where nothing in it decides.

    Returns:
        Its date, or None where it is something else that happens to hold a date. Of a date of publication and one of the
        last change in one line, the former.
    """
    if len(line) > 200:  # noqa: PLR2004 - the longest such lines, with two dates, two times and a byline, have about 120
        return None
    dates = find_dates(line, day_first=day_first)
    if not dates:
        return None
    beside = line
    for printed in reversed(dates):
        beside = beside[: printed.start] + " | " + beside[printed.end :]
    beside = _AROUND.sub(" ", _TIME.sub(" ", beside))
    beside = re.sub(r"[\s|·•,:;()\[\]/–—-]*\|[\s|·•,:;()\[\]/–—-]*", " | ", " ".join(beside.split())).strip(
        " |·•,:;()/–—-."
    )
    if len(_WORD.findall(beside)) > _MOST_WORDS_BESIDE and not re.match(r"by\b", beside, re.IGNORECASE):
        return None
    updated, published = _UPDATED.search(line), _PUBLISHED.search(line)
    if updated and (published is None or len(dates) == 1):
        return DateLine(printed=dates[0], role="updated", beside=beside, also=tuple(dates[1:]))
    first = dates[0]
    if published and updated and updated.start() < published.start():
        first = next((printed for printed in dates if printed.start > published.start()), dates[0])
    also = tuple(printed for printed in dates if printed is not first)
    return DateLine(printed=first, role="published" if published else "plain", beside=beside, also=also)


def _printed(match: re.Match[str], *, day_first: bool) -> PrintedDate | None:
    otherwise: date | None = None
    if match["y1"]:
        read = calendar_day(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    elif match["y2"]:
        read = calendar_day(int(match["y2"]), _MONTHS[match["month2"].rstrip(".").lower()], int(match["d2"]))
    elif match["y3"]:
        read = calendar_day(int(match["y3"]), _MONTHS[match["month3"].rstrip(".").lower()], int(match["d3"]))
    else:
        first, second, year = int(match["a4"]), int(match["b4"]), int(match["y4"])
        by_day, by_month = calendar_day(year, second, first), calendar_day(year, first, second)
        # With full stops between them the day always comes first.
        if match["sep4"] == ".":
            by_month = None
        read = (by_day or by_month) if day_first else (by_month or by_day)
        if by_day and by_month and by_day != by_month:
            otherwise = by_month if day_first else by_day
    return PrintedDate(start=match.start(), end=match.end(), day=read, otherwise=otherwise) if read else None
