"""Which pronoun a text uses for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.analysis.gender import genders

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis


@pytest.mark.parametrize(
    ("story", "gender"),
    [
        ("Quist left because she was tired.", "she"),
        ("Bo Quist lost his hat.", "he"),
        ("Mr. Quist left.", "he"),
        ("Spokeswoman Ada Quist left.", "she"),
        ("Ada Quist left.", None),
        # two persons: nobody knows whose
        ("Ada Quist met Bo Dahl in her office.", None),
        # as often one as the other
        ("Ada Quist says she is late.\nAda Quist says he is late.", None),
    ],
)
def test_what_the_text_tells(tell: Callable[..., Analysis], story: str, gender: str | None) -> None:
    """Pronouns that can mean nobody else, titles and offices tell; a name never does."""
    analysis = tell(story)
    found = genders(analysis.sentences, analysis.entities)
    quist = next(index for index, one in enumerate(analysis.entities) if "Quist" in one.name)
    assert found.get(quist) == gender


def test_she_is_not_he(tell: Callable[..., Analysis]) -> None:
    """A pronoun passes over who is called by the other one."""
    story = "Ada Quist says her plan is sound.\nBo Dahl says his plan is better.\nThe port is old, she said."
    statement = tell(story).statements[-1]
    assert (statement.sentence, statement.speaker) == (2, "Ada Quist")
