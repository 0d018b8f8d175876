"""Last draft, editor's file, names of proposals -> the briefing with these taken, and what to remember.

What is taken goes into the editor's file and into the last draft alike, as if the machine had drafted it before. So the
laws of merging hold on: the next draft finds it drafted and untouched, and an editor who takes it out has deleted it.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.merging.merge import merge_proposals
from briefgen.merging.sameness import Sameness
from briefgen.merging.values import SETS
from briefgen.model.draft import Merged, Paired, Suggested
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefgen.merging.proposals import Proposal
    from briefgen.model.briefing import Briefing
    from briefgen.model.draft import Change, Deleted, LastDraft

Noted = TypeVar("Noted", Paired, Suggested)


def proposed(last: LastDraft, edited: Briefing, locate: Callable[[str], tuple[int, int] | None]) -> tuple[Change, ...]:
    """Tell what an editor can take: what is suggested, and all that a draft would do that waits.

    Args:
        last: What the machine remembers.
        edited: The editor's file.
        locate: Finds a quote in the source; None where it does not stand there.

    Returns:
        The changes, each with its name, in the order of the briefing.
    """
    return tuple(one.change for one in _proposals(last, edited, locate))


def accept(
    last: LastDraft, edited: Briefing, names: Sequence[str], locate: Callable[[str], tuple[int, int] | None]
) -> Merged:
    """Take proposals into the editor's briefing.

    Args:
        last: What the machine remembers.
        edited: The editor's file.
        names: Of proposals, as `proposed` gives them. One that is done already with those before it is passed over.
        locate: As in `proposed`.

    Returns:
        The briefing to write, what to remember, and what was taken. A draft that waited and has nothing more to give
        waits no longer.
    """
    taken: list[Change] = []
    for name in dict.fromkeys(names):
        alike = sum(one.change.name == name for one in _proposals(last, edited, locate))
        for _ in range(alike):
            one = next((one for one in _proposals(last, edited, locate) if one.change.name == name), None)
            if one is not None:
                last, edited = _take(last, edited, one, Sameness(locate))
                last = _remembered(last, edited, locate)
                taken.append(one.change)
    return Merged(briefing=edited, last_draft=last, changes=tuple(taken), held=last.pending is not None)


def _proposals(
    last: LastDraft, edited: Briefing, locate: Callable[[str], tuple[int, int] | None]
) -> tuple[Proposal, ...]:
    newest = last.pending or last
    _, found = merge_proposals(
        last=last, edited=edited, fresh=newest.briefing, recipe=newest.recipe, locate=locate, published=True
    )
    return tuple(one for one in found if one.change.name)


def _remembered(last: LastDraft, edited: Briefing, locate: Callable[[str], tuple[int, int] | None]) -> LastDraft:
    """Bring the memory up to date with a briefing that has all of the last draft that it is to have."""
    settled, _ = merge_proposals(
        last=last, edited=edited, fresh=last.briefing, recipe=last.recipe, locate=locate, published=True
    )
    if last.pending is None:
        return settled.last_draft
    waiting = dataclasses.replace(settled.last_draft, pending=last.pending)
    merged, left = merge_proposals(
        last=waiting,
        edited=edited,
        fresh=last.pending.briefing,
        recipe=last.pending.recipe,
        locate=locate,
        published=True,
    )
    # What is only suggested then is remembered without a draft that waits.
    done = all(one.change.fate in {"kept", "suggested"} for one in left)
    return merged.last_draft if done else waiting


def _take(last: LastDraft, edited: Briefing, one: Proposal, sameness: Sameness) -> tuple[LastDraft, Briefing]:
    """Make a change in the last draft and in the editor's briefing, and forget that it was ever deleted."""
    deleted = tuple(gone for gone in last.deleted if not _undone(gone, one, sameness))
    last = dataclasses.replace(last, deleted=deleted)
    if one.section == "briefing":
        drafted = _with_field(last.briefing, one)
        return dataclasses.replace(last, briefing=drafted), _with_field(edited, one)
    mine = _in_file(getattr(edited, one.section), one)
    sections: dict[str, Any] = {one.section: mine}
    last = _in_draft(last, edited, one)
    if one.field and one.edited is not None and one.drafted is not None:
        # Of two copies that the editor made, the one that took it stays the one that is drafted.
        pair = Paired(section=one.section, number=one.drafted, item=mine[one.edited])
        others = (two for two in last.paired if (two.section, two.number) != (pair.section, pair.number))
        last = dataclasses.replace(last, paired=(*others, pair))
    return last, dataclasses.replace(edited, **sections)


def _in_file(mine: tuple[Any, ...], one: Proposal) -> tuple[Any, ...]:
    """Make a change in the editor's section."""
    if not one.field and one.change.fate != "withdrawn":
        return (*mine[: one.before], one.entry, *mine[one.before :])
    if one.edited is None:
        return mine
    there = (_with_field(mine[one.edited], one),) if one.field else ()
    return (*mine[: one.edited], *there, *mine[one.edited + 1 :])


def _in_draft(last: LastDraft, edited: Briefing, one: Proposal) -> LastDraft:
    """Make a change in a section of the last draft, or in what is retired of it."""
    before: tuple[Any, ...] = getattr(last.briefing, one.section)
    retired = [other for other in last.retired if other.section == one.section]
    # Each with its number, so that what is remembered by numbers is found again.
    drafted: list[tuple[int | None, Any]] = list(enumerate((*before, *(other.item for other in retired))))
    length = len(before)
    if one.drafted is None and not one.field:
        # Where the editor left the section alone, it stays as the machine has it.
        at = one.before if before == getattr(edited, one.section) else length
        drafted.insert(at, (None, one.entry))
        length += 1
    elif one.drafted is not None and one.field:
        drafted[one.drafted] = (one.drafted, _with_field(drafted[one.drafted][1], one))
    elif one.drafted is not None and one.change.fate == "withdrawn":
        del drafted[one.drafted]
        length -= one.drafted < length
    numbers = {old: new for new, (old, _) in enumerate(drafted) if old is not None}
    entries = [entry for _, entry in drafted]
    sections: dict[str, Any] = {one.section: tuple(entries[:length])}
    aside = [dataclasses.replace(other, item=item) for other, item in zip(retired, entries[length:], strict=False)]
    return dataclasses.replace(
        last,
        briefing=dataclasses.replace(last.briefing, **sections),
        retired=(*(other for other in last.retired if other.section != one.section), *aside),
        paired=tuple(_numbered(last.paired, one.section, numbers)),
        suggested=tuple(_numbered(last.suggested, one.section, numbers)),
    )


def _numbered(noted: Iterable[Noted], section: str, numbers: dict[int, int]) -> Iterator[Noted]:
    """Give notes on drafted entries with their new numbers, without those on entries that are gone."""
    for one in noted:
        if one.section != section:
            yield one
        elif one.number in numbers:
            yield dataclasses.replace(one, number=numbers[one.number])


def _with_field(entry: Any, one: Proposal) -> Any:  # noqa: ANN401 - a briefing or any of its entries
    """Give an entry with the proposed value; to a set it is added, or taken out, and the editor's other values stay."""
    value = one.value
    if one.field in SETS:
        there = getattr(entry, one.field)
        if one.change.fate == "withdrawn":
            value = tuple(text for text in there if text != value)
        else:
            known = set(map(fold, there))
            new = value if isinstance(value, tuple) else (value,)
            value = (*there, *(text for text in new if fold(text) not in known))
    return dataclasses.replace(entry, **{one.field: value})


def _undone(gone: Deleted, one: Proposal, sameness: Sameness) -> bool:
    """Tell whether taking a proposal takes a deletion back."""
    if gone.section != one.section or gone.field != one.field or one.change.fate == "withdrawn":
        return False
    if one.field in SETS:
        values = one.value if isinstance(one.value, tuple) else (one.value,)
        return gone.key in map(fold, values)
    return one.entry is None or sameness.recognises(gone, one.entry)
