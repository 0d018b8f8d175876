"""content/ -> Site: the briefings read, each item marked with where it comes from, and gathered.

What MkDocs and an export both begin with. It needs no language model, unlike `briefgen.pipeline`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, cast

from briefgen.collecting.marks import mark
from briefgen.collecting.site import collect
from briefgen.errors import SeedError
from briefgen.files.cache import key_of
from briefgen.files.drafts import Drafts
from briefgen.files.frozen import from_bytes, to_bytes
from briefgen.files.memory import Memory
from briefgen.files.registry import load_content
from briefgen.files.seeds import read_seed
from briefgen.files.told_day import told_day
from briefgen.merging.merge import SECTIONS
from briefgen.merging.origins import origins
from briefgen.model.site import Entry, ItemOrigin
from briefgen.proof import Proof, prove
from briefgen.rendering.addresses import briefing_path

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.files.cache import Cache
    from briefgen.files.front_matter import BriefingFile
    from briefgen.model.briefing import Briefing, Source, Status
    from briefgen.model.draft import LastDraft
    from briefgen.model.registry import Registry
    from briefgen.model.settings import Settings
    from briefgen.model.site import Context, Marked, Site

    _Parts = tuple[tuple[ItemOrigin, ...], tuple[str, ...], tuple[Context, ...]]
    """What a cache holds of a briefing: whose its lines are, what is unproved, where the rest stands."""


class Kept:
    """What a preview keeps from one reading of a site to the next.

    The very objects are given again for whatever has not changed, so that comparing two sites costs little.
    """

    def __init__(self, cache: Cache | None = None, *, remembers: bool = True) -> None:
        """Begin with nothing.

        Args:
            cache: What an earlier program worked out.
            remembers: Whether there will be another reading; where not, nothing is held.
        """
        self.files = Memory(cache, remembers=remembers)
        self._remembers = remembers
        self._entries: dict[str, _Known] = {}
        self.drafted_by: tuple[Registry | tuple[str, Status, tuple[Source, ...]], ...] = ()
        """What drafting goes by: the registry, and each briefing's id, status (a published one is left alone) and sources."""

    def known(self, root: Path, one: BriefingFile, last: LastDraft | None) -> _Known:
        """Give a briefing's entry and marks, worked out again only where the briefing, its draft or a source changed."""
        before = self._entries.get(one.file)
        briefing = before.entry.briefing if before and before.entry.briefing == one.briefing else one.briefing
        sources = tuple(self._hash(root, source.file) for source in briefing.sources)
        if (
            before
            and before.rests_on(briefing, last, sources)
            and (before.entry.notes, before.entry.own) == (one.notes, one.own)
        ):
            return before
        entry = _entry(root, replace(one, briefing=briefing), last, sources, self.files.cache)
        known = _Known(entry=entry, marked=mark(entry), last=last, sources=sources)
        if self._remembers:
            self._entries[one.file] = known
        return known

    def _hash(self, root: Path, file: str) -> str | None:
        """Give the hash of an article; None where it cannot be read."""
        try:
            return self.files.recall(root / file, lambda: _sha256(root, file))
        except ValueError:  # a name that no file can have
            return None


def _sha256(root: Path, file: str) -> str | None:
    try:
        return read_seed(root, file).sha256
    except (SeedError, ValueError):
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A briefing's entry with its marks, and what they were worked out from."""

    entry: Entry
    marked: Marked
    last: LastDraft | None
    sources: tuple[str | None, ...]

    def rests_on(self, briefing: Briefing, last: LastDraft | None, sources: tuple[str | None, ...]) -> bool:
        """Tell whether it was worked out from these."""
        return self.entry.briefing is briefing and self.last is last and self.sources == sources


def assemble(root: Path, settings: Settings, *, drafts: bool, kept: Kept | None = None) -> tuple[Site, dict[str, str]]:
    """Read a site's content.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: The site's.
        drafts: Whether briefings that nobody has reviewed belong to it.
        kept: Of the last reading; what has not changed since is taken from it.

    Returns:
        The site, and from the path of each briefing's page to its editor's file, both from the root of the content.

    Raises:
        ContentError: One line per problem, of all files; nothing is to be published.
        SettingsError: A folder leads out of the root, or the environment tells a day that is none.
    """
    kept = kept or Kept()
    registry, found = load_content(root, settings, kept.files)
    drafts_read = Drafts(root, settings, kept.files)
    marked: dict[int, Marked] = {}
    entries: list[Entry] = []
    for one in found:
        known = kept.known(root, one, drafts_read.take(one.briefing.id))
        entries.append(known.entry)
        marked[id(known.entry)] = known.marked
    drafts_read.finish()
    briefings = (one.briefing for one in found)
    kept.drafted_by = (registry, *((one.id, one.status, one.sources) for one in briefings))
    site = collect(
        entries,
        site_name=settings.site_name,
        site_description=settings.site_description,
        site_url=settings.site_url,
        day=told_day(),
        drafts=drafts,
        registry=registry,
        marking=lambda entry: marked[id(entry)],
    )
    content = settings.content + "/"
    return site, {briefing_path(one.briefing.id): one.file.removeprefix(content) for one in found}


def _entry(
    root: Path, one: BriefingFile, last: LastDraft | None, sources: tuple[str | None, ...], cache: Cache
) -> Entry:
    marked, proof = _marks_and_proof(root, one.briefing, last, sources, cache)
    return Entry(
        file=one.file,
        briefing=one.briefing,
        notes=one.notes,
        own=one.own,
        origins=marked,
        unproved=proof.unproved,
        contexts=proof.contexts,
    )


def _marks_and_proof(
    root: Path, briefing: Briefing, last: LastDraft | None, sources: tuple[str | None, ...], cache: Cache
) -> tuple[tuple[ItemOrigin, ...], Proof]:
    """Work out whose each line is, and where its quotes stand; both rest on the briefing, its draft and its sources alone."""
    if not cache.keeps:
        return _origins(briefing, last), prove(root, briefing, last)
    # Each of the model's classes shows all it holds.
    key = key_of(repr(briefing), repr(last), sources)
    if (data := cache.get("proof", key)) is not None:
        origins_, unproved, contexts = cast("_Parts", from_bytes(data))
        return origins_, Proof(unproved=unproved, contexts=contexts)
    whose, proof = _origins(briefing, last), prove(root, briefing, last)
    # The sources may have been saved since their hashes were taken: then the next build is to look at them again.
    if sources == tuple(_sha256(root, source.file) for source in briefing.sources):
        cache.put("proof", key, to_bytes((whose, proof.unproved, proof.contexts)))
    return whose, proof


def _origins(briefing: Briefing, last: LastDraft | None) -> tuple[ItemOrigin, ...]:
    if last is None and any(source.sha256 for source in briefing.sources):
        return ()  # it was drafted once and the draft is not at hand: nobody can tell whose a line is
    known = origins(last, briefing)
    items = tuple(
        ItemOrigin(section=section, index=index, origin=known[section, index])
        for section in SECTIONS
        for index in range(len(getattr(briefing, section)))
    )
    named: tuple[Literal["title", "summary"], ...] = ("title", "summary")
    return items + tuple(
        ItemOrigin(section=name, index=0, origin=known[name, 0]) for name in named if (name, 0) in known
    )
