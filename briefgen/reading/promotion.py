"""Article -> promotion woven into it: one phrase repeated across the text that is none of its subject's.

The tell of such texts: a product's name, always in the same words, hung onto headings, onto the title and onto ends of sentences,
absent from the story's first sentences, and made of words that occur nowhere else in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.model.folding import fold
from briefgen.reading.calls import is_call_to_action
from briefgen.reading.shapes import words

if TYPE_CHECKING:
    from briefgen.model.article import Article, Sentence

_SEPARATOR = re.compile(r"\s[-–—|/&+]\s|:\s|\(|,\s|\s(?:and|with|plus|including|using)\s(?:an?\s|the\s)?", re.IGNORECASE)
_LONGEST_PHRASE = 8
_SHORTEST_PHRASE = 2
_FEWEST_TIMES = 3
"""Sentences and headings with the phrase, the title counted: two may be chance."""
_LEAD_SENTENCES = 2
"""A story's own subject stands in its first two sentences."""
_OWN_SHARE = 0.6
"""Of all places where a phrase's rarest word stands, those inside the phrase."""
_MOST_SENTENCES_SHARE = 0.25
"""Of the text's sentences; the subject itself comes up more often than an advertisement dares."""
_FUNCTION_WORDS = frozenset("a an and as at by for from in is it its of on or the to with this that their our your his her".split())
_CLAUSE = re.compile(
    r"\s*(?:[—–]|--|\s-\s|;)\s*|\s*\(|,\s+(?=(?:including|such as|like|even|plus|along with|as well as|and even|from)\b)", re.IGNORECASE
)
_FEWEST_WORDS_LEFT = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """Where promotion stands."""

    phrases: tuple[str, ...] = ()
    """The phrases it was recognised by, folded and in lower case."""
    sentences: frozenset[int] = frozenset()
    """Starts of sentences that are nothing else."""
    clauses: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """By the start of a sentence that goes on reporting, the stretches of the text that are promotion."""


def find_promotion(article: Article, *, skip: frozenset[int]) -> Promotion:
    """Find promotion.

    Args:
        article: As `read` gave it.
        skip: Blocks that go anyway.

    Returns:
        Its places: whole sentences, and clauses of sentences whose rest is reporting.
    """
    kept = [block for at, block in enumerate(article.blocks) if at not in skip]
    headings = [block.sentences[0].text for block in kept if block.kind == "heading"]
    body = [sentence for block in kept if block.kind != "heading" for sentence in block.sentences]
    title = article.source.title or ""
    phrases = _foreign_phrases(title, headings, [sentence.text for sentence in body])
    if not phrases:
        return Promotion()
    gone: set[int] = set()
    clauses: dict[int, tuple[tuple[int, int], ...]] = {}
    pattern = _any_of(phrases)
    for block in kept:
        for sentence in block.sentences:
            if pattern.search(_level(sentence.text)) is None:
                continue
            cut = _clauses(article.text, sentence, pattern)
            if cut:
                clauses[sentence.start] = cut
            else:
                gone.add(sentence.start)
    return Promotion(phrases=tuple(phrases), sentences=frozenset(gone), clauses=clauses)


def _foreign_phrases(title: str, headings: list[str], sentences: list[str]) -> list[str]:
    """Give the phrases that hang onto title, headings or calls and are not the story's own."""
    story = [sentence for sentence in sentences if not is_call_to_action(sentence)]
    lead = _level(" ".join(story[:_LEAD_SENTENCES]))
    everything = [_level(line) for line in (title, *headings, *sentences)]
    counts = Counter(word for line in everything for word in words(line))
    found: list[str] = []
    for phrase in sorted(_hung_on(title, headings), key=lambda other: (-len(other), other)):
        if any(phrase in longer or longer in phrase for longer in found):
            continue
        pattern = _any_of([phrase])
        holding = sum(1 for line in everything if pattern.search(line))
        if holding < _FEWEST_TIMES or pattern.search(lead) or holding > max(_FEWEST_TIMES, _MOST_SENTENCES_SHARE * len(sentences)):
            continue
        own = [word for word in words(phrase) if word not in _FUNCTION_WORDS]
        inside = sum(len(pattern.findall(line)) for line in everything)
        rarest = min((counts[word] for word in own), default=0)
        if rarest and inside >= _OWN_SHARE * rarest:
            found.append(phrase)
    return found


def _hung_on(title: str, headings: list[str]) -> set[str]:
    """Give what stands behind a dash, a colon, a bracket or an "and" in title and headings: candidates."""
    found: set[str] = set()
    for line in (title, *headings):
        level = _level(line)
        for separator in _SEPARATOR.finditer(level):
            tail = words(level[separator.end() :])
            while tail and tail[0] in _FUNCTION_WORDS:
                tail = tail[1:]
            for size in range(_SHORTEST_PHRASE, min(len(tail), _LONGEST_PHRASE) + 1):
                phrase = " ".join(tail[:size])
                if tail[size - 1] not in _FUNCTION_WORDS:
                    found.add(phrase)
    return found


def _level(text: str) -> str:
    return fold(text).lower()


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    """Match the phrases with any white space or hyphen between their words, singular or plural."""
    alternatives = "|".join(r"[\s-]+".join(re.escape(word) for word in words(phrase)) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{alternatives})s?(?!\w)")


def _clauses(text: str, sentence: Sentence, pattern: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    """Give the clause that holds the phrase, if enough of a sentence is left without it.

    Returns:
        Its place in the text; empty where the phrase is in the sentence's main part.
    """
    written = text[sentence.start : sentence.end]
    edges = [0, *(edge for found in _CLAUSE.finditer(written) for edge in (found.start(),)), len(written)]
    parts = [(start, end) for start, end in zip(edges, edges[1:], strict=False) if end > start]
    if len(parts) < 2:  # noqa: PLR2004 - one part is the whole sentence
        return ()
    hit = [number for number, (start, end) in enumerate(parts) if pattern.search(_level(written[start:end]))]
    first = hit[0] if hit else 0
    if not hit or first == 0:
        return ()
    left = [part for number, part in enumerate(parts) if number not in hit]
    if len(words(" ".join(written[start:end] for start, end in left))) < _FEWEST_WORDS_LEFT:
        return ()
    return tuple((sentence.start + parts[number][0], sentence.start + parts[number][1]) for number in hit)
