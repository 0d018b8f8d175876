"""Last draft, editor's file, new draft -> the briefing to write, what to remember, and what became of each item."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from briefgen.merging.deletions import BRIEFING_FIELDS, deleted_entries, deleted_fields, ordered
from briefgen.merging.sameness import Sameness, words_of
from briefgen.merging.sections import Versions, merge_section
from briefgen.merging.values import Note, as_text, merge_fields
from briefgen.model.briefing import Source
from briefgen.model.draft import Change, Deleted, LastDraft, Merged, Retired
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefgen.merging.sameness import Entry
    from briefgen.model.briefing import Briefing
    from briefgen.model.draft import Section

SECTIONS: tuple[Section, ...] = ("takeaways", "actors", "open_questions", "watch", "cautions")


def merge(
    *,
    last: LastDraft | None,
    edited: Briefing | None,
    fresh: Briefing,
    recipe: str,
    locate: Callable[[str], tuple[int, int] | None],
) -> Merged:
    """Bring a new draft into the editor's file.

    1. The machine has nothing new: the result is what the editor has. 2. The editor touched nothing: the result is the
    new draft. 3. Merging twice is merging once. 4. Every text the editor wrote is in the result. 5. What the editor
    deleted never comes back. 6. The editor's order stays. 7. Changes to different fields never conflict. 8. Where both
    changed the same field the editor's stays and the machine's is reported as a suggestion. 9. What the machine no
    longer drafts goes only from a draft, and only where the editor left it alone.

    Args:
        last: What the machine drafted last and what editors deleted; None if that is not known. Then the editor's
            entries stay as they are, empty sections are filled, and anything else is only suggested.
        edited: The editor's file; None if there is none. Then the new draft is taken, less what was ever deleted.
        fresh: What the machine drafts now.
        recipe: What made it.
        locate: Finds a quote in the source as it is now; None where it does not stand there.

    Returns:
        The briefing to write, what to remember for the next time, and what became of each field and item.
    """
    sameness = Sameness(locate)
    deleted = set(last.deleted) if last else set()
    if edited is None:
        return _first(last, fresh, recipe, deleted, sameness)
    if last:
        deleted |= _deletions(last.briefing, last.retired, edited, sameness)
    values, notes = _own_fields(last, edited, fresh, deleted)
    changes = [Change(fate=note.fate, place=note.field, text=note.text) for note in notes]
    sources = Versions(
        section="sources",
        last=last.briefing.sources if last else (),
        edited=edited.sources,
        fresh=fresh.sources,
        remembered=last is not None,
        reviewed=edited.status != "draft",
    )
    sections = [_versions(section, last, edited, fresh, deleted) for section in SECTIONS]
    retired: list[Retired] = []
    for versions in (sources, *sections):
        merged = merge_section(versions, sameness)
        values[versions.section] = merged.entries
        changes += merged.changes
        retired += [
            Retired(section=section, item=entry)
            for section in SECTIONS
            for entry in merged.retired
            if section == versions.section and not isinstance(entry, Source)
        ]
    briefing = dataclasses.replace(edited, **values)
    # What the next merge would find deleted is noted now, so that it has nothing to add.
    deleted |= _deletions(fresh, retired, briefing, sameness)
    memory = LastDraft(briefing=fresh, recipe=recipe, deleted=ordered(deleted), retired=tuple(retired))
    return Merged(briefing=briefing, last_draft=memory, changes=tuple(changes))


def _first(last: LastDraft | None, fresh: Briefing, recipe: str, deleted: set[Deleted], sameness: Sameness) -> Merged:
    """Take a new draft where there is no file, less what was deleted when there was one."""
    gone = [entry for entry in deleted if not entry.field]
    values: dict[str, Any] = {"id": last.briefing.id if last else fresh.id}
    changes: list[Change] = []
    for section in SECTIONS:
        entries: list[Entry] = [
            entry
            for entry in getattr(fresh, section)
            if not any(one.section == section and sameness.recognises(one, entry) for one in gone)
        ]
        values[section] = tuple(entries)
        changes += [
            Change(fate="added", place=f"{section}[{at}]", text=words_of(entry)) for at, entry in enumerate(entries, 1)
        ]
    briefing = dataclasses.replace(fresh, **values)
    deleted = deleted | _deletions(fresh, (), briefing, sameness)
    memory = LastDraft(briefing=fresh, recipe=recipe, deleted=ordered(deleted))
    return Merged(briefing=briefing, last_draft=memory, changes=tuple(changes))


def _versions(
    section: Section, last: LastDraft | None, edited: Briefing, fresh: Briefing, deleted: Iterable[Deleted]
) -> Versions:
    """Gather a section in all its versions."""
    return Versions(
        section=section,
        last=getattr(last.briefing, section) if last else (),
        retired=tuple(one.item for one in last.retired if one.section == section) if last else (),
        edited=getattr(edited, section),
        fresh=getattr(fresh, section),
        deleted=tuple(one for one in ordered(deleted) if one.section == section),
        remembered=last is not None,
        reviewed=edited.status != "draft",
    )


def _own_fields(
    last: LastDraft | None, edited: Briefing, fresh: Briefing, deleted: Iterable[Deleted]
) -> tuple[dict[str, Any], list[Note]]:
    """Merge the briefing's own fields: all but the id, which never changes, and the status, which is the editor's."""
    gone = [one for one in deleted if one.section == "briefing"]
    if last:
        return merge_fields(
            last.briefing,
            edited,
            fresh,
            BRIEFING_FIELDS,
            lambda name, value: Deleted(section="briefing", key=fold(value), field=name) in gone,
        )
    values: dict[str, Any] = {}
    notes: list[Note] = []
    for name in BRIEFING_FIELDS:
        mine, theirs = getattr(edited, name), getattr(fresh, name)
        values[name] = theirs if mine in (None, ()) else mine
        if mine != theirs and theirs not in (None, ()):
            notes.append(Note(fate="taken" if mine in (None, ()) else "suggested", field=name, text=as_text(theirs)))
    return values, notes


def _deletions(drafted: Briefing, retired: Sequence[Retired], edited: Briefing, sameness: Sameness) -> set[Deleted]:
    """Find everything that an editor took out of a draft."""
    found = deleted_fields(drafted, edited)
    for section in SECTIONS:
        entries = (*getattr(drafted, section), *(one.item for one in retired if one.section == section))
        found |= deleted_entries(section, entries, getattr(edited, section), sameness)
    return found
