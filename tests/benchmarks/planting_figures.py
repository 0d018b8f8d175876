"""Errors in figures and dates: a digit, a number word, a scale, a unit, two figures exchanged, a date shifted."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.benchmarks.planting import Planted, changed, number_from, retold, some, substituted, tellings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.planting import Drafted, Telling

_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SPELLED = "two three four five six seven eight nine ten eleven twelve".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ROUND = "dozens hundreds thousands millions billions".split()
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_TIMES = ["once", "twice"]
_WORD_SETS = (_SPELLED, _TENS, _ROUND, _ORDINALS, _TIMES)
_SCALES = ("thousand", "million", "billion", "trillion")
_LETTER_SCALES = ("k", "m", "bn", "tn")
_UNITS = {
    "percent": "percentage points",
    "per cent": "percentage points",
    "%": " percentage points",
    "percentage points": "percent",
    "km": "miles",
    "kilometers": "miles",
    "kilometres": "miles",
    "kilometer": "mile",
    "kilometre": "mile",
    "miles": "kilometres",
    "mile": "kilometre",
    "metres": "feet",
    "meters": "feet",
    "metre": "foot",
    "meter": "foot",
    "feet": "metres",
    "ft": "m",
    "tonnes": "pounds",
    "tons": "kilograms",
    "kilograms": "tons",
    "kg": "tonnes",
    "barrels": "litres",
    "hectares": "acres",
    "acres": "hectares",
    "dollars": "euros",
    "euros": "dollars",
    "pounds": "dollars",
    "minutes": "hours",
    "minute": "hour",
    "hours": "days",
    "hour": "day",
    "days": "weeks",
    "day": "month",
    "weeks": "months",
    "week": "month",
    "months": "years",
    "month": "year",
    "years": "months",
    "year": "month",
    "megawatts": "gigawatts",
    "gigawatts": "megawatts",
}
_SIGNS = {"$": "€", "€": "$", "£": "$", "US$": "€"}
_FIGURE = re.compile(r"(?<![\w.,–-])\d+(?:[.,]\d+)*(?![\w-]|[.,]\d)|(?<=[$€£])\d+(?:[.,]\d+)*")
_MONTH_BESIDE = re.compile(rf"(?:{'|'.join(month[:3] for month in _MONTHS)})")
_COUNTED = r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+ (?:million|billion))"


def _is_date(match: re.Match[str], text: str) -> bool:
    beside = text[max(0, match.start() - 11) : match.start()] + text[match.end() : match.end() + 11]
    year = re.fullmatch(r"(?:1[89]|20)\d\d", match.group()) is not None
    return year or (len(match.group()) <= 2 and _MONTH_BESIDE.search(beside) is not None)


def _figures(text: str) -> set[str]:
    return {figure.replace(",", "") for figure in re.findall(r"\d+(?:[.,]\d+)*", text)}


def _other_digits(printed: str, kind: str) -> str:
    """Change one digit; a figure stays one of as many digits."""
    places = [place for place, sign in enumerate(printed) if sign.isdigit()]
    place = places[number_from(printed, kind) % len(places)]
    digit = (int(printed[place]) + 1 + number_from(kind, printed) % 8) % 10
    if digit == 0 and place == 0:
        digit = 5 if printed[0] != "5" else 6
    return f"{printed[:place]}{digit}{printed[place + 1 :]}"


def digits(drafted: Drafted) -> Iterator[Planted]:
    """Change a digit of a figure, where the evidence does not have the other figure too."""

    def other(match: re.Match[str], told: Telling) -> str | None:
        now = _other_digits(match.group(), told.text)
        fine = now.replace(",", "") not in _figures(told.evidence) and not _is_date(match, told.text)
        return now if fine else None

    return substituted(drafted, "digit", _FIGURE, other)


def number_words(drafted: Drafted) -> Iterator[Planted]:
    """Change a number in words into another that the evidence does not have."""
    pattern = re.compile(rf"\b(?:{'|'.join(word for words in _WORD_SETS for word in words)})\b", re.IGNORECASE)

    def other(match: re.Match[str], told: Telling) -> str | None:
        word = match.group().lower()
        own = next(words for words in _WORD_SETS if word in words)
        evidence = told.evidence.lower()
        # “within seconds”, “a second” of time, “a third of”
        if word in _ORDINALS and re.match(r"\s*(?:of|-)|s", told.text[match.end() :]):
            return None
        left = [one for one in own if one != word and one not in evidence]
        digit = f"{_SPELLED.index(word) + 2}" if word in _SPELLED else ""
        return (
            left[number_from(told.text, word) % len(left)] if left and digit not in _figures(evidence) - {""} else None
        )

    return substituted(drafted, "number word", pattern, other)


def scales(drafted: Drafted) -> Iterator[Planted]:
    """Make millions of billions."""
    pattern = re.compile(
        rf"(?<=[\d.] )(?:{'|'.join(_SCALES)})\b|(?<=\d)(?:bn|tn|m|k)\b|\b(?:{'|'.join(_SCALES)})\b(?=s)"
    )

    def other(match: re.Match[str], told: Telling) -> str | None:
        own = _SCALES if match.group() in _SCALES else _LETTER_SCALES
        left = [scale for scale in own if scale != match.group() and not re.search(rf"\d ?{scale}", told.evidence)]
        return left[number_from(told.text, match.group()) % len(left)] if left else None

    return substituted(drafted, "scale", pattern, other)


def units(drafted: Drafted) -> Iterator[Planted]:
    """Exchange the unit of a figure, or its currency."""
    names = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
    pattern = re.compile(
        rf"(?P<figure>{_COUNTED}(?: (?:thousand|million|billion|trillion))?)(?P<gap>[ -]?)(?P<unit>{names})(?![\w])"
        r"|(?P<sign>US\$|[$€£])(?=\d)"
    )

    def other(match: re.Match[str], told: Telling) -> str | None:
        if match["sign"]:
            sign = _SIGNS[match["sign"]]
            return None if sign in told.evidence else sign
        now = f"{match['figure']}{match['gap']}{_UNITS[match['unit']]}".replace("  ", " ")
        return None if now in told.evidence else now

    return substituted(drafted, "unit", pattern, other)


def exchanged_figures(drafted: Drafted) -> Iterator[Planted]:
    """Let two figures of a text change places, where more stands between them than a dash."""
    for told in tellings(drafted):
        found = [match for match in _FIGURE.finditer(told.text) if not _is_date(match, told.text)]
        made = []
        for one, two in pairwise(found):
            between = told.text[one.end() : two.start()]
            if one.group() != two.group() and len(re.findall(r"[a-z]{3,}", between)) > 1:
                now = told.text[: one.start()] + two.group() + between + one.group() + told.text[two.end() :]
                made.append(now)
        for text in some(made, 1, told.text):
            yield retold(drafted, "figures exchanged", told, text)


def dates(drafted: Drafted) -> Iterator[Planted]:
    """Shift a weekday, a day, a month or a year that a text prints."""
    pattern = re.compile(
        rf"\b(?:{'|'.join(_WEEKDAYS)})\b|\b(?:{'|'.join(month for month in _MONTHS if month != 'May')})\b"
        rf"|\b(?P<year>(?:19|20)\d\d)\b|\b(?P<day>\d{{1,2}})(?= (?:{'|'.join(_MONTHS)}))"
    )

    def other(match: re.Match[str], told: Telling) -> str | None:
        printed = match.group()
        if match["year"]:
            now = str(int(printed) + (1, -1, 2, -2, 3)[number_from(told.text) % 5])
        elif match["day"]:
            now = str((int(printed) + number_from(told.text) % 20) % 28 + 1)
        else:
            own = _WEEKDAYS if printed in _WEEKDAYS else _MONTHS
            now = own[(own.index(printed) + 1 + number_from(told.text, printed) % (len(own) - 1)) % len(own)]
            now = now if now[:3] not in told.evidence else ""
        return None if not now or now in told.evidence or now == printed else now

    return substituted(drafted, "date in a text", pattern, other)


def watch_days(drafted: Drafted) -> Iterator[Planted]:
    """Shift the days of what to watch so far that none of them is right."""
    for index, item in enumerate(drafted.briefing.watch):
        start, end = item.start, item.end or item.start
        if end is None:
            continue
        length = (end - start).days + 1 if start else 1
        for days in (length, length + 7, 2 * length + 30, 365):
            by = timedelta(days=days * (-1 if number_from(item.text, str(days)) % 4 == 0 else 1))
            now = {"start": _moved(item.start, by), "end": _moved(item.end, by)}
            if item.when and any(str(day.year) in item.when for day in now.values() if day):
                continue
            yield Planted(
                kind="days to watch",
                section="watch",
                index=index,
                was=f"{item.text} | {item.when} {item.start} {item.end}",
                now=f"{now['start']} {now['end']}",
                briefing=changed(drafted, "watch", index, **now),
            )


def _moved(day: date | None, by: timedelta) -> date | None:
    return day + by if day else None
