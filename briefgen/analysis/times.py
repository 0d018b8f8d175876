"""Sentences and the day of publication -> expressions of time, with the days they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.times_calendar import Days, Reading
from briefgen.analysis.times_guards import is_guarded, names_event
from briefgen.analysis.times_phrases import PERIODS, PHRASES, read_periods
from briefgen.analysis.times_tense import clause_tense
from briefgen.model.analysis import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefgen.model.analysis import StorySentence

_FORWARD = re.compile(
    r"\b(?:next|coming|tomorrow|later|ahead|soon|shortly|within|imminently|from now|to come|in due course)\b",
    re.IGNORECASE,
)
# Every other sentence holds none of these; looking for them first nearly halves the cost.
_WORDS = (
    *"day week month quarter year decade hour night morning afternoon evening tomorrow spring summer autumn fall".split(),
    *"winter half soon shortly imminent future christmas".split(),
    *("as possible", "before long", "due course", "later date"),
)
_DIGIT_OR_MONTH = re.compile(r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
_EDGE_BEFORE = re.compile(r"[\w$€£#’'.,/-]")
_EDGE_AFTER = re.compile(r"\w|-\w")


def times(sentences: Sequence[StorySentence], published: date | None) -> tuple[TimeExpression, ...]:
    """Find the words that tell when, and resolve them.

    Args:
        sentences: The story's sentences with their tokens.
        published: Day of publication; without it only dates that name their year are resolved.

    Returns:
        The expressions in the order of the text, none overlapping another.
    """
    return tuple(expression for sentence in sentences for expression in _in_sentence(sentence, published))


def _in_sentence(sentence: StorySentence, published: date | None) -> Iterator[TimeExpression]:
    taken = 0
    for start, end, days, reading in sorted(_found(sentence, published), key=lambda found: (found[0], -found[1])):
        if start < taken:
            continue
        taken = end
        text = sentence.text[start:end]
        yield TimeExpression(
            sentence=sentence.index,
            start=start,
            end=end,
            text=text,
            first=days.first,
            last=days.last,
            ahead=_looks_ahead(text, days, reading),
        )


def _looks_ahead(text: str, days: Days, reading: Reading) -> bool:
    if text.lower().startswith("since"):
        return False
    if reading.tense == "future" or _FORWARD.search(text):
        ends = days.last or days.first
        return reading.published is None or ends is None or ends >= reading.published
    begins = days.first or days.last
    return bool(begins and reading.published and begins > reading.published)


def _found(sentence: StorySentence, published: date | None) -> Iterator[tuple[int, int, Days, Reading]]:
    text = sentence.text
    folded = text.casefold()  # and not a pattern that ignores case, which takes ten times as long
    if not any(word in folded for word in _WORDS) and not _DIGIT_OR_MONTH.search(folded):
        return
    for phrase in PHRASES:
        if not any(stretch in folded for stretch in phrase.needs):
            continue
        for match in phrase.pattern.finditer(text):
            if _stands_alone(text, match.start(), match.end()):
                reading = Reading(published=published, tense=clause_tense(sentence.tokens, match.start(), match.end()))
                days = phrase.resolve(match, reading)
                if days:
                    yield match.start(), match.end(), days, reading
    at = 0
    while period := PERIODS.search(text, at):
        at = period.start() + 1
        if not _stands_alone(text, period.start(), None):
            continue
        first = period.start("part") if period["part"] else period.start("core")
        reading = Reading(published=published, tense=clause_tense(sentence.tokens, first, period.end("core")))
        start = first if names_event(sentence, first, period.end()) else period.start()
        days, end = read_periods(period, reading, bounded=start < first)
        if days and _stands_alone(text, start, end) and not is_guarded(sentence, period):
            yield start, end, days, reading
        at = end


def _stands_alone(text: str, start: int, end: int | None) -> bool:
    if start and _EDGE_BEFORE.match(text[start - 1]):
        return False
    return end is None or not _EDGE_AFTER.match(text, end)
