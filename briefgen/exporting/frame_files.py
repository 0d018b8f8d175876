"""The theme of briefgen, and a site's own overrides -> the files of an export that make its look with any builder."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.exporting.configuration import CONTENT, FAVICON, OVERRIDES
from briefgen.files.plain_file import LinkError, read_plain_file
from briefgen.rendering.look import FOLDER, SCRIPT, STYLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.frame import Frame
    from briefgen.rendering.labels import Labels

_HERE = Path(__file__).resolve().parent
_THEME = _HERE.parent / "theme"
_LABEL = re.compile(r"""\{\{-?\s*b_label\(\s*["']([a-z_.]+)["']\s*\)\s*-?\}\}""")
_AS_THEY_ARE = ("partials/copyright.html", "partials/logo.html")
"""Templates of the theme that need no method of Python."""
_LARGEST = 50_000_000
"""Bytes of a file of one's own: far more than anybody loads with a page."""


def look_files(root: Path, content: str, frame: Frame) -> Iterator[tuple[str, bytes]]:
    """Give the joined style sheet and script, the typefaces and icons, from the root of the export.

    What the site has of its own in the place of a part is joined instead of it: in its content, else among its overrides.

    Args:
        root: The site's root.
        content: The folder of its content.
        frame: The site's.
    """
    named = {_path(one) for key in ("extra_css", "extra_javascript") for one in _listed(frame.others.get(key))}
    own = frozenset(frame.own_files)
    places = [Path(frame.overrides)] if frame.overrides else []

    def part(path: str) -> bytes:
        if path in own:
            return read_plain_file(root / content / path, _LARGEST)
        for folder in places:
            if (folder / path).is_file():
                return read_plain_file(folder / path, _LARGEST)
        return (_THEME / path).read_bytes()

    joined: set[str] = set()
    for one in (STYLE, SCRIPT):
        joined.update(one.parts)
        if one.path not in own:
            parts = [part(path) for path in one.parts if path not in named]
            yield f"{CONTENT}/{one.path}", one.between.encode().join(parts)
    for file in _files(_THEME / FOLDER):
        path = f"{FOLDER}{file}"
        if path not in joined and path not in own:
            yield f"{CONTENT}/{path}", part(path)
    yield f"{CONTENT}/{FAVICON}", part("assets/images/favicon.png")
    for file in _files(_HERE / "scripts"):
        yield f"{CONTENT}/{FOLDER}frame/{file}", (_HERE / "scripts" / file).read_bytes()


def override_files(frame: Frame, labels: Labels, left_out: list[str]) -> Iterator[tuple[str, bytes]]:
    """Give the templates of the theme, with the words of the interface in them, from the root of the export.

    Args:
        frame: Of the site, whose own overrides go before briefgen's.
        labels: The words of the interface.
        left_out: Takes a line for each file that cannot be taken along.
    """
    found = {file: _THEME / file for file in _AS_THEY_ARE}
    found |= {file: _HERE / "overrides" / file for file in _files(_HERE / "overrides")}
    own = Path(frame.overrides) if frame.overrides else None
    if own is not None:
        parts = {*STYLE.parts, *SCRIPT.parts}  # these are joined
        found |= {file: own / file for file in _files(own) if file not in parts}
    for file, path in sorted(found.items()):
        try:
            data = read_plain_file(path, _LARGEST)
        except LinkError:
            left_out.append(f"{file} of the theme's overrides: a symbolic link could lead anywhere")
            continue
        if file.endswith((".html", ".xml")):
            text = data.decode("utf-8", "replace")
            data = _LABEL.sub(lambda label: str(labels.say(label[1])), text).encode()
        yield f"{OVERRIDES}/{file}", data


def _files(folder: Path) -> Iterator[str]:
    """Name the files below a folder, sorted; hidden ones left out, links to folders not followed."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__pycache__")
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(place, name).relative_to(folder).as_posix()


def _path(value: object) -> str:
    return str(value.get("path", "")) if isinstance(value, dict) else str(value)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
