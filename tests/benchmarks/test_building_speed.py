"""The benchmark of building measures what it says, on a site so small that its figures mean nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.building_speed import figures, measure

if TYPE_CHECKING:
    from pathlib import Path


def test_every_measure_gives_a_figure(tmp_path: Path) -> None:
    """Five briefings: cold, warm with a page that shows the change, plain, and what is told of them."""
    one = measure(tmp_path, 5, rounds=1)
    assert min(one.plain, one.cold, one.warm) > 0.1
    assert one.pages > 10
    assert 10_000 < one.largest < 100_000
    assert [figure.what for figure in figures([one, one])] == [
        *("cold", "warm") * 2,
        "page",
        "scaling",
        "memory",
    ]
    assert all(figure.how for figure in figures([one]))
