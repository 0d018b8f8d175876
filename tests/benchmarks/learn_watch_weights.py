"""Learn which of the things ahead an editor lists, and write `briefgen/drafting/watch/weights.toml`.

usage: python -m tests.benchmarks.learn_watch_weights ARTICLES GOLD [--corpus FOLDER] [--write]

ARTICLES, GOLD   articles, and for each the choices of an editor (format: tests/benchmarks/gold.py)
--corpus         more articles, whose choices are in tests/benchmarks/judgements.json
--write          write the file; without it the figures are printed only

Logistic regression (Newton's method with a ridge) on whether a candidate's sentence is one from which an editor lists something;
the candidates of one sentence weigh as much as one. What is printed is measured on articles held out, a tenth at a time. The
features are those of `briefgen.drafting.watch.features`; nothing here is random.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from briefgen.drafting.watch.draft import drafted, ranking, things_ahead
from briefgen.drafting.watch.rank import likely
from tests.benchmarks.gold import meets, precision_and_recall, read_call
from tests.benchmarks.logistic import fit_logistic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.drafting.watch.candidate import Candidate
    from tests.benchmarks.gold import Judged, Meets

WEIGHTS = Path("briefgen/drafting/watch/weights.toml")
_RIDGE = 4.0  # 2 to 10 gives figures within 0.02
_RAREST = 6
"""Candidates that must have a feature for it to be learned."""
_FOLDS = 10
_HEADER = """\
# How much each thing that is measured of what lies ahead (briefgen/drafting/watch/features.py) speaks for listing it: log odds,
# so that 0.7 doubles the odds. Learned from annotated articles by tests/benchmarks/learn_watch_weights.py, which writes it anew.

[weights]
"""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What one article puts ahead, and for each of its sentences what the editor lists from it."""

    candidates: tuple[Candidate, ...]
    meets: Meets
    """By sentence."""
    listed: int
    """How much the editor lists."""


def main() -> None:
    """Learn, print how well it does on articles held out, and write the weights where that is asked for."""
    every, args = read_call(__doc__)
    judged = [judge(one) for one in every]
    tables = [fit([one for index, one in enumerate(judged) if index % _FOLDS != held]) for held in range(_FOLDS)]
    precision, recall, items = figures([(one, tables[index % _FOLDS]) for index, one in enumerate(judged)])
    print(f"{len(judged)} articles, held out: precision {precision:.3f} recall {recall:.3f}, {items} items")
    learned = fit(judged)
    lines = [f'"{name}" = {value:.2f}' for name, value in sorted(learned.items(), key=lambda p: (-p[1], p[0]))]
    print("\n".join(lines))
    if args.write:
        WEIGHTS.write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def judge(one: Judged) -> Candidates:
    """Find which of an article's candidates the editor's items come from."""
    possible = tuple(candidate for candidate in things_ahead(one.analysis, {}) if not candidate.rejected)
    return Candidates(possible, meets(one.analysis, one.watch), len(one.watch))


def fit(judged: Sequence[Candidates]) -> dict[str, float]:
    """Give the weight of each feature that is not too rare."""
    measured = [(one, candidate) for one in judged for candidate in one.candidates if candidate.measured]
    counted = Counter(name for _, candidate in measured for name in candidate.measured)
    names = sorted(name for name, count in counted.items() if count >= _RAREST)
    rows = np.array([[candidate.measured.get(name, 0.0) for name in names] for _, candidate in measured])
    wanted = np.array([float(bool(one.meets[candidate.sentence])) for one, candidate in measured])
    shared = Counter((id(one), candidate.sentence) for one, candidate in measured)
    importance = np.array([1 / shared[(id(one), candidate.sentence)] for one, candidate in measured])
    weights = fit_logistic(rows, wanted, ridge=np.full(len(names), _RIDGE), importance=importance)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def figures(order: Sequence[tuple[Candidates, Mapping[str, float]]]) -> tuple[float, float, int]:
    """Give precision, recall and the number of items: means over articles that have any drafted, and any listed."""
    drafted_by: list[tuple[list[int], Meets, int]] = []
    for one, table in order:
        scored = [
            replace(candidate, score=likely(candidate.measured, table)) if candidate.measured else candidate
            for candidate in one.candidates
        ]
        kept = drafted(ranking(scored))
        drafted_by.append(([candidate.sentence for candidate in kept], one.meets, one.listed))
    return precision_and_recall(drafted_by)


if __name__ == "__main__":
    main()
