"""Raw mentions -> who is who: the forms of one name brought together within an article.

Within one article a surname means the person whose full name it prints; what is not printed is never guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.analysis.spelling import Surnames, is_variant, key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.analysis.gazetteer import Entry
    from briefgen.analysis.mentions import RawMention, Sort

_INITIAL = re.compile(r"^[A-Z]\.?$")
_PARTICLES = frozenset(
    {"al", "bin", "ben", "de", "del", "der", "di", "el", "ibn", "la", "le", "van", "von", "jr", "sr", "jr.", "sr."}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """All mentions of one name-bearer."""

    sort: Sort
    entry: Entry | None
    """The row of the tables of states and organisations."""
    mentions: tuple[RawMention, ...]


def who_is_who(mentions: Sequence[RawMention]) -> tuple[Named, ...]:
    """Bring the mentions of each name-bearer together, in the order of their first mention."""
    settled = _settle_sorts(mentions)
    people = _people([mention for mention in settled if mention.sort == "person"])
    organisations = _organisations([mention for mention in settled if mention.sort == "organisation"])
    groups: dict[tuple[str, str], list[RawMention]] = {}
    for mention in settled:
        surface = key(mention.text)
        if mention.sort == "person":
            group = ("person", people[surface])
        elif mention.entry is not None and mention.sort == "seat" and mention.setting:
            group = ("place", surface)
        elif mention.entry is not None:
            group = ("known", mention.entry.name)
        elif mention.sort == "organisation":
            group = organisations[surface]
        else:
            group = (mention.sort, surface)
        groups.setdefault(group, []).append(mention)
    return tuple(_named(family, members) for (family, _), members in groups.items())


def _named(family: str, members: list[RawMention]) -> Named:
    entry = next((mention.entry for mention in members if mention.entry), None)
    if family == "place":
        return Named(sort="place", entry=None, mentions=tuple(members))
    if family == "known" and entry is not None:
        return Named(sort="state" if entry.kind == "state" else "organisation", entry=entry, mentions=tuple(members))
    return Named(sort=members[0].sort, entry=None, mentions=tuple(members))


def _settle_sorts(mentions: Sequence[RawMention]) -> list[RawMention]:
    """Take each surface for what it mostly is, and a lone surname for the person whose full name is printed."""
    votes: dict[str, Counter[Sort]] = {}
    for mention in mentions:
        if mention.entry is None:
            votes.setdefault(key(mention.text), Counter())[mention.sort] += 1
    surnames = Surnames(
        part
        for mention in mentions
        if mention.sort == "person" and mention.entry is None and " " in mention.text
        for part in (key(mention.text).split()[-1], key(mention.text).split()[0])
    )
    settled = []
    for mention in mentions:
        surface = key(mention.text)
        if mention.entry is not None:
            settled.append(mention)
        elif surface in surnames or (" " not in surface and surnames.variant(surface)):
            settled.append(replace(mention, sort="person"))
        else:
            # A tie goes to the first sort seen.
            settled.append(replace(mention, sort=votes[surface].most_common(1)[0][0]))
    return settled


def _people(mentions: Sequence[RawMention]) -> dict[str, str]:
    """Give for each surface the fullest surface of the same person."""
    surfaces = list(dict.fromkeys(key(mention.text) for mention in mentions))
    full = [surface for surface in surfaces if " " in surface]
    alone = frozenset(surface for surface in surfaces if " " not in surface)
    canonical: dict[str, str] = {}
    for name in sorted(full, key=lambda surface: (-len(surface.split()), surfaces.index(surface))):
        canonical[name] = next((canonical[other] for other in canonical if _same_person(name, other)), name)
    for surface in surfaces:
        if surface not in canonical:
            canonical[surface] = _bearer(surface, full, canonical, alone)
    return canonical


def _same_person(shorter: str, longer: str) -> bool:
    """Compare two names of several words: initials and particles aside, each word of the shorter stands in the longer."""
    few, many = _words(shorter), _words(longer)
    if not few or not many or not is_variant(few[-1], many[-1]):
        return False
    return all(any(is_variant(word, other) for other in many) for word in few)


def _words(name: str) -> list[str]:
    return [word for word in name.split() if word not in _PARTICLES and not _INITIAL.match(word.upper())]


def _bearer(surface: str, full: Sequence[str], canonical: dict[str, str], alone: frozenset[str]) -> str:
    """Give the full name that a single word belongs to: as a surname, spelt alike, or else as its first word ("Xi").

    The first word stands for the person only where the last never does alone: beside "Syrskyi" a lone "Oleksandr" is
    somebody else than Oleksandr Syrskyi.
    """
    for name in full:
        if name.split()[-1] == surface:
            return canonical[name]
    for name in full:
        if is_variant(surface, name.split()[-1]):
            return canonical[name]
    for name in full:
        if name.split()[0] == surface and name.split()[-1] not in alone:
            return canonical[name]
    return surface


def _organisations(mentions: Sequence[RawMention]) -> dict[str, tuple[str, str]]:
    """Give for each surface the group it belongs to: by table, by initials, by the end of a longer name."""
    printed = {key(mention.text): mention for mention in mentions}
    groups: dict[str, tuple[str, str]] = {}
    for surface in sorted(printed, key=lambda name: (-len(name.split()), list(printed).index(name))):
        entry = printed[surface].entry
        longer = (groups[other] for other in groups if _shortens(surface, printed[surface].text, other))
        groups[surface] = ("known", entry.name) if entry else next(longer, ("organisation", surface))
    return groups


def _shortens(surface: str, printed: str, longer: str) -> bool:
    many = longer.split()
    if printed.isupper() and len(surface) > 1 and " " not in surface:
        return surface == "".join(word[0] for word in many if word not in {"of", "for", "and", "the", "on", "in"})
    few = surface.split()
    # "Marshall Fund" for "German Marshall Fund"; a single last word ("Fund") may be another's.
    return len(few) > 1 and many[-len(few) :] == few
