"""Text -> phrases of time with their days: "until December", "the end of May", "the next two years", "in two weeks"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefgen.analysis import times_calendar as calendar
from briefgen.analysis.times_calendar import UNKNOWN, Days, Reading
from briefgen.analysis.times_periods import PERIOD, RULES, THE_UNIT, resolve_period
from briefgen.analysis.times_words import COUNT, DASH, UNIT, YEAR, number

if TYPE_CHECKING:
    from collections.abc import Callable

_BOUND = (
    r"(?P<bound>(?i:no later than|not later than|up until|up to|ahead of|prior to|as of|as from|starting from|"
    r"starting on|starting in|beginning on|beginning in|effective from|effective on|until|till|by|before|throughout|"
    r"through|from|starting|beginning|effective|since|after))"
)
_PART = (
    r"(?P<part>(?i:the very end of|(?:the )?(?:beginning|start|turn|middle|end|close) of|early (?:in|on|or mid)|early|"
    r"(?:the )?mid[- ]to late|mid|late in|late|"
    # No "will end next month", "will end May 5".
    r"end(?=[\s-](?:(?:Q\d|\d{4})\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?!\s\d{1,2}\b)))))"
)
_WHICH_PART = {"beginning": "beginning", "start": "beginning", "turn": "beginning", "middle": "mid", "end": "end"}
_WHICH_PART |= {"close": "end", "early": "early", "mid": "mid", "late": "late"}
_SHORT_SPAN = re.compile(r"\b(?:an?|one|24|48|72) (?:day|hour)s?$", re.IGNORECASE)
_RANGE = re.compile(r"\w(?:[-–—‑]| [-–—] | (?:to|and|or|through|until) )\w")
_FROM = frozenset({"from", "since", "after", "starting", "beginning", "effective", "as"})
_UNTIL = frozenset({"until", "till", "up", "before", "ahead", "prior"})
_BY = frozenset({"by", "through", "no", "not"})

PERIODS = re.compile(
    # Tried at the beginnings of words only, and of those only at letters that begin one: a third of the cost.
    rf"\b(?=[\dabcdefjlmnopqstuwyABCDEFHJLMNOPQSTUWY])(?:{_BOUND}\s)?(?:{_PART}[\s-])?(?P<core>{PERIOD})(?!\w)"
    rf"(?:(?:{DASH}|/|\s(?:to|and|or|through|until)\s)(?P<second>{PERIOD})(?!\w))?"
)
_BETWEEN = rf"(?i:between)\s(?P<core>{PERIOD})\sand\s(?P<second>{PERIOD})"
_SOME = r"(?:few|several|two or three|two to three|couple of|many)"
_SPAN = rf"(?P<count>{COUNT})(?:(?:{DASH}|\s(?:to|or)\s)(?P<most>{COUNT}))?\s(?P<unit>{UNIT})s?\b"
_BEFORE_NEXT = r"(?:(?:with)?in |over |during |for |through )?"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A kind of phrase: how it is written and how it is resolved."""

    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Reading], Days | None]
    needs: tuple[str, ...]
    """Stretches without case of which every such phrase holds one: looking for them costs a fiftieth of the pattern."""


def read_periods(match: re.Match[str], reading: Reading, *, bounded: bool) -> tuple[Days | None, int]:
    """Resolve a match of `PERIODS`, its "until" or "from" counting only where `bounded`.

    Returns:
        The days, None where the words are no expression of time, and one past the last character that belongs to them.
    """
    core, second = match["core"], match["second"]
    if not match["part"] and THE_UNIT.fullmatch(core):
        return None, match.end()
    end = match.end()
    days = _joined(core, second, reading) if second else None
    if days is None:
        days, end = resolve_period(core, reading), match.end("core")
    if days is None:
        return None, end
    bound, which = (match["bound"] or "").lower().split(" ")[0], _part_word(match["part"])
    if which:
        days = calendar.part(days, which)
    if bound in _FROM and _RANGE.search(match.string[match.start("core") : end]):
        return days, end  # "from Tuesday to Friday": both ends are told
    return _bounded(days, bound if bounded else "", at_its_end=which == "end"), end


def _part_word(part: str | None) -> str:
    words = re.findall(r"[a-z]+", (part or "").lower())
    if "to" in words:
        return "late"
    return next((_WHICH_PART[word] for word in words if word in _WHICH_PART), "")


def _bounded(days: Days, bound: str, *, at_its_end: bool) -> Days:
    if bound in _UNTIL:
        # "until December" ends where December begins; "until the end of December" with its last day.
        return Days(None, days.last if at_its_end else days.first)
    if bound in _BY:
        return Days(None, days.last)
    if bound in _FROM:
        return Days(days.last if bound == "after" else days.first, None)
    return days


def _joined(first: str, second: str, reading: Reading) -> Days | None:
    """Give the days from a first to a second period of one kind: "Tuesday and Wednesday", "June to October 2026"."""
    kind = [next((rule.resolve for rule in RULES if rule.pattern.fullmatch(text)), None) for text in (first, second)]
    if kind[0] is not kind[1]:
        return None
    if re.search(YEAR, second) and not re.search(YEAR, first):
        last = resolve_period(second, reading)
        if last is None or last.last is None:
            return None
        begin = resolve_period(first, Reading(published=last.last, tense="past"))
        return Days(begin.first, last.last) if begin else None
    begin = resolve_period(first, reading)
    if begin is None or begin.first is None:
        return begin
    last = resolve_period(second, Reading(published=begin.first, tense="future"))
    return Days(begin.first, last.last) if last and last.last and last.last >= begin.first else None


def _between(match: re.Match[str], reading: Reading) -> Days | None:
    return _joined(match["core"], match["second"], reading)


def _later(match: re.Match[str], reading: Reading) -> Days | None:
    days, published = resolve_period(match["core"], reading), reading.published
    if not days or not published or not days.first or not days.last:
        return days
    if not days.first <= published <= days.last:
        # "later on Tuesday", "later next week": the whole of it.
        return days
    if match["when"].lower() == "earlier":
        return Days(days.first, published)
    return Days(published, days.last)  # an evening edition's "later this week" may still mean today's session


def _next_span(match: re.Match[str], reading: Reading) -> Days | None:
    # "Over the next two years he wrote …" tells a story: its start is not the day of publication.
    if reading.tense == "past":
        return None
    if reading.published is None:
        return UNKNOWN
    return Days(reading.published, calendar.shifted(reading.published, match["unit"].lower(), _most(match)))


def _lasting(match: re.Match[str], reading: Reading) -> Days | None:
    """Read "will be closed for 30 days": from the day of publication, where nothing says from when else."""
    return _next_span(match, reading) if reading.tense == "future" else None


def _next_any(match: re.Match[str], reading: Reading) -> Days | None:
    unit = match["single"] or match["ahead"]
    if not unit:
        return _next_span(match, reading)
    if reading.tense == "past" and not match["ahead"]:
        return None
    published = reading.published
    return Days(published, calendar.shifted(published, unit.lower(), 1)) if published else UNKNOWN


def _most(match: re.Match[str]) -> int:
    named = match.groupdict()
    return number(named.get("most") or named.get("count") or "one")


def _point(match: re.Match[str], reading: Reading) -> Days | None:
    """Give the day, week, month or year that lies so far away: as narrow as the unit, no narrower."""
    words = match.groupdict()
    back = words.get("ago") is not None
    if not back and not words.get("hence") and (reading.tense != "future" or _SHORT_SPAN.search(match.group())):
        return None  # "to mend the nets in a day" tells how long it takes
    if reading.published is None:
        return UNKNOWN
    unit, sign = match["unit"].lower(), -1 if back else 1
    least, most = number(match["count"]), _most(match)
    if unit == "hour" and back:
        return UNKNOWN
    near, far = (_unit_around(calendar.shifted(reading.published, unit, sign * n), unit) for n in (least, most))
    return Days(far.first, near.last) if back else Days(near.first, far.last)


def _unit_around(day: date, unit: str) -> Days:
    if unit in ("hour", "day", "night"):
        return Days(day, day)
    if unit == "week":
        return calendar.week(day)
    if unit in ("month", "quarter"):
        return calendar.months(day.year, day.month)
    return calendar.years(day.year) if unit == "year" else UNKNOWN


def _past_span(match: re.Match[str], reading: Reading) -> Days | None:
    if reading.published is None:
        return UNKNOWN
    return Days(calendar.shifted(reading.published, match["unit"].lower(), -_most(match)), reading.published)


def _weekdays_on(match: re.Match[str], reading: Reading) -> Days | None:
    """Resolve "a week from Tuesday" and "Tuesday week"."""
    days = resolve_period(match["core"], replace(reading, tense="future"))
    if not days or not days.first:
        return days
    moved = days.first + timedelta(weeks=1)
    return Days(moved, moved)


def _year_end(match: re.Match[str], reading: Reading) -> Days | None:
    if reading.published is None:
        return UNKNOWN
    unit = match["unit"].lower()
    whole = resolve_period(f"the {unit}", reading) or UNKNOWN
    return _bounded(calendar.part(whole, "end"), (match["bound"] or "").lower().split(" ")[0], at_its_end=True)


def _vague(_: re.Match[str], __: Reading) -> Days | None:
    return UNKNOWN


def _soon(_: re.Match[str], reading: Reading) -> Days | None:
    return None if reading.tense == "past" else UNKNOWN


PHRASES: tuple[Phrase, ...] = tuple(
    Phrase(re.compile(rf"\b(?:{pattern})"), resolve, tuple(needs.split("|")))
    for pattern, resolve, needs in (
        (_BETWEEN, _between, "between"),
        (rf"(?P<when>(?i:later|earlier)) (?:(?:in|on) )?(?P<core>{PERIOD})", _later, "later|earlier"),
        (
            (
                rf"(?i:{_BEFORE_NEXT}(?:the )?(?:next|coming) {_SPAN}|"
                rf"{_BEFORE_NEXT}the next (?P<single>week|month|quarter|year|decade)|"
                r"in the (?P<ahead>week|month|quarter|year|decade) ahead)"
            ),
            _next_any,
            "next|coming|ahead",
        ),
        (
            (
                rf"(?i:for (?:another |a further )?(?P<count>{COUNT})\s(?P<unit>day|week|month)s?\b"
                r"(?! (?:from|after|before|since|until|starting|beginning|in|on)\b))"
            ),
            _lasting,
            "for ",
        ),
        (rf"(?i:{_BEFORE_NEXT}the (?:next|coming) (?:{_SOME} )?{UNIT}s)", _soon, "next|coming"),
        (rf"(?i:(?:in|over|during|for) the {UNIT}s (?:ahead|to come))", _vague, "ahead|to come"),
        (
            rf"(?i:(?:in|over) (?:coming|the near|the not too distant) (?:{UNIT}s|future))",
            _vague,
            "coming|near|distant",
        ),
        (rf"(?i:within {UNIT}s)", _soon, "within"),
        (rf"(?i:(?:with)?in a (?:few|couple of|matter of) (?:{UNIT}s))", _soon, "in a "),
        (
            rf"(?i:(?:within|inside|in less than|in under) (?:the )?{_SPAN}(?! (?:of|from|after|before)\b))",
            _next_span,
            "within|inside|in less|in under",
        ),
        (rf"(?i:in (?:about |around |roughly |just )?{_SPAN}(?:[’']s?)?(?P<hence> time)?)", _point, "in "),
        (rf"(?i:{_SPAN}(?P<hence> from (?:now|today)))", _point, "from now|from today"),
        (rf"(?i:{_SPAN}(?P<ago> ago))", _point, " ago"),
        (rf"(?i:(?:the |these |this )(?:past|last) {_SPAN})", _past_span, "past |last "),
        (rf"(?i:a week from) (?P<core>{PERIOD})", _weekdays_on, "a week from"),
        (rf"(?:{_BOUND}\s)?(?i:(?:the )?(?P<unit>year|month|week)(?:-|['’]s |['’]s-)end)", _year_end, "-end|s end"),
        (
            r"(?i:as soon as possible|before long|in due course|at a later date|in the near future|any day now)",
            _vague,
            "possible|before long|due course|later date|near future|any day now",
        ),
        (
            r"(?i:very soon|soon|shortly|imminently)(?! (?:after|before|thereafter|afterwards?|enough))",
            _soon,
            "soon|shortly|imminently",
        ),
    )
)
