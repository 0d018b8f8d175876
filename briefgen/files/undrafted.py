"""The folder of articles and content/ -> the articles that nobody has drafted yet."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from briefgen.errors import ContentError, SeedError
from briefgen.files.outlines import briefing_outlines, draft_outlines
from briefgen.files.seeds import SeedReader, list_seeds
from briefgen.files.shelf import Shelf
from briefgen.model.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.settings import Settings


def undrafted(root: Path, settings: Settings) -> tuple[Problem, ...]:
    """Name the articles that no briefing rests on.

    Only an article whose name stands in no briefing is read, by which a renamed one is told from a new one.

    Args:
        root: The site's root.
        settings: The site's.

    Returns:
        A warning for each, in the order of the names. None for an article whose briefing an editor deleted, and none at
        all while a briefing or a last draft cannot be read: it may be the one.

    Raises:
        SettingsError: A folder is missing or leads out of the root.
    """
    seeds = list_seeds(root, settings)
    try:
        shelf = Shelf(briefing_outlines(root, settings), draft_outlines(root, settings), seeds)
    except ContentError:
        return ()
    reader = SeedReader(root)
    return tuple(_problem(file) for file in seeds if not shelf.deleted(file) and not _has_one(shelf, reader, file))


def _has_one(shelf: Shelf, reader: SeedReader, file: str) -> bool:
    if shelf.take(file, ""):
        return True
    try:
        return shelf.take(file, reader.read(file).sha256) is not None
    except SeedError:
        return False  # `briefgen draft` says why it cannot be drafted


def _problem(file: str) -> Problem:
    return Problem(
        file=file,
        code="seed-undrafted",
        message=f"no briefing rests on this article; run `briefgen draft {shlex.quote(file)}` and commit what it writes",
        severity="warning",
    )
