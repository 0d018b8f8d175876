"""Words -> those that carry meaning: what two sentences are compared by."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_EMPTY = frozenset({"be", "have", "do", "say", "also", "other", "such", "same", "own"})


def content_words(tokens: Sequence[Token]) -> Counter[str]:
    """Give the lemmas that carry meaning, in lower case, with their number."""
    return Counter(
        token.lemma.lower()
        for token in tokens
        if token.pos in _CONTENT and token.lemma.lower() not in _EMPTY and any(map(str.isalnum, token.text))
    )
