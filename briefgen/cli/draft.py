"""`briefgen draft`: drafts what is new or changed, and says why a draft is what it is."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
from tqdm import tqdm

from briefgen.cli.common import NEEDS_A_PERSON, fail, from_root, in_line, site
from briefgen.cli.telling import OUTCOMES, drafted_lines, proposal_lines, waiting_line
from briefgen.errors import BriefgenError, SeedError
from briefgen.files.lock import locked
from briefgen.files.seeds import list_seeds
from briefgen.model.report import printable
from briefgen.planning import plan_site
from briefgen.site_drafting import carry_out, summary_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.accepting import Proposals
    from briefgen.model.settings import Settings
    from briefgen.planning import Plan
    from briefgen.site_drafting import Drafted


@click.command()
@click.argument("targets", nargs=-1, metavar="[SEED|ID]...")
@click.option("--again", is_flag=True, help="Draft also what has not changed since its last draft.")
@click.option("--published", is_flag=True, help="Let newer drafts go into published briefings, too.")
@click.option(
    "--explain",
    is_flag=True,
    help="Say why the drafts would be what they are, and for an ID what is proposed; write nothing.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="How many processes draft side by side; 0 for one on each core. What is written is the same.",
)
@click.option("--quiet", is_flag=True, help="Print only what needs a person, and the last line.")
@click.pass_obj
def draft(  # noqa: PLR0913  # one argument for each option
    config_file: Path,
    targets: tuple[str, ...],
    *,
    again: bool,
    published: bool,
    explain: bool,
    jobs: int,
    quiet: bool,
) -> None:
    """Draft what is new or changed in seeds/ and merge it with the editors' files.

    With SEED only these articles are drafted, such as `briefgen draft seeds/ferry.txt`; one whose briefing an editor
    deleted is drafted again. The ID of a briefing, or its file, stands for the articles that it rests on.

    A published briefing stays as it is: what a newer draft would change is told, and waits for --published.

    An article that cannot be read is named and skipped; the others are drafted, and the exit status is 1.
    """
    root, settings = site(config_file)
    try:
        wanted = [_target(root, settings, target) for target in targets]
        if explain:
            refused = _explain(root, settings, wanted or [Target(seeds=list_seeds(root, settings))])
            sys.exit(NEEDS_A_PERSON if refused else 0)
        only = tuple(seed for target in wanted for seed in target.seeds)
        with locked(root, settings, waiting=in_line):
            plan = plan_site(root, settings, only=only, again=again, published=published)
            done = _carry_out(plan, jobs=jobs, quiet=quiet)
    except BriefgenError as error:
        fail(error)
    _print_end(settings, done)
    if any(one.outcome == "refused" for one in done):
        sys.exit(NEEDS_A_PERSON)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a user named: an article, or a briefing with those it rests on."""

    seeds: tuple[str, ...]
    proposals: Proposals | None = None
    """Of a briefing that was named."""


def _target(root: Path, settings: Settings, told: str) -> Target:
    """Tell what is meant by a path that the user typed from where they are, or by the id of a briefing."""
    path = from_root(root, told)
    if not Path(told).exists() or path.startswith(f"{settings.content}/"):
        from briefgen import accepting  # noqa: PLC0415  # what reads articles, which a draft of nothing need not load

        name = accepting.id_of(root, settings, told) or accepting.id_of(root, settings, path)
        if name is not None:
            found = accepting.proposals_for(root, settings, name)
            return Target(seeds=found.seeds, proposals=found)
        if "/" not in told and not Path(told).suffix:
            raise accepting.no_such_briefing(root, settings, told)
    if (path == told and Path(told).is_absolute()) or path.startswith(".."):
        raise click.UsageError(f"{told}: expected an article below {root}; copy it into the folder of seeds")
    return Target(seeds=(path,))


def _explain(root: Path, settings: Settings, targets: Iterable[Target]) -> bool:
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
            if one.outcome == "refused":
                tqdm.write(printable(one.reason), file=sys.stderr)
            elif not quiet and (one.seed in work or one.outcome == "deleted"):
                for line in drafted_lines(one):
                    tqdm.write(printable(line))
            bar.update(one.seed in work)
    return done
