"""Dates -> plain words and HTML <time> elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from briefgen.model.days import WEEKDAYS, dash, ends_in_words

if TYPE_CHECKING:
    from datetime import date


def span(start: date | None, end: date | None) -> str:
    """Give the days in plain words, a single day with its weekday: "Wednesday, 29 October 2025"."""
    first, last = _parts(start, end)
    return first if not last else f"{first}{dash(start, end)}{last}"


def span_html(start: date | None, end: date | None) -> Markup:
    """Give the same words as `span` with each date in a <time> element that programs can read."""
    first, last = _parts(start, end)
    if not first:
        return Markup()
    html = Markup('<time datetime="{}">{}</time>')
    opening = html.format(start or end, first)
    return opening if not last else opening + dash(start, end) + html.format(end, last)


def _parts(start: date | None, end: date | None) -> tuple[str, str]:
    first, last = ends_in_words(start, end)
    return (f"{WEEKDAYS[start.weekday()]}, {first}", last) if start is not None and start == end else (first, last)
