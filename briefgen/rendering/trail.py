"""Briefing -> what readers are told of how it came about: its review, its corrections, and whose each line is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from briefgen.rendering.inert import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefgen.model.briefing import Briefing, Correction
    from briefgen.model.draft import Origin
    from briefgen.model.site import Marked
    from briefgen.rendering.labels import Labels


class _Said(NamedTuple):
    all: str
    some: str
    more: str


# Of the edited ones both halves are said: an edit does not undo who drafted them.
_SHARES: dict[Origin, _Said] = {
    "drafted": _Said(all="trail.all_drafted", some="trail.some_drafted", more=""),
    "edited": _Said(all="trail.all_edited", some="trail.some_edited", more="trail.more_edited"),
    "written": _Said(all="trail.all_written", some="trail.some_written", more="trail.more_written"),
}
"""What is said of lines, alone and among others; the drafted ones are always first."""


def last_changed(briefing: Briefing) -> date | None:
    """Give the newest day that the briefing names of itself: its date, its review or a correction.

    It stands in for a clock: whoever corrects a briefing dates the correction, and feed readers show it anew.
    """
    days = (briefing.date, briefing.reviewed_on, *(one.date for one in briefing.corrections))
    return max((day for day in days if day is not None), default=None)


def newest_first(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Give the corrections by their day, those of one day in the order of the file."""
    return tuple(sorted(corrections, key=lambda one: one.date, reverse=True))


def review_in_words(briefing: Briefing, labels: Labels) -> str:
    """Give "Reviewed by Ada Quist, 3 November 2026" as plain text; nothing where neither name nor day is given.

    Nothing either for a draft: its status says that it was not reviewed.
    """
    name = clean(briefing.reviewed_by or "")
    day = labels.day(briefing.reviewed_on) if briefing.reviewed_on else ""
    if briefing.status == "draft" or not (name or day):
        return ""
    if name and day:
        return labels.text("trail.reviewed_by_on", name=name, day=day)
    return labels.text("trail.reviewed_by", name=name) if name else labels.text("trail.reviewed_on", day=day)


def is_by_hand(marked: Marked) -> bool:
    """Say whether every line is known to be an editor's own, so that no page says a program drafted it."""
    return set(_origins(marked)) == {"written"}


def lines_in_words(marked: Marked, labels: Labels) -> str:
    """Say how many lines a program drafted, an editor edited or wrote; nothing where it is known of no line.

    A line is the title, the bottom line, and each item.
    """
    origins = _origins(marked)
    counts = Counter(origins)
    shares = [(counts[origin], said) for origin, said in _SHARES.items() if counts[origin]]
    if not shares:
        return ""
    number, said = shares[0]
    if number == len(origins):
        return labels.text(said.all, n=number)
    told = labels.text(said.some, n=number, total=len(origins))
    more = [labels.text(said.more, n=number) for number, said in shares[1:]]
    if counts[None]:
        more.append(labels.text("trail.more_unknown", n=counts[None]))
    for share in more:
        told = labels.text("trail.list", shares=told, share=share)
    return labels.text("trail.sentence", shares=told)


def _origins(marked: Marked) -> tuple[Origin | None, ...]:
    marks = (*marked.takeaways, *marked.actors, *marked.open_questions, *marked.watch, *marked.cautions)
    summary = (marked.summary_origin,) if marked.briefing.summary else ()
    return (marked.title_origin, *summary, *(mark.origin for mark in marks))
