"""Text -> the proper names in it, and whether a text holds them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.checking.words import ROOT_LETTERS, STOP_WORDS, Word, Words, words_of
from briefgen.model.registry import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CONNECTORS = frozenset("of for the de der den da di du la le van von al el bin ben ibn".split())
CALENDAR = frozenset(
    "january february march april june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split()
)
# Forms of one name that no rule of spelling connects; only where the forms denote the same body everywhere.
_SAME_NAMES = tuple(
    frozenset(tuple(form.split()) for form in forms.split("|"))
    for forms in (
        "us|usa|united states|united states of america|america|american|americans",
        "uk|united kingdom|britain|great britain|british|britons",
        "eu|european union",
        "un|united nations",
        "uae|united arab emirates|emirati",
        "netherlands|dutch",
        "france|french",
        "germany|german|germans",
        "spain|spanish|spaniards",
        "poland|polish|poles",
        "sweden|swedish|swedes",
        "denmark|danish|danes",
        "finland|finnish|finns",
        "greece|greek|greeks",
        "switzerland|swiss",
        "turkey|turkish|türkiye|turks",
        "ireland|irish",
        "scotland|scottish",
        "wales|welsh",
        "norway|norwegian|norwegians",
        "portugal|portuguese",
        "thailand|thai",
        "philippines|philippine|filipino",
        "iceland|icelandic",
        "european|europe|europeans",
    )
)
_PEOPLE_ENDINGS = ("n", "an", "ian", "ese", "ish", "i", "ean", "ans", "ians", "ns", "is")  # codespell:ignore ans
_COUNTRY_ENDINGS = ("", "a", "e", "y", "ia", "o", "es", "ey", "s")
_LONGEST_RUN = 12  # words of a name: a longer run of capitals is a headline, and is looked at in pieces
_SHORTEST_ROOT = ROOT_LETTERS
_NOT_ONE_PEOPLE = frozenset({frozenset({"niger", "nigerian"}), frozenset({"dominica", "dominican"})})
# A lone capital at the head of a sentence is taken for a name only before one of these, since it may be any word.
_SPEAKS = frozenset(
    "said says told tells warned warns argued argues added adds insisted insists announced announces denied denies "
    "claimed claims wrote writes vowed vows accused accuses urged urges rejected rejects".split()
)
_FINITE = _SPEAKS | frozenset(
    "has is was will would may might could can should must did does had wants wanted plans planned met visited".split()
)
_COMMON_ENDINGS = re.compile(
    r"(?:ing|ion|ment|ity|ness|ism|ship|ance|ence|ers|ist|ts|ls|ds|ns|rs|ks|gs|es|ys)$"
)  # codespell:ignore ment,ist
_COMMON_OPENINGS = frozenset(
    "inflation trade pressure demand support growth output talk nobody everyone someone anyone nothing everything "
    "police parliament government opposition war peace fighting violence turnout unemployment money time work oil gas "
    "grain food water power public market traffic aid rain heat drought progress diplomacy nothing what who why how "
    "officials people access trust debt tension one none two three four five six seven eight nine ten".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A run of words written as a name."""

    words: tuple[Word, ...]
    """Without a title before it; at least one."""
    sure: bool
    """False where only its place before a verb, at the head of a sentence, makes a lone word look like a name."""

    @property
    def bracketed(self) -> bool:
        """True where it was filled in, in [square brackets]."""
        return all(word.bracketed for word in self.words)

    def __str__(self) -> str:
        """Give the name as the text prints it."""
        return self.words[0].text + "".join(word.gap + word.text for word in self.words[1:])


def names_of(text: str, known: Words) -> tuple[Name, ...]:
    """Give the names of a text in its order.

    Args:
        text: Any text.
        known: The source: what stands there in lower case is a word like others at the head of a sentence, too.

    Returns:
        Runs of capitalised words; titles, months and weekdays are none.
    """
    words = words_of(text)
    names: list[Name] = []
    run: list[Word] = []
    for place, word in enumerate(words):
        if run and (len(run) == _LONGEST_RUN or not _continues(word)):
            names += _names(run, words, place - len(run), known)
            run = []
        if word.capital or (run and word.key in _CONNECTORS):
            run.append(word)
        elif run:
            names += _names(run, words, place - len(run), known)
            run = []
    return tuple(names + _names(run, words, len(words) - len(run), known))


def _continues(word: Word) -> bool:
    """Tell whether a name can run on across the gap before the word."""
    return word.gap in {" ", "-", ". ", "'", " & "} and not word.opens


def _names(run: Sequence[Word], words: Sequence[Word], place: int, known: Words) -> list[Name]:
    """Give the names in a run: it comes apart at titles, months and words that only open a sentence."""
    names: list[Name] = []
    part: list[Word] = []
    for offset, word in enumerate(run):
        divides = (
            word.key in TITLES or word.key in CALENDAR or (word.key == "i" and word.text == "I") or _opener(word, known)
        )
        if not divides and (part or word.key not in _CONNECTORS or word.capital):
            part.append(word)
        if word.key in TITLES and part and all(known.lower(one.key) for one in part):
            part = []  # “Foreign Minister”, where the source has the foreign minister
        if divides or offset == len(run) - 1:
            while part and not part[-1].capital:
                part.pop()
            following = words[place + offset + (0 if divides else 1)] if place + offset + 1 < len(words) else None
            name = _name(tuple(part), following, known)
            names += [name] if name else []
            part = []
    return names


def _opener(word: Word, known: Words) -> bool:
    """Tell whether a word has its capital only from its place."""
    if len(word.text) > 1 and word.text[1:].replace(".", "").isupper():
        return False
    if word.key in STOP_WORDS:
        return True
    return word.opens and known.lower(word.key) and not known.capital_within(word.key)


def _name(words: tuple[Word, ...], following: Word | None, known: Words) -> Name | None:
    if not words:
        return None
    first = words[0]
    shouted = len(first.text) > 1 and any(letter.isupper() for letter in first.text[1:])
    if len(words) > 1 or not first.opens or first.bracketed or shouted or known.capital_within(first.key):
        return Name(words=words, sure=True)
    return _lone(first, following)


def _lone(word: Word, following: Word | None) -> Name | None:
    """Judge a lone capital at the head of a sentence that the source does not print as a name."""
    if following is None or following.gap not in {" ", "'s "} or word.key in _COMMON_OPENINGS:
        return None
    if _COMMON_ENDINGS.search(word.key):
        return None
    if following.gap == "'s " or following.key in _SPEAKS:
        return Name(words=(word,), sure=True)
    return Name(words=(word,), sure=False) if following.key in _FINITE else None


def stands(words: Sequence[Word], text: Words, aliases: Iterable[Sequence[tuple[str, ...]]] = ()) -> bool:
    """Tell whether a text holds a name: to the letter, in another form of it, or piece by piece.

    Args:
        words: The name.
        text: Where to look.
        aliases: For each actor every form of the name, as keys of its words.

    Returns:
        False for a first name joined to somebody else's surname, though both words stand in the text.
    """
    reached = {0}  # piece by piece from the left: the ends that the pieces found so far lead to
    for start in range(len(words)):
        if start in reached:
            whole = start == 0
            reached |= {
                end
                for end in range(start + 1, len(words) + 1)
                if _piece(words[start:end], text, aliases, whole=whole and end == len(words))
            }
    return len(words) in reached


def _piece(words: Sequence[Word], text: Words, aliases: Iterable[Sequence[tuple[str, ...]]], *, whole: bool) -> bool:
    """Tell whether a part of a name stands in the text; a lone word must stand there without another name beside it."""
    core = [word for place, word in enumerate(words) if word.capital or 0 < place < len(words) - 1]
    if not core:
        return True
    if text.has(core):
        first = core[0]
        return whole or len(core) > 1 or text.alone(first) or first.text[1:].isupper() or "." in first.text
    keys = tuple(word.key for word in core)
    return (
        any(_has_keys(other, text) for forms in _SAME_NAMES if keys in forms for other in sorted(forms))
        or (len(keys) == 1 and any(_one_people(keys[0], other) for other in text.names_like(keys[0])))
        or any(keys in forms and any(_has_keys(form, text) for form in forms) for forms in aliases)
    )


def _has_keys(keys: tuple[str, ...], text: Words) -> bool:
    """Tell whether a name given by its keys stands in the text with its capitals."""
    probe = words_of(" ".join(key.capitalize() for key in keys))
    return text.has(probe)


def _one_people(one: str, other: str) -> bool:
    """Tell whether two words are a country's name and what belongs to it: Ukraine, Ukrainian."""
    if frozenset({one, other}) in _NOT_ONE_PEOPLE:
        return False
    common = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    for root in range(_SHORTEST_ROOT, common + 1):
        rests = (one[root:], other[root:])
        if any(a in _PEOPLE_ENDINGS and b in _COUNTRY_ENDINGS for a, b in (rests, rests[::-1])):
            return True
    return False
