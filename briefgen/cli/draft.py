"""`briefgen draft`: drafts what is new or changed, and says why a draft is what it is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefgen.cli.command import Command
from briefgen.cli.common import NEEDS_A_PERSON, fail, site
from briefgen.cli.completing import seeds_and_briefings
from briefgen.cli.facts import Example, Fact
from briefgen.errors import BriefgenError

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    cls=Command,
    examples=(
        Example(line="briefgen draft", does="Draft every article that is new or has changed"),
        Example(line="briefgen draft seeds/harbour.txt", does="Draft one article"),
        Example(
            line="briefgen draft --explain harbour",
            does="See what a newer draft proposes for a briefing, and why the draft is what it is",
        ),
        Example(line="briefgen draft --published harbour", does="Let a newer draft into a briefing that is published"),
        Example(line="briefgen draft --again --jobs 2", does="Draft everything anew, in two processes"),
    ),
    statuses=(
        Fact(
            name="1",
            meaning="An article was refused, and the others were drafted; or a briefing cannot be read, and nothing was.",
        ),
    ),
)
@click.argument("targets", nargs=-1, metavar="[SEED|ID]...", shell_complete=seeds_and_briefings)
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
    metavar="N",
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
    """Draft new and changed articles, and merge with your edits.

    Each article in seeds/ gets a file in content/briefings/, whose front matter is yours from then on: what you changed
    stays, what you deleted does not come back, what you left alone is renewed.

    With SEED only these articles are drafted; one whose briefing an editor deleted is drafted again. The ID of a
    briefing, or its file, stands for the articles that it rests on.

    A file in seeds/ that is no .txt, .md or .html is told like an article that cannot be read, unless its text lies
    beside it. An article that is gone while its briefing is there is told, too.

    A published briefing stays as it is: what a newer draft would change is told, and waits for --published.
    """
    root, settings = site(config_file, articles=True)
    from briefgen.cli import drafting  # noqa: PLC0415  # a quarter of a second that `--help` need not spend

    try:
        if explain:
            refused = drafting.explain(root, settings, targets)
        else:
            refused = drafting.draft(root, settings, targets, again=again, published=published, jobs=jobs, quiet=quiet)
    except BriefgenError as error:
        fail(error)
    if refused:
        sys.exit(NEEDS_A_PERSON)
