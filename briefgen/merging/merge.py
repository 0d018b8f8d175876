"""Last draft, editor's file, new draft -> the briefing to write, what to remember, and what became of each item."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Literal

from briefgen.merging.deletions import BRIEFING_FIELDS, deleted_entries, deleted_fields, ordered
from briefgen.merging.proposals import Proposal, named, proposals_of
from briefgen.merging.sameness import Sameness, words_of
from briefgen.merging.sections import Versions, merge_section
from briefgen.merging.values import Memory, Note, as_text, can_suggest, merge_fields, suggestion
from briefgen.model.briefing import Source
from briefgen.model.draft import HELD, Deleted, LastDraft, Merged, Paired, Pending, Retired, Suggested
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefgen.merging.sameness import Entry
    from briefgen.model.briefing import Briefing
    from briefgen.model.draft import Section

SECTIONS: tuple[Section, ...] = ("takeaways", "actors", "open_questions", "watch", "cautions")


_LISTS: tuple[Section | Literal["sources"], ...] = ("sources", *SECTIONS)


_FATES_OF_CHANGE = frozenset({"added", "taken", "withdrawn"})


def merge(  # noqa: PLR0913 - three versions, and how they are compared
    *,
    last: LastDraft | None,
    edited: Briefing | None,
    fresh: Briefing,
    recipe: str,
    locate: Callable[[str], tuple[int, int] | None],
    published: bool = False,
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
        published: Whether a briefing that is published or withdrawn may be changed. Otherwise it stays as it is and the
            new draft is remembered as pending; where there is no last draft, all that is new is suggested.

    Returns:
        The briefing to write, what to remember for the next time, and what became of each field and item.
    """
    merged, proposals = merge_proposals(
        last=last, edited=edited, fresh=fresh, recipe=recipe, locate=locate, published=published
    )
    return dataclasses.replace(merged, changes=tuple(one.change for one in proposals))


def merge_proposals(  # noqa: PLR0913 - what `merge` takes
    *,
    last: LastDraft | None,
    edited: Briefing | None,
    fresh: Briefing,
    recipe: str,
    locate: Callable[[str], tuple[int, int] | None],
    published: bool = False,
) -> tuple[Merged, tuple[Proposal, ...]]:
    """Merge as `merge` does, and give beside the changes what it takes to make each of them alone."""
    sameness = Sameness(locate)
    if last is not None and last.pending is not None:
        last = dataclasses.replace(last, pending=None)
    if edited is None:
        return _first(last, fresh, recipe, sameness)
    held = edited.status in HELD and not published
    merged, proposals = _merged(last, edited, fresh, recipe, sameness, fill=not held)
    if held and not any(one.change.fate in _FATES_OF_CHANGE for one in proposals):
        # At most the order would be another: nothing to ask for, and the editor's is as good.
        merged = dataclasses.replace(merged, briefing=edited)
    elif held and last is not None:
        # What is deleted from now on is told by the draft that the file comes from; what was, is noted at once, since the
        # file may be gone when the draft is asked for.
        deleted = ordered({*last.deleted, *_deletions(last.briefing, last.retired, last.paired, edited, sameness)})
        memory = dataclasses.replace(last, deleted=deleted, pending=Pending(briefing=fresh, recipe=recipe))
        merged = Merged(briefing=edited, last_draft=memory, changes=(), held=True)
    return merged, proposals


def _merged(  # noqa: PLR0913 - the versions of a briefing and how they are compared
    last: LastDraft | None, edited: Briefing, fresh: Briefing, recipe: str, sameness: Sameness, *, fill: bool
) -> tuple[Merged, tuple[Proposal, ...]]:
    """Merge a new draft with a file that is there."""
    deleted = set(last.deleted) if last else set()
    if last:
        deleted |= _deletions(last.briefing, last.retired, last.paired, edited, sameness)
    values, notes = _own_fields(last, edited, fresh, deleted, fill=fill)
    found = proposals_of("briefing", notes)
    sections = [_versions(section, last, edited, fresh, deleted, fill=fill) for section in _LISTS]
    retired: list[Retired] = []
    paired: list[Paired] = []
    for versions in sections:
        merged = merge_section(versions, sameness)
        values[versions.section] = merged.entries
        found += merged.proposals
        paired += [Paired(section=versions.section, number=number, item=item) for number, item in merged.paired.items()]
        retired += [
            Retired(section=section, item=entry)
            for section in SECTIONS
            for entry in merged.retired
            if section == versions.section and not isinstance(entry, Source)
        ]
    proposals = named(found)
    briefing = dataclasses.replace(edited, **values)
    # What the next merge would find deleted is noted now, so that it has nothing to add.
    deleted |= _deletions(fresh, retired, paired, briefing, sameness)
    memory = LastDraft(
        briefing=fresh,
        recipe=recipe,
        deleted=ordered(deleted),
        retired=tuple(retired),
        paired=tuple(paired),
        suggested=_suggested(proposals),
    )
    return Merged(briefing=briefing, last_draft=memory, changes=()), proposals


def _suggested(proposals: Iterable[Proposal]) -> tuple[Suggested, ...]:
    """Give what to remember of what is suggested, in the one order in which it is written."""
    found = {
        Suggested(section=one.section, number=one.fresh or 0, field=one.field, edited=one.change.edited)
        for one in proposals
        if one.change.fate == "suggested"
    }
    return tuple(sorted(found, key=lambda one: (one.section, one.number, one.field, one.edited)))


def _first(
    last: LastDraft | None, fresh: Briefing, recipe: str, sameness: Sameness
) -> tuple[Merged, tuple[Proposal, ...]]:
    """Take a new draft where there is no file, less what was deleted when there was one."""
    deleted = set(last.deleted) if last else set()
    gone = [entry for entry in deleted if not entry.field]
    values: dict[str, Any] = {"id": last.briefing.id if last else fresh.id}
    found: list[Proposal] = []
    for section in SECTIONS:
        entries: list[Entry] = [
            entry
            for entry in getattr(fresh, section)
            if not any(one.section == section and sameness.recognises(one, entry) for one in gone)
        ]
        values[section] = tuple(entries)
        for number, entry in enumerate(entries, 1):
            note = Note(fate="added", field="", text=words_of(entry))
            found += proposals_of(section, [note], entry=entry, number=number)
    briefing = dataclasses.replace(fresh, **values)
    deleted |= _deletions(fresh, (), (), briefing, sameness)
    memory = LastDraft(briefing=fresh, recipe=recipe, deleted=ordered(deleted))
    return Merged(briefing=briefing, last_draft=memory, changes=()), named(found)


def _versions(  # noqa: PLR0913 - the versions of a briefing
    section: Section | Literal["sources"],
    last: LastDraft | None,
    edited: Briefing,
    fresh: Briefing,
    deleted: Iterable[Deleted],
    *,
    fill: bool,
) -> Versions:
    """Gather a section in all its versions."""
    return Versions(
        section=section,
        last=getattr(last.briefing, section) if last else (),
        retired=tuple(one.item for one in last.retired if one.section == section) if last else (),
        edited=getattr(edited, section),
        fresh=getattr(fresh, section),
        deleted=tuple(one for one in ordered(deleted) if one.section == section),
        paired={one.number: one.item for one in last.paired if one.section == section} if last else {},
        suggested=tuple(one for one in last.suggested if one.section == section) if last else (),
        remembered=last is not None,
        fill=fill,
        reviewed=edited.status != "draft",
    )


def _own_fields(
    last: LastDraft | None, edited: Briefing, fresh: Briefing, deleted: Iterable[Deleted], *, fill: bool
) -> tuple[dict[str, Any], list[Note]]:
    """Merge the briefing's own fields: all but the id, which never changes, and what is the editor's alone."""
    gone = [one for one in deleted if one.section == "briefing"]
    if last:
        suggested = {(one.field, one.edited) for one in last.suggested if one.section == "briefing"}
        return merge_fields(
            last.briefing,
            edited,
            fresh,
            BRIEFING_FIELDS,
            Memory(
                is_deleted=lambda name, value: Deleted(section="briefing", key=fold(value), field=name) in gone,
                is_suggested=lambda name, words: (name, words) in suggested,
            ),
        )
    values: dict[str, Any] = {}
    notes: list[Note] = []
    for name in BRIEFING_FIELDS:
        mine, theirs = getattr(edited, name), getattr(fresh, name)
        empty = mine in (None, ())
        values[name] = theirs if empty and fill else mine
        if theirs in (None, ()) or not can_suggest(name, mine, theirs):
            continue
        if empty and fill:
            notes.append(Note(fate="taken", field=name, text=as_text(theirs), value=theirs))
        else:
            notes.append(suggestion(name, mine, theirs))
    return values, notes


def _deletions(
    drafted: Briefing, retired: Sequence[Retired], paired: Sequence[Paired], edited: Briefing, sameness: Sameness
) -> set[Deleted]:
    """Find everything that an editor took out of a draft."""
    found = deleted_fields(drafted, edited)
    for section in SECTIONS:
        entries = (*getattr(drafted, section), *(one.item for one in retired if one.section == section))
        known = {one.number: one.item for one in paired if one.section == section}
        found |= deleted_entries(section, entries, getattr(edited, section), sameness, known)
    return found
