"""Errors in quotes: words left out without a mark, or exchanged, in the evidence and in a text's own quote marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.model.briefing import Evidence
from tests.benchmarks.planting import Planted, changed, number_from, retold, tellings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.planting import Drafted

_SECTIONS = ("takeaways", "actors", "open_questions", "watch")
_INSIDE = re.compile(r"[“\"]([^“”\"]{12,})[”\"]")
_FEWEST = 8  # words of a quote from which some can be taken


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quote:
    """The last quote of an item."""

    section: str
    index: int
    text: str
    before: tuple[Evidence, ...]


def trimmed(drafted: Drafted) -> Iterator[Planted]:
    """Take one to four words out of the middle of the evidence."""
    for quote in _quotes(drafted):
        words = quote.text.split()
        if len(words) >= _FEWEST:
            first = 2 + number_from(quote.text) % (len(words) - 6)
            left_out = 1 + number_from(quote.text, "length") % 4
            now = " ".join((*words[:first], *words[first + left_out :]))
            yield from _requoted(drafted, "quote trimmed", quote, now)


def reworded(drafted: Drafted) -> Iterator[Planted]:
    """Put another word of the article into the evidence."""
    others = sorted(set(re.findall(r"\b[a-z]{5,}\b", drafted.article.text)))
    for quote in _quotes(drafted):
        inner = list(re.finditer(r"(?<=\w )[a-z]{4,}(?= \w)", quote.text))
        if inner and others:
            match = inner[number_from(quote.text) % len(inner)]
            other = others[number_from(quote.text, "other") % len(others)]
            if other != match.group():
                now = quote.text[: match.start()] + other + quote.text[match.end() :]
                yield from _requoted(drafted, "quote reworded", quote, now)


def _quotes(drafted: Drafted) -> Iterator[_Quote]:
    for section in _SECTIONS:
        for index, item in enumerate(getattr(drafted.briefing, section)):
            if item.evidence:
                *before, last = item.evidence
                yield _Quote(section=section, index=index, text=last.quote, before=tuple(before))


def _requoted(drafted: Drafted, kind: str, quote: _Quote, now: str) -> Iterator[Planted]:
    if now not in re.sub(r"\s+", " ", drafted.article.text):
        evidence = (*quote.before, Evidence(quote=now))
        briefing = changed(drafted, quote.section, quote.index, evidence=evidence)
        yield Planted(kind=kind, section=quote.section, index=quote.index, was=quote.text, now=now, briefing=briefing)


def words_in_marks(drafted: Drafted) -> Iterator[Planted]:
    """Take a word out of what a text has in quote marks, or put another there."""
    others = sorted(set(re.findall(r"\b[a-z]{5,}\b", drafted.article.text)))
    squeezed = re.sub(r"\s+", " ", drafted.article.text)
    for told in tellings(drafted):
        for match in _INSIDE.finditer(told.text):
            words = match[1].split()
            if len(words) < 3:
                continue
            place = 1 + number_from(told.text) % (len(words) - 2)
            other = [others[number_from(told.text, "other") % len(others)]] if number_from(match[1]) % 2 else []
            now = " ".join((*words[:place], *other, *words[place + 1 :]))
            if now.rstrip(".,") not in squeezed:
                yield retold(
                    drafted, "words in quote marks", told, told.text[: match.start(1)] + now + told.text[match.end(1) :]
                )
