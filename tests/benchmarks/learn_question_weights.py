"""Learn what makes an open question one that an editor asks, and write `briefgen/drafting/questions/weights.toml`.

usage: python -m tests.benchmarks.learn_question_weights ARTICLES GOLD [--corpus FOLDER] [--write]

ARTICLES, GOLD   articles, and for each the choices of an editor (format: tests/benchmarks/gold.py)
--corpus         more articles, whose choices are in tests/benchmarks/judgements.json
--write          write the file; without it the figures are printed only

Logistic regression (Newton's method with a ridge) on whether a candidate's sentence is one of which an editor asks something.
The least worth of a question is the one that does best on articles held out, precision weighing twice as much as recall;
what is printed is measured so too, a tenth of the articles at a time.
The features are those of `briefgen.drafting.questions.rank`; nothing here is random.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from briefgen.drafting.questions.draft import question_candidates, selected
from briefgen.drafting.weighing import log_odds
from tests.benchmarks.gold import meets, precision_and_recall, read_call
from tests.benchmarks.logistic import fit_logistic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.drafting.questions.draft import Candidate
    from tests.benchmarks.gold import Judged, Meets

WEIGHTS = Path("briefgen/drafting/questions/weights.toml")
_CONSTANT = "constant"
_RIDGE = 3.0
_FOLDS = 10
_BEFOREHAND = {"under what is open": 1.5, "under what to watch": 0.5, "under its takeaways": 0.5}
"""What features weigh until articles say otherwise: few articles have such sections."""
_LEASTS = tuple(round(-2.0 + 0.1 * step, 1) for step in range(26))
_HEADER = """\
# How much each thing that is measured of a question (briefgen/drafting/questions/rank.py) speaks for it: log odds, so that 0.7
# doubles the odds. Learned from annotated articles by tests/benchmarks/learn_question_weights.py, which writes it anew.
# `least`: worth below which a question is not drafted.

"""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The candidates of one article, and for each the editor's questions that its sentence leaves open."""

    candidates: tuple[Candidate, ...]
    meets: Meets
    """By sentence."""
    asked: int
    """How many questions the editor has."""


def main() -> None:
    """Learn, print how well it does on articles held out, and write the weights where that is asked for."""
    every, args = read_call(__doc__)
    judged = [judge(one) for one in every]
    report(judged, write=args.write)


def report(judged: Sequence[Candidates], *, write: bool) -> None:
    """Learn from articles, print the figures and write the weights where that is asked for."""
    folds = [[one for index, one in enumerate(judged) if index % _FOLDS != held] for held in range(_FOLDS)]
    tables = [fit(fold) for fold in folds]
    order = [(judged[index], tables[index % _FOLDS]) for index in range(len(judged))]
    tried = {least: figures(order, least) for least in _LEASTS}
    for least, (precision, recall, items) in tried.items():
        print(f"least {least:5.1f}: precision {precision:.3f} recall {recall:.3f} questions {items}")
    least = max(_LEASTS, key=lambda value: _balance(*tried[value][:2]))
    learned = fit(judged)
    print(f"{len(judged)} articles, {sum(len(one.candidates) for one in judged)} candidates; least {least}")
    print(
        "in sample: precision {:.3f} recall {:.3f} questions {}".format(*figures([(o, learned) for o in judged], least))
    )
    constant = learned.pop(_CONSTANT)
    lines = [f'"{name}" = {value:.2f}' for name, value in sorted(learned.items(), key=lambda p: (-p[1], p[0]))]
    text = _HEADER + f"constant = {constant:.2f}\nleast = {least}\n\n[weights]\n" + "\n".join(lines) + "\n"
    print(text)
    if write:
        WEIGHTS.write_text(text, encoding="utf-8")


def judge(one: Judged) -> Candidates:
    """Find which of an article's candidates the editor's questions come from."""
    possible = tuple(candidate for candidate in question_candidates(one.analysis) if candidate.possible)
    return Candidates(possible, meets(one.analysis, one.questions), len(one.questions))


def fit(judged: Sequence[Candidates]) -> dict[str, float]:
    """Give the weight of each feature, and the constant."""
    every = [(one, candidate) for one in judged for candidate in one.candidates]
    names = sorted({name for _, candidate in every for name in candidate.measured} | set(_BEFOREHAND))
    rows = np.array([[candidate.measured.get(name, 0.0) for name in names] + [1.0] for _, candidate in every])
    wanted = np.array([float(bool(one.meets[candidate.sentence])) for one, candidate in every])
    ridge = np.array([_RIDGE] * len(names) + [0.01])
    assumed = np.array([_BEFOREHAND.get(name, 0.0) for name in (*names, _CONSTANT)])
    weights = fit_logistic(rows, wanted, ridge=ridge, assumed=assumed)
    return {name: round(float(weight), 2) for name, weight in zip((*names, _CONSTANT), weights, strict=True)}


def figures(order: Sequence[tuple[Candidates, Mapping[str, float]]], least: float) -> tuple[float, float, int]:
    """Give precision, recall and the number of questions: means over articles that have any drafted, and any asked."""
    drafted_by: list[tuple[list[int], Meets, int]] = []
    for one, table in order:
        scored = [
            replace(candidate, score=table[_CONSTANT] + log_odds(candidate.measured, table))
            for candidate in one.candidates
        ]
        kept = [candidate for candidate in selected(scored, least) if not candidate.rejected]
        drafted_by.append(([candidate.sentence for candidate in kept], one.meets, one.asked))
    return precision_and_recall(drafted_by)


def _balance(precision: float, recall: float) -> float:
    """Weigh precision twice as much as recall: a question that nobody would ask is worse than one less."""
    return 1.5 * precision * recall / max(1e-9, 0.5 * precision + recall)


if __name__ == "__main__":
    main()
