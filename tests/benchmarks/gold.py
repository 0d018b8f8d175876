"""Articles with an editor's choices -> which sentences an editor would take: what weights are learned from.

Two kinds of choices are read. A folder of gold files: `<article's stem>.json` with `takeaways` (`quote` and `grade`: 2 would lead
the briefing, 1 is good to have) and `bad_takeaways` (quotes that no editor would take). And a file of judgements, which holds no
words of the articles: for the SHA-256 of an article's file the stretches of its text that were chosen, `[start, end, grade]`,
with grade 0 for what nobody would take.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.analyse import analyse
from briefgen.model.folding import Folded
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings
from briefgen.reading.clean import clean
from briefgen.reading.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from briefgen.model.analysis import Analysis

SUFFIXES = frozenset({".txt", ".md", ".html"})
Stretch = tuple[int, int, int]
"""First character, one past the last, grade."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An analysed article and what an editor chose of it."""

    name: str
    analysis: Analysis
    stretches: tuple[Stretch, ...]

    def grade(self, index: int) -> int | None:
        """Give the grade of a sentence: 2, 1, 0 for one that nobody would take, None for one nobody spoke of.

        A stretch counts where it shares half of the shorter of the two.
        """
        sentence = self.analysis.sentences[index]
        start = sentence.start + sentence.label
        found = [
            grade
            for first, end, grade in self.stretches
            if min(end, sentence.end) - max(first, start) >= 0.5 * min(end - first, sentence.end - start)
        ]
        return max(found, default=None)


def analysed(name: str, data: bytes) -> Analysis:
    """Read, clean and analyse an article's file."""
    seed = Seed(file=f"seeds/{name}", data=data, sha256=hashlib.sha256(data).hexdigest())
    return analyse(clean(read(seed)), pipeline=Settings().language_model)


def from_gold(articles: Path, gold: Path) -> Iterator[Judged]:
    """Read the articles of a folder that have a gold file, in the order of their names."""
    for path in _articles(articles):
        choices = gold / f"{path.stem}.json"
        if not choices.exists():
            continue
        chosen = json.loads(choices.read_text(encoding="utf-8"))
        analysis = analysed(path.name, path.read_bytes())
        folded = Folded(analysis.article.text)
        graded = [(one["quote"], one["grade"]) for one in chosen["takeaways"]]
        graded += [(quote, 0) for quote in chosen["bad_takeaways"]]
        places = ((folded.find(quote), grade) for quote, grade in graded)
        yield Judged(path.stem, analysis, tuple((place[0], place[1], grade) for place, grade in places if place))


def from_judgements(articles: Path, judgements: Path) -> Iterator[Judged]:
    """Read the articles of a folder that the judgements know by their SHA-256, in the order of their names."""
    known: dict[str, Sequence[Stretch]] = json.loads(judgements.read_text(encoding="utf-8"))
    for path in _articles(articles):
        data = path.read_bytes()
        stretches = known.get(hashlib.sha256(data).hexdigest())
        if stretches is not None:
            yield Judged(
                path.stem, analysed(path.name, data), tuple((start, end, grade) for start, end, grade in stretches)
            )


def judgements_of(judged: Sequence[Judged]) -> dict[str, list[Stretch]]:
    """Give what `from_judgements` reads: hashes and offsets, and no word of any article."""
    return {one.analysis.article.source.sha256 or "": sorted(one.stretches) for one in judged}


def _articles(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)
