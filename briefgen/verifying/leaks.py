"""The words of files -> which of them are a draft's or a withdrawn briefing's, and may not stand there.

A text is looked for in stretches of eight words, so that a part of it is found as well; a shorter one whole. Each stretch is
kept under four words of it: a file's own fours are looked up there at once, so that a file takes as long with 50,000 texts
to look for as with five. A title that is shorter than that is found where it stands alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.verifying.finding import Finding
from briefgen.verifying.words import word_lists

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
_FEWEST_OF_TITLE = 2
_FEWEST_LETTERS_OF_TITLE = 9
"""What a title needs at least to be looked for where it stands alone: as a heading, a line, a value. A shorter one is a word of
any language."""
_TITLES = re.compile(r"(?:sources\[\d+\]\.)?title")
_BEFORE = r"(?:\A|[>\"'“\[`\n\r|]|(?:summary|title|name|subject)[\"']?\s{0,5}[:=])[ \t\r\n#*-]{0,200}"
_AFTER = r"[ \t\r\n]{0,200}(?:\Z|[<\"'”\]`\n\r|]|[-–—|·] )"
"""What stands around a title that stands alone; the name of the site may follow it."""
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
"""Briefings that are told to leak into one file."""


class Sought:
    """Texts that are looked for."""

    def __init__(self, texts: Iterable[Told] = ()) -> None:
        """Take the texts; one that several briefings hold is known by the first."""
        self._stretches: dict[str, Told] = {}
        self._titles: dict[str, Told] = {}
        for told in texts:
            if is_telling(told.words):
                for stretch in stretches(told.words):
                    self._stretches.setdefault(f" {' '.join(stretch)} ", told)
            elif _TITLES.fullmatch(told.field) and is_title(told.words):
                self._titles.setdefault(f" {' '.join(told.words)} ", told)
        self._index()

    def without(self, stretches: AbstractSet[str]) -> Sought:
        """Give all but these stretches, which may be published."""
        rest = Sought()
        rest._stretches = {stretch: told for stretch, told in self._stretches.items() if stretch not in stretches}
        rest._titles = {title: told for title, told in self._titles.items() if title not in stretches}
        rest._index()
        return rest

    def with_those_of(self, other: Sought) -> Sought:
        """Give these and those of another together."""
        both = Sought()
        both._stretches = self._stretches | other._stretches
        both._titles = self._titles | other._titles
        both._index()
        return both

    def _index(self) -> None:
        under: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for stretch in self._stretches:
            under[_key(stretch.split())].append(stretch)
        self._under = dict(under)
        self._keys = frozenset(under)
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for title in self._titles:
            self._by_word[max(title.split(), key=len)].append(title)
        self._words = frozenset(self._by_word)

    def __len__(self) -> int:
        """Count the stretches, and the titles that are shorter than one."""
        return len(self._stretches) + len(self._titles)

    @property
    def has_short_titles(self) -> bool:
        """Whether there are titles that are looked for only where they stand alone."""
        return bool(self._titles)

    def stretches_in(self, words: Sequence[str]) -> list[str]:
        """Give the stretches and the short titles that stand in a text, by its words."""
        titles = self._titles_among(words)
        joined = f" {' '.join(words)} " if titles else ""
        return self._long_in(words) + [title for title in titles if title in joined]

    def found_in(self, plain: str) -> dict[str, Told]:
        """Give what stands in a plain text, and whose it is, in the order of the words."""
        found: dict[str, Told] = {}
        titles: set[str] = set()
        if self._keys or self._words:
            for words in word_lists(plain):
                found |= {stretch: self._stretches[stretch] for stretch in self._long_in(words)}
                titles.update(self._titles_among(words))
        for title in sorted(titles):
            if re.search(_BEFORE + r"[\W_]{1,9}".join(map(re.escape, title.split())) + _AFTER, plain):
                found[title] = self._titles[title]
        return found

    def _long_in(self, words: Sequence[str]) -> list[str]:
        if not self._keys:
            return []
        found = self._keys.intersection(zip(words, words[1:], words[2:], words[3:], strict=False))
        if not found:
            return []
        joined = f" {' '.join(words)} "
        return sorted(stretch for key in found for stretch in self._under[key] if stretch in joined)

    def _titles_among(self, words: Sequence[str]) -> list[str]:
        """Give the short titles whose longest word is among those of a text."""
        if not self._words:
            return []
        return sorted(title for word in self._words.intersection(words) for title in self._by_word[word])


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


def is_title(words: Sequence[str]) -> bool:
    """Tell whether a title that is no telling text is one that stands alone by no coincidence."""
    return (
        len(words) >= _FEWEST_OF_TITLE
        and sum(len(word) + (word >= _SIGN) for word in words) >= _FEWEST_LETTERS_OF_TITLE
    )


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


def leak_findings(reading: Reading, kept: Kept, inside: str = "") -> Iterator[Finding]:
    """Give what of the texts and addresses that are to be kept out stands in a file: one finding for each briefing.

    Args:
        reading: The file's.
        kept: What shall not stand there.
        inside: The file's path in an archive, where it lies in one.
    """
    told: dict[str, list[tuple[str, Told]]] = {}
    for stretch, text in kept.texts.found_in(reading.plain).items():
        told.setdefault(text.briefing, []).append((stretch, text))
    where = f" in {inside} of this archive" if inside else ""
    addresses = list(_addresses(reading, kept.names, where)) if kept.names else []
    named = {one.what for one in addresses}
    more_briefings = f" (and of {len(told) - _MOST_IN_FILE} more briefings)" if len(told) > _MOST_IN_FILE else ""
    for briefing, found in list(told.items())[:_MOST_IN_FILE]:
        if f"briefings/{briefing}" in named and {one.field for _, one in found} == {"id"}:
            continue  # the words of its address, which is told
        stretch, text = found[0]
        others = len({one.field for _, one in found} - {text.field})
        more = f" and {others} more of its texts" if others > 1 else " and another of its texts" if others else ""
        message = (
            f"expected no words of {briefing}, {text.why}; found “{stretch.strip()[:_SHOWN]}” of its "
            f"{text.field}{more}{where}{more_briefings}; build the site again into an empty folder, then look for what puts "
            "them there"
        )
        yield Finding(code="leak-text", message=message, what=briefing, words="" if inside else stretch.strip())
    yield from addresses


def file_findings(path: str, kept: Kept) -> Iterator[Finding]:
    """Give whether a file is named for what is to be kept out."""
    for folder, name, _ in _named(path.lower()):
        if why := kept.names.get((folder, name)) or kept.files.get((folder, name)):
            yield _no_file(name, why, f"{folder}/{name}")
            return
    # In another folder, where a copy of the content lies or an old address leads on: the name alone has to tell it.
    for step in path.lower().split("/"):
        name = step.partition(".")[0]
        if (why := kept.names.get(("briefings", name))) and is_telling(name.split("-")):
            yield _no_file(name, why, f"briefings/{name}")
            return


def _no_file(name: str, why: str, what: str) -> Finding:
    message = f"expected no file of {name}, {why}; found this; build the site again into an empty folder"
    return Finding(code="leak-file", message=message, what=what)


def _addresses(reading: Reading, names: Mapping[tuple[str, str], str], where: str) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for folder, name, found in _named(reading.plain):
        if (folder, name) in names and (folder, name) not in seen:
            seen.add((folder, name))
            at = reading.text.lower().find(found)
            message = (
                f"expected no address of {name}, {names[folder, name]}; found {found!r}{where}; build the site again"
            )
            sought = reading.text[at : at + len(found)] if at >= 0 and not where else ""
            yield Finding(code="leak-address", message=message, what=f"{folder}/{name}", sought=sought)


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
