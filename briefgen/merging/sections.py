"""A section as it was drafted, as the editor has it and as it is drafted now -> the section to write."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from briefgen.merging.deletions import is_deleted_field
from briefgen.merging.proposals import Proposal, proposals_of
from briefgen.merging.sameness import words_of
from briefgen.merging.values import Memory, Note, as_text, can_suggest, fields_of, merge_fields, suggestion
from briefgen.model.briefing import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.merging.sameness import Entry, Sameness
    from briefgen.model.draft import Deleted, Section, Suggested


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """A section in all its versions."""

    section: Section | Literal["sources"]
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
    paired: dict[int, Entry | None] = field(default_factory=dict)
    """What the editor has of drafted entries, and of retired ones behind them, where that does not tell itself."""
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
    paired: dict[int, Entry | None]
    """What the entries have of those of the new draft, and of the retired behind them, where that does not tell itself."""
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
    edited_of = sameness.match(drafted, versions.edited, renamed=True, paired=versions.paired)
    drafted_of = {edited: index for index, edited in edited_of.items()}
    known = sameness.match(versions.fresh, drafted)
    fresh_of = {edited_of[index]: fresh for fresh, index in known.items() if index in edited_of}
    left = [index for index in range(len(versions.edited)) if index not in fresh_of]
    fresh_of |= _paired_anew(versions, [one for one in range(len(versions.fresh)) if one not in known], left, sameness)
    # What was drafted before and is not in the file is there again where the editor wrote its very words.
    absent = [fresh for fresh, index in known.items() if index not in edited_of]
    left = [index for index in left if index not in fresh_of and index not in drafted_of]
    fresh_of |= _paired_anew(versions, absent, left, sameness, brought_back=True)

    slots: list[_Slot] = []
    retired: dict[int, Entry] = {}
    gone: list[tuple[int, Note]] = []
    for index, entry in enumerate(versions.edited):
        base = drafted[drafted_of[index]] if index in drafted_of else None
        fresh = fresh_of.get(index)
        if fresh is not None:
            slots.append(_merged(versions, (base, drafted_of.get(index)), index, fresh, sameness))
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
            fresh=slot.fresh,
            before=_before(versions, slot.fresh, fresh_of),
        )
    for fresh, note in kept_out:
        proposals += proposals_of(
            versions.section,
            [note],
            entry=versions.fresh[fresh],
            drafted=known.get(fresh),
            fresh=fresh,
            before=_before(versions, fresh, fresh_of),
        )
    for edited, note in gone:
        proposals += proposals_of(
            versions.section, [note], entry=versions.edited[edited], edited=edited, drafted=drafted_of[edited]
        )
    entries = tuple(slot.entry for slot in slots)
    stay = sorted(retired)
    places = {slot.edited: at for at, slot in enumerate(slots) if slot.edited is not None}
    partners = {slot.fresh: at for at, slot in enumerate(slots) if slot.fresh is not None}
    partners |= {number: places[edited_of[index]] for number, index in enumerate(stay, len(versions.fresh))}
    aside = tuple(retired[index] for index in stay)
    paired = _beyond_recognition((*versions.fresh, *aside), entries, partners, sameness)
    return MergedSection(entries=entries, retired=aside, paired=paired, proposals=tuple(proposals))


def _beyond_recognition(
    drafted: Sequence[Entry], entries: Sequence[Entry], partners: dict[int, int], sameness: Sameness
) -> dict[int, Entry | None]:
    """Find where the next merge would not tell by itself what is what; `partners` says it by the numbers of both."""
    known: dict[int, Entry | None] = {}
    while True:
        found = sameness.match(drafted, entries, renamed=True, paired=known)
        wrong: dict[int, Entry | None] = {
            number: entries[at]
            for number, at in partners.items()
            if number not in known and (number not in found or entries[found[number]] != entries[at])
        }
        wrong |= {
            number: None
            for number, at in found.items()
            if number not in partners and number not in known and not sameness.same_words(drafted[number], entries[at])
        }
        if not wrong:
            return dict(sorted(known.items()))
        known |= wrong


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


def _paired_anew(
    versions: Versions, fresh: Sequence[int], edited: Sequence[int], sameness: Sameness, *, brought_back: bool = False
) -> dict[int, int]:
    """Pair what the machine drafts with what the editor wrote by hand; gives the draft's numbers by the editor's."""
    partners = sameness.match(
        [versions.fresh[index] for index in fresh],
        [versions.edited[index] for index in edited],
        paired=dict.fromkeys(range(len(fresh))) if brought_back else {},
    )
    return {edited[other]: fresh[one] for one, other in partners.items()}


def _merged(
    versions: Versions, drafted_before: tuple[Entry | None, int | None], index: int, fresh: int, sameness: Sameness
) -> _Slot:
    """Merge an entry that both the editor and the machine have; what it was drafted as comes with its number."""
    base, number = drafted_before
    edited, drafted = versions.edited[index], versions.fresh[fresh]
    if base is None:
        entry, notes = _without_base(edited, drafted, fill=versions.fill)
    else:
        versions_of_it = (base, edited, drafted)
        suggested = {(one.field, one.edited) for one in versions.suggested if one.number == number}
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
        if theirs in (None, ()) or not can_suggest(name, mine, theirs):
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
    waiting = {one.number for one in versions.suggested if not one.field}
    new: list[_Slot] = []
    suggested: list[tuple[int, Note]] = []
    for index, entry in enumerate(versions.fresh):
        if index in placed:
            continue
        if known.get(index) in waiting:
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
