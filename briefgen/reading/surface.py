"""text -> text of the same length: what is written for machines becomes what a reader reads, offsets unchanged.

`Article.text` must keep the file's offsets, and a sentence must be found in it. So nothing is ever deleted: characters that
a reader does not see (Markdown's marks, control characters, the tail of `&amp;`) are replaced one for one by U+2064, the
word joiner, which `briefgen.model.folding.tidy` drops and which no search minds.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from briefgen.model.seen import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable

FILLER = "\u2064"
"""Stands where a character was that a reader does not see. A source's own is taken out as a control: it means nothing else."""

# Controls but tab and newlines; the marks of direction and the joiners that `folding.INVISIBLE` leaves; annotation marks;
# private use, which shows as a box or as one font's icon; noncharacters; tag characters and variation selectors' supplement;
# letters and signs that no font draws.
# Half a surrogate pair never gets here.
_CONTROL = (
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u2061-\u2065\u206a-\u206f\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\ufffb"
    r"\ufffe\uffff\U000e0000-\U000e01ef\U000f0000-\U0010ffff"
    + "".join(sorted(BLANK))
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 15))
    + "]"
)
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
_UNSEEN = re.compile(f"{_CONTROL}|{_ENTITY}")
_LINE_BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Replace the given stretches by fillers, newlines excepted.

    Args:
        text: Any text.
        spans: Stretches as (start, end), in any order; they may overlap.

    Returns:
        A text of the same length.
    """
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end <= done:
            continue
        first = max(start, done)
        parts.append(text[done:first])
        gone = text[first:end]
        if any(character in _LINE_BREAKS for character in gone):
            parts.append("".join(character if character in _LINE_BREAKS else FILLER for character in gone))
        else:
            parts.append(FILLER * len(gone))
        done = end
    parts.append(text[done:])
    return "".join(parts)


def legible(text: str) -> str:
    """Turn HTML's character references into their characters and control characters into fillers.

    References are read in plain text too, since there they are always left over from a web page. Those that stand for
    nothing that can be shown become a filler.

    Args:
        text: The decoded file, or one whose Markdown is already blanked.

    Returns:
        A text of the same length.
    """
    return _UNSEEN.sub(_seen, text)


def _seen(match: re.Match[str]) -> str:
    written = match.group()
    if len(written) == 1:
        return FILLER
    read = html.unescape(written)
    if read == written or len(read) > len(written):
        return written
    if read in BLANK or not read.isprintable():
        read = " " if read.isspace() else FILLER
    return read + FILLER * (len(written) - len(read))
