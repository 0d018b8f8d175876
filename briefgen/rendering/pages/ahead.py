"""What to watch -> what is next, for a page that is made without a clock.

What is past is worked out in the reader's browser. The newest briefing's day stands in for today, or the day that the build is
for: what ends on it or later is carried, and the last few that end before it, hidden, for a reader whose today is earlier.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.site import SiteWatch

_BEFORE = 4
"""Carried from before that day, hidden."""


class Ahead(NamedTuple):
    """Something ahead in a list of them."""

    watched: SiteWatch
    hidden: bool
    """Whether a reader without scripts is spared it: it lies before that day, or beyond what is shown."""


def ahead(watched: Iterable[SiteWatch], *, today: date | None, seen: int, carried: int) -> tuple[Ahead, ...]:
    """Give what is pending, by date, undated last.

    Args:
        watched: Items to watch that nobody has recorded an outcome of.
        today: The day that stands in for today, if there is one.
        seen: How many a reader shall see.
        carried: How many the page holds, so that enough are left when some are past.
    """
    past: list[SiteWatch] = []
    coming: list[SiteWatch] = []
    for one in sorted(watched, key=_by_date):
        end = one.item.end or one.item.start
        (past if today and end and end < today else coming).append(one)
    kept = past[-_BEFORE:]
    return (
        *(Ahead(one, hidden=True) for one in kept),
        *(Ahead(one, hidden=place >= seen) for place, one in enumerate(coming[: carried - len(kept)])),
    )


def _by_date(one: SiteWatch) -> tuple[date, date]:
    """Sort by the last day: "in 2027" is not what is next on 1 January."""
    last = one.item.end or one.item.start or date.max
    return last, one.item.start or last
