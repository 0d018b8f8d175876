"""What briefings and last drafts were made from -> the one that belongs to a seed, and whether it is still current."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.files.outlines import DraftOutline, SourceKey

_DIGITS = 6


class Shelf:
    """The briefings and last drafts there are, found by the seed they were made from."""

    def __init__(
        self,
        briefings: Mapping[str, Sequence[SourceKey]],
        drafts: Mapping[str, DraftOutline],
        seeds: Sequence[str],
    ) -> None:
        """Take what is in content/.

        Args:
            briefings: The sources of each briefing, as its editor's file has them, by its id.
            drafts: What the last draft of each briefing was made from, by the briefing's id.
            seeds: The articles there are.
        """
        self._drafts = drafts
        self._by_file: dict[str, str] = {}
        # A seed that was renamed keeps its briefing: the same bytes under a name that is gone.
        self._moved: dict[str, str] = {}
        self._beside: dict[str, str] = {}
        there = set(seeds)
        for name, sources in briefings.items():
            drafted_from = self._drafted_from(name, sources)
            for source in sources:
                if source != drafted_from:
                    self._beside.setdefault(source.file, name)
                    continue
                if self._owner(source.file) is None:
                    self._by_file[source.file] = name
                if source.sha256 and source.file not in there:
                    self._moved[source.sha256] = name
        self._deleted = {
            source.file: name for name, last in drafts.items() if name not in briefings for source in last.sources
        }
        # The id of a briefing that an editor deleted is free again, for the same article when it is asked for.
        self._taken = set(briefings) | (set(drafts) - set(self._deleted.values()))

    def _drafted_from(self, name: str, sources: Sequence[SourceKey]) -> SourceKey | None:
        """Give the one source that a briefing's drafts come from: a draft of another would take the place of all it says.

        It is the one that the last draft was made from, by its name or its bytes, else the first that the briefing names.
        """
        last = self._drafts.get(name)
        files = {source.file for source in last.sources} if last else set()
        digests = {source.sha256 for source in last.sources} - {None} if last else set()
        known = [source for source in sources if source.file in files] or [
            one for one in sources if one.sha256 in digests
        ]
        return next(iter(known or sources), None)

    def _owner(self, file: str) -> str | None:
        """Give the briefing found for an article so far, if the machine drafted it from that article.

        Where an editor names one article as a source of two briefings, its drafts go on to the one they went to.
        """
        name = self._by_file.get(file)
        last = self._drafts.get(name) if name else None
        return name if last is not None and any(source.file == file for source in last.sources) else None

    def take(self, file: str, digest: str) -> str | None:
        """Give the id of the briefing made from a seed, also where the seed was renamed since; that one is given once.

        Args:
            file: The seed's name.
            digest: The SHA-256 of its bytes.
        """
        return self._by_file.get(file) or self._moved.pop(digest, None)

    def beside(self, file: str) -> str | None:
        """Give the id of a briefing that names the seed as a source beside the one it is drafted from."""
        return self._beside.get(file)

    def deleted(self, file: str) -> str | None:
        """Give the id of the briefing that was drafted from the seed and then deleted by an editor."""
        return self._deleted.get(file)

    def is_current(self, name: str, file: str, digest: str, recipe: str) -> bool:
        """Tell whether drafting the seed anew would give the briefing's last draft again."""
        last = self._drafts.get(name)
        return last is not None and last.recipe == recipe and (file, digest) in last.sources

    def free_id(self, proposed: str, file: str, digest: str) -> str:
        """Give the proposed id, with digits made of the seed's name and bytes where another briefing has it already.

        Six digits, more where even those are taken: nothing that is there is ever written over.
        """
        told = sha256(f"{file}\n{digest}".encode()).hexdigest()
        longer = (f"{proposed}-{told[:length]}" for length in range(_DIGITS, len(told) + 1))
        return next(name for name in (proposed, *longer) if name not in self._taken)

    def add(self, name: str) -> None:
        """Remember a briefing that was just written, so that the next seed takes another id."""
        self._taken.add(name)
