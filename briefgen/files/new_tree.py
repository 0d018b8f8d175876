"""Files by their paths -> a folder that had none of them: all written or none, and nothing that stood there touched."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING

from briefgen.errors import SettingsError, WriteError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def in_the_way(folder: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Name what stands where files are to be written, or where their folders have to be.

    A name that differs in capitals only is in the way, too: on many disks it is the same file. So is a symbolic link in
    the place of a file or of a folder, wherever it leads.

    Args:
        folder: Where the files are to lie; it need not exist.
        paths: Theirs from there, with forward slashes.

    Returns:
        The paths as they stand there, sorted, each once.

    Raises:
        SettingsError: A folder cannot be looked into.
    """
    listed: dict[str, dict[str, list[str]]] = {}
    found: set[str] = set()
    for path in paths:
        *folders, _ = path.split("/")
        above = [""] + ["/".join(folders[:deep]) for deep in range(1, len(folders) + 1)]
        for place, below in zip(above, [*above[1:], path], strict=True):
            names = listed.get(place)
            if names is None:
                names = listed[place] = _names(folder / place)
            name = below.rpartition("/")[2]
            for there in names.get(name.casefold(), []):
                as_it_stands = f"{place}/{there}".lstrip("/")
                if there == name and below != path and _is_folder(folder / as_it_stands):
                    continue
                found.add(as_it_stands)
    return tuple(sorted(found))


def holds_something(folder: Path) -> bool:
    """Tell whether there is a folder, or a link to one, with anything in it.

    Raises:
        SettingsError: It cannot be looked into.
    """
    return bool(_names(folder))


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files where there are none, whole or not at all.

    Args:
        folder: Where they shall lie; it and the folders above it are made where they are missing.
        files: From the path below the folder, with forward slashes, to the bytes; written in this order. The paths are
            the program's own, never a user's.

    Raises:
        WriteError: The disk refused, or something stands in a file's place by now. Whatever was written is removed
            again, with the folders made for it, and nothing else.
    """
    made: list[Path] = []
    try:
        try:
            for path, data in files.items():
                _make_folders((folder / path).parent, folder, made)
                _write(folder / path, data, made)
        except BaseException:
            _remove(made)
            raise
    except OSError as error:
        raise WriteError(
            f"{error.filename or folder}: not written: {error.strerror or error}; "
            "what was written before it is removed again"
        ) from error


def _names(folder: Path) -> dict[str, list[str]]:
    """List what a folder holds, by names without their capitals; nothing if there is no folder."""
    found: dict[str, list[str]] = {}
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise SettingsError(f"{folder}: cannot be looked into: {error.strerror or error}") from error
    for name in names:
        found.setdefault(name.casefold(), []).append(name)
    return found


def _is_folder(path: Path) -> bool:
    """Tell whether a folder stands there, and no link to one."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _make_folders(folder: Path, top: Path, made: list[Path]) -> None:
    """Make a folder and those above it where they are missing, below the top through no link."""
    missing: list[Path] = []
    at = folder
    while not _is_folder(at):
        # Above the top a link is the user's own way to it.
        if at != top and top not in at.parents and at.is_dir():
            break
        missing.append(at)
        if at.parent == at:
            break
        at = at.parent
    for one in reversed(missing):
        one.mkdir()  # fails where a link or a file stands
        made.append(one)


def _write(path: Path, data: bytes, made: list[Path]) -> None:
    # O_EXCL follows no link and refuses whatever has come to stand there since it was looked for.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
    made.append(path)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _remove(made: list[Path]) -> None:
    """Take back what was made, the last first; a folder that somebody has put something into meanwhile stays."""
    for path in reversed(made):
        with contextlib.suppress(OSError):
            if _is_folder(path):
                path.rmdir()
            else:
                path.unlink()
