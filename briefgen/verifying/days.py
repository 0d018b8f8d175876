"""A text -> whether it is a day or a time that there is, as feeds, maps and calendars write it."""

from __future__ import annotations

import re
from datetime import date

DAY = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d"
_RFC3339 = re.compile(rf"({DAY})T{CLOCK}:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-]{CLOCK})", re.ASCII)
_W3C = re.compile(
    rf"\d{{4}}(?:-(?:0[1-9]|1[0-2]))?|({DAY})(?:T{CLOCK}(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]{CLOCK}))?", re.ASCII
)


def is_time(text: str) -> bool:
    """Tell whether a text is a time as Atom and JSON Feed have it, by RFC 3339."""
    found = _RFC3339.fullmatch(text)
    return found is not None and is_day(found[1])


def is_w3c_time(text: str) -> bool:
    """Tell whether a text is a year, a month, a day or a time, as the map of a site has it."""
    found = _W3C.fullmatch(text)
    return found is not None and (found[1] is None or is_day(found[1]))


def is_day(text: str) -> bool:
    """Tell whether there is such a day, 2026-01-31 or 20260131: no pattern knows how long a month is."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
