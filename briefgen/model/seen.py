"""A text -> whether a reader sees anything of it."""

from __future__ import annotations

import re
import unicodedata

BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800\U0001d159")
"""Unicode counts these among letters and symbols, and fonts draw nothing for them: fillers of Hangul, the blank Braille
pattern, the null note head. People paste them to make a form take an empty field."""
# Spaces and breaks, controls, what directs or joins others, marks that need a letter to stand on. What is unassigned is seen:
# Python 3.11 knows no letters that came after Unicode 14.
_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Mn", "Me"})
# Kept free by Unicode for more that is not drawn, and what never becomes a character.
_NEVER_DRAWN = re.compile("[\u2065\ufdd0-\ufdef\ufff0-\ufff8\uffff\ufffe\U000e0000-\U000e0fff]")


def is_seen(text: str) -> bool:
    """Tell whether a text holds a character that leaves ink.

    Joiners and marks within a word are no concern: the letters beside them are seen.
    """
    return any((character.isascii() and character.isalnum()) or _is_drawn(character) for character in text)


def _is_drawn(character: str) -> bool:
    return not (
        unicodedata.category(character) in _UNSEEN or character in BLANK or _NEVER_DRAWN.match(character) is not None
    )
