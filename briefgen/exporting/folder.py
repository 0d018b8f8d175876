"""Files -> a folder that holds them all or is as it was; what somebody else wrote there is never touched.

A list in the folder names every file that an export wrote, with its hash. Only what still has that hash is replaced or
removed by the next one. New files are first written beside, within the folder; while they are put in their places the list
allows the old and the new of each, so that a run that was stopped can be finished by the next.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import ContentError, SettingsError, WriteError
from briefgen.files.atomic import write_whole
from briefgen.files.places import refusal
from briefgen.files.plain_file import NotPlainFileError, read_plain_file
from briefgen.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.exporting.contents import Item

LIST = ".briefgen-export.json"
_STAGE = ".briefgen-export.tmp"
_HASH = re.compile(r"[0-9a-f]{64}")
_LARGEST_LIST = 200_000_000
_LARGEST = 1_000_000_000


class Folder:
    """A folder that exports are written to."""

    def __init__(self, path: Path) -> None:
        """Look at a folder.

        Args:
            path: It need not exist; its own folders do.

        Raises:
            SettingsError: It is no folder, a symbolic link, or holds what no export wrote.
        """
        self.path = path
        try:
            self._known = self._read_list()
        except OSError as error:
            raise SettingsError(
                f"{path}: expected a folder; it cannot be looked at: {error.strerror or error}"
            ) from error

    def _read_list(self) -> dict[str, tuple[str, ...]]:
        """Read what earlier exports wrote: from paths to the hashes that they may have."""
        path = self.path
        if path.is_symlink():
            raise SettingsError(f"{path}: expected a folder, found a symbolic link, which could lead anywhere")
        if not path.exists():
            if not path.parent.is_dir():
                raise SettingsError(f"{path}: there is no folder {path.parent}")
            return {}
        if not path.is_dir():
            raise SettingsError(f"{path}: expected a folder, found a file")
        if set(os.listdir(path)) <= {_STAGE}:  # noqa: PTH208  # names alone
            return {}
        try:
            return _parsed_list(read_plain_file(path / LIST, _LARGEST_LIST))
        except FileNotFoundError as error:
            raise SettingsError(
                f"{path}: expected a new or empty folder, or an earlier export; found other files: name another folder"
            ) from error
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise SettingsError(
                f"{path / LIST}: expected the list that an export writes; restore it, or export to another folder"
            ) from error

    def write(self, items: Iterable[Item]) -> int:
        """Write files; those of an earlier export that are not among them are removed.

        Args:
            items: Each path once.

        Returns:
            How many files the folder now holds of this export.

        Raises:
            ContentError: Somebody changed a file, or put one in the place of another; nothing was changed. Or making the
                files failed; then nothing was changed, either.
            WriteError: The disk refused. The next export takes up where this one stopped.
        """
        is_new = not self.path.exists()
        stage = self.path / _STAGE
        try:
            self.path.mkdir(exist_ok=True)
            if stage.is_symlink():
                raise WriteError(f"{stage}: not written: it is a symbolic link")
            shutil.rmtree(stage, ignore_errors=True)
            stage.mkdir()
            hashes, staged = self._stage(items, stage)
            self._refuse_changed(hashes)
            self._put(hashes, staged, stage)
        except OSError as error:
            raise WriteError(f"{self.path}: not written: {error.strerror or error}") from error
        finally:
            shutil.rmtree(stage, ignore_errors=True)
            if is_new and self.path.is_dir() and not os.listdir(self.path):  # noqa: PTH208
                self.path.rmdir()
        return len(hashes)

    def _stage(self, items: Iterable[Item], stage: Path) -> tuple[dict[str, str], list[str]]:
        """Write what is new beside its place; gives every file's hash, and which were written."""
        hashes: dict[str, str] = {}
        staged: list[str] = []
        made: set[Path] = set()
        for path, data in items:
            hashes[path] = told = sha256(data).hexdigest()
            if self._hash(path) == told:
                continue
            place = stage / path
            if place.parent not in made:
                place.parent.mkdir(parents=True, exist_ok=True)
                made.add(place.parent)
            place.write_bytes(data)
            staged.append(path)
        return hashes, staged

    def _hash(self, path: str) -> str | None:
        """Give the hash of a file in its place; None where there is nothing, empty where it is no plain file or behind a link."""
        place = self.path
        *folders, name = path.split("/")
        for folder in folders:
            place /= folder
            try:
                if not stat.S_ISDIR(place.lstat().st_mode):
                    return ""
            except FileNotFoundError:
                return None
        try:
            return sha256(read_plain_file(place / name, _LARGEST)).hexdigest()
        except FileNotFoundError:
            return None
        except (NotPlainFileError, OSError):
            return ""

    def _refuse_changed(self, hashes: Mapping[str, str]) -> None:
        problems = []
        for path in sorted({*hashes, *self._known}):
            found = self._hash(path)
            if found is None or found == hashes.get(path) or found in self._known.get(path, ()):
                continue
            what = "was changed since it was exported" if path in self._known else "was not written by an export"
            message = f"{what}, and would be {'replaced' if path in hashes else 'removed'}; nothing was exported: move it away"
            problems.append(Problem(file=str(self.path / path), line=1, code="export-changed", message=message))
        if problems:
            raise ContentError(tuple(problems))

    def _put(self, hashes: Mapping[str, str], staged: Iterable[str], stage: Path) -> None:
        allowed = {path: tuple(sorted({*self._known.get(path, ()), told})) for path, told in hashes.items()}
        gone = sorted(self._known.keys() - hashes.keys())
        self._write_list(allowed | {path: self._known[path] for path in gone})
        for path in staged:
            place = self.path / path
            place.parent.mkdir(parents=True, exist_ok=True)
            (stage / path).replace(place)
        for path in gone:
            place = self.path / path
            place.unlink(missing_ok=True)
            for folder in place.relative_to(self.path).parents:
                if folder == Path() or not (self.path / folder).is_dir() or os.listdir(self.path / folder):  # noqa: PTH208
                    break
                (self.path / folder).rmdir()
        self._write_list({path: (told,) for path, told in hashes.items()})

    def _write_list(self, files: Mapping[str, Iterable[str]]) -> None:
        told = {"written_by": "briefgen export", "files": {path: list(files[path]) for path in sorted(files)}}
        write_whole(self.path / LIST, json.dumps(told, ensure_ascii=False, indent=0) + "\n")


def _parsed_list(data: bytes) -> dict[str, tuple[str, ...]]:
    files = {str(name): tuple(hashes) for name, hashes in json.loads(data)["files"].items()}
    if not all(_is_entry(name, hashes) for name, hashes in files.items()):
        raise ValueError("expected paths below the folder, each with its hashes")
    return files


def _is_entry(name: str, hashes: tuple[object, ...]) -> bool:
    return not refusal(name) and all(isinstance(one, str) and _HASH.fullmatch(one) for one in hashes)
