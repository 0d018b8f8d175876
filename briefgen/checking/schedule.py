"""What to watch -> problems: `when` is printed, `start` and `end` are what it means, and all of it lies ahead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.checking.dates import dates_of, spans_of
from briefgen.checking.exactness import too_exact
from briefgen.checking.grounds import Found, Grounds, Path, said, short
from briefgen.checking.reckoning import far_off, miscounted
from briefgen.model.folding import Folded, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefgen.model.briefing import WatchItem

_WEEKDAY_REACH = 6  # days: a bare weekday is the nearest of its name, on the day itself that day
_FARTHER_REACH = 14  # days: “next Tuesday”, “Tuesday week”
_VAGUE = re.compile(
    r"^(?:in |over |within )?(?:the )?(?:coming|next few|near|foreseeable|following few)(?: few)?"
    r" (?:days|weeks|months|years|future)$"
    r"|^(?:soon|shortly|eventually|later|some day|someday|in due course|before long)$",
    re.IGNORECASE,
)
_LIMITS = re.compile(r"\b(?:until|till|before|by|through|since|from|after|ahead of|no later than)\b", re.IGNORECASE)
_POSSIBLE = re.compile(r"\b(?:may|might|could|possibly|perhaps|reportedly|likely|unlikely)\b")
_FIXED = re.compile(
    r"\b(?:scheduled?|set|due|agreed|will|fixed|slated|plan\w*|appointed|announced|confirmed)\b", re.IGNORECASE
)
_TIMES = re.compile(r"\d|\b(?:days?|weeks?|months?|years?|quarter|spring|summer|autumn|winter)\b", re.IGNORECASE)
_LONE_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)$")
_NUMBER = re.compile(r"[1-9][0-9]{1,5}")
_YEAR = re.compile(r"\b(20\d\d)\b")


def watch_problems(path: Path, item: WatchItem, grounds: Grounds) -> Iterator[Found]:
    """Give what is wrong with an item's dates."""
    evidence = said(item.evidence)
    published = grounds.published_of(item.evidence)
    if item.when and item.evidence and not Folded(evidence).find(item.when) and not _has(evidence, item.when):
        time = _time_taken_for_a_number(item.when, evidence)
        advice = (
            f'did you mean "{time}"? Some programs take a time without quotes for a number when they save a file: '
            "write it in quotes"
            if time
            else "copy the words from it that say when"
        )
        message = f"the evidence does not print “{short(item.when)}”; {advice}"
        yield Found(path=(*path, "when"), code="when-not-in-evidence", message=message)
    first, last = item.start or item.end, item.end or item.start
    if first is None or last is None:
        return
    if last < first:
        message = f"`end` {last} is before `start` {first}; exchange or correct them"
        yield Found(path=(*path, "end"), code="end-before-start", message=message)
        return
    field = "start" if item.start else "end"
    if published and last < min(published):
        message = (
            f"{last} was past when the article appeared, on {min(published)}; take the item out or correct its dates"
        )
        yield Found(path=(*path, "end" if item.end else "start"), code="watch-already-past", message=message)
    printed = item.when or evidence
    why = ""
    if item.when or item.evidence:
        why = _disagreement(first, last, printed, published, exact=bool(item.when))
    if item.when and not why:
        why = too_exact(item.start, item.end, item.when, evidence, published)
    if why:
        message = (
            f"`start` and `end`, {first} to {last}, do not agree with “{short(printed)}”: {why}; "
            "correct them or leave them out"
        )
        yield Found(path=(*path, field), code="dates-differ-from-when", message=message)


def certainty_problems(path: Path, item: WatchItem) -> Iterator[Found]:
    """Give a `certainty` of `scheduled` for what the evidence calls possible."""
    evidence = fold(said(item.evidence))
    hedge = _POSSIBLE.search(evidence)
    if item.certainty == "scheduled" and hedge is not None and not _FIXED.search(evidence):
        message = (
            f"the source says “{hedge.group()}”, `certainty` says scheduled; write expected, possible or conditional"
        )
        yield Found(path=(*path, "certainty"), code="hedge-dropped", message=message)


def _time_taken_for_a_number(when: str, evidence: str) -> str | None:
    """Give the time of day in the evidence that YAML 1.1 reads as this number, to the base of sixty: 750 is 12:30."""
    if not _NUMBER.fullmatch(when):
        return None
    more, last = divmod(int(when), 60)
    times = (f"{more}:{last:02}", f"{more // 60}:{more % 60:02}:{last:02}")
    return next((time for time in times if _has(evidence, time)), None)


def _has(evidence: str, when: str) -> bool:
    return fold(when).casefold() in fold(evidence).casefold()


def _disagreement(first: date, last: date, printed: str, published: Sequence[date], *, exact: bool) -> str:
    """Say why two days cannot be what is printed; empty where they can.

    Args:
        first: The first day.
        last: The last day.
        printed: `when`, or the evidence where there is no `when`.
        published: When the sources were published.
        exact: True for a `when`, whose words must be what the days mean; evidence may speak of other days, too.
    """
    words = fold(printed)
    if exact and _LONE_MONTH.match(words):
        words = f"in {words}"  # “March” by itself is a name as well; as a `when` it is the month
    told, ends = dates_of(words), {first, last}
    fits = any(one.fits(day) for one in told for day in ends)
    if exact and (why := _not_meant(first, last, words, published, fits=fits)):
        return why
    if fits:
        weekdays = all(one.month is None for one in told)
        return _too_far(first, last, words, published) if weekdays else _unfit(first, last, words)
    spans = spans_of(words, published)
    if spans:
        meant = ", ".join(dict.fromkeys(f"{span.first} to {span.last}" for span in spans))
        return "" if any(span.holds(first, last) for span in spans) else f"it means {meant}"
    years = _YEAR.findall(words)
    if years:
        return "" if any(str(day.year) in years for day in ends) else "it prints another year"
    if not exact and not told and not _TIMES.search(words):
        return "it gives no date"
    return ""


def _not_meant(first: date, last: date, words: str, published: Sequence[date], *, fits: bool) -> str:
    """Say why two days are not what a `when` means, whose words leave no room for others."""
    if _VAGUE.search(words):
        return "it gives no date"
    told = dates_of(words)
    if told and not fits:
        names_date = any(one.month is not None or one.day is not None for one in told)
        return "it prints another date" if names_date else "it names another day of the week"
    if any(one.month is not None and far_off(day, told, published) for one in told for day in (first, last)):
        return "without a year it is the one next to the day of publication"
    return miscounted(first, last, words, published)


def _too_far(first: date, last: date, words: str, published: Sequence[date]) -> str:
    """Say that a weekday is too far from the day of publication to be meant."""
    reach = _FARTHER_REACH if re.search(r"\b(?:next|week|following|coming)\b", words, re.IGNORECASE) else _WEEKDAY_REACH
    near = not published or any(abs((end - day).days) <= reach for day in published for end in (first, last))
    return "" if near else "that day of the week is not near the day of publication"


def _unfit(first: date, last: date, words: str) -> str:
    """Say that of two days one is printed and the other is not, where both should be."""
    told = [one for one in dates_of(words) if one.day is not None]
    if not told or first == last or _LIMITS.search(words):
        return ""
    unfit = [day for day in (first, last) if not any(one.fits(day) for one in told)]
    return f"{unfit[0]} is not printed" if unfit else ""
