"""A word that is no command -> what to type instead: other programs call it otherwise, or it is MkDocs' part."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

import click

from briefgen.model.report import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_MEANT: tuple[tuple[str, str], ...] = (
    ("serve preview live watch run server", "MkDocs shows the site while you write: `mkdocs serve`"),
    ("build site render make generate html", "MkDocs makes the site: `mkdocs build --strict`"),
    (
        "deploy publish gh-deploy push upload release",
        "The workflow of `briefgen new` publishes on GitHub; elsewhere publish what `mkdocs build --strict` writes into site/",
    ),
    ("init create start begin setup scaffold startproject", "Begin a site with `briefgen new DIR`"),
    ("version", "The version is told by `briefgen --version`"),
    ("add import read seed write update refresh sync summarise summarize", "Draft articles with `briefgen draft`"),
    ("test prove lint validate status", "Prove the briefings with `briefgen check`"),
    ("fix mend repair format", "Mend front matter with `briefgen check --fix`"),
    ("explain why diff show", "See why a draft is what it is with `briefgen draft --explain SEED`"),
    ("actors registry", "How the site calls whom stands in content/actors.yml"),
    ("config configure settings", "The settings stand in mkdocs.yml"),
)
_ADVICE = {word: advice for words, advice in _MEANT for word in words.split()}


def advice_for(word: str, rest: Sequence[str], commands: Collection[str]) -> str:
    """Say what to type instead of a word that is no command; empty where nobody knows what was meant.

    Args:
        word: What stands in the command's place.
        rest: What follows it.
        commands: Those there are.
    """
    if word == "help":
        named = next((name for name in rest if name in commands), None)
        return f"Type `briefgen {named} --help`." if named else "Type `briefgen --help`, or `briefgen draft --help`."
    if advice := _ADVICE.get(word.lower()):
        return f"{advice}."
    lower = word.lower()
    if lower != word and lower in commands:
        return f"Type `briefgen {lower}`."
    if os.path.exists(word):  # noqa: PTH110  # pathlib's raises where the name is too long for any file
        path = printable(shlex.quote(word))
        return f"It is a file or a folder: type `briefgen draft {path}` or `briefgen check {path}`."
    return ""


def no_such_command(
    word: str, rest: Sequence[str], commands: Collection[str], context: click.Context
) -> click.UsageError:
    """Make the refusal of a word that is no command; without advice of ours click names those that are spelt alike."""
    error = click.exceptions.NoSuchCommand(word, possibilities=commands, ctx=context)
    if advice := advice_for(word, rest, commands):
        return click.UsageError(f"{error.message} {advice}", context)
    if not error.possibilities:
        return click.UsageError(f"{error.message} There are {', '.join(commands)}.", context)
    return error
