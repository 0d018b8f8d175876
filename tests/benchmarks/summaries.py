"""How good takeaways are as summaries: ours, the first sentences, installable summarisers and the best possible, side by side.

usage: python -m tests.benchmarks.summaries FILE.jsonl [--sentences 3]

FILE.jsonl   one JSON object a line: `text`, in one paragraph without a title, and `highlights`, what a person made of it

Prints ROUGE-1, ROUGE-2 and ROUGE-L (F1 in per cent) of summaries of so many sentences. Ours are the texts of the first
takeaways, as a briefing prints them. All others choose from the same sentences, split by briefgen, so that no one wins
by splitting. "Best possible" takes, one after the other, the sentence that raises ROUGE-L most. Yardsticks: sumy (LexRank, LSA,
Luhn, TextRank, KL) and yake (sentences by the weight of their keywords), installed from requirements-bench.txt.
"""

from __future__ import annotations

import argparse
import statistics
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.drafting.takeaways.selection import select
from briefgen.drafting.takeaways.takeaway import takeaway
from tests.benchmarks.summarised import read_summaries

if TYPE_CHECKING:
    from tests.benchmarks.summarised import Summarised


def main() -> None:
    """Print a table: a row for each summariser, best possible last."""
    from tests.benchmarks.rouge import rouge  # noqa: PLC0415  # needs requirements-bench.txt, the rest does not
    from tests.benchmarks.yardsticks import YARDSTICKS  # noqa: PLC0415  # as well

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--sentences", type=int, default=3)
    args = parser.parse_args()
    articles = list(read_summaries(args.file))
    print(f"{len(articles)} articles, {args.sentences} sentences       ROUGE-1  ROUGE-2  ROUGE-L")
    summarisers = {"briefgen": ours, "first sentences": first, **YARDSTICKS, "best possible": best}
    for name, summarise in summarisers.items():
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
    from tests.benchmarks.rouge import rouge  # noqa: PLC0415  # needs requirements-bench.txt, the rest does not

    left, taken, reached = _sentences(one), list[str](), 0.0
    while left and len(taken) < count:
        value, sentence = max((rouge(one.highlights, [*taken, text])[2], text) for text in left)
        if value <= reached:
            break
        left.remove(sentence)
        taken.append(sentence)
        reached = value
    return taken


def _sentences(one: Summarised) -> list[str]:
    return [sentence.told for sentence in one.analysis.sentences]


if __name__ == "__main__":
    main()
