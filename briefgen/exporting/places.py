"""A page's path -> where it lies in an export, so that its links lead where they lead for every builder.

Zensical takes a link in HTML to start from the page's file, MkDocs from its address. For `actors/norland/index.md` both are
`actors/norland/`; for `actors/norland.md` they are not, and Zensical puts a `../` before each link.
"""

from __future__ import annotations

import re
from posixpath import basename, dirname, relpath
from typing import TYPE_CHECKING

from briefgen.rendering.addresses import target_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?:(?!\1).)+\1")
_INLINE = re.compile(r"(?P<before>\]\(\s*<?)(?P<path>[^\s()<>#?]+\.md)(?=[#?\s>)])")
_REFERENCE = re.compile(r"(?P<before>^ {0,3}\[[^\]]+\]:\s*<?)(?P<path>[^\s<>#?]+\.md)(?=[#?\s>]|$)")


def place_of(path: str, *, directories: bool) -> str:
    """Give the path of a page of briefings in an export.

    Args:
        path: From the root of the content, as every other part of briefgen knows it.
        directories: Whether the site's addresses are folders.
    """
    stem = path.removesuffix(".md")
    if not directories or stem == path or basename(stem) in {"index", "README"}:
        return path
    return f"{stem}/index.md"


def with_places(text: str, here: str, places: Mapping[str, str]) -> str:
    """Give a page of the site's own with its links to pages that lie elsewhere in an export.

    Args:
        text: Its Markdown; what stands in code stays as it is.
        here: Its path from the root of the content.
        places: From paths to where those pages lie instead.
    """

    def moved(found: re.Match[str]) -> str:
        place = places.get(target_path(found["path"], here=here) or "")
        return found[0] if place is None else found["before"] + relpath(f"/{place}", f"/{dirname(here)}")

    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if found and (not fence or (found[1][0] == fence[0] and len(found[1]) >= len(fence))):
            fence = "" if fence else found[1]
        lines.append(line if found or fence or ".md" not in line else _outside_code(line, moved))
    return "\n".join(lines)


def _outside_code(line: str, moved: Callable[[re.Match[str]], str]) -> str:
    parts: list[str] = []
    last = 0
    for code in [*_CODE.finditer(line), None]:
        end = len(line) if code is None else code.start()
        piece = _INLINE.sub(moved, line[last:end])
        parts.append(piece if last else _REFERENCE.sub(moved, piece))
        if code is not None:
            parts.append(code[0])
            last = code.end()
    return "".join(parts)
