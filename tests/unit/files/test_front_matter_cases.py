"""Ordinary mistakes in front matter: each folder of cases/front_matter/ is one, with the lines an editor gets to see."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import ContentError
from briefgen.files.front_matter import read_briefing

CASES = sorted((Path(__file__).parents[2] / "cases" / "front_matter").iterdir())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_mistake_is_refused_with_its_place(case: Path) -> None:
    """Each mistake is named at its line and column, with what to type instead; all of a file's at once."""
    text = (case / "input.md").read_bytes().decode()
    with pytest.raises(ContentError) as caught:
        read_briefing("input.md", text)
    assert f"{caught.value}\n" == (case / "expected.txt").read_text()


def test_there_are_enough_of_them() -> None:
    """Fourteen of 25 such mistakes make MkDocs drop all front matter without a word."""
    assert len(CASES) >= 25
