"""A site's folder -> every new or changed seed drafted, merged with the editor's file, and written."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal, get_args

from briefgen.errors import SettingsError
from briefgen.files.briefings import file_of, load_briefing, save_briefing
from briefgen.files.drafts import load_last_draft, save_last_draft
from briefgen.files.lock import locked
from briefgen.planning import plan_site
from briefgen.workers import Died, cores, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path

    from briefgen.model.briefing import Briefing
    from briefgen.model.draft import Change
    from briefgen.model.settings import Settings
    from briefgen.pipeline import Attempt
    from briefgen.planning import Plan, Step

FEWEST_FOR_A_PROCESS = 6
"""Articles: starting a process costs about as much as drafting so many in the one that runs already."""

Outcome = Literal["new", "updated", "unchanged", "current", "pending", "beside", "deleted", "refused", "gone"]
ORDER: tuple[Outcome, ...] = get_args(Outcome)
"""In which outcomes are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What became of one seed."""

    seed: str
    """The article's file from the site's root."""
    outcome: Outcome
    """`new` briefing, `updated` file, `unchanged` though drafted anew, `current` and not even drafted, `pending` since
    the briefing is published, `beside` the article that its briefing is drafted from, as a further source that an editor
    named, `deleted` by an editor and left so, `refused` because the article cannot be read, `gone` though its briefing is
    still there."""
    file: str | None = None
    """The briefing's file from the site's root."""
    briefing: str | None = None
    """Its id."""
    changes: tuple[Change, ...] = ()
    """What was added, taken over, kept, withdrawn and suggested; what would be, where a draft was made that waits."""
    reason: str = ""
    """Why the article was refused, or what to do about one that is gone."""


def draft_site(  # noqa: PLR0913 - what `plan_site` and `carry_out` take
    root: Path,
    settings: Settings,
    *,
    only: Sequence[str] = (),
    again: bool = False,
    jobs: int = 1,
    published: bool = False,
) -> Iterator[Drafted]:
    """Draft every seed that is new or changed, and merge it with what editors made of the last draft.

    No other run writes to the site meanwhile.

    Args:
        root: The site's root.
        settings: The site's.
        only: As `plan_site` takes it.
        again: As `plan_site` takes it.
        jobs: As `carry_out` takes it.
        published: As `plan_site` takes it.

    Yields:
        As `carry_out`.

    Raises:
        ContentError: As `plan_site`; nothing is drafted.
        SettingsError: As `plan_site`; nothing was done.
        LockError: Another run does not end; nothing was done.
        WriteError: The disk refused; what was there is still whole.
    """
    with locked(root, settings):
        yield from carry_out(plan_site(root, settings, only=only, again=again, published=published), jobs=jobs)


def carry_out(plan: Plan, *, jobs: int = 1) -> Generator[Drafted, None, None]:
    """Draft what a plan says.

    Args:
        plan: Made a moment ago: the site's files have not changed since.
        jobs: How many processes draft side by side, 0 for one on each core. Files and values are the same for any number;
            where there are few articles fewer processes are used.

    Yields:
        One value for each seed, in the order of the plan, as soon as its files are written. One that cannot be drafted is
        `refused`, and the others go on.

    Raises:
        ContentError: A briefing or a last draft was broken meanwhile; what was drafted before is written.
        SettingsError: The language model cannot be loaded.
        WriteError: The disk refused; what was there is still whole.
        WorkersError: No process can be started; what was drafted before is written.
    """
    with closing(_attempts(plan, jobs or cores())) as attempts:
        for step in plan.steps:
            if step.fate == "draft":
                yield _written(plan, step, next(attempts))
            else:
                file = file_of(plan.settings, step.briefing) if step.briefing else None
                yield Drafted(seed=step.seed, outcome=step.fate, file=file, briefing=step.briefing, reason=step.reason)


def _attempts(plan: Plan, jobs: int) -> Generator[Attempt | Died, None, None]:
    """Draft what has to be drafted, in the order of the plan, here or in processes of their own."""
    files = plan.to_draft
    if not files:
        return
    from briefgen.pipeline import attempt  # noqa: PLC0415  # half a second that a run with nothing to draft need not spend

    task = partial(attempt, plan.root, plan.settings, plan.registry)
    processes = min(jobs, len(files) // FEWEST_FOR_A_PROCESS)
    if processes > 1:
        yield from in_order(task, files, processes)
    else:
        yield from map(task, files)


def _written(plan: Plan, step: Step, attempt: Attempt | Died) -> Drafted:
    if isinstance(attempt, Died):
        reason = (
            f"{step.seed}: not drafted: the process that drafted it ended (exit code {attempt.exit_code}); "
            f"draft it alone to see why: briefgen draft {step.seed}"
        )
        return Drafted(seed=step.seed, outcome="refused", reason=reason)
    if attempt.wrong_settings:
        raise SettingsError(attempt.wrong_settings)
    if attempt.briefing is None:
        return Drafted(seed=step.seed, outcome="refused", reason=attempt.refused)
    return _merged(plan, step, attempt.briefing, attempt.text)


def _merged(plan: Plan, step: Step, fresh: Briefing, text: str) -> Drafted:
    from briefgen.pipeline import renewed  # noqa: PLC0415  # as above

    root, settings = plan.root, plan.settings
    name = step.briefing or plan.shelf.free_id(fresh.id, step.seed, fresh.sources[0].sha256 or "")
    # Read now and not with the plan: an article before this one may have gone into the same briefing.
    edited = load_briefing(root, settings, name) if step.briefing else None
    last = load_last_draft(root, settings, name) if step.briefing else None
    new, merged = renewed(
        replace(fresh, id=name), text, plan.recipe, edited=edited, last=last, published=plan.published
    )
    # The editor's file first: if the run dies in between, the next one finds the old draft and an edited file, and
    # merges again. The other way round it would take the old file's words for edits.
    written = save_briefing(root, settings, new, name)
    save_last_draft(root, settings, name, merged.last_draft)
    plan.shelf.add(name)
    return Drafted(
        seed=step.seed,
        outcome="new" if edited is None else "pending" if merged.held else "updated" if written else "unchanged",
        file=file_of(settings, name),
        briefing=name,
        changes=merged.changes if edited else (),
    )


def summary_of(drafted: Sequence[Drafted], wording: Callable[[Outcome, int], str]) -> str:
    """Count outcomes and word them, in a fixed order, those that occurred only."""
    counts = Counter(one.outcome for one in drafted)
    return ", ".join(wording(outcome, counts[outcome]) for outcome in ORDER if counts[outcome])
