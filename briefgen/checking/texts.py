"""A text + its evidence -> problems: figures, dates, names, quoted words and certainty are the source's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.checking.dates import can_be_resolved, dates_of, spans_of
from briefgen.checking.doubts import reference_doubted
from briefgen.checking.grounds import Found, Grounds, Path, said, short
from briefgen.checking.modality import added_negations, dropped_hedges, dropped_negations
from briefgen.checking.names import names_of, stands
from briefgen.checking.numbers import story_figures
from briefgen.checking.reckoning import wrong_brackets
from briefgen.checking.speakers import swapped_names
from briefgen.checking.wording import turned
from briefgen.checking.words import Words, words_by_line
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from briefgen.checking.dates import Printed
    from briefgen.checking.names import Name
    from briefgen.checking.numbers import Figure
    from briefgen.model.briefing import Evidence, Item

_QUOTED = re.compile(r'"([^"]{2,400})"')
_BRACKETED = re.compile(r"\[[^\][]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A text with what it rests on."""

    path: Path
    """The text's."""
    text: str
    evidence: tuple[Evidence, ...]
    """What it is held against; without any there is nothing to hold it against."""
    days: tuple[date, ...] = ()
    """Days that its item gives itself (`start`, `end`), which the text may say in words."""
    asserts: bool = True
    """False for a question, which neither hedges nor denies."""
    hedges: bool = True
    """False where another field says how certain it is, as `certainty` does."""


def text_problems(claim: Claim, grounds: Grounds) -> Iterator[Found]:
    """Give what an item's text says and its evidence does not."""
    if not (claim.evidence and grounds.sources):
        return
    words = said(claim.evidence)
    found = [
        *_dates(claim, words, grounds),
        *_numbers(claim, words, grounds),
        *_names(claim.path, claim.text, words, grounds),
        *quoted_problems(claim.path, claim.text, grounds),
    ]
    yield from (*found, *_sense(claim, words, grounds, found)) if claim.asserts else found


def _sense(claim: Claim, evidence: str, grounds: Grounds, earlier: Sequence[Found]) -> Iterator[Found]:
    """Give what the text asserts otherwise: how surely, of whom, and the contrary."""
    found = list(_certainty(claim, evidence))
    changed = turned(claim.text, evidence, grounds, hedges=claim.hedges)
    swapped = swapped_names(claim.text, evidence)
    if swapped and any(one.code == "meaning-reversed" for one in changed):
        # “Norland has more boats than Ostmark”, “Ostmark has fewer boats than Norland”: both turned round, the same again.
        swapped, changed = (), tuple(one for one in changed if one.code not in {"meaning-reversed", "name-of-another"})
    told = {name for first, second, _ in swapped for name in (first.casefold(), second.casefold())}
    for one in changed:
        message = _TURNED[one.code].format(ours=one.ours, theirs=one.theirs)
        problem = Found(path=claim.path, code=one.code, message=message)
        if not (_is_told(problem, (*earlier, *found)) or told & set(one.ours.casefold().split())):
            found.append(problem)
    for first, second, verb in swapped:
        message = (
            f"the source has “{second} {verb} {first}”, the text “{first} {verb} {second}”; say it as the source has it"
        )
        found.append(Found(path=claim.path, code="names-swapped", message=message))
    yield from found


def _dates(claim: Claim, evidence: str, grounds: Grounds) -> Iterator[Found]:
    printed = dates_of(claim.text)
    if not printed:
        return
    held = dates_of(evidence)
    published = grounds.published_of(claim.evidence)
    spans = spans_of(evidence, published)
    brackets = [match.span() for match in _BRACKETED.finditer(fold(claim.text))]
    for wrong, meant in wrong_brackets(claim.text, published):
        message = f"“{wrong}” is not what “{meant}” means; correct it or take it out"
        yield Found(path=claim.path, code="date-not-in-evidence", message=message)
    for one in printed:
        if one.is_said_by(held) or _is_given(one, claim.days, published) or can_be_resolved(one, spans):
            continue
        if _inside(one.start, brackets) and one.is_said_by(dates_of(grounds.text)):
            continue
        message = f"the evidence prints no date like “{one.printed}”; correct it, quote where it stands, or take it out"
        yield Found(path=claim.path, code="date-not-in-evidence", message=message)


def _is_given(one: Printed, days: Iterable[date], published: Iterable[date]) -> bool:
    """Tell whether a date says a day of its item in words, or the very day of publication."""
    return any(one.fits(day) for day in days) or (one.day is not None and any(one.fits(day) for day in published))


def _numbers(claim: Claim, evidence: str, grounds: Grounds) -> Iterator[Found]:
    figures = story_figures(claim.text)
    if not figures:
        return
    dates = dates_of(evidence)
    held = story_figures(evidence)
    published = grounds.published_of(claim.evidence)
    days = [
        *claim.days,
        *published,
        *(day for span in spans_of(evidence, published) for day in (span.first, span.last)),
    ]
    years = {str(one.year) for one in dates} | {str(day.year) for day in days}
    brackets = [match.span() for match in _BRACKETED.finditer(fold(claim.text))]
    for figure in figures:
        if figure.is_said_by(held) or figure.value in years:
            continue
        if figure.value == "each" and not any(other.value == "each" for other in held):
            continue
        if _inside(figure.start, brackets) and figure.is_said_by(story_figures(grounds.text)):
            continue
        message = f"the evidence has no “{figure.printed}”{_has(held)}; correct it, or quote where it stands"
        yield Found(path=claim.path, code="number-not-in-evidence", message=message)


def _has(held: Sequence[Figure]) -> str:
    listed = ", ".join(f"“{figure.printed}”" for figure in held[:4])
    return f", only {listed}" if listed else ""


def _inside(place: int, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in stretches)


def _names(path: Path, text: str, evidence: str, grounds: Grounds) -> Iterator[Found]:
    held = words_by_line(evidence)
    given = _given_by_registry(text, held, grounds)
    for name in names_of(text, grounds.words):
        if given.issuperset(word.start for word in name.words):
            continue
        if stands(name.words, held, grounds.all_forms):
            continue
        if len(name.words) == 1 and name.words[0].opens and held.lower(name.words[0].key):
            continue  # “Next talks in Vienna”: a word of the evidence that only begins the text
        in_source = stands(name.words, grounds.words, grounds.all_forms)
        if in_source and name.bracketed:
            owner = fold(text)[name.words[-1].end :].startswith(("'s", "’s"))
            keys = tuple(word.key for word in name.words)
            if why := reference_doubted(evidence.split("\n"), keys, grounds, owner=owner):
                message = f"“[{name}]” does not seem to be whom the evidence means: {why}; name the one whom it means"
                yield Found(path=path, code="name-not-in-evidence", message=message)
            continue
        if in_source and _by_surname(name, held, grounds):
            continue
        yield _missing(path, name, in_source=in_source)


def _given_by_registry(text: str, held: Words, grounds: Grounds) -> set[int]:
    """Give where words of names begin that the registry has for whom `held` calls otherwise.

    Such a name is looked at whole: piece by piece “Palace of Norland” would need a source that prints “Norland”.
    """
    called = [forms for forms in grounds.registered_forms if any(held.places_of(form) for form in forms)]
    told = Words(text) if called else held
    return {
        word.start
        for forms in called
        for form in forms
        for place in told.places_of(form)
        for word in told.words[place : place + len(form)]
    }


def _by_surname(name: Name, evidence: Words, grounds: Grounds) -> bool:
    """Tell whether the evidence has the last word of a name that the source prints in full."""
    return len(name.words) > 1 and grounds.words.has(name.words) and evidence.has(name.words[-1:])


def _missing(path: Path, name: Name, *, in_source: bool) -> Found:
    if in_source:
        message = (
            f"“{name}” stands in the source, but not in the evidence; quote where it stands, "
            "or write it in [brackets] if it says whom the evidence means"
        )
        return Found(path=path, code="name-not-in-evidence", message=message)
    if name.sure:
        message = f"the source does not print the name “{name}”; use the name that it prints"
        return Found(path=path, code="name-not-in-source", message=message)
    message = f"if “{name}” is a name, the source does not print it; use the name that it prints"
    return Found(path=path, code="name-not-in-evidence", message=message)


def quoted_problems(path: Path, text: str, grounds: Grounds) -> Iterator[Found]:
    """Give the words in quote marks that no source has."""
    for match in _QUOTED.finditer(fold(text)):
        # A comma or full stop before the closing mark belongs to the sentence around it.
        words = match[1].strip().rstrip(",.;:!?")
        pieces = [piece.strip() for piece in re.split(r"\.\.\.|\[[^\]]*\]", words)]
        if any(piece and not any(source.find(piece) for source in grounds.sources) for piece in pieces):
            message = (
                f"the source does not have the words “{short(match[1])}”; quote to the letter, or drop the quote marks"
            )
            yield Found(path=path, code="words-not-in-source", message=message)


def _certainty(claim: Claim, evidence: str) -> Iterator[Found]:
    path, text = claim.path, _BRACKETED.sub(" ", claim.text)
    negations = dropped_negations(text, evidence)
    for lost in negations:
        message = f"the source has “{lost.marker}” before “{lost.head}”, and the text does not; put the negation back"
        yield Found(path=path, code="negation-dropped", message=message)
    flat = claim.hedges or re.search(r"\bwill\b", text)
    for lost in dropped_hedges(text, evidence) if flat else ():
        if lost not in negations:  # “unlikely” is both
            message = (
                f"the source says “{lost.marker} … {lost.head}”, the text says it flatly; keep the source's own word"
            )
            yield Found(path=path, code="hedge-dropped", message=message)
    for lost in added_negations(text, evidence):
        message = f"the text has “{lost.marker}” before “{lost.head}”, and the source does not; take the negation out"
        yield Found(path=path, code="negation-added", message=message)


_TURNED = {
    "name-of-another": "where the source has “{theirs}”, the text has “{ours}”; put the source's own name back",
    "date-not-in-evidence": "where the source has “{theirs}”, the text has “{ours}”; correct it",
    "number-not-in-evidence": "where the source has “{theirs}”, the text has “{ours}”; correct it",
    "meaning-reversed": "the source says “{theirs}”, the text the contrary, “{ours}”; put the source's own word back",
    "negation-dropped": "the source has “{theirs}” at “{ours}”, and the text does not; put the negation back",
    "negation-added": "the text has “{ours}” at “{theirs}”, and the source does not; take the negation out",
    "hedge-dropped": "the source says “{theirs}”, the text “{ours}”; keep the source's own word",
}
"""What is told of a change in otherwise common words."""


def _is_told(one: Found, earlier: Iterable[Found]) -> bool:
    """Tell whether the same words were named already: the word-by-word proofs see most changes, too."""
    words = _told_words(one)
    return any(words & _told_words(other) for other in earlier)


def _told_words(one: Found) -> set[str]:
    return {words for printed in re.findall("“([^”]*)”", one.message) for words in printed.split(" … ")}


def summary_problems(path: Path, text: str, grounds: Grounds) -> Iterator[Found]:
    """Give what a summary says and the sources do not: figures, dates, names, words in quote marks."""
    if not grounds.sources:
        return
    printed = dates_of(text)
    held_dates = dates_of(grounds.text) if printed else ()
    spans = spans_of(_all_evidence(grounds), grounds.published) if printed else ()
    own = [day for item in grounds.briefing.watch for day in (item.start, item.end) if day is not None]
    for one in printed:
        if not (one.is_said_by(held_dates) or _is_given(one, own, grounds.published) or can_be_resolved(one, spans)):
            message = f"the source prints no date like “{one.printed}”; correct it or take it out"
            yield Found(path=path, code="date-not-in-evidence", message=message)
    figures = story_figures(text)
    held = story_figures(grounds.text) if figures else ()
    years = {str(one.year) for one in dates_of(grounds.text)} if figures else set()
    years |= {str(day.year) for day in (*own, *grounds.published)}
    for figure in figures:
        if not (figure.is_said_by(held) or figure.value in years):
            message = f"the source has no “{figure.printed}”; correct it or take it out"
            yield Found(path=path, code="number-not-in-source", message=message)
    given = _given_by_registry(text, grounds.words, grounds)
    for name in names_of(text, grounds.words):
        if given.issuperset(word.start for word in name.words):
            continue
        if name.sure and not stands(name.words, grounds.words, grounds.all_forms):
            yield _missing(path, name, in_source=False)
    yield from quoted_problems(path, text, grounds)


def _all_evidence(grounds: Grounds) -> str:
    """Give the quotes of all items: what a summary sums up."""
    briefing = grounds.briefing
    sections: tuple[tuple[Item, ...], ...] = (
        briefing.takeaways,
        briefing.actors,
        briefing.open_questions,
        briefing.watch,
    )
    return "\n".join(said(item.evidence) for section in sections for item in section)
