"""The folder of articles -> their names, and each article's bytes; nothing here ever writes."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.errors import SeedError, SettingsError
from briefgen.files.places import inside, refusal
from briefgen.files.plain_file import LinkError, NotPlainFileError, read_plain_file
from briefgen.files.seed_folder import Neighbours
from briefgen.model.kinds import refused_kind
from briefgen.model.problem import Problem
from briefgen.model.seed import Seed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefgen.model.settings import Settings

MAX_BYTES = 10_000_000
"""The longest article in the files we measured has 60 kB; beyond this it is no article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFile:
    """A file in the folder of articles."""

    file: str
    """Its name from the root."""
    passed_over: str = ""
    """Why it is not drafted, and what to do; empty for an article."""


def list_seeds(root: Path, settings: Settings) -> tuple[str, ...]:
    """Name the articles below the folder of seeds.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: Says which folder.

    Returns:
        Names from the root such as `seeds/ferry.txt`, sorted by their bytes: what `seed_files` gives and passes over
        nothing of.

    Raises:
        SettingsError: The folder is missing, is no folder or leads out of the root.
    """
    return tuple(one.file for one in seed_files(root, settings) if not one.passed_over)


def skipped_seeds(root: Path, settings: Settings) -> tuple[Problem, ...]:
    """Say which files are left out though somebody may take them for articles.

    Args:
        root: The site's root.
        settings: Says which folder.

    Returns:
        A warning for each file of another kind, each symbolic link, and each name that cannot be printed.

    Raises:
        SettingsError: As `list_seeds`.
    """
    return tuple(
        Problem(file=_printable(one.file), code="seed-skipped", message=one.passed_over, severity="warning")
        for one in seed_files(root, settings)
        if one.passed_over
    )


def seed_files(root: Path, settings: Settings) -> tuple[SeedFile, ...]:
    """Go through the folder of seeds and the folders below it.

    Args:
        root: The site's root.
        settings: Says which folder.

    Returns:
        Each article, and each file that is passed over and has to be told, sorted by the bytes of their names. Hidden files
        and what `seed_folder` knows to be no article are not among them.

    Raises:
        SettingsError: As `list_seeds`.
    """
    folder = inside(root, settings.seeds)
    if not folder.is_dir():
        found = "something else" if os.path.lexists(folder) else "none"
        raise SettingsError(
            f"{settings.seeds}: expected the folder of articles below {root}, found {found}; make it, or say in mkdocs.yml, "
            "under plugins: briefgen: seeds, where the articles lie"
        )
    prefix = settings.seeds.rstrip("/")
    walked = ((name if prefix == "." else f"{prefix}/{name}", reason) for name, reason in _walk(folder))
    return tuple(
        SeedFile(file=name, passed_over=reason)
        for name, reason in sorted(walked, key=lambda pair: os.fsencode(pair[0]))
    )


def is_there(root: Path, file: str) -> bool:
    """Tell whether there is anything of that name below the root, be it no article."""
    return not refusal(file) and os.path.lexists(root / file)


def read_seed(root: Path, file: str) -> Seed:
    """Read an article's bytes.

    Args:
        root: The site's root.
        file: Its name from the root, as `list_seeds` gives it.

    Returns:
        The bytes and their hash.

    Raises:
        SeedError: It is missing, a symbolic link, no plain file, above 10 MB, out of the root, or cannot be read. The
            other articles are not concerned.
    """
    return SeedReader(root).read(file)


class SeedReader:
    """Reads many articles: the folder they lie in is followed through links and proved to be below the root only once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folders: dict[str, str] = {}

    def read(self, file: str) -> Seed:
        """Read an article's bytes, as `read_seed` does.

        Raises:
            SeedError: As `read_seed`.
        """
        data = self._bytes(file)
        return Seed(file=file, data=data, sha256=hashlib.sha256(data).hexdigest())

    def _bytes(self, file: str) -> bytes:
        path = self._place(file)
        try:
            data = read_plain_file(path, MAX_BYTES + 1)
        except FileNotFoundError as error:
            raise SeedError(f"{file}: no such article; `briefgen draft` without names takes all there are") from error
        except LinkError as error:
            raise SeedError(f"{file}: is a symbolic link; put a copy of the article there instead") from error
        except NotPlainFileError as error:
            raise SeedError(f"{file}: expected an article, found no plain file; move it away") from error
        except OSError as error:
            raise SeedError(f"{file}: cannot be read: {error.strerror or error}") from error
        if len(data) > MAX_BYTES:
            raise SeedError(f"{file}: expected at most {MAX_BYTES:,} bytes, found more; is this one article?")
        return data

    def _place(self, file: str) -> str:
        folder, _, name = file.rpartition("/")
        known = self._folders.get(folder)
        if known is None or refusal(file) or name in {"", "."}:
            inside(self._root, file, error=SeedError)  # says what is wrong with the whole name
            known = self._folders[folder] = str(inside(self._root, folder or ".", error=SeedError))
        return f"{known}/{name}"


def _walk(root: Path) -> Iterator[tuple[str, str]]:
    """Go through a folder and the folders below it, not through links; with each file the reason that it is no article.

    However deep they lie: a call for each folder would be refused by Python from the thousandth on.
    """
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        folder = root / prefix
        try:
            with os.scandir(folder) as found:
                entries = list(found)
        except OSError as error:
            raise SettingsError(
                f"{folder}: the folder of articles cannot be read: {error.strerror or error}"
            ) from error
        neighbours = Neighbours(entry.name for entry in entries)
        for entry in entries:
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if not (entry.name.startswith(".") or neighbours.belongs_to_page(entry.name)):
                    waiting.append(f"{name}/")
            elif not neighbours.leaves_aside(entry.name):
                yield name, _passed_over(entry)


def _passed_over(entry: os.DirEntry[str]) -> str:
    """Say why a file is no article; empty where it is one."""
    kind = refused_kind(entry.name)
    # Not the entry's own `is_dir`, which raises where links lead in a loop.
    if entry.is_symlink() and (not kind or os.path.isdir(entry.path)):  # noqa: PTH112
        return "a symbolic link is not followed; put a copy of the article there instead"
    if kind:
        return kind
    if not entry.is_file(follow_symlinks=False):
        return "expected an article, found no plain file; move it away"
    return "" if entry.name.isprintable() else "the file's name holds characters that cannot be printed; rename it"


def _printable(name: str) -> str:
    """Give a name in which what cannot be printed is spelt out."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in name)
