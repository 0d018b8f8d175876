"""The folder of articles -> their names, and each article's bytes; nothing here ever writes."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from briefgen.errors import SeedError, SettingsError
from briefgen.files.places import inside, refusal
from briefgen.files.plain_file import LinkError, NotPlainFileError, read_plain_file
from briefgen.model.problem import Problem
from briefgen.model.seed import Seed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefgen.model.settings import Settings

SUFFIXES = (".txt", ".md", ".html", ".htm")
MAX_BYTES = 10_000_000
"""The longest article in the files we measured has 60 kB; beyond this it is no article."""


def list_seeds(root: Path, settings: Settings) -> tuple[str, ...]:
    """Name the articles below the folder of seeds.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: Says which folder.

    Returns:
        Names from the root such as `seeds/ferry.txt`, sorted by their bytes. Hidden files and folders, symbolic links
        and files of other kinds are left out; `skipped_seeds` says which of them look like articles.

    Raises:
        SettingsError: The folder is missing, is no folder or leads out of the root.
    """
    return tuple(name for name, reason in _candidates(root, settings) if not reason)


def skipped_seeds(root: Path, settings: Settings) -> tuple[Problem, ...]:
    """Say which files look like articles and are left out nevertheless.

    Args:
        root: The site's root.
        settings: Says which folder.

    Returns:
        A warning for each symbolic link, and for each name that cannot be printed.

    Raises:
        SettingsError: As `list_seeds`.
    """
    return tuple(
        Problem(file=_printable(name), code="seed-skipped", message=reason, severity="warning")
        for name, reason in _candidates(root, settings)
        if reason
    )


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


def _candidates(root: Path, settings: Settings) -> list[tuple[str, str]]:
    """Give each file with an article's suffix and why it is left out (empty: it is not), sorted by the name's bytes."""
    folder = inside(root, settings.seeds)
    if not folder.is_dir():
        raise SettingsError(f"{settings.seeds}: expected the folder of articles below {root}; make it, or set `seeds`")
    prefix = settings.seeds.rstrip("/")
    found = [(f"{prefix}/{name}" if prefix != "." else name, reason) for name, reason in _walk(folder, "")]
    return sorted(found, key=lambda pair: os.fsencode(pair[0]))


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, str]]:
    """Go through a folder and the folders below it, not through links."""
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        raise SettingsError(f"{folder}: the folder of articles cannot be read: {error.strerror or error}") from error
    for entry in entries:
        name = prefix + entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, f"{name}/")
        elif entry.is_symlink() and (entry.is_dir() or entry.name.lower().endswith(SUFFIXES)):
            yield name, "a symbolic link is not followed; put a copy of the article there instead"
        elif entry.name.lower().endswith(SUFFIXES) and entry.is_file(follow_symlinks=False):
            yield name, "" if entry.name.isprintable() else "the file's name holds characters that cannot be printed"


def _printable(name: str) -> str:
    """Give a name in which what cannot be printed is spelt out."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in name)
