"""A section as it was drafted, as the editor has it and as it is drafted now -> the section to write."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.merging.deletions import is_deleted_field
from briefgen.merging.proposals import Proposal, proposals_of
from briefgen.merging.sameness import key_of, words_of
from briefgen.merging.values import Memory, Note, as_text, fields_of, merge_fields, suggestion
from briefgen.model.briefing import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.merging.proposals import Place
    from briefgen.merging.sameness import Entry, Sameness
    from briefgen.model.draft import Deleted, Suggested


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """A section in all its versions."""

    section: Place
    last: tuple[Entry, ...]
    """What the last draft had."""
    retired: tuple[Entry, ...] = ()
    """What an earlier draft had and the editor's file still has."""
    edited: tuple[Entry, ...]
    """What the editor has."""
    fresh: tuple[Entry, ...]
    """What the machine drafts now."""
    deleted: tuple[Deleted, ...] = ()
    """What editors took out of this section, whole entries and fields."""
    suggested: tuple[Suggested, ...] = ()
    """What of the last draft is suggested in this section."""
    remembered: bool = True
    """Whether there is a last draft at all; without one nobody knows what was deleted."""
    fill: bool = True
    """Whether, without a last draft, what the editor left empty is filled; else it is suggested."""
    reviewed: bool = False
    """Whether a person answers for the briefing: then the machine takes nothing out of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedSection:
    """A section after merging."""

    entries: tuple[Entry, ...]
    retired: tuple[Entry, ...]
    """Drafted entries that stay though the machine no longer drafts them, as it last drafted them."""
    proposals: tuple[Proposal, ...]
    """What became of each entry."""


@dataclass(slots=True)
class _Slot:
    """An entry of the result with what became of it."""

    entry: Entry
    edited: int | None
    """Its number in the editor's section."""
    fresh: int | None
    """Its number in the new draft's section."""
    notes: list[Note] = field(default_factory=list)


def merge_section(versions: Versions, sameness: Sameness) -> MergedSection:
    """Merge a section by the laws of merging.

    Args:
        versions: The section in all its versions.
        sameness: Tells which entries are the same.

    Returns:
        Its entries in their order, and what became of each.
    """
    drafted = (*versions.last, *versions.retired)
    edited_of = sameness.match(drafted, versions.edited, renamed=True)
    drafted_of = {edited: index for index, edited in edited_of.items()}
    known = sameness.match(versions.fresh, drafted)
    fresh_of = {edited_of[index]: fresh for fresh, index in known.items() if index in edited_of}
    fresh_of |= _written_and_drafted(versions, known, fresh_of, sameness)

    slots: list[_Slot] = []
    retired: dict[int, Entry] = {}
    gone: list[tuple[int, Note]] = []
    for index, entry in enumerate(versions.edited):
        base = drafted[drafted_of[index]] if index in drafted_of else None
        fresh = fresh_of.get(index)
        if fresh is not None:
            slots.append(_merged(versions, base, index, fresh, sameness))
        elif base == entry and drafted_of[index] < len(versions.last) and not versions.reviewed:
            gone.append((index, Note(fate="withdrawn", field="", text=words_of(entry))))
        else:
            if base is not None:
                retired[drafted_of[index]] = base
            notes = [] if base == entry else [Note(fate="kept", field="", text=words_of(entry))]
            slots.append(_Slot(entry=entry, edited=index, fresh=None, notes=notes))
    new, kept_out = _new(versions, known, fresh_of, sameness)
    slots = _in_order(versions, slots, new)
    proposals: list[Proposal] = []
    for at, slot in enumerate(slots):
        theirs = None if slot.fresh is None else versions.fresh[slot.fresh]
        drafted_at = drafted_of.get(slot.edited) if slot.edited is not None else None
        if drafted_at is None and slot.fresh is not None:
            drafted_at = known.get(slot.fresh)
        proposals += proposals_of(
            versions.section,
            slot.notes,
            entry=theirs or slot.entry,
            number=at + 1,
            edited=slot.edited,
            drafted=drafted_at,
            before=_before(versions, slot.fresh, fresh_of),
        )
    for fresh, note in kept_out:
        proposals += proposals_of(
            versions.section,
            [note],
            entry=versions.fresh[fresh],
            drafted=known.get(fresh),
            before=_before(versions, fresh, fresh_of),
        )
    for edited, note in gone:
        proposals += proposals_of(
            versions.section, [note], entry=versions.edited[edited], edited=edited, drafted=drafted_of[edited]
        )
    entries = tuple(slot.entry for slot in slots)
    left = _still_retired(versions.fresh, [retired[index] for index in sorted(retired)], entries, sameness)
    return MergedSection(entries=entries, retired=left, proposals=tuple(proposals))


def _before(versions: Versions, fresh: int | None, fresh_of: dict[int, int]) -> int:
    """Say how many of the editor's entries stand before one that is only drafted: up to the one it is drafted after."""
    above = {number: edited for edited, number in fresh_of.items() if fresh is not None and number < fresh}
    return above[max(above)] + 1 if above else len(versions.edited)


def _still_retired(
    fresh: Sequence[Entry], retired: Sequence[Entry], entries: Sequence[Entry], sameness: Sameness
) -> tuple[Entry, ...]:
    """Keep, in the one order they always had, those that the next merge will find in the editor's file again."""
    partners = sameness.match((*fresh, *retired), entries, renamed=True)
    return tuple(entry for at, entry in enumerate(retired, len(fresh)) if at in partners)


def _written_and_drafted(
    versions: Versions, known: dict[int, int], fresh_of: dict[int, int], sameness: Sameness
) -> dict[int, int]:
    """Pair what the editor wrote with what the machine drafts only now; gives the draft's numbers by the editor's."""
    fresh = [index for index in range(len(versions.fresh)) if index not in known]
    edited = [index for index in range(len(versions.edited)) if index not in fresh_of]
    partners = sameness.match([versions.fresh[index] for index in fresh], [versions.edited[index] for index in edited])
    return {edited[other]: fresh[one] for one, other in partners.items()}


def _merged(versions: Versions, base: Entry | None, index: int, fresh: int, sameness: Sameness) -> _Slot:
    """Merge an entry that both the editor and the machine have."""
    edited, drafted = versions.edited[index], versions.fresh[fresh]
    if base is None:
        entry, notes = _without_base(edited, drafted, fill=versions.fill)
    else:
        versions_of_it = (base, edited, drafted)
        key = key_of(base)
        suggested = {(one.field, one.edited) for one in versions.suggested if one.key == key}
        values, notes = merge_fields(
            base,
            edited,
            drafted,
            fields_of(edited),
            Memory(
                is_deleted=lambda name, value: is_deleted_field(
                    versions.deleted, versions_of_it, name, value, sameness
                ),
                is_suggested=lambda name, words: (name, words) in suggested,
            ),
        )
        entry = dataclasses.replace(edited, **values)
    return _Slot(entry=entry, edited=index, fresh=fresh, notes=notes)


def _without_base(edited: Entry, drafted: Entry, *, fill: bool) -> tuple[Entry, list[Note]]:
    """Keep what an editor wrote where the machine drafts the same only now; a source is completed."""
    notes: list[Note] = []
    for name in fields_of(edited):
        mine, theirs = getattr(edited, name), getattr(drafted, name)
        if mine == theirs or theirs in (None, ()):
            continue
        if isinstance(edited, Source) and (mine is None or name == "sha256") and fill:
            edited = dataclasses.replace(edited, **{name: theirs})
            notes.append(Note(fate="taken", field=name, text=as_text(theirs), value=theirs))
        else:
            notes.append(suggestion(name, mine, theirs))
    return edited, notes


def _new(
    versions: Versions, known: dict[int, int], fresh_of: dict[int, int], sameness: Sameness
) -> tuple[list[_Slot], list[tuple[int, Note]]]:
    """Find what the machine drafts for the first time, and what of it, by its number, is only suggested."""
    placed = set(fresh_of.values())
    deleted = [gone for gone in versions.deleted if not gone.field]
    waiting = {one.key for one in versions.suggested if not one.field}
    drafted = (*versions.last, *versions.retired)
    new: list[_Slot] = []
    suggested: list[tuple[int, Note]] = []
    for index, entry in enumerate(versions.fresh):
        if index in placed:
            continue
        if index in known and key_of(drafted[known[index]]) in waiting:
            suggested.append((index, Note(fate="suggested", field="", text=words_of(entry))))
        if index in known or any(sameness.recognises(gone, entry) for gone in deleted):
            continue
        if versions.remembered or (versions.fill and not versions.edited):
            note = Note(fate="added", field="", text=words_of(entry))
            new.append(_Slot(entry=entry, edited=None, fresh=index, notes=[note]))
        else:  # it may be what an editor took out before the last draft was lost
            suggested.append((index, Note(fate="suggested", field="", text=words_of(entry))))
    return new, suggested


def _in_order(versions: Versions, slots: list[_Slot], new: Sequence[_Slot]) -> list[_Slot]:
    """Put the entries in order: the new draft's where the editor left the section alone, else the editor's."""
    if versions.edited == versions.last:
        ordered = sorted((slot for slot in (*slots, *new) if slot.fresh is not None), key=lambda slot: slot.fresh or 0)
        for slot in slots:
            if slot.fresh is None:
                before = [at for at, other in enumerate(ordered) if _stands_before(other, slot)]
                ordered.insert(before[-1] + 1 if before else 0, slot)
        return ordered
    ordered = list(slots)
    for slot in new:
        before = [at for at, other in enumerate(ordered) if _drafted_before(other, slot)]
        nearest = max(before, key=lambda at: ordered[at].fresh or 0, default=len(ordered) - 1)
        ordered.insert(nearest + 1, slot)
    return ordered


def _stands_before(one: _Slot, other: _Slot) -> bool:
    return one.edited is not None and other.edited is not None and one.edited < other.edited


def _drafted_before(one: _Slot, other: _Slot) -> bool:
    return one.fresh is not None and other.fresh is not None and one.fresh < other.fresh
