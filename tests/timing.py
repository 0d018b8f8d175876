"""Work at several sizes -> whether its time grows with the size and not with its square.

Measured in the process's own time, the least of several tries. What takes less than `NOTHING` at the larger size is not
compared: a square that small reaches a second only past the size that is refused. A busy machine can make twice the length
look like more than it is, so what looks bad there is decided at eight times the length, where a square stands far off.
"""

from __future__ import annotations

import gc
from time import process_time
from typing import TYPE_CHECKING, TypeVar

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")

WORST_RATIO = 2.6
"""Of the time for twice the length; a square would give 4."""
_FAR = 8
"""Times the length where what looked bad at twice is decided."""
_WORST_FAR = 20.0
"""Of the time for eight times the length: linear work gives 8, a square 64, and this is near the middle of the two (22.6)."""
NOTHING = 0.012
"""Seconds of work that are noise."""
_TRIES = 4


def time_of(step: Callable[[], Value]) -> tuple[float, Value]:
    """Run a step; give the process's seconds and what came of it."""
    gc.disable()
    try:
        before = process_time()
        value = step()
        return process_time() - before, value
    finally:
        gc.enable()


def is_linear(step: str, of_length: Callable[[int], Callable[[], object]]) -> None:
    """Assert that a step's time grows with the length, given the work at so many times the smallest length."""
    small, twice = of_length(1), of_length(2)
    least = [float("inf"), float("inf")]
    for _ in range(_TRIES):
        least[1] = min(least[1], time_of(twice)[0])
        if least[1] < NOTHING:
            return
        least[0] = min(least[0], time_of(small)[0])
        if least[1] < WORST_RATIO * least[0]:
            return
    spent = time_of(of_length(_FAR))[0]
    if spent > _WORST_FAR * least[0]:
        pytest.fail(f"{step}: {least[0]:.3f} s, then {spent:.3f} s for {_FAR} times the length")
