"""A site's folder -> every problem of every briefing: each proved against its sources and its place on the site."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from briefgen.checking.check import check
from briefgen.checking.grounds import Found
from briefgen.checking.notes import NOTES
from briefgen.errors import ContentError, SeedError
from briefgen.files.briefings import briefing_names, load_briefing
from briefgen.files.drafts import load_drafts
from briefgen.files.lines import lines_of
from briefgen.files.registry import load_content, load_registry
from briefgen.files.seeds import SeedReader, skipped_seeds
from briefgen.files.undrafted import undrafted
from briefgen.model.registry import NO_REGISTRY
from briefgen.reading.read import read
from briefgen.surroundings import Surroundings
from briefgen.workers import Died, WorkersError, cores, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from briefgen.files.front_matter import BriefingFile
    from briefgen.model.article import Article
    from briefgen.model.problem import Problem
    from briefgen.model.registry import Registry
    from briefgen.model.settings import Settings


FEWEST_FOR_A_PROCESS = 40
"""Briefings: to start a process takes as long as to prove some twenty."""
_AT_ONCE = 8
"""Briefings that a process is given together."""


def check_site(root: Path, settings: Settings, *, jobs: int = 1) -> tuple[Problem, ...]:
    """Prove every briefing against its sources.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: The site's.
        jobs: How many processes prove side by side, 0 for one on each core. What is found is the same.

    Returns:
        Every problem of every file, by file, line and column; those that an editor waives with the reason. What cannot be
        read is among them, and what can is proved all the same: only an unreadable registry of actors leaves nothing to
        prove names by.

    Raises:
        SettingsError: A folder is missing or leads out of the root.
        WorkersError: A process could not be started, or was ended from outside; nothing was proved.
    """
    problems: list[Problem] = [
        *skipped_seeds(root, settings),
        *undrafted(root, settings),
        *_damaged_drafts(root, settings),
    ]
    registry, files, ids, unread = _content(root, settings)
    problems += unread
    surroundings = Surroundings(root, settings, files, ids, registry)
    placed = [Placed(file=file, beside=surroundings.found_in(file)) for file in sorted(files, key=_first_source)]
    prove = partial(_prove, root=root, ids=ids, registry=registry)
    processes = min(jobs or cores(), len(placed) // FEWEST_FOR_A_PROCESS)
    if processes > 1:
        for found in in_order(prove, [placed[at : at + _AT_ONCE] for at in range(0, len(placed), _AT_ONCE)], processes):
            if isinstance(found, Died):
                raise WorkersError("a process that proved briefings was ended; run `briefgen check` without --jobs")
            problems += found
    else:
        problems += prove(placed)
    return tuple(sorted(problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A briefing with what is wrong with its place on the site."""

    file: BriefingFile
    beside: tuple[Found, ...]


def _first_source(file: BriefingFile) -> str:
    """Give what puts briefings of one article beside each other, so that it is read once."""
    return file.briefing.sources[0].file if file.briefing.sources else ""


def _prove(placed: Sequence[Placed], root: Path, ids: frozenset[str], registry: Registry) -> list[Problem]:
    sources = Sources(root, [one.file for one in placed])
    return [
        problem for one in placed for problem in check_file(one.file, sources, one.beside, ids=ids, registry=registry)
    ]


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
    lines = lines_of(file.text)
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
