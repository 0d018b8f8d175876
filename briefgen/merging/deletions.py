"""What was drafted and what the editor has -> what the editor took out, to be remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.merging.sameness import key_of
from briefgen.merging.values import SETS, fields_of
from briefgen.model.draft import Deleted
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefgen.merging.sameness import Entry, Sameness
    from briefgen.model.briefing import Briefing
    from briefgen.model.draft import Section

BRIEFING_FIELDS = ("title", "date", "summary", "topics")
"""The briefing's own fields that are merged; `id` never changes and `status` is the editor's."""


def deleted_entries(
    section: Section,
    drafted: Sequence[Entry],
    edited: Sequence[Entry],
    sameness: Sameness,
    paired: Mapping[int, Entry | None],
) -> set[Deleted]:
    """Find the entries of a section that an editor took out, and the fields of those that stayed."""
    partners = sameness.match(drafted, edited, renamed=True, paired=paired)
    found: set[Deleted] = set()
    for index, entry in enumerate(drafted):
        other = edited[partners[index]] if index in partners else None
        if entry == other:
            continue
        key = key_of(entry)
        if other is None:
            found.add(Deleted(section=section, key=key))
            continue
        for name in fields_of(entry):
            keys = _gone(name, getattr(entry, name), getattr(other, name), key)
            found |= {Deleted(section=section, key=key, field=name) for key in keys}
    return found


def deleted_fields(drafted: Briefing, edited: Briefing) -> set[Deleted]:
    """Find the fields of the briefing itself, and the topics, that an editor took out."""
    return {
        Deleted(section="briefing", key=key, field=name)
        for name in BRIEFING_FIELDS
        for key in _gone(name, getattr(drafted, name), getattr(edited, name), "")
    }


def ordered(deleted: Iterable[Deleted]) -> tuple[Deleted, ...]:
    """Give deletions in the one order in which they are written."""
    return tuple(sorted(deleted, key=lambda gone: (gone.section, gone.key, gone.field)))


def is_deleted_field(
    deleted: Iterable[Deleted], entries: Sequence[Entry], name: str, value: str, sameness: Sameness
) -> bool:
    """Tell whether an editor took a field, or a value of a set, out of an entry.

    Args:
        deleted: What was taken out of the entry's section.
        entries: The entry, in any of its versions.
        name: The field.
        value: The value, for a set; one that was taken out of one entry is not added to another.
        sameness: Recognises the entry.

    Returns:
        Whether the machine's proposal for it is to be left alone.
    """
    of_field = [gone for gone in deleted if gone.field == name]
    if name in SETS:
        return any(gone.key == fold(value) for gone in of_field)
    return any(sameness.recognises(gone, entry) for gone in of_field for entry in entries)


def _gone(name: str, drafted: Any, edited: Any, key: str) -> list[str]:  # noqa: ANN401 - the value of any field
    """Give the keys of what a field lost."""
    if name in SETS:
        left = set(map(fold, edited))
        return [fold(value) for value in drafted if fold(value) not in left]
    return [key] if drafted not in (None, ()) and edited in (None, ()) else []
