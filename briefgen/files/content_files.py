"""content/ -> the pages and files of one's own that MkDocs publishes beside the briefings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.files.places import inside
from briefgen.files.plain_file import read_plain_file
from briefgen.files.registry import NAME as REGISTRY

if TYPE_CHECKING:
    from briefgen.model.settings import Settings

_LONGEST = 1_000_000
"""Bytes of a page in which places are looked for."""


def own_files(root: Path, settings: Settings) -> tuple[str, ...]:
    """Name the files of the content that are neither briefings nor the machine's.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: Says where MkDocs' content is.

    Returns:
        Paths from the root of the content such as `images/map.png`, sorted by their bytes. What MkDocs leaves out by itself
        (hidden files, the folder `templates/`) and links to outside the content, which the plugin leaves out, are left out
        here; what a site excludes by a setting of its own is not.

    Raises:
        SettingsError: The folder leads out of the root.
    """
    base = inside(root, settings.content)
    found: list[str] = []
    for folder, folders, names in os.walk(base):
        below = os.path.relpath(folder, base).replace(os.sep, "/")
        prefix = "" if below == "." else f"{below}/"
        folders[:] = [name for name in folders if not name.startswith(".") and f"{prefix}{name}" != "templates"]
        found += [
            f"{prefix}{name}"
            for name in names
            if not (name.startswith(".") or _is_source(prefix, name) or _leads_out(Path(folder, name), base))
        ]
    return tuple(sorted(found, key=os.fsencode))


def own_page(root: Path, settings: Settings, path: str) -> str | None:
    """Give the text of a page of one's own; None where it cannot be read.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.
        path: As `own_files` names it.
    """
    try:
        return read_plain_file(inside(root, f"{settings.content}/{path}"), _LONGEST).decode("utf-8", "replace")
    except OSError:
        return None


def _is_source(prefix: str, name: str) -> bool:
    return (prefix == "briefings/" and name.endswith(".md")) or prefix + name == REGISTRY


def _leads_out(path: Path, base: Path) -> bool:
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(base))
