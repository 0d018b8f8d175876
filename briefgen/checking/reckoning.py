"""Days beside words that count from the day of publication -> whether they can be meant: “in three weeks”, “[3 July 2026]”."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from briefgen.checking.dates import dates_of, spans_of
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefgen.checking.dates import Printed

_COUNTS = "a an one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_COUNTS)})"
_COUNTED = re.compile(
    rf"\b(?P<how>for|in|within|over|during|the (?:next|coming|following)|next|coming)\b(?: the (?:next|coming|following))?"
    rf" (?:about |around |up to |at least |nearly )?(?:{_NUMBER}(?: to | or |-))?(?P<count>{_NUMBER})"
    r" (?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}
_SLACK = 7
"""Days that such a stretch may begin or end off: “for 30 days” may run from tomorrow, or from Monday."""
_AHEAD = 366
"""Days after publication that a date without a year may lie; 62 days before it a story still speaks of “November”."""
_BEHIND = 62
_BRACKETED = re.compile(r"\[[^\][]*\]")
_LEAD = 40
"""Characters before a bracket in which the words stand that it resolves."""
_PART_OF_DAY = re.compile(r" (?:morning|afternoon|evening|night|noon|midnight)$", re.IGNORECASE)
_WEEKDAY_EDGE = 1
"""Days that the ends of a week may be off: it begins on Sunday or on Monday."""


def miscounted(first: date, last: date, printed: str, published: Sequence[date]) -> str:
    """Say why two days are not what is counted from the day of publication; empty where they can be, or nothing is counted.

    Args:
        first: The first day.
        last: The last day.
        printed: `when`.
        published: When the sources were published.
    """
    match = _COUNTED.search(fold(printed))
    if match is None or not published or dates_of(printed):
        return ""
    count = match["count"].lower()
    number = int(count) if count.isdigit() else max(1, _COUNTS.index(count) - 1)
    reach = number * _DAYS[match["unit"].lower()]
    latest = max(published) + timedelta(days=reach + max(_SLACK, reach // 10))
    earliest = min(published) - timedelta(days=_SLACK)
    # “For 30 days” and “the next 90 days” begin about now; “in three weeks” and “within a year” only end in time.
    late = match["how"].lower() not in {"in", "within"} and first > max(published) + timedelta(days=2 * _SLACK)
    return f"counted from {max(published)}, it is another time" if late or first < earliest or last > latest else ""


def far_off(day: date, told: Sequence[Printed], published: Sequence[date]) -> bool:
    """Tell whether a day of a date without a year is too far from the day of publication to be meant."""
    if not published or any(one.year is not None for one in told):
        return False
    return day > max(published) + timedelta(days=_AHEAD) or day < min(published) - timedelta(days=_BEHIND)


def wrong_brackets(text: str, published: Sequence[date]) -> Iterator[tuple[str, str]]:
    """Give the dates in [brackets] that are not what the words before them mean, with these words.

    Args:
        text: What is said: “on Friday [3 July 2026]”.
        published: When the sources were published.
    """
    folded = fold(text)
    brackets = [match for match in _BRACKETED.finditer(folded) if match.end() - match.start() <= _LEAD]
    printed = dates_of(text) if brackets and published else ()
    for match in brackets:
        dates = [one for one in printed if match.start() <= one.start < match.end()]
        lead = _PART_OF_DAY.sub("", folded[max(0, match.start() - _LEAD) : match.start()].rstrip().removesuffix("'s"))
        spans = [one for one in spans_of(lead, published) if lead.casefold().endswith(one.printed.casefold())]
        if not dates or not spans:
            continue
        if not any(_means(dates, span.first, span.last, published) for span in spans):
            yield match.group(), spans[0].printed


def _means(dates: Sequence[Printed], first: date, last: date, published: Sequence[date]) -> bool:
    """Tell whether a date lies within a span, or two dates are its ends; up to or from the day of publication will do."""
    if len(dates) == 1:
        return any(dates[0].fits(first + timedelta(days=n)) for n in range((last - first).days + 1))
    opens, closes = ((first, *published), (last, *published))
    return _is_one(dates[0], opens) and _is_one(dates[-1], closes)


def _is_one(printed: Printed, days: Sequence[date]) -> bool:
    near = (day + timedelta(days=n) for day in days for n in range(-_WEEKDAY_EDGE, _WEEKDAY_EDGE + 1))
    return any(printed.fits(day) for day in near)
