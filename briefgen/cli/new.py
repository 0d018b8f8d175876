"""`briefgen new`: writes a new site."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.command import Command
from briefgen.cli.common import NEEDS_A_PERSON, fail
from briefgen.cli.facts import Example, Fact
from briefgen.errors import BriefgenError, SettingsError
from briefgen.model.report import printable
from briefgen.rendering.languages import shipped_languages
from briefgen.version import VERSION

if TYPE_CHECKING:
    from briefgen.starting.start import Started
    from briefgen.starting.update import Updated

_TOLD = (
    ("mkdocs.yml", "the settings"),
    ("seeds/", "the articles, beginning with an example"),
    ("content/", "the briefings and a page about the site"),
    ("README.md", "how to write, check and publish, for you and your colleagues"),
    (".github/", "the workflow that checks and publishes on GitHub"),
    ("requirements.txt, briefgen.txt", "the exact programs that make the site"),
)
_FATES = {
    "written": "written",
    "beside": "yours stays; what is new lies beside it, with .new at its end",
    "blocked": "yours stays; what is new was not written, since a file of yours with .new at its end is in the way",
}
_GO_ON = (
    ("git diff", "shows what was renewed"),
    ("python -m pip install --require-hashes -r requirements.txt", ""),
    ("python -m pip install --no-deps --no-build-isolation -r briefgen.txt", "installs what is pinned now"),
    ("briefgen draft", "proposes what this version drafts otherwise"),
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
        Example(
            line="briefgen new --update .",
            does="After installing a newer briefgen: renew what the site is made with",
        ),
    ),
    statuses=(
        Fact(
            name="1",
            meaning="The disk refused; what was written is removed again. With --update: a file that you changed has something "
            "new beside it.",
        ),
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
@click.option("--update", is_flag=True, help="DIR is a site of an older briefgen: renew its files that you left alone.")
@click.pass_context
def new(  # noqa: PLR0913  # one argument for each option
    context: click.Context,
    folder: str,
    *,
    name: str | None,
    url: str | None,
    language: str,
    no_example: bool,
    no_workflow: bool,
    update: bool,
) -> None:
    """Write a new site into DIR.

    It has settings, an example article with its briefing, a guide for editors, and a workflow that publishes it on GitHub.

    DIR is made where it is missing. No file that is there is ever replaced: where one is in the way, all are named and
    nothing is written.

    With --update DIR is a site that `briefgen new` began: its lock, workflow, editors' settings and README become those of
    this version. A file that you changed stays as it is, and the new one is put beside it, with .new at the end of its name;
    what you deleted stays deleted. Articles and content are never touched.
    """
    from briefgen.starting.start import new_site  # noqa: PLC0415  # what `--help` need not load
    from briefgen.starting.wishes import wishes_for  # noqa: PLC0415

    place = Path(folder)
    if not folder:  # as a script's unset variable gives it; a path of nothing is the folder that one is in
        fail(SettingsError("DIR: expected a folder's name, found an empty one; write `.` if you mean this folder"))
    if update:
        _update(place, context)
        return
    try:
        wishes = wishes_for(
            place, name=name, url=url, language=language, example=not no_example, workflow=not no_workflow
        )
        started = new_site(place, wishes)
    except BriefgenError as error:
        fail(error)
    for line in _lines(place, started):
        click.echo(printable(line) if line else "")


def _update(place: Path, context: click.Context) -> None:
    """Renew a site, say what became of its files, and end with status 1 where a person has to choose."""
    from briefgen.plugin import load_settings  # noqa: PLC0415  # as above
    from briefgen.starting.update import update_site  # noqa: PLC0415  # as above

    others = [name for name in ("name", "url", "language", "no_example", "no_workflow") if _was_said(context, name)]
    if others:
        raise click.UsageError(
            f"--update goes without --{others[0].replace('_', '-')}: the site is what it was begun as"
        )
    names = ("mkdocs.yml", "mkdocs.yaml")
    # os.path's: pathlib's raises where the name is too long for any file.
    config = next((place / name for name in names if os.path.isfile(place / name)), place / "mkdocs.yml")  # noqa: PTH113
    try:
        done = update_site(config.resolve().parent, load_settings(config))
    except BriefgenError as error:
        fail(error)
    for line in _told(place, done):
        click.echo(printable(line) if line else "")
    if any(step.fate in {"beside", "blocked"} for step in done.steps):
        sys.exit(NEEDS_A_PERSON)


def _was_said(context: click.Context, name: str) -> bool:
    return context.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT


def _told(folder: Path, done: Updated) -> list[str]:
    """Say what an update did and what to do next."""
    news = [step for step in done.steps if step.fate in _FATES]
    rest = f"{len(done.steps) - len(news)} files are as they should be, or yours"
    if not news:
        return [f"Nothing to renew in {folder}: {rest}."]
    since = f" (it was {done.before})" if done.before != VERSION else ""
    width = max(len(step.path) for step in news)
    lines = [f"The files of {folder}, by briefgen {VERSION}{since}:"]
    lines += [f"  {step.path:<{width}}  {_FATES[step.fate]}" for step in news]
    lines.append(f"{rest[0].upper()}{rest[1:]}.")
    if not done.complete:
        lines.append("To install it elsewhere, or to publish it, it needs a wheel of briefgen: briefgen.txt says how.")
    width = max(len(step) for step, _ in _GO_ON)
    return [
        *lines,
        "",
        "Next, in the site's folder:",
        *(f"  {step:<{width}}  {what}".rstrip() for step, what in _GO_ON),
    ]


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
