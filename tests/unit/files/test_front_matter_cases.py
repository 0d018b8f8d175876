"""Ordinary mistakes in front matter: each folder of cases/front_matter/ is one, with the lines an editor gets to see.

Where some of them can be mended, `fixed.md` is what `briefgen check --fix` makes of the file.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import ContentError
from briefgen.files.fixing import fixed
from briefgen.files.front_matter import read_briefing
from briefgen.model.briefing import Briefing

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
    """A second run has nothing to mend, and names no more than what the first one left."""
    text = (case / "fixed.md").read_bytes().decode()
    assert fixed(text, Briefing).fixes == ()
    mended = len(fixed((case / "input.md").read_bytes().decode(), Briefing).fixes)
    before = len((case / "expected.txt").read_text().splitlines())
    try:
        read_briefing("input.md", text)
    except ContentError as error:
        assert (
            len(error.problems) <= before - mended + 1
        )  # a value in quotes can turn out to be none that the field takes
    else:
        assert mended == before


def test_there_are_enough_of_them() -> None:
    """Fourteen of 25 such mistakes make MkDocs drop all front matter without a word."""
    assert len(CASES) >= 80
    assert len(MENDED) >= 40
