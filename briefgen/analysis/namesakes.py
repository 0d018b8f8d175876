"""Mentions -> which of two that share a surname is meant, and which surname the tables take for a body."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.analysis.bodies import BODIES
from briefgen.analysis.gazetteer import Organisation
from briefgen.analysis.spelling import key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.analysis.mentions import RawMention
    from briefgen.model.analysis import StorySentence

_FAMILY = frozenset("brother daughter father husband lady mother sister son widow wife".split())
_YOUNGER = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def named_in_tables(mentions: Sequence[RawMention]) -> list[RawMention]:
    """Take a word of the tables for a surname where the text has a person of that name, and no longer name of the body.

    "Courier" behind "Ada Courier" is she, unless "Courier News" stands there too.
    """
    surnames = {key(one.text).split()[-1] for one in mentions if one.sort == "person" and " " in one.text}
    bodies = {key(one.text).split()[0] for one in mentions if one.sort == "organisation" and " " in one.text}
    return [
        replace(one, sort="person", entry=None)
        if isinstance(one.entry, Organisation) and key(one.text) in surnames - bodies and not one.text.isupper()
        else one
        for one in mentions
    ]


def without_common_words(mentions: Sequence[RawMention], sentences: Sequence[StorySentence]) -> list[RawMention]:
    """Leave out names in several words that the text prints in small letters too: "Harbour Fees", a thing in title case."""
    texts = [sentence.text for sentence in sentences]
    names = {
        one.text
        for one in mentions
        if one.entry is None
        and one.sort in {"person", "organisation"}
        and " " in one.text
        and key(one.text).split()[-1] not in BODIES
    }
    things = {name for name in sorted(names) if any(name.lower() in text for text in texts)}
    return [one for one in mentions if one.text not in things]


def bearers(
    mentions: Sequence[RawMention], people: Mapping[str, str], sentences: Sequence[StorySentence]
) -> list[str | None]:
    """Give for each mention whose it is, by the fullest form; None for who is no person.

    A surname alone is that of the one whose full name it belongs to, but not of a relative who is named later ("President
    Quist" before "first lady Ada Quist" or "Nils Quist Jr."); of two who bear it, it is his who acted under his full name in
    the sentence before.

    Args:
        mentions: In order.
        people: The fullest form of each form.
        sentences: Of the story.
    """
    family = _Families(mentions, people, sentences)
    found: list[str | None] = []
    acted: tuple[int, str] | None = None
    for one in mentions:
        if one.sort != "person":
            found.append(None)
            continue
        full = people[key(one.text)]
        if " " in one.text:
            acted = (one.sentence, full) if one.subject else acted
        else:
            just = acted[1] if acted is not None and one.sentence - acted[0] == 1 else None
            full = family.bearer(key(one.text), full, just)
        found.append(full)
    return found


class _Families:
    """Who bears the same surname in a story, and who is only told to be somebody's relative."""

    def __init__(
        self, mentions: Sequence[RawMention], people: Mapping[str, str], sentences: Sequence[StorySentence]
    ) -> None:
        self._sharing: dict[str, list[str]] = {}
        for full in dict.fromkeys(people.values()):
            if " " in full:
                self._sharing.setdefault(_surname(full), []).append(full)
        self._first: dict[str, tuple[int, int]] = {}
        self._relatives: set[str] = set()
        for one in mentions:
            if one.sort != "person":
                continue
            surface = key(one.text)
            name = people[surface] if " " in surface else surface
            self._first.setdefault(name, (one.sentence, one.first))
            if " " in surface and _is_relative(sentences[one.sentence], one):
                self._relatives.add(name)

    def bearer(self, surname: str, usual: str, just: str | None) -> str:
        """Give whose a surname alone is: of who acted `just` before, else of the usual bearer who is no mere relative."""
        shared = self._sharing.get(surname, [])
        if len(shared) > 1 and just in shared:
            return just or usual
        if usual not in self._relatives and usual.rsplit(maxsplit=1)[-1] not in _YOUNGER:
            return usual
        others = [other for other in shared if other not in self._relatives and other != usual]
        if usual in self._relatives and others:
            return others[0]
        return surname if self._first[surname] < self._first[usual] else usual


def _is_relative(sentence: StorySentence, mention: RawMention) -> bool:
    """Tell whether a word of kinship stands before the name: "his wife Ada Quist", "the first lady, Ada Quist"."""
    before = [token.lemma.lower() for token in sentence.tokens[max(mention.first - 2, 0) : mention.first]]
    if before[-1:] == [","]:
        before.pop()
    return bool(before) and before[-1] in _FAMILY


def _surname(full: str) -> str:
    parts = full.split()
    return parts[-2] if parts[-1] in _YOUNGER and len(parts) > 2 else parts[-1]  # noqa: PLR2004  # first name, surname, "Jr."
