"""Alternatives -> one expression: long lists of wordings, one a line."""

from __future__ import annotations

import re


def any_of(*alternatives: str, ignore_case: bool = True) -> re.Pattern[str]:
    """Compile alternatives to one expression.

    Args:
        alternatives: Expressions, tried in their order. They hold no quantified group that is itself quantified without a
            bound, so that trying costs no more than linear time.
        ignore_case: Whether capitals matter.

    Returns:
        The expression that matches where one of them does.
    """
    return re.compile(
        "|".join(f"(?:{alternative})" for alternative in alternatives), re.IGNORECASE if ignore_case else 0
    )
