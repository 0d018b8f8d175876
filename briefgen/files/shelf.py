"""Briefings and last drafts -> the one that belongs to a seed."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.files.front_matter import BriefingFile
    from briefgen.model.draft import LastDraft
    from briefgen.model.seed import Seed


_DIGITS = 6


class Shelf:
    """The briefings and last drafts there are, found by the seed they were made from."""

    def __init__(self, files: Sequence[BriefingFile], drafts: Mapping[str, LastDraft], seeds: Sequence[str]) -> None:
        self.seeds = tuple(seeds)
        self.drafts = dict(drafts)
        ids = {file.briefing.id for file in files}
        self._by_file = {source.file: file for file in files for source in file.briefing.sources}
        # A seed that was renamed keeps its briefing: the same bytes under a name that is gone.
        there = set(seeds)
        self._moved = {
            source.sha256: file
            for file in files
            for source in file.briefing.sources
            if source.sha256 and source.file not in there
        }
        self._deleted = {
            source.file: name for name, last in drafts.items() if name not in ids for source in last.briefing.sources
        }

        # The id of a briefing that an editor deleted is free again, for the same article when it is asked for.
        self._taken = ids | (set(drafts) - set(self._deleted.values()))

    def for_seed(self, seed: Seed) -> BriefingFile | None:
        """Give the briefing made from a seed, also where the seed was renamed since."""
        return self._by_file.get(seed.file) or self._moved.get(seed.sha256)

    def deleted(self, seed: Seed) -> str | None:
        """Give the id of the briefing that was drafted from the seed and then deleted by an editor."""
        return self._deleted.get(seed.file)

    def free_id(self, proposed: str, seed: Seed) -> str:
        """Give the proposed id, with digits made of the seed's name and bytes where another briefing has it already.

        Six digits, more where even those are taken: nothing that is there is ever written over.
        """
        digest = sha256(f"{seed.file}\n{seed.sha256}".encode()).hexdigest()
        longer = (f"{proposed}-{digest[:length]}" for length in range(_DIGITS, len(digest) + 1))
        return next(name for name in (proposed, *longer) if name not in self._taken)

    def add(self, name: str, last: LastDraft) -> None:
        """Remember a briefing that was just written, so that the next seed takes another id."""
        self._taken.add(name)
        self.drafts[name] = last
