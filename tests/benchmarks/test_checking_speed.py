"""The benchmark of checking measures what it says, on a site so small that its figures mean nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks import checking_speed
from tests.benchmarks.checking_speed import linear, memory, proving

if TYPE_CHECKING:
    from pathlib import Path


def test_every_measure_gives_a_figure(tmp_path: Path) -> None:
    """With what lies behind it."""
    figures = [
        linear(tmp_path / "a", few=1, many=2, rounds=1),
        proving(tmp_path / "b", briefings=1, rounds=1),
        memory(tmp_path / "c", few=1, many=2),
    ]
    assert [figure.what for figure in figures] == list(checking_speed.MEASURES)
    assert all(figure.how for figure in figures)
