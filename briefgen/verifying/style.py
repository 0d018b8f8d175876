"""A style sheet -> the addresses that a browser loads for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 2000
"""Characters of an address that is looked at; what is longer holds its data itself."""
# An unclosed comment goes on to the end: found once, it is not looked for again.
_COMMENT = re.compile(r"/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|\Z)")
_STRING = rf""""((?:\\.|[^"\\\n]){{0,{_LONGEST}}}+)"|'((?:\\.|[^'\\\n]){{0,{_LONGEST}}}+)'"""
_FOUND = re.compile(
    rf"""(@import)\s+(?:{_STRING})|(?:(@import)\s+)?\burl\(\s*(?:{_STRING}|([^()\s"']{{0,{_LONGEST}}}+))\s*\)""",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_FONTS = (".woff2", ".woff", ".ttf", ".otf", ".eot")
_LAST = 0x10FFFF


def style_references(text: str) -> Iterator[tuple[str, str, int]]:
    """Give each address with the directive of a policy that it goes by, and how many lines below the first it stands."""
    if "url(" not in text.lower() and "@import" not in text.lower():
        return
    # Comments are blanked out, so that lines stay where they are.
    plain = _COMMENT.sub(lambda found: "\n" * found[0].count("\n") or " ", text) if "/*" in text else text
    line = at = 0
    for found in _FOUND.finditer(plain):
        line += plain.count("\n", at, found.start())
        at = found.start()
        address = next((part for part in found.group(2, 3, 5, 6, 7) if part is not None), "")
        if not address or address[:5].lower() == "data:":
            continue
        address = _ESCAPE.sub(_unescaped, address)
        yield address, _directive(address, imported=bool(found[1] or found[4])), line


def _directive(address: str, *, imported: bool) -> str:
    if imported:
        return "style-src"
    try:
        path = urlsplit(address).path
    except ValueError:
        path = address
    return "font-src" if path.lower().endswith(_FONTS) else "img-src"


def _unescaped(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[2]
    code = int(found[1], 16)
    return chr(code) if 0 < code <= _LAST else "\ufffd"
