"""Briefing -> what readers are told of how it came about: its review, its corrections, and whose each line is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefgen.model.days import day_in_words
from briefgen.rendering.inert import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefgen.model.briefing import Briefing, Correction
    from briefgen.model.draft import Origin
    from briefgen.model.site import Marked

# What is said of some lines among others. Of the edited ones both halves are said: an edit does not undo who drafted them.
_SHARES: dict[Origin, str] = {
    "drafted": "drafted by a program",
    "edited": "drafted by a program and then edited",
    "written": "written by an editor",
}


def last_changed(briefing: Briefing) -> date | None:
    """Give the newest day that the briefing names of itself: its date, its review or a correction.

    It stands in for a clock: whoever corrects a briefing dates the correction, and feed readers show it anew.
    """
    days = (briefing.date, briefing.reviewed_on, *(one.date for one in briefing.corrections))
    return max((day for day in days if day is not None), default=None)


def newest_first(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Give the corrections by their day, those of one day in the order of the file."""
    return tuple(sorted(corrections, key=lambda one: one.date, reverse=True))


def review_in_words(briefing: Briefing) -> str:
    """Give "Reviewed by Ada Quist, 3 November 2026" as plain text; nothing where neither name nor day is given.

    Nothing either for a draft: its status says that it was not reviewed.
    """
    name = clean(briefing.reviewed_by or "")
    day = day_in_words(briefing.reviewed_on) if briefing.reviewed_on else ""
    if briefing.status == "draft" or not (name or day):
        return ""
    by = f" by {name}" if name else ""
    return f"Reviewed{by}{',' if by and day else ' on' if day else ''}{' ' if day else ''}{day}"


def is_by_hand(marked: Marked) -> bool:
    """Say whether every line is known to be an editor's own, so that no page says a program drafted it."""
    return set(_origins(marked)) == {"written"}


def lines_in_words(marked: Marked) -> str:
    """Say how many lines a program drafted, an editor edited or wrote; nothing where it is known of no line.

    A line is the title, the bottom line, and each item.
    """
    origins = _origins(marked)
    counts = Counter(origins)
    shares = [(counts[origin], words) for origin, words in _SHARES.items() if counts[origin]]
    if not shares:
        return ""
    number, words = shares[0]
    if number == len(origins):
        return f"{'Its only line was' if number == 1 else f'All {number} lines were'} {words}."
    parts = [f"{number} of {len(origins)} lines {'was' if number == 1 else 'were'} {words}"]
    parts += [f"{number} {words}" for number, words in shares[1:]]
    if counts[None]:
        parts.append(f"of {counts[None]} it is not known")
    return f"{', '.join(parts)}."


def _origins(marked: Marked) -> tuple[Origin | None, ...]:
    marks = (*marked.takeaways, *marked.actors, *marked.open_questions, *marked.watch, *marked.cautions)
    summary = (marked.summary_origin,) if marked.briefing.summary else ()
    return (marked.title_origin, *summary, *(mark.origin for mark in marks))
