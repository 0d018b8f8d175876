"""The user's own folder -> the secret that tells this machine's caches from files that somebody put into a project."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

_LENGTH = 32
_MODE = 0o600


def secret_key() -> bytes | None:
    """Give this user's secret, made when it is first asked for; None where none can be kept.

    It lies in `$XDG_CACHE_HOME/briefgen/key` or `~/.cache/briefgen/key`, readable for its user alone: git gives no file
    such a mode, so that none comes out of a repository.
    """
    try:
        place = _folder() / "briefgen" / "key"
        if (found := _read(place)) is not None:
            return found
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f"key.{os.getpid()}.{secrets.token_hex(4)}")
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, _MODE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(_LENGTH))
        if place.exists() or place.is_symlink():  # not one of ours, or it would have been read
            place.unlink()
        with contextlib.suppress(FileExistsError):  # another process was first: its own is taken
            os.link(beside, place)
        beside.unlink()
        return _read(place)
    except (OSError, RuntimeError):  # no home, a full disk, a file system without links
        return None


def _folder() -> Path:
    named = os.environ.get("XDG_CACHE_HOME", "")
    return Path(named) if named.startswith("/") else Path.home() / ".cache"


def _read(place: Path) -> bytes | None:
    try:
        descriptor = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    with os.fdopen(descriptor, "rb") as file:
        told = os.fstat(descriptor)
        own = stat.S_ISREG(told.st_mode) and stat.S_IMODE(told.st_mode) == _MODE and told.st_uid == os.geteuid()
        key = file.read(_LENGTH + 1) if own else b""
    return key if len(key) == _LENGTH else None
