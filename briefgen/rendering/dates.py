"""Dates -> the words of the site's language and HTML <time> elements."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefgen.rendering.days import printed

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

    from briefgen.rendering.labels import Labels

_DASH = re.compile(r"[\s\u2013\u2014~\uff5e\u81f3-]+$")
"""What stands between two days: dashes, waves, the word of Chinese."""
_SHORT_MONTH = re.compile(r"(?<!M)MMM(?!M)|(?<!L)LLL(?!L)")


class _Interval(NamedTuple):
    first: str
    dash: str
    last: str


def span(start: date | None, end: date | None, labels: Labels) -> str:
    """Give the days in plain words.

    Args:
        start: The first day, if there is one.
        end: The last day, if there is one.
        labels: Of the site's language.

    Returns:
        "Wednesday, 29 October 2025" for one day, "3–9 November 2025" for several, "from 3 November 2025" and "by 1
        December 2025" where one end is open, nothing where there is no date.
    """
    if start and end:
        return labels.weekday(start) if start == end else "".join(_interval(start, end, labels.locale))
    if start:
        return labels.text("dates.from", day=labels.day(start))
    return labels.text("dates.by", day=labels.day(end)) if end else ""


def span_html(start: date | None, end: date | None, labels: Labels) -> Markup:
    """Give the same words as `span` with each date in a <time> element that programs can read."""
    if start and end:
        if start == end:
            return time_html(start, labels.weekday(start))
        parts = _interval(start, end, labels.locale)
        return time_html(start, parts.first) + parts.dash + time_html(end, parts.last)
    if start:
        return labels.say("dates.from", day=time_html(start, labels.day(start)))
    return labels.say("dates.by", day=time_html(end, labels.day(end))) if end else Markup()


def time_html(on: date, words: str) -> Markup:
    """Give a <time> element."""
    return Markup('<time datetime="{}">{}</time>').format(on, words)


@lru_cache(maxsize=4096)
def _interval(start: date, end: date, locale: Locale) -> _Interval:
    """Give two days as the language puts them, with the month once where both are of one: "3", "–", "9 November 2025"."""
    differs = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    formats = locale.interval_formats
    # CLDR has most languages' patterns with short months only; the rest of a pattern is the same with long ones.
    patterns = formats.get("yMMMMd", {}).get(differs) or formats.get("yMMMd", {}).get(differs)
    if not patterns or len(patterns) != 2:  # noqa: PLR2004  # a pattern for each day
        return _Interval(printed(start, "long", locale), " – ", printed(end, "long", locale))
    first, last = (
        printed(on, _SHORT_MONTH.sub(lambda found: found[0] + found[0][0], pattern), locale)
        for on, pattern in zip((start, end), patterns, strict=True)
    )
    found = _DASH.search(first)
    dash = re.sub(r"\s", " ", found[0]) if found else ""
    return _Interval(first[: found.start()] if found else first, dash, last)
