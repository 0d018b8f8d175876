"""Words -> days, for what names a period by itself: dates, months, quarters, seasons, weekdays, "next week".

Each rule is a regular expression and a function; the expressions have no quantifier inside another, so that they
take time in proportion to the text. Words that only may be dates (May, second, sat) are decided by case and neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis import times_dates as dates
from briefgen.analysis import times_relative as relative
from briefgen.analysis.times_words import (
    DASH,
    DAY_NUMBER,
    MONTH,
    MONTH_ANY,
    MONTH_DOTTED,
    ORDINAL,
    SEASON,
    WEEKDAY,
    WEEKDAY_ANY,
    YEAR,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.analysis.times_calendar import Days, Reading

_WHICH = r"(?P<which>(?i:this coming|this past|the coming|the current|this|next|last|coming))"
_OF_YEAR = rf"(?:,?\s(?:of\s)?(?P<year>{YEAR})|\sof\s(?P<their>(?i:this|next|last|the) year))?"


THE_UNIT = re.compile(r"(?i:the)\s(?P<unit>(?i:week|month|quarter|year|decade))")
"""A period only after "the end of" or "later in"."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of period: how it is written and how it is resolved."""

    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Reading], Days | None]
    """None where the words are no expression of time after all."""


_WD = rf"(?:{WEEKDAY_ANY},?\s)?"
_TO = rf"(?:{DASH}|\sto\s|\sand\s|\sor\s|\sthrough\s)"
_DAYTIME = r"(?:\s(?i:morning|afternoon|evening|night))?"
_HALF_OR_QUARTER = r"(?:the\s)?(?P<nth>(?i:first|second|third|fourth|last|final|1st|2nd|3rd|4th))[\s-]"

RULES: tuple[Rule, ...] = tuple(
    Rule(re.compile(pattern), resolve)
    for pattern, resolve in (
        (r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", dates.iso),
        (r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})[./](?P<y>20\d\d|19\d\d)", dates.numeric),
        (
            rf"{_WD}(?P<month>{MONTH_ANY})\s(?P<day>{DAY_NUMBER})(?:{_TO}(?P<day2>{DAY_NUMBER}))?(?:,?\s(?P<year>{YEAR}))?",
            dates.month_day,
        ),
        (
            (
                rf"{_WD}(?:the\s)?(?P<day>{DAY_NUMBER})(?:{_TO}(?P<day2>{DAY_NUMBER}))?"
                rf"\s(?:of\s)?(?P<month>{MONTH_ANY})(?:,?\s(?P<year>{YEAR}))?"
            ),
            dates.month_day,
        ),
        (rf"(?:the\s)?(?P<nth>(?i:{ORDINAL}))\s(?i:week) (?:of|in)\s(?P<month>{MONTH}){_OF_YEAR}", dates.week_of_month),
        (
            rf"(?:the\s)?(?P<nth>(?i:{ORDINAL}))\s(?P<weekday>{WEEKDAY}) (?:of|in)\s(?P<month>{MONTH}){_OF_YEAR}",
            dates.weekday_of_month,
        ),
        (rf"(?:{_WHICH}\s)?(?P<month>{MONTH_DOTTED}){_OF_YEAR}", dates.month),
        (rf"(?P<month>{MONTH_ANY})(?P<which>){_OF_YEAR.removesuffix('?')}", dates.month),
        (rf"(?P<nth>)Q(?P<q>[1-4]){_OF_YEAR}", dates.quarter),
        (rf"(?P<q>){_HALF_OR_QUARTER}(?i:quarter)(?:{_OF_YEAR}|\sof\sthe\syear)", dates.quarter),
        (rf"(?P<nth>)H(?P<h>[12]){_OF_YEAR.removesuffix('?')}", dates.half),
        (rf"(?P<h>){_HALF_OR_QUARTER}(?i:half){_OF_YEAR.removesuffix('?')}", dates.half),
        (rf"{_WHICH}\s(?P<season>(?i:{SEASON})){_OF_YEAR}", dates.season),
        (rf"(?P<which>)(?:the\s)?(?P<season>(?i:{SEASON})){_OF_YEAR.removesuffix('?')}", dates.season),
        (rf"(?P<which>)(?i:the)\s(?P<season>(?i:{SEASON})){_OF_YEAR}", dates.season),
        (
            rf"(?:{_WHICH}|(?i:the)|{YEAR})\s(?i:academic|school|fiscal|financial) year(?:\s{YEAR}(?:[-–/]\d\d)?)?",
            dates.no_days,
        ),
        (rf"(?i:fiscal|financial) (?:year )?{YEAR}", dates.no_days),
        (rf"{_WHICH}\s(?P<unit>(?i:weekend|week|month|quarter|year|decade))", relative.unit),
        (THE_UNIT.pattern, relative.the_unit),
        (r"(?i:the) (?i:weekend)", relative.the_weekend),
        (
            rf"(?:{_WHICH}\s)?(?P<weekday>{WEEKDAY}){_DAYTIME}(?:,?\s(?:of\s)?(?P<of>(?i:this|next|last)) week)?",
            relative.weekday,
        ),
        (rf"(?P<of>(?i:this|next|last)) week(?: on|,)?\s(?P<which>)(?P<weekday>{WEEKDAY}){_DAYTIME}", relative.weekday),
        (
            (
                r"(?P<word>(?i:the day after tomorrow|last night|today|tonight|tomorrow|yesterday|overnight|"
                rf"this (?:morning|afternoon|evening))){_DAYTIME}"
            ),
            relative.day_word,
        ),
        (rf"(?P<year>{YEAR})(?:{DASH}(?P<to>{YEAR}|\d\d(?![\d-])))?", dates.year),
        (r"(?:the\s)?(?P<year>(?:1[5-9]|20)\d0)['’]?s", dates.decade),
        (r"(?P<holiday>(?i:christmas (?:day|eve)|christmas|boxing day|new year['’]s (?:eve|day)))", dates.holiday),
    )
)
PERIOD = "|".join(re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in RULES)
"""One expression for all of them, without names, to be put into others."""


def resolve_period(text: str, reading: Reading) -> Days | None:
    """Give the days of words that match `PERIOD`; None where they are no expression of time."""
    for rule in RULES:
        match = rule.pattern.fullmatch(text)
        if match:
            return rule.resolve(match, reading)
    return None
