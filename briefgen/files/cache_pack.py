"""A file of a cache: entries behind each other, their table, and keyed hashes that tell whether all of it is our own."""

from __future__ import annotations

import contextlib
import itertools
import os
import struct
from hashlib import blake2b
from hmac import compare_digest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC = b"briefgen cache 1\n"
_HASH = 16
_ROW = struct.Struct(f">16sQI{_HASH}s")  # an entry's name, where it begins, its length, its hash
_END = struct.Struct(f">QI{_HASH}s")  # where the table begins, its rows, its hash
_counter = itertools.count()


class Pack:
    """An open pack."""

    def __init__(self, path: Path, descriptor: int, rows: dict[bytes, tuple[int, int, bytes]], secret: bytes) -> None:
        self.path = path
        self.size = sum(length for _, length, _ in rows.values())
        self._descriptor = descriptor
        self._rows = rows
        self._secret = secret

    @classmethod
    def open(cls, path: Path, secret: bytes) -> Pack | None:
        """Open a pack; None where it is damaged, of another program, or somebody else's."""
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            return None
        try:
            rows = _read_table(descriptor, secret)
        except (OSError, OverflowError):
            rows = None
        if rows is None:
            os.close(descriptor)
            return None
        return cls(path, descriptor, rows, secret)

    def length(self, name: bytes) -> int:
        """Give an entry's length, 0 where there is none."""
        return self._rows[name][1] if name in self._rows else 0

    def get(self, name: bytes) -> bytes | None:
        """Give an entry; None where there is none or it is damaged."""
        row = self._rows.get(name)
        if row is None:
            return None
        begin, length, told = row
        try:
            data = os.pread(self._descriptor, length, begin)
        except OSError:
            return None
        return data if compare_digest(told, _hash(self._secret, name, data)) else None

    def close(self) -> None:
        """Close the file."""
        os.close(self._descriptor)
        self._rows = {}


class PackWriter:
    """A pack that is being written, under another name until it is whole."""

    def __init__(self, folder: Path, secret: bytes) -> None:
        """Begin a pack.

        Raises:
            OSError: The disk refuses.
        """
        self._secret = secret
        self._place = folder / f"{os.getpid()}-{next(_counter)}.tmp"
        # A left-over of a killed process of the same number is of no use to anybody.
        self._place.unlink(missing_ok=True)
        self._file = os.fdopen(os.open(self._place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600), "wb")
        self._file.write(_MAGIC)
        self._at = len(_MAGIC)
        self._rows: list[bytes] = []

    def add(self, name: bytes, data: bytes) -> None:
        """Add an entry; raises OSError where the disk refuses."""
        self._file.write(data)
        self._rows.append(_ROW.pack(name, self._at, len(data), _hash(self._secret, name, data)))
        self._at += len(data)

    def finish(self, suffix: str) -> None:
        """Give the pack its name; raises OSError where the disk refuses."""
        table = b"".join(self._rows)
        told = _hash(self._secret, b"table", table)
        self._file.write(table + _END.pack(self._at, len(self._rows), told))
        self._file.close()
        self._place.replace(self._place.with_name(f"{told.hex()}{suffix}"))

    def discard(self) -> None:
        """Remove the pack, unless it was finished."""
        with contextlib.suppress(OSError):
            self._file.close()
        with contextlib.suppress(OSError):
            self._place.unlink(missing_ok=True)


def _read_table(descriptor: int, secret: bytes) -> dict[bytes, tuple[int, int, bytes]] | None:
    size = os.fstat(descriptor).st_size
    if size < len(_MAGIC) + _END.size or os.pread(descriptor, len(_MAGIC), 0) != _MAGIC:
        return None
    begin, count, told = _END.unpack(os.pread(descriptor, _END.size, size - _END.size))
    if begin + count * _ROW.size + _END.size != size:
        return None
    table = os.pread(descriptor, count * _ROW.size, begin)
    if not compare_digest(told, _hash(secret, b"table", table)):
        return None
    return {name: (at, length, own) for name, at, length, own in _ROW.iter_unpack(table)}


def _hash(secret: bytes, name: bytes, data: bytes) -> bytes:
    told = blake2b(name, key=secret, digest_size=_HASH)
    told.update(data)
    return told.digest()
