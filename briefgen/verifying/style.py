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
_STRING = rf""""((?:\\[\s\S]|[^"\\\n]){{0,{_LONGEST}}}+)"|'((?:\\[\s\S]|[^'\\\n]){{0,{_LONGEST}}}+)'"""
_FOUND = re.compile(
    rf"""@namespace\b[^;{{}}]*+|(@import)\s*(?:{_STRING})|(?:(@import)\s*)?\burl\(\s*(?:{_STRING}|([^()\s"']{{0,{_LONGEST}}}+))\s*\)""",
    re.IGNORECASE,
)
_SET = re.compile(r"\bimage-set\(", re.IGNORECASE)
"""Pictures among which a browser chooses; strings name them, too."""
_SET_PART = re.compile(r""""((?:\\[\s\S]|[^"\\\n])*+)"|'((?:\\[\s\S]|[^'\\\n])*+)'|[()]""")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
# A letter means the same however it is written: `u\72l(` is `url(`.
_LETTER = re.compile(r"\\(?:0{0,4}(4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])(?![0-9a-f])[ \t]?|([g-z])|(\\))", re.IGNORECASE)
_ASKING = ("url(", "@import", "image-set(")
_FONTS = (".woff2", ".woff", ".ttf", ".otf", ".eot")
_LAST = 0x10FFFF


def style_references(text: str) -> Iterator[tuple[str, str, int]]:
    """Give each address with the directive of a policy that it goes by, and how many lines below the first it stands."""
    if "\\" in text:
        text = _LETTER.sub(_letter, text)
    lower = text.lower()
    if not any(asking in lower for asking in _ASKING):
        return
    # Comments are blanked out, so that lines stay where they are.
    plain = _COMMENT.sub(lambda found: "\n" * found[0].count("\n") or " ", text) if "/*" in text else text
    line = at = 0
    for start, address, imported in sorted(_addresses(plain)):
        line += plain.count("\n", at, start)
        at = start
        if address and address[:5].lower() != "data:":
            plainly = _ESCAPE.sub(_unescaped, address)
            yield plainly, _directive(plainly, imported=imported), line


def _addresses(plain: str) -> Iterator[tuple[int, str, bool]]:
    """Give where each address stands, as it is written, and whether it is that of another style sheet."""
    for found in _FOUND.finditer(plain):
        address = next((part for part in found.group(2, 3, 5, 6, 7) if part is not None), "")
        yield found.start(), address, bool(found[1] or found[4])
    at = 0
    while chosen := _SET.search(plain, at):
        at, deep = chosen.end(), 1
        for part in _SET_PART.finditer(plain, at):
            at = part.end()
            deep += {"(": 1, ")": -1}.get(part[0], 0)
            if not deep:
                break
            if deep == 1 and part[0] != ")":  # what stands deeper is the argument of another function, such as `type()`
                yield part.start(), part[1] or part[2] or "", False


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


def _letter(found: re.Match[str]) -> str:
    if found[3]:
        return found[0]
    return chr(int(found[1], 16)) if found[1] else found[2]
