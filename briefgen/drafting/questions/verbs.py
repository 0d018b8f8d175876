"""Token -> the base form of its verb, where the language model's lemma is no word of its own: "hopes" is "hope", not "hop"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.analysis import Token

_ONE_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][bcdfgklmnprstvz]")
"""A verb such as "hop" doubles its last letter before "-ed" and "-ing": what does not double it is "hope"."""
_VOWEL_SOUND = re.compile(r"(?!eu|uk|uni|us[aeiu]|ut[ei]|one|once)(?:[aeiou]|hour|hono|heir)", re.IGNORECASE)
_SIBILANT = re.compile(r"(?:s|sh|ch|x|z|o)es$")


def base_form(token: Token) -> str:
    """Give the base form of a verb.

    Args:
        token: A verb in any form.

    Returns:
        The lemma, mended where a form of the word shows that it has lost its last letter.
    """
    text, lemma = token.text.lower(), token.lemma.lower()
    if text == f"{lemma}es" and not _SIBILANT.search(text):
        return text[:-1]
    if text in {f"{lemma}ed", f"{lemma}ing"} and _ONE_SYLLABLE.fullmatch(lemma):
        return f"{lemma}e"
    return token.lemma


def indefinite(word: str) -> str:
    """Give the indefinite article that goes before a word: "an attack", "a Ukrainian attack"."""
    return "an" if _VOWEL_SOUND.match(word) else "a"
