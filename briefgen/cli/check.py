"""`briefgen check`: proves the briefings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefgen.checking.report import as_github, as_json, as_text
from briefgen.cli.common import NEEDS_A_PERSON, fail, site
from briefgen.errors import BriefgenError

if TYPE_CHECKING:
    from pathlib import Path

_FORMATS = {"text": as_text, "json": as_json, "github": as_github}


@click.command()
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option("--format", "shape", type=click.Choice(sorted(_FORMATS)), default="text", show_default=True)
@click.pass_obj
def check(config_file: Path, *, strict: bool, shape: str) -> None:
    """Prove the briefings: front matter, evidence, names, numbers, dates, ids.

    Prints a line for each problem, `file:line:column: code: message`; the README explains the codes.
    """
    from briefgen import pipeline  # noqa: PLC0415  # half a second that `--help` need not spend

    root, settings = site(config_file)
    try:
        problems = pipeline.check_site(root, settings)
    except BriefgenError as error:
        fail(error)
    text = _FORMATS[shape](problems)
    if text:
        click.echo(text.rstrip("\n"))
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if shape == "text":
        click.echo(
            f"{errors} errors, {warnings} warnings" if problems else "Every line is proved: no errors, no warnings."
        )
    if errors or (strict and warnings):
        sys.exit(NEEDS_A_PERSON)
