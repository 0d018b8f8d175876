"""`briefgen export`: the finished pages as plain Markdown, for any builder."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from briefgen.cli.command import Command
from briefgen.cli.common import fail
from briefgen.cli.facts import Example, Fact
from briefgen.errors import BriefgenError
from briefgen.model.report import printable


@click.command(
    cls=Command,
    examples=(
        Example(line="briefgen export pages", does="Write the finished pages into pages/"),
        Example(
            line="briefgen export pages && cd pages && mkdocs build --strict",
            does="Build a site from them; Zensical and ProperDocs do it as well",
        ),
    ),
    statuses=(
        Fact(
            name="1",
            meaning="A briefing cannot be shown, a file was changed by hand, or the disk refused; nothing was written.",
        ),
        Fact(name="2", meaning="The settings are wrong, or DIR holds something else; nothing was written."),
    ),
)
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def export(config_file: Path, directory: Path) -> None:
    """Write the finished pages as plain Markdown, for any builder.

    They go into DIR, with a mkdocs.yml. DIR is new, empty, or an earlier export: then only the files that it wrote are
    replaced, and removed where there is nothing for them any more. A file that somebody changed is never overwritten; it
    is named, and nothing is written.

    What the built site keeps out is not in DIR either: no draft with `unreviewed: preview`, no article, no last draft.

    \b
    Then, in DIR:
      zensical build                           with Zensical
      properdocs build -f mkdocs.yml --strict  with ProperDocs
      mkdocs build --strict                    with MkDocs and Material
    """  # noqa: D301  # click reads the escape: it keeps these lines as they are
    from briefgen.exporting.export import export_site  # noqa: PLC0415  # a third of a second that `--help` need not spend
    from briefgen.plugin.frame import load_frame  # noqa: PLC0415

    try:
        settings, frame = load_frame(config_file)
        done = export_site(config_file.resolve().parent, settings, frame, directory)
    except BriefgenError as error:
        fail(error)
    for file, quote in done.unproved:
        click.echo(
            printable(f"{file}: not found in the source: “{quote}” (`briefgen check` says where it differs)"), err=True
        )
    for line in done.left_out:
        click.echo(printable(f"not exported: {line}"), err=True)
    drafts = f"; {_count(done.drafts_left_out, 'draft')} left out" if done.drafts_left_out else ""
    click.echo(printable(f"{directory}: {_count(done.files, 'file')}, {_count(done.briefings, 'briefing')}{drafts}"))
    click.echo("Build it with one of")
    place = shlex.quote(str(directory))
    click.echo(printable(f"  cd {place} && zensical build"))
    click.echo(printable(f"  cd {place} && properdocs build -f mkdocs.yml --strict"))
    click.echo(printable(f"  cd {place} && mkdocs build --strict"))


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
