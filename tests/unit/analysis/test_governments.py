"""To whom the White House belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

STORY = "The United States closed the port.\nThe White House refused to comment.\n"


def aliases(analysis: Analysis) -> dict[str, tuple[str, ...]]:
    """Give the other forms of each organisation and state by name."""
    return {one.name: one.aliases for one in analysis.entities if one.kind in {"organisation", "state"}}


def test_the_house_belongs_to_the_administration_that_is_named(tell: Callable[..., Analysis]) -> None:
    """Its mentions go with it, and the story's shares still add up."""
    found = tell(STORY + "The Quist administration promised to reopen it.")
    assert aliases(found) == {"United States": (), "Quist administration": ("White House",)}
    assert abs(sum(one.salience for one in found.entities) - 1) < 1e-4


def test_without_one_it_stands_for_the_state(tell: Callable[..., Analysis]) -> None:
    """So does it beside a city's administration, which is another."""
    assert aliases(tell(STORY))["United States"] == ("White House",)
    assert aliases(tell(STORY + "The city administration objected."))["United States"] == ("White House",)


def test_where_nothing_else_stands_for_the_state_it_stays(tell: Callable[..., Analysis]) -> None:
    """A state is never left without a mention."""
    story = "The White House refused to comment.\nThe Quist administration promised to reopen the port."
    assert aliases(tell(story))["United States"] == ("White House",)
