"""A site's folder, a briefing's id -> what the machine proposes for it; and what of that an editor takes, written.

Nothing is drafted here, so that no language model is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefgen.errors import SeedError, SettingsError
from briefgen.files.briefings import briefing_names, clean_up, load_briefing, save_briefing
from briefgen.files.drafts import load_last_draft, save_last_draft
from briefgen.files.front_matter_revise import revised_text
from briefgen.files.lock import locked
from briefgen.files.seeds import read_seed
from briefgen.merging.accept import accept, proposed
from briefgen.model.draft import HELD
from briefgen.model.folding import Folded
from briefgen.reading.read import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from briefgen.files.front_matter import BriefingFile
    from briefgen.model.draft import Change, LastDraft
    from briefgen.model.settings import Settings

_NEAREST = 3
_ALIKE = 0.6
"""Share of letters in common: a slip or two, not another word."""
_LISTED = 40
"""So many names are told in a message; more of them nobody reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What the machine proposes for a briefing."""

    briefing: str
    """The briefing's id."""
    file: str
    """The editor's file from the site's root."""
    changes: tuple[Change, ...]
    """What can be taken, each with its name: what is suggested, and all of a draft that waits."""
    held: bool
    """Whether a draft waits, since the briefing is published or withdrawn."""
    seeds: tuple[str, ...]
    """The articles that the briefing rests on, from the site's root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What an editor took."""

    taken: tuple[Change, ...]
    left: Proposals
    """What is proposed still."""


def proposals_for(root: Path, settings: Settings, name: str) -> Proposals:
    """Tell what the machine proposes for a briefing, by its last draft; nothing is drafted or written.

    Args:
        root: The site's root.
        settings: The site's.
        name: The briefing's id.

    Raises:
        ContentError: The briefing or its last draft cannot be read; every problem of the two files is named.
        SettingsError: There is no such briefing.
    """
    file, last = _loaded(root, settings, name)
    return _proposals(file, last, _locate(root, last))


def accept_proposals(
    root: Path,
    settings: Settings,
    name: str,
    items: Sequence[str] | None,
    *,
    waiting: Callable[[], None] | None = None,
) -> Accepted:
    """Take proposals into the editor's file; only the bytes of what they change are changed.

    Args:
        root: The site's root.
        settings: The site's.
        name: The briefing's id.
        items: The proposals' names, as `proposals_for` gives them; None for all there are.
        waiting: Called once if another run has to end first.

    Raises:
        ContentError: As `proposals_for`; nothing is taken.
        LockError: Another run does not end; nothing is taken.
        SettingsError: There is no such briefing, or no proposal of such a name; nothing is taken.
        WriteError: The disk refused; what was there is still whole.
    """
    with locked(root, settings, waiting=waiting):
        clean_up(root, settings)
        file, last = _loaded(root, settings, name)
        locate = _locate(root, last)
        there = _proposals(file, last, locate)
        names = [change.name for change in there.changes]
        if unknown := [item for item in items or () if item not in names]:
            raise SettingsError("\n".join(_unknown_item(item, there) for item in unknown))
        wanted = names if items is None else items
        if last is None or not wanted:
            return Accepted(taken=(), left=there)
        merged = accept(last, file.briefing, wanted, locate)
        # The editor's file first, as in drafting: a run that dies in between leaves what was taken as an edit.
        save_briefing(root, settings, revised_text(file, merged.briefing), name)
        save_last_draft(root, settings, name, merged.last_draft)
        file = load_briefing(root, settings, name)
        return Accepted(taken=merged.changes, left=_proposals(file, merged.last_draft, locate))


def id_of(root: Path, settings: Settings, target: str) -> str | None:
    """Give the id that somebody means by an id or by a briefing's file, named from the root.

    Returns:
        The id; None where there is no such briefing.

    Raises:
        ContentError: The folder of the briefings cannot be read.
        SettingsError: The folder leads out of the root.
    """
    path = PurePosixPath(target)
    name = path.stem if str(path.parent) == f"{settings.content}/briefings" and path.suffix == ".md" else target
    return name if name in briefing_names(root, settings) else None


def no_such_briefing(root: Path, settings: Settings, target: str) -> SettingsError:
    """Say that there is no briefing of that id, and which are nearest."""
    names = briefing_names(root, settings)
    return SettingsError(
        f"{target}: expected the id of a briefing, found none; {_there(_nearest(target, names), names)}"
    )


def _loaded(root: Path, settings: Settings, name: str) -> tuple[BriefingFile, LastDraft | None]:
    if name not in briefing_names(root, settings):
        raise no_such_briefing(root, settings, name)
    return load_briefing(root, settings, name), load_last_draft(root, settings, name)


def _proposals(
    file: BriefingFile, last: LastDraft | None, locate: Callable[[str], tuple[int, int] | None]
) -> Proposals:
    newest = (last.pending or last).briefing if last else file.briefing
    return Proposals(
        briefing=file.briefing.id,
        file=file.file,
        changes=proposed(last, file.briefing, locate) if last else (),
        held=last is not None and last.pending is not None and file.briefing.status in HELD,
        seeds=tuple(source.file for source in newest.sources),
    )


def _locate(root: Path, last: LastDraft | None) -> Callable[[str], tuple[int, int] | None]:
    """Find quotes in the article of the newest draft; without it they are compared by their words."""
    newest = (last.pending or last).briefing if last else None
    try:
        if newest and newest.sources:
            return Folded(read(read_seed(root, newest.sources[0].file)).text).find
    except SeedError:
        pass
    return lambda _quote: None


def _unknown_item(item: str, there: Proposals) -> str:
    places = {change.name: change.place for change in there.changes}
    if not places:
        return f"{item}: expected the name of a proposal for {there.briefing}; nothing is proposed for it now"
    same_place = [name for name, place in places.items() if place == item]
    listed = [name if name == place else f"{name} ({place})" for name, place in places.items()]
    told = _there(same_place or _nearest(item, places), listed)
    return f"{item}: expected the name of a proposal for {there.briefing}, found none of that name; {told}"


def _nearest(found: str, names: Iterable[str]) -> list[str]:
    """Give the names most like what was typed, be it only their beginning."""
    alike = [
        (max(SequenceMatcher(None, found, part).ratio() for part in (name, name[: len(found)])), name)
        for name in dict.fromkeys(names)
    ]
    return [name for likeness, name in sorted(alike, key=lambda one: (-one[0], one[1])) if likeness >= _ALIKE][
        :_NEAREST
    ]


def _there(nearest: Sequence[str], listed: Sequence[str]) -> str:
    """Say which names are nearest, and which there are."""
    meant = f"did you mean {' or '.join(nearest)}? " if nearest else ""
    more = f" and {len(listed) - _LISTED} more" if len(listed) > _LISTED else ""
    return f"{meant}there is: {', '.join(listed[:_LISTED])}{more}" if listed else "there is none"
