"""The benchmark of drafting measures what it says, on a site so small that its figures mean nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks import drafting_speed
from tests.benchmarks.articles import LONGEST, SHORTEST, article
from tests.benchmarks.drafting_speed import adding, against_spacy, memory, unchanged, watch_draft, with_two_jobs
from tests.benchmarks.figures import Figure
from tests.benchmarks.sites import write_drafted_site, write_site

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_articles_are_always_the_same_and_all_different() -> None:
    """As long as they are said to be."""
    texts = [article(number) for number in range(60)]
    assert texts == [article(number) for number in range(60)]
    assert len(set(texts)) == 60
    assert all(SHORTEST <= len(text.split()) <= LONGEST for text in texts)


def test_every_measure_gives_a_figure(tmp_path: Path) -> None:
    """With what lies behind it."""
    figures = [
        against_spacy(tmp_path / "a", articles=2, rounds=1),
        with_two_jobs(tmp_path / "b", articles=2, rounds=1),
        memory(tmp_path / "c", few=1, many=2),
        unchanged(tmp_path / "d", articles=12, rounds=1),
        adding(tmp_path / "e", small=1, large=3, rounds=1),
    ]
    assert [figure.what for figure in figures] == list(drafting_speed.MEASURES)
    assert all(figure.found > 0 for figure in figures)


def test_the_watch_sees_what_is_loaded_and_opened(tmp_path: Path) -> None:
    """So that finding nothing in a run over unchanged articles means something."""
    opened, modules = watch_draft(write_site(tmp_path / "new", 1))
    assert "spacy" in modules
    assert list(opened.values()) == [2]  # to tell that it is new, and to draft it
    opened, modules = watch_draft(write_drafted_site(tmp_path / "old", 1))
    assert not [name for name in modules if name.split(".")[0] in {"spacy", "thinc"}]
    assert list(opened.values()) == [1]


def test_a_limit_that_is_missed_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In words and by the exit status."""

    def figure(found: float) -> Figure:
        return Figure(what="size", found=found, limit=2, at_most=True, unit="×", how="of a thing")

    monkeypatch.setattr(drafting_speed, "MEASURES", {"good": lambda _: figure(1), "bad": lambda _: figure(3)})
    assert drafting_speed.main(["good"]) == 0
    assert drafting_speed.main([]) == 1
    assert capsys.readouterr().out.splitlines()[1:] == [
        "size         1.00× ≤ 2.00× fine    of a thing",
        "size         3.00× ≤ 2.00× MISSED  of a thing",
    ]
