"""A site -> the right to write to its content, which one process has at a time.

The lock is the kernel's, on the folder of the content itself: there is no lock file that a crash could leave behind and
nobody would dare to delete. However a process ends, what it held is free.
"""

from __future__ import annotations

import errno
import fcntl
import os
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from briefgen.errors import LockError, WriteError
from briefgen.files.places import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefgen.model.settings import Settings

LONGEST_WAIT = 600.0
"""Seconds; a first draft of 1,000 articles takes about half of it."""
_PAUSE = 0.05
"""Seconds between two looks: nobody notices it, and it costs nothing."""
_TAKEN = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES})
# What file systems answer that cannot lock a folder, such as NFS before version 4.
_UNABLE = frozenset({errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP})


class _Held:
    """What this process holds; another thread waits for it, the same one goes in again."""

    def __init__(self) -> None:
        self.thread = threading.RLock()
        self.depth = 0
        self.descriptor = -1


_held: dict[Path, _Held] = {}


@contextmanager
def locked(
    root: Path, settings: Settings, *, waiting: Callable[[], None] | None = None, seconds: float = LONGEST_WAIT
) -> Iterator[None]:
    """Keep every other run of briefgen from writing to a site while the body runs.

    A body that asks again, in the same thread, is let in. On a file system that cannot lock folders the body runs
    without a lock: files are still written whole, but two runs could each write what the other does not know.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: Says where MkDocs' content is; the folder is made where it is missing.
        waiting: Called once if another run has the lock, before waiting for it.
        seconds: How long to wait.

    Raises:
        LockError: Another run still has the lock after that time; nothing was done.
        WriteError: The folder cannot be made or opened; nothing was done.
        SettingsError: The folder leads out of the root.
    """
    folder = inside(root, settings.content)
    held = _held.setdefault(folder, _Held())
    until = time.monotonic() + seconds
    told = waiting or (lambda: None)
    if not held.thread.acquire(blocking=False):
        told()
        told = _nothing
        if not held.thread.acquire(timeout=max(0.0, seconds)):
            raise _busy(settings, seconds)
    try:
        if not held.depth:
            held.descriptor = _take(folder, settings, told, until, seconds)
        held.depth += 1
        try:
            yield
        finally:
            held.depth -= 1
            if not held.depth and held.descriptor >= 0:
                _give_back(held.descriptor)
    finally:
        held.thread.release()


def _take(folder: Path, settings: Settings, told: Callable[[], None], until: float, seconds: float) -> int:
    """Open the folder and wait for its lock; closing what is given back frees it."""
    while True:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError as error:
            raise WriteError(f"{folder}: cannot be locked for writing: {error.strerror or error}") from error
        try:
            _wait(descriptor, settings, told, until, seconds)
            if _still_there(descriptor, folder):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # what was locked has been removed or replaced meanwhile


def _wait(descriptor: int, settings: Settings, told: Callable[[], None], until: float, seconds: float) -> None:
    """Lock what is open, saying so once if that takes waiting."""
    while not _lock(descriptor):
        told()
        told = _nothing
        if time.monotonic() >= until:
            raise _busy(settings, seconds)
        time.sleep(_PAUSE)


def _lock(descriptor: int) -> bool:
    """Take the lock if it is free, or if there can be none."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        if error.errno not in _UNABLE:
            raise
    return True


def _give_back(descriptor: int) -> None:
    """Free the lock at once, also where a process forked a moment ago has not yet closed its copy."""
    with suppress(OSError):
        fcntl.flock(descriptor, fcntl.LOCK_UN)
    os.close(descriptor)


def _still_there(descriptor: int, folder: Path) -> bool:
    """Whether the folder that was locked is the one at that path."""
    try:
        return os.path.samestat(os.fstat(descriptor), folder.stat())
    except OSError:
        return False


def _nothing() -> None:
    """Say nothing a second time."""


def _busy(settings: Settings, seconds: float) -> LockError:
    return LockError(
        f"{settings.content}: another run of briefgen has been writing here for more than {seconds:g} seconds (it may be "
        "`mkdocs serve` in another window); wait until it is done or stop it, then try again; nothing was done"
    )


def _forget() -> None:
    """Let a forked process hold nothing: as long as it had the descriptor open, its parent's death would free nothing."""
    for held in _held.values():
        if held.depth:
            os.close(held.descriptor)
            held.descriptor = -1
    _held.clear()


os.register_at_fork(after_in_child=_forget)
