"""An actor's appearances -> the roles that briefings give, each with the days as of which it is known."""

from __future__ import annotations

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
    found: dict[str, Role] = {}
    for one in appearances:
        if one.actor.role is None or not (key := fold(one.actor.role).casefold()):
            continue
        briefing = one.marked.briefing
        known = found.get(key)
        if known is None:
            draft = briefing.status == "draft"
            found[key] = Role(one.actor.role, briefing.date, None, briefing.id, one.mark.anchor, draft)
        elif briefing.date is not None and briefing.date != known.on:
            found[key] = known._replace(first=briefing.date)
    return tuple(found.values())
