"""A function of a text -> the same function, which remembers what it gave for the texts it was asked about last.

Some twenty checks look at the same sentence, and several at the same article: splitting it anew for each made up half of
what a proof costs.
"""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

_LONGEST_SENTENCE = 2_000
"""Characters. What is longer is an article, of which only the last is remembered, so that memory stays what it is."""
_SENTENCES = 512
"""A briefing has some two hundred texts and quotes."""


def kept(function: Callable[[str], Result]) -> Callable[[str], Result]:
    """Remember what a function gives for a text.

    Args:
        function: Depends on nothing but the text and gives a value that nobody changes.
    """
    of_sentence = lru_cache(maxsize=_SENTENCES)(function)
    of_article = lru_cache(maxsize=1)(function)

    @wraps(function)
    def remembering(text: str) -> Result:
        return of_sentence(text) if len(text) <= _LONGEST_SENTENCE else of_article(text)

    return remembering
