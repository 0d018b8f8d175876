"""`briefgen labels`: prints the words of the interface, for a site to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.command import Command
from briefgen.cli.common import site
from briefgen.cli.facts import NO_CONTENT, Example
from briefgen.rendering.languages import FALLBACK, shipped_languages

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    cls=Command,
    examples=(
        Example(line="briefgen labels", does="See the words of the site's language"),
        Example(
            line="mkdir -p templates && briefgen labels --language de > templates/labels.toml",
            does="Take the German ones and change them; `templates: templates` in the settings has the site use them",
        ),
    ),
    statuses=(NO_CONTENT,),
)
@click.option(
    "--language",
    type=click.Choice(shipped_languages()),
    help="Print them in this language; by default in the site's, where briefgen has it, else in English.",
)
@click.pass_obj
def labels(config_file: Path, *, language: str | None) -> None:
    """Print the words of the interface, for a site to change.

    They are printed as TOML. A site that wants others keeps those lines in a file labels.toml in its folder of templates;
    what it leaves out stays as it is.
    """
    from briefgen.rendering.labels.tables import all_as_toml  # noqa: PLC0415  # Babel, which `--help` need not load

    if language is None:
        own = site(config_file)[1].language if config_file.exists() else FALLBACK
        language = own if own in shipped_languages() else FALLBACK
    click.echo(all_as_toml(language), nl=False)
