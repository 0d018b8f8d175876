"""Text -> the dates in it, as far as they are printed: day, month, year, weekday, each where it is told.

Nothing is resolved against a day of publication here; `fits` tells whether a resolved day agrees with what is printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_MONTH_NAMES = "january february march april may june july august september october november december".split()
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAY_NAMES)}

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
_MONTH += r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,]\d)"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_RANGE = r"(?:\s?-\s?|\sto\s|\sand\s|\suntil\s|\sthrough\s)"
_DATE = re.compile(
    rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)\b"
    rf"|\b(?P<day>{_DAY})(?:{_RANGE}(?P<day_to>{_DAY}))?(?:\sof)?\s(?P<month_after>{_MONTH})(?:,?\s(?P<year_after>{_YEAR}))?"
    rf"|\b(?P<month_before>{_MONTH})\s(?P<day_after>{_DAY})(?:{_RANGE}(?P<day_after_to>{_DAY})(?!\s{_MONTH}))?"
    rf"(?:,?\s(?P<year_last>{_YEAR}))?"
    rf"|\b(?P<month>{_MONTH})(?:,?\s(?P<year>{_YEAR}))"
    rf"|\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b"
    # A capital tells May from may, a word such as “in” or “until” tells March from Mr March.
    r"|(?P<bare>\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Oo]f|[Ff]rom|[Tt]o|[Ee]arly|[Ll]ate|[Mm]id|[Nn]ext|[Ll]ast|[Tt]his|[Ee]very|"
    rf"[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hrough|[Ff]or|[Aa]nd|[Oo]r|end\sof)[\s-](?P<bare_month>{_MONTH}))"
    rf"|\b(?P<sure_month>January|February|April|June|July|August|September|October|November|December)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A date as far as a text prints it."""

    printed: str
    """The text's own words."""
    start: int
    """First character in the folded text."""
    end: int
    """One past the last character in the folded text."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 for Monday."""

    def fits(self, day: date) -> bool:
        """Tell whether a day agrees with everything that is printed."""
        return (
            self.year in {None, day.year}
            and self.month in {None, day.month}
            and self.day in {None, day.day}
            and self.weekday in {None, day.weekday()}
        )

    def is_said_by(self, others: Iterable[Printed]) -> bool:
        """Tell whether one of the other dates prints all that this one prints, or as much of it and nothing else."""
        return any(self._agrees(other) for other in others)

    def _agrees(self, other: Printed) -> bool:
        pairs = (
            (self.month, other.month),
            (self.day, other.day),
            (self.weekday, other.weekday),
        )
        # A year may be added to a day and a month: it is checked as a figure of its own.
        same_year = self.year is None or other.year is None or self.year == other.year
        return same_year and all(mine is None or mine == theirs for mine, theirs in pairs)


def dates_of(text: str) -> tuple[Printed, ...]:
    """Give the dates that a text prints, in its order; of a span such as `3-9 November` both ends."""
    found: list[Printed] = []
    for match in _DATE.finditer(fold(text)):
        found.extend(_dates(match))
    return tuple(found)


def _dates(match: re.Match[str]) -> Iterable[Printed]:
    start, end, printed = match.start(), match.end(), match.group()
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        yield Printed(printed=printed, start=start, end=end, year=year, month=month, day=day)
        return
    if match["weekday"]:
        yield Printed(printed=printed, start=start, end=end, weekday=_WEEKDAYS[match["weekday"].lower()])
        return
    name = match["month_after"] or match["month_before"] or match["month"] or match["bare_month"] or match["sure_month"]
    year_printed = match["year_after"] or match["year_last"] or match["year"]
    if match["bare"]:
        start, printed = match.start("bare_month"), match["bare_month"]
    days = [match[group] for group in ("day", "day_to", "day_after", "day_after_to") if match[group]] or [""]
    for day_printed in days:
        digits = re.sub(r"\D", "", day_printed)
        yield Printed(
            printed=printed,
            start=start,
            end=end,
            year=int(year_printed) if year_printed else None,
            month=_MONTHS[name.rstrip(".").lower()],
            day=int(digits) if digits else None,
        )


_RELATIVE = re.compile(
    r"\b(?:(?P<day>today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night)"
    r"|(?P<which>this|next|last|coming|past|following|previous|earlier this|later this) (?P<unit>week|weekend|month|year|spring|summer|autumn|fall|winter))\b",
    re.IGNORECASE,
)
_REACH = {"week": 14, "weekend": 14, "month": 62, "year": 730}
_SEASON_REACH = 460  # days: next summer said in spring ends 15 months on
_WEEKDAY_REACH = 7
_DAY_REACH = 1


def can_be_resolved(day: date, evidence: str, published: Iterable[date]) -> bool:
    """Tell whether a day may be what a relative date of the evidence ("Wednesday", "next week") means.

    Args:
        day: The day that a text states.
        evidence: The words it rests on.
        published: The days on which the sources were published.

    Returns:
        True where a relative date stands in the evidence and the day is as near to a day of publication as it implies.
    """
    reaches = [_WEEKDAY_REACH for printed in dates_of(evidence) if printed.weekday == day.weekday()]
    for match in _RELATIVE.finditer(fold(evidence)):
        reaches.append(_DAY_REACH if match["day"] else _REACH.get(match["unit"].lower(), _SEASON_REACH))
    return any(abs((day - from_day).days) <= reach for reach in reaches for from_day in published)
