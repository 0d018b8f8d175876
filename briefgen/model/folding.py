"""Text compared without regard to white space, quote marks and dashes, and found again to the letter.

A quote in a briefing is the source's words with white space folded. An editor's program may turn “curly” quote marks
straight, a source may wrap its lines or hold zero-width characters: none of these change the words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left

_SAME = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "―": "-",
    }
)
# Soft hyphen, zero-width space, direction marks and overrides, word joiner, isolates, byte order mark. Zero-width
# joiner and non-joiner (200C, 200D) stay between characters beyond ASCII: Persian and emoji spell with them. Beside a space
# or a Latin letter, where some sites strew them, they spell nothing, and part a name from itself.
_UNSEEN = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2064\u2066-\u2069\ufeff"
_IDLE_JOINERS = r"(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
INVISIBLE = re.compile(f"[{_UNSEEN}]|{_IDLE_JOINERS}")
_UNCOMPARED = re.compile(f"[{_UNSEEN}\u200c\u200d]")
_SPACE = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Give the text for reading: white space folded to single spaces and trimmed, invisible characters gone."""
    seen = text if text.isascii() else INVISIBLE.sub("", text)
    return " ".join(seen.split())


def fold(text: str) -> str:
    """Give the text for comparing: tidy, with quote marks and dashes of one kind and the ellipsis as three full stops."""
    if text.isascii():  # most names and half of the sentences: nothing to fold but white space
        return tidy(text)
    return tidy(unicodedata.normalize("NFC", text).translate(_SAME).replace("…", "..."))


class Folded:
    """A text in which quotes are found however their white space, quote marks and dashes are written.

    Building it costs one pass over the text, finding one search; white space is left out of the comparison altogether.
    """

    def __init__(self, text: str) -> None:
        """Take the text in which to look; offsets are given in it."""
        kept: list[str] = []
        self._offsets: list[int] = []
        for offset, character in enumerate(text):
            if character.isalnum():  # four of five
                kept.append(character)
                self._offsets.append(offset)
            elif not (character.isspace() or _UNCOMPARED.match(character)):
                same = "..." if character == "…" else character.translate(_SAME)
                kept.append(same)
                self._offsets.extend([offset] * len(same))
        self._squeezed = "".join(kept)

    def find(self, quote: str, after: int = 0) -> tuple[int, int] | None:
        """Give the first character of the quote and one past its last in the text; None where it does not stand there.

        With `after` the quote is looked for from that character of the text on.
        """
        squeezed = _SPACE.sub("", _UNCOMPARED.sub("", quote).translate(_SAME).replace("…", "..."))
        at = self._squeezed.find(squeezed, bisect_left(self._offsets, after)) if squeezed else -1
        if at < 0:
            return None
        return self._offsets[at], self._offsets[at + len(squeezed) - 1] + 1
