"""Bytes -> a history of a briefing: what happens to its source, and what the machine drafts from it.

A history is read from bytes, a few for each decision, so that thousands run in seconds and Hypothesis can still shrink
them: a zero ends it or chooses the plainest thing. `World` keeps a ledger beside the program: what the editor wrote and
what the editor took out, by the editor's own doing and not by what the program remembers.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.model.briefing import (
    Actor,
    Briefing,
    Caution,
    Evidence,
    Question,
    Source,
    Takeaway,
    WatchItem,
)
from briefgen.model.folding import Folded
from tests.strategies import SECTIONS, with_section

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.model.draft import LastDraft

Value = TypeVar("Value")

SUBJECTS = (
    "harbour board",
    "ferry company",
    "mayor",
    "union",
    "court",
    "ministry",
    "residents",
    "engineers",
    "council",
)
ACTS = ("opened", "sold", "warned of", "rejected", "stopped", "paid for", "welcomed", "examined")
THINGS = ("gate", "old boat", "delay", "offer", "sale", "bridge", "night line", "crane", "budget", "tower")
NAMES = ("Ada Quist", "Quist", "Harbour Board", "Bo Lind", "Norland", "Port Union", "Mayor Ek", "Ek", "A. Quist")
MINE = "editor’s"
"""Stands in every text that an editor writes and in none that the machine drafts."""
OPTIONAL = ("role", "said_by", "when", "position", "where", "answer", "outcome")


class Choices:
    """Decisions taken from bytes; when these are used up every decision is the first one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self, below: int) -> int:
        """Give a number from 0 on."""
        found = self._data[self._at] if self._at < len(self._data) else 0
        self._at += 1
        return found % below

    def of(self, values: Sequence[Value]) -> Value:
        """Give one of the values."""
        return values[self.number(len(values))]

    def once_in(self, times: int) -> bool:
        """Tell whether something that seldom happens does."""
        return self.number(times) == times - 1

    def some(self, values: Sequence[Value], most: int) -> list[Value]:
        """Give some of the values, each once, in an order of their own."""
        left = list(values)
        return [left.pop(self.number(len(left))) for _ in range(min(self.number(most + 1), len(values)))]


@dataclass(slots=True)
class World:
    """A briefing's file, what the machine remembers of it, the source, and the ledger."""

    choices: Choices
    sentences: list[str] = field(default_factory=list)
    edited: Briefing | None = None
    """The editor's file; None where there is none."""
    last: LastDraft | None = None
    fresh: Briefing | None = None
    """What the machine drafted last, merged or waiting."""
    drafted: set[tuple[str, Any]] = field(default_factory=set)
    """Every entry that the machine ever drafted, as far as its memory goes back, with its section."""
    gone: set[tuple[str, Any]] = field(default_factory=set)
    """Drafted entries that the editor took out, with their section."""
    unseen: set[tuple[str, Any]] = field(default_factory=set)
    """Those of them that no merge has seen missing yet."""
    touched: bool = False
    """Whether an editor ever did something."""
    mixed: bool = False
    """Whether the file and the memory came from two branches: then the memory knows but some of the file's entries."""
    count: int = 0
    """Of the texts that the editor wrote, of sentences made and of versions of the source."""

    def branch(self) -> World:
        """Give the world as it is, for whoever goes on from here in another branch."""
        return replace(
            self,
            sentences=list(self.sentences),
            drafted=set(self.drafted),
            gone=set(self.gone),
            unseen=set(self.unseen),
        )

    def take(self, branch: World) -> None:
        """Go on from a branch; texts are counted on, so that no two branches write the same."""
        for one in fields(World):
            if one.name not in {"choices", "count", "touched"}:
                value = getattr(branch, one.name)
                setattr(self, one.name, type(value)(value) if isinstance(value, list | set) else value)

    def locate(self, quote: str) -> tuple[int, int] | None:
        """Find a quote in the source as it is now."""
        return _folded(" ".join(self.sentences)).find(quote)

    def write(self) -> str:
        """Give a text that nobody wrote before."""
        self.count += 1
        return f"{MINE} words {self.count}"


@lru_cache(maxsize=8)
def _folded(text: str) -> Folded:
    return Folded(text)


# ------------------------------------------------------------------------------------------------------ the source


def new_sentence(world: World) -> str:
    """Make a sentence that no source had before."""
    choices = world.choices
    world.count += 1
    return f"The {choices.of(SUBJECTS)} {choices.of(ACTS)} the {choices.of(THINGS)} on day {world.count}."


def change_source(world: World) -> None:
    """Do to the source what a newspaper might: nothing, changes here and there, or another text altogether."""
    choices = world.choices
    if not world.sentences or choices.once_in(12):
        world.sentences = [new_sentence(world) for _ in range(6)]
        return
    for _ in range(choices.number(4)):
        at = choices.number(len(world.sentences))
        kind = choices.of(("changed", "gone", "moved", "new"))
        if kind == "gone" and len(world.sentences) > 2:
            del world.sentences[at]
        elif kind == "moved":
            world.sentences.insert(choices.number(len(world.sentences)), world.sentences.pop(at))
        elif kind == "new":
            world.sentences.insert(at, new_sentence(world))
        else:
            world.sentences[at] = world.sentences[at].replace("the ", "the new ", 1)


# ------------------------------------------------------------------------------------------------------ the machine


def draft(world: World) -> Briefing:
    """Draft what a machine might from the source as it is now; often the same again with a few changes."""
    choices = world.choices
    version = f"{len(world.sentences):x}{abs(hash_of(' '.join(world.sentences))):x}"
    source = Source(file="seeds/ferry.txt", sha256=(version * 64)[:64])
    if world.fresh is not None and not choices.once_in(3):
        briefing = replace(world.fresh, sources=(source,))
        for _ in range(choices.number(4)):
            briefing = _redrafted(world, briefing)
    else:
        briefing = Briefing(
            id="ferry",
            title=_words(choices),
            date=choices.of((None, dt.date(2026, 1, 31), dt.date(2026, 2, 1))),
            summary=choices.of((None, _words(choices))),
            topics=tuple(choices.some(("Ports", "Trade", "Law"), 2)),
            sources=(source,),
        )
        for section in SECTIONS:
            items = [entry_of(world, section) for _ in range(choices.number(4))]
            briefing = with_section(briefing, section, items)
    briefing = replace(briefing, id="ferry")
    world.drafted |= {(section, entry) for section in SECTIONS for entry in getattr(briefing, section)}
    return briefing


def hash_of(text: str) -> int:
    """Give a number for a text that is the same in every run."""
    return sum((at + 1) * ord(character) for at, character in enumerate(text))


def _words(choices: Choices) -> str:
    return f"machine wording {choices.number(12)}"


def _rests_on(world: World) -> tuple[Evidence, ...]:
    choices = world.choices
    found = [choices.of(world.sentences)]
    if choices.once_in(5):
        found.append(choices.of(world.sentences))
    quotes = [quote[4:-3] if choices.once_in(6) else quote for quote in found]
    return tuple(Evidence(quote=quote) for quote in dict.fromkeys(quotes))


def entry_of(world: World, section: str) -> Any:  # noqa: ANN401 - an entry of the section
    """Make an entry of a section as a machine would."""
    choices = world.choices
    makers: dict[str, Callable[[], Any]] = {
        "takeaways": lambda: Takeaway(
            text=_words(choices),
            kind=choices.of(("reported", "claim")),
            said_by=choices.of((None, "Ek", "Quist")),
            evidence=_rests_on(world),
        ),
        "actors": lambda: Actor(
            name=choices.of(NAMES),
            kind=choices.of(("person", "organisation")),
            role=choices.of((None, "mayor", "chair")),
            aliases=tuple(choices.some(NAMES, 2)),
            evidence=_rests_on(world),
        ),
        "open_questions": lambda: Question(text=_words(choices), evidence=_rests_on(world)),
        "watch": lambda: WatchItem(
            text=_words(choices), when=choices.of((None, "soon", "in May")), evidence=_rests_on(world)
        ),
        "cautions": lambda: Caution(
            text=choices.of(
                ("The article gives no date.", "One source only.", f"Written by hand on {_words(choices)}.")
            )
        ),
    }
    return makers[section]()


def _redrafted(world: World, briefing: Briefing) -> Briefing:
    """Change a thing in a draft: an entry comes, goes, moves or is worded anew."""
    choices = world.choices
    kind = choices.of(("worded", "comes", "goes", "moves", "title", "summary", "topics"))
    if kind == "title":
        return replace(briefing, title=_words(choices))
    if kind == "summary":
        return replace(briefing, summary=choices.of((None, _words(choices))))
    if kind == "topics":
        return replace(briefing, topics=tuple(choices.some(("Ports", "Trade", "Law"), 2)))
    section = choices.of(SECTIONS)
    items = list(getattr(briefing, section))
    if kind == "comes" or not items:
        items.insert(choices.number(len(items) + 1), entry_of(world, section))
    else:
        item = items.pop(choices.number(len(items)))
        if kind == "moves":
            items.insert(choices.number(len(items) + 1), item)
        elif kind == "worded":
            other = entry_of(world, section)
            name = choices.of([one.name for one in fields(other) if one.name != "waived"])
            items.insert(choices.number(len(items) + 1), replace(item, **{name: getattr(other, name)}))
    return with_section(briefing, section, items)
