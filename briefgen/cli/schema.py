"""`briefgen schema`: prints what editors' programs complete and check by."""

from __future__ import annotations

import click

from briefgen.files.schema import json_schema, registry_schema

_SCHEMAS = {"briefings": json_schema, "actors": registry_schema}


@click.command()
@click.option("--for", "what", type=click.Choice(sorted(_SCHEMAS)), default="briefings", show_default=True)
def schema(*, what: str) -> None:
    """Print the JSON Schema of the front matter, or of actors.yml, for editors that complete and check as you type."""
    click.echo(_SCHEMAS[what](), nl=False)
