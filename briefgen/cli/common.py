"""What every command needs: the site that it is called for, and how it ends."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from briefgen.errors import BriefgenError, ContentError, SettingsError
from briefgen.model.report import as_github, as_json, as_text, counts, last_line, printable
from briefgen.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.model.problem import Problem
    from briefgen.model.settings import Settings

FORMATS = {"text": as_text, "json": as_json, "github": as_github}
"""How problems can be told: to a person, a program, a pull request."""
NEEDS_A_PERSON = 1
WRONG_CALL = 2


def site(config_file: Path, *, articles: bool = False) -> tuple[Path, Settings]:
    """Give the site's root and settings, or end with status 2.

    Args:
        config_file: The site's mkdocs.yml.
        articles: Whether the folder of articles has to be there.
    """
    from briefgen.plugin import load_settings  # noqa: PLC0415  # MkDocs takes half a second, which help need not spend
    from briefgen.starting.manifest import older  # noqa: PLC0415  # as above

    root = config_file.resolve().parent
    try:
        settings = load_settings(config_file, articles=articles)
    except SettingsError as error:
        fail(error)
    if version := older(root):
        told = f"This site is made with what briefgen {version} wrote, this is {VERSION}: `briefgen new --update .` renews it."
        click.echo(printable(told), err=True)
    return root, settings


def fail(error: BriefgenError) -> NoReturn:
    """Print what went wrong and end with the status that says whose turn it is."""
    lines = [str(problem) for problem in error.problems] if isinstance(error, ContentError) else str(error).split("\n")
    for line in lines:
        click.echo(printable(line), err=True)
    sys.exit(WRONG_CALL if isinstance(error, SettingsError) else NEEDS_A_PERSON)


def tell(problems: Sequence[Problem], shape: str, *, strict: bool, proved: str = "Every line is proved") -> None:
    """Print problems in one of `FORMATS`, and end with status 1 where one of them fails.

    Args:
        problems: All of them.
        shape: The format; for a person a last line counts.
        strict: Whether warnings fail, too.
        proved: What the last line says where there are none.
    """
    if text := FORMATS[shape](problems):
        click.echo(text.rstrip("\n"))
    if shape == "text":
        click.echo(last_line(problems, proved))
    told = counts(problems)
    if told.errors or (strict and told.warnings):
        sys.exit(NEEDS_A_PERSON)


def below_root(root: Path, path: str) -> str | None:
    """Give the name from the site's root of a path that the user typed from where they are; None if it lies elsewhere.

    The site may have been reached through a link, and the path lead up and down again.
    """
    whole = os.path.abspath(path)  # noqa: PTH100  # pathlib's leaves `..` in it
    folder, name = os.path.split(whole)
    base = os.path.realpath(root)
    for place in (whole, os.path.join(os.path.realpath(folder), name)):  # noqa: PTH118  # any text, as above
        if os.path.commonpath([base, place]) == base:
            return os.path.relpath(place, base)
    return None


def from_root(root: Path, path: str) -> str:
    """Give the name from the site's root of a path that the user typed from where they are; what lies elsewhere stays."""
    found = below_root(root, path)
    return path if found is None else found


def in_line() -> None:
    """Say that another run has to end first."""
    click.echo("Another run of briefgen writes to this site; waiting for it to end.", err=True)
