"""An office that the text tells behind a name, without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

STORY = "Ada Quist flew to Lisbon on Monday.\nQuist praised the port.\nQuist signed a treaty.\n"


def role(analysis: Analysis) -> str | None:
    """Give the role of the story's main person."""
    return next(one.role for one in analysis.entities if one.name == "Ada Quist")


def test_the_office_of_a_state_right_behind_the_name_is_the_role(tell: Callable[..., Analysis]) -> None:
    """Whom the story turns on is who it calls by the office."""
    assert role(tell(f"{STORY}The Kenyan president was tired.")) == "Kenyan president"


@pytest.mark.parametrize(
    "behind",
    [
        "The president was tired.",  # once, and of no state
        "A Kenyan president was tired.",
        "The Kenyan president Nils Dahl was tired.",
        "Nils Dahl, the Kenyan president, spoke.\nThe Kenyan president was tired.",
    ],
)
def test_another_office_tells_nothing(tell: Callable[..., Analysis], behind: str) -> None:
    """An office that may be another's is no role."""
    assert role(tell(STORY + behind)) is None
