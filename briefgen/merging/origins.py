"""Last draft and editor's file -> which items are drafted, edited or written by an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.merging.merge import SECTIONS
from briefgen.merging.sameness import Sameness
from briefgen.merging.values import as_drafted

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.briefing import Briefing
    from briefgen.model.draft import LastDraft, Origin


def origins(
    last: LastDraft | None,
    edited: Briefing,
    locate: Callable[[str], tuple[int, int] | None] | None = None,
) -> dict[tuple[str, int], Origin]:
    """Tell for each item who it is by.

    Args:
        last: What the machine drafted last; None if there is no draft: then everything is written.
        edited: The editor's file.
        locate: Finds a quote in the source; without it quotes are compared by their words alone.

    Returns:
        The origin by section and number, counted from 0: `("takeaways", 2)`; and, where they have a text, of
        `("title", 0)` and `("summary", 0)`.
    """
    sameness = Sameness(locate or _nowhere)
    found: dict[tuple[str, int], Origin] = {}
    for name in ("title", "summary"):
        if getattr(edited, name):
            drafted = getattr(last.briefing, name) if last else None
            found[name, 0] = _origin(drafted, getattr(edited, name))
    for section in SECTIONS:
        before = getattr(last.briefing, section) if last else ()
        retired = tuple(one.item for one in last.retired if one.section == section) if last else ()
        entries = getattr(edited, section)
        paired = {one.number: one.item for one in last.paired if one.section == section} if last else {}
        drafted = (*before, *retired)
        partners = {
            edited_at: at for at, edited_at in sameness.match(drafted, entries, renamed=True, paired=paired).items()
        }
        for at, entry in enumerate(entries):
            found[section, at] = _origin(drafted[partners[at]] if at in partners else None, entry)
    return found


def _origin(drafted: object, edited: object) -> Origin:
    if drafted is None:
        return "written"
    return "drafted" if drafted == as_drafted(edited) else "edited"


def _nowhere(_quote: str) -> None:
    """Find no quote, where there is no source at hand."""
