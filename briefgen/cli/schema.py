"""`briefgen schema`: prints or writes what editors' programs complete and check by."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefgen.cli.common import NEEDS_A_PERSON, fail, site
from briefgen.errors import BriefgenError
from briefgen.files.tools.offered import TOOLS, Tool, files_for, write_tools
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

_FATES = {"written": "written", "unchanged": "as it should be", "differs": "differs, left as it is"}


@click.command()
@click.option("--for", "what", type=click.Choice(TOOLS), help="Whose; by default `briefings`, and all with --write.")
@click.option("--write", is_flag=True, help="Write the files to their places in the site.")
@click.option("--force", is_flag=True, help="With --write: replace a file that holds something else.")
@click.pass_obj
def schema(config_file: Path, *, what: Tool | None, write: bool, force: bool) -> None:
    """Print the JSON Schema of the front matter, or what an editor's program needs, made from the same model.

    \b
    briefings          JSON Schema of the front matter
    actors             JSON Schema of actors.yml
    vscode             settings, extensions, tasks and snippets for VS Code
    front-matter-cms   frontmatter.json for Front Matter CMS
    pages-cms          .pages.yml for Pages CMS

    With --write a file that is there and differs is named and left as it is, and the exit status is 1.
    """  # noqa: D301  # click reads the escape: it keeps these lines as they are
    if force and not write:
        raise click.UsageError("--force goes with --write")
    if write:
        _write(config_file, (what,) if what else TOOLS, force=force)
        return
    tool: Tool = what or "briefings"
    anywhere = tool == "actors" or (tool == "briefings" and not config_file.exists())
    files = files_for(tool, Settings() if anywhere else site(config_file)[1])
    for file in files:
        heading = f"// {file.path}\n" if len(files) > 1 else ""
        click.echo(heading + file.text, nl=False)


def _write(config_file: Path, tools: tuple[Tool, ...], *, force: bool) -> None:
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
