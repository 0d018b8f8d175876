"""`briefgen schema`: prints or writes what editors' programs complete and check by."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefgen.cli.command import Command
from briefgen.cli.common import NEEDS_A_PERSON, fail, site
from briefgen.cli.facts import Example, Fact
from briefgen.errors import BriefgenError
from briefgen.files.tools import TOOLS, Tool
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

_FATES = {"written": "written", "unchanged": "as it should be", "differs": "differs, left as it is"}


@click.command(
    cls=Command,
    examples=(
        Example(line="briefgen schema > briefing.schema.json", does="Keep the JSON Schema of the front matter"),
        Example(line="briefgen schema --for vscode", does="See what VS Code needs"),
        Example(line="briefgen schema --for vscode --write", does="Write it to its places in the site"),
    ),
    statuses=(Fact(name="1", meaning="With --write: a file differs and was left as it is, or the disk refused."),),
)
@click.option("--for", "what", type=click.Choice(TOOLS), help="Whose; by default `briefings`, and all with --write.")
@click.option("--write", is_flag=True, help="Write the files to their places in the site.")
@click.option("--force", is_flag=True, help="With --write: replace a file that holds something else.")
@click.pass_obj
def schema(config_file: Path, *, what: Tool | None, write: bool, force: bool) -> None:
    """Print or write what editors' programs complete and check by.

    All of it is made from the model that reads the front matter:

    \b
    briefings          JSON Schema of the front matter
    actors             JSON Schema of actors.yml
    vscode             settings, extensions, tasks and snippets for VS Code
    front-matter-cms   frontmatter.json for Front Matter CMS
    pages-cms          .pages.yml for Pages CMS

    With --write a file that is there and differs is named and left as it is.
    """  # noqa: D301  # click reads the escape: it keeps these lines as they are
    if force and not write:
        raise click.UsageError("--force goes with --write")
    if write:
        _write(config_file, (what,) if what else TOOLS, force=force)
        return
    from briefgen.files.tools.offered import files_for  # noqa: PLC0415  # the model's schema, which `--help` need not load

    tool: Tool = what or "briefings"
    anywhere = tool == "actors" or (tool == "briefings" and not config_file.exists())
    files = files_for(tool, Settings() if anywhere else site(config_file)[1])
    for file in files:
        heading = f"// {file.path}\n" if len(files) > 1 else ""
        click.echo(heading + file.text, nl=False)


def _write(config_file: Path, tools: tuple[Tool, ...], *, force: bool) -> None:
    from briefgen.files.tools.offered import write_tools  # noqa: PLC0415  # as above

    root, settings = site(config_file)
    try:
        fates = write_tools(root, settings, tools, force=force)
    except BriefgenError as error:
        fail(error)
    for path, fate in fates:
        click.echo(f"{path}: {_FATES[fate]}")
    if any(fate == "differs" for _, fate in fates):
        click.echo(
            "What differs may hold settings of your own: compare it with what `briefgen schema --for` prints, or"
        )
        click.echo("replace it with --force.")
        sys.exit(NEEDS_A_PERSON)
