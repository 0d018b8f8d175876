"""Rows of measures and what was wanted -> weights: logistic regression with a ridge, by Newton's method."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

_STEPS = 25  # no weight changes in its second decimal after 8


def fit_logistic(
    rows: Vector, wanted: Vector, *, ridge: Vector, importance: Vector | None = None, assumed: Vector | None = None
) -> Vector:
    """Give the weights under which what was wanted is likeliest.

    Args:
        rows: A row for each case, a column for each measure.
        wanted: For each case how likely it is wanted, 0 to 1.
        ridge: For each measure how strongly its weight is drawn to what is assumed.
        importance: What each case counts; 1 each where nothing is given.
        assumed: The weights known beforehand; 0 each where nothing is given.
    """
    counts = np.ones(len(rows)) if importance is None else importance
    start = np.zeros(rows.shape[1]) if assumed is None else assumed
    weights: Vector = start.copy()
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (likely - wanted)) + ridge * (weights - start)
        curvature = (rows * (counts * likely * (1 - likely))[:, None]).T @ rows + np.diag(ridge + 1e-9)
        weights -= np.linalg.solve(curvature, slope)
    return weights
