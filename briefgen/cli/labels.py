"""`briefgen labels`: prints the words of the interface, for a site to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.common import site
from briefgen.rendering.labels.labels import FALLBACK
from briefgen.rendering.labels.tables import all_as_toml, shipped_languages

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.option(
    "--language",
    type=click.Choice(shipped_languages()),
    help="Print them in this language; by default in the site's, where briefgen has it, else in English.",
)
@click.pass_obj
def labels(config_file: Path, *, language: str | None) -> None:
    """Print every word of the interface as TOML.

    A site that wants others keeps those lines in a file labels.toml in its folder of templates; what it leaves out stays
    as it is.
    """
    if language is None:
        own = site(config_file)[1].language if config_file.exists() else FALLBACK
        language = own if own in shipped_languages() else FALLBACK
    click.echo(all_as_toml(language), nl=False)
