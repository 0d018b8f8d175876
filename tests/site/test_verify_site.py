"""`verify-site`: a site without a fault has no problems, and each fault that is planted is found, where it stands."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from briefgen.verifying.codes import CODES
from tests.site.verified import Case, cases, prove, report, write_good

if TYPE_CHECKING:
    from pathlib import Path

_MADE_HERE = frozenset(["file-unreadable", "file-too-large"])
"""Codes of what no case folder can hold."""


def test_a_site_without_a_fault_has_no_problems(tmp_path: Path) -> None:
    """Nothing is reported that is as it should be."""
    write_good(tmp_path)
    assert report(prove(tmp_path)) == ""


@pytest.mark.parametrize("case", cases(), ids=[case.name for case in cases()])
def test_a_planted_fault_is_found_where_it_stands(case: Case, tmp_path: Path) -> None:
    """The report is the one that was looked at: `UPDATE_CASES=1` writes it anew."""
    problems = case.problems(tmp_path)
    if os.environ.get("UPDATE_CASES"):
        case.expected.write_text(report(problems), encoding="utf-8")
    assert report(problems) == case.expected.read_text(encoding="utf-8")
    assert case.code in {one.code for one in problems}
    assert all(one.severity == CODES[one.code].severity for one in problems)


def test_every_code_has_a_case() -> None:
    """No code is given that nobody has seen."""
    assert {case.code for case in cases()} | _MADE_HERE == set(CODES)
