"""What `briefgen draft` does: the articles that are meant are drafted or explained, and what became of them is printed."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click
from tqdm import tqdm

from briefgen.cli.common import in_line
from briefgen.cli.targets import targets_of
from briefgen.cli.telling import OUTCOMES, drafted_lines, proposal_lines, waiting_line
from briefgen.errors import SeedError
from briefgen.files.lock import locked
from briefgen.files.seeds import seed_files
from briefgen.model.report import printable
from briefgen.planning import plan_site
from briefgen.site_drafting import carry_out, summary_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from briefgen.accepting import Proposals
    from briefgen.model.settings import Settings
    from briefgen.planning import Plan
    from briefgen.site_drafting import Drafted


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a user named: an article, or a briefing with those it rests on."""

    seeds: tuple[str, ...]
    proposals: Proposals | None = None
    """Of a briefing that was named."""


def explain(root: Path, settings: Settings, targets: Sequence[str]) -> bool:
    """Say what is proposed, and why drafts would be what they are; nothing is written.

    Args:
        root: The site's root.
        settings: The site's.
        targets: Articles and briefings as the user typed them; every article where there are none.

    Returns:
        Whether an article cannot be read.

    Raises:
        BriefgenError: As `pipeline.explained` and `accepting.proposals_for` say.
    """
    if targets:
        return _explain(root, settings, _wanted(root, settings, targets))
    files = seed_files(root, settings)
    passed_over = [one for one in files if one.passed_over]
    for one in passed_over:
        click.echo(printable(f"{one.file}: {one.passed_over}"), err=True)
    refused = _explain(root, settings, [Wanted(seeds=tuple(one.file for one in files if not one.passed_over))])
    return refused or bool(passed_over)


def draft(  # noqa: PLR0913  # one argument for each option
    root: Path, settings: Settings, targets: Sequence[str], *, again: bool, published: bool, jobs: int, quiet: bool
) -> bool:
    """Draft what is new or changed, and print what became of it.

    Args:
        root: The site's root.
        settings: The site's.
        targets: Articles and briefings as the user typed them; every article where there are none.
        again: As `plan_site` takes it.
        published: As `plan_site` takes it.
        jobs: As `carry_out` takes it.
        quiet: Whether only what needs a person is printed, and the last line.

    Returns:
        Whether an article was refused.

    Raises:
        BriefgenError: As `plan_site` and `carry_out` say.
    """
    wanted = _wanted(root, settings, targets)
    only = tuple(seed for target in wanted for seed in target.seeds)
    if wanted and not only:  # without any all articles would be meant
        click.echo("Nothing to draft: what was named rests on no article.")
        return False
    with locked(root, settings, waiting=in_line):
        plan = plan_site(root, settings, only=only, again=again, published=published)
        done = _carry_out(plan, jobs=jobs, quiet=quiet)
    _print_end(settings, done)
    return any(one.outcome == "refused" for one in done)


def _print_end(settings: Settings, done: Sequence[Drafted]) -> None:
    """Count what was done, and say what waits."""
    if not done:
        click.echo(f"No articles in {settings.seeds}/: put .txt, .md or .html files there.")
        return
    counts = summary_of(done, lambda outcome, number: f"{number} {OUTCOMES[outcome][number != 1]}")
    articles = "1 article" if len(done) == 1 else f"{len(done)} articles"
    written = any(one.outcome in {"new", "updated"} or (one.outcome == "pending" and one.changes) for one in done)
    click.echo(f"{articles}: {counts}{'' if written else f'; nothing was written to {settings.content}/'}")
    if waiting := list(dict.fromkeys(one.briefing for one in done if one.outcome == "pending" and one.briefing)):
        click.echo(printable(waiting_line(waiting)))


def _wanted(root: Path, settings: Settings, targets: Sequence[str]) -> list[Wanted]:
    """Tell which articles are meant by what the user typed."""
    wanted: list[Wanted] = []
    for target in targets_of(root, settings, targets):
        if target.briefing:
            from briefgen import accepting  # noqa: PLC0415  # what reads articles, which a draft of nothing need not load

            found = accepting.proposals_for(root, settings, target.briefing)
            wanted.append(Wanted(seeds=found.seeds, proposals=found))
        else:
            wanted.append(Wanted(seeds=(target.seed,)))
    return wanted


def _explain(root: Path, settings: Settings, targets: Iterable[Wanted]) -> bool:
    """Print what is proposed and why drafts are what they are; tells whether an article cannot be read."""
    from briefgen import pipeline  # noqa: PLC0415  # half a second that a draft of nothing need not spend

    refused = False
    for target in targets:
        if target.proposals:
            click.echo("".join(f"{printable(line)}\n" for line in proposal_lines(target.proposals)))
        for file in target.seeds:
            try:
                lines = pipeline.explained(root, settings, file)
            except SeedError as error:
                click.echo(printable(str(error)), err=True)
                refused = True
            else:
                click.echo(f"{printable(file)}\n" + "".join(f"  {printable(line)}\n" for line in lines))
    return refused


def _carry_out(plan: Plan, *, jobs: int, quiet: bool) -> list[Drafted]:
    """Draft what a plan says and print it, with a bar on a terminal; a log or a pipe gets none."""
    done: list[Drafted] = []
    work = {step.seed for step in plan.steps if step.fate in {"draft", "refused"}}
    with (
        tqdm(total=len(work), unit=" articles", disable=None, leave=False, file=sys.stderr) as bar,
        closing(carry_out(plan, jobs=jobs)) as drafted,
    ):
        for one in drafted:
            done.append(one)
            if one.outcome in {"refused", "gone"}:
                tqdm.write(printable(one.reason), file=sys.stderr)
            elif not quiet and (one.seed in work or one.outcome in {"beside", "deleted"}):
                for line in drafted_lines(one):
                    tqdm.write(printable(line))
            bar.update(one.seed in work)
    return done
