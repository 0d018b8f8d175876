"""Evidence -> problems: a quote stands in its source to the letter, says enough, and is not cut off from a “not”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from briefgen.checking.grounds import Found, Grounds, Path, SourceText, short
from briefgen.checking.words import words_of
from briefgen.model.folding import fold, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.briefing import Evidence

_FEWEST_WORDS = 3
_SEARCHED = 200_000  # characters of a source that are searched for the nearest stretch: about 0.3 s at most
_NEEDLE = 300  # characters of the quote that are searched with
_CONTEXT = 60  # characters shown
_NEAR_ENOUGH = 60  # of 100: below that the stretch has nothing to do with the quote
_TURNS = re.compile(
    r"\b(?:not|no|never|cannot|without|unlikely|may|might|could|reportedly|allegedly|\w+n't)(?:\s+\w+)?\s*$",
    re.IGNORECASE,
)


def quote_problems(
    path: Path, evidence: Sequence[Evidence], grounds: Grounds, *, fewest: int = _FEWEST_WORDS
) -> Iterator[Found]:
    """Give what is wrong with the quotes of an item.

    Args:
        path: The item's.
        evidence: Its quotes.
        grounds: What they are held against; without a source that can be read nothing is said.
        fewest: How many words a quote needs to prove anything; an actor's name is enough for an actor.
    """
    for number, item in enumerate(evidence):
        at = (*path, "evidence", number, "quote")
        if len(words_of(item.quote)) < fewest:
            message = f"expected a quote of {fewest} words or more, found {short(item.quote)!r}; quote the sentence"
            yield Found(path=at, code="quote-too-short", message=message)
        if grounds.sources:
            yield from _in_source(at, item.quote, grounds)


def _in_source(at: Path, quote: str, grounds: Grounds) -> Iterator[Found]:
    found = grounds.find(quote)
    if found is None:
        yield Found(path=at, code="quote-not-in-source", message=_why_not(quote, grounds.sources))
        return
    source, (start, end) = found
    if not any(other.has_to_the_letter(quote) for other in grounds.sources):
        message = (
            f"expected the source's own quote marks and dashes, as in “{short(source.text[start:end])}”, "
            f"found “{short(quote)}”; copy it from the source"
        )
        yield Found(path=at, code="quote-differs", message=message)
    before = re.split(r"[.!?]\s|\n", tidy_line(source.text[max(0, start - _CONTEXT) : start]))[-1]
    turned = _TURNS.search(before)
    if turned is not None:
        message = (
            f"the source has “{turned.group().strip()}” right before “{short(quote, 50)}”, which changes what it says; "
            "quote from the beginning of the sentence"
        )
        yield Found(path=at, code="quote-cut-short", message=message)


def tidy_line(text: str) -> str:
    """Give a stretch with its quote marks folded and its line breaks kept, since they end a sentence of a heading."""
    return "\n".join(fold(line) for line in text.split("\n"))


def _why_not(quote: str, sources: Sequence[SourceText]) -> str:
    """Say where a quote begins to differ from the stretch of a source that is nearest to it."""
    for source in sources:
        place = source.find_anywhere(quote)
        if place is not None:
            stretch = short(source.text[max(0, place[0] - 20) : place[1] + 20])
            return f"the quote cuts a word of the source in two: “{stretch}”; quote whole words"
    words = tidy(quote).split(" ")
    shared, source = max(((_shared(words, source), source) for source in sources), key=lambda pair: pair[0])
    advice = "copy the source's words to the letter; where words are left out, make it two quotes"
    if shared >= min(_FEWEST_WORDS, len(words) - 1) and shared:
        place = source.find_anywhere(" ".join(words[:shared]))
        end = place[1] if place else 0
        return (
            f"after “{short(_tail(' '.join(words[:shared])))}” the source goes on “{short(source.text[end : end + _CONTEXT])}”, "
            f"the quote “{short(' '.join(words[shared:]), _CONTEXT)}”; {advice}"
        )
    score, nearest = max(((_nearest(quote, source)) for source in sources), key=lambda pair: pair[0])
    if score < _NEAR_ENOUGH:
        return f"no stretch of the source is like “{short(quote)}”; {advice}"
    return f"expected the source's words, nearest “{short(nearest)}”, found “{short(quote)}”; {advice}"


def _tail(text: str) -> str:
    return text if len(text) <= _CONTEXT else "…" + text[-_CONTEXT:]


def _shared(words: Sequence[str], source: SourceText) -> int:
    """Give how many words from the beginning stand in the source as they are."""
    fewest, most = 0, len(words)
    while fewest < most:
        middle = (fewest + most + 1) // 2
        if source.find_anywhere(" ".join(words[:middle])) is None:
            most = middle - 1
        else:
            fewest = middle
    return fewest


def _nearest(quote: str, source: SourceText) -> tuple[float, str]:
    """Give how like the quote the likest stretch of the source is, 0 to 100, and the stretch."""
    text = fold(source.text[:_SEARCHED])
    needle = fold(quote)[:_NEEDLE]
    found = fuzz.partial_ratio_alignment(needle, text)
    if found is None:
        return 0.0, ""
    return found.score, text[found.dest_start : found.dest_end]
