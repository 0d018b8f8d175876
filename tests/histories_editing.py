"""What editors do to their file in a history, and the ledger of what they wrote and took out."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from briefgen.model.briefing import Correction, Evidence, Waiver
from tests.histories import MINE, OPTIONAL, entry_of
from tests.strategies import SECTIONS, with_section

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.briefing import Briefing
    from tests.histories import World


def edit(world: World) -> None:
    """Do one thing to the file that an editor might."""
    world.touched = True
    assert world.edited is not None
    choices = world.choices
    world.edited = choices.of(_EDITS)(world, world.edited)


def _own_field(world: World, briefing: Briefing) -> Briefing:
    name = world.choices.of(("title", "summary", "no summary", "no topics", "topics", "date", "no date"))
    values: dict[str, Callable[[], dict[str, Any]]] = {
        "title": lambda: {"title": world.write()},
        "summary": lambda: {"summary": world.write()},
        "no summary": lambda: {"summary": None},
        "topics": lambda: {"topics": (world.write(), *briefing.topics)},
        "no topics": lambda: {"topics": briefing.topics[1:]},
        "date": lambda: {"date": dt.date(2025, 12, 24)},
        "no date": lambda: {"date": None},
    }
    return replace(briefing, **values[name]())


def _trail(world: World, briefing: Briefing) -> Briefing:
    name = world.choices.of(("status", "reviewed", "corrections", "waived"))
    values: dict[str, Callable[[], dict[str, Any]]] = {
        "status": lambda: {"status": world.choices.of(("draft", "reviewed", "published", "withdrawn"))},
        "reviewed": lambda: {"reviewed_by": world.write(), "reviewed_on": dt.date(2026, 3, 1)},
        "corrections": lambda: {
            "corrections": (Correction(date=dt.date(2026, 3, 2), was=world.write(), now=world.write()),)
        },
        "waived": lambda: {"waived": (Waiver(code="date-differs", reason=world.write()),)},
    }
    return replace(briefing, **values[name]())


def _reword(world: World, briefing: Briefing) -> Briefing:
    """Change a field of an entry, or take it out."""
    choices = world.choices
    section = choices.of(SECTIONS)
    items = list(getattr(briefing, section))
    if not items:
        return briefing
    at = choices.number(len(items))
    names = [one.name for one in fields(items[at]) if one.name in {"text", "name", "aliases", "waived", *OPTIONAL}]
    name = choices.of(names)
    values: dict[str, Any] = {
        "aliases": (*getattr(items[at], "aliases", ())[1:], world.write()),
        "waived": (Waiver(code="too-long", reason=world.write()),),
    }
    value = values.get(name) or (None if name in OPTIONAL and choices.once_in(3) else world.write())
    items[at] = replace(items[at], **{name: value})
    return with_section(briefing, section, items)


def _requote(world: World, briefing: Briefing) -> Briefing:
    """Change an evidence quote: trim it, quote another sentence, or make a slip."""
    choices = world.choices
    section = choices.of(SECTIONS[:-1])
    items = list(getattr(briefing, section))
    at = choices.number(len(items) or 1)
    if not items or not items[at].evidence:
        return briefing
    quote = items[at].evidence[0].quote
    new = choices.of((quote[4:], choices.of(world.sentences), quote.replace("the", "th", 1)))
    evidence = (Evidence(quote=new or quote), *items[at].evidence[1:])
    items[at] = replace(items[at], evidence=evidence)
    return with_section(briefing, section, items)


def _delete(world: World, briefing: Briefing) -> Briefing:
    section = world.choices.of(SECTIONS)
    items = list(getattr(briefing, section))
    if items:
        item = items.pop(world.choices.number(len(items)))
        if not any(_like(item, other) for other in items):  # of two copies the other may be meant
            note_deletion(world, section, item)
    return with_section(briefing, section, items)


def settle(world: World) -> None:
    """Strike from the ledger what is there in other words: the editor wrote it anew instead of taking it out."""
    for section, entry in sorted(world.unseen, key=repr):
        if any(_like(entry, other) for other in getattr(world.edited, section, ())):
            world.gone.discard((section, entry))
    world.unseen.clear()


def _like(one: Any, other: Any) -> bool:  # noqa: ANN401 - entries of one section
    """Tell whether two entries rest on the same, or say the same: then one of them is a copy in whatever words."""
    quotes = [[quote.quote for quote in getattr(entry, "evidence", ())] for entry in (one, other)]
    shared = any(first in second or second in first for first in quotes[0] for second in quotes[1])
    names = [{getattr(entry, "name", None) or entry.text, *getattr(entry, "aliases", ())} for entry in (one, other)]
    return shared or not names[0].isdisjoint(names[1])


def note_deletion(world: World, section: str, item: Any) -> None:  # noqa: ANN401 - an entry of the section
    """Note in the ledger that the editor took an entry out; one that was written by hand the machine never had.

    Without a last draft nobody can tell later what was taken out.
    """
    plain = replace(item, waived=()) if hasattr(item, "waived") else item
    if world.last is None or (section, plain) not in world.drafted:
        return
    known = (*getattr(world.last.briefing, section), *(one.item for one in world.last.retired))
    if not world.mixed or plain in known:
        world.gone.add((section, plain))
        world.unseen.add((section, plain))


def _add(world: World, briefing: Briefing) -> Briefing:
    choices = world.choices
    section = choices.of(SECTIONS)
    items = list(getattr(briefing, section))
    entry = entry_of(world, section)
    words = "name" if section == "actors" else "text"
    evidence = {} if section == "cautions" or choices.once_in(2) else {"evidence": ()}
    items.insert(choices.number(len(items) + 1), replace(entry, **{words: world.write()}, **evidence))
    return with_section(briefing, section, items)


def _split(world: World, briefing: Briefing) -> Briefing:
    """Make two of one entry: a copy in other words, or one for each of its quotes."""
    choices = world.choices
    section = choices.of(SECTIONS)
    items = list(getattr(briefing, section))
    if not items:
        return briefing
    at = choices.number(len(items))
    words = "name" if section == "actors" else "text"
    copy = replace(items[at], **{words: world.write()})
    if section != "cautions" and len(copy.evidence) > 1 and choices.once_in(2):
        items[at] = replace(items[at], evidence=copy.evidence[:1])
        copy = replace(copy, evidence=copy.evidence[1:])
    items.insert(at + choices.number(2), copy)
    return with_section(briefing, section, items)


def _reorder(world: World, briefing: Briefing) -> Briefing:
    choices = world.choices
    section = choices.of(SECTIONS)
    items = list(getattr(briefing, section))
    if items:
        item = items.pop(choices.number(len(items)))
        items.insert(choices.number(len(items) + 1), item)
    return with_section(briefing, section, items)


_EDITS = (_reword, _delete, _own_field, _add, _reorder, _split, _requote, _trail)


def both_sides(one: Briefing, other: Briefing) -> Briefing:
    """Resolve a conflict by hand: the one side's file, with the other side's entries that it has not."""
    for section in SECTIONS:
        mine = getattr(one, section)
        more = tuple(entry for entry in getattr(other, section) if entry not in mine)
        one = with_section(one, section, (*mine, *more))
    return one


def mine_in(briefing: Briefing) -> set[tuple[str, str, Any]]:
    """Give every value of the briefing that the editor wrote, with the section and the field where it stands."""
    found: set[tuple[str, str, Any]] = set()
    for name in (one.name for one in fields(briefing)):
        value = getattr(briefing, name)
        if name in SECTIONS:
            found |= {(name, part, text) for entry in value for part, text in _parts(entry)}
        else:
            texts = value if name == "topics" else (value,)
            found |= {("", name, text) for text in texts if MINE in str(text)}
    return found


def _parts(entry: Any) -> list[tuple[str, Any]]:  # noqa: ANN401 - any entry
    found: list[tuple[str, Any]] = []
    for one in fields(entry):
        value = getattr(entry, one.name)
        texts = value if one.name in {"aliases", "waived", "evidence"} else (value,)
        found += [(one.name, text) for text in texts if MINE in str(text)]
    return found
