"""A file's bytes -> the words in it, however they are encoded: what two texts are compared by.

Character references, escapes of JSON, scripts, style sheets and calendars, percent-encoding, folded lines, tags within a
text, typographic marks and invisible characters make no difference: two texts are the same where their words are.
"""

from __future__ import annotations

import binascii
import bz2
import lzma
import re
import unicodedata
import zlib
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_UNPACKED = 64_000_000
"""Bytes that a packed file is unpacked to: the map of 50,000 addresses has 10 million."""
_MOST_PARTS = 100
"""Of a packed file; those that programs write have one."""
_LAYERS = 4
"""How often escapes within escapes are read: a feed holds escaped HTML, which holds escaped addresses."""
_PACKED = b"\x1f\x8b"
_FILLED = re.compile(rb"\0{4,}")
_MOST_MEMORY = 100_000_000
"""Bytes that unpacking one of the other formats may take; the program `xz` packs with 64 million at most by default."""
_BZIP2, _XZ = b"BZh", b"\xfd7zXZ\0"
_HELD = re.compile(
    r"\bdata:(?!image/(?:png|jpe?g|gif|webp|avif)|font/)[^\s,;\"'<>]{0,100}(?:;[^\s,;\"'<>]{0,100}){0,5}?;base64,([A-Za-z0-9+/=_%-]+)",
    re.IGNORECASE,
)
"""What an address itself holds; pictures and fonts have no text."""
# One word for each sign where no spaces part words; elsewhere letters and digits in a row.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai and Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Japanese, Chinese
)
_SIGN = re.compile(f"[{_UNSPACED}]")
_WORD = re.compile(r"[^\W_]+")
_WORD_OR_SIGN = re.compile(f"[{_UNSPACED}]|[^\\W_{_UNSPACED}]+")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e007f]"
)
_FOLD = re.compile(r"\r?\n[ \t]")
_TAG = re.compile(r"<[A-Za-z/!?][^<>]*>")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tspan|tt|u|"
    r"var|wbr)(?:\s[^<>]*)?/?>|<!--[^<>]*-->",
    re.IGNORECASE,
)
"""What may stand within a word; any other tag parts two."""
_ESCAPE = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|([bfnNrtv])|([^A-Za-z0-9]))", re.DOTALL
)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|\s)?|([^0-9a-fA-F\r\n]))")
# Python refuses to read a number of thousands of digits.
_ZEROS = re.compile(r"(&#[xX]?)0+(?=[0-9a-fA-F])")
_LONG = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_LAST = 0x10FFFF


class Reading(NamedTuple):
    """A file read as text."""

    text: str
    """Unpacked and decoded, all else as it stands."""
    plain: str
    """Without escapes and references; tags stand in it."""
    cut: bool
    """Whether it was too large to be unpacked whole."""


def read_text(data: bytes, path: str) -> Reading:
    """Read a file as text, whatever it is.

    Args:
        data: Its bytes; packed ones (gzip) are unpacked.
        path: Its path, which tells calendars and style sheets.
    """
    data, cut = unpacked(data)
    return read_unpacked(data, path)._replace(cut=cut)


def unpacked(data: bytes, most: int = MOST_UNPACKED) -> tuple[bytes, bool]:
    """Unpack a file (gzip, bzip2, xz), or give it as it is.

    Args:
        data: Its bytes.
        most: How many bytes to unpack at most.

    Returns:
        The bytes, and whether there were more.
    """
    if data.startswith(_PACKED):
        return _unpacked(data, most)
    if data.startswith((_BZIP2, _XZ)):
        return _unpacked_otherwise(data, most)
    return data, False


def is_packed(data: bytes) -> bool:
    """Tell whether there is something to unpack."""
    return data.startswith((_PACKED, _BZIP2, _XZ))


def read_unpacked(data: bytes, path: str) -> Reading:
    """Read a file as `read_text` does, packed or not as its bytes are."""
    text = decoded(data)
    plain = plain_text(text, calendar=path.endswith(".ics"), style=path.endswith(".css"))
    for held in _held_in(text):
        plain += f"\n{plain_text(held)}"
    return Reading(text, plain, cut=False)


def plain_text(text: str, *, calendar: bool = False, style: bool = False) -> str:
    """Give a text with its escapes and references read, layer by layer."""
    if calendar or text.startswith("BEGIN:VCALENDAR"):
        text = _FOLD.sub("", text)
    if style and "\\" in text:
        text = _CSS_ESCAPE.sub(_css_unescaped, text)
    for _ in range(_LAYERS):
        before = text
        if "\\" in text:
            text = _ESCAPE.sub(_unescaped, text)
        if "%" in text:
            text = _PERCENT.sub(lambda found: unquote_to_bytes(found[0]).decode("utf-8", "replace"), text)
        if "&" in text:
            text = unescape(_LONG.sub("\ufffd", _ZEROS.sub(r"\1", text)))
        if text == before:
            break
    if not text.isascii():
        # Escapes give the two halves of a character one by one.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    return text.lower()


def word_lists(plain: str) -> Iterator[list[str]]:
    """Give the words of a plain text, with those of its tags and without them."""
    yield words_of(plain)
    if "<" in plain:
        yield words_of(_TAG.sub(" ", _INLINE.sub("", plain)))


def words_of(plain: str) -> list[str]:
    """Give the words of a text as it is."""
    # Where no such sign stands both give the same, this one in a third of the time.
    return (_WORD if plain.isascii() or not _SIGN.search(plain) else _WORD_OR_SIGN).findall(plain)


def decoded(data: bytes) -> str:
    """Give the text of a file, whatever it is."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return data.decode("utf-32", "replace")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    start = data[:4000]
    if b"\0" in start:
        # Latin letters have one in each pair of bytes, always on the same side; archives and pictures have them on both.
        high, low = start[::2].count(b"\0"), start[1::2].count(b"\0")
        if max(high, low) * 3 > len(start) and min(high, low) * 10 < max(high, low):
            return data.decode("utf-16-be" if high > low else "utf-16-le", "replace")
        if start.count(b"\0") * 2 > len(
            start
        ):  # UTF-32 without a mark has three in a row; archives (tar) are filled up with more
            return _FILLED.sub(b"\n", data).replace(b"\0", b"").decode("utf-8", "replace")
    return data.decode("utf-8", "replace")


def _unpacked(data: bytes, most: int) -> tuple[bytes, bool]:
    """Unpack what can be, part after part, and take what follows as it is; tells whether there was more of it."""
    held = bytearray()
    for _ in range(_MOST_PARTS):
        if not data.startswith(_PACKED) or len(held) >= most:
            break
        unpacker = zlib.decompressobj(wbits=31)
        try:
            held += unpacker.decompress(data, most - len(held))
        except zlib.error:
            break
        if unpacker.unconsumed_tail:
            return bytes(held), True
        data = unpacker.unused_data
    return bytes(held) + data, bool(held) and data.startswith(_PACKED)


def _unpacked_otherwise(data: bytes, most: int) -> tuple[bytes, bool]:
    """Unpack bzip2 and xz; what is broken is taken as it is."""
    packed_by_xz = data.startswith(_XZ)
    unpacker = lzma.LZMADecompressor(memlimit=_MOST_MEMORY) if packed_by_xz else bz2.BZ2Decompressor()
    try:
        held = unpacker.decompress(data, most)
    except (OSError, EOFError, lzma.LZMAError, ValueError):
        return data, True
    return held, not unpacker.eof or bool(unpacker.unused_data)


def _held_in(text: str) -> Iterator[str]:
    """Give the texts that addresses of a file hold in base64."""
    if ";base64," not in text:
        return
    for found in _HELD.finditer(text):
        packed = (
            found[1].replace("%2B", "+").replace("%2F", "/").replace("%3D", "=").replace("-", "+").replace("_", "/")
        )
        packed = packed.rstrip("=")
        try:
            held = binascii.a2b_base64(packed + "=" * (-len(packed) % 4))
        except (binascii.Error, ValueError):
            continue
        yield decoded(held)


def _unescaped(found: re.Match[str]) -> str:
    if code := found[1] or found[2] or found[3]:
        number = int(code, 16)
        return chr(number) if number <= _LAST else " "
    return " " if found[4] else found[5]


def _css_unescaped(found: re.Match[str]) -> str:
    if found[1]:
        number = int(found[1], 16)
        return chr(number) if 0 < number <= _LAST else " "
    return found[2]
