"""An actor's appearances -> the roles that briefings give, each with the days as of which it is known."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefgen.model.site import Appearance


class Role(NamedTuple):
    """A role with the newest briefing that gives it."""

    text: str
    on: date | None
    """The day of that briefing."""
    first: date | None
    """The day of the oldest that gives it; None where that is the same one, or has no date."""
    briefing_id: str
    anchor: str
    draft: bool
    """Whether nobody has reviewed that briefing."""


def roles_over_time(appearances: Sequence[Appearance]) -> tuple[Role, ...]:
    """Give the roles, the one known last first.

    Two that differ in case, white space, quote marks or dashes alone are one, in the newest spelling.

    Args:
        appearances: Newest briefing first, undated last.
    """
    newest: dict[str, Appearance] = {}
    oldest: dict[str, date] = {}
    for one in appearances:
        if one.actor.role and (key := _compared(one.actor.role)):
            newest.setdefault(key, one)
            if (on := one.marked.briefing.date) is not None:
                oldest[key] = on
    return tuple(_role(one, oldest.get(key)) for key, one in newest.items())


def _role(one: Appearance, oldest: date | None) -> Role:
    briefing = one.marked.briefing
    first = None if oldest == briefing.date else oldest
    return Role(one.actor.role or "", briefing.date, first, briefing.id, one.mark.anchor, briefing.status == "draft")


@lru_cache(maxsize=8192)
def _compared(role: str) -> str:
    return fold(role).casefold()
