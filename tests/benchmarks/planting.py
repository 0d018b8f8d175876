"""What all planters of errors share: the texts of a briefing, choices that are the same in every run, a planted error."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefgen.model.article import Article
    from briefgen.model.briefing import Actor, Briefing


T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """An article and the draft made of it."""

    article: Article
    briefing: Briefing


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A draft with one error that somebody could have made."""

    kind: str
    section: str
    index: int
    """Of the item that is wrong now, counted from 0 in its section."""
    was: str
    now: str
    briefing: Briefing


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A text of a briefing that says something of the story."""

    section: str
    index: int
    field: str
    text: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of error."""

    name: str
    plant: Callable[[Drafted], Iterator[Planted]]
    codes: frozenset[str]
    """Findings that name this error; any other on the same item counts as missed."""


def tellings(drafted: Drafted) -> Iterator[Telling]:
    """Give what a draft asserts: takeaways, positions, events ahead."""
    fields = {"takeaways": "text", "actors": "position", "watch": "text"}
    for section, field in fields.items():
        for index, item in enumerate(getattr(drafted.briefing, section)):
            text = getattr(item, field)
            if text:
                evidence = "\n".join(one.quote for one in item.evidence)
                yield Telling(section=section, index=index, field=field, text=text, evidence=evidence)


def changed(drafted: Drafted, section: str, index: int, **changes: Any) -> Briefing:  # noqa: ANN401  # any field's value
    """Give the briefing with other values in one of its items."""
    items = list(getattr(drafted.briefing, section))
    items[index] = replace(items[index], **changes)
    return replace(drafted.briefing, **{section: tuple(items)})  # type: ignore[arg-type]  # the section's own items


def retold(drafted: Drafted, kind: str, told: Telling, now: str) -> Planted:
    """Give the briefing in which one text says something else."""
    return Planted(
        kind=kind,
        section=told.section,
        index=told.index,
        was=told.text,
        now=now,
        briefing=changed(drafted, told.section, told.index, **{told.field: now}),
    )


def number_from(*seed: str) -> int:
    """Give a large number that depends on nothing but the seed."""
    return int.from_bytes(hashlib.sha256("\0".join(seed).encode()).digest()[:6], "big")


def some(options: Sequence[T], most: int, *seed: str) -> list[T]:
    """Give at most so many of the options, chosen by the seed, in their own order."""
    ranked = sorted(range(len(options)), key=lambda place: number_from(str(place), *seed))
    return [options[place] for place in sorted(ranked[:most])]


def replaced(match: re.Match[str], text: str, now: str) -> str:
    """Give the text with other words in the place of a match; its capital and single spaces are kept."""
    if match.group()[:1].isupper() and now and match.start() == 0:
        now = now[0].upper() + now[1:]
    told = re.sub(r"  +", " ", text[: match.start()] + now + text[match.end() :]).strip()
    return told[0].upper() + told[1:] if told and text[:1].isupper() else told


def substituted(
    drafted: Drafted,
    kind: str,
    pattern: re.Pattern[str],
    now: Callable[[re.Match[str], Telling], str | None],
    most: int = 2,
) -> Iterator[Planted]:
    """Plant where a pattern stands, at most so many times a text; None where no error would come of it."""
    for told in tellings(drafted):
        made = [
            replaced(match, told.text, other)
            for match in pattern.finditer(told.text)
            if (other := now(match, told)) is not None
        ]
        for text in some(made, most, kind, told.text):
            yield retold(drafted, kind, told, text)


def forms(actor: Actor) -> tuple[str, ...]:
    """Give what a text may call an actor, the longest first; a person also by the surname."""
    names = [actor.name, *actor.aliases]
    if actor.kind == "person":
        names.append(actor.name.split()[-1])
    return tuple(sorted(dict.fromkeys(names), key=lambda name: (-len(name), name)))


def naming(names: Iterable[str]) -> re.Pattern[str]:
    """Give the pattern of one of several names as whole words."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


def strangers(one: Actor, other: Actor) -> bool:
    """Tell whether two actors have no word of their names in common, nor a country its people: Russia, Russian forces."""

    def roots(actor: Actor) -> set[str]:
        words = re.findall(r"\w+", " ".join((actor.name, *actor.aliases)).casefold())
        return {word[:4] for word in words} - {"the", "of", "and"}

    return not roots(one) & roots(other)
