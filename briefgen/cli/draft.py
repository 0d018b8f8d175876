"""`briefgen draft`: drafts what is new or changed, and says why a draft is what it is."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click
from tqdm import tqdm

from briefgen.checking.report import printable
from briefgen.cli.common import NEEDS_A_PERSON, fail, site
from briefgen.errors import BriefgenError, SeedError
from briefgen.files.seeds import list_seeds
from briefgen.planning import plan_site
from briefgen.site_drafting import carry_out, summary_of

if TYPE_CHECKING:
    from briefgen.model.draft import Change
    from briefgen.model.settings import Settings
    from briefgen.planning import Plan
    from briefgen.site_drafting import Drafted, Outcome

_WORDS: dict[Outcome, tuple[str, str]] = {
    "new": ("new briefing", "new briefings"),
    "updated": ("updated", "updated"),
    "unchanged": ("drafted again without a change", "drafted again without a change"),
    "current": ("up to date", "up to date"),
    "deleted": ("deleted by an editor and left so", "deleted by an editor and left so"),
    "refused": ("refused", "refused"),
}
_FATES = {
    "added": "added",
    "taken": "taken over",
    "kept": "kept as edited",
    "withdrawn": "withdrawn",
    "suggested": "suggested instead",
}


@click.command()
@click.argument("seeds", nargs=-1, metavar="[SEED]...")
@click.option("--again", is_flag=True, help="Draft also what has not changed since its last draft.")
@click.option("--explain", is_flag=True, help="Say why the drafts would be what they are, and write nothing.")
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
    config_file: Path, seeds: tuple[str, ...], *, again: bool, explain: bool, jobs: int, quiet: bool
) -> None:
    """Draft what is new or changed in seeds/ and merge it with the editors' files.

    With SEED only these articles are drafted, such as `briefgen draft seeds/ferry.txt`; one whose briefing an editor
    deleted is drafted again.

    An article that cannot be read is named and skipped; the others are drafted, and the exit status is 1.
    """
    root, settings = site(config_file)
    only = tuple(_seed_name(root, seed) for seed in seeds)
    if explain:
        _explain(root, settings, only)
        return
    try:
        plan = plan_site(root, settings, only=only, again=again)
        done = _carry_out(plan, jobs=jobs, quiet=quiet)
    except BriefgenError as error:
        fail(error)
    written = sum(one.outcome in {"new", "updated"} for one in done)
    counts = summary_of(done, lambda outcome, number: f"{number} {_WORDS[outcome][number != 1]}")
    articles = "1 article" if len(done) == 1 else f"{len(done)} articles"
    tail = "" if written else f"; nothing was written to {settings.content}/"
    if done:
        click.echo(f"{articles}: {counts}{tail}")
    else:
        click.echo(f"No articles in {settings.seeds}/: put .txt, .md or .html files there.")
    if any(one.outcome == "refused" for one in done):
        sys.exit(NEEDS_A_PERSON)


def _explain(root: Path, settings: Settings, only: tuple[str, ...]) -> None:
    from briefgen import pipeline  # noqa: PLC0415  # half a second that a draft of nothing need not spend

    refused = False
    try:
        for file in only or list_seeds(root, settings):
            try:
                lines = pipeline.explained(root, settings, file)
            except SeedError as error:
                click.echo(printable(str(error)), err=True)
                refused = True
            else:
                click.echo(f"{printable(file)}\n" + "".join(f"  {printable(line)}\n" for line in lines))
    except BriefgenError as error:
        fail(error)
    if refused:
        sys.exit(NEEDS_A_PERSON)


def _seed_name(root: Path, seed: str) -> str:
    """Give the name from the site's root of a path that the user typed from where they are."""
    path = Path(seed)
    try:
        return path.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        raise click.UsageError(f"{seed}: expected an article below {root}; copy it into the folder of seeds") from None


def _carry_out(plan: Plan, *, jobs: int, quiet: bool) -> list[Drafted]:
    """Draft what a plan says and print it, with a bar on a terminal; a log or a pipe gets none."""
    done: list[Drafted] = []
    work = sum(step.fate in {"draft", "refused"} for step in plan.steps)
    with (
        tqdm(total=work, unit=" articles", disable=None, leave=False, file=sys.stderr) as bar,
        closing(carry_out(plan, jobs=jobs)) as drafted,
    ):
        for one in drafted:
            done.append(one)
            _print_drafted(one, quiet=quiet)
            if one.outcome not in {"current", "deleted"}:
                bar.update()
    return done


def _print_drafted(one: Drafted, *, quiet: bool) -> None:
    if one.outcome == "refused":
        tqdm.write(printable(one.reason), file=sys.stderr)
    elif not quiet and one.outcome != "current":
        tqdm.write(printable(f"{one.seed}: {_WORDS[one.outcome][0]}: {one.file}"))
        for change in one.changes:
            tqdm.write(printable(f"  {_FATES[change.fate]}: {change.place}: {_short(change)}"))


def _short(change: Change, limit: int = 100) -> str:
    return change.text if len(change.text) <= limit else change.text[: limit - 1].rstrip() + "…"
