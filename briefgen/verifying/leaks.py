"""The words of files -> which of them are a draft's or a withdrawn briefing's, and may not stand there.

A text is looked for in stretches of eight words, so that a part of it is found as well; a shorter one whole. Each stretch is
kept under four words of it: a file's own fours are looked up there at once, so that a file takes as long with 50,000 texts
to look for as with five.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.verifying.findings import Finding
from briefgen.verifying.words import plain_text, word_lists, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from briefgen.verifying.secrets import Told
    from briefgen.verifying.words import Reading

STRETCH = 8
"""Words of a stretch."""
FEWEST_WORDS = 4
FEWEST_LETTERS = 20
"""What is shorter than these is not looked for: names, roles and dates stand everywhere."""
_KEY = 4
_LEFT_OVER = STRETCH // 2
"""A rest of a text that is shorter is not cut off from what stands before it."""
_SIGN = "\u0e00"
"""From here on a sign says about as much as two letters."""
# One for each, since a search for a text that is known by its beginning takes a tenth of the time.
_ADDRESSES = tuple(
    (folder, re.compile(rf"{folder}/([^/\s\"'<>?#()\[\]{{}}|\\^`,;&]+)(/?)"))
    for folder in ("briefings", "topics", "actors")
)
_CARDS = "cards/"
_SHOWN = 100
_MOST_IN_FILE = 20
"""Leaks of one file that are told."""


class Sought:
    """Texts that are looked for."""

    def __init__(self, texts: Iterable[Told] = ()) -> None:
        """Take the texts; one that several briefings hold is known by the first."""
        self._stretches: dict[str, Told] = {}
        for told in texts:
            if is_telling(told.words):
                for stretch in stretches(told.words):
                    self._stretches.setdefault(f" {' '.join(stretch)} ", told)
        self._index()

    def without(self, stretches: AbstractSet[str]) -> Sought:
        """Give all but these stretches, which may be published."""
        rest = Sought()
        rest._stretches = {stretch: told for stretch, told in self._stretches.items() if stretch not in stretches}
        rest._index()
        return rest

    def with_those_of(self, other: Sought) -> Sought:
        """Give these and those of another together."""
        both = Sought()
        both._stretches = self._stretches | other._stretches
        both._index()
        return both

    def _index(self) -> None:
        under: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for stretch in self._stretches:
            under[_key(stretch.split())].append(stretch)
        self._under = dict(under)
        self._keys = frozenset(under)

    def __len__(self) -> int:
        """Count the stretches."""
        return len(self._stretches)

    def stretches_in(self, words: Sequence[str]) -> list[str]:
        """Give the stretches that stand in a text, by its words."""
        if not self._keys:
            return []
        found = self._keys.intersection(zip(words, words[1:], words[2:], words[3:], strict=False))
        if not found:
            return []
        joined = f" {' '.join(words)} "
        return sorted(stretch for key in found for stretch in self._under[key] if stretch in joined)

    def found_in(self, plain: str) -> dict[str, Told]:
        """Give what stands in a plain text, and whose it is, in the order of the words."""
        found: dict[str, Told] = {}
        if self._keys:
            for words in word_lists(plain):
                found |= {stretch: self._stretches[stretch] for stretch in self.stretches_in(words)}
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What shall stand in no file of a kind: texts, and names in addresses, each with the reason as a message gives it."""

    texts: Sought
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """From folder and name of addresses, `("briefings", "ferry")`, which no file may name or have."""
    files: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The same of addresses that may be named, and stand for no such file."""


def is_telling(words: Sequence[str]) -> bool:
    """Tell whether a text is long enough that finding it says something."""
    return len(words) >= FEWEST_WORDS and sum(len(word) + (word >= _SIGN) for word in words) >= FEWEST_LETTERS


def stretches(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut a text into stretches; every word is in one."""
    if len(words) < STRETCH + _LEFT_OVER:
        yield words
        return
    for at in range(0, len(words) - STRETCH + 1, STRETCH):
        yield words[at : at + STRETCH]
    if len(words) % STRETCH:
        yield words[-STRETCH:]


def _key(words: Sequence[str]) -> tuple[str, ...]:
    """Give the four words in a row that are rarest, as far as their length tells."""
    fours = [tuple(words[at : at + _KEY]) for at in range(len(words) - _KEY + 1)]
    return max(fours, key=lambda four: sum(map(len, four)))


def leak_findings(reading: Reading, kept: Kept) -> Iterator[Finding]:
    """Give what of the texts and addresses that are to be kept out stands in a file."""
    told: dict[tuple[str, str], tuple[str, Told]] = {}
    for stretch, text in kept.texts.found_in(reading.plain).items():
        told.setdefault((text.briefing, text.field), (stretch, text))
    for stretch, text in list(told.values())[:_MOST_IN_FILE]:
        more = f" (and {len(told) - _MOST_IN_FILE} more texts)" if len(told) > _MOST_IN_FILE else ""
        message = (
            f"expected no words of {text.briefing}, {text.why}; found “{stretch.strip()[:_SHOWN]}” of its {text.field}{more}; "
            "build the site again into an empty folder, then look for what puts them there"
        )
        yield Finding(code="leak-text", line=_line_of(reading.text, stretch), message=message)
    if kept.names:
        yield from _addresses(reading, kept.names)


def file_findings(path: str, kept: Kept) -> Iterator[Finding]:
    """Give whether a file is named for what is to be kept out."""
    for folder, name, _ in _named(path.lower()):
        if why := kept.names.get((folder, name)) or kept.files.get((folder, name)):
            message = f"expected no file of {name}, {why}; found this; build the site again into an empty folder"
            yield Finding(code="leak-file", message=message)
            return


def _addresses(reading: Reading, names: Mapping[tuple[str, str], str]) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for folder, name, found in _named(reading.plain):
        if (folder, name) in names and (folder, name) not in seen:
            seen.add((folder, name))
            at = reading.text.lower().find(found)
            line = reading.text.count("\n", 0, at) + 1 if at >= 0 else 1
            message = f"expected no address of {name}, {names[folder, name]}; found {found!r}; build the site again"
            yield Finding(code="leak-address", line=line, message=message)


def _named(text: str) -> Iterator[tuple[str, str, str]]:
    """Give folder, name and wording of each address of a briefing, a topic or an actor in a plain text."""
    for folder, address in _ADDRESSES:
        for found in address.finditer(text):
            start = found.start()
            in_cards = text.endswith(_CARDS, 0, start)
            begin = start - len(_CARDS) if in_cards else start
            if begin and text[begin - 1].isalnum():
                continue
            # Of a file what stands before its kinds, `ferry.html.gz`; no id has a full stop.
            name = found[1] if found[2] else found[1].partition(".")[0]
            yield f"{_CARDS if in_cards else ''}{folder}", name, text[begin : found.end()]


def _line_of(text: str, stretch: str) -> int:
    """Give the line of a file in which a stretch begins, as far as it can be told by its words; else the first."""
    wanted = frozenset(stretch.split())
    best, line = 0, 1
    for number, content in enumerate(text.split("\n"), 1):
        there = len(wanted.intersection(words_of(plain_text(content))))
        if there > best:
            best, line = there, number
    return line
