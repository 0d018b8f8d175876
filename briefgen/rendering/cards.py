"""What a card says -> a PNG of 1200 by 630 pixels, as pages of other sites show it beside a link; the same bytes each time."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from briefgen.rendering.card_fonts import Writing, writing

if TYPE_CHECKING:
    from collections.abc import Sequence


VERSION = "1"
"""Of the drawing: a cache that holds an older one is not asked for it."""
_SIZE = (1200, 630)
_LEFT, _RIGHT = 80, 1120
_TITLE_BOTTOM = 494
_RULE = 528
_FOOT = 550
_SMALL, _SMALLER = 30, 27
_TITLE_SIZES = ((96, 2), (84, 3), (74, 3), (66, 4), (58, 4), (50, 5), (42, 6))
"""With how many lines each may take. The largest at which a title fits is taken; at the last it is cut, with an ellipsis."""
_PAPER, _INK, _SOFT, _RULE_COLOUR, _MARK = (255, 255, 255), (29, 28, 26), (89, 86, 80), (220, 216, 207), (140, 47, 27)
_BLANK_ROWS = 15  # a blank stretch is found in steps of so many rows, which the height is a multiple of
# Sixteen colours are four bits a pixel, which halve the time of packing: paper, then each ink in its shades.
_INK_SHADES, _SOFT_SHADES, _MARK_SHADES = 7, 4, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says; plain text, cleaned."""

    site: str
    """The site's name, at the top."""
    title: str
    left: str = ""
    """At the foot: where it is from, and when."""
    right: str = ""
    """At the foot: its status."""

    @property
    def key(self) -> str:
        """What the picture rests on, for a cache."""
        return f"{VERSION}\0{self.site}\0{self.title}\0{self.left}\0{self.right}"


def can_draw() -> bool:
    """Tell whether the fonts can be read here: Pillow's own builds can, one without Brotli cannot."""
    try:
        writing("serif", _TITLE_SIZES[0][0])
    except OSError:
        return False
    return True


def can_show(title: str) -> bool:
    """Tell whether the fonts have every letter of a title: a script that they do not have is not drawn as boxes."""
    return writing("serif", _TITLE_SIZES[0][0]).has(title)


def can_note(text: str) -> bool:
    """Tell whether the fonts have every letter of a small text."""
    return writing("sans", _SMALL).has(text)


def draw(card: Card) -> bytes:
    """Draw a card; of the small texts, letters that the fonts do not have are left out."""
    picture = Image.new("P", _SIZE, 0)
    picture.paste(_ink(_MARK), (0, 0, _SIZE[0], 14))
    picture.paste(_mark(), (_LEFT, 66))
    small = writing("sans", _SMALL)
    _write(picture, small, [_cut(card.site, small, _RIGHT - _LEFT - 72)], (_LEFT + 68, 70), _INK)
    face, lines = _fitted(card.title)
    _write(picture, face, lines, (_LEFT - 3, _TITLE_BOTTOM - len(lines) * face.line), _INK)
    picture.paste(_ink(_RULE_COLOUR), (_LEFT, _RULE, _RIGHT, _RULE + 2))
    foot = writing("sans", _SMALLER)
    right = _cut(card.right, foot, (_RIGHT - _LEFT) // 2)
    room = _RIGHT - _LEFT - round(foot.width(right)) - 40
    _write(picture, foot, [_cut(card.left, foot, room)], (_LEFT, _FOOT), _SOFT)
    if right:
        _write(picture, foot, [right], (_RIGHT - round(foot.width(right)), _FOOT), _SOFT)
    return _png(picture)


def _png(picture: Image.Image) -> bytes:
    """Write a picture of sixteen colours; Pillow takes three times as long, and offers no shorter way."""
    width, height = picture.size
    packed = picture.tobytes("raw", "P;4")
    row = (width + 1) // 2
    # Each row begins with a zero: nothing is worked out from its neighbours.
    rows = b"".join([b"\0" + packed[at : at + row] for at in range(0, len(packed), row)])
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)),
            _chunk(b"PLTE", _palette()),
            _chunk(b"IDAT", _zlib(rows, _BLANK_ROWS * (row + 1))),
            _chunk(b"IEND", b""),
        )
    )


def _zlib(data: bytes, piece: int) -> bytes:
    """Pack bytes piece by piece; one that is all zeros, as most of a card is, was packed once."""
    blank = bytes(piece)
    pieces = (data[at : at + piece] for at in range(0, len(data), piece))
    packed = [
        _deflated(piece) if is_blank else _packed(b"".join(same))
        for is_blank, group in groupby(pieces, blank.__eq__)
        for same in ([(one,) for one in group] if is_blank else [group])
    ]
    return b"".join((b"\x78\x01", *packed, b"\x03\x00", struct.pack(">I", zlib.adler32(data))))


@cache
def _deflated(zeros: int) -> bytes:
    return _packed(bytes(zeros))


def _packed(data: bytes) -> bytes:
    # What runs along a row is all there is to find: searching further takes longer and saves little.
    packer = zlib.compressobj(1, zlib.DEFLATED, -15, 9, zlib.Z_RLE)
    return packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _fitted(title: str) -> tuple[Writing, Sequence[str]]:
    """Give the face and the lines of a title: as large as it fits."""
    words = title.split()
    room = _RIGHT - _LEFT
    for size, most in _TITLE_SIZES:
        face = writing("serif", size)
        lines, widest = _lines(words, face, room)
        if widest <= room and len(lines) <= most:
            return face, lines
    kept = [_cut(line, face, room) for line in lines[:most]]
    if len(lines) > most:
        kept[-1] = _cut(f"{lines[most - 1]} {lines[most]}", face, room, always=True)
    return face, kept


def _lines(words: Sequence[str], face: Writing, room: float) -> tuple[list[str], float]:
    """Give the lines that words fill, and the length of the longest; a word that is longer than the room stands alone."""
    space = face.width(" ")
    lines: list[list[str]] = []
    length = widest = 0.0
    for word in words:
        own = face.width(word)
        if lines and length + space + own <= room:
            lines[-1].append(word)
            length += space + own
        else:
            lines.append([word])
            length = own
        widest = max(widest, length)
    return [" ".join(line) for line in lines], widest


def _cut(text: str, face: Writing, room: float, *, always: bool = False) -> str:
    """Shorten a text to a length, with an ellipsis."""
    if not always and face.width(text) <= room:
        return text
    while text and face.width(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip(' ,;:–—-')}…"


def _write(
    picture: Image.Image, face: Writing, lines: Sequence[str], at: tuple[int, int], ink: tuple[int, int, int]
) -> None:
    """Write lines below one another; nothing else stands where they do."""
    if not any(lines):
        return
    left, top = at
    # Letters hang over the line's box: as much room is left above and below.
    over = face.size // 2
    band = Image.new("L", (_SIZE[0], face.line * len(lines) + 2 * over), 0)
    for number, line in enumerate(lines):
        face.write(line, (left, over + number * face.line), band)
    box = band.getbbox()
    if box is not None:
        picture.paste(band.crop(box).point(_shades(ink)), (box[0], top - over + box[1]))


def _shades_of(ink: tuple[int, int, int], number: int) -> list[tuple[int, ...]]:
    return [
        tuple(round(paper + (own - paper) * shade / number) for paper, own in zip(_PAPER, ink, strict=True))
        for shade in range(1, number + 1)
    ]


@cache
def _colours() -> list[tuple[int, ...]]:
    return [
        _PAPER,
        *_shades_of(_INK, _INK_SHADES),
        *_shades_of(_SOFT, _SOFT_SHADES),
        *_shades_of(_MARK, _MARK_SHADES),
        _RULE_COLOUR,
    ]


@cache
def _palette() -> bytes:
    return bytes(part for colour in _colours() for part in colour)


@cache
def _ink(colour: tuple[int, int, int]) -> int:
    return _colours().index(colour)


@cache
def _shades(ink: tuple[int, int, int]) -> list[int]:
    """From how much of a pixel is covered, 0 to 255, to the ink's shade in the palette."""
    number = {_INK: _INK_SHADES, _SOFT: _SOFT_SHADES, _MARK: _MARK_SHADES}[ink]
    darkest = _ink(ink)
    steps = [round(covered * number / 255) for covered in range(256)]
    return [darkest - number + step if step else 0 for step in steps]


@cache
def _mark() -> Image.Image:
    """Draw the theme's mark (`mark.svg`): a page with a line across and two quote marks; four times as large, then reduced."""
    scale = 12
    large = Image.new("L", (16 * scale, 16 * scale), 0)
    pen = ImageDraw.Draw(large)
    pen.rounded_rectangle((0, 0, 16 * scale - 1, 16 * scale - 1), radius=round(1.5 * scale), fill=255)
    pen.rectangle((3 * scale, 10 * scale, 16 * scale, 13 * scale), fill=0)
    for shift in (0.0, 4.6):
        quote = [
            (3, 8),
            *_curve((3, 5.4), (3, 3.5), (4, 2.4), (6, 2)),
            *_curve((6, 3.4), (5.1, 3.6), (4.7, 4.1), (4.7, 4.9)),
        ]
        quote += [(6.3, 4.9), (6.3, 8)]
        pen.polygon([((x + shift) * scale, y * scale) for x, y in quote], fill=0)
    return large.resize((48, 48), Image.Resampling.BOX).point(_shades(_MARK))


def _curve(*points: tuple[float, float]) -> list[tuple[float, float]]:
    """Give points along a cubic Bézier curve."""
    found: list[tuple[float, float]] = []
    for step in range(13):
        t = step / 12
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x, y = (sum(weight * point[axis] for weight, point in zip(weights, points, strict=True)) for axis in (0, 1))
        found.append((x, y))
    return found
