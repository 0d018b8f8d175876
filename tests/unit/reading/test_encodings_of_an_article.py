"""One article in many encodings is one briefing; bytes that are no text are refused with their place."""

from __future__ import annotations

import codecs
import hashlib
import unicodedata
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefgen.errors import SeedError
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings
from briefgen.pipeline import fresh_draft
from briefgen.reading.clean import clean
from briefgen.reading.read import read

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing

ARTICLE = """---
title: Café ferries stay in port
author: Zoë Öberg
date: 2026-02-03
---

# Café ferries stay in port

The harbour board of Ålesund shut the *north* pier on Monday, Mayor Zoë Öberg said. It costs £40 million.

> "Nobody was hurt, and nobody will be," Öberg said.

## What comes next

- The board will vote on the repair on 10 February.
- It remains unclear whether the café ferries will sail in March.

The union, according to [its paper](https://a.example/p), expects a strike.
The board has not said if it will pay.
"""
"""Every character stands in Latin-1, so that one text can be written in every encoding."""

GUESSED = "The file does not say how its characters are encoded"
MARKED = {
    "UTF-8 with a mark": codecs.BOM_UTF8 + ARTICLE.encode(),
    "UTF-16 little-endian": codecs.BOM_UTF16_LE + ARTICLE.encode("utf-16-le"),
    "UTF-16 big-endian": codecs.BOM_UTF16_BE + ARTICLE.encode("utf-16-be"),
    "UTF-32 little-endian": codecs.BOM_UTF32_LE + ARTICLE.encode("utf-32-le"),
    "UTF-32 big-endian": codecs.BOM_UTF32_BE + ARTICLE.encode("utf-32-be"),
}
LINE_ENDS = {
    "CR LF": "\r\n",
    "CR alone": "\r",
    "next line": "\x85",
    "line separator": "\u2028",
    "form feed": "\f",
}


def seed_of(data: bytes, file: str = "seeds/cafe.md") -> Seed:
    """Make a seed of bytes."""
    return Seed(file=file, data=data, sha256=hashlib.sha256(data).hexdigest())


def drafted(data: bytes) -> Briefing:
    """Draft bytes, the hash of which is taken out."""
    _, briefing = fresh_draft(seed_of(data), Settings())
    return replace(briefing, sources=tuple(replace(source, sha256=None) for source in briefing.sources))


@cache
def expected() -> Briefing:
    """Draft the article as UTF-8 with LF."""
    briefing = drafted(ARTICLE.encode())
    assert briefing.title == "Café ferries stay in port"
    assert briefing.takeaways
    assert briefing.open_questions
    assert briefing.watch
    return briefing


@pytest.mark.parametrize("name", MARKED)
def test_a_marked_encoding_gives_the_same_briefing(name: str) -> None:
    """The mark names the encoding; nothing else changes, and no caution is needed."""
    assert drafted(MARKED[name]) == expected()


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_an_encoding_that_must_be_guessed_is_named_in_a_caution(encoding: str) -> None:
    """The briefing is the same but for the caution that says what was assumed."""
    briefing = drafted(ARTICLE.encode(encoding))
    cautions = tuple(one for one in briefing.cautions if not one.text.startswith(GUESSED))
    assert len(briefing.cautions) == len(cautions) + 1
    assert replace(briefing, cautions=cautions) == expected()


@pytest.mark.parametrize("name", LINE_ENDS)
def test_line_ends_of_every_kind_give_the_same_briefing(name: str) -> None:
    """Windows', old Macs' and Unicode's own: front matter, headings and bullets are found with each."""
    assert drafted(ARTICLE.replace("\n", LINE_ENDS[name]).encode()) == expected()


def test_mixed_line_ends_give_the_same_briefing() -> None:
    """A file that several programs wrote."""
    lines = ARTICLE.split("\n")
    ends = ("\n", "\r\n", "\r")
    mixed = "".join(f"{line}{ends[number % 3]}" for number, line in enumerate(lines[:-1]))
    assert "\r\r\n" not in mixed
    assert drafted(mixed.encode()) == expected()


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"The board met on Mon\x00day.", "offset 20"),
        (codecs.BOM_UTF16_LE + "The board\0met.".encode("utf-16-le"), "character 9"),
        (codecs.BOM_UTF8 + "Café".encode() + b"\xff\xff owners met.", "offset 8"),
        ("Café — naïve — Öberg".encode() + b"\xc3 met.", "offset 27"),
        (b"The board \xed\xa0\x80 met.", "offset 10"),
        (b"The board \xc0\xaf met.", "offset 10"),
        (b"The board \xf4\x90\x80\x80 met.", "offset 10"),
        (codecs.BOM_UTF16_LE + "The".encode("utf-16-le") + b"\x00\xd8a\x00", "offset 8"),
        (codecs.BOM_UTF16_BE + "The".encode("utf-16-be") + b"\xd8\x00", "offset 8"),
        (codecs.BOM_UTF32_LE + "The".encode("utf-32-le") + b"\x00\xd8\x00\x00", "offset 16"),
        (b"The b\x81rd met.", "offset 5"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, place: str) -> None:
    """NUL, halves of characters, overlong forms, bytes beyond Unicode: the message says where and what to do."""
    with pytest.raises(SeedError) as refused:
        read(seed_of(data))
    message = str(refused.value)
    assert message.startswith("seeds/cafe.md: expected ")
    assert place in message
    assert message.endswith("save it as UTF-8.")


HIDDEN = (
    *"\x01\x07\x1b\x7f\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2064\u2066\u2067\u2068\u2069",
    *"\u206a\u206f\ue000\uf8ff\ufdd0\ufeff\ufff9\ufffb\ufffe\uffff\U0001fffe\U000e0001\U000e0041\U000e007f\U000f0000\U0010ffff",
)


@pytest.mark.parametrize("character", HIDDEN, ids=lambda character: f"U+{ord(character):04X}")
def test_what_nobody_can_see_reaches_neither_title_nor_sentence(character: str) -> None:
    """In a title, in front matter, in a name or between words: it is dropped, and offsets stay the file's."""
    text = (
        f"Ferries{character} Stay in Port\n\nThe harb{character}our board shut {character}the pier, "
        f"Ada{character} Quist said.{character} Nobody was hurt by it.\n"
    )
    marked = f'---\ntitle: "Ferries{character} Stay in Port"\nauthor: Ada{character} Quist\n---\n\n{text}'
    for data in (text.encode(), marked.encode()):
        article = clean(read(seed_of(data)))
        assert article.source.title == "Ferries Stay in Port"
        assert article.source.author in {None, "Ada Quist"}
        (block,) = article.blocks
        assert [sentence.text for sentence in block.sentences] == [
            "The harbour board shut the pier, Ada Quist said.",
            "Nobody was hurt by it.",
        ]
        assert len(article.text) == len(data.decode())
        for sentence in block.sentences:
            assert data.decode()[sentence.start : sentence.end].replace(character, "") == sentence.text


def test_scripts_that_are_spelt_with_joiners_keep_them() -> None:
    """Persian's non-joiner and an emoji's joiners are letters of the text, also between Hebrew and Arabic words."""
    persian, hebrew, family = "می\u200cخواهم", "שלום", "👩\u200d👧"
    article = read(
        seed_of(
            f"Ferries Stay in Port\n\nThe mayor said “{persian}” and {hebrew} to the crowd, with a {family} on her coat, "
            "and that was all.\n".encode()
        )
    )
    (block,) = article.blocks
    text = block.sentences[0].text
    assert persian in text
    assert hebrew in text
    assert family in text
    assert {unicodedata.category(character) for character in text} & {"Cc", "Co", "Cs"} == set()


@pytest.mark.parametrize(
    "value", ["\\u0007Ferries", "\\u202eFerries", "\\ud83dFerries", "&#7;Ferries", "\\uFFFEFerries"]
)
def test_what_front_matter_spells_out_is_no_way_in(value: str) -> None:
    """An escape in quotes or a character reference makes a character that the file itself does not hold."""
    article = read(seed_of(f'---\ntitle: "{value}"\n---\nThe board met on Monday and paid.\n'.encode()))
    assert article.source.title == "Ferries"


@pytest.mark.parametrize(
    "address", ["https://a.example/\\u200b", "https://a.example/\\u202e", "https://a.example/\u2060"]
)
def test_an_address_with_what_nobody_can_see_is_left_out(address: str) -> None:
    """It would not be the address that it looks like."""
    article = read(seed_of(f'---\nurl: "{address}"\n---\nThe board met on Monday and paid.\n'.encode()))
    assert article.source.url is None
