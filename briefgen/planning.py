"""A site's folder -> which seeds have to be drafted, and which briefing each belongs to.

Nothing here imports what reads, analyses or drafts: where nothing has changed nothing more is loaded, and 10,000 articles
take two seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from briefgen.analysis.language import pipeline_version
from briefgen.errors import ContentError, SeedError
from briefgen.files.briefings import clean_up, file_of, load_briefing
from briefgen.files.drafts import load_drafts, load_last_draft
from briefgen.files.outlines import briefing_outlines, draft_outlines, status_of
from briefgen.files.registry import load_content, load_registry
from briefgen.files.seeds import SeedFile, SeedReader, is_there, seed_files
from briefgen.files.shelf import Shelf
from briefgen.model.draft import HELD
from briefgen.model.kinds import refused_kind
from briefgen.model.registry import NO_REGISTRY
from briefgen.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from briefgen.files.outlines import SourceKey
    from briefgen.model.problem import Problem
    from briefgen.model.registry import Registry
    from briefgen.model.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is to happen to one seed."""

    seed: str
    """The article's file from the site's root."""
    fate: Literal["draft", "current", "pending", "beside", "deleted", "refused", "gone"]
    """To be drafted; drafted already; drafted already, and waiting since the briefing is published; named by an editor as
    a further source of a briefing that is drafted from another; drafted and then deleted by an editor; not to be read; no
    longer there, while its briefing is."""
    briefing: str | None = None
    """The id of the briefing that belongs to it; None where it is to get one."""
    reason: str = ""
    """Why it cannot be read, or what to do about one that is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to happen to the seeds of a site."""

    root: Path
    settings: Settings
    registry: Registry
    recipe: str
    """What the drafts are made by."""
    shelf: Shelf
    steps: tuple[Step, ...]
    """In the order of the seeds' names, or as they were named by the caller."""
    published: bool = False
    """Whether published briefings may be changed."""

    @property
    def to_draft(self) -> tuple[str, ...]:
        """The seeds that have to be drafted."""
        return tuple(step.seed for step in self.steps if step.fate == "draft")


def recipe(settings: Settings, registry: Registry = NO_REGISTRY) -> str:
    """Name what a draft depends on beside its seed: this program's version, the language model's, the registry of actors.

    Raises:
        SettingsError: The language model is not installed; nothing was done.
    """
    programs = f"briefgen {VERSION}, {pipeline_version(settings.language_model)}"
    return f"{programs}, actors {registry.fingerprint}" if registry.actors else programs


def plan_site(
    root: Path, settings: Settings, *, only: Sequence[str] = (), again: bool = False, published: bool = False
) -> Plan:
    """Find out which seeds are new or changed, by the bytes of every file and never by its time.

    Args:
        root: The site's root.
        settings: The site's.
        only: Names of seeds from the root, as `list_seeds` gives them; all where it is empty, and then articles that are
            gone are told, too. A seed that is named is drafted even where an editor deleted its briefing.
        again: Draft also where neither the seed nor what makes the draft has changed.
        published: Let the drafts go into briefings that are published or withdrawn, also those that wait already.

    Raises:
        ContentError: The registry of actors, or a briefing or a last draft that would have to be merged, cannot be read as
            it stands; every problem of the site is named, and nothing is to be drafted. A mistake in a briefing that
            needs no drafting is left to a check or a build.
        SettingsError: The language model is not installed, or a folder is missing; nothing was done.
        WriteError: What a run that was killed left behind cannot be removed.
    """
    clean_up(root, settings)
    try:
        registry = load_registry(root, settings)
        made_by = recipe(settings, registry)
        files = seed_files(root, settings)
        drafts = draft_outlines(root, settings)
        briefings = briefing_outlines(root, settings)
        shelf = Shelf(briefings, drafts, [one.file for one in files if not one.passed_over])
        hashed = dict(_hashed(root, map(_named, dict.fromkeys(only)) if only else files))
        steps = tuple(
            _step(shelf, file, found, None if again else made_by, named=bool(only)) for file, found in hashed.items()
        )
        waiting = {name for name, outline in drafts.items() if outline.pending}
        steps = tuple(_or_waiting(root, settings, step, waiting, published=published) for step in steps)
        for step in steps:
            if step.fate == "draft" and step.briefing is not None:
                load_briefing(root, settings, step.briefing)
                load_last_draft(root, settings, step.briefing)
        if not only:
            steps += tuple(_gone(root, settings, briefings, hashed, steps))
    except ContentError:
        _raise_all_problems(root, settings)
        raise
    return Plan(
        root=root, settings=settings, registry=registry, recipe=made_by, shelf=shelf, steps=steps, published=published
    )


def _named(file: str) -> SeedFile:
    """Give an article that the caller names."""
    return SeedFile(file=file, passed_over=refused_kind(file))


def _hashed(root: Path, seeds: Iterable[SeedFile]) -> Iterator[tuple[str, str | SeedError]]:
    """Give each seed with the SHA-256 of its bytes, or with what keeps it from being drafted."""
    reader = SeedReader(root)
    for one in seeds:
        if one.passed_over and is_there(root, one.file):
            yield one.file, SeedError(f"{one.file}: {one.passed_over}")
            continue
        try:
            yield one.file, reader.read(one.file).sha256
        except SeedError as error:
            yield one.file, error


def _gone(
    root: Path,
    settings: Settings,
    briefings: Mapping[str, Sequence[SourceKey]],
    hashed: Mapping[str, str | SeedError],
    steps: Sequence[Step],
) -> Iterator[Step]:
    """Name the articles that briefings rest on and that are no longer there; a briefing takes a renamed one's new name."""
    renamed = {(step.briefing, hashed[step.seed]) for step in steps}
    for name, sources in briefings.items():
        for source in sources:
            if source.file in hashed or (name, source.sha256) in renamed or is_there(root, source.file):
                continue
            reason = (
                f"{file_of(settings, name)}: its article {source.file} is gone, and the briefing stays as it is; put the "
                "article back, or write its new name under `sources`"
            )
            yield Step(seed=source.file, fate="gone", briefing=name, reason=reason)


def _step(shelf: Shelf, file: str, found: str | SeedError, made_by: str | None, *, named: bool) -> Step:
    """Decide on one seed; without a recipe no draft is current."""
    if isinstance(found, SeedError):
        return Step(seed=file, fate="refused", reason=str(found))
    briefing = shelf.take(file, found)
    if briefing is None and (further := shelf.beside(file)):
        return Step(seed=file, fate="beside", briefing=further)
    if briefing is None and not named and (gone := shelf.deleted(file)):
        return Step(seed=file, fate="deleted", briefing=gone)
    if briefing is not None and made_by is not None and shelf.is_current(briefing, file, found, made_by):
        return Step(seed=file, fate="current", briefing=briefing)
    return Step(seed=file, fate="draft", briefing=briefing)


def _or_waiting(root: Path, settings: Settings, step: Step, waiting: Container[str], *, published: bool) -> Step:
    """Tell the drafts that wait from those that the editor's file has; they wait no longer once it is not published."""
    if step.fate != "current" or step.briefing is None or step.briefing not in waiting:
        return step
    waits = not published and status_of(root, settings, step.briefing) in HELD
    return replace(step, fate="pending" if waits else "draft")


def _raise_all_problems(root: Path, settings: Settings) -> None:
    """Read everything in full, so that an editor sees every mistake at once.

    Raises:
        ContentError: One line per problem of the registry, the briefings and the last drafts.
    """
    problems: list[Problem] = []
    for load in (load_content, load_drafts):
        try:
            load(root, settings)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(tuple(problems))
