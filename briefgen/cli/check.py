"""`briefgen check`: proves the briefings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.command import Command
from briefgen.cli.common import FORMATS, fail, in_line, site, tell
from briefgen.cli.facts import Example, Fact
from briefgen.errors import BriefgenError
from briefgen.model.report import printable

if TYPE_CHECKING:
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
def check(config_file: Path, *, strict: bool, shape: str, fix: bool, jobs: int) -> None:
    """Prove the briefings against their sources.

    Front matter, evidence, names, numbers, dates, links and ids are looked at. Each problem is a line,
    `file:line:column: code: message`; the documentation's page “What the check finds” explains the codes.

    With --fix a value that has to stand in quotes is put in quotes, a quote mark or a `---` that is missing is put in
    its place, and tabs become spaces; nothing that could be read changes. What is left is for you.
    """
    from briefgen import site_checking  # noqa: PLC0415  # half a second that `--help` need not spend

    root, settings = site(config_file)
    if fix:
        _fix(root, settings, aside=shape != "text")
    try:
        problems = site_checking.check_site(root, settings, jobs=jobs)
    except BriefgenError as error:
        fail(error)
    tell(problems, shape, strict=strict)


def _fix(root: Path, settings: Settings, *, aside: bool) -> None:
    """Mend the editors' files and print a line for each mend, on standard error where the output is for programs."""
    from briefgen.files.fix_files import fix_files  # noqa: PLC0415  # what reads front matter, as above
    from briefgen.files.lock import locked  # noqa: PLC0415

    done = 0
    try:
        with locked(root, settings, waiting=in_line):
            for line in fix_files(root, settings):
                click.echo(printable(line), err=aside)
                done += 1
    except BriefgenError as error:
        fail(error)
    if not done:
        click.echo("Nothing to fix.", err=aside)
