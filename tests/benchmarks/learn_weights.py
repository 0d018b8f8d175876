"""Learn what makes a sentence a takeaway, and write `briefgen/drafting/takeaways/weights.toml`.

usage: python -m tests.benchmarks.learn_weights ARTICLES GOLD [--corpus FOLDER] [--summaries FILE.jsonl] [--write]

ARTICLES, GOLD   articles, and for each the choices of an editor (format: tests/benchmarks/gold.py)
--corpus         more articles, whose choices are in tests/benchmarks/judgements.json
--summaries      one JSON object a line with `text` in one paragraph and `highlights`: for texts run together
--write          write the file; without it the figures are printed only

Texts in paragraphs: logistic regression (Newton's method with a ridge) on whether an editor took the sentence, every article
weighing the same. What is printed is measured on articles held out, a tenth at a time. Running text: ridge regression on what
a sentence adds to the ROUGE-L of a summary. The features are those of `briefgen.drafting.takeaways.features`; nothing is random.
"""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from briefgen.drafting.takeaways.features import measure
from briefgen.drafting.takeaways.selection import LEAST, MOST, select
from briefgen.drafting.takeaways.weights import Weights
from tests.benchmarks.gold import read_call, shares
from tests.benchmarks.logistic import fit_logistic
from tests.benchmarks.summarised import read_summaries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from briefgen.drafting.takeaways.features import Measured
    from briefgen.drafting.takeaways.weights import Genre
    from tests.benchmarks.gold import Judged
    from tests.benchmarks.summarised import Summarised

    Vector = NDArray[np.float64]

WEIGHTS = Path("briefgen/drafting/takeaways/weights.toml")
_GOOD = 0.6  # how likely a sentence of grade 1 is wanted, where one of grade 2 is 1
_NOBODY = 3.0  # weight of a sentence that nobody would take, against one that nobody spoke of
_RIDGE = 20.0
_RIDGE_RUNNING = 100.0
_REPETITION = 1.0  # between 0.5 and 3 nothing changes by more than 0.01
_LEAST = -1.2
_SIXTH = -0.3
"""Log odds below which a fourth and fifth takeaway, and a sixth, is left out: a bar of -0.9 for all would cost 0.02 nDCG."""
_RULES = {"the article's own takeaways": 4.0, "points back": -1.0, "begins with a pronoun, unclear whose": -1.0}
"""What is known without learning, and hardly ever occurs in what is learned from: an article that brings its own takeaways has
been edited already, so they come first. The ridge draws these weights here, all others to nothing."""
_RUNNING = (
    "near the start",
    "the first sentences",
    "far from the start",
    "far down",
    "near the whole story",
    "near what follows",
    "near what precedes",
    "near the opening",
    "main actors in it",
    "share of proper names",
    "decides or says",
    "will",
    "words",
    "words beyond the usual",
    "short",
    "quoted share",
    "words as spoken",
    "first person",
    "begins with a quote",
    "begins with a pronoun, unclear whose",
    "points back",
)
"""What is learned of running text, from few articles: with all features ROUGE-L is 27.1 on articles held out, with these 27.8."""
_SCALE = 20.0  # brings what is learned from ROUGE to the size of log odds
_FOLDS = 10
_ROUNDING = 2  # decimals: what an editor reads; no figure below changes by it


@dataclass(frozen=True, slots=True)
class Table:
    """Sentences of one article as rows of numbers."""

    measured: Sequence[Measured]
    rows: Vector
    wanted: Vector
    importance: Vector


def main() -> None:
    """Learn, print how well it does on articles held out, and write the weights where that is asked for."""
    judged, args = read_call(__doc__, "--summaries")
    print(f"{len(judged)} articles")
    print(
        "held out   ", figures(judged, [learned([*judged[:at], *judged[at + size :]]) for at, size in _folds(judged)])
    )
    paragraphs = learned(judged)
    print("all learned", figures(judged, [paragraphs]))
    sections = toml("paragraphs", paragraphs)
    if args.summaries:
        sections += ["", *toml("running", learned_running(list(read_summaries(args.summaries))))]
        if args.write:
            WEIGHTS.write_text("\n".join([*HEADER, *sections, ""]), encoding="utf-8")
            print(f"wrote {WEIGHTS}")


HEADER = (
    "# What makes a sentence a takeaway: learned by tests/benchmarks/learn_weights.py, which can be run again.",
    "# A sentence's score is the constant and, for each thing that is measured of it (features.py beside this file), its",
    "# weight times the measure, which lies between 0 and about 1. `briefgen draft --explain` shows them.",
    "#",
    "# `paragraphs`: log odds that an editor would take the sentence. `running`: texts in one paragraph without a title.",
    "",
)


def learned(judged: Sequence[Judged]) -> Weights:
    """Learn from what editors took, by logistic regression."""
    names, tables = _tables(judged)
    rows = np.vstack([table.rows for table in tables])
    wanted = np.concatenate([table.wanted for table in tables])
    importance = np.concatenate([table.importance for table in tables])
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    standard = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    ridge = np.append(np.full(len(names), _RIDGE), 0.0)
    known = np.array([*(_RULES.get(name, 0.0) for name in names), 0.0]) * np.append(spread, 1.0)
    found = fit_logistic(standard, wanted, ridge=ridge, importance=importance, assumed=known)
    plain = found[:-1] / spread
    return _weights(names, plain, constant=float(found[-1] - mean @ plain), least=_LEAST, sixth=_SIXTH)


def learned_running(summarised: Sequence[Summarised]) -> Weights:
    """Learn from summaries what a sentence adds to them, by ridge regression."""
    from tests.benchmarks.rouge import marginal_worth  # noqa: PLC0415  # needs requirements-bench.txt, the rest does not

    measured = [measure(one.analysis) for one in summarised]
    names = list(_RUNNING)
    rows = np.vstack([_rows(sentences, names) for sentences in measured])
    worth = np.concatenate(
        [
            np.array([marginal_worth(one, sentence.sentence) for sentence in sentences])
            for one, sentences in zip(summarised, measured, strict=True)
        ]
    )
    importance = np.concatenate([np.full(len(sentences), 10 / max(1, len(sentences))) for sentences in measured])
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    standard = (rows - mean) / spread
    usual = float((importance * worth).sum() / importance.sum())
    curvature = (standard * importance[:, None]).T @ standard + _RIDGE_RUNNING * np.eye(len(names))
    plain = np.linalg.solve(curvature, standard.T @ (importance * (worth - usual))) / spread * _SCALE
    return _weights(names, plain, constant=float(usual * _SCALE - mean @ plain), least=-1.0, sixth=-1.0)


def _weights(names: Sequence[str], values: Vector, *, constant: float, least: float, sixth: float) -> Weights:
    rounded = {name: round(float(value), _ROUNDING) for name, value in zip(names, values, strict=True)}
    return Weights(
        constant=round(constant, _ROUNDING),
        least=least,
        sixth=sixth,
        repetition=_REPETITION,
        of={name: value for name, value in rounded.items() if value},
    )


def _tables(judged: Sequence[Judged]) -> tuple[list[str], list[Table]]:
    measured = [measure(one.analysis) for one in judged]
    names = _names(measured)
    tables = []
    for one, sentences in zip(judged, measured, strict=True):
        grades = [one.grade(sentence.sentence.index) for sentence in sentences]
        weight = 8 / max(8, len(sentences))  # a long article counts as much as a short one
        tables.append(
            Table(
                measured=sentences,
                rows=_rows(sentences, names),
                wanted=np.array([{2: 1.0, 1: _GOOD}.get(grade or 0, 0.0) for grade in grades]),
                importance=np.array([weight * (_NOBODY if grade == 0 else 1.0) for grade in grades]),
            )
        )
    return names, tables


def _names(measured: Sequence[Sequence[Measured]]) -> list[str]:
    return sorted({*_RULES, *(name for sentences in measured for one in sentences for name in one.values)})


def _rows(measured: Sequence[Measured], names: Sequence[str]) -> Vector:
    rows = [[one.values.get(name, 0.0) for name in names] for one in measured]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(names))


def _folds(judged: Sequence[Judged]) -> list[tuple[int, int]]:
    size = math.ceil(len(judged) / _FOLDS)
    return [(at, size) for at in range(0, len(judged), size)]


def figures(judged: Sequence[Judged], learnt: Sequence[Weights]) -> str:
    """Give nDCG at 5, precision and the share of bad takeaways; article n is drafted by the weights of its fold."""
    size = math.ceil(len(judged) / len(learnt))
    rows = [
        _figures(one, [taken.sentence.index for taken in select(one.analysis, learnt[place // size]).chosen])
        for place, one in enumerate(judged)
    ]
    gain, right, bad = (statistics.fmean(column) for column in zip(*rows, strict=True))
    return f"nDCG@5 {gain:.3f}   precision {right:.3f}   bad {bad:.3f}   ({LEAST} to {MOST} takeaways)"


def _figures(one: Judged, chosen: Sequence[int]) -> tuple[float, float, float]:
    """Each stretch is met once, by the first sentence that shares half of the shorter."""
    left = [stretch for stretch in one.takeaways if stretch[2]]
    gains: list[int] = []
    for index in chosen:
        sentence = one.analysis.sentences[index]
        met = next((stretch for stretch in left if shares(sentence, *stretch[:2])), None)
        gains.append(met[2] if met else 0)
        if met:
            left.remove(met)
    ideal = sorted((grade for *_, grade in one.takeaways if grade), reverse=True)
    return (
        _gain(gains) / (_gain(ideal) or 1),
        sum(map(bool, gains)) / (len(gains) or 1),
        sum(one.grade(index) == 0 for index in chosen) / (len(chosen) or 1),
    )


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / math.log2(place + 2) for place, grade in enumerate(grades[:5]))


def toml(genre: Genre, weights: Weights) -> list[str]:
    """Give the lines of a table, the heaviest weights first."""
    heaviest = sorted(weights.of.items(), key=lambda one: (-abs(one[1]), one[0]))
    return [
        f"[{genre}]",
        *(f"{name} = {getattr(weights, name)}" for name in ("constant", "least", "sixth", "repetition")),
        "",
        f"[{genre}.weights]",
        *(f'"{name}" = {value}' for name, value in heaviest),
    ]


if __name__ == "__main__":
    main()
