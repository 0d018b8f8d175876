"""Learn what makes somebody a main actor, and write `briefgen/drafting/actors/weights.toml`.

usage: python -m tests.benchmarks.learn_actor_weights ARTICLES GOLD [--corpus FOLDER] [--write]

ARTICLES, GOLD   articles, and for each the choices of an editor (format: tests/benchmarks/gold.py)
--corpus         more articles, whose choices are in tests/benchmarks/judgements.json
--write          write the file; without it the figures are printed only

Logistic regression (Newton's method with a ridge) on whether an editor called the actor a main one, every article weighing the
same. What is printed is measured on articles held out, an eleventh at a time. The features are those of
`briefgen.drafting.actors.involvement`; nothing here is random.
"""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from briefgen.drafting.actors.draft import LEAST, MOST, actor_candidates, floor_of
from briefgen.drafting.actors.involvement import measure
from briefgen.model.folding import fold
from tests.benchmarks.gold import read_call
from tests.benchmarks.logistic import fit_logistic

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.analysis import Entity
    from tests.benchmarks.gold import Judged

WEIGHTS = Path("briefgen/drafting/actors/weights.toml")
_NAMED = 0.4
"""How likely somebody whom the editor lists, but not as a main actor, is wanted, where a main one is 1."""
_RIDGE = 3.0  # 1 to 10 gives figures within 0.01
_FOLDS = 11
_HEADER = """\
# How much each thing that is measured of somebody (briefgen/drafting/actors/involvement.py) speaks for a main actor: log odds, so
# that 0.7 doubles the odds. Learned from annotated articles by tests/benchmarks/learn_actor_weights.py, which writes it anew.

[weights]
"""


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody whom an article names, and whom of the editor's actors that is."""

    values: Mapping[str, float]
    wanted: float
    actor: int | None


@dataclass(frozen=True, slots=True)
class Named:
    """Those who may be actors of one article."""

    rows: tuple[Row, ...]
    mains: frozenset[int]


def main() -> None:
    """Learn, print how well it does on articles held out, and write the weights where that is asked for."""
    every, args = read_call(__doc__)
    judged = [found for one in every if (found := judge(one)) is not None]
    names = sorted({name for one in judged for row in one.rows for name in row.values})
    held_out = [
        choice
        for fold_index in range(_FOLDS)
        for choice in _tried(
            judged[fold_index::_FOLDS],
            fit([one for index, one in enumerate(judged) if index % _FOLDS != fold_index], names),
        )
    ]
    right, main_found = zip(*held_out, strict=True)
    print(f"{len(judged)} articles, held out: precision {_mean(right):.3f}, recall of main {_mean(main_found):.3f}")
    learned = fit(judged, names)
    lines = [
        f'"{name}" = {weight:.2f}' for name, weight in sorted(learned.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    print("\n".join(lines))
    if args.write:
        WEIGHTS.write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def judge(one: Judged) -> Named | None:
    """Find which of an article's names are the editor's actors; None where the editor calls none a main one."""
    forms = [{_key(form) for form in actor.forms} for actor in one.actors]
    mains = frozenset(index for index, actor in enumerate(one.actors) if actor.main)
    possible = {candidate.index for candidate in actor_candidates(one.analysis) if candidate.possible}
    rows = []
    for index, (entity, values) in enumerate(zip(one.analysis.entities, measure(one.analysis), strict=True)):
        if index in possible:
            actor = _whom(entity, forms)
            rows.append(Row(values, 0.0 if actor is None else 1.0 if actor in mains else _NAMED, actor))
    return Named(tuple(rows), mains) if mains and rows else None


def fit(judged: Sequence[Named], names: Sequence[str]) -> dict[str, float]:
    """Give the weight of each feature by the names given."""
    rows = np.array([[row.values.get(name, 0.0) for name in names] for one in judged for row in one.rows])
    wanted = np.array([row.wanted for one in judged for row in one.rows])
    importance = np.array([1 / len(one.rows) for one in judged for _ in one.rows])
    importance /= importance.mean()
    weights = fit_logistic(rows, wanted, ridge=np.full(len(names), _RIDGE), importance=importance)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def _tried(judged: Sequence[Named], weights: Mapping[str, float]) -> Iterator[tuple[float, float]]:
    """Give precision and recall of the main actors for each article."""
    for one in judged:
        odds = [sum(weights.get(name, 0.0) * value for name, value in row.values.items()) for row in one.rows]
        ranked = sorted(zip(odds, one.rows, strict=True), key=lambda pair: -pair[0])
        kept = [row for place, (worth, row) in enumerate(ranked) if place < LEAST or worth >= _floor(row)][:MOST]
        met = {row.actor for row in kept if row.actor is not None}
        yield len(met) / len(kept), len(met & one.mains) / len(one.mains)


def _floor(row: Row) -> float:
    """Give the log odds below which the draft leaves somebody out."""
    floor = floor_of(named="has no name" not in row.values)
    return float(np.log(floor / (1 - floor)))


def _whom(entity: Entity, forms: Sequence[set[str]]) -> int | None:
    """Give the editor's actor that the entity is: by its name before its other forms."""
    name = _key(entity.name)
    every = {name, *map(_key, entity.aliases)}
    by_name = (index for index, known in enumerate(forms) if name in known)
    return next(by_name, next((index for index, known in enumerate(forms) if every & known), None))


def _key(name: str) -> str:
    plain = re.sub(r"[^\w\s]", "", fold(name).lower().replace("'s", ""))
    return re.sub(r"^(?:the|president|mr|mrs|ms|dr|us) ", "", plain).strip()


def _mean(values: Sequence[float]) -> float:
    return statistics.fmean(values)


if __name__ == "__main__":
    main()
