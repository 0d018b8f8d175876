"""Names of persons that the model passed over, where the text itself tells that they are persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis, Entity


def people(analysis: Analysis) -> dict[str, Entity]:
    """Give the persons by name."""
    return {one.name: one for one in analysis.entities if one.kind == "person"}


def test_an_office_behind_the_name_tells(tell: Callable[..., Analysis]) -> None:
    """Two words with a capital and an office behind a comma are a person, with that role."""
    found = people(tell("Rasmik Umberov, head of the northern delegation, gave a statement."))
    assert found["Rasmik Umberov"].role == "head of the northern delegation"


def test_a_first_name_that_stands_alone_elsewhere_belongs_to_the_name(tell: Callable[..., Analysis]) -> None:
    """Who is called by the first name afterwards is one person, named in full."""
    found = people(tell("Masouma Quist walked to the quay.\n“It is gone,” says Masouma."))
    assert found["Masouma Quist"].aliases == ("Masouma",)


@pytest.mark.parametrize(
    "sentence", ["The Prime Minister said no.", "New Ferry Plan Fails.", "The Northern Lights shone."]
)
def test_offices_and_things_are_no_names(tell: Callable[..., Analysis], sentence: str) -> None:
    """An office without a name, and words in title case of which nothing tells, make no person."""
    assert not {name for name, one in people(tell(sentence)).items() if one.named}


def test_a_surname_is_told_by_its_ending(tell: Callable[..., Analysis]) -> None:
    """A word with the ending of a family's name is a person, whatever the model takes it for."""
    assert "Melnytskyy" in people(tell("Melnytskyy told reporters that the port was lost."))


def test_a_name_behind_in_with_an_office_is_no_place(tell: Callable[..., Analysis]) -> None:
    """Who is named before a thing that one can be in stays a person."""
    story = "President Quist signed the order.\nTurnover in President Quist’s cabinet is high."
    assert "President Quist" in people(tell(story))
