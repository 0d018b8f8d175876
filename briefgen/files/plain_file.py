"""A path -> the bytes of the plain file there, following no link and waiting for no pipe."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class NotPlainFileError(OSError):
    """What is there is a folder, a pipe or a device."""


class LinkError(OSError):
    """What is there is a symbolic link, which could lead anywhere."""


def read_plain_file(path: Path, limit: int) -> bytes:
    """Read a file.

    Args:
        path: Where it lies; its folders may have been reached through links, itself not.
        limit: How many bytes to read at most.

    Returns:
        Its bytes, up to the limit.

    Raises:
        LinkError: It is a symbolic link; nothing was read.
        NotPlainFileError: It is no plain file; nothing was read.
        OSError: It is missing or cannot be read.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise LinkError(error.errno, "is a symbolic link") from error
        raise
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotPlainFileError(errno.EINVAL, "is no plain file")
        with os.fdopen(descriptor, "rb", closefd=False) as opened:
            return opened.read(limit)
    finally:
        os.close(descriptor)
