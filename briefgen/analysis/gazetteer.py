"""A word -> the state or organisation it stands for, from the tables in data/; and titles that are no part of a name.

The tables are curated: a small model takes "Kyiv" for a person and "Melnytskyy" for an organisation, a table does not.
They are read once, in about 30 ms.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.model.folding import fold

if TYPE_CHECKING:
    from briefgen.model.briefing import ActorKind

_POSSESSIVE = re.compile(r"'s$|(?<=[sS])'$")
_EARLIER = ("ex-", "then-", "former-")
_LINEAGE = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_LONGEST_QUALIFIER = 4  # words: "Department of Homeland Security" before "spokeswoman"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the tables: a state or an organisation."""

    name: str
    """The usual full name, without its article: `United States`, `Department of State`."""
    kind: ActorKind
    """What it is as an actor of a story."""
    aliases: tuple[str, ...] = ()
    """Other names and abbreviations."""
    seats: tuple[str, ...] = ()
    """Houses, streets and cities that stand for it when it acts: `Kremlin`, `Capitol Hill`."""
    ambiguous: tuple[str, ...] = ()
    """Its words, of any column, that often mean something else: `Georgia`, `Washington`, `House`."""

    def is_ambiguous(self, surface: str) -> bool:
        """Tell whether the surface, though it can stand for this entry, needs support from the context."""
        marked = {_key(word) for word in self.ambiguous}
        return any(form in marked for form in _forms(surface))


@dataclass(frozen=True, slots=True, kw_only=True)
class State(Entry):
    """A state, or a territory that is often in the news."""

    code: str
    """ISO 3166-1 alpha-2; XK for Kosovo."""
    kind: ActorKind = "state"
    adjectives: tuple[str, ...] = ()
    """`Russian`; the name itself where there is no other word."""
    demonyms: tuple[str, ...] = ()
    """Words for its people: the plural, and the singular where it differs from the adjective."""
    capitals: tuple[str, ...] = ()
    """Capitals and seats of government, as places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Entry):
    """An organisation, or an outlet that reports news."""

    outlet: bool
    """True for newspapers, broadcasters and news agencies: they report the story and are no actors in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """Words before a person's name that are no part of it; each list is sorted without regard to case."""

    honorifics: tuple[str, ...]
    """`Mr`, `Dr.`, `Sir`."""
    offices: tuple[str, ...]
    """`President`, `Sen.`, `Secretary-General`."""
    portfolios: tuple[str, ...]
    """What a minister or secretary is in charge of: `Foreign`, `Defence`."""
    ranks: tuple[str, ...]
    """`Lt. Gen.`, `Colonel`."""
    reigning: tuple[str, ...]
    """`Pope`, `King`: a first name alone follows, so that "Pope Francis" may be worth keeping whole."""
    roles: tuple[str, ...]
    """`spokesman`, `chief`, `analyst`."""
    qualifiers: tuple[str, ...]
    """`former`, `acting`: part of a title only where one follows."""

    def whole(self) -> Iterator[str]:
        """Give every title that can stand alone before a name, the offices of each portfolio among them."""
        yield from chain(self.honorifics, self.offices, self.ranks, self.reigning, self.roles)
        for portfolio in self.portfolios:
            yield f"{portfolio} Minister"
            yield f"{portfolio} Secretary"
            for article in ("", "the "):
                yield f"Minister of {article}{portfolio}"
                yield f"Minister for {article}{portfolio}"
                yield f"Secretary of {article}{portfolio}"


_Row = TypeVar("_Row", bound=Entry)
_Index = Mapping[str, tuple[_Row, ...]]


class Gazetteer:
    """The tables, with a look-up for each column.

    A surface is compared with case, since "us" is not "US"; without its leading "the", without a possessive ending,
    with apostrophes, dashes and white space of one kind. Words that need their article ("The Hague", "The Times") are
    found with it only. Where two entries claim a surface ("Congo", "Korean") a look-up gives None rather than guess:
    ask `candidates`, and let the context choose.
    """

    def __init__(self, states: tuple[State, ...], organisations: tuple[Organisation, ...], titles: Titles) -> None:
        """Take the rows in the order of the tables."""
        self.states = states
        self.organisations = organisations
        self.titles = titles
        self._state_names = _index((state, (state.name, *state.aliases)) for state in states)
        self._adjectives = _index((state, state.adjectives) for state in states)
        self._demonyms = _index((state, state.demonyms) for state in states)
        self._capitals = _index((state, state.capitals) for state in states)
        self._state_seats = _index((state, state.seats) for state in states)
        self._organisation_names = _index((row, (row.name, *row.aliases)) for row in organisations)
        self._organisation_seats = _index((row, row.seats) for row in organisations)
        self._columns: tuple[Mapping[str, tuple[Entry, ...]], ...] = (
            self._state_names,
            self._adjectives,
            self._demonyms,
            self._capitals,
            self._state_seats,
            self._organisation_names,
            self._organisation_seats,
        )
        self._beginnings = frozenset(
            form[:length] for column in self._columns for key in column for form in _forms(key) for length in (1, 2, 3)
        )
        self._titles = frozenset(title.casefold() for title in titles.whole())
        self._longest_title = max((len(title.split()) for title in self._titles), default=0)
        self._qualifiers = frozenset(word.casefold() for word in titles.qualifiers)

    def may_begin(self, word: str) -> bool:
        """Tell whether a name of the tables may begin with this word: a look at its first letters, for most words enough."""
        return word == "The" or fold(word)[:3] in self._beginnings

    def state_named(self, surface: str) -> State | None:
        """Give the state of this name or alias: "the U.S.", "Ivory Coast", "Ukraine’s"."""
        return _only(self._state_names, surface)

    def by_adjective(self, surface: str) -> State | None:
        """Give the state of this adjective: "Russian", "British", "US"."""
        return _only(self._adjectives, surface)

    def by_demonym(self, surface: str) -> State | None:
        """Give the state whose people are called so: "Britons", "the Chinese"."""
        return _only(self._demonyms, surface)

    def by_capital(self, surface: str) -> State | None:
        """Give the state of this capital: "Kyiv", "Washington, D.C."."""
        return _only(self._capitals, surface)

    def by_seat(self, surface: str) -> State | None:
        """Give the state whose government this house or street stands for: "the Kremlin", "No. 10"."""
        return _only(self._state_seats, surface)

    def organisation(self, surface: str) -> Organisation | None:
        """Give the organisation or outlet of this name or alias: "the Pentagon", "NATO", "AFP"."""
        return _only(self._organisation_names, surface)

    def organisation_by_seat(self, surface: str) -> Organisation | None:
        """Give the organisation that this place stands for: "Capitol Hill", "Brussels"."""
        return _only(self._organisation_seats, surface)

    def is_outlet(self, surface: str) -> bool:
        """Tell whether everything that bears this name reports news; "ABC" does in America and in Australia."""
        found = _claimants(self._organisation_names, surface)
        return bool(found) and all(row.outlet for row in found)

    def candidates(self, surface: str) -> tuple[Entry, ...]:
        """Give every entry that claims the surface in any column, states first, each once."""
        return tuple(dict.fromkeys(chain.from_iterable(_claimants(column, surface) for column in self._columns)))

    def is_title(self, surface: str) -> bool:
        """Tell whether the words are a title, or several: "former U.S. Secretary of State", "Lt. Gen."."""
        parts = fold(surface).split()
        return bool(parts) and len(parts) in self._title_ends(parts)

    def split_title(self, name: str) -> tuple[str, str]:
        """Part the titles before a person's name from the name itself.

        Args:
            name: A person as the text names them, white space folded.

        Returns:
            The titles ("former Kenyan President", empty where there are none) and the name ("Nils Dahl", never
            empty). A name that would leave nothing, or only "Jr.", keeps its first word: "King", "King Jr.".
        """
        parts = name.split()
        length = 0
        for end in self._title_ends([fold(part) for part in parts]):
            if any(part.casefold() not in _LINEAGE for part in parts[end:]):
                length = end
        return " ".join(parts[:length]), " ".join(parts[length:])

    def _title_ends(self, parts: Sequence[str]) -> Iterator[int]:
        """Give the index after each title at the beginning, one title after the other, with what qualifies them."""
        end = 0
        while True:
            start = end
            for begin in (start, self._after_qualifiers(parts, start)):
                found = self._title_end(parts, begin)
                end = max(end, found) if found > begin else end
            if end == start:
                return
            yield end

    def _after_qualifiers(self, parts: Sequence[str], begin: int) -> int:
        """Give the index after "former", "acting", "Russian", "White House": words that may belong to a title."""
        while begin < len(parts):
            ends = range(min(begin + _LONGEST_QUALIFIER, len(parts)), begin, -1)
            known = next((end for end in ends if self.candidates(" ".join(parts[begin:end]))), None)
            if known is not None:  # looked for first: "State Department" begins with a qualifier
                begin = known
            elif parts[begin].casefold() in self._qualifiers:
                begin += 1
            else:
                break
        return begin

    def _title_end(self, parts: Sequence[str], begin: int) -> int:
        """Give the index after the longest title that begins here; `begin` where there is none."""
        for end in range(min(begin + self._longest_title, len(parts)), begin, -1):
            title = " ".join(parts[begin:end]).casefold()
            if title in self._titles or any(title.removeprefix(prefix) in self._titles for prefix in _EARLIER):
                return end
        return begin


@cache
def gazetteer() -> Gazetteer:
    """Give the tables that come with briefgen; read at the first call, then kept."""
    states = _table("states.toml")["states"]
    organisations = _table("organisations.toml")["organisations"]
    return Gazetteer(
        tuple(State(**_frozen(row)) for row in states),
        tuple(Organisation(**_frozen(row)) for row in organisations),
        Titles(**_frozen(_table("titles.toml"))),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("briefgen.analysis").joinpath("data", name).read_text(encoding="utf-8"))


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _key(value: str) -> str:
    """Give the form under which a table's value is found: typography folded, a sentence's "The" as "the"."""
    folded = fold(value)
    return "the " + folded[4:] if folded.startswith("The ") else folded


@lru_cache(maxsize=4096)
def _forms(surface: str) -> tuple[str, ...]:
    """Give what a surface may be found under, the most literal first: "Moody's" is a name before it is a possessive.

    Kept for a while, since each surface is looked up in seven tables, and an article repeats its words.
    """
    whole = _key(surface)
    owner = _POSSESSIVE.sub("", whole)
    return tuple(dict.fromkeys((whole, whole.removeprefix("the "), owner, owner.removeprefix("the "))))


def _index(rows: Iterable[tuple[_Row, tuple[str, ...]]]) -> _Index[_Row]:
    index: dict[str, tuple[_Row, ...]] = {}
    for row, values in rows:
        for key in dict.fromkeys(map(_key, values)):
            index[key] = (*index.get(key, ()), row)
    return index


def _claimants(index: _Index[_Row], surface: str) -> tuple[_Row, ...]:
    for form in _forms(surface):  # asked 3,000 times an article: a generator would take twice as long
        if form in index:
            return index[form]
    return ()


def _only(index: _Index[_Row], surface: str) -> _Row | None:
    found = _claimants(index, surface)
    return found[0] if len(found) == 1 else None
