"""Sentences -> how near each is to what follows it, to what precedes it, to the whole story and to the title."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.model.content_words import content_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.model.analysis import Analysis, StorySentence


@dataclass(frozen=True, slots=True)
class Nearness:
    """For each sentence of the story four cosines of tf-idf vectors, each as a share of the highest of the story, 0 to 1."""

    whole: tuple[float, ...]
    following: tuple[float, ...]
    """What is told first and taken up later is the news: directed centrality (PacSum) beats the undirected one."""
    preceding: tuple[float, ...]
    opening: tuple[float, ...]
    """To the first two sentences; 0 for these."""
    title: tuple[float, ...]
    """Share of the title's longer words that the sentence holds."""


def nearness(analysis: Analysis) -> Nearness:
    """Compare each sentence with sums of the others: one pass each way, so that the cost grows with the length only."""
    vectors = _vectors(analysis.sentences)
    return Nearness(
        whole=_shares([sentence.salience for sentence in analysis.sentences]),
        following=_shares(_to_sum(vectors[::-1])[::-1]),
        preceding=_shares(_to_sum(vectors)),
        opening=_to_opening(vectors),
        title=_in_title(analysis),
    )


def _vectors(sentences: Sequence[StorySentence]) -> list[dict[str, float]]:
    counts = [content_words(sentence.tokens) for sentence in sentences]
    holding = Counter(word for count in counts for word in count)
    return [
        _unit({word: number * math.log(1 + len(counts) / holding[word]) for word, number in count.items()})
        for count in counts
    ]


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / length for word, weight in vector.items()}


def _to_sum(vectors: Sequence[Mapping[str, float]]) -> list[float]:
    """Give the similarity of each vector to the mean of those before it; 0 for the first."""
    total: dict[str, float] = {}
    found = []
    for number, vector in enumerate(vectors):
        found.append(sum(weight * total.get(word, 0.0) for word, weight in vector.items()) / (number or 1))
        for word, weight in vector.items():
            total[word] = total.get(word, 0.0) + weight
    return found


def _to_opening(vectors: Sequence[Mapping[str, float]]) -> tuple[float, ...]:
    opening: dict[str, float] = {}
    for vector in vectors[:2]:
        for word, weight in vector.items():
            opening[word] = opening.get(word, 0.0) + weight / 2
    return tuple(
        0.0 if number < 2 else sum(weight * opening.get(word, 0.0) for word, weight in vector.items())  # noqa: PLR2004  # as named
        for number, vector in enumerate(vectors)
    )


def _shares(values: Sequence[float]) -> tuple[float, ...]:
    highest = max(values, default=0.0) or 1.0
    return tuple(value / highest for value in values)


def _in_title(analysis: Analysis) -> tuple[float, ...]:
    words = {word.lower() for word in re.findall(r"\w{4,}", analysis.article.source.title or "")}
    if not words:
        return (0.0,) * len(analysis.sentences)
    return tuple(
        len(words & {token.text.lower() for token in sentence.tokens}) / len(words) for sentence in analysis.sentences
    )
