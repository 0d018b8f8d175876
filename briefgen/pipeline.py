"""The order of the steps: read this file first.

    article  = clean(read(seed))                       bytes -> what the article says, and where
    analysis = analyse(article)                        -> who, who says what, when, what carries weight
    fresh    = withhold(draft(analysis), article)      -> a briefing, every item with its evidence and proved; actors are
                                                          called as the editors' registry says
    merged   = merge(last draft, edited file, fresh)   -> the editor's file, with what the editor left alone renewed
    problems = check(briefing, its articles)           -> what cannot be proved

The steps take and give frozen values; this module and `briefgen.files` around them touch the disk.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from briefgen import __version__
from briefgen.analysis.analyse import analyse
from briefgen.analysis.language import pipeline_version
from briefgen.checking.check import check
from briefgen.checking.withhold import withhold
from briefgen.drafting.draft import draft
from briefgen.drafting.explain import explain
from briefgen.errors import ContentError, SeedError
from briefgen.files.briefings import clean_up, file_of, save_briefing
from briefgen.files.drafts import load_drafts, save_last_draft
from briefgen.files.front_matter_revise import revised_text
from briefgen.files.front_matter_write import new_text
from briefgen.files.registry import load_content, load_registry
from briefgen.files.seeds import list_seeds, read_seed, skipped_seeds
from briefgen.files.shelf import Shelf
from briefgen.merging.merge import merge
from briefgen.model.folding import Folded
from briefgen.model.problem import Problem
from briefgen.model.registry import NO_REGISTRY
from briefgen.reading.clean import clean
from briefgen.reading.read import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from briefgen.files.front_matter import BriefingFile
    from briefgen.model.analysis import Analysis
    from briefgen.model.article import Article
    from briefgen.model.briefing import Briefing
    from briefgen.model.draft import Change, LastDraft
    from briefgen.model.registry import Registry
    from briefgen.model.seed import Seed
    from briefgen.model.settings import Settings

MAX_STORY = 300_000
"""Characters of a story, about 50,000 words or 160 pages. The analysis reads 20,000 characters a second: 15 s."""
MAX_WORDS = 60_000
"""Words and marks of a story, as many as 300,000 characters of prose have: so long the analysis takes whatever stands there."""

_WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")

Outcome = Literal["new", "updated", "unchanged", "current", "deleted", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What became of one seed."""

    seed: str
    """The article's file from the site's root."""
    outcome: Outcome
    """`new` briefing, `updated` file, `unchanged` though drafted anew, `current` and not even drafted, `deleted` by an
    editor and left so, `refused` because the article cannot be read."""
    file: str | None = None
    """The briefing's file from the site's root."""
    changes: tuple[Change, ...] = ()
    """What was added, taken over, kept, withdrawn and suggested."""
    reason: str = ""
    """Why the article was refused."""


def fresh_draft(seed: Seed, settings: Settings, registry: Registry = NO_REGISTRY) -> tuple[Article, Briefing]:
    """Read an article and draft its briefing, from nothing but its bytes and how the editors call the actors they know.

    Raises:
        SeedError: The article cannot be read; the others are not concerned.
        SettingsError: The language model is not installed; nothing was done.
    """
    analysis = _analysis(seed, settings)
    proved, _ = withhold(draft(analysis, registry), analysis.article, registry)
    return analysis.article, proved


def explained(root: Path, settings: Settings, file: str) -> tuple[str, ...]:
    """Say why the draft of one article is what it is; nothing is written.

    Args:
        root: The site's root.
        settings: The site's.
        file: The article's name from the root.

    Returns:
        Lines: what was left out of the text and why, which cues chose each item, what was passed over.

    Raises:
        ContentError: The registry of actors cannot be read.
        SeedError: The article cannot be read.
        SettingsError: The language model is not installed.
    """
    registry = load_registry(root, settings)
    analysis = _analysis(read_seed(root, file), settings)
    _, withheld = withhold(draft(analysis, registry), analysis.article, registry)
    return (
        *explain(analysis, registry),
        f"Withheld, since it cannot be proved ({len(withheld)})",
        *(f"  - {one}" for one in withheld),
    )


def _analysis(seed: Seed, settings: Settings) -> Analysis:
    article = clean(read(seed))
    told = [sentence.text for block in article.blocks for sentence in block.sentences]
    length = sum(map(len, told))
    if not length:
        raise SeedError(
            f"{seed.file}: expected an article, found nothing that reports: only links, calls to the reader and the like. "
            "Save the article's own text."
        )
    if length > MAX_STORY:
        raise SeedError(
            f"{seed.file}: expected a story of at most {MAX_STORY:,} characters, found {length:,}. "
            "Save its parts as files of their own."
        )
    words = sum(1 for text in told for _ in _WORD_OR_MARK.finditer(text))
    if words > MAX_WORDS:
        raise SeedError(
            f"{seed.file}: expected a story of at most {MAX_WORDS:,} words and marks, found {words:,}. "
            "Save its parts as files of their own."
        )
    return analyse(article, pipeline=settings.language_model)


def recipe(settings: Settings, registry: Registry = NO_REGISTRY) -> str:
    """Name what a draft depends on beside its seed: this program's version, the language model's, the registry of actors.

    Raises:
        SettingsError: The language model is not installed; nothing was done.
    """
    programs = f"briefgen {__version__}, {pipeline_version(settings.language_model)}"
    return f"{programs}, actors {registry.fingerprint}" if registry.actors else programs


def draft_site(root: Path, settings: Settings, *, only: Sequence[str] = (), again: bool = False) -> Iterator[Drafted]:
    """Draft every seed that is new or changed, and merge it with what editors made of the last draft.

    Args:
        root: The site's root.
        settings: The site's.
        only: Names of seeds from the root, as `list_seeds` gives them; all where it is empty. A seed that is named is
            drafted even where an editor deleted its briefing.
        again: Draft also where neither the seed nor what makes the draft has changed.

    Yields:
        One value for each seed, in the order of their names, as soon as its files are written. One that cannot be read
        is `refused`, and the others go on.

    Raises:
        ContentError: A briefing, a last draft or the registry of actors cannot be read as it stands; nothing is drafted.
        SettingsError: The language model is not installed, or a folder is missing; nothing was done.
        WriteError: The disk refused; what was there is still whole.
    """
    clean_up(root, settings)
    registry, briefings = load_content(root, settings)
    shelf = Shelf(briefings, load_drafts(root, settings), list_seeds(root, settings))
    run = _Run(root=root, settings=settings, shelf=shelf, registry=registry, recipe=recipe(settings, registry))
    for file in only or shelf.seeds:
        try:
            seed = read_seed(root, file)
            kept = shelf.for_seed(seed)
            if kept is None and not only and (gone := shelf.deleted(seed)):
                yield Drafted(seed=file, outcome="deleted", file=file_of(settings, gone))
            elif kept and not again and _is_current(shelf.drafts.get(kept.briefing.id), seed, run.recipe):
                yield Drafted(seed=file, outcome="current", file=kept.file)
            else:
                yield _draft_one(run, seed, kept)
        except SeedError as error:
            yield Drafted(seed=file, outcome="refused", reason=str(error))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What stays the same while the seeds of a site are drafted."""

    root: Path
    settings: Settings
    shelf: Shelf
    registry: Registry
    recipe: str


def _draft_one(run: _Run, seed: Seed, kept: BriefingFile | None) -> Drafted:
    article, fresh = fresh_draft(seed, run.settings, run.registry)
    fresh = replace(fresh, id=kept.briefing.id if kept else run.shelf.free_id(fresh.id, seed))
    merged = merge(
        last=run.shelf.drafts.get(fresh.id) if kept else None,
        edited=kept.briefing if kept else None,
        fresh=fresh,
        recipe=run.recipe,
        locate=Folded(article.text).find,
    )
    text = revised_text(kept, merged.briefing) if kept else new_text(merged.briefing)
    # The editor's file first: if the run dies in between, the next one finds the old draft and an edited file, and
    # merges again. The other way round it would take the old file's words for edits.
    written = save_briefing(run.root, run.settings, text, fresh.id)
    save_last_draft(run.root, run.settings, fresh.id, merged.last_draft)
    run.shelf.add(fresh.id, merged.last_draft)
    return Drafted(
        seed=seed.file,
        outcome="new" if kept is None else "updated" if written else "unchanged",
        file=file_of(run.settings, fresh.id),
        changes=merged.changes if kept else (),
    )


def _is_current(last: LastDraft | None, seed: Seed, current: str) -> bool:
    """Tell whether drafting anew would give the last draft again."""
    return (
        last is not None
        and last.recipe == current
        and any(source.file == seed.file and source.sha256 == seed.sha256 for source in last.briefing.sources)
    )


def check_site(root: Path, settings: Settings) -> tuple[Problem, ...]:
    """Prove every briefing against its sources.

    Returns:
        Every problem of every file, by file, line and column. What cannot be read is among them.

    Raises:
        SettingsError: A folder is missing or leads out of the root.
    """
    try:
        registry, files = load_content(root, settings)
    except ContentError as error:
        return error.problems
    problems = list(skipped_seeds(root, settings))
    ids = frozenset(file.briefing.id for file in files)
    for file in files:
        problems.extend(check_file(root, file, ids, registry))
    return tuple(sorted(problems))


def check_file(
    root: Path, file: BriefingFile, ids: frozenset[str], registry: Registry = NO_REGISTRY
) -> tuple[Problem, ...]:
    """Prove one briefing against its sources; a source that cannot be read is a problem of its own.

    Args:
        root: The site's root.
        file: The briefing, read.
        ids: Of all briefings of the site.
        registry: The site's.
    """
    articles: dict[str, Article] = {}
    hashes: dict[str, str] = {}
    unread: list[Problem] = []
    for index, source in enumerate(file.briefing.sources):
        try:
            seed = read_seed(root, source.file)
            hashes[source.file] = seed.sha256
            articles[source.file] = read(seed)
        except SeedError as error:
            if source.file in hashes:
                line, column = file.position("sources", index, "file")
                unread.append(
                    Problem(file=file.file, line=line, column=column, code="source-unreadable", message=str(error))
                )
    found = check(
        file.briefing,
        file=file.file,
        articles=articles,
        sha256=hashes,
        position=file.position,
        ids=ids,
        registry=registry,
    )
    return tuple(sorted([*unread, *found]))


def summary_of(drafted: Sequence[Drafted], wording: Callable[[Outcome, int], str]) -> str:
    """Count outcomes and word them, in a fixed order, those that occurred only."""
    counts = Counter(one.outcome for one in drafted)
    order: tuple[Outcome, ...] = ("new", "updated", "unchanged", "current", "deleted", "refused")
    return ", ".join(wording(outcome, counts[outcome]) for outcome in order if counts[outcome])
