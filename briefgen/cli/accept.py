"""`briefgen accept`: takes what the machine proposes into the editor's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.common import fail, from_root, in_line, site
from briefgen.cli.telling import taken_lines
from briefgen.errors import BriefgenError
from briefgen.model.report import printable

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("briefing", metavar="ID")
@click.argument("items", nargs=-1, metavar="[ITEM]...")
@click.option("--all", "everything", is_flag=True, help="Take everything that is proposed for the briefing.")
@click.pass_obj
def accept(config_file: Path, briefing: str, items: tuple[str, ...], *, everything: bool) -> None:
    """Take proposals into a briefing: suggestions, or single changes of a newer draft that waits.

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
