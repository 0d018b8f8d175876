"""A text + its evidence -> problems: figures, dates, names, quoted words and certainty are the source's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.checking.dates import can_be_resolved, dates_of
from briefgen.checking.grounds import Found, Grounds, Path, said, short
from briefgen.checking.modality import added_negations, dropped_hedges, dropped_negations
from briefgen.checking.names import names_of, stands
from briefgen.checking.numbers import figures_of
from briefgen.checking.speakers import swapped_names
from briefgen.checking.words import Words
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from briefgen.checking.dates import Printed
    from briefgen.checking.names import Name
    from briefgen.checking.numbers import Figure
    from briefgen.model.briefing import Evidence

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_QUOTED = re.compile(r'"([^"]{2,400})"')
_BRACKETED = re.compile(r"\[[^\][]*\]")


def text_problems(
    path: Path,
    text: str,
    evidence: Sequence[Evidence],
    grounds: Grounds,
    *,
    days: Iterable[date] = (),
    asserts: bool = True,
) -> Iterator[Found]:
    """Give what an item's text says and its evidence does not.

    Args:
        path: The text's.
        text: The text.
        evidence: What it rests on; without any there is nothing to hold it against.
        grounds: The source.
        days: Days that the item gives itself (`start`, `end`), which its text may say in words.
        asserts: False for a question, which neither hedges nor denies.
    """
    if not (evidence and grounds.sources):
        return
    words = said(evidence)
    published = grounds.published_of(evidence)
    yield from _figures_and_dates(path, text, words, grounds, (*days, *published), published)
    yield from _names(path, text, words, grounds)
    yield from quoted_problems(path, text, grounds)
    if asserts:
        yield from _certainty(path, _BRACKETED.sub(" ", text), words)
        for first, second, verb in swapped_names(text, words):
            message = f"the source has “{second} {verb} {first}”, the text “{first} {verb} {second}”; say it as the source has it"
            yield Found(path=path, code="names-swapped", message=message)


def _figures_and_dates(
    path: Path, text: str, evidence: str, grounds: Grounds, days: Sequence[date], published: Sequence[date]
) -> Iterator[Found]:
    printed = dates_of(text)
    in_evidence = dates_of(evidence)
    brackets = [match.span() for match in _BRACKETED.finditer(fold(text))]
    for one in printed:
        if one.is_said_by(in_evidence) or any(one.fits(day) for day in days) or _resolved(one, evidence, published):
            continue
        if _inside(one.start, brackets) and one.is_said_by(dates_of(grounds.text)):
            continue
        message = f"the evidence prints no date like “{one.printed}”; correct it, quote where it stands, or take it out"
        yield Found(path=path, code="date-not-in-evidence", message=message)
    figures = _figures(text, printed)
    if not figures:
        return
    held = _figures(evidence, in_evidence)
    years = {str(one.year) for one in in_evidence} | {str(day.year) for day in days}
    for figure in figures:
        if figure.is_said_by(held) or (figure.value in years and _YEAR.match(figure.value)):
            continue
        if figure.value == "each" and not any(other.value == "each" for other in held):
            continue
        if _inside(figure.start, brackets) and figure.is_said_by(_figures(grounds.text, dates_of(grounds.text))):
            continue
        message = f"the evidence has no “{figure.printed}”{_has(held)}; correct it, or quote where it stands"
        yield Found(path=path, code="number-not-in-evidence", message=message)


def _figures(text: str, dates: Iterable[Printed]) -> tuple[Figure, ...]:
    return figures_of(text, without=dict.fromkeys((one.start, one.end) for one in dates))


def _has(held: Sequence[Figure]) -> str:
    listed = ", ".join(f"“{figure.printed}”" for figure in held[:4])
    return f", only {listed}" if listed else ""


def _inside(place: int, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in stretches)


def _resolved(one: Printed, evidence: str, published: Sequence[date]) -> bool:
    """Tell whether a date in words may be what a relative date of the evidence means."""
    for day in published:
        if one.month is not None and one.day is not None:
            try:
                resolved = day.replace(year=one.year or day.year, month=one.month, day=one.day)
            except ValueError:  # 30 February, or 29 February of another year
                continue
            if can_be_resolved(resolved, evidence, published):
                return True
    return False


def _names(path: Path, text: str, evidence: str, grounds: Grounds) -> Iterator[Found]:
    held = Words(*evidence.split("\n"))
    for name in names_of(text, grounds.words):
        if stands(name.words, held, grounds.forms):
            continue
        in_source = stands(name.words, grounds.words, grounds.forms)
        if in_source and (name.bracketed or _by_surname(name, held, grounds)):
            continue
        yield _missing(path, name, in_source=in_source)


def _by_surname(name: Name, evidence: Words, grounds: Grounds) -> bool:
    """Tell whether the evidence has the last word of a name that the source prints in full."""
    return len(name.words) > 1 and bool(grounds.words.places(name.words)) and bool(evidence.places(name.words[-1:]))


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


def _certainty(path: Path, text: str, evidence: str) -> Iterator[Found]:
    negations = dropped_negations(text, evidence)
    for lost in negations:
        message = f"the source has “{lost.marker}” before “{lost.head}”, and the text does not; put the negation back"
        yield Found(path=path, code="negation-dropped", message=message)
    for lost in dropped_hedges(text, evidence):
        if lost not in negations:  # “unlikely” is both
            message = (
                f"the source says “{lost.marker} … {lost.head}”, the text says it flatly; keep the source's own word"
            )
            yield Found(path=path, code="hedge-dropped", message=message)
    for lost in added_negations(text, evidence):
        message = f"the text has “{lost.marker}” before “{lost.head}”, and the source does not; take the negation out"
        yield Found(path=path, code="negation-added", message=message)


def summary_problems(path: Path, text: str, grounds: Grounds) -> Iterator[Found]:
    """Give what a summary says and the sources do not: figures, dates, names, words in quote marks."""
    if not grounds.sources:
        return
    printed = dates_of(text)
    held_dates = dates_of(grounds.text) if printed else ()
    own = [day for item in grounds.briefing.watch for day in (item.start, item.end) if day is not None]
    for one in printed:
        if not (one.is_said_by(held_dates) or any(one.fits(day) for day in (*own, *grounds.published))):
            message = f"the source prints no date like “{one.printed}”; correct it or take it out"
            yield Found(path=path, code="date-not-in-evidence", message=message)
    figures = _figures(text, printed)
    held = _figures(grounds.text, dates_of(grounds.text)) if figures else ()
    years = {str(one.year) for one in dates_of(grounds.text)} if figures else set()
    years |= {str(day.year) for day in (*own, *grounds.published)}
    for figure in figures:
        if not (figure.is_said_by(held) or figure.value in years):
            message = f"the source has no “{figure.printed}”; correct it or take it out"
            yield Found(path=path, code="number-not-in-source", message=message)
    for name in names_of(text, grounds.words):
        if name.sure and not stands(name.words, grounds.words, grounds.forms):
            yield _missing(path, name, in_source=False)
    yield from quoted_problems(path, text, grounds)
