"""A line or piece beside a name -> whether it only tells the author's post: "Senior Writer, Northern Islands"."""

from __future__ import annotations

import re

_POST = re.compile(
    r"\b(?:writer|editor|reporter|correspondent|columnist|contributor|journalist|fellow|analyst|bureau chief|staff)\b",
    re.IGNORECASE,
)
_LONGEST = 80
"""Characters: a post and a region."""


def is_post(text: str) -> bool:
    """Whether the words name a post, not a person, an outlet or an event.

    Args:
        text: A line below a byline, or a piece of one.
    """
    return len(text) <= _LONGEST and _POST.search(text) is not None and not text.endswith((".", "?", "!"))
