"""A web page's bytes -> text: a byte order mark, valid UTF-8, then the encoding that the page itself names."""

from __future__ import annotations

import codecs
import re

from briefgen.errors import SeedError
from briefgen.reading.decoding import Decoded, decode

_CHARSET = re.compile(
    rb"<(?:meta\b[^>]{0,500}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})",
    re.IGNORECASE,
)
_REACH = 4_096
"""Bytes: browsers look for the name in the first 1,024; programs that save pages put a note before it."""
# As browsers read these names: pages that say Latin-1 hold Windows' quotation marks.
_WESTERN = frozenset("iso-8859-1 iso8859-1 latin1 latin-1 l1 ascii us-ascii cp1252 windows-1252 x-cp1252 ansi".split())
_OTHERS = re.compile(
    r"(?:windows-125[0-8]|iso-?8859-(?:[2-9]|1[0-6])|koi8-[ru]|gbk|gb2312|gb18030|big5|shift_jis|euc-(?:jp|kr)|macintosh)"
)
# Five bytes that Windows-1252 leaves undefined, and browsers let pass as control characters.
_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


def decode_page(data: bytes, file: str) -> Decoded:
    """Turn a saved page's bytes into text.

    Args:
        data: The file's bytes.
        file: Its name, for messages.

    Returns:
        The text and its encoding; valid UTF-8 is UTF-8 whatever the page says, since programs save pages anew.

    Raises:
        SeedError: As for plain text, or the page names an encoding that its bytes are not in. Nothing is drafted from it.
    """
    named = _CHARSET.search(data[:_REACH])
    label = named[1].decode("ascii").lower() if named else ""
    encoding = "cp1252" if label in _WESTERN else label if _OTHERS.fullmatch(label) else ""
    if not encoding or data.startswith(codecs.BOM_UTF8) or b"\0" in data or _is_utf8(data):
        return decode(data, file)
    body = _UNDEFINED.sub(b" ", data) if encoding == "cp1252" else data
    try:
        text = body.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise SeedError(
            f"{file}: expected a page in {label} as it says, found bytes that are not. "
            "Open it in a browser and save it again, or save the article's text as .txt."
        ) from error
    return Decoded(text=text, encoding=encoding)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
