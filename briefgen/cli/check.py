"""`briefgen check`: proves the briefings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefgen.checking.report import as_github, as_json, as_text, counts, last_line
from briefgen.cli.common import NEEDS_A_PERSON, fail, site
from briefgen.errors import BriefgenError

if TYPE_CHECKING:
    from pathlib import Path

_FORMATS = {"text": as_text, "json": as_json, "github": as_github}
_FORMAT_HELP = (
    "text: a line for each problem. json: all of them, waived ones too, as docs/checks.md describes. "
    "github: annotations at the lines of a pull request."
)


@click.command()
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option(
    "--format", "shape", type=click.Choice(sorted(_FORMATS)), default="text", show_default=True, help=_FORMAT_HELP
)
@click.pass_obj
def check(config_file: Path, *, strict: bool, shape: str) -> None:
    """Prove the briefings: front matter, evidence, names, numbers, dates, links, ids.

    Prints a line for each problem, `file:line:column: code: message`; docs/checks.md explains the codes.
    """
    from briefgen import site_checking  # noqa: PLC0415  # half a second that `--help` need not spend

    root, settings = site(config_file)
    try:
        problems = site_checking.check_site(root, settings)
    except BriefgenError as error:
        fail(error)
    text = _FORMATS[shape](problems)
    if text:
        click.echo(text.rstrip("\n"))
    if shape == "text":
        click.echo(last_line(problems))
    told = counts(problems)
    if told.errors or (strict and told.warnings):
        sys.exit(NEEDS_A_PERSON)
