"""The entries of a list before and after -> which new entry came from which old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.files.shape import Plain

# What most entries share tells nothing of where one came from.
_COMMON = frozenset({"kind", "status", "certainty"})


def align(old: list[Plain], new: list[Plain]) -> list[int | None]:
    """Find for each new entry the old one whose lines it takes over.

    Args:
        old: The entries as the file has them.
        new: The entries as it shall have them.

    Returns:
        For each new entry the number of an old one, each used once, or None for one to be written afresh. Equal
        entries come first, then those that share most fields, then, where nothing was added or taken out, those in the
        same place.
    """
    found: list[int | None] = [None] * len(new)
    free = list(range(len(old)))
    for at, value in enumerate(new):
        same = next((index for index in free if old[index] == value), None)
        if same is not None:
            found[at] = same
            free.remove(same)
    shared = sorted(
        (-_shared(old[index], value), at, index)
        for at, value in enumerate(new)
        if found[at] is None
        for index in free
        if _shared(old[index], value)
    )
    for _, at, index in shared:
        if found[at] is None and index in free:
            found[at] = index
            free.remove(index)
    if len(old) == len(new):
        for at in range(len(new)):
            if found[at] is None and at in free:
                found[at] = at
                free.remove(at)
    return found


def _shared(old: Plain, new: Plain) -> int:
    """Count the fields that two entries have in common."""
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return 0
    return sum(1 for key, value in new.items() if key not in _COMMON and old.get(key) == value)
