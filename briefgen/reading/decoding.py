"""bytes -> text: UTF-8, UTF-16 and UTF-32 with their marks, Windows-1252 by exclusion; anything else is refused."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from briefgen.errors import SeedError

MAX_BYTES = 10_000_000
"""A saved page holds scripts and pictures beside its article; beyond 10 MB something else lies in the file."""
MAX_TEXT_BYTES = 2_000_000
"""Text and Markdown hold the article alone: the longest story that is drafted, 300,000 characters, has 1,200,000 bytes in UTF-32.
Reading 2 MB takes at most 6 s, whatever stands in them."""

# The longer mark first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Sequences that have the shape of UTF-8 and are forbidden in it: overlong forms, surrogates, beyond U+10FFFF.
_FORBIDDEN_UTF8 = re.compile(
    rb"[\xc0\xc1][\x80-\xbf]|\xe0[\x80-\x9f][\x80-\xbf]|\xed[\xa0-\xbf][\x80-\xbf]"
    rb"|\xf0[\x80-\x8f][\x80-\xbf]{2}|\xf4[\x90-\xbf][\x80-\xbf]{2}"
)
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
# English and other Western texts have well under one accented letter or typographic mark in ten characters.
_MOST_HIGH_BYTES = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A file's text and how it was found."""

    text: str
    """Without a byte order mark; newlines as they stand."""
    encoding: str
    """Python's name of the encoding that was used."""
    guessed: bool = False
    """True where neither a mark nor valid UTF-8 proves the encoding."""


def decode(data: bytes, file: str, *, most: int = MAX_BYTES) -> Decoded:
    """Turn a file's bytes into text.

    Args:
        data: The file's bytes.
        file: Its name, for messages.
        most: How many bytes it may have.

    Returns:
        The text and its encoding.

    Raises:
        SeedError: The file is too large, holds NUL or bytes that no supported encoding explains, or is empty; the
            message gives the offset. Nothing is drafted from it.
    """
    if len(data) > most:
        raise SeedError(
            f"{file}: expected an article of at most {most:,} bytes, found {len(data):,}. "
            "Put the article's own text into a file of its own."
        )
    decoded = _decode(data, file)
    at = decoded.text.find("\0")
    if at >= 0:
        raise SeedError(f"{file}: expected text, found a NUL character at character {at}. {_SAVE_AGAIN}")
    if not decoded.text.strip():
        raise SeedError(
            f"{file}: expected an article, found an empty file. Put the article's text into it or delete it."
        )
    return decoded


_SAVE_AGAIN = "Open it in a text editor and save it as UTF-8."


def _decode(data: bytes, file: str) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(text=_decode_marked(data[len(mark) :], encoding, len(mark), file), encoding=encoding)
    at = data.find(b"\0")
    if at >= 0:
        raise SeedError(
            f"{file}: expected text, found a NUL byte at offset {at}"
            f"{' (it looks like UTF-16 without a byte order mark)' if _alternates(data) else ''}. {_SAVE_AGAIN}"
        )
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        first_bad = error.start
    return Decoded(text=_decode_western(data, first_bad, file), encoding="cp1252", guessed=True)


def _decode_marked(data: bytes, encoding: str, skipped: int, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SeedError(
            f"{file}: expected {encoding.upper()} as its byte order mark says, found bytes that are not at offset "
            f"{error.start + skipped}. {_SAVE_AGAIN}"
        ) from error


def _decode_western(data: bytes, first_bad: int, file: str) -> str:
    """Decode as Windows-1252, unless that would turn another encoding into nonsense without a word."""
    forbidden = _FORBIDDEN_UTF8.search(data)
    if forbidden:
        raise _undecodable(file, forbidden.start(), "damaged UTF-8")
    tolerant = data.decode("utf-8", errors="replace")
    damaged = tolerant.count("�")
    proper = sum(1 for character in tolerant if character > "\x7f") - damaged
    if proper >= damaged:
        raise _undecodable(file, first_bad, "damaged UTF-8")
    if len(_HIGH_BYTE.findall(data)) > _MOST_HIGH_BYTES * len(data):
        raise _undecodable(file, first_bad, "an encoding that is neither UTF-8 nor Windows-1252")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _undecodable(file, error.start, "an encoding that is neither UTF-8 nor Windows-1252") from error


def _undecodable(file: str, offset: int, found: str) -> SeedError:
    return SeedError(f"{file}: expected UTF-8 text, found {found} at byte offset {offset}. {_SAVE_AGAIN}")


def _alternates(data: bytes) -> bool:
    """Whether every other byte is mostly NUL, as in UTF-16 of Western text."""
    sample = data[:2000]
    return max(sample[0::2].count(0), sample[1::2].count(0)) * 3 > len(sample)
