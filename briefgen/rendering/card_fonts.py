"""The theme's fonts -> the letters of a card, each drawn once and then pasted; a letter that no font has is told, not boxed.

Drawing a letter takes FreeType 20 µs at these sizes, pasting one 3 µs: a title has 80. A pair's kerning is asked for once too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from PIL import Image, ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterable

Face = Literal["serif", "sans"]

_SUBSETS: dict[Face, tuple[str, ...]] = {
    "serif": ("source-serif-4-latin.woff2", "source-serif-4-latin-ext.woff2"),
    "sans": ("libre-franklin-latin.woff2", "libre-franklin-latin-ext.woff2"),
}
_AXES: dict[Face, tuple[list[float], ...]] = {"serif": ([650, 60],), "sans": ([500],)}
"""Weight and optical size of the serif, weight of the sans."""
_UNASSIGNED = "\uffff"
"""No font has it: what is drawn for it is the box that stands for a missing letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as it is drawn."""

    mask: Image.Image | None
    """How much of each pixel it covers; None for a space."""
    left: int
    """From where it is written to its mask's left edge."""
    top: int
    """From the top of the line to its mask's top edge."""
    advance: float
    """To where the next one is written."""


@dataclass(slots=True)
class Writing:
    """A face at a size, with the letters that were needed so far."""

    face: Face
    size: int
    _fonts: tuple[ImageFont.FreeTypeFont, ...] = ()
    _letters: dict[str, Letter | None] = field(default_factory=dict)
    _kerns: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the fonts.

        Raises:
            OSError: Pillow's FreeType cannot read them.
        """
        self._fonts = tuple(_font(self.face, name, self.size) for name in _SUBSETS[self.face])

    @property
    def line(self) -> int:
        """From one line to the next, in pixels."""
        return round(self.size * (1.16 if self.face == "serif" else 1.3))

    def has(self, text: str) -> bool:
        """Tell whether all of a text can be written."""
        return all(self._letter(character) is not None for character in text)

    def width(self, text: str) -> float:
        """Give the length of a text in pixels, as far as it can be written."""
        return sum(advance for _, advance in self._placed(text))

    def write(self, text: str, at: tuple[int, int], on: Image.Image) -> None:
        """Write a text.

        Args:
            text: One line.
            at: The left end of its line's top.
            on: A picture of mode L; letters are added as brightness.
        """
        x, y = float(at[0]), at[1]
        for letter, advance in self._placed(text):
            if letter.mask is not None:
                on.paste(255, (round(x) + letter.left, y + letter.top), letter.mask)
            x += advance

    def _placed(self, text: str) -> Iterable[tuple[Letter, float]]:
        for at, character in enumerate(text):
            letter = self._letter(character)
            if letter is not None:
                yield letter, letter.advance + self._kern(text[at : at + 2])

    def _letter(self, character: str) -> Letter | None:
        if character not in self._letters:
            self._letters[character] = self._drawn(character)
        return self._letters[character]

    def _drawn(self, character: str) -> Letter | None:
        for font in self._fonts:
            if character == " ":
                return Letter(mask=None, left=0, top=0, advance=font.getlength(" "))
            mask, (left, top) = font.getmask2(character, mode="L")
            if bytes(mask) == _missing(font):
                continue
            picture = Image.frombytes("L", mask.size, bytes(mask)) if all(mask.size) else None
            return Letter(mask=picture, left=left, top=top, advance=font.getlength(character))
        return None

    def _kern(self, pair: str) -> float:
        if pair not in self._kerns:
            font = self._fonts[0]
            own = len(pair) == 2 and pair.isascii()  # noqa: PLR2004  # of a pair
            self._kerns[pair] = font.getlength(pair) - sum(map(font.getlength, pair)) if own else 0.0
        return self._kerns[pair]


@cache
def writing(face: Face, size: int) -> Writing:
    """Give a face at a size; raises as `Writing`."""
    return Writing(face, size)


@lru_cache(maxsize=8)
def _bytes(name: str) -> bytes:
    return files("briefgen").joinpath("theme", "assets", "briefgen", "fonts", name).read_bytes()


def _font(face: Face, name: str, size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(BytesIO(_bytes(name)), size)
    font.set_variation_by_axes(*_AXES[face])
    return font


@cache
def _missing(font: ImageFont.FreeTypeFont) -> bytes:
    mask, _ = font.getmask2(_UNASSIGNED, mode="L")
    return bytes(mask)
