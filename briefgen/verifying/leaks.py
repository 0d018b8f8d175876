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
    from collections.abc import Iterable, Iterator, Sequence

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
_ADDRESS = re.compile(r"((?:cards/)?(?:briefings|topics|actors))/([^/\s\"'<>?#()\[\]{}|\\^`,;&]+)(/?)")
_SUFFIXES = (".html", ".htm", ".json", ".md", ".png", ".xml", ".ics", ".txt")
_SHOWN = 100
_MOST_IN_FILE = 20
"""Leaks of one file that are told."""


class Sought:
    """Texts that are looked for."""

    def __init__(self, texts: Iterable[Told]) -> None:
        """Take the texts; one that several briefings hold is known by the first."""
        self._stretches: dict[str, Told] = {}
        for told in texts:
            if is_telling(told.words):
                for stretch in stretches(told.words):
                    self._stretches.setdefault(f" {' '.join(stretch)} ", told)
        self._index()

    def _index(self) -> None:
        under: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for stretch in self._stretches:
            under[_key(stretch.split())].append(stretch)
        self._under = dict(under)
        self._keys = frozenset(under)

    def __len__(self) -> int:
        """Count the stretches."""
        return len(self._stretches)

    def without(self, public: Iterable[Sequence[str]]) -> None:
        """Stop looking for whatever stands in texts that may be published."""
        for words in public:
            for stretch in self.stretches_in(words):
                self._stretches.pop(stretch, None)
        self._index()

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
    """What shall stand in no file of a kind: texts, and names in addresses."""

    why: str
    """As a message says it: “a draft, which `unreviewed: preview` keeps out of the built site”."""
    texts: Sought
    names: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """Folder and name of addresses, `("briefings", "ferry")`, which no file may name or have."""
    files: frozenset[tuple[str, str]] = field(default_factory=frozenset)
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


def leak_findings(reading: Reading, kept: Iterable[Kept]) -> Iterator[Finding]:
    """Give what of the texts and addresses that are to be kept out stands in a file."""
    for one in kept:
        told: dict[tuple[str, str], str] = {}
        for stretch, text in one.texts.found_in(reading.plain).items():
            told.setdefault((text.briefing, text.field), stretch)
        for (briefing, name), stretch in list(told.items())[:_MOST_IN_FILE]:
            more = f" (and {len(told) - _MOST_IN_FILE} more texts)" if len(told) > _MOST_IN_FILE else ""
            message = (
                f"expected no words of {briefing}, {one.why}, found “{stretch.strip()[:_SHOWN]}” of its {name}{more}; "
                "build the site again into an empty folder, then look for what puts them there"
            )
            yield Finding(code="leak-text", line=_line_of(reading.text, stretch), message=message)
        if one.names:
            yield from _addresses(reading, one)


def file_findings(path: str, kept: Iterable[Kept]) -> Iterator[Finding]:
    """Give whether a file is named for what is to be kept out."""
    for one in kept:
        for folder, name, _ in _named(path.lower()):
            if (folder, name) in one.names or (folder, name) in one.files:
                message = (
                    f"expected no file of {name}, {one.why}, found this; build the site again into an empty folder"
                )
                yield Finding(code="leak-file", message=message)
                break


def _addresses(reading: Reading, kept: Kept) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for folder, name, found in _named(reading.plain):
        if (folder, name) in kept.names and (folder, name) not in seen:
            seen.add((folder, name))
            at = reading.text.lower().find(found)
            line = reading.text.count("\n", 0, at) + 1 if at >= 0 else 1
            message = f"expected no address of {name}, {kept.why}, found {found!r}; build the site again"
            yield Finding(code="leak-address", line=line, message=message)


def _named(text: str) -> Iterator[tuple[str, str, str]]:
    """Give folder, name and wording of each address of a briefing, a topic or an actor in a plain text."""
    for found in _ADDRESS.finditer(text):
        start = found.start()
        if start and text[start - 1].isalnum():
            continue
        name = found[2]
        if not found[3]:  # a file, not a folder
            name = next((name.removesuffix(suffix) for suffix in _SUFFIXES if name.endswith(suffix)), name).rstrip(".")
        yield found[1], name, found[0]


def _line_of(text: str, stretch: str) -> int:
    """Give the line of a file in which a stretch begins, as far as it can be told by its words; else the first."""
    wanted = frozenset(stretch.split())
    best, line = 0, 1
    for number, content in enumerate(text.split("\n"), 1):
        there = len(wanted.intersection(words_of(plain_text(content))))
        if there > best:
            best, line = there, number
    return line
