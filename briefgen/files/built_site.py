"""A folder that some builder built -> its files one by one, sorted, following no link."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefgen.files.plain_file import read_plain_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST = 32_000_000
"""Bytes of a file that is read; the largest of a site of 5,000 briefings has three million."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Something in a folder."""

    path: str
    """From the folder, with forward slashes."""
    kind: Literal["file", "link", "unreadable", "other"]
    reason: str = ""
    """Why it cannot be read."""


def list_site(folder: Path) -> tuple[Place, ...]:
    """List everything in a folder and below but the folders themselves, sorted by path."""
    return tuple(sorted(_listed(folder, ""), key=lambda place: os.fsencode(place.path)))


def read_site_file(folder: Path, path: str) -> bytes | None:
    """Read a file of a built site.

    Args:
        folder: The site's.
        path: As `list_site` gives it.

    Returns:
        Its bytes; None where there are more than `LARGEST`.

    Raises:
        OSError: It cannot be read, or is no plain file any more.
    """
    data = read_plain_file(folder / path, LARGEST + 1)
    return None if len(data) > LARGEST else data


def _listed(folder: Path, prefix: str) -> Iterator[Place]:
    waiting = [prefix]
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(folder / below) as entries:
                found = list(entries)
        except OSError as error:
            yield Place(path=below.rstrip("/") or ".", kind="unreadable", reason=error.strerror or str(error))
            continue
        for entry in found:
            path = below + entry.name
            try:
                mode = entry.stat(follow_symlinks=False).st_mode
            except OSError as error:
                yield Place(path=path, kind="unreadable", reason=error.strerror or str(error))
                continue
            if stat.S_ISDIR(mode):
                waiting.append(f"{path}/")
            elif stat.S_ISREG(mode):
                yield Place(path=path, kind="file")
            else:
                yield Place(path=path, kind="link" if stat.S_ISLNK(mode) else "other")
