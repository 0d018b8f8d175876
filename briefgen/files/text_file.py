"""A file of content/ that editors write -> its text, or why it cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.errors import ContentError
from briefgen.files.plain_file import LinkError, NotPlainFileError, read_plain_file
from briefgen.model.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

_MAX_READ = 1_000_000
"""Enough to see that a file is too large, without reading all of it."""


def read_text(path: Path, file: str, what: str) -> str:
    """Read a file's text.

    Args:
        path: Where it lies.
        file: Its name from the site's root, for the message.
        what: What it should be, for the message: “briefing”.

    Returns:
        Its text, line ends as they stand in it; no more than its first 1,000,000 bytes.

    Raises:
        ContentError: It is missing, a symbolic link, no plain file, no UTF-8, or cannot be read.
    """
    try:
        data = read_plain_file(path, _MAX_READ)
    except LinkError as error:
        message = "a symbolic link could lead anywhere and would be published; put a copy of the file there instead"
        raise _refused(file, "symlink", message) from error
    except NotPlainFileError as error:
        raise _refused(file, "not-a-file", f"expected a {what}, found no plain file; move it away") from error
    except OSError as error:
        raise _refused(file, "unreadable", f"the file cannot be read: {error.strerror or error}") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"expected UTF-8, found the byte {data[error.start]:#04x}; save the file as UTF-8"
        raise _refused(file, "not-utf-8", message, line) from error


def _refused(file: str, code: str, message: str, line: int = 1) -> ContentError:
    return ContentError((Problem(file=file, line=line, code=code, message=message),))
