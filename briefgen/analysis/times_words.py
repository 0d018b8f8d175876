"""The words of the grammar of time: months, weekdays, numbers, and the fragments of expressions made of them."""

from __future__ import annotations

from briefgen.model.days import MONTHS, WEEKDAYS

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SHIFT = {"next": 1, "coming": 1, "the coming": 1, "this coming": 1, "last": -1, "this past": -1}
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBERS = ("zero", *"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve".split("|"), *_TEENS.split("|"))
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}


def month_number(text: str) -> int:
    """Give 1 to 12 for a month's name or its first three letters."""
    return [name[:3].lower() for name in MONTHS].index(text[:3].lower()) + 1


def weekday_number(text: str) -> int:
    """Give 0 for Monday to 6 for Sunday."""
    return [name[:3].lower() for name in WEEKDAYS].index(text[:3].lower())


def shift(which: str | None) -> int:
    """Give how many periods on "next" and its like mean, -1 for "last", 0 for "this" or nothing."""
    return _SHIFT.get((which or "").lower(), 0)


def words(text: str) -> frozenset[str]:
    """Give the words of a list written in one line."""
    return frozenset(text.split())


def season_month(text: str) -> int:
    """Give the first month of a season."""
    return _SEASONS[text.lower()]


def number(text: str) -> int:
    """Give the number that a word or digits mean; "a couple of" is 2."""
    text = text.lower()
    if text.isdecimal():
        return int(text)
    if text in _NUMBERS:
        return _NUMBERS.index(text)
    if text in _TENS:
        return _TENS[text]
    return 2 if text.startswith(("couple", "a couple")) else 1


def ordinal(text: str) -> int:
    """Give 1 to 5 for an ordinal, as a word or in digits; -1 for last and final."""
    text = text.lower()
    if text in ("last", "final"):
        return -1
    return _ORDINALS.index(text) + 1 if text in _ORDINALS else int(text[0])


def _cased(names: tuple[str, ...]) -> str:
    # "march" and "may" are verbs, "MARCH 3" a month.
    return "|".join((*names, *(name.upper() for name in names)))


MONTH = f"(?:{_cased(MONTHS)})"
"""A month's full name."""
_SHORT = _cased((*(name[:3] for name in MONTHS if name != "May"), "Sept"))
MONTH_DOTTED = rf"(?:{_cased(MONTHS)}|(?:{_SHORT})\.)"
"""A month's name, or its short form with a full stop."""
MONTH_ANY = rf"(?:{_cased(MONTHS)}|(?:{_SHORT})\b\.?)"
"""A month's name or its short form; only beside a day or a year."""
WEEKDAY = f"(?:{_cased(WEEKDAYS)})"
"""A weekday's full name."""
WEEKDAY_ANY = rf"(?:{_cased(WEEKDAYS)}|(?:Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?)"
"""A weekday, also shortened; only before a date."""
DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
"""The day of a month."""
YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d|%)"
"""A year from 1500 on."""
SEASON = "(?:spring|summer|autumn|fall|winter)"
ORDINAL = r"(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|last|final)"
COUNT = (
    r"(?:\d{1,3}|an?|(?:a )?couple(?: of)?|"
    rf"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|{_TEENS}|"
    r"twenty|thirty|forty|fifty|sixty|ninety)"
)
"""A number of days, weeks, …."""
UNIT = "(?:hour|day|night|week|month|quarter|year|decade)"
DASH = r"\s?[-–—‑]\s?"
