"""The command `briefgen`, which the others belong to."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen import __version__
from briefgen.cli.accept import accept
from briefgen.cli.check import check
from briefgen.cli.draft import draft
from briefgen.cli.labels import labels
from briefgen.cli.schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefgen")
@click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's MkDocs configuration; briefgen's settings stand in it under plugins.",
)
@click.pass_context
def main(context: click.Context, config_file: Path) -> None:
    """Turn news and analysis articles into briefings, every line tied to the words of its source.

    \b
    Put articles (.txt, .md, .html) into seeds/, then:
      briefgen draft          drafts what is new or changed, and merges it with your edits
      briefgen accept         takes what a newer draft proposes into your file
      briefgen check          proves the briefings in content/briefings/ against their sources
      mkdocs serve            previews the site
    """  # noqa: D301  # click reads the escape: it keeps these lines as they are
    context.obj = config_file


for command in (draft, accept, check, schema, labels):
    main.add_command(command)
