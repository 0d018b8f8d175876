"""How good takeaways are as summaries: ours, the first sentences, installable summarisers and the best possible, side by side.

usage: python -m tests.benchmarks.summaries FILE.jsonl [--sentences 3]

FILE.jsonl   one JSON object a line: `text`, in one paragraph without a title, and `highlights`, what a person made of it

Prints ROUGE-1, ROUGE-2 and ROUGE-L (F1 in per cent) of summaries of so many sentences. Ours are the texts of the first
takeaways, as a briefing prints them. All others choose from the same sentences, split by briefgen, so that no one wins
by splitting. "Best possible" takes, one after the other, the sentence that raises ROUGE-L most. Yardsticks: sumy (LexRank, LSA,
Luhn, TextRank, KL) and yake (sentences by the weight of their keywords), installed by `make bench`.
"""

from __future__ import annotations

import argparse
import re
import statistics
from pathlib import Path
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

from briefgen.drafting.selection import select
from briefgen.drafting.takeaways import takeaway
from tests.benchmarks.rouge import read_summaries, rouge

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.benchmarks.rouge import Summarised

    Summariser = Callable[[Summarised, int], Sequence[str]]


def main() -> None:
    """Print a table: a row for each summariser, best possible last."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--sentences", type=int, default=3)
    args = parser.parse_args()
    articles = list(read_summaries(args.file))
    print(f"{len(articles)} articles, {args.sentences} sentences       ROUGE-1  ROUGE-2  ROUGE-L")
    for name, summarise in SUMMARISERS.items():
        rows = [rouge(one.highlights, summarise(one, args.sentences)) for one in articles]
        print(f"{name:32}", *(f"{100 * statistics.fmean(column):8.1f}" for column in zip(*rows, strict=True)))


def ours(one: Summarised, count: int) -> list[str]:
    """Give the texts of the first takeaways."""
    return [takeaway(one.analysis, chosen.sentence).text for chosen in select(one.analysis).chosen[:count]]


def first(one: Summarised, count: int) -> list[str]:
    """Give the first sentences: what a newspaper's own editor put first, and hard to beat."""
    return _sentences(one)[:count]


def best(one: Summarised, count: int) -> list[str]:
    """Give the sentences that together come nearest to the highlights, found one after the other."""
    left, taken, reached = _sentences(one), list[str](), 0.0
    while left and len(taken) < count:
        value, sentence = max((rouge(one.highlights, [*taken, text])[2], text) for text in left)
        if value <= reached:
            break
        left.remove(sentence)
        taken.append(sentence)
        reached = value
    return taken


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


SUMMARISERS: dict[str, Summariser] = {
    "briefgen": ours,
    "first sentences": first,
    "sumy LexRank": by_sumy(LexRankSummarizer),
    "sumy LSA": by_sumy(LsaSummarizer),
    "sumy Luhn": by_sumy(LuhnSummarizer),
    "sumy TextRank": by_sumy(TextRankSummarizer),
    "sumy KL": by_sumy(KLSummarizer),
    "yake": by_keywords,
    "best possible": best,
}

if __name__ == "__main__":
    main()
