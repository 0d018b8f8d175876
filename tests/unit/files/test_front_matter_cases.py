"""Ordinary mistakes in front matter: each folder of cases/front_matter/ is one, with the lines an editor gets to see.

Where some of them can be mended, `fixed.md` is what `briefgen check --fix` makes of the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.errors import ContentError
from briefgen.files.fixing import fixed
from briefgen.files.front_matter import read_briefing
from briefgen.model.briefing import Briefing

if TYPE_CHECKING:
    from briefgen.model.problem import Problem

CASES = sorted((Path(__file__).parents[2] / "cases" / "front_matter").iterdir())
MENDED = [case for case in CASES if (case / "fixed.md").exists()]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_mistake_is_refused_with_its_place(case: Path) -> None:
    """Each mistake is named at its line and column, with what to type instead; all of a file's at once."""
    text = (case / "input.md").read_bytes().decode()
    with pytest.raises(ContentError) as caught:
        read_briefing("input.md", text)
    assert f"{caught.value}\n" == (case / "expected.txt").read_text()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_is_sure_is_mended(case: Path) -> None:
    """What is mended is in `fixed.md`; a file without one has nothing of which it is sure what was meant."""
    text = (case / "input.md").read_bytes().decode()
    result = fixed(text, Briefing)
    expected = (case / "fixed.md").read_bytes().decode() if case in MENDED else text
    assert result.text == expected
    assert bool(result.fixes) == (case in MENDED)


@pytest.mark.parametrize("case", MENDED, ids=[case.name for case in MENDED])
def test_what_is_mended_is_not_found_again(case: Path) -> None:
    """A second run has nothing to mend, and names less than the first one."""
    text = (case / "fixed.md").read_bytes().decode()
    assert fixed(text, Briefing).fixes == ()
    before = len((case / "expected.txt").read_text().splitlines())
    assert len(_problems(text)) < before


def _problems(text: str) -> tuple[Problem, ...]:
    try:
        read_briefing("input.md", text)
    except ContentError as error:
        return error.problems
    return ()


def test_there_are_enough_of_them() -> None:
    """Fourteen of 25 such mistakes make MkDocs drop all front matter without a word."""
    assert len(CASES) >= 80
    assert len(MENDED) >= 40
