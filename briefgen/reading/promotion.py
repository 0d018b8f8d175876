"""Article -> promotion woven into it: one phrase repeated across the text that is none of its subject's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """Where promotion stands."""

    sentences: frozenset[int] = frozenset()
    """Starts of sentences that are nothing else."""
    clauses: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """By the start of a sentence that goes on reporting, the stretches that are promotion."""


def find_promotion(article: Article, *, skip: frozenset[int]) -> Promotion:
    """Find promotion.

    Args:
        article: As `read` gave it.
        skip: Blocks that go anyway.

    Returns:
        Its places.
    """
    del article, skip
    return Promotion()
