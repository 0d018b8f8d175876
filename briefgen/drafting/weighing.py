"""Measures and a table of learned weights -> log odds: what the choice of every section rests on."""

from __future__ import annotations

import math
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def read_table(section: str) -> Mapping[str, Any]:
    """Give what `weights.toml` of a section's folder holds ("takeaways", "actors", "questions", "watch")."""
    text = files(f"briefgen.drafting.{section}").joinpath("weights.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def log_odds(measured: Mapping[str, float], table: Mapping[str, float]) -> float:
    """Give the sum of what was measured, each by its weight; one that the table does not have weighs nothing."""
    return sum(table.get(name, 0.0) * value for name, value in measured.items())


def likelihood(measured: Mapping[str, float], table: Mapping[str, float]) -> float:
    """Give the same as a likelihood, 0 to 1."""
    return 1 / (1 + math.exp(-log_odds(measured, table)))
