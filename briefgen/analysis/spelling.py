"""Names -> whether two are spellings of one: accents, full stops, a letter or two at the end."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from collections.abc import Iterable

# Two spellings of one surname differ by a letter or two at the end (Melnytsky, Melnytskyy, Melnytskiy); below six letters
# that much difference is another name (Holm, Holmb).
_SHORTEST_VARIANT = 6
_LETTERS_APART = 2
_SHORTEST_SURNAME = 6
_SURNAME_ENDINGS = tuple(
    "akis chuk datter dottir enko escu eyev ikov kova opoulos ovic ovich shvili skaya ski skiy sky skyi skyy sson vych"
    " zadeh".split()
)
"""Endings that make a word a family's name, or a town's at most ("Krasnov") behind the second list."""
_SURNAMES_AND_TOWNS = (*_SURNAME_ENDINGS, "ov", "ev")
MOST_ALIKE = 40
"""Names with the same beginning that are compared: no story has as many, a made-up one may."""
BEGINNING = 4
"""Letters at the beginning in which two spellings agree."""


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Give a name for comparing: no accents, no case, no full stops, no leading "the", no possessive.

    Kept for a while, since an article asks for the same few hundred names some 500 times.
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(character for character in plain if not unicodedata.combining(character)).casefold()
    plain = re.sub(r"(?:['’]s|['’])$", "", plain)
    return re.sub(r"\s+", " ", re.sub(r"^the ", "", plain.replace(".", ""))).strip()


def is_variant(one: str, other: str) -> bool:
    """Tell whether two surnames are spellings of one: alike but for a letter or two, with the same beginning.

    Both are given as `key` has them.
    """
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_VARIANT or one[:BEGINNING] != other[:BEGINNING]:
        return False
    return Levenshtein.distance(one, other, score_cutoff=_LETTERS_APART) <= _LETTERS_APART


def has_surname_ending(name: str, *, town: bool) -> bool:
    """Tell whether a word ends as the surnames of some languages do: "-enko", "-skyy", "-shvili".

    Args:
        name: As `key` gives it.
        town: True where the word may be a town: then "-ov" and "-ev" tell nothing.
    """
    return len(name) >= _SHORTEST_SURNAME and name.endswith(_SURNAME_ENDINGS if town else _SURNAMES_AND_TOWNS)


class Surnames:
    """Surnames, asked for in any spelling; each question costs a look at a few with the same beginning only."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names in any form."""
        plain = dict.fromkeys(map(key, names))
        self._exact = frozenset(plain)
        self._by_beginning: dict[str, list[str]] = {}
        for name in plain:
            self._by_beginning.setdefault(name[:BEGINNING], []).append(name)

    def __contains__(self, name: str) -> bool:
        """Tell whether the name is there, spelt so."""
        return key(name) in self._exact

    def variant(self, name: str) -> bool:
        """Tell whether the name is there, spelt so or nearly so."""
        plain = key(name)
        if plain in self._exact:
            return True
        return any(is_variant(plain, other) for other in self._by_beginning.get(plain[:BEGINNING], [])[:MOST_ALIKE])
