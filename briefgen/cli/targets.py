"""What a user named -> the articles and briefings of the site that are meant; what is neither is told, all of it at once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefgen.cli.common import below_root
from briefgen.errors import ContentError, SettingsError
from briefgen.files.briefings import briefing_names, file_of
from briefgen.files.outlines import briefing_outlines
from briefgen.files.seeds import is_there, seed_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.model.settings import Settings

_NEAREST = 3
_MOST_UNKNOWN = 10
"""Names that are nothing and for which what is spelt alike is looked for: among 100,000 articles each takes a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An article or a briefing; one of the two is empty."""

    seed: str = ""
    """The article's file from the site's root."""
    briefing: str = ""
    """The briefing's id."""


def targets_of(root: Path, settings: Settings, told: Sequence[str]) -> tuple[Target, ...]:
    """Find what names mean that a user typed.

    Args:
        root: The site's root.
        settings: The site's.
        told: Articles, briefings and folders of them, from where the user is or from the root; ids of briefings.

    Returns:
        Each article and briefing once, in the order in which they were named. An article may be gone while a briefing
        rests on it.

    Raises:
        SettingsError: One line per name that is neither.
        ContentError: The folder of the briefings cannot be read.
    """
    finder = _Finder(root, settings)
    found: dict[Target, None] = {}
    wrong: list[str] = []
    for name in dict.fromkeys(told):
        meant = finder.find(name)
        if isinstance(meant, str):
            wrong.append(meant)
        else:
            found |= dict.fromkeys(meant)
    if wrong:
        raise SettingsError("\n".join(wrong))
    return tuple(found)


class _Finder:
    """Knows the ids of a site, and looks into its folder of articles where a name asks for that."""

    def __init__(self, root: Path, settings: Settings) -> None:
        self._root = root
        self._settings = settings
        self._briefings = f"{settings.content}/briefings"
        self._ids = dict.fromkeys(briefing_names(root, settings))
        self._unknowns = 0

    def find(self, told: str) -> tuple[Target, ...] | str:
        """Give what is meant, or the words to refuse it with."""
        if not told:  # as a script's unset variable gives it
            return "expected an article, or the id of a briefing or its file, found an empty name"
        path = below_root(self._root, told)
        if path is not None and is_there(self._root, path):
            return self._there(told, path)
        if told in self._ids:
            return (Target(briefing=told),)
        # `-f` names the site from elsewhere, or one is in a folder of it, and types what `briefgen` prints.
        if is_there(self._root, told):
            return self._there(told, told)
        if path is None and os.path.lexists(told):
            seeds = f"{self._settings.seeds}/"
            return f"{told}: expected an article below {self._root}; copy it into the folder of seeds, {seeds}"
        gone = next((name for name in (path, told) if name in self._sources), None)
        return (Target(seed=gone),) if gone else self._unknown(told)

    def _there(self, told: str, path: str) -> tuple[Target, ...] | str:
        """Give what a file or a folder of the site stands for."""
        if (self._root / path).is_dir():
            return self._folder(told, path)
        parent, _, name = path.rpartition("/")
        stem = PurePosixPath(name).stem
        if parent == self._briefings and name.endswith(".md"):
            return (Target(briefing=stem),)
        if parent == f"{self._settings.content}/.drafts" and stem in self._ids:
            return (Target(briefing=stem),)
        if path.startswith(f"{self._settings.content}/"):
            return (
                f"{told}: expected an article or a briefing, found another file of {self._settings.content}/; "
                "without names all of the site is meant, this file, too"
            )
        return (Target(seed=path),)

    def _folder(self, told: str, path: str) -> tuple[Target, ...] | str:
        """Give the articles and the briefings below a folder."""
        below = "" if path == "." else f"{path.rstrip('/')}/"
        seeds = tuple(Target(seed=file) for file in self._files if file.startswith(below))
        ids = tuple(Target(briefing=name) for name in self._ids if file_of(self._settings, name).startswith(below))
        if not (seeds or ids):
            return f"{told}: expected articles or briefings, found a folder without any"
        return (*seeds, *ids)

    @cached_property
    def _sources(self) -> frozenset[str]:
        """Give the articles that briefings rest on."""
        try:
            outlines = briefing_outlines(self._root, self._settings)
        except ContentError:  # a check and a draft say what is wrong with which
            return frozenset()
        return frozenset(source.file for sources in outlines.values() for source in sources)

    @cached_property
    def _files(self) -> tuple[str, ...]:
        """Give the files in the folder of articles."""
        return tuple(one.file for one in seed_files(self._root, self._settings))

    @cached_property
    def _names(self) -> dict[str, str]:
        """Give what somebody may have meant, by all that it may be called."""
        try:
            files = self._files
        except SettingsError:
            files = ()
        names: dict[str, str] = {}
        for file in files:
            name = file.rpartition("/")[2]
            names |= {file: file, name: file, PurePosixPath(name).stem: file}
        for one in self._ids:
            names |= {file_of(self._settings, one): one, f"{one}.md": one, one: one}
        return names

    def _unknown(self, told: str) -> str:
        """Say that there is nothing of that name, and what is spelt alike."""
        typed = told.replace("\\", "/").removeprefix("./")
        self._unknowns += 1
        names = self._names
        # Who types the beginning of an id means it, too.
        begun = [one for one in self._ids if typed and one.startswith(typed)]
        exact = [names[typed]] if typed in names else []
        near = exact or begun
        if not near and self._unknowns <= _MOST_UNKNOWN:
            near = [names[name] for name in get_close_matches(typed, names, _NEAREST)]
        nearest = " or ".join(dict.fromkeys(near[:_NEAREST]))
        meant = f"did you mean {nearest}?" if near else "without names everything is meant"
        return f"{told}: expected an article, or the id of a briefing or its file, found nothing of that name; {meant}"
