"""`briefgen new`: writes a new site."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.command import Command
from briefgen.cli.common import fail
from briefgen.cli.facts import Example, Fact
from briefgen.errors import BriefgenError, SettingsError
from briefgen.model.report import printable
from briefgen.rendering.languages import shipped_languages

if TYPE_CHECKING:
    from briefgen.starting.start import Started

_TOLD = (
    ("mkdocs.yml", "the settings"),
    ("seeds/", "the articles, beginning with an example"),
    ("content/", "the briefings and a page about the site"),
    ("README.md", "how to write, check and publish, for you and your colleagues"),
    (".github/", "the workflow that checks and publishes on GitHub"),
    ("requirements.txt, briefgen.txt", "the exact programs that make the site"),
)


@click.command(
    cls=Command,
    examples=(
        Example(line="briefgen new my-site", does="Begin a site, with an example to look at"),
        Example(
            line='briefgen new my-site --name "Harbour Desk" --url https://desk.example/',
            does="Say how it is called and where it will stand",
        ),
        Example(
            line="briefgen new mon-site --language fr --no-example", does="Begin one in French, without the example"
        ),
    ),
    statuses=(
        Fact(name="1", meaning="The disk refused; what was written is removed again."),
        Fact(name="2", meaning="The call is wrong, or something is in the way; nothing was written."),
    ),
)
@click.argument("folder", metavar="DIR", type=click.Path())
@click.option("--name", help="How the site is called; by default after the folder, my-site is “My site”.")
@click.option("--url", help="Where it will stand, such as https://you.github.io/my-site/; can be written later.")
@click.option(
    "--language",
    type=click.Choice(shipped_languages()),
    default="en",
    show_default=True,
    help="Language of the interface; articles are in English.",
)
@click.option("--no-example", is_flag=True, help="Leave the example article and its briefing out.")
@click.option("--no-workflow", is_flag=True, help="Leave .github/ out, for sites that are published elsewhere.")
def new(  # noqa: PLR0913  # one argument for each option
    folder: str, *, name: str | None, url: str | None, language: str, no_example: bool, no_workflow: bool
) -> None:
    """Write a new site into DIR.

    It has settings, an example article with its briefing, a guide for editors, and a workflow that publishes it on GitHub.

    DIR is made where it is missing. No file that is there is ever replaced: where one is in the way, all are named and
    nothing is written.
    """
    from briefgen.starting.start import new_site  # noqa: PLC0415  # what `--help` need not load
    from briefgen.starting.wishes import wishes_for  # noqa: PLC0415

    place = Path(folder)
    try:
        if not folder:  # as a script's unset variable gives it; a path of nothing is the folder that one is in
            raise SettingsError("DIR: expected a folder's name, found an empty one; write `.` if you mean this folder")
        wishes = wishes_for(
            place, name=name, url=url, language=language, example=not no_example, workflow=not no_workflow
        )
        started = new_site(place, wishes)
    except BriefgenError as error:
        fail(error)
    for line in _lines(place, started):
        click.echo(printable(line) if line else "")


def _lines(folder: Path, started: Started) -> list[str]:
    """Say what was written and what to do next."""
    lines = [f"A new site, {len(started.files)} files, in {folder}:"]
    for names, what in _TOLD:
        if any(file.startswith(names.split(", ")[0]) for file in started.files):
            words = what if started.briefing else what.removesuffix(", beginning with an example")
            lines.append(f"  {names:<31} {words}")
    if started.within:
        lines.append(
            f"It lies within the folder of another site, {started.within}; the two know nothing of each other."
        )
    if started.repository and any(file.startswith(".github/") for file in started.files):
        lines.append(
            f"It lies within the git repository {started.repository}; GitHub runs the workflow only from a repository's own root."
        )
    if not started.complete:
        lines.append("To install it elsewhere, or to publish it, it needs a wheel of briefgen: briefgen.txt says how.")
    place = str(folder)
    steps = [] if place == "." else [(f"cd {'-- ' if place.startswith('-') else ''}{shlex.quote(place)}", "")]
    steps.append(("mkdocs serve", "shows it on http://127.0.0.1:8000/"))
    steps.append(("save an article in seeds/", "its briefing is drafted at once; README.md goes on from there"))
    return [*lines, "", "Next:", *(f"  {step:<31} {what}".rstrip() for step, what in steps)]
