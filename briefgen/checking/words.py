"""Text -> words that know their place, for finding names and comparing clauses.

Words are compared folded (quote marks and dashes of one kind) and without a possessive's “’s”.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefgen.checking.keeping import kept
from briefgen.model.folding import fold
from briefgen.model.registry import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:'[^\W\d_]+)*")
_POSSESSIVE = re.compile(r"'s?$")
# A full stop after one of these ends no sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr gen col lt sgt capt maj adm sen rep gov st prof rev jr sr vs no jan feb mar apr jun jul aug sep sept oct "
    "nov dec".split()
)
_ENDS = re.compile(r"[.!?:;\n•|]")
_CLAUSE = re.compile(r"[.!?:;,()\n•|\"]|\s-+\s|\b(?:but|and|while|although|though|because|which|who|whereas)\b")

ROOT_LETTERS = 4
"""How many first letters the forms of a country's name share at least: Ukraine, Ukrainian."""

STOP_WORDS = frozenset(
    "a an the this that these those it its he his him she her they their them we our us you your i my me who whom whose "
    "which what of in on at to for from by with as into onto over under between among about against after before during "
    "since until and or but nor so yet if then than is are was were be been being am has have had having do does did "
    "doing will shall would should can could may might must not no n't also very more most much many such some any all "
    "both each other another there here when where how while because just only own same too up out off down again".split()
)


class Word(NamedTuple):
    """A word of a text; no dataclass, which would take three times as long to make, 1,500 times an article."""

    text: str
    """As printed, without a possessive's ending."""
    key: str
    """In lower case and without full stops: what is compared."""
    start: int
    """First character in the folded text."""
    end: int
    """One past the last character in the folded text, the possessive's ending not counted."""
    gap: str
    """What stands between the word before and this one; for the first word what stands before it."""
    opens: bool
    """True where it begins a sentence, a quotation or what follows a colon, so that its capital tells nothing."""
    bracketed: bool
    """True inside [square brackets]: a reference that was filled in."""

    @property
    def capital(self) -> bool:
        """True where it is written like a name: a first letter in upper case, or a figure within letters (G20)."""
        return self.text[0].isupper() or (self.text[0].isdigit() and any(letter.isupper() for letter in self.text))


@kept
def words_of(text: str) -> tuple[Word, ...]:
    """Give the words of a text in its order; hyphenated words come apart."""
    folded = fold(text)
    words: list[Word] = []
    end = depth = 0
    for match in _WORD.finditer(folded):
        gap = folded[end : match.start()]
        printed = match.group()
        bare = (_POSSESSIVE.sub("", printed) or printed) if "'" in printed else printed
        if gap == " ":  # four of five gaps: nothing opens or ends there
            opens = not words
        else:
            depth = max(0, depth + gap.count("[") - gap.count("]"))
            opens = not words or '"' in gap or _ends(gap, words[-1], printed)
        words.append(
            Word(
                text=bare,
                key=(bare.replace(".", "") if "." in bare else bare).casefold(),
                start=match.start(),
                end=match.start() + len(bare),
                gap=gap,
                opens=opens,
                bracketed=depth > 0,
            )
        )
        end = match.start() + len(bare)
    return tuple(words)


def _ends(gap: str, before: Word, after: str) -> bool:
    """Tell whether a sentence ends between two words; in “5.2” and “12:30” none does."""
    if gap == " ":
        return False
    figures = gap in {".", ":"} and before.text[-1].isdigit() and after[0].isdigit()
    return _ENDS.search(gap) is not None and not figures and not _abbreviates(before, gap)


def _abbreviates(word: Word, gap: str) -> bool:
    """Tell whether a full stop after the word belongs to it: “Mr.”, “J.”, “U.S.”."""
    return gap in {". ", " "} and (word.key in _ABBREVIATIONS or len(word.key) == 1 or "." in word.text)


class Words:
    """A text in which sequences of words are looked up."""

    def __init__(self, *texts: str) -> None:
        """Take the texts; no sequence is found across two of them."""
        words: list[Word] = []
        self._first_of_text: set[int] = set()
        for text in texts:
            self._first_of_text.add(len(words))
            words += words_of(text)
        self.words = tuple(words)
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._names_by_root: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for place, word in enumerate(self.words):
            self._places[word.key].append(place)
            if word.capital:
                self._names_by_root[word.key[:ROOT_LETTERS]][word.key] = None

    def names_like(self, key: str) -> tuple[str, ...]:
        """Give the capitalised words that begin with the same letters, in the order of the text."""
        return tuple(self._names_by_root.get(key[:ROOT_LETTERS], ()))

    def __contains__(self, key: object) -> bool:
        """Tell whether a word stands in the text, however it is capitalised."""
        return key in self._places

    def has(self, sequence: Sequence[Word]) -> bool:
        """Tell whether the words stand one after the other; a capital of theirs must be a capital in the text."""
        return next(self._found(sequence), None) is not None

    def _found(self, sequence: Sequence[Word]) -> Iterator[int]:
        return (
            (place for place in self._places.get(sequence[0].key, ()) if self._stands(sequence, place))
            if sequence
            else iter(())
        )

    def places_of(self, keys: Sequence[str]) -> list[int]:
        """Give where words with these keys stand one after the other, however they are capitalised."""
        return [
            place
            for place in (self._places.get(keys[0], ()) if keys else ())
            if [word.key for word in self.words[place : place + len(keys)]] == list(keys)
        ]

    def _stands(self, sequence: Sequence[Word], place: int) -> bool:
        stretch = self.words[place : place + len(sequence)]
        if len(stretch) < len(sequence) or any(place + n in self._first_of_text for n in range(1, len(sequence))):
            return False
        return all(
            here.key == sought.key and (here.capital or not sought.capital)
            for here, sought in zip(stretch, sequence, strict=True)
        )

    def alone(self, word: Word) -> bool:
        """Tell whether the word stands somewhere as a name of its own, with no other name beside it; a title may be."""
        return word.key in self._alone

    @cached_property
    def _alone(self) -> frozenset[str]:
        return frozenset(
            word.key
            for place, word in enumerate(self.words)
            if word.capital and not (self._beside(place, place - 1) or self._beside(place + 1, place + 1))
        )

    def _beside(self, gap_of: int, place: int) -> bool:
        """Tell whether the word at the place is a name that continues across the gap before the word `gap_of`."""
        if not (0 <= place < len(self.words) and gap_of < len(self.words)) or gap_of in self._first_of_text:
            return False
        other = self.words[place]
        return self.words[gap_of].gap in {" ", ". "} and other.capital and not other.opens and other.key not in TITLES

    def lower(self, key: str) -> bool:
        """Tell whether the word stands in the text in lower case, so that it is no name there."""
        return any(not self.words[place].capital for place in self._places.get(key, ()))

    def capital_within(self, key: str) -> bool:
        """Tell whether the word has a capital inside a sentence of the text, so that it is a name there."""
        return any(self.words[place].capital and not self.words[place].opens for place in self._places.get(key, ()))


@kept
def words_by_line(text: str) -> Words:
    """Give the words of a text such as an item's quotes, one a line, so that none is found across two of them."""
    return Words(*text.split("\n"))


def clause_numbers(words: Sequence[Word]) -> list[int]:
    """Give for each word the number of its clause, counted from 0; punctuation and conjunctions end a clause."""
    numbers: list[int] = []
    number = 0
    for word in words:
        if numbers and (_CLAUSE.search(word.gap) or _CLAUSE.fullmatch(word.key)):
            number += 1
        numbers.append(number)
    return numbers


def sentence_numbers(words: Sequence[Word]) -> list[int]:
    """Give for each word the number of its sentence, counted from 0."""
    numbers: list[int] = []
    number = 0
    for word in words:
        if numbers and word.opens and re.search(r"[.!?\n•|]", word.gap):
            number += 1
        numbers.append(number)
    return numbers


_IRREGULAR = {
    form: base
    for base, forms in {
        "seek": "sought",
        "bring": "brought",
        "make": "made",
        "take": "took taken",
        "give": "gave given",
        "go": "went gone goes",
        "meet": "met",
        "hold": "held",
        "lead": "led",
        "sell": "sold",
        "win": "won",
        "lose": "lost",
        "begin": "began begun",
        "become": "became",
        "come": "came",
        "leave": "left",
        "keep": "kept",
        "buy": "bought",
        "build": "built",
        "send": "sent",
        "spend": "spent",
        "pay": "paid",
        "fall": "fell fallen",
        "rise": "rose risen",
        "grow": "grew grown",
        "strike": "struck",
        "withdraw": "withdrew withdrawn",
        "break": "broke broken",
        "choose": "chose chosen",
        "speak": "spoke spoken",
        "fight": "fought",
        "find": "found",
        "get": "got",
        "run": "ran",
        "see": "saw seen",
        "show": "shown",
        "stand": "stood",
        "tell": "told",
        "think": "thought",
        "write": "wrote written",
        "feel": "felt",
        "mean": "meant",
        "say": "said",
        "shoot": "shot",
        "sink": "sank sunk",
        "fly": "flew flown",
        "drive": "drove driven",
        "know": "knew known",
        "bear": "bore borne",
    }.items()
    for form in forms.split()
}
_ENDINGS = re.compile(r"(?:ies|ied|ing|ed|es|s|e|y)$")
_SHORTEST_STEM = 3


def stem(key: str) -> str:
    """Give what the forms of a verb or noun share: `press`, `presses`, `pressing` and `pressed` have one stem.

    It is crude on purpose (no dictionary): it is used only where further words must be shared as well.
    """
    base = _IRREGULAR.get(key, key)
    if len(base) <= _SHORTEST_STEM:
        return base
    cut = base if base.endswith("ss") else _ENDINGS.sub("", base)
    cut = cut if len(cut) >= _SHORTEST_STEM else base
    if len(cut) > _SHORTEST_STEM and cut[-1] == cut[-2] and cut[-1] not in "aeiousl":
        cut = cut[:-1]
    return cut
