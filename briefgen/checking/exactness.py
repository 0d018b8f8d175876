"""Days of a `when` -> whether they are more exact than its words: “October” is a month, “by 30 June” has no beginning."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from briefgen.checking.dates import dates_of
from briefgen.model.days import MONTHS
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefgen.checking.dates import Printed

_PERIOD = re.compile(
    r"(?:in |during |over |sometime in )?(?:the )?(?:(?:this|next|following|current) )?"
    rf"(?:(?P<month>{'|'.join(MONTHS)}|month)|(?P<weekend>weekend)|(?P<week>week)"
    r"|(?P<season>spring|summer|autumn|fall|winter|quarter)|(?P<year>year|20\d\d))"
    r"(?:,? (?:of )?(?:20\d\d|this year|next year))?",
    re.IGNORECASE,
)
"""Words that name a whole period and nothing else; “early October” and “the end of the year” name a part of one."""
_ONLY_END = re.compile(r"(?:by|until|till|before|ahead of|no later than|not later than)\b", re.IGNORECASE)
_ONLY_START = re.compile(r"(?:from|since|after|starting|beginning|as of)\b", re.IGNORECASE)
_DAY = timedelta(days=1)
_SEASON = 60
"""Days that three months have at least, whichever way a season or a quarter is counted."""
_SATURDAY, _SUNDAY = 5, 6


def too_exact(start: date | None, end: date | None, when: str, evidence: str, published: Sequence[date]) -> str:
    """Say why days are more exact than the words that tell them; empty where they are not.

    Args:
        start: The first day.
        end: The last day.
        when: The words.
        evidence: What the source says of it: a day that it prints elsewhere may be given.
        published: When the sources were published. What is left of a period that has begun begins there.
    """
    words = fold(when).strip()
    printed = tuple(one for one in dates_of(evidence) if one.day is not None or one.weekday is not None)
    begun = bool(start and published and start <= max(published) + _DAY)
    if start and _ONLY_END.match(words) and len(dates_of(words)) <= 1:
        # A start on the day that is the end is that day printed once.
        also = start != end and end is not None and _is_printed(start, printed)
        return "" if begun or also else "it tells no first day; leave `start` out and give the day as `end`"
    if end and _ONLY_START.match(words) and len(dates_of(words)) == 1:
        also = start != end and start is not None and _is_printed(end, printed)
        return "" if also else "it tells no last day; leave `end` out and give the day as `start`"
    match = _PERIOD.fullmatch(words)
    if match is None or start is None or _is_printed(start, printed):
        return ""
    return "" if end and _is_whole(match, start, end, begun=begun) else f"it means the whole {_name(match)}"


def _is_printed(day: date, printed: Sequence[Printed]) -> bool:
    return any(one.fits(day) for one in printed)


def _is_whole(match: re.Match[str], first: date, last: date, *, begun: bool) -> bool:
    """Tell whether two days are where such a period begins and ends, or where what is left of it does."""
    if match["week"]:
        # Monday or Sunday to Friday, Saturday or Sunday.
        return (
            (begun or first.weekday() in {0, _SUNDAY}) and last.weekday() >= _SATURDAY - 1 and (begun or last > first)
        )
    if match["weekend"]:
        return (begun or first.weekday() in {_SATURDAY - 1, _SATURDAY}) and last.weekday() in {0, _SUNDAY}
    if match["season"]:
        return begun or (last - first).days >= _SEASON
    closes = (last + _DAY).day == 1
    if match["month"]:
        return (begun or first.day == 1) and closes
    return (begun or (first.day, first.month) == (1, 1)) and closes


def _name(match: re.Match[str]) -> str:
    return next(name for name, found in match.groupdict().items() if found)
