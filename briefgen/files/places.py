"""A relative path from settings, front matter or the command line -> a place that is surely below a folder."""

from __future__ import annotations

import errno
import os
import re
from typing import TYPE_CHECKING

from briefgen.errors import BriefgenError, SettingsError

if TYPE_CHECKING:
    from pathlib import Path

_DRIVE = re.compile(r"[A-Za-z]:")
_NAME_BYTES = 255
"""The longest name that the usual file systems take."""


def inside(root: Path, relative: str, *, error: type[BriefgenError] = SettingsError) -> Path:
    r"""Resolve a path below a root and refuse every way out of it.

    Args:
        root: The folder to stay below.
        relative: With forward slashes; `.` is the root itself. Nothing need exist there.
        error: What to raise: `SettingsError` for a folder from the settings, `SeedError` for an article.

    Returns:
        The path, its folders resolved. The last name is not: whether it is a symbolic link is for the caller to see
        (one that leads out of the root is refused here).

    Raises:
        BriefgenError: Of the kind asked for, if the path is absolute, has a drive, a backslash (UNC paths too), a `..`,
            a NUL or a name above 255 bytes, or leads out of the root through symbolic links. Nothing was touched.
    """
    reason = refusal(relative)
    if reason:
        raise error(f"{relative!a}: expected a path below {root}, found one that {reason}")
    try:
        base = root.resolve()
        path = base / relative
        resolved = path.resolve()
        _refuse_loops(path)
        place = resolved if path == base else path.parent.resolve() / path.name
    except (OSError, RuntimeError) as problem:  # RuntimeError: symbolic links in a loop, before Python 3.13
        raise error(f"{relative!a}: cannot be followed below {root}: {problem}") from problem
    if not (resolved.is_relative_to(base) and place.is_relative_to(base)):
        raise error(f"{relative!a}: expected a path below {root}, found a symbolic link that leads out of it")
    return place


def _refuse_loops(path: Path) -> None:
    """Raise what the system says of symbolic links in a loop: from Python 3.13 on `resolve` gives them as they are."""
    try:
        path.stat()
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise


def refusal(relative: str) -> str:
    """Say what is wrong with the words of a path below a folder; empty if nothing is."""
    if not relative:
        return "is empty"
    if "\0" in relative:
        return "holds a NUL character"
    if "\\" in relative:
        return "holds a backslash (write forward slashes)"
    if relative.startswith("/") or _DRIVE.match(relative):
        return "is absolute"
    names = relative.split("/")
    if ".." in names:
        return "holds `..`"
    if any(len(os.fsencode(name)) > _NAME_BYTES for name in names):
        return f"has a name above {_NAME_BYTES} bytes"
    return ""
