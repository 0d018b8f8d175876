"""What is measured of those whom a story names, and what it weighs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.actors.involvement import likely, measure, weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

    Analysed = Callable[[str], Analysis]

STORY = """
Norway refused to sell the harbour of Vardal to Iceland. Ingrid Solheim, the mayor, said Norway was right.

Fishermen from Iceland protested. The Vardal plan was blamed.
"""


def measured(analysis: Analysis) -> dict[str, dict[str, float]]:
    """Give what was measured by name."""
    return {entity.name: values for entity, values in zip(analysis.entities, measure(analysis), strict=True)}


def test_every_weight_is_of_something_measured(analysed: Analysed) -> None:
    """A weight that no feature bears would be a slip of the pen."""
    story = STORY + "\n\nOlav spoke. Senior harbour officials agreed. It was the Peru plan."
    seen = {name for values in measured(analysed(story)).values() for name in values}
    seen |= {name for values in measured(analysed("The Bridge Story was told to Norway.")).values() for name in values}
    seen |= {name for values in measured(analysed("Kenyan analysts told Norway so.")).values() for name in values}
    assert set(weights()) - seen <= {"in the title"}


def test_what_is_measured(analysed: Analysed) -> None:
    """Who acts, speaks, opens the story and has a role shows it; what is not so is not there."""
    found = measured(analysed(STORY))
    assert {"acts", "acts in a main clause", "in the first sentence", "state"} <= found["Norway"].keys()
    assert {"speaks", "has a role", "person"} <= found["Ingrid Solheim"].keys()
    assert "speaks" not in found["Norway"]
    assert "in the first sentence" not in found["Ingrid Solheim"]
    assert "has no name" in found["Fishermen"]
    assert all(0 < value <= 1.5 for values in found.values() for value in values.values())


def test_a_second_mention_says_less_than_the_first(analysed: Analysed) -> None:
    """Counts grow slower and slower."""
    one = measured(analysed("Norway left."))["Norway"]["mentions"]
    two = measured(analysed("Norway left. Norway returned."))["Norway"]["mentions"]
    three = measured(analysed("Norway left. Norway returned. Norway left."))["Norway"]["mentions"]
    assert one > two - one > three - two > 0


def test_likelihood_follows_the_weights() -> None:
    """Log odds of the weights' sum; what has no weight counts nothing."""
    constant = weights()["any"]
    assert likely({"any": 1.0}) == pytest.approx(1 / (1 + math.exp(-constant)))
    assert likely({"any": 1.0, "unheard of": 5.0}) == likely({"any": 1.0})
    assert likely({"any": 1.0, "acts": 1.0}) > likely({"any": 1.0}) > likely({"any": 1.0, "has no name": 1.0})
