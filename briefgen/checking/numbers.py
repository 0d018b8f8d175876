"""Text -> the figures in it, with their units, so that `7,000`, `7000` and `seven thousand` are one figure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.checking.dates import dates_of
from briefgen.checking.keeping import kept
from briefgen.checking.rounding import LONGEST_ROUNDING, ROUNDING, is_rounded, is_share
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_SMALL = {
    name: Decimal(value)
    for value, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
}
_TENS = {
    name: Decimal(10 * value)
    for value, name in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), start=3)
} | {"twenty": Decimal(20)}
_MAGNITUDES = {
    "hundred": Decimal(100),
    "dozen": Decimal(12),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "mn": Decimal(10**6),
    "bn": Decimal(10**9),
    "tn": Decimal(10**12),
}
_LETTERS = {"k": Decimal(1000), "m": Decimal(10**6), "b": Decimal(10**9)}
_CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "₽": "rouble", "₴": "hryvnia"}
_UNITS = {
    spelling: unit
    for unit, spellings in {
        "per cent": "% percent pct",
        "percentage point": "pp",
        "basis point": "bps",
        "dollar": "dollar dollars usd",
        "euro": "euro euros eur",
        "pound": "pound pounds gbp lb lbs",
        "yen": "yen",
        "yuan": "yuan renminbi rmb",
        "rouble": "rouble roubles ruble rubles",
        "rupee": "rupee rupees",
        "hryvnia": "hryvnia hryvnias",
        "franc": "franc francs",
        "kilometre": "km kilometre kilometres kilometer kilometers",
        "mile": "mile miles",
        "metre": "metre metres meter meters",
        "foot": "foot feet ft",
        "inch": "inch inches",
        "kilogram": "kg kilo kilos kilogram kilograms",
        "tonne": "tonne tonnes",
        "ton": "ton tons",
        "barrel": "barrel barrels",
        "litre": "litre litres liter liters",
        "gallon": "gallon gallons",
        "megawatt": "mw megawatt megawatts",
        "gigawatt": "gw gigawatt gigawatts",
        "kilowatt": "kw kilowatt kilowatts",
        "hectare": "hectare hectares ha",
        "acre": "acre acres",
        "degree": "degree degrees",
        "second": "second seconds",
        "minute": "minute minutes",
        "hour": "hour hours",
        "day": "day days",
        "week": "week weeks",
        "month": "month months",
        "year": "year years",
        "decade": "decade decades",
        "century": "century centuries",
    }.items()
    for spelling in spellings.split()
}
_RATES = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
}
_VAGUE = frozenset({"dozens", "hundreds", "thousands", "millions", "billions", "trillions"})
_FRACTIONS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}

_SPELLED = "|".join(sorted({*_SMALL, *_TENS}, key=len, reverse=True))
_FIGURE = re.compile(
    r"(?<![\w.])(?P<currency>(?:US|A|C|HK|NZ)?[$€£¥₹₽₴]\s?)?"
    r"(?P<digits>\d{1,3}(?:[, ]\d{3})+(?!\d)(?:\.\d+)?|\d{1,2}:\d\d|\d+(?:\.\d+)?)"
    r"(?!\d|(?:st|nd|rd|th)\b)"  # ordinals are told apart
    r"(?P<letter>[kmb](?![\w]))?(?P<glued>[a-z%]{0,12})"
    rf"|\b(?P<spelled>(?:{_SPELLED})(?:-(?:{_SPELLED}))?)\b|\b(?P<single>an?)(?= (?:hundred|dozen|thousand|[mbtr]+illion)\b)"
    rf"|\b(?P<vague>{'|'.join(sorted(_VAGUE))})\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?P<count>an?|one|two|three|four)[- ](?P<part>half|halves|thirds?|quarters?|fifths?)\b(?! (?:of \d{4}|quarter))",
    re.IGNORECASE,
)
_ORDINALS = {
    name: number
    for number, name in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=2
    )
}
# “A second” of time is counted, or stands alone; a name such as “Second World War” counts nothing.
_ORDINAL = re.compile(
    rf"(?<![\w-])(?:(?P<spelled>{'|'.join(_ORDINALS)})|(?P<digits>[1-9]\d{{0,3}})(?:st|nd|rd|th))(?= [a-z]|-[a-z])"
)
_ONE_IN = re.compile(rf"\bone (?:in|out of) (?:every )?(?P<many>{'|'.join(_SMALL)}|\d{{1,4}})\b", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[ -]*(%|[a-z]+)", re.IGNORECASE)
_RATE = re.compile(
    rf"\b(?P<adverb>{'|'.join(_RATES)})\b"
    r"|\b(?:per|each|every|an?) (?P<each>hour|day|week|month|year)\b(?! (?:ago|later|earlier|after|before|long))",
    re.IGNORECASE,
)
_MAGNITUDE_WORDS = 2  # at most: `two hundred thousand`


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of a text."""

    printed: str
    """As the text prints it, unit and all."""
    nearly: str = ""
    """The word before it that says how it was rounded, in lower case: `about`, `more than`; empty without one."""
    value: str
    """What is compared: a decimal number without an exponent, a time of day, or a word such as `thousands`."""
    unit: str | None = None
    """The unit's one name; None where none is known to follow."""
    start: int
    """First character in the folded text."""

    def is_said_by(self, others: Iterable[Figure]) -> bool:
        """Tell whether one of the others has this value, or one that this is rounded from and says so, and no other unit."""
        return any(
            (self.unit is None or other.unit is None or self.unit == other.unit)
            and (other.value == self.value or is_rounded(self.value, self.nearly, other.value))
            for other in others
        ) or any(is_share(self.value, self.nearly, other.value) for other in others if other.unit == "per cent")


def figures_of(text: str, *, without: Iterable[tuple[int, int]] = ()) -> tuple[Figure, ...]:
    """Give the figures of a text in its order.

    Args:
        text: Any text.
        without: Stretches of the folded text to pass over, such as dates.

    Returns:
        Figures in digits or spelled out. A lone “one” is a pronoun more often than a figure and is passed over.
    """
    folded = _blanked(fold(text), without)
    fractions = sorted((*_FRACTION.finditer(folded), *_ONE_IN.finditer(folded)), key=lambda match: match.start())
    found = [_one_in(match) if match.re is _ONE_IN else _fraction(match) for match in fractions]
    folded = _blanked(folded, (match.span() for match in fractions))
    end = 0
    for match in _FIGURE.finditer(folded):
        if match.start() < end:
            continue
        figure, end = _figure(folded, match)
        if figure is not None:
            found.append(figure)
    found += [_ordinal(match) for match in _ORDINAL.finditer(folded)]
    if found:  # a rate tells something only beside a figure: “daily” alone is a word like others
        found.extend(
            Figure(
                printed=match.group(),
                value="each",
                unit=_RATES[match["adverb"].lower()] if match["adverb"] else match["each"].lower(),
                start=match.start(),
            )
            for match in _RATE.finditer(folded)
        )
    return tuple(sorted((_with_rounding(figure, folded) for figure in found), key=lambda figure: figure.start))


def _with_rounding(figure: Figure, text: str) -> Figure:
    match = ROUNDING.search(text[max(0, figure.start - LONGEST_ROUNDING) : figure.start])
    return replace(figure, nearly=match[1].lower()) if match else figure


@kept
def story_figures(text: str) -> tuple[Figure, ...]:
    """Give the figures of a text that belong to no date."""
    return figures_of(text, without=dict.fromkeys((one.start, one.end) for one in dates_of(text)))


def _blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Give the text with bars instead of the stretches, which follow one another; offsets stay."""
    pieces: list[str] = []
    done = 0
    for start, end in stretches:
        pieces += [text[done:start], "|" * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])


def _fraction(match: re.Match[str]) -> Figure:
    count = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}[match["count"].lower()]
    part = _FRACTIONS[match["part"].lower()]
    return Figure(printed=match.group(), value=f"{count}/{part}", start=match.start())


def _one_in(match: re.Match[str]) -> Figure:
    many = match["many"].lower()
    return Figure(printed=match.group(), value=f"1/{_SMALL.get(many, many)}", start=match.start())


def _ordinal(match: re.Match[str]) -> Figure:
    number = _ORDINALS[match["spelled"]] if match["spelled"] else int(match["digits"])
    return Figure(printed=match.group(), value=f"{number}th", start=match.start())


def _figure(text: str, match: re.Match[str]) -> tuple[Figure | None, int]:
    """Give the figure that begins at a match, None for a lone “one”, and where the text after it begins."""
    if match["vague"]:
        return Figure(printed=match.group(), value=match.group().lower(), start=match.start()), match.end()
    end = match.end()
    glued = (match["glued"] or "").lower()
    if match["digits"] and ":" in match["digits"]:
        return Figure(printed=match["digits"], value=match["digits"], start=match.start()), match.end("digits")
    value, multiplied = _value(match), False
    if glued in _MAGNITUDES:
        value, multiplied, glued = value * _MAGNITUDES[glued], True, ""
    unit = _CURRENCIES[match["currency"].strip()[-1]] if match["currency"] else None
    if match["letter"]:
        if match["currency"] or match["letter"].lower() != "m":
            value *= _LETTERS[match["letter"].lower()]
        else:
            unit = "metre"
    for _ in range(_MAGNITUDE_WORDS):
        following = _NEXT_WORD.match(text, end)
        if following is None or glued or following[1].lower() not in _MAGNITUDES:
            break
        value, multiplied, end = value * _MAGNITUDES[following[1].lower()], True, following.end()
    if unit is None:
        unit, end = _unit(text, glued, end)
    if match["spelled"] and match["spelled"].lower() == "one" and not multiplied and unit is None:
        return None, match.end()
    printed = text[match.start() : end].strip()
    return Figure(printed=printed, value=f"{value.normalize():f}", unit=unit, start=match.start()), end


def _value(match: re.Match[str]) -> Decimal:
    if match["digits"]:
        return Decimal(re.sub("[, ]", "", match["digits"]))
    if match["single"]:
        return Decimal(1)
    parts = match["spelled"].lower().split("-")
    return sum((_TENS.get(part, _SMALL.get(part, Decimal(0))) for part in parts), Decimal(0))


def _unit(text: str, glued: str, end: int) -> tuple[str | None, int]:
    """Give the unit that follows a figure, and where the text after it begins."""
    if glued:
        return _UNITS.get(glued), end
    following = _NEXT_WORD.match(text, end)
    if following is None:
        return None, end
    word = following[1].lower()
    second = _NEXT_WORD.match(text, following.end())
    pair = f"{word} {second[1].lower()}" if second else word
    if second and pair in {"per cent", "percentage point", "percentage points", "basis point", "basis points"}:
        return pair.removesuffix("s"), second.end()
    if second and pair in {"metric tons", "metric ton"}:
        return "tonne", second.end()
    if second and word in {"us", "american", "canadian", "australian"} and second[1].lower() in {"dollar", "dollars"}:
        return "dollar", second.end()
    return (_UNITS[word], following.end()) if word in _UNITS else (None, end)
