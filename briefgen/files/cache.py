"""A kind and a key -> what an earlier build worked out for them, kept on the disk; always right, or not there.

Whoever keeps something names in its key all that it rests on, best as a hash of it (`key_of`): an entry is never out of
date, it only stops being asked for. What no build asks for is dropped in the end (`commit`).

The folder lies in the project, so that a pull request could bring one along. So nothing in it is ever run or trusted: an
entry is plain bytes behind a keyed hash, and the key lies in the user's own folder, in a file with a mode that git cannot
give (`cache_key.py`). Damage, another version or a planted file is an entry that is not there.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from hashlib import blake2b
from typing import TYPE_CHECKING

from briefgen.files.cache_key import secret_key
from briefgen.files.cache_pack import Pack, PackWriter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SUFFIX = ".pack"
_MOST_PACKS = 8
"""A build adds at most one; each costs every later build an opened file."""
_WORTH_COMPRESSING = 512
_LEAST_GARBAGE = 1_000_000
"""Bytes that no build asks for and that are not worth writing everything again."""


class Cache:
    """What earlier builds of a site worked out; see the module for what it promises."""

    def __init__(self, folder: Path | None, version: bytes = b"") -> None:
        """Open a cache.

        Args:
            folder: Where it lies; made when something is kept. None for a cache that keeps nothing.
            version: Of the program: what another one kept is not taken.
        """
        self._folder = folder
        self._packs: list[Pack] = []
        self._used: dict[bytes, Pack | None] = {}
        """The entries that were asked for and there, by their names; None for one that was put in by this build."""
        self._writer: PackWriter | None = None
        secret = secret_key() if folder is not None else None
        if secret is None:
            self._folder = None
            return
        self._secret = blake2b(version, key=secret, digest_size=32).digest()
        for path in _packs(folder):
            if (pack := Pack.open(path, self._secret)) is not None:
                self._packs.append(pack)

    @property
    def keeps(self) -> bool:
        """Whether anything may be kept or found."""
        return self._folder is not None

    def get(self, kind: str, key: str | bytes) -> bytes | None:
        """Give what was kept; None where nothing was, or where it is damaged."""
        name = _name(kind, key)
        for pack in self._packs:
            data = pack.get(name)
            if data is not None:
                with contextlib.suppress(zlib.error):
                    data = zlib.decompress(data[1:]) if data[:1] == b"z" else data[1:]
                    self._used[name] = pack
                    return data
        return None

    def put(self, kind: str, key: str | bytes, data: bytes) -> None:
        """Keep something for later builds; it can be had again after `commit`, by a cache that is opened then."""
        if self._folder is None:
            return
        name = _name(kind, key)
        if name in self._used and self._used[name] is None:
            return
        packed = b"z" + zlib.compress(data, 1) if len(data) >= _WORTH_COMPRESSING else b" " + data
        try:
            self._write(name, packed)
        except OSError:
            self.close()  # a full disk is no reason to stop a build
        else:
            self._used[name] = None

    def commit(self, *, tidy: bool = True) -> None:
        """Keep what was put in, and close the cache.

        Args:
            tidy: Whether to drop what this build neither asked for nor put in.
        """
        try:
            if tidy:
                self._tidy()
            if self._writer is not None and self._folder is not None:
                self._writer.finish(_SUFFIX)
        except OSError:
            pass
        finally:
            self.close()

    def close(self) -> None:
        """Close the cache; what was put in and not committed is dropped. Nothing is kept or given from here on."""
        if self._writer is not None:
            self._writer.discard()
            self._writer = None
        for pack in self._packs:
            pack.close()
        self._packs = []
        self._used = {}
        self._folder = None

    def _write(self, name: bytes, packed: bytes) -> None:
        if self._writer is None:
            if self._folder is None:
                return
            self._folder.mkdir(parents=True, exist_ok=True)
            self._writer = PackWriter(self._folder, self._secret)
        self._writer.add(name, packed)

    def _tidy(self) -> None:
        """Remove packs that hold nothing of use; write the rest into one where too much of it is of none."""
        if self._folder is None:
            return
        used: dict[Path, list[bytes]] = {pack.path: [] for pack in self._packs}
        for name, pack in self._used.items():
            if pack is not None:
                used[pack.path].append(name)
        whole = sum(pack.size for pack in self._packs)
        needed = sum(pack.length(name) for pack in self._packs for name in used[pack.path])
        scattered = sum(bool(names) for names in used.values()) >= _MOST_PACKS
        again = scattered or whole - needed > max(needed, _LEAST_GARBAGE)
        if again:
            for pack in self._packs:
                for name in used[pack.path]:
                    if (packed := pack.get(name)) is not None:
                        self._write(name, packed)
        kept = {pack.path for pack in self._packs if used[pack.path] and not again}
        for path in set(_packs(self._folder)) - kept:
            path.unlink(missing_ok=True)


def key_of(*parts: object) -> str:
    """Give a key for values of which each is text, bytes, a number, None, or a tuple, list or dict of such."""
    told = blake2b(digest_size=20)
    for part in parts:
        data = part if isinstance(part, bytes) else json.dumps(part, sort_keys=True).encode()
        told.update(f"{type(part) is bytes:d}{len(data)}:".encode())
        told.update(data)
    return told.hexdigest()


def _packs(folder: Path | None) -> tuple[Path, ...]:
    """Give the packs of a folder that can be looked at, in the order of their names."""

    def found() -> Iterator[Path]:
        with contextlib.suppress(OSError):
            if folder is not None:
                yield from (folder / name for name in os.listdir(folder) if name.endswith(_SUFFIX))  # noqa: PTH208  # half the time

    return tuple(sorted(found()))


def _name(kind: str, key: str | bytes) -> bytes:
    data = key if isinstance(key, bytes) else key.encode()
    return blake2b(kind.encode() + b"\0" + data, digest_size=16).digest()
