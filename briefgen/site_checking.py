"""A site's folder -> every problem of every briefing: each proved against its sources and its place on the site."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.checking.check import check
from briefgen.checking.grounds import Found
from briefgen.checking.notes import NOTES
from briefgen.errors import ContentError, SeedError
from briefgen.files.briefings import briefing_names, load_briefing
from briefgen.files.drafts import load_drafts
from briefgen.files.lines import Lines
from briefgen.files.registry import load_content, load_registry
from briefgen.files.seeds import SeedReader, skipped_seeds
from briefgen.model.registry import NO_REGISTRY
from briefgen.reading.read import read
from briefgen.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from briefgen.files.front_matter import BriefingFile
    from briefgen.model.article import Article
    from briefgen.model.problem import Problem
    from briefgen.model.registry import Registry
    from briefgen.model.settings import Settings


def check_site(root: Path, settings: Settings) -> tuple[Problem, ...]:
    """Prove every briefing against its sources.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: The site's.

    Returns:
        Every problem of every file, by file, line and column; those that an editor waives with the reason. What cannot be
        read is among them, and what can is proved all the same: only an unreadable registry of actors leaves nothing to
        prove names by.

    Raises:
        SettingsError: A folder is missing or leads out of the root.
    """
    problems: list[Problem] = [*skipped_seeds(root, settings), *_damaged_drafts(root, settings)]
    registry, files, ids, unread = _content(root, settings)
    problems += unread
    surroundings = Surroundings(root, settings, files, ids, registry)
    sources = Sources(root, files)
    for file in files:
        problems += check_file(file, sources, surroundings.found_in(file), ids=ids, registry=registry)
    return tuple(sorted(problems))


def check_file(
    file: BriefingFile,
    sources: Sources,
    beside: Sequence[Found] = (),
    *,
    ids: frozenset[str],
    registry: Registry = NO_REGISTRY,
) -> tuple[Problem, ...]:
    """Prove one briefing against its sources; a source that cannot be read is a problem of its own.

    Args:
        file: The briefing, read.
        sources: Gives its articles.
        beside: What is wrong with its place on the site.
        ids: Of all briefings of the site.
        registry: The site's.
    """
    known = {source.file: sources.take(source.file) for source in file.briefing.sources}
    unreadable = (
        Found(path=("sources", index, "file"), code="source-unreadable", message=known[source.file].refusal)
        for index, source in enumerate(file.briefing.sources)
        if known[source.file].sha256 and known[source.file].refusal
    )
    lines = Lines(file.text)
    notes_start = len(file.text) - len(file.notes)

    def position(*path: str | int) -> tuple[int, int]:
        if path[0] == NOTES:
            return lines.position(notes_start + int(path[1]))
        return file.position(*path)

    return check(
        file.briefing,
        file=file.file,
        articles={name: one.article for name, one in known.items() if one.article is not None},
        sha256={name: one.sha256 for name, one in known.items() if one.sha256},
        position=position,
        ids=ids,
        registry=registry,
        notes=file.notes,
        beside=(*unreadable, *beside),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSource:
    """A source as it lies in seeds/ now."""

    sha256: str = ""
    """Empty where there is no such file."""
    article: Article | None = None
    refusal: str = ""
    """Why there is no article."""


class Sources:
    """Reads each source once, and forgets it after the last briefing that rests on it: memory does not grow with the site."""

    def __init__(self, root: Path, files: Iterable[BriefingFile]) -> None:
        """Take the briefings in which sources will be asked for, each source once for each."""
        self._reader = SeedReader(root)
        self._uses = Counter(name for file in files for name in {source.file for source in file.briefing.sources})
        self._kept: dict[str, ReadSource] = {}

    def take(self, name: str) -> ReadSource:
        """Give a source by its file's name from the root."""
        found = self._kept.pop(name, None) or self._read(name)
        self._uses[name] -= 1
        if self._uses[name] > 0:
            self._kept[name] = found
        return found

    def _read(self, name: str) -> ReadSource:
        sha256 = ""
        try:
            seed = self._reader.read(name)
            sha256 = seed.sha256
            return ReadSource(sha256=sha256, article=read(seed))
        except SeedError as error:
            return ReadSource(sha256=sha256, refusal=str(error))


def _content(
    root: Path, settings: Settings
) -> tuple[Registry, tuple[BriefingFile, ...], frozenset[str], tuple[Problem, ...]]:
    """Give the registry, the briefings that can be read, the ids of all, and what keeps the others from being read."""
    try:
        registry, files = load_content(root, settings)
    except ContentError as error:
        problems = error.problems
    else:
        return registry, files, frozenset(file.briefing.id for file in files), ()
    try:
        registry = load_registry(root, settings)
        names = briefing_names(root, settings)
    except ContentError:
        return NO_REGISTRY, (), frozenset(), problems
    readable: list[BriefingFile] = []
    for name in names:
        try:
            readable.append(load_briefing(root, settings, name))
        except ContentError:
            continue  # its problems are known already
    return registry, tuple(readable), frozenset(names), problems


def _damaged_drafts(root: Path, settings: Settings) -> tuple[Problem, ...]:
    """Give what a draft and a build would stop at."""
    try:
        load_drafts(root, settings)
    except ContentError as error:
        return error.problems
    return ()
