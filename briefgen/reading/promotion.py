"""Article -> promotion woven into it: one phrase repeated across the text that is none of its subject's.

The tell of such texts: a product's name, always in the same words, hung onto headings, onto the title and onto ends of sentences,
absent from the story's first sentence, and made of words that occur nowhere else in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.model.folding import fold
from briefgen.reading.calls import is_call_to_action
from briefgen.reading.shapes import words

if TYPE_CHECKING:
    from briefgen.model.article import Article, Sentence

_SEPARATOR = re.compile(
    r"\s[-–—|/&+]\s|:\s|\(|,\s|\s(?:and|with|plus|including|using)\s(?:an?\s|the\s)?", re.IGNORECASE
)
_APPENDED = re.compile(r"(?:\s-\s|\()(?P<tail>[^-()]{3,80})\)?$")
_LONGEST_PHRASE = 8
_SHORTEST_PHRASE = 2
_FEWEST_LABELS = 2
"""Title and headings with the phrase: one may be a subject of its own."""
_FEWEST_SENTENCES = 2
_OWN_SHARE = 0.6
"""Of all places where a phrase's rarest word stands, those inside the phrase."""
_MOST_SENTENCES_SHARE = 0.25
"""Of the text's sentences; the subject itself comes up more often than an advertisement dares."""
_FUNCTION_WORDS = frozenset(
    "a an and as at by for from in is it its of on or the to with this that their our your his her".split()
)
_CLAUSE = re.compile(
    r"\s*(?:[—–]|--|\s-\s|;)\s*|\s*\(|,\s+(?=(?:including|such as|like|even|plus|along with|as well as|and even|from)\b)",
    re.IGNORECASE,
)
_CLOSING_MARK = re.compile(r"\s*(?:[—–]|--|\s-\s|\))\s*")
_SUBORDINATE = re.compile(
    r"(?:for|as|if|when|while|by|whether|because|although|since|after|before|from|with|to)\b[^,]*$", re.IGNORECASE
)
_FEWEST_WORDS_LEFT = 6
_LONGEST_ASIDE = 12
"""Words: a longer stretch behind a comma is the sentence's main part."""


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
    """Give the phrases that hang onto title and headings and are not the story's own."""
    labels = list(dict.fromkeys([title, *headings]))
    levelled = [_level(line) for line in labels]
    story = [sentence for sentence in sentences if not is_call_to_action(sentence)]
    bodies = [_level(line) for line in sentences]
    counts = Counter(word for line in (*levelled, *bodies) for word in words(line))
    appended = _appended(levelled)
    found: list[str] = []
    for phrase in sorted(_hung_on(labels), key=lambda other: (-len(other), other)):
        if any(phrase in longer or longer in phrase for longer in found):
            continue
        pattern = _any_of([phrase])
        holding = [sentence for sentence, level in zip(sentences, bodies, strict=True) if pattern.search(level)]
        labelled = sum(1 for line in levelled if pattern.search(line))
        if labelled < _FEWEST_LABELS or len(holding) < _FEWEST_SENTENCES or _is_name(pattern, holding):
            continue
        if (pattern.search(_level(story[0])) and phrase not in appended) or len(holding) > max(
            _FEWEST_SENTENCES, _MOST_SENTENCES_SHARE * len(sentences)
        ):
            continue
        inside = sum(len(pattern.findall(line)) for line in (*levelled, *bodies))
        rarest = min((counts[word] for word in words(phrase) if word not in _FUNCTION_WORDS), default=0)
        if rarest and inside >= _OWN_SHARE * rarest:
            found.append(phrase)
    return found


def _appended(labels: list[str]) -> frozenset[str]:
    """Give what ends two of the labels behind a dash or in brackets: no story's subject is printed like that twice."""
    tails: Counter[str] = Counter()
    for label in labels:
        found = _APPENDED.search(label)
        if found:
            tails[" ".join(words(found["tail"]))] += 1
    return frozenset(tail for tail, times in tails.items() if times > 1)


def _is_name(pattern: re.Pattern[str], sentences: list[str]) -> bool:
    """Whether the phrase's last word is capitalised in running text, as a person's or a body's name is."""
    capital = 0
    for sentence in sentences:
        found = pattern.search(fold(sentence).lower())
        last = words(fold(sentence)[found.start() : found.end()])[-1] if found else "a"
        capital += last[0].isupper()
    return capital * 2 > len(sentences)


def _hung_on(labels: list[str]) -> set[str]:
    """Give what stands behind a dash, a colon, a bracket or an "and" in title and headings: candidates."""
    found: set[str] = set()
    for line in labels:
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
    edges = [0, *(found.start() for found in _CLAUSE.finditer(written)), len(written)]
    parts = [(start, end) for start, end in pairwise(edges) if end > start]
    if len(parts) < 2:  # noqa: PLR2004 - one part is the whole sentence
        return ()
    hit = [number for number, (start, end) in enumerate(parts) if pattern.search(_level(written[start:end]))]
    first = hit[0] if hit else 0
    if not hit or first == 0:
        return ()
    left = " ".join(written[start:end] for number, (start, end) in enumerate(parts) if number not in hit)
    if len(words(left)) < _FEWEST_WORDS_LEFT or _SUBORDINATE.match(written[: parts[first][0]].strip()):
        return ()
    if any(
        written[parts[number][0]] == "," and len(words(written[slice(*parts[number])])) > _LONGEST_ASIDE
        for number in hit
    ):
        return ()
    return tuple(_whole_aside(sentence.start, written, parts[number]) for number in hit)


def _whole_aside(offset: int, written: str, part: tuple[int, int]) -> tuple[int, int]:
    """Take the second of a pair of dashes or brackets along, where words follow it."""
    start, end = part
    closing = _CLOSING_MARK.match(written, end)
    if closing and closing.end() < len(written):
        end = closing.end()
    return offset + start, offset + end
