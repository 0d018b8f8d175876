"""A day and a pattern -> the day as a language prints it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel.dates import format_date

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

_FIRST = re.compile(r"(?<!\d)1(?!\d)")


def printed(on: date, pattern: str, locale: Locale) -> str:
    """Give a day by a pattern of CLDR or the name of one, "long".

    French counts the first of a month as no other day, "1er septembre", for which CLDR has no pattern.
    """
    words = str(format_date(on, pattern, locale))
    return _FIRST.sub("1er", words, count=1) if on.day == 1 and locale.language == "fr" else words
