"""Raw mentions -> who is who: the forms of one name brought together within an article.

Within one article a surname means the person whose full name it prints; what is not printed is never guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.analysis.bodies import BODIES
from briefgen.analysis.roles import is_company, role_of
from briefgen.analysis.spelling import Surnames, is_variant, key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.analysis.gazetteer import Entry
    from briefgen.analysis.mentions import RawMention
    from briefgen.analysis.spotting import Sort
    from briefgen.model.analysis import StorySentence

_INITIAL = re.compile(r"^[A-Z]\.?$")
_SMALL = frozenset({"of", "for", "and", "the", "on", "in"})
_LONGEST_PERSON = 3  # words
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


def who_is_who(mentions: Sequence[RawMention], sentences: Sequence[StorySentence]) -> tuple[Named, ...]:
    """Bring the mentions of each name-bearer together, in the order of their first mention."""
    offices = _offices(mentions, sentences)
    settled = _settle_sorts(mentions, offices)
    people = _people([mention for mention in settled if mention.sort == "person"], offices)
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


def _offices(mentions: Sequence[RawMention], sentences: Sequence[StorySentence]) -> frozenset[str]:
    """Give the surfaces that the text introduces with an office or an occupation of a person."""
    return frozenset(
        key(mention.text)
        for mention in mentions
        if mention.entry is None and (role := role_of([mention], sentences)) is not None and not is_company(role[0])
    )


def _settle_sorts(mentions: Sequence[RawMention], offices: frozenset[str]) -> list[RawMention]:
    """Take each surface for what it mostly is, and for a person what only a person can be.

    A lone surname is the person whose full name is printed. Who has an office is a person ("President Zelenskyy", which
    the model takes for an organisation), and so is a name whose last word stands alone elsewhere ("Rivas Hernandez", then
    "Hernandez"); a lone word behind "in" or "near" is a place.
    """
    votes: dict[str, Counter[Sort]] = {}
    places: set[str] = set()
    for mention in mentions:
        if mention.entry is None:
            votes.setdefault(key(mention.text), Counter())[mention.sort] += 1
            if mention.setting and " " not in mention.text:
                places.add(key(mention.text))
    sorts = {surface: _sort_of(surface, vote, votes, offices) for surface, vote in votes.items()}
    surnames = Surnames(
        part
        for surface, sort in sorts.items()
        if sort == "person" and " " in surface
        for part in (surface.split()[-1], surface.split()[0])
    )
    for surface, sort in sorts.items():
        if surface in surnames or (" " not in surface and surnames.variant(surface)):
            sorts[surface] = "person"
        elif surface in places and sort == "person":
            sorts[surface] = "place"
    return [
        mention if mention.entry is not None else replace(mention, sort=sorts[key(mention.text)])
        for mention in mentions
    ]


def _sort_of(surface: str, vote: Counter[Sort], seen: Mapping[str, Counter[Sort]], offices: frozenset[str]) -> Sort:
    if surface in offices:
        return "person"
    most = vote.most_common(1)[0][0]  # a tie goes to the first sort seen
    parts = surface.split()
    if most == "organisation" and 1 < len(parts) <= _LONGEST_PERSON and parts[-1] in seen and parts[-1] not in BODIES:
        return "person"
    return most


def _people(mentions: Sequence[RawMention], offices: frozenset[str]) -> dict[str, str]:
    """Give for each surface the fullest surface of the same person."""
    surfaces = list(dict.fromkeys(key(mention.text) for mention in mentions))
    full = [surface for surface in surfaces if " " in surface]
    alone = frozenset(surface for surface in surfaces if " " not in surface)
    canonical: dict[str, str] = {}
    for name in sorted(full, key=lambda surface: (-len(surface.split()), surfaces.index(surface))):
        canonical[name] = next((canonical[other] for other in canonical if _same_person(name, other)), name)
    for surface in surfaces:
        if surface not in canonical:
            canonical[surface] = _bearer(surface, full, canonical, alone if surface in offices else frozenset())
    return canonical


def _same_person(shorter: str, longer: str) -> bool:
    """Compare two names of several words: initials and particles aside, each word of the shorter stands in the longer."""
    few, many = _words(shorter), _words(longer)
    if len(few) > 1 and many[: len(few)] == few:
        return True  # "Lamine Yamal", "Lamine Yamal Nasraoui Ebana"
    if not few or not many or not is_variant(few[-1], many[-1]):
        return False
    return all(any(is_variant(word, other) for other in many) for word in few)


def _words(name: str) -> list[str]:
    return [word for word in name.split() if word not in _PARTICLES and not _INITIAL.match(word.upper())]


def _bearer(surface: str, full: Sequence[str], canonical: dict[str, str], alone: frozenset[str]) -> str:
    """Give the full name that a single word belongs to: as a surname, spelt alike, or else as its first word ("Xi").

    Of two with that surname the first printed is meant. A first name with an occupation of its own ("Oleksandr, a
    soldier") is somebody else than Oleksandr Syrskyi where "Syrskyi" stands alone too.
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
    order = {surface: place for place, surface in enumerate(printed)}
    groups: dict[str, tuple[str, str]] = {}
    for surface in sorted(printed, key=lambda name: (-len(name.split()), order[name])):
        entry = printed[surface].entry
        longer = dict.fromkeys(groups[other] for other in groups if _shortens(surface, printed[surface].text, other))
        if entry:
            groups[surface] = ("known", entry.name)
        else:
            # One word ("the Academy") belongs to a longer name only if there is no second that it fits.
            alone = " " not in surface and len(longer) > 1
            groups[surface] = ("organisation", surface) if alone else next(iter(longer), ("organisation", surface))
    return groups


def _shortens(surface: str, printed: str, longer: str) -> bool:
    many = longer.split()
    few = surface.split()
    if printed.isupper() and len(surface) > 1 and len(few) == 1:
        return surface == "".join(word[0] for word in many if word not in _SMALL)
    # "Marshall Fund" for "German Marshall Fund", "the Academy" for "Academy of Arts".
    return (len(few) > 1 and many[-len(few) :] == few) or (len(few) == 1 and surface in BODIES and surface in many)
