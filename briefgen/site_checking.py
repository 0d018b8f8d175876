"""A site's folder -> every problem of every briefing: each proved against its sources and its place on the site."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefgen.checking.check import check
from briefgen.checking.grounds import Found
from briefgen.checking.notes import NOTES
from briefgen.errors import ContentError, SeedError, SettingsError
from briefgen.files.briefings import briefing_names, file_of, load_briefing
from briefgen.files.drafts import draft_file, load_drafts
from briefgen.files.lines import lines_of
from briefgen.files.places import inside
from briefgen.files.registry import load_content, load_registry
from briefgen.files.seeds import SeedReader, seed_files, skipped_seeds
from briefgen.files.text_file import read_text
from briefgen.files.undrafted import undrafted
from briefgen.model.registry import NO_REGISTRY
from briefgen.reading.read import read
from briefgen.surroundings import Surroundings
from briefgen.workers import Died, WorkersError, cores, in_order

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
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


def check_site(root: Path, settings: Settings, *, only: Sequence[str] = (), jobs: int = 1) -> tuple[Problem, ...]:
    """Prove every briefing against its sources.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: The site's.
        only: Names from the root of briefings and articles, `content/briefings/ferry.md`, `seeds/ferry.txt`: only these
            briefings, and those that rest on these articles, are proved, though by all that the site holds. All where it is
            empty.
        jobs: How many processes prove side by side, 0 for one on each core. What is found is the same.

    Returns:
        Every problem of every file, by file, line and column; those that an editor waives with the reason. What cannot be
        read is among them, and what can is proved all the same: only an unreadable registry of actors leaves nothing to
        prove names by, and is told whatever was asked for.

    Raises:
        SettingsError: A folder is missing or leads out of the root, or one of `only` is neither a briefing nor an article.
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
    if only:
        only = tuple(dict.fromkeys(only))
        asked = frozenset(only)  # a folder may stand for 100,000 articles
        files = tuple(file for file in files if _is_asked_for(file, asked))
        _refuse_unknown(root, settings, files, problems, only)
        problems = [one for one in problems if _is_told(root, settings, one, asked)]
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


def _is_asked_for(file: BriefingFile, only: Collection[str]) -> bool:
    return file.file in only or any(source.file in only for source in file.briefing.sources)


def _refuse_unknown(
    root: Path, settings: Settings, files: Sequence[BriefingFile], problems: Sequence[Problem], only: Sequence[str]
) -> None:
    """Refuse what nothing is known of: to say that all of it is proved would be wrong."""
    briefings = {file_of(settings, name) for name in briefing_names(root, settings)}
    known = briefings | {one.file for one in seed_files(root, settings)}
    known |= {source.file for file in files for source in file.briefing.sources}
    unknown = [name for name in only if name not in known]
    # An article that has problems names no other one: only what a briefing says of its own sources counts.
    for file in sorted({one.file for one in problems if one.file in briefings}) if unknown else ():
        text = _text_of(root, file)
        unknown = [name for name in unknown if name not in text]
    if unknown:
        expected = "expected a briefing, or an article that one rests on or that lies in"
        raise SettingsError("\n".join(f"{name}: {expected} {settings.seeds}/, found neither" for name in unknown))


def _is_told(root: Path, settings: Settings, problem: Problem, only: Collection[str]) -> bool:
    """Tell whether a problem belongs to what was asked for, or keeps it from being proved."""
    if problem.file in only or problem.file.rpartition("/")[0] == settings.content:  # the registry
        return True
    name = PurePosixPath(problem.file).stem
    if problem.file == draft_file(settings, name):
        return file_of(settings, name) in only or _names_one(root, problem.file, only)
    # A briefing that cannot be read may rest on an article that was asked for: the words of its file tell.
    return problem.file == file_of(settings, name) and _names_one(root, problem.file, only)


def _names_one(root: Path, file: str, only: Collection[str]) -> bool:
    text = _text_of(root, file)
    return any(name in text for name in only)


def _text_of(root: Path, file: str) -> str:
    """Give the text of a briefing's file or of a last draft; none where it is not even text, or no file of the site."""
    try:
        return read_text(inside(root, file), file, "file")
    except (ContentError, SettingsError):  # SettingsError: a link that leads out of the site, which is told as such
        return ""


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
