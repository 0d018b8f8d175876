"""A figure and the word before it -> whether it is another one, rounded: “nearly 1,300” is 1,287, and 1,310 it is not."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, InvalidOperation
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DOWN = "more than|over|above|at least|upwards of|well over|just over|exceeding"
_UP = "nearly|almost|less than|fewer than|under|below|just under|up to|close to|at most"
_EITHER = "about|around|roughly|approximately|some|circa|close to|or so"
_WAYS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(_DOWN.split("|"), ROUND_FLOOR)
    | dict.fromkeys(_UP.split("|"), ROUND_CEILING)
    | dict.fromkeys(_EITHER.split("|"), ROUND_HALF_UP)
)
ROUNDING = re.compile(rf"\b({'|'.join(sorted(_WAYS, key=len, reverse=True))}) (?:the |a |an )?[$€£¥]?$", re.IGNORECASE)
"""The word right before a figure that says how it was rounded."""
LONGEST_ROUNDING = 20
"""Characters that such a word and what may stand behind it are long at most."""
_SHARE_SLACK = Decimal(3)
"""Percentage points that “about a third” may be off."""


def is_rounded(value: str, nearly: str, other: str) -> bool:
    """Tell whether a value is another one rounded, as the word before it says.

    Args:
        value: The rounded one, a decimal number.
        nearly: The word before it; without one nothing is rounded.
        other: What it may be rounded from.

    Returns:
        False, too, for a value with as many digits as the other: 310 is not “about” 300.
    """
    if nearly not in _WAYS:
        return False
    try:
        mine, yours = Decimal(value), Decimal(other)
    except InvalidOperation:
        return False  # a time of day, a fraction, “thousands”
    if not mine or _digits(mine) >= _digits(yours):
        return False
    step = Decimal(1).scaleb(mine.normalize().adjusted() - _digits(mine) + 1)
    return (yours / step).quantize(Decimal(1), rounding=_WAYS[nearly]) * step == mine


def _digits(value: Decimal) -> int:
    """Give how many digits of a number count: 2 for 1,200."""
    return len(value.normalize().as_tuple().digits)


def is_share(value: str, nearly: str, percentage: str) -> bool:
    """Tell whether a fraction is a percentage, exactly or as nearly as the word before it says: a quarter, 25 per cent."""
    count, slash, part = value.partition("/")
    if not slash:
        return False
    try:
        apart = Decimal(percentage) - 100 * Decimal(count) / Decimal(part)
    except InvalidOperation:
        return False
    way = _WAYS.get(nearly)
    if way is None:
        return abs(apart) < 1
    least, most = {ROUND_FLOOR: (0, 1), ROUND_CEILING: (-1, 0)}.get(way, (-1, 1))
    return least * _SHARE_SLACK <= apart <= most * _SHARE_SLACK
