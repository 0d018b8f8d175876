"""Descriptions of one body of a state are brought together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis


def test_a_government_is_its_state(tell: Callable[..., Analysis]) -> None:
    """Where the text has the state, its government is a form of it."""
    analysis = tell("Kenya paid.\nThe Kenyan government denied it.\nUganda thanked the Kenyan government.")
    assert [(one.name, one.aliases) for one in analysis.entities if one.name != "Uganda"] == [
        ("Kenya", ("Kenyan government",))
    ]


def test_troops_and_forces_of_a_state_are_one(tell: Callable[..., Analysis]) -> None:
    """Two words for a state's military are one organisation; another state's are others."""
    analysis = tell("Kenyan troops crossed the river.\nKenyan forces burned a bridge.\nNorwegian forces burned a barn.")
    bodies = {one.name: one for one in analysis.entities if not one.named}
    assert bodies["Kenyan troops"].aliases == ("Kenyan forces",)
    assert bodies["Kenyan troops"].kind == "organisation"
    assert "Norwegian forces" in bodies
