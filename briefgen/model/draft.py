"""What merging takes and gives: the machine's memory of its last draft, and what became of each item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefgen.model.briefing import (  # noqa: TC001 - pydantic needs them at run time
    Actor,
    Briefing,
    Caution,
    Question,
    Source,
    Status,
    Takeaway,
    WatchItem,
)

Section = Literal["takeaways", "actors", "open_questions", "watch", "cautions"]
Fate = Literal["added", "taken", "kept", "withdrawn", "suggested"]
Origin = Literal["drafted", "edited", "written"]
HELD: frozenset[Status] = frozenset({"published", "withdrawn"})
"""In these states readers have the briefing, and a new draft waits until it is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """An item, or an optional field, that an editor took out and that no draft may bring back."""

    section: Section | Literal["briefing"]
    """Where it stood; `briefing` for a field of the briefing itself."""
    key: str
    """What the item is recognised by, a line each, folded: its text or name, then its evidence or an actor's aliases.

    For a topic or an alias the value that was taken out; for another field of the briefing empty.
    """
    field: str = ""
    """The field that was taken out; empty where it was the whole item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """An item that the machine once drafted and no longer does, and that still stands in the editor's file."""

    section: Section
    # The caution first: its one key fits a takeaway too, whose other keys can be left out.
    item: Caution | Takeaway | Actor | Question | WatchItem
    """As the machine last drafted it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """What the file has of a drafted item, where the two do not tell it by themselves.

    An item that the editor changed, and the machine too, may be known by nothing but its history; and one that the editor
    took out may look like another that is there.
    """

    section: Section | Literal["sources"]
    number: int
    """Of the drafted item in its section, counted from 0; behind them the retired ones are numbered on."""
    # In this order for the same reason as in `Retired`.
    item: Caution | Takeaway | Actor | Question | WatchItem | Source | None
    """As the editor had it when the two were last brought together; None where the file does not have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What the last draft has in other words than the editor, as long as the editor has not decided on it."""

    section: Section | Literal["briefing", "sources"]
    """Where it stands; `briefing` for a field of the briefing itself."""
    number: int = 0
    """Of the drafted item in its section, counted from 0."""
    field: str = ""
    """The field that the machine has otherwise; empty where it is the whole item."""
    edited: str = ""
    """The editor's words when it was suggested: once they are others, the editor has decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A newer draft of a published briefing, which waits until it is asked for."""

    briefing: Briefing
    """The draft, before any merging."""
    recipe: str
    """What made it, as in `LastDraft`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDraft:
    """What the machine last proposed for a briefing; lies in content/.drafts/ beside the editor's file."""

    briefing: Briefing
    """The machine's last draft, before any merging."""
    recipe: str
    """What made it: the program's version and the language model's; another recipe drafts anew."""
    deleted: tuple[Deleted, ...] = ()
    """Everything an editor ever took out of this briefing, sorted."""
    retired: tuple[Retired, ...] = ()
    """What stays in the editor's file though the briefing above no longer has it: still drafted, not written by hand."""
    paired: tuple[Paired, ...] = ()
    """Items of the briefing above, or retired ones, that the editor's file has beyond recognition, or has not."""
    suggested: tuple[Suggested, ...] = ()
    """What the briefing above has in other words than the editor, and nobody has decided on, sorted."""
    pending: Pending | None = None
    """A newer draft that the editor's file has not taken; None where there is none. All above tells of the file as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a merge did to one field or item."""

    fate: Fate
    """`added` new from the machine, `taken` over from it, `kept` as the editor has it, `withdrawn` by the machine
    and untouched by the editor, `suggested` where both changed the same field and the editor's stays."""
    place: str
    """Where: `title`, or `takeaways[2].text` counted from 1 in the merged briefing."""
    text: str
    """The machine's words where they were taken, added, withdrawn or are suggested; the editor's where they were kept."""
    edited: str = ""
    """What the editor has where others are taken or suggested; empty where the editor has nothing."""
    quotes: tuple[str, ...] = ()
    """The words of the source that the machine's item rests on."""
    name: str = ""
    """What it is taken by, `takeaways-5c1e03.text`: made of what is proposed, so that it never means anything else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The result of a merge."""

    briefing: Briefing
    """What the editor's file shall say."""
    last_draft: LastDraft
    """What the machine shall remember."""
    changes: tuple[Change, ...]
    """What was added, taken, kept, withdrawn and suggested, in the order of the briefing; what would be, where it is held."""
    held: bool = False
    """Whether the draft only waits, as `LastDraft.pending`: the editor's file is published and stays as it is."""
