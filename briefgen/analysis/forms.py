"""Forms of names -> the fullest form of the same bearer, for people and for organisations.

Every form is looked up in indexes of the longer ones, so that the cost grows with the number of names only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from briefgen.analysis.bodies import BODIES
from briefgen.analysis.spelling import BEGINNING, MOST_ALIKE, is_variant

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

_INITIAL = re.compile(r"^[a-z]\.?$")
_PARTICLES = frozenset("al bin ben de del der di el ibn la le van von jr sr jr. sr.".split())
_YOUNGER = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_SMALL = frozenset({"of", "for", "and", "the", "on", "in"})
_SHORT_ACRONYM = 2  # letters

_Key = TypeVar("_Key", bound="Hashable")


def fullest_of_people(surfaces: Sequence[str], introduced: AbstractSet[str]) -> dict[str, str]:
    """Give for each form the fullest form of the same person.

    Args:
        surfaces: The forms as `spelling.key` gives them, each once, in the order of the text.
        introduced: Those that the text introduces with an occupation of their own.
    """
    order = {surface: place for place, surface in enumerate(surfaces)}
    full = sorted((one for one in surfaces if " " in one), key=lambda one: (-len(one.split()), order[one]))
    canonical = _full_names(full, introduced)
    by_first: dict[str, list[str]] = {}
    by_last: dict[str, list[str]] = {}
    by_beginning: dict[str, list[str]] = {}
    for name in sorted(full, key=order.__getitem__):
        parts = name.split()
        _add(by_first, parts[0], name)
        _add(by_last, parts[-1], name)
        if parts[-1] in _YOUNGER and len(parts) > 2:  # noqa: PLR2004  # a first name, a surname, "Jr."
            _add(by_last, parts[-2].rstrip(","), name)
        if "-" in parts[-1]:
            _add(by_last, parts[-1].rsplit("-", 1)[-1], name)  # "Gonzalez" of "Ana Diez-Gonzalez"
        _add(by_beginning, parts[-1][:BEGINNING], name)
    for surface in surfaces:
        if surface in canonical:
            continue
        alike = by_beginning.get(surface[:BEGINNING], [])[:MOST_ALIKE]
        variants = (name for name in alike if is_variant(surface, name.split()[-1]))
        # Beside "Lindqvist", "Anders, a sailor" is somebody else than Anders Lindqvist.
        own = surface in introduced
        firsts = (name for name in by_first.get(surface, ()) if not (own and name.split()[-1] in order))
        bearer = next((found for names in (by_last.get(surface, ()), variants, firsts) for found in names), None)
        canonical[surface] = canonical[bearer] if bearer else surface
    return canonical


def _full_names(full: Iterable[str], introduced: AbstractSet[str]) -> dict[str, str]:
    """Bring names of several words together, the longest given first.

    "President Nils Dahl" beside "Nils Dahl Jr." is his father, whom the text introduces by an office of his own.
    """
    canonical: dict[str, str] = {}
    by_prefix: dict[tuple[str, ...], list[str]] = {}
    by_last: dict[str, list[str]] = {}
    for name in full:
        few = _words(name)
        alike = (
            (other for other in by_last.get(few[-1][:BEGINNING], [])[:MOST_ALIKE] if _same_person(few, _words(other)))
            if few
            else ()
        )
        # "Lena Marsal" for "Lena Marsal Quintero".
        longer = by_prefix.get(tuple(few), ()) if len(few) > 1 else ()
        homes = (found for names in (longer, alike) for found in names)
        home = next((found for found in homes if not (name in introduced and _without_younger(found) == name)), None)
        canonical[name] = canonical[home] if home else name
        for length in range(2, len(few) + 1):
            _add(by_prefix, tuple(few[:length]), name)
        if few:
            _add(by_last, few[-1][:BEGINNING], name)
    return canonical


def _without_younger(name: str) -> str | None:
    """Give the name before "Jr."; None where it has none."""
    before, _, last = name.rpartition(" ")
    return before.rstrip(",") if last in _YOUNGER else None


def _same_person(few: Sequence[str], many: Sequence[str]) -> bool:
    """Tell whether the last words are one and each word of the shorter name stands in the longer."""
    if not many or not is_variant(few[-1], many[-1]):
        return False
    return all(any(is_variant(word, other) for other in many) for word in few)


def _words(name: str) -> list[str]:
    return [word for word in name.split() if word not in _PARTICLES and not _INITIAL.match(word)]


def fullest_of_organisations(printed: Mapping[str, str], outlets: AbstractSet[str]) -> dict[str, str]:
    """Give for each form the fullest form of the same organisation.

    Args:
        printed: For each form, as `spelling.key` gives it, how the text prints it first; in the order of the text.
        outlets: The forms that are known as newspapers, broadcasters or agencies.

    Returns:
        By initials ("OFAC"), by the end of a longer name ("Marshall Fund"), by a body's word that stands in one longer name
        only ("the Academy"), by the last word of an outlet ("the Post").
    """
    order = {surface: place for place, surface in enumerate(printed)}
    canonical: dict[str, str] = {}
    by_initials: dict[str, list[str]] = {}
    by_end: dict[tuple[str, ...], list[str]] = {}
    by_word: dict[str, list[str]] = {}
    for surface in sorted(printed, key=lambda one: (-len(one.split()), order[one])):
        parts = tuple(surface.split())
        if len(parts) > 1:
            homes = by_end.get(parts, [])
        else:
            homes = by_initials.get(surface, []) if printed[surface].isupper() and len(surface) > 1 else []
            # One word belongs to a longer name only if there is no second that it fits.
            homes = homes or (by_word.get(surface, []) if len(set(by_word.get(surface, ()))) == 1 else [])
        canonical[surface] = home = homes[0] if homes else surface
        for initials in _initials(parts):
            _add(by_initials, initials, home)
        for start in range(len(parts) - 1):
            _add(by_end, parts[start:], home)
        words = {part for part in parts if part in BODIES} | ({parts[-1]} if surface in outlets else set())
        for word in sorted(words) if len(parts) > 1 else ():
            _add(by_word, word, home)
    return canonical


def _initials(parts: Sequence[str]) -> list[str]:
    """Give the initials of a name, also without the nationality before it: "OPFI", "U.S. Office of Pier and Ferry Inspection"."""
    letters = "".join(part[0] for part in parts if part not in _SMALL)
    every = "".join(part[0] for part in parts)  # "DOT", "Department of Tides"
    before = "".join(part[0] for part in parts[: parts.index("and")] if part not in _SMALL) if "and" in parts else ""
    rest = dict.fromkeys((letters[1:], every, before))
    return [letters, *(one for one in rest if len(one) > _SHORT_ACRONYM and one != letters)] if len(letters) > 1 else []


def _add(index: dict[_Key, list[str]], where: _Key, name: str) -> None:
    index.setdefault(where, []).append(name)
