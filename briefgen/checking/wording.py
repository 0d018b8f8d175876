"""A text beside its evidence -> problems: in wording that is otherwise the evidence's one word was made to say another thing.

A name was put for another, a figure for another, a word for its contrary; a “not” or a “may” went or came. A text in words
of its own is hardly looked at here: `modality` and `texts` hold it against its evidence word by word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.checking.alignment import align
from briefgen.checking.markers import HEDGING, NEGATIONS, NEGATIVE
from briefgen.checking.modality import is_content, negates
from briefgen.checking.names import names_of, stands
from briefgen.checking.numbers import story_figures
from briefgen.checking.opposites import ALL, CONTRARIES, SEAT_OF, SOME, SURE
from briefgen.checking.words import STOP_WORDS, Words, stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from briefgen.checking.alignment import Alignment, Change
    from briefgen.checking.grounds import Grounds, Keys
    from briefgen.checking.names import Name
    from briefgen.checking.numbers import Figure
    from briefgen.checking.words import Word

_CALENDARS = (
    frozenset("monday tuesday wednesday thursday friday saturday sunday".split()),
    frozenset(
        "january february march april may june july august september october november december".split(),
    ),
)
_PASSIVE = frozenset("by was were been being is are be".split())
_ITS_OWN = 0.6
"""From this share of common words on a text is the evidence's sentence, so that a “not” or a “may” that is gone was taken out."""
_OPINION = frozenset(
    "believed believes believe thought thinks think suspected fears fear hopes hope expects expect expected estimates "
    "estimated suggests suggest suggested predicts predicted forecast forecasts wants want hoped".split()
)
"""Hedges that tell whose opinion it is; “according to” and “says” tell so, too."""
_TOLD = frozenset("according says said say warns warned argues argued think thinks believes".split())
_LONGEST_NAME = 8
"""Words: “Institute for the Study of War” has six."""
_NUMBER = re.compile(r"\W*\w+(?:[.,:]\d+)*")
"""A figure without its unit."""
_UNSURE = HEDGING - NEGATIONS - frozenset("would should can if set due accused accuses accuse accusing".split())
"""Hedges that are missed; without a “would” or a “set to” a text is hardly surer, and “unlikely” is missed as a negation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """What was changed in otherwise common words."""

    code: str
    ours: str
    theirs: str


def turned(text: str, evidence: str, grounds: Grounds, *, hedges: bool) -> tuple[Turned, ...]:
    """Give what a text says otherwise than the evidence whose words it uses.

    Args:
        text: What is said.
        evidence: What it rests on.
        grounds: Who is called how.
        hedges: False where another field says how certain it is.
    """
    aligned = align(text, evidence)
    found = [
        *_other_names(aligned, grounds),
        *_other_figures(aligned),
        *_other_days(aligned),
        *_contraries(aligned),
        *_negations(aligned),
        *(_hedges(aligned) if hedges else ()),
        *_too_sure(aligned),
    ]
    return tuple(dict.fromkeys(found))


def _printed(words: Sequence[Word]) -> str:
    return (words[0].text + "".join(word.gap + word.text for word in words[1:])) if words else ""


def _other_names(aligned: Alignment, grounds: Grounds) -> Iterator[Turned]:
    """Give the names that stand where the evidence has somebody else's."""
    local = [change for change in aligned.changes if change.is_held(_LONGEST_NAME) and change.ours and change.theirs]
    if not local:
        return
    ours, theirs = names_of(aligned.text, grounds.words), names_of(aligned.evidence, grounds.words)
    for change in local:
        if _passive(change.ours) != _passive(change.theirs):
            continue  # the other voice: who did it and to whom it was done change places
        mine, yours = _within(ours, change.ours), _within(theirs, change.theirs)
        for name in mine:
            if yours and not any(_same(name, other, grounds) for other in yours):
                yield Turned(code="name-of-another", ours=str(name), theirs=str(yours[0]))


def _passive(words: Sequence[Word]) -> bool:
    return any(word.key in _PASSIVE for word in words)


def _within(names: Sequence[Name], words: Sequence[Word]) -> list[Name]:
    places = {word.start for word in words}
    return [name for name in names if any(word.start in places for word in name.words)]


def _same(one: Name, other: Name, grounds: Grounds) -> bool:
    """Tell whether two names may be one actor's."""
    if stands(one.words, Words(str(other)), grounds.all_forms) or stands(
        other.words, Words(str(one)), grounds.all_forms
    ):
        return True
    mine, yours = ({word.key for word in name.words} for name in (one, other))
    if {SEAT_OF[key] for key in mine & SEAT_OF.keys()} & {SEAT_OF[key] for key in yours & SEAT_OF.keys()}:
        return True
    initials = {"".join(word.text[0] for word in name.words).casefold() for name in (one, other)}
    if initials & (mine | yours):
        return True
    return any(_is_called(one, forms) and _is_called(other, forms) for forms in grounds.all_forms)


def _is_called(name: Name, forms: Sequence[Keys]) -> bool:
    """Tell whether a name is one of an actor's forms, or ends in one: a first name alone makes nobody the same."""
    keys = tuple(word.key for word in name.words)
    return any(keys[-len(form) :] == form for form in forms)


def _other_figures(aligned: Alignment) -> Iterator[Turned]:
    """Give the figures that stand where the evidence has another one, though it may stand elsewhere in it."""
    local = [change for change in aligned.changes if change.local and change.ours and change.theirs]
    if not any(any(sign.isdigit() for word in change.ours for sign in word.text) for change in local):
        return
    ours, theirs = story_figures(aligned.text), story_figures(aligned.evidence)
    for change in local:
        mine, yours = _touched(ours, change.ours), _touched(theirs, change.theirs)
        for figure in mine:
            if yours and not figure.is_said_by(yours):
                yield Turned(code="number-not-in-evidence", ours=figure.printed, theirs=yours[0].printed)


def _touched(figures: Sequence[Figure], words: Sequence[Word]) -> list[Figure]:
    first, last = words[0].start, words[-1].end
    ends = [(figure, _NUMBER.match(figure.printed)) for figure in figures]
    return [figure for figure, number in ends if number and figure.start < last and figure.start + number.end() > first]


def _other_days(aligned: Alignment) -> Iterator[Turned]:
    for change in aligned.changes:
        for calendar in _CALENDARS if change.local else ():
            mine = [word for word in change.ours if word.key in calendar and word.capital]
            yours = [word for word in change.theirs if word.key in calendar and word.capital]
            if mine and yours and not {word.key for word in mine} & {word.key for word in yours}:
                yield Turned(code="date-not-in-evidence", ours=mine[0].text, theirs=yours[0].text)


def _contraries(aligned: Alignment) -> Iterator[Turned]:
    """Give the words whose contrary stands in the same place of the evidence."""
    for change in aligned.changes:
        mine, yours = ([word.key for word in side] for side in (change.ours, change.theirs))
        if not change.local or _denies(mine) != _denies(yours):
            continue
        for word in change.ours:
            against = CONTRARIES.get(word.key, frozenset())
            other = next((one for one in change.theirs if one.key in against), None)
            if other is not None and not against & set(mine) and word.key not in yours:
                yield Turned(code="meaning-reversed", ours=word.text, theirs=other.text)


def _denies(keys: Sequence[str]) -> bool:
    return any(key in {"not", "cannot"} or key.endswith("n't") for key in keys)


def _count(words: Sequence[Word], markers: Collection[str]) -> int:
    return sum(
        (word.key in markers and not (word.capital and not word.opens))
        or (word.key.endswith("n't") and "not" in markers)
        for word in words
    )


def _first(words: Sequence[Word], markers: Collection[str]) -> Word | None:
    return next((word for word in words if _count((word,), markers)), None)


def _negations(aligned: Alignment) -> Iterator[Turned]:
    """Give each “not” that went or came while the words around it stayed, and is made up for nowhere."""
    if aligned.shared < _ITS_OWN:
        return
    ours = sum(_count(change.ours, NEGATIVE) for change in aligned.changes)
    theirs = sum(_count(change.theirs, NEGATIVE) for change in aligned.changes)
    before = _count(aligned.lead, NEGATIVE)
    for change in aligned.changes:
        if not change.local:
            continue
        gone, came = _denial(change.theirs, change.after), _denial(change.ours, change.after)
        if gone is not None and not _count(change.ours, NEGATIVE) and ours < theirs:
            yield Turned(code="negation-dropped", ours=_head(change), theirs=gone.text)
        if came is not None and not _count(change.theirs, NEGATIVE) and theirs + before < ours:
            yield Turned(code="negation-added", ours=came.text, theirs=_head(change))


def _denial(words: Sequence[Word], after: Sequence[Word]) -> Word | None:
    """Give the word that denies what both go on with; one that went or came together with what it denies changed nothing."""
    place = next((place for place, word in enumerate(words) if _count((word,), NEGATIONS)), None)
    if place is None or any(is_content(word) for word in words[place + 1 :]):
        return None
    following = (*words[place + 1 :], *after[:1])
    return words[place] if negates(words[place], following[0].key if following else "") else None


def _head(change: Change) -> str:
    """Give the word that a change governs: the first word of content behind it, else the word before it."""
    content = [word for word in change.after if word.key not in STOP_WORDS] or list(change.after or change.before[-1:])
    return content[0].text if content else ""


def _hedges(aligned: Alignment) -> Iterator[Turned]:
    if aligned.shared < _ITS_OWN:
        return
    told = any(word.key in _TOLD for change in aligned.changes for word in change.ours)
    ours = sum(_count(change.ours, HEDGING) for change in aligned.changes)
    theirs = sum(_count(change.theirs, HEDGING) for change in aligned.changes if change.local)
    for change in aligned.changes:
        gone = (
            _first(change.theirs, _UNSURE)
            if change.local and not _denies([word.key for word in change.theirs])
            else None
        )
        if gone is None or (told and gone.key in _OPINION):
            continue
        if not _count(change.ours, HEDGING) and ours < theirs:
            yield Turned(code="hedge-dropped", ours=_printed(change.ours) or _head(change), theirs=gone.text)


def _too_sure(aligned: Alignment) -> Iterator[Turned]:
    """Give the words of certainty, and of everybody, that stand where the evidence has a hedge, or some only."""
    held = {stem(word.key) for change in aligned.changes for word in (*change.theirs, *change.before)}
    for change in aligned.changes:
        if not change.local:
            continue
        for sure, weak in ((SURE, HEDGING), (ALL, SOME)):
            word, other = _first(change.ours, sure), _first(change.theirs, weak)
            if word is not None and other is not None and stem(word.key) not in held:
                yield Turned(code="hedge-dropped", ours=word.text, theirs=other.text)
