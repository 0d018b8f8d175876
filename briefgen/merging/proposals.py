"""What a merge notes of an entry or a field -> what is told of it, with the name that it is taken by."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, TypeAlias

from briefgen.merging.sameness import key_of
from briefgen.model.draft import Change, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.merging.sameness import Entry
    from briefgen.merging.values import Note

Place: TypeAlias = Section | Literal["briefing", "sources"]

_DIGITS = 6
"""Of a name. Some fifty names are listed at most: two of them are alike once in ten thousand lists, and then grow."""
_MORE_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change with all that is needed to make it alone."""

    change: Change
    section: Place
    field: str = ""
    """Empty for a whole entry."""
    value: object = None
    """What the machine proposes for the field, or for one place of a set."""
    entry: Entry | None = None
    """As the machine has it now; one that it withdraws as the editor has it; None for the briefing's own fields."""
    edited: int | None = None
    """The entry's number in the editor's section; None where the editor has no such entry."""
    drafted: int | None = None
    """Its number among what was drafted last and what is retired; None where it was never drafted."""
    fresh: int | None = None
    """Its number in the draft that proposes it."""
    before: int = 0
    """How many of the editor's entries it would stand behind."""

    @property
    def key(self) -> str:
        """What the entry is recognised by; empty for the briefing's own fields."""
        return key_of(self.entry) if self.entry else ""


def proposals_of(  # noqa: PLR0913 - what a proposal holds
    section: Place,
    notes: Iterable[Note],
    *,
    entry: Entry | None = None,
    number: int | None = None,
    edited: int | None = None,
    drafted: int | None = None,
    fresh: int | None = None,
    before: int = 0,
) -> list[Proposal]:
    """Turn notes on one entry, or on the briefing itself, into proposals.

    Args:
        section: Where the entry stands.
        notes: What became of it.
        entry: The entry; None for the briefing itself.
        number: Its number in the merged section, counted from 1; None where it does not stand there.
        edited: As in `Proposal`.
        drafted: As in `Proposal`.
        fresh: As in `Proposal`.
        before: As in `Proposal`.
    """
    place = "" if entry is None else section if number is None else f"{section}[{number}]"
    return [
        Proposal(
            change=Change(
                fate=note.fate,
                place=".".join(filter(None, (place, note.field))),
                text=note.text,
                edited=note.edited,
                quotes=() if note.fate == "kept" else tuple(one.quote for one in getattr(entry, "evidence", ())),
            ),
            section=section,
            field=note.field,
            value=note.value,
            entry=entry,
            edited=edited,
            drafted=drafted,
            fresh=fresh,
            before=before,
        )
        for note in notes
    ]


def named(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Name every change that can be taken.

    A name is made of what is proposed and for what, and of nothing else: whatever is moved, drafted or taken meanwhile, it
    means the same or nothing. Changes alike in all that have one name, and are taken together.
    """
    tellings = {_identity(one) for one in proposals}
    short = [_digits(telling, _DIGITS) for telling in tellings]
    return tuple(
        one
        if one.change.fate == "kept"
        else dataclasses.replace(one, change=dataclasses.replace(one.change, name=_name(one, short)))
        for one in proposals
    )


def _identity(one: Proposal) -> str:
    direction = "out" if one.change.fate == "withdrawn" else "in"
    return f"{one.section}\n\n{one.key}\n\n{one.field}\n\n{direction}\n\n{one.change.text}"


def _digits(telling: str, length: int) -> str:
    return sha256(telling.encode()).hexdigest()[:length]


def _name(one: Proposal, short: Sequence[str]) -> str:
    telling = _identity(one)
    digits = _digits(telling, _DIGITS)
    if short.count(digits) > 1:
        digits = _digits(telling, _MORE_DIGITS)
    if one.entry is None:
        return f"{one.field}-{digits}"
    return f"{one.section}-{digits}.{one.field}" if one.field else f"{one.section}-{digits}"
