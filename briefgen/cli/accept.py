"""`briefgen accept`: takes what the machine proposes into the editor's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.command import Command
from briefgen.cli.common import fail, from_root, in_line, site
from briefgen.cli.completing import briefings, proposals
from briefgen.cli.facts import Example, Fact
from briefgen.cli.telling import taken_lines
from briefgen.errors import BriefgenError
from briefgen.model.report import printable

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    cls=Command,
    examples=(
        Example(line="briefgen draft --explain harbour", does="See what is proposed, and the name of each ITEM"),
        Example(line="briefgen accept harbour title-335397", does="Take one of them"),
        Example(line="briefgen accept harbour --all", does="Take all of them"),
    ),
    statuses=(
        Fact(
            name="1", meaning="The briefing or its last draft cannot be read, or the disk refused; nothing was taken."
        ),
        Fact(name="2", meaning="There is no such briefing or proposal, or the settings are wrong; nothing was taken."),
    ),
)
@click.argument("briefing", metavar="ID", shell_complete=briefings)
@click.argument("items", nargs=-1, metavar="[ITEM]...", shell_complete=proposals)
@click.option("--all", "everything", is_flag=True, help="Take everything that is proposed for the briefing.")
@click.pass_obj
def accept(config_file: Path, briefing: str, items: tuple[str, ...], *, everything: bool) -> None:
    """Take what a newer draft proposes into your file.

    A proposal is another wording for what you changed, or a single change of a newer draft that waits.

    ID is the briefing's id, or its file; `briefgen draft --explain ID` lists what is proposed and the name of each ITEM.

    Only the lines of what is taken change. What is not known is named, and then nothing is taken.
    """
    if bool(items) == everything:
        expected = "either names of proposals or --all" if items else "the names of proposals, or --all"
        raise click.UsageError(f"expected {expected}; `briefgen draft --explain {briefing}` lists them")
    root, settings = site(config_file)
    from briefgen import accepting  # noqa: PLC0415  # what reads articles, which a wrong call need not load

    try:
        name = accepting.id_of(root, settings, briefing) or accepting.id_of(root, settings, from_root(root, briefing))
        if name is None:
            raise accepting.no_such_briefing(root, settings, briefing)
        done = accepting.accept_proposals(root, settings, name, None if everything else items, waiting=in_line)
    except BriefgenError as error:
        fail(error)
    for line in taken_lines(done.left.file, done.taken):
        click.echo(printable(line))
    if left := len(done.left.changes):
        click.echo(f"{left} more proposed: see `briefgen draft --explain {name}`")
