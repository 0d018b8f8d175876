"""What earlier builds of a site worked out, in `.cache/briefgen/` beside its mkdocs.yml -> ready for this one."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from briefgen.files.cache import Cache

FOLDER = Path(".cache", "briefgen")
_PACKAGE = Path(__file__).resolve().parent.parent
_BESIDE = ("babel", "jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "pymdown-extensions", "pyyaml")
"""Whose work is kept, beside our own."""


def cache_of(root: Path, *, wanted: bool) -> Cache:
    """Open what earlier builds of a site kept.

    Args:
        root: The site's, where mkdocs.yml lies.
        wanted: As the setting `cache` says; else nothing is kept and nothing given.
    """
    return Cache(root / FOLDER, _program()) if wanted else Cache(None)


@cache
def _program() -> bytes:
    """Tell this program from every other: by its files, so that whoever works on it sees their changes."""
    told = blake2b(repr(sys.version_info).encode(), digest_size=16)
    for name in _BESIDE:
        told.update(f"{name} {version(name)}\n".encode())
    for file in sorted(path for path in _PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        data = file.read_bytes()
        told.update(f"{file.relative_to(_PACKAGE)} {len(data)}\n".encode())
        told.update(data)
    return told.digest()
