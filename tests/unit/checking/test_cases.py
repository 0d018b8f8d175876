"""Checking, case by case; the tables in tests/cases/check/ say what is tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.problem import Problem


def test_a_case_has_the_problems_it_names_and_no_others(
    found: dict[str, Problem], expected: tuple[str, ...], waived: tuple[str, ...]
) -> None:
    """Every planted error is found where it is, what is right is left alone, and a waiver silences what it names."""
    assert sorted(found) == sorted(expected), "\n".join(str(problem) for problem in found.values())
    assert sorted(place for place, problem in found.items() if problem.waived) == sorted(waived)
