"""Values of the model as bytes: the same come back, and nothing that could be run."""

from __future__ import annotations

import builtins
import os
import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from briefgen.files.frozen import from_bytes, to_bytes
from briefgen.model.registry import Registry
from tests.strategies import any_briefings

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing


@given(any_briefings)
def test_a_briefing_comes_back(briefing: Briefing) -> None:
    """Equal in every field, whatever stands in it."""
    assert from_bytes(to_bytes((briefing, {"a": [1, None]}))) == (briefing, {"a": [1, None]})


class _Harmful:
    def __init__(self, call: object, *arguments: object) -> None:
        self._told = (call, arguments)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self._told


@pytest.mark.parametrize(
    "value",
    [
        _Harmful(os.system, "true"),
        _Harmful(builtins.eval, "1"),
        _Harmful(getattr, Registry, "__init__"),
        os.getcwd,
        pickle.Unpickler,
        _Harmful(from_bytes, b""),
    ],
)
def test_nothing_else_does(value: object) -> None:
    """A function, a class or a call of one is refused before it is run."""
    with pytest.raises(ValueError, match="expected values of the model"):
        from_bytes(pickle.dumps(value))


@pytest.mark.parametrize(
    "data", [b"", b"x", b"\x80\x05.", b"cos\nsystem\n(S'true'\ntR.", b"cbriefgen.model.registry\nre\n."]
)
def test_no_bytes_break_it(data: bytes) -> None:
    """Whatever they are, the answer is an error of one kind."""
    with pytest.raises(ValueError, match="expected values of the model"):
        from_bytes(data)
