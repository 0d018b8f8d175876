"""What became of an article, and what is proposed -> the lines that a user reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.accepting import Proposals
    from briefgen.model.draft import Change, Fate
    from briefgen.site_drafting import Drafted, Outcome

OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "new": ("new briefing", "new briefings"),
    "updated": ("updated", "updated"),
    "unchanged": ("drafted again without a change", "drafted again without a change"),
    "current": ("up to date", "up to date"),
    "pending": ("newer draft waiting", "newer drafts waiting"),
    "beside": ("further source of a briefing, not drafted", "further sources of briefings, not drafted"),
    "deleted": ("deleted by an editor and left so", "deleted by an editor and left so"),
    "refused": ("refused", "refused"),
    "gone": ("gone, its briefing stays", "gone, their briefings stay"),
}
_DONE: dict[Fate, str] = {
    "added": "added",
    "taken": "taken over",
    "withdrawn": "withdrawn",
    "suggested": "suggested instead",
}
_WAITING: dict[Fate, str] = {
    "added": "would be added",
    "taken": "would be taken over",
    "withdrawn": "would be withdrawn",
    "suggested": "suggested instead",
}
_LINE = 100
"""Characters of a text that is told on one line among others."""
_DIGITS = 13
"""Of a hash: who compares it looks at the first."""
_KEPT = 6
"""Places of edits that are named; editors know what they edited."""
_NAMED = 3
"""Briefings that the last line names."""


def drafted_lines(one: Drafted) -> Iterator[str]:
    """Tell what became of an article: a line for what was kept, and one for each thing that is new."""
    held = one.outcome == "pending"
    yield f"{one.seed}: {OUTCOMES[one.outcome][0]}: {one.file}{' stays as it is' if held else ''}"
    for change in one.changes:
        if change.fate == "suggested":
            yield from _wordings(change, _DONE[change.fate], "  ")
        elif change.fate != "kept":
            words = (_WAITING if held else _DONE)[change.fate]
            limit = _DIGITS if change.place.endswith(".sha256") else _LINE
            yield f"  {words}: {change.place}: {short(change.text, limit)}"
    kept = [change.place for change in one.changes if change.fate == "kept"]
    if kept:
        more = f" and {len(kept) - _KEPT} more" if len(kept) > _KEPT else ""
        yield f"  kept as edited: {', '.join(kept[:_KEPT])}{more}"
    if any(change.fate == "suggested" for change in one.changes):
        yield f"  take a suggestion with: briefgen accept {one.briefing} ITEM"


def waiting_line(names: Sequence[str]) -> str:
    """Say which briefings have newer drafts that wait."""
    if len(names) == 1:
        return (
            f"1 published briefing has a newer draft: see `briefgen draft --explain {names[0]}`, "
            f"take it with `briefgen draft --published {names[0]}`"
        )
    more = ", …" if len(names) > _NAMED else ""
    return (
        f"{len(names)} published briefings have newer drafts ({', '.join(names[:_NAMED])}{more}): "
        "see `briefgen draft --explain ID`, take them with `briefgen draft --published`"
    )


def proposal_lines(found: Proposals) -> Iterator[str]:
    """List what is proposed for a briefing, each thing with both wordings, its source and its name."""
    yield found.file
    if not found.changes:
        yield "  Nothing is suggested."
        return
    if found.held:
        yield "  A newer draft waits, since this briefing is published. All of it:"
        yield f"    briefgen draft --published {found.briefing}"
    yield f"  Proposed ({len(found.changes)}); take one with `briefgen accept {found.briefing} ITEM`, all with --all:"
    for change in found.changes:
        yield from _wordings(change, _WAITING[change.fate], "    ")
        for quote in change.quotes:
            yield f"      rests on:  {quote}"


def taken_lines(file: str, taken: Sequence[Change]) -> Iterator[str]:
    """Say what an editor took into a briefing."""
    yield f"{file}: {len(taken)} taken" if taken else f"{file}: nothing is proposed for it"
    for change in taken:
        if change.fate == "withdrawn":
            yield f"  withdrawn: {change.place}: {short(change.text)}"
        else:
            yield f"  {change.place}: {short(change.text)}"
            if change.edited:
                yield f"    instead of: {short(change.edited)}"


def short(text: str, limit: int = _LINE) -> str:
    """Cut a text that is long for its line."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _wordings(change: Change, words: str, indent: str) -> Iterator[str]:
    """Tell a change with the name that it is taken by and with both wordings, whole: they are there to be compared."""
    yield f"{indent}{words}: {change.place}"
    yield f"{indent}  ITEM:      {change.name}"
    if change.edited:
        yield f"{indent}  yours:     {change.edited}"
    yield f"{indent}  the draft: {'takes out ' if change.fate == 'withdrawn' else ''}{change.text}"
