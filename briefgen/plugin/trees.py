"""Folders -> how every file below them is found, and which of them were saved since."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.files.memory import look, same
from briefgen.plugin.files import is_source
from briefgen.plugin.settings import root_of, settings_of
from briefgen.rendering.labels.tables import NAME as OWN_LABELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from briefgen.files.memory import Seen

Tree = dict[str, "Seen"]
"""From a file's path to how it was found."""


def look_at(places: Iterable[Path | str], leave_out: Callable[[str], bool] = lambda _: False) -> Tree:
    """Look at files, and at all files below folders.

    Args:
        places: Files and folders; one that is missing holds nothing.
        leave_out: Says of a path that it is not to be looked at, nor anything below it.
    """
    found: Tree = {}
    for place in places:
        for path in _files(str(place), leave_out):
            if path not in found and (seen := look(path)) is not None:
                found[path] = seen
    return found


def changed(before: Tree, now: Tree) -> tuple[str, ...]:
    """Give the files that were saved, added or removed, sorted."""
    paths = before.keys() | now.keys()
    return tuple(
        sorted(
            path for path in paths if path not in before or path not in now or not same(path, before[path], now[path])
        )
    )


def others_of(config: MkDocsConfig, theme: Path) -> tuple[list[str | Path], Callable[[str], bool]]:
    """Give the files that make a site beside briefings, last drafts, the registry, articles and templates: its words, too.

    Args:
        config: MkDocs'.
        theme: briefgen's part of the theme.

    Returns:
        Files and folders, and what says of a path below them that it is none of these files.
    """
    settings = settings_of(config)
    root = root_of(config)
    docs = Path(config.docs_dir)
    apart = [root / settings.seeds] + ([root / settings.templates] if settings.templates is not None else [])
    left_out = {str(docs / ".drafts"), *map(str, apart)}

    def leave_out(path: str) -> bool:
        if path in left_out:
            return True
        return path.startswith(f"{docs}/") and is_source(path[len(str(docs)) + 1 :])

    places: list[str | Path] = [docs, theme, *config.watch]
    if settings.templates is not None:
        # The frame of every page has words of it, the navigation too.
        places.append(root / settings.templates / OWN_LABELS)
    places += [place for place in (config.config_file_path, config.theme.custom_dir) if place]
    return places, leave_out


def _files(place: str, leave_out: Callable[[str], bool]) -> Iterator[str]:
    """Give the files at a place, following links to folders as MkDocs does, each folder once."""
    waiting = [place]
    entered: set[str] = set()
    while waiting:
        path = waiting.pop()
        if leave_out(path) or (real := os.path.realpath(path)) in entered:
            continue
        entered.add(real)
        try:
            with os.scandir(path) as entries:
                listed = list(entries)
        except NotADirectoryError:
            yield path
            continue
        except OSError:
            continue
        for entry in listed:
            if entry.is_dir():
                waiting.append(entry.path)
            elif not leave_out(entry.path):
                yield entry.path
