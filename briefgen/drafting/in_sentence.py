"""Mentions, statements or times of a story -> those of one sentence, without going through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Placed(Protocol):
    @property
    def sentence(self) -> int: ...


Placed = TypeVar("Placed", bound=_Placed)
_sentence = attrgetter("sentence")


def in_sentence(items: Sequence[Placed], index: int) -> Sequence[Placed]:
    """Give the items of one sentence.

    Going through all items for each sentence took 3 s on a story of 200,000 characters, and four times that on twice as many.

    Args:
        items: In the order of the text, as an analysis holds them.
        index: Of the sentence.
    """
    return items[bisect_left(items, index, key=_sentence) : bisect_right(items, index, key=_sentence)]
