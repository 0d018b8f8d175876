"""A sentence's text -> whether it is one at all, or text that runs on without an end."""

from __future__ import annotations

import re

LONGEST = 2_000
"""Characters: the longest sentence of 10,000 in news, analyses and press releases has 799."""
MOST_WORDS = 500
"""Words and marks: the longest has 118 words. A line of brackets has as many marks as characters, and the language model
takes as long for each as for a word."""

_WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")


def is_endless(sentence: str) -> bool:
    """Tell whether a stretch without an end of a sentence is too long to be reporting.

    Past these bounds stand data, an address, a list without full stops or an attack. Steps that compare the words of a sentence
    with each other take time by the square of its length: 20,000 brackets took more than 12 s, 2,000 characters never 0.1 s.

    Args:
        sentence: Its text, tidy.
    """
    if len(sentence) <= MOST_WORDS:
        return False
    return len(sentence) > LONGEST or sum(1 for _ in _WORD_OR_MARK.finditer(sentence)) > MOST_WORDS
