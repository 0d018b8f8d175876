"""Bytes to text: eight encodings, and what is refused rather than turned into nonsense."""

from __future__ import annotations

import codecs

import pytest

from briefgen.errors import SeedError
from briefgen.reading.decoding import MAX_BYTES, decode

TEXT = "Café owners — “all of them” — protest.\r\nThey’ll be back."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_the_same_article_is_the_same_text_in_every_encoding(data: bytes, encoding: str) -> None:
    """Marks are dropped, newlines stay; a guess is marked as one."""
    decoded = decode(data, "seeds/a.txt")
    assert decoded.text == TEXT
    assert decoded.encoding == encoding
    assert decoded.guessed == (encoding == "cp1252")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"ab\0cd", "NUL byte at offset 2"),
        ("plain text".encode("utf-16-le"), "looks like UTF-16"),
        (codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"), "NUL character at character 1"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "offset 2"),
        (b"ok \xc0\xaf", "damaged UTF-8 at byte offset 3"),
        (b"ok \xed\xa0\x80", "damaged UTF-8 at byte offset 3"),
        ("Ünï→códe".encode() + b"\xff and more", "damaged UTF-8"),
        ("Мир на островах".encode("koi8-r"), "neither UTF-8 nor Windows-1252"),
        (b"caf\xe9 \x81 and much more plain text", "neither UTF-8 nor Windows-1252 at byte offset 5"),
        (b"a" * (MAX_BYTES + 1), "at most 10,000,000 bytes"),
    ],
)
def test_what_is_no_readable_text_is_refused_with_its_place(data: bytes, said: str) -> None:
    """The message names the file, what was found and what to do."""
    with pytest.raises(SeedError) as refused:
        decode(data, "seeds/a.txt")
    assert str(refused.value).startswith("seeds/a.txt: expected")
    assert said in str(refused.value)
