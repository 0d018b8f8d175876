"""A file -> what it held when it was last read, so that a preview reads again only what was saved since.

A file counts as unchanged where its inode, size and times are what they were; where it was saved so recently that a second
save could have left the same times, its bytes are compared.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar, cast

from briefgen.files.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Value = TypeVar("Value")

_RACY_NANOSECONDS = 2_000_000_000
"""The coarsest time stamps in use are FAT's two seconds: a younger file may be saved again within the same stamp."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How a file was found."""

    device: int
    inode: int
    mode: int
    size: int
    modified: int
    """In nanoseconds, as the next."""
    changed: int
    digest: bytes
    """Of its bytes where its times prove nothing yet, else empty."""


def look(path: str | Path, found: os.stat_result | None = None) -> Seen | None:
    """Look at a file, following no link.

    Args:
        path: Where it lies.
        found: What `lstat` said of it a moment ago, if it was asked.

    Returns:
        How it was found; None where nothing is there.
    """
    try:
        known = found or os.lstat(path)
    except OSError:
        return None
    settled = time.time_ns() - max(known.st_mtime_ns, known.st_ctime_ns) > _RACY_NANOSECONDS
    return Seen(
        device=known.st_dev,
        inode=known.st_ino,
        mode=known.st_mode,
        size=known.st_size,
        modified=known.st_mtime_ns,
        changed=known.st_ctime_ns,
        digest=b"" if settled else _digest(path),
    )


def same(path: str | Path, before: Seen, now: Seen) -> bool:
    """Tell whether a file holds what it held.

    Args:
        path: Where it lies.
        before: How it was found then.
        now: How it is found now.
    """
    stamps = (before.device, before.inode, before.mode, before.size, before.modified, before.changed)
    if stamps != (now.device, now.inode, now.mode, now.size, now.modified, now.changed):
        return False
    return not before.digest or before.digest == (now.digest or _digest(path))


class Memory:
    """What files held when they were last read."""

    def __init__(self, cache: Cache | None = None, *, remembers: bool = True) -> None:
        """Begin with nothing.

        Args:
            cache: What an earlier program worked out; it is asked where nothing is remembered.
            remembers: Whether there will be another reading; where not, nothing is held.
        """
        self.cache = cache or Cache(None)
        self._remembers = remembers
        self._kept: dict[str, tuple[Seen, object, object]] = {}

    def recall(self, path: Path, read: Callable[[], Value], by: object = None) -> Value:
        """Give what a file holds, reading it only where it has changed.

        Args:
            path: The file.
            read: Reads it; in the same way for one path and `by`.
            by: What reading it depends on beside its bytes.

        Returns:
            What `read` gave: the very object of the last time where the file has not changed or says the same.

        Raises:
            BriefgenError: As `read`, each time until the file is mended.
        """
        if not self._remembers:
            return read()
        key = str(path)
        now = look(path)
        before = self._kept.get(key)
        if before and now and before[2] == by and same(path, before[0], now):
            # A digest is no longer needed once the times prove that nothing was saved since.
            self._kept[key] = (now, before[1], by)
            return cast("Value", before[1])
        value = read()
        if before and before[1] == value:
            value = before[1]
        if now and (after := look(path)) and same(path, now, after):
            self._kept[key] = (now, value, by)
        else:  # it was saved while it was read: the next reading decides
            self._kept.pop(key, None)
        return value


def recalled(memory: Memory | None, path: Path, read: Callable[[], Value], by: object = None) -> Value:
    """Read a file, through a memory where there is one."""
    return read() if memory is None else memory.recall(path, read, by)


def _digest(path: str | Path) -> bytes:
    """Hash a plain file's bytes; what cannot be read gives the reason instead."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        return str(error.errno).encode()
    with os.fdopen(descriptor, "rb") as file:
        told = blake2b(digest_size=16)
        try:
            while data := file.read(1_000_000):
                told.update(data)
        except OSError as error:
            return str(error.errno).encode()
        return told.digest()
