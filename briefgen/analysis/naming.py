"""Raw mentions -> who is who: the forms of one name brought together within an article.

Within one article a surname means the person whose full name it prints; what is not printed is never guessed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.analysis.bodies import BODIES
from briefgen.analysis.forms import fullest_of_organisations, fullest_of_people
from briefgen.analysis.gazetteer import Organisation
from briefgen.analysis.namesakes import bearers, named_in_tables, without_common_words
from briefgen.analysis.peoples import is_part_of_world, people_key
from briefgen.analysis.roles import is_company, is_persons, role_of
from briefgen.analysis.spelling import Surnames, has_surname_ending, key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.analysis.gazetteer import Entry
    from briefgen.analysis.mentions import RawMention
    from briefgen.analysis.spotting import Sort
    from briefgen.model.analysis import StorySentence

_LONGEST_PERSON = 3  # words
_HE_OR_SHE = frozenset({"he", "she", "his", "him"})
_NEAR = 8  # mentions behind, more than two sentences hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """All mentions of one name-bearer."""

    sort: Sort
    entry: Entry | None
    """The row of the tables of states and organisations."""
    mentions: tuple[RawMention, ...]


def who_is_who(mentions: Sequence[RawMention], sentences: Sequence[StorySentence]) -> tuple[Named, ...]:
    """Bring the mentions of each name-bearer together, in the order of their first mention."""
    mentions = without_common_words(named_in_tables(mentions), sentences)
    roles = _roles(mentions, sentences)
    officers = frozenset(surface for surface, role in roles.items() if is_persons(role))
    settled = _settle_sorts(mentions, officers | _called_he_or_she(mentions, sentences))
    people = fullest_of_people(_surfaces(settled, "person"), roles.keys())
    organisations = _organisations([mention for mention in settled if mention.sort == "organisation"])
    groups: dict[tuple[str, str], list[RawMention]] = {}
    for mention, bearer in zip(settled, bearers(settled, people, sentences), strict=True):
        surface = key(mention.text)
        if bearer is not None:
            group = ("person", bearer)
        elif mention.entry is not None and mention.sort == "seat" and mention.setting:
            group = ("place", surface)
        elif mention.entry is not None:
            group = ("known", mention.entry.name)
        elif mention.sort == "organisation":
            group = organisations[surface]
        else:
            group = (mention.sort, people_key(surface))
        groups.setdefault(group, []).append(mention)
    return tuple(_named(family, members) for (family, _), members in groups.items())


def _named(family: str, members: list[RawMention]) -> Named:
    entry = next((mention.entry for mention in members if mention.entry), None)
    if family == "place":
        return Named(sort="place", entry=None, mentions=tuple(members))
    if family == "known" and entry is not None:
        return Named(sort="state" if entry.kind == "state" else "organisation", entry=entry, mentions=tuple(members))
    return Named(sort=members[0].sort, entry=None, mentions=tuple(members))


def _roles(mentions: Sequence[RawMention], sentences: Sequence[StorySentence]) -> dict[str, str]:
    """Give for each surface outside the tables the role with which the text introduces it, bodies left out."""
    found: dict[str, str] = {}
    for mention in mentions:
        surface = key(mention.text)
        if (
            mention.entry is None
            and surface not in found
            and surface.split()[-1:]
            and surface.split()[-1] not in BODIES
        ):
            role = role_of([mention], sentences)
            if role is not None and not is_company(role[0]):
                found[surface] = role[0]
    return found


def _called_he_or_she(mentions: Sequence[RawMention], sentences: Sequence[StorySentence]) -> frozenset[str]:
    """Give the surfaces that are a subject and then "he" or "she", with no person named between."""
    found: set[str] = set()
    for place, mention in enumerate(mentions):
        parts = mention.text.split()
        if mention.entry is not None or mention.sort not in {"organisation", "place"} or len(parts) > _LONGEST_PERSON:
            continue
        if not mention.subject or parts[-1].lower() in BODIES or mention.text.isupper():
            continue
        if mention.first and sentences[mention.sentence].tokens[mention.first - 1].text.lower() == "in":
            continue  # "people on the ground in Norvale searching …": a parse that makes a place the subject
        pronoun = _next_he_or_she(mention, sentences)
        behind = mentions[place + 1 : place + 1 + _NEAR]
        if pronoun is not None and not any(
            other.sort == "person" and (other.sentence, other.first) < pronoun for other in behind
        ):
            found.add(key(mention.text))
    return frozenset(found)


def _next_he_or_she(mention: RawMention, sentences: Sequence[StorySentence]) -> tuple[int, int] | None:
    """Give where the first "he" or "she" stands behind the mention: in its sentence, or opening the next."""
    tokens = sentences[mention.sentence].tokens
    for index in range(mention.last + 1, len(tokens)):
        if tokens[index].text in _HE_OR_SHE:
            return mention.sentence, index
    after = sentences[mention.sentence + 1] if mention.sentence + 1 < len(sentences) else None
    if after is not None and after.tokens and after.tokens[0].text in {"He", "She"}:
        return after.index, 0
    return None


def _settle_sorts(mentions: Sequence[RawMention], human: frozenset[str]) -> list[RawMention]:
    """Take each surface for what it mostly is, and for a person what only a person can be.

    A lone surname is the person whose full name is printed. Who has an office or is called "he" is a person ("President
    Melnytskyy", which the model takes for an organisation), and so is a name whose last word stands alone elsewhere
    ("Ribas Hernando", then "Hernando"). A lone word behind "in" or "near" is a place.
    """
    votes: dict[str, Counter[Sort]] = {}
    places: Counter[str] = Counter()
    for mention in mentions:
        if mention.entry is None:
            votes.setdefault(key(mention.text), Counter())[mention.sort] += 1
            # "in President Quist’s cabinet" is no place of that name.
            places[key(mention.text)] += mention.setting and not mention.modifies and " " not in mention.text
    sorts = {surface: _sort_of(surface, vote, votes, human) for surface, vote in votes.items()}
    surnames = Surnames(
        part
        for surface, sort in sorts.items()
        if sort == "person" and " " in surface
        for part in (surface.split()[-1], surface.split()[0], surface.rsplit("-", 1)[-1])
    )
    ends = {
        " ".join(parts[start:])
        for parts in (surface.split() for surface, sort in sorts.items() if sort == "person")
        for start in range(1, len(parts) - 1)
    }
    for surface, sort in sorts.items():
        if surface in ends or surface in surnames or (" " not in surface and surnames.variant(surface)):
            sorts[surface] = "person"
        elif places[surface] and sort == "person" and surface not in human:
            sorts[surface] = "place"
    return [
        mention
        if mention.entry is not None or is_part_of_world(key(mention.text))
        else replace(mention, sort=sorts[key(mention.text)])
        for mention in mentions
    ]


def _sort_of(surface: str, vote: Counter[Sort], seen: Mapping[str, Counter[Sort]], human: frozenset[str]) -> Sort:
    if surface in human:
        return "person"
    most = vote.most_common(1)[0][0]  # a tie goes to the first sort seen
    if most != "people" and " " not in surface and has_surname_ending(surface, town=most == "place"):
        return "person"
    parts = surface.split()
    if most == "organisation" and 1 < len(parts) <= _LONGEST_PERSON and parts[-1] in seen and parts[-1] not in BODIES:
        return "person"
    return most


def _surfaces(mentions: Sequence[RawMention], sort: Sort) -> list[str]:
    return list(dict.fromkeys(key(mention.text) for mention in mentions if mention.sort == sort))


def _organisations(mentions: Sequence[RawMention]) -> dict[str, tuple[str, str]]:
    """Give for each surface the group it belongs to: that of its row in the tables, or of its fullest form."""
    entries: dict[str, Entry] = {}
    printed: dict[str, str] = {}
    for mention in mentions:
        printed.setdefault(key(mention.text), mention.text)
        if mention.entry is not None:
            entries.setdefault(key(mention.text), mention.entry)
    outlets = {surface for surface, entry in entries.items() if isinstance(entry, Organisation) and entry.outlet}
    fullest = fullest_of_organisations(printed, outlets)
    # A row that knows one form knows them all: with "OFAC" the name that it shortens.
    known = {fullest[surface]: entry for surface, entry in reversed(entries.items())}
    groups: dict[str, tuple[str, str]] = {}
    for surface, full in fullest.items():
        entry = entries.get(surface) or known.get(full)
        groups[surface] = ("known", entry.name) if entry else ("organisation", full)
    return groups
