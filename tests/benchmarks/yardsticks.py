"""The summarisers that anyone can install: sumy's and yake. Needs requirements-bench.txt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words
from yake import KeywordExtractor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.benchmarks.summarised import Summarised

    Summariser = Callable[[Summarised, int], Sequence[str]]


def by_keywords(one: Summarised, count: int) -> list[str]:
    """Give the sentences with the weightiest of yake's keywords, in the order of the text."""
    sentences = _sentences(one)
    keywords = KeywordExtractor(lan="en", n=2, top=20).extract_keywords(" ".join(sentences))
    worth = {text: sum(1 / (0.01 + score) for word, score in keywords if word in text) for text in sentences}
    chosen = sorted(sentences, key=lambda text: -worth[text])[:count]
    return [text for text in sentences if text in chosen]


def by_sumy(kind: type) -> Summariser:
    """Make a summariser of one of sumy's."""

    def summarise(one: Summarised, count: int) -> list[str]:
        summariser = kind(Stemmer("english"))
        summariser.stop_words = get_stop_words("english")
        sentences = [Sentence(text, _Words()) for text in _sentences(one)]
        return [str(found) for found in summariser(ObjectDocumentModel([Paragraph(sentences)]), count)]

    return summarise


class _Words:
    """Splits as the others do, without data that would have to be downloaded."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text))


def _sentences(one: Summarised) -> list[str]:
    return [sentence.told for sentence in one.analysis.sentences]


YARDSTICKS: dict[str, Summariser] = {
    "sumy LexRank": by_sumy(LexRankSummarizer),
    "sumy LSA": by_sumy(LsaSummarizer),
    "sumy Luhn": by_sumy(LuhnSummarizer),
    "sumy TextRank": by_sumy(TextRankSummarizer),
    "sumy KL": by_sumy(KLSummarizer),
    "yake": by_keywords,
}
