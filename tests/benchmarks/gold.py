"""Articles with an editor's choices: what weights are learned from.

Two kinds of choices are read. A folder of gold files: `<article's stem>.json` with `takeaways` (`quote` and `grade`: 2 would lead
the briefing, 1 is good to have), `bad_takeaways` (quotes that no editor would take), `questions` and `watch` (`quote`: where they
come from) and `actors` (`name`, `aliases`, `main`). And a file of judgements, which holds the same without a word of the
articles: for the SHA-256 of an article's file the stretches of its text that were chosen, `[start, end]`, those of takeaways with
their grade (0 for what nobody would take); an actor is where its forms stand.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.analysis.analyse import analyse
from briefgen.model.folding import Folded
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings
from briefgen.reading.clean import clean
from briefgen.reading.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.analysis import Analysis, StorySentence

    Meets = Mapping[int, tuple[int, ...]]
    """For each sentence the indexes of the editor's items that come from it."""

JUDGEMENTS = Path(__file__).with_name("judgements.json")
SUFFIXES = frozenset({".txt", ".md", ".html"})
Stretch = tuple[int, int]
"""First character, one past the last."""


@dataclass(frozen=True, slots=True)
class ChosenActor:
    """An actor that an editor lists."""

    forms: tuple[str, ...]
    """The name, then the aliases."""
    main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An analysed article and what an editor chose of it."""

    name: str
    analysis: Analysis
    takeaways: tuple[tuple[int, int, int], ...]
    """Stretches with their grade."""
    questions: tuple[Stretch, ...]
    watch: tuple[Stretch, ...]
    actors: tuple[ChosenActor, ...]

    def grade(self, index: int) -> int | None:
        """Give the grade of a sentence: 2, 1, 0 for one that nobody would take, None for one nobody spoke of."""
        sentence = self.analysis.sentences[index]
        return max((grade for *stretch, grade in self.takeaways if shares(sentence, *stretch)), default=None)


def shares(sentence: StorySentence, start: int, end: int) -> bool:
    """Tell whether a sentence and a stretch share half of the shorter of the two."""
    first = sentence.start + sentence.label
    return min(end, sentence.end) - max(start, first) >= 0.5 * min(end - start, sentence.end - first)


def meets(analysis: Analysis, stretches: Sequence[Stretch]) -> Meets:
    """Give for each sentence the indexes of the stretches that it shares half with."""
    return {
        sentence.index: tuple(index for index, stretch in enumerate(stretches) if shares(sentence, *stretch))
        for sentence in analysis.sentences
    }


def analysed(name: str, data: bytes) -> Analysis:
    """Read, clean and analyse an article's file."""
    seed = Seed(file=f"seeds/{name}", data=data, sha256=hashlib.sha256(data).hexdigest())
    return analyse(clean(read(seed)), pipeline=Settings().language_model)


def read_call(description: str | None, *further: str) -> tuple[list[Judged], argparse.Namespace]:
    """Read what a script is called with: the articles that it learns from, `--write`, and further files that it takes."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="a folder of articles")
    parser.add_argument("gold", type=Path, help="a folder of gold files for them")
    parser.add_argument(
        "--corpus", type=Path, help="more articles, whose choices are in tests/benchmarks/judgements.json"
    )
    for name in further:
        parser.add_argument(name, type=Path)
    parser.add_argument("--write", action="store_true", help="write the weights")
    args = parser.parse_args()
    more = from_judgements(args.corpus, JUDGEMENTS) if args.corpus else ()
    return [*from_gold(args.articles, args.gold), *more], args


def precision_and_recall(drafted: Sequence[tuple[Sequence[int], Meets, int]]) -> tuple[float, float, int]:
    """Measure items by the sentences they come from, each of the editor's met once.

    Args:
        drafted: For each article the sentences of its items, what each sentence meets, and how many the editor has.

    Returns:
        Precision and recall, means over the articles that have any item, and any of the editor's; the number of items.
    """
    precision, recall = [], []
    for sentences, meet, wanted in drafted:
        met: set[int] = set()
        for sentence in sentences:
            met.update([at for at in meet[sentence] if at not in met][:1])
        if sentences:
            precision.append(len(met) / len(sentences))
        if wanted:
            recall.append(len(met) / wanted)
    items = sum(len(sentences) for sentences, *_ in drafted)
    return statistics.fmean(precision or [0.0]), statistics.fmean(recall or [0.0]), items


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
        yield Judged(
            name=path.stem,
            analysis=analysis,
            takeaways=tuple((*place, grade) for quote, grade in graded if (place := folded.find(quote))),
            questions=_places(folded, chosen["questions"]),
            watch=_places(folded, chosen["watch"]),
            actors=tuple(ChosenActor((one["name"], *one["aliases"]), one["main"]) for one in chosen["actors"]),
        )


def from_judgements(articles: Path, judgements: Path) -> Iterator[Judged]:
    """Read the articles of a folder that the judgements know by their SHA-256, in the order of their names."""
    known: dict[str, Any] = json.loads(judgements.read_text(encoding="utf-8"))
    for path in _articles(articles):
        data = path.read_bytes()
        chosen = known.get(hashlib.sha256(data).hexdigest())
        if chosen is None:
            continue
        analysis = analysed(path.name, data)
        text = analysis.article.text
        yield Judged(
            name=path.stem,
            analysis=analysis,
            takeaways=tuple((start, end, grade) for start, end, grade in chosen["takeaways"]),
            questions=tuple((start, end) for start, end in chosen["questions"]),
            watch=tuple((start, end) for start, end in chosen["watch"]),
            actors=tuple(
                ChosenActor(tuple(text[start:end] for start, end in one["forms"]), one["main"])
                for one in chosen["actors"]
            ),
        )


def judgements_of(judged: Sequence[Judged]) -> Mapping[str, Any]:
    """Give what `from_judgements` reads: hashes and offsets, and no word of any article."""
    return {one.analysis.article.source.sha256 or "": _as_offsets(one) for one in judged}


def _as_offsets(one: Judged) -> Mapping[str, Any]:
    folded = Folded(one.analysis.article.text)
    actors = (([place for form in actor.forms if (place := folded.find(form))], actor.main) for actor in one.actors)
    return {
        "takeaways": one.takeaways,
        "questions": one.questions,
        "watch": one.watch,
        "actors": [{"main": main, "forms": forms} for forms, main in actors if forms],
    }


def _places(folded: Folded, items: Sequence[Mapping[str, str]]) -> tuple[Stretch, ...]:
    return tuple(place for item in items if (place := folded.find(item["quote"])))


def _articles(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)
