"""The command `briefgen`, which the others belong to."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from briefgen.cli.command import Group
from briefgen.cli.facts import SECTIONS, Example
from briefgen.version import VERSION

_COMMANDS = {
    "accept": "briefgen.cli.accept:accept",
    "check": "briefgen.cli.check:check",
    "completion": "briefgen.cli.completion:completion",
    "draft": "briefgen.cli.draft:draft",
    "export": "briefgen.cli.export:export",
    "labels": "briefgen.cli.labels:labels",
    "new": "briefgen.cli.new:new",
    "schema": "briefgen.cli.schema:schema",
    "verify-site": "briefgen.cli.verify_site:verify_site",
}
"""Where each is found. `facts.SECTIONS` has a place for it in the help."""

_EXAMPLES = (
    Example(line="briefgen new my-site", does="Begin a site"),
    Example(line="briefgen draft", does="Draft what is new in seeds/"),
    Example(line="briefgen check", does="Prove the briefings against their sources"),
    Example(line="mkdocs build --strict", does="Build the site into site/; `mkdocs serve` previews it"),
)


def _file_of_site(_context: click.Context, _parameter: click.Parameter, named: Path) -> Path:
    """Take the folder of a site for its mkdocs.yml."""
    return named / "mkdocs.yml" if os.path.isdir(named) else named  # noqa: PTH112  # pathlib's raises for a long name


@click.group(
    cls=Group,
    places=_COMMANDS,
    sections=SECTIONS,
    examples=_EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(VERSION, prog_name="briefgen")
@click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    callback=_file_of_site,
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's MkDocs configuration, or its folder; briefgen's settings stand in it under plugins.",
)
@click.pass_context
def main(context: click.Context, config_file: Path) -> None:
    """Turn news and analysis articles into briefings, every line tied to the words of its source.

    Put articles (.txt, .md, .html) into seeds/. `briefgen draft` writes a briefing for each into content/briefings/; from
    then on the file is yours, and later drafts renew only what you left alone. MkDocs makes the site of them.

    `briefgen COMMAND --help` tells the rest of each command.
    """
    # Files are locked, opened without following links, and renamed as POSIX has it: on Windows each of these would fail midway.
    if sys.platform.startswith("win"):
        raise click.UsageError(
            "briefgen runs on Linux and macOS, and on Windows in WSL: type `wsl --install -d Ubuntu` in PowerShell, restart, "
            "open Ubuntu and install briefgen there"
        )
    context.obj = config_file
