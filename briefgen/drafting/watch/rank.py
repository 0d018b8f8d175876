"""What is measured of a thing ahead -> how likely an editor would list it, by learned weights that anyone can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.weighing import likelihood, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

FLOOR = 0.22
"""Likelihood below which nothing is drafted."""
DOUBTED = 0.36
"""The same where something speaks against it, such as that nobody could see it happen: between the two one in four is
wanted, and most are words that an editor would strike. With it precision is 0.15 higher, recall 0.05 lower."""
LEAST = 0.2
"""Likelihood above which the likeliest is drafted where nothing reaches the others: an article in eight, and 0.03 of recall."""
LEAST_DOUBTED = 0.27
"""The same where something speaks against it: of six below this an editor would list one."""
LISTED = 0.95
"""That of an item under a heading such as "What to watch": somebody has chosen already."""
_SHOWN = 0.2
"""Log odds that move a likelihood by a twentieth: less explains nothing."""


def weights() -> Mapping[str, float]:
    """Give the weights that come with briefgen, by the feature's name."""
    weights: Mapping[str, float] = read_table("watch")["weights"]
    return weights


def likely(measured: Mapping[str, float], table: Mapping[str, float]) -> float:
    """Give how likely something of which this was measured is listed, 0 to 1."""
    return likelihood(measured, table)


def reasons(measured: Mapping[str, float], table: Mapping[str, float]) -> tuple[str, ...]:
    """Give what spoke for and against, the weightiest first, as "has a day +0.90"."""
    worth = sorted(
        ((table.get(name, 0.0) * value, name) for name, value in measured.items() if name != "any"),
        key=lambda pair: (-abs(pair[0]), pair[1]),
    )
    return tuple(f"{name} {value:+.2f}" for value, name in worth if abs(value) >= _SHOWN)
