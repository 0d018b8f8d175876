"""`briefgen check`: proves the briefings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.command import Command
from briefgen.cli.common import FORMATS, fail, in_line, site, tell
from briefgen.cli.completing import seeds_and_briefings
from briefgen.cli.facts import Example, Fact
from briefgen.errors import BriefgenError
from briefgen.model.report import printable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.model.settings import Settings

_FORMAT_HELP = (
    "text: a line for each problem. json: all of them, waived ones too, for other programs. "
    "github: annotations at the lines of a pull request."
)


@click.command(
    cls=Command,
    examples=(
        Example(line="briefgen check", does="Prove every briefing"),
        Example(line="briefgen check content/briefings/harbour.md", does="Prove one, by its file or its id"),
        Example(
            line="briefgen check --strict --format github",
            does="Annotate a pull request, and fail it where so much as a warning is found",
            status=1,
        ),
        Example(line="briefgen check --format json > problems.json", does="Keep what was found for another program"),
        Example(line="briefgen check --fix", does="Mend front matter that cannot be read, then prove"),
    ),
    statuses=(Fact(name="1", meaning="A briefing has an error, or with --strict a warning, that nobody waives."),),
)
@click.argument("targets", nargs=-1, metavar="[FILE|ID]...", shell_complete=seeds_and_briefings)
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option(
    "--format", "shape", type=click.Choice(sorted(FORMATS)), default="text", show_default=True, help=_FORMAT_HELP
)
@click.option(
    "--fix", is_flag=True, help="First mend front matter where it is sure what was meant, and say what was done."
)
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="How many processes prove side by side; 0 for one on each core. What is found is the same.",
)
@click.pass_obj
def check(  # noqa: PLR0913  # one argument for each option
    config_file: Path, targets: tuple[str, ...], *, strict: bool, shape: str, fix: bool, jobs: int
) -> None:
    """Prove the briefings against their sources.

    Front matter, evidence, names, numbers, dates, links and ids are looked at. Each problem is a line,
    `file:line:column: code: message`; the documentation's page “What the check finds” explains the codes.

    With FILE or ID only these briefings are proved, and those that rest on these articles; the rest of the site is read
    for what only the whole can tell, such as an id that is taken.

    With --fix a value that has to stand in quotes is put in quotes, a quote mark or a `---` that is missing is put in
    its place, and tabs become spaces; nothing that could be read changes. What is left is for you.
    """
    from briefgen import site_checking  # noqa: PLC0415  # half a second that `--help` need not spend

    root, settings = site(config_file, articles=True)
    try:
        only = _files(root, settings, targets)
        if fix:
            _fix(root, settings, only, aside=shape != "text")
        problems = site_checking.check_site(root, settings, only=only, jobs=jobs)
    except BriefgenError as error:
        fail(error)
    tell(
        problems,
        shape,
        strict=strict,
        proved="Every line that was asked for is proved" if only else "Every line is proved",
    )


def _files(root: Path, settings: Settings, targets: Sequence[str]) -> tuple[str, ...]:
    """Name the files that the user means."""
    from briefgen.cli.targets import targets_of  # noqa: PLC0415  # what reads front matter, which help need not load
    from briefgen.files.briefings import file_of  # noqa: PLC0415  # as above

    found = targets_of(root, settings, targets) if targets else ()
    return tuple(one.seed or file_of(settings, one.briefing) for one in found)


def _fix(root: Path, settings: Settings, only: Sequence[str], *, aside: bool) -> None:
    """Mend the editors' files and print a line for each mend, on standard error where the output is for programs."""
    from briefgen.files.fix_files import fix_files  # noqa: PLC0415  # what reads front matter, as above
    from briefgen.files.lock import locked  # noqa: PLC0415

    done = 0
    with locked(root, settings, waiting=in_line):
        for line in fix_files(root, settings, only):
            click.echo(printable(line), err=aside)
            done += 1
    if not done:
        click.echo("Nothing to fix.", err=aside)
