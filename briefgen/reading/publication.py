"""Everything an article says about when it appeared -> one day, and how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.model.folding import tidy
from briefgen.reading.dates import calendar_day, date_in_address, find_dates, find_month_day, read_date

if TYPE_CHECKING:
    from datetime import date

    from briefgen.reading.dates import DateLine, PrintedDate

_PUBLISHED_FIELDS = (
    "date", "published", "published_time", "date_published", "datepublished", "publish_date", "publishdate", "pubdate",
    "published_at", "publication_date", "article:published_time", "created", "created_at", "issued", "posted",
)  # fmt: skip
_UPDATED_FIELDS = ("updated", "modified", "lastmod", "last_modified", "date_modified", "updated_at")
_AS_OF = re.compile(r"\bas of (?:(?:early|late|today|now|this morning|[A-Z][a-z]+day),? )?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|\]\(<?/|</)[^\s\"'“”]{1,2000}")
_MOST_ADDRESSES = 2_000
_SAMPLE = 200_000
"""Characters: dates further down do not tell when the article appeared."""
_NEARBY_DAYS = 60
"""A dateline's day without a year takes the year of a full date at most this far from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When the article appeared."""

    day: date | None = None
    cautions: tuple[str, ...] = ()
    """What a reader should know: that the day was inferred, or is ambiguous, or unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateEvidence:
    """Everything in a file that may tell when the article appeared."""

    fields: dict[str, str]
    """Front matter."""
    lines: list[DateLine]
    """Date lines around the title."""
    datelines: list[str]
    """What stands before the dash of the first paragraphs."""
    text: str
    """The legible text."""
    raw: str
    """The decoded file, whose links may hold a date."""
    day_first: bool
    """How 03/04/2025 is read where nothing in it decides."""


def find_publication(evidence: DateEvidence) -> Publication:
    """Decide on the day of publication; never the clock's, never the file's.

    Args:
        evidence: What the file tells.

    Returns:
        The first of: front matter, a line that says "published", a date line, a dateline, a line that says "updated", the
        dates in addresses where all agree, the text's own "as of …".
    """
    fields, lines, day_first = evidence.fields, evidence.lines, evidence.day_first
    datelines, text, raw = evidence.datelines, evidence.text, evidence.raw
    for name in _PUBLISHED_FIELDS:
        printed = read_date(fields.get(name, ""), day_first=day_first)
        if printed:
            return _sure(printed, fields[name])
    ranked = sorted((line for line in lines if line.role != "updated"), key=lambda line: line.role != "published")
    if ranked:
        return _settled(ranked[0], lines, text, raw)
    for line in datelines:
        dates = find_dates(line, day_first=day_first)
        if dates:
            return _sure(dates[0], line)
    inferred = _from_dateline(datelines, text, raw)
    if inferred:
        return inferred
    updated = [line for line in lines if line.role == "updated"]
    if updated:
        return Publication(
            day=updated[0].printed.day,
            cautions=(
                f"The article says only when it was last updated; {_long(updated[0].printed.day)} is taken from there.",
            ),
        )
    for name in _UPDATED_FIELDS:
        printed = read_date(fields.get(name, ""), day_first=day_first)
        if printed:
            return _sure(printed, fields[name])
    return (
        _from_address(fields, raw)
        or _from_as_of(text, day_first=day_first)
        or Publication(cautions=("The article gives no date.",))
    )


def _sure(printed: PrintedDate, written: str) -> Publication:
    """Take a date; figures that read two ways make a caution."""
    if printed.otherwise is None:
        return Publication(day=printed.day)
    caution = (
        f"The date is printed as “{tidy(written)[:60]}”, which can also be read as {_long(printed.otherwise)}; "
        f"{_long(printed.day)} is assumed."
    )
    return Publication(day=printed.day, cautions=(caution,))


def _settled(line: DateLine, lines: list[DateLine], text: str, raw: str) -> Publication:
    """Decide how figures are read by the dates that the file prints in words, or by the others of their kind."""
    printed = line.printed
    if printed.otherwise is None:
        return Publication(day=printed.day)
    certain = [
        *_dates_in_addresses(raw),
        *(other.day for other in find_dates(text[:_SAMPLE]) if other.otherwise is None),
    ]
    figures = [other for date_line in lines for other in (date_line.printed, *date_line.also) if other is not printed]
    near = _distance(printed.day, certain or [other.day for other in figures])
    near_otherwise = _distance(printed.otherwise, certain or [other.otherwise or other.day for other in figures])
    if near_otherwise < near:
        printed = replace(printed, day=printed.otherwise, otherwise=printed.day)
    return _sure(printed, _written(line.printed, text))


def _distance(day: date, others: list[date]) -> int:
    return min((abs((day - other).days) for other in others), default=0)


def _written(printed: PrintedDate, text: str) -> str:
    """Give a date in figures as the text prints it."""
    for other in find_dates(text[:_SAMPLE]):
        if other.otherwise is not None and {other.day, other.otherwise} == {printed.day, printed.otherwise}:
            return text[other.start : other.end]
    return printed.day.isoformat()


def _from_dateline(datelines: list[str], text: str, raw: str) -> Publication | None:
    """Complete a dateline's day and month with the year of the nearest full date in the file."""
    month_day = next((found for found in map(find_month_day, datelines) if found), None)
    if month_day is None:
        return None
    month, day = month_day
    known = [*_dates_in_addresses(raw), *(printed.day for printed in find_dates(text[:_SAMPLE]))]
    nearest: tuple[int, date] | None = None
    for other in known:
        for year in (other.year - 1, other.year, other.year + 1):
            candidate = calendar_day(year, month, day)
            if candidate is None:
                continue
            distance = abs((candidate - other).days)
            if distance <= _NEARBY_DAYS and (nearest is None or distance < nearest[0]):
                nearest = (distance, candidate)
    if nearest is None:
        return None
    return Publication(
        day=nearest[1],
        cautions=(f"The dateline gives no year; {nearest[1].year} is taken from other dates in the file.",),
    )


def _from_address(fields: dict[str, str], raw: str) -> Publication | None:
    address = next(
        (fields[name] for name in ("url", "source_url", "canonical_url", "link", "permalink") if fields.get(name)), ""
    )
    day = date_in_address(address)
    if day is None:
        days = set(_dates_in_addresses(raw))
        day = days.pop() if len(days) == 1 else None
    if day is None:
        return None
    return Publication(
        day=day, cautions=(f"The article gives no date; {_long(day)} is taken from a web address in the file.",)
    )


def _dates_in_addresses(raw: str) -> list[date]:
    found: list[date] = []
    for number, match in enumerate(_ADDRESS.finditer(raw)):
        if number == _MOST_ADDRESSES:
            break
        day = date_in_address(match.group())
        if day:
            found.append(day)
    return found


def _from_as_of(text: str, *, day_first: bool) -> Publication | None:
    for match in _AS_OF.finditer(text, 0, _SAMPLE):
        window = text[match.end() : match.end() + 40]
        dates = find_dates(window, day_first=day_first)
        if dates and not window[: dates[0].start].strip():
            words = tidy(text[match.start() : match.end() + dates[0].end])
            return Publication(
                day=dates[0].day,
                cautions=(f"The article gives no date; {_long(dates[0].day)} is taken from its own words “{words}”.",),
            )
    return None


def _long(day: date) -> str:
    return f"{day.day} {day.strftime('%B %Y')}"
