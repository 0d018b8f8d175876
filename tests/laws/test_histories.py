"""The laws of merging after every step of thousands of random histories, at the level of values."""

from __future__ import annotations

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.playing import play

HISTORIES = int(os.environ.get("BRIEFGEN_HISTORIES", "2000"))
"""BRIEFGEN_HISTORIES=30000 asks for more."""


@settings(max_examples=HISTORIES)
@given(data=st.binary(min_size=150, max_size=500))
def test_the_laws_hold_after_every_step_of_a_history(data: bytes) -> None:
    """Whatever editors, newspapers, git and the machine do, in whatever order."""
    play(data)
