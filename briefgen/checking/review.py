"""A briefing's review and corrections -> problems: dates that cannot be, mistakes that still stand."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from briefgen.checking.grounds import Found, short
from briefgen.model.briefing import Briefing, Evidence, Source, Waiver, items_of
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_FEWEST_WORDS = 2
"""One word that was wrong in one place may be right in another."""


def review_problems(briefing: Briefing, notes: str) -> Iterator[Found]:
    """Give what is wrong with the status, the review and the corrections of a briefing.

    Args:
        briefing: The briefing.
        notes: The editor's Markdown below it, where a corrected text may stand, too.
    """
    if briefing.status in {"reviewed", "published"} and not items_of(briefing):
        message = f"the briefing is {briefing.status} and says nothing that a source proves; write an item, or make it a draft"
        yield Found(path=("status",), code="no-items", message=message)
    yield from _too_early(briefing)
    if not briefing.corrections:
        return
    said = _folded("\n".join((*_texts(briefing), notes)))
    everything = "\n".join((said, *(_folded(quote.quote) for item in items_of(briefing) for quote in item.evidence)))
    for number, correction in enumerate(briefing.corrections):
        now, was = _folded(correction.now), _folded(correction.was)
        # What was corrected again, or names what is said now, is no mistake that still stands.
        later = [_folded(one.was) for one in briefing.corrections[number + 1 :]]
        if not _holds(everything, now) and not any(now in one or one in now for one in later):
            message = f"“{short(correction.now)}” stands nowhere in the briefing; correct the text itself as well"
            yield Found(path=("corrections", number, "now"), code="correction-not-made", message=message)
        rest = said
        for one in briefing.corrections[number:]:
            rest = _without(rest, _folded(one.now)) if was in _folded(one.now) else rest
        if len(was.split()) >= _FEWEST_WORDS and _holds(rest, was):
            message = f"“{short(correction.was)}” still stands in the briefing; correct it there, too"
            yield Found(path=("corrections", number, "was"), code="mistake-still-there", message=message)


def _too_early(briefing: Briefing) -> Iterator[Found]:
    known = [source.published for source in briefing.sources if source.published is not None]
    first = min((*known, *((briefing.date,) if briefing.date else ())), default=None)
    dated: list[tuple[tuple[str | int, ...], date]] = [
        (("corrections", number, "date"), one.date) for number, one in enumerate(briefing.corrections)
    ]
    if briefing.reviewed_on is not None:
        dated.insert(0, (("reviewed_on",), briefing.reviewed_on))
    for path, day in dated:
        if first is not None and day < first:
            message = f"expected a day not before {first}, when the source was published, found {day}; correct it"
            yield Found(path=path, code="date-before-source", message=message)


def _texts(value: object) -> Iterator[str]:
    """Give everything that the briefing says in its own words; quotes, corrections and what only the machine reads aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Evidence | Source | Waiver):
        for field in dataclasses.fields(value):
            if field.name != "corrections":
                yield from _texts(getattr(value, field.name))
    elif value is not None and hasattr(value, "isoformat"):
        yield value.isoformat()


def _folded(text: str) -> str:
    return fold(text).casefold().rstrip(".")


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")


def _holds(text: str, words: str) -> bool:
    return bool(words) and _pattern(words).search(text) is not None


def _without(text: str, words: str) -> str:
    return _pattern(words).sub(" ", text)
