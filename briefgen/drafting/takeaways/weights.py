"""The learned weights -> what a sentence is worth, by the kind of text it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from briefgen.drafting.weighing import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

Genre = Literal["paragraphs", "running"]
"""A text in paragraphs, whether news or an analysis in sections; or one paragraph without a title, as agencies' feeds have it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How one kind of text is weighed."""

    constant: float
    least: float
    """Worth below which a sentence is taken only where there would be fewer than three."""
    sixth: float
    """What the sixth must be worth: a reader of five takeaways has the news, one more must add to it."""
    repetition: float
    """What a sentence loses where it repeats all its words of one already taken."""
    of: Mapping[str, float]
    """By the name of the feature; one that is not there weighs nothing."""


@cache
def weights(genre: Genre) -> Weights:
    """Give the weights of a kind of text, from `weights.toml` beside this module."""
    table = read_table("takeaways")[genre]
    return Weights(
        constant=table["constant"],
        least=table["least"],
        sixth=table["sixth"],
        repetition=table["repetition"],
        of=dict(table["weights"]),
    )
