"""A value as it was drafted, as the editor has it and as it is drafted now -> the value to write."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.draft import Fate

SETS = frozenset({"aliases", "topics"})
"""Fields whose values come and go one by one."""
_EDITORS = frozenset({"waived"})
"""Fields of entries that are the editor's alone: no draft ever fills them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What became of a field."""

    fate: Fate
    field: str
    """Empty for a whole entry."""
    text: str
    edited: str = ""
    """What the editor has where something else is taken or suggested."""
    value: object = None
    """What the machine proposes: a field's value, or one of a set's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What was decided about the fields of an entry before."""

    is_deleted: Callable[[str, str], bool]
    """Tells by a field's name, and a value of it where it is a set, whether an editor ever took it out."""
    is_suggested: Callable[[str, str], bool]
    """Tells by a field's name and the editor's words in it whether the last draft's are suggested instead."""


def merge_fields(
    drafted: Any,  # noqa: ANN401 - a briefing or any of its entries
    edited: Any,  # noqa: ANN401 - as above
    fresh: Any,  # noqa: ANN401 - as above
    names: tuple[str, ...],
    memory: Memory,
) -> tuple[dict[str, Any], list[Note]]:
    """Merge the fields of an entry, or of the briefing itself, one by one.

    Args:
        drafted: What the machine drafted before.
        edited: What the editor has.
        fresh: What the machine drafts now.
        names: The fields to merge.
        memory: What is known of them from before.

    Returns:
        The values to write, and what became of those that are not the same everywhere.
    """
    values: dict[str, Any] = {}
    notes: list[Note] = []
    for name in names:
        before, mine, theirs = (getattr(version, name) for version in (drafted, edited, fresh))
        merge = _merge_set if name in SETS else _merge_value
        values[name], found = merge(name, before, mine, theirs, memory.is_deleted)
        if before == theirs and memory.is_suggested(name, as_text(mine)) and can_suggest(name, mine, theirs):
            found = [suggestion(name, mine, theirs)]
        notes += found
    return values, notes


def fields_of(entry: Any) -> tuple[str, ...]:  # noqa: ANN401 - any entry
    """Name the fields of an entry that a draft can fill, in their order."""
    return tuple(field.name for field in dataclasses.fields(entry) if field.name not in _EDITORS)


def as_drafted(entry: Any) -> Any:  # noqa: ANN401 - any entry
    """Give an entry without what only an editor adds beside its words."""
    there = {name: () for name in _EDITORS if getattr(entry, name, ())}
    return dataclasses.replace(entry, **there) if there else entry


def as_text(value: Any) -> str:  # noqa: ANN401 - the value of any field
    """Write a field's value on one line."""
    if isinstance(value, tuple):
        return "; ".join(item if isinstance(item, str) else str(item.quote) for item in value)
    return "" if value is None else str(value)


def can_suggest(name: str, edited: Any, fresh: Any) -> bool:  # noqa: ANN401 - the value of any field
    """Tell whether the machine's value has anything that the editor's has not; of a set its additions count only."""
    if name in SETS:
        return not set(map(fold, fresh)) <= set(map(fold, edited))
    return bool(edited != fresh)


def suggestion(name: str, edited: object, fresh: object) -> Note:
    """Note that the machine has a field in other words than the editor, or a set with other values."""
    if name in SETS and isinstance(fresh, tuple) and isinstance(edited, tuple):
        known = set(map(fold, edited))
        fresh = tuple(value for value in fresh if fold(value) not in known)
    return Note(fate="suggested", field=name, text=as_text(fresh), edited=as_text(edited), value=fresh)


def _merge_value(
    name: str, drafted: object, edited: object, fresh: object, is_deleted: Callable[[str, str], bool]
) -> tuple[object, list[Note]]:
    """Merge a field as a whole."""
    if edited == fresh:
        return edited, []
    if drafted == edited:
        if edited in (None, ()) and is_deleted(name, ""):
            return edited, []
        return fresh, [Note(fate="taken", field=name, text=as_text(fresh), edited=as_text(edited), value=fresh)]
    if name == "sha256" and drafted != fresh:  # it names the file that was drafted from, which only the machine knows
        return fresh, [Note(fate="taken", field=name, text=as_text(fresh), edited=as_text(edited), value=fresh)]
    if drafted == fresh:
        return edited, [Note(fate="kept", field=name, text=as_text(edited))]
    return edited, [suggestion(name, edited, fresh)]


def _merge_set(
    name: str,
    drafted: tuple[str, ...],
    edited: tuple[str, ...],
    fresh: tuple[str, ...],
    is_deleted: Callable[[str, str], bool],
) -> tuple[tuple[str, ...], list[Note]]:
    """Merge a set of texts one by one, in the editor's order where there is one."""
    before, now = set(map(fold, drafted)), set(map(fold, fresh))
    if drafted == edited:
        merged = tuple(value for value in fresh if fold(value) in before or not is_deleted(name, value))
    else:
        stays = [value for value in edited if value not in drafted or fold(value) in now]
        known = before | set(map(fold, edited))
        merged = (*stays, *(value for value in fresh if fold(value) not in known and not is_deleted(name, value)))
    notes = [Note(fate="added", field=name, text=value, value=value) for value in merged if value not in edited]
    notes += [Note(fate="withdrawn", field=name, text=value, value=value) for value in edited if value not in merged]
    if drafted != edited and merged != fresh:
        notes.append(Note(fate="kept", field=name, text=as_text(edited)))
    return merged, notes
