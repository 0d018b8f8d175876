"""Peoples, parts of the world and members of a party: somebody, or a quality or a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis


@pytest.mark.parametrize(
    ("story", "names"),
    [
        ("Kenyans have waited for months.", {"Kenyans": "group"}),
        # with its article the word stands for the state more often than for its people
        ("The Kenyans rejected the plan.", {"Kenya": "state"}),
        ("Kenyan farmers rejected the plan.", {"Kenya": "state", "Kenyan farmers": "group"}),
        ("Europe wants an answer.", {"Europe": "group"}),
        ("Storms crossed Europe.\nHeat returned to Europe.", {"Europe": "group"}),
        ("Republicans blocked the bill.", {"Republicans": "group"}),
        ("The Republican Party blocked the bill.", {"Republican Party": "organisation"}),
    ],
)
def test_who_is_meant(tell: Callable[..., Analysis], story: str, names: dict[str, str]) -> None:
    """A people without its article, a part of the world that acts or is acted upon, members of a party are groups."""
    assert {one.name: one.kind for one in tell(story).entities if one.kind != "person"} == names


def test_a_part_of_the_world_may_be_a_place(tell: Callable[..., Analysis]) -> None:
    """Behind a preposition nobody is meant."""
    assert "Europe" not in {one.name for one in tell("The heat moved across Europe.").entities}


def test_a_part_of_the_world_and_its_people_are_one(tell: Callable[..., Analysis]) -> None:
    """Europe and the Europeans are not two actors."""
    found = tell("Europe wants an answer.\nEuropeans are tired.").entities
    assert [(one.name, one.aliases) for one in found] == [("Europeans", ("Europe",))]
