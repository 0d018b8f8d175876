"""Who says it, and who does what to whom -> problems: the speaker and the order of two names are the evidence's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.checking.attribution import parities
from briefgen.checking.doubts import doubted
from briefgen.checking.grounds import Found, Grounds, Keys, Path, said
from briefgen.checking.keeping import kept
from briefgen.checking.names import CALENDAR
from briefgen.checking.words import STOP_WORDS, Word, stem, words_by_line, words_of
from briefgen.model.folding import fold
from briefgen.model.registry import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.briefing import Takeaway

_CUES = frozenset(
    "said says told tells warned warns argued argues added adds insisted insists announced announces denied denies claimed "
    "claims wrote writes vowed vows noted notes stated states explained explains".split()
)
# Verbs that are no sure sign of a speaker by themselves, and confirm one whom the text names.
_ALSO_SPEAK = frozenset(
    "asked asks believes believed called calls cautioned confirmed demanded described estimated estimates expects expected "
    "fears feared hopes hoped predicted predicts promised proposed reported reports says suggested thinks thought urged urges "
    "voiced".split()
)
_SPEECH = (
    r"(?:said|says?|tells?|told|warn(?:s|ed)?|argued?|caution(?:s|ed)?|insist(?:s|ed)?|believe|fear(?:s|ed)?|worry|worried"
    r"|think|hope|added|announced|claim(?:s|ed)?)"
)
_ADVERB = r"(?:\w{2,20}ly |also |have |has |had |were cited as |was cited as )?"
_COUNTED = r"(?:an?|one|two|three|several|some|many) (?:[\w.'-]{1,20} ){0,3}?[a-z][\w-]{1,20}"
_PLURAL = r"(?:[A-Z][\w.]{0,20} )?(?:[a-z-]{1,20} )?[a-z]{3,20}s"
# “a U.S. official told”, “two officials said”, “analysts warn”, “according to media reports”. Every part has a length, so
# that no text makes the search run away.
_UNNAMED = re.compile(
    rf"\b({_COUNTED}) {_ADVERB}{_SPEECH}\b"
    rf"|(?<![\w'])(Others|Analysts|Experts|Officials|Critics|Sources|{_PLURAL}) {_ADVERB}{_SPEECH}\b"
    rf"|[\",] {_SPEECH} (an? (?:[\w.'-]{{1,20}} ){{0,3}}?[a-z][\w-]{{1,20}})"
    rf"|according to ((?:an? )?{_PLURAL})\b"
)
_NEAR = 1500  # characters before a quote in which its speaker is introduced: about two paragraphs
_NEAR_AFTER = 600
_LONGEST_GAP = 3  # words between a name and the verb, or the verb and the other name
_TURNED_BY = frozenset({"by", "was", "were", "been", "being"})


def speaker_problems(path: Path, item: Takeaway, grounds: Grounds) -> Iterator[Found]:
    """Give what is wrong with who is said to say a takeaway."""
    if item.said_by is None or not item.evidence or not grounds.sources:
        return
    at = (*path, "said_by")
    evidence = said(item.evidence)
    forms = _forms(item.said_by, grounds)
    named = any(_has(form, evidence) for form in forms)
    others = [name for name in _cued(evidence) if not _is_one_of(name, forms)]
    matching = [name for name in _cued(evidence) if _is_one_of(name, forms)]
    quotes = [one.quote for one in item.evidence]
    if others and not matching and not _speaks(forms, evidence):
        message = f"expected the speaker whom the evidence names, “{' '.join(others[0])}”, found “{item.said_by}”; name that one"
        yield Found(path=at, code="said-by-another", message=message)
    elif not named and _is_person(forms, grounds) and (other := _unnamed(evidence)):
        message = f"expected the speaker whom the evidence names, “{other}”, found “{item.said_by}”; name that one"
        yield Found(path=at, code="said-by-another", message=message)
    elif not named and not _is_near(forms, item, grounds):
        message = (
            f"“{item.said_by}” is neither in the evidence nor near it in the source; name the speaker whom it names"
        )
        yield Found(path=at, code="said-by-not-in-evidence", message=message)
    elif why := doubted(quotes, item.said_by, forms, grounds):
        message = (
            f"nothing shows that “{item.said_by}” says it: {why}; name the one who does, or quote where this one does"
        )
        yield Found(path=at, code="speaker-unclear", message=message)


def _forms(name: str, grounds: Grounds) -> tuple[Keys, ...]:
    """Give every form of the speaker's name: the actor's, where it is one's."""
    keys = tuple(word.key for word in words_of(name))
    return next((forms for forms in grounds.all_forms if keys in forms), (keys,) if keys else ())


def _is_person(forms: tuple[Keys, ...], grounds: Grounds) -> bool:
    """Tell whether the forms are those of an actor who is a person, and so no “analysts” by another name."""
    known = [(actor.kind, own) for actor, own in zip(grounds.briefing.actors, grounds.forms, strict=True)]
    known += [(actor.kind, own) for actor, own in grounds.others]
    return ("person", forms) in known


def _has(form: Keys, text: str) -> bool:
    return f" {' '.join(form)} " in f" {' '.join(word.key for word in words_of(text))} "


def _cued(evidence: str) -> list[tuple[str, ...]]:
    """Give the names that the evidence itself makes speakers: `Keller said`, `,” said Keller`, `according to Keller`."""
    words = words_of(evidence)
    spoken = parities(fold(evidence), words)  # where a cue is the speaker's own
    names: list[tuple[str, ...]] = []
    for place, word in enumerate(words):
        before = words[place - 1] if place else None
        if word.key in _CUES and not word.capital:
            if before is not None and before.capital and _is_name(before) and word.gap == " " and not spoken[place]:
                names.append(_run_left(words, place - 1) if not _is_governed(words, place - 1) else ())
            elif re.search(r"[\",]\s*$", word.gap) and place + 1 < len(words):
                names.append(_run_right(words, place + 1))
        elif word.key == "to" and before is not None and before.key == "according" and place + 1 < len(words):
            names.append(_run_right(words, place + 1))
    return [name for name in names if name]


def _unnamed(evidence: str) -> str:
    """Give the speaker whom the evidence has without a name, as “a senior official” or “analysts”; else nothing.

    A pronoun, “the minister” or the like may be somebody named before, and does not count.
    """
    folded = fold(evidence)
    marks = seen = 0
    for match in _UNNAMED.finditer(folded):
        marks, seen = marks + folded.count('"', seen, match.start()), match.start()
        if marks % 2 == 0:
            return next(group for group in match.groups() if group)
    return ""


def _is_name(word: Word) -> bool:
    return word.capital and word.key not in STOP_WORDS and word.key not in TITLES


def _run_left(words: Sequence[Word], last: int) -> tuple[str, ...]:
    first = last
    while first and words[first].gap == " " and _is_name(words[first - 1]):
        first -= 1
    return tuple(word.text for word in words[first : last + 1])


def _is_governed(words: Sequence[Word], last: int) -> bool:
    """Tell whether a name belongs to what speaks: “Haid, of the Club of Norland told us”, “a report seen by the Post says”."""
    first = last
    while first and words[first].gap == " " and _is_name(words[first - 1]):
        first -= 1
    if first > 1 and words[first].gap == words[first - 1].gap == " " and words[first - 1].key == "the":
        return words[first - 2].key == "by"
    return first > 0 and words[first].gap == " " and words[first - 1].key in {"of", "at", "in", "for", "from", "by"}


def _run_right(words: Sequence[Word], first: int) -> tuple[str, ...]:
    while first < len(words) and words[first].capital and words[first].key in TITLES:
        first += 1
    last = first
    # "Finance Minister Nils Dahl": the title stands within the run.
    while last < len(words) and _is_capital(words[last]) and (last == first or words[last].gap == " "):
        last += 1
    return tuple(word.text for word in words[first:last] if _is_name(word))


def _is_capital(word: Word) -> bool:
    return word.capital and word.key not in STOP_WORDS


def _is_one_of(name: tuple[str, ...], forms: Sequence[Keys]) -> bool:
    """Tell whether a name shares a word with one of the forms."""
    keys = {key.replace(".", "").casefold() for key in name}
    return any(keys & set(form) for form in forms)


def _speaks(forms: Sequence[Keys], evidence: str) -> bool:
    """Tell whether one of the forms stands right before a verb of speech or belief, or behind “according to”."""
    keys = [word.key for word in words_of(evidence)]
    for form in forms:
        for place in range(len(keys) - len(form) + 1):
            if tuple(keys[place : place + len(form)]) != form:
                continue
            after = keys[place + len(form) : place + len(form) + 4]
            if (
                any(key in _CUES or key in _ALSO_SPEAK for key in after)
                or "according" in keys[max(0, place - 4) : place]
            ):
                return True
    return False


def _is_near(forms: Sequence[Keys], item: Takeaway, grounds: Grounds) -> bool:
    """Tell whether the speaker is named around one of the quotes; also where no quote is found, which is told elsewhere."""
    places = [place for place in (grounds.find(one.quote) for one in item.evidence) if place is not None]
    around = [source.text[max(0, start - _NEAR) : end + _NEAR_AFTER] for source, (start, end) in places]
    return not places or any(_has(form, text) for form in forms for text in around)


def swapped_names(text: str, evidence: str) -> tuple[tuple[str, str, str], ...]:
    """Give pairs of names that stand the other way round in the evidence, with the verb between them.

    Only `A verb B` against `B verb A` counts, both active: any other wording may say the same.
    """
    held = dict(_pairs(evidence))
    return tuple(
        (first.title(), second.title(), held[second, first, key])
        for (first, second, key), _ in _pairs(text.replace("\n", " "))
        if (second, first, key) in held and (first, second, key) not in held
    )


@kept
def _pairs(text: str) -> tuple[tuple[tuple[str, str, str], str], ...]:
    """Give each `name … verb … name` of a line, close together in one clause: both names, the verb's stem; the verb."""
    found = []
    words = words_by_line(text).words
    for place, word in enumerate(words):
        if word.capital or word.key in STOP_WORDS:
            continue
        before = _name_beside(words, place, -1)
        after = _name_beside(words, place, 1)
        if before and after and before != after:
            found.append(((before, after, stem(word.key)), word.text))
    return tuple(found)


def _name_beside(words: Sequence[Word], place: int, step: int) -> str | None:
    """Give the last word of the nearest name on one side of a verb; None across a passive or another clause."""
    for distance in range(1, _LONGEST_GAP + 1):
        at = place + step * distance
        if not 0 <= at < len(words) or not re.fullmatch(r"[ -]", words[max(at, at - step)].gap):
            return None
        if words[at].key in _TURNED_BY:
            return None
        if _is_name(words[at]) and words[at].key not in CALENDAR:
            while step > 0 and at + 1 < len(words) and words[at + 1].gap == " " and _is_name(words[at + 1]):
                at += 1
            return words[at].key
    return None
