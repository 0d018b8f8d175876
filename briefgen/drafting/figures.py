"""Words -> the figures among them: amounts, shares, measures and counts, written with a digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Token

_TYPES = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})


def figures(tokens: Sequence[Token]) -> list[Token]:
    """Give the tokens that print a figure, in the order of the text; days and years are none."""
    return [token for token in tokens if token.entity in _TYPES and any(map(str.isdigit, token.text))]
