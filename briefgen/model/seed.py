"""An article as it lies in seeds/: bytes and a name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """One input file, unread."""

    file: str
    """Where it lies, from the site's root, with forward slashes: `seeds/ferry.txt`."""
    data: bytes
    """The file's bytes, untouched."""
    sha256: str
    """Of `data`, 64 lower-case hexadecimal digits."""
