"""docs/pages/api.md is made from the signatures and docstrings of what scripts import; tests/unit/test_api.py runs its examples.

`UPDATE_DOCS=1 pytest tests/docs/test_api_page.py` writes the page anew.
"""

from __future__ import annotations

import dataclasses

import pytest

import briefgen
from tests.docs.api_page import page
from tests.docs.in_step import assert_in_step


def test_the_page_is_in_step_with_the_program() -> None:
    """Names, types, defaults, errors and examples are those of the program as it is."""
    assert_in_step("api.md", page())


@pytest.mark.parametrize("name", briefgen.__all__)
def test_every_name_and_every_field_is_told(name: str) -> None:
    """Nothing that scripts may rely on is left to be guessed at."""
    told = page()
    heading = f"### `{name}`\n"
    assert heading in told or f"| `{name}` |" in told
    found = getattr(briefgen, name)
    if dataclasses.is_dataclass(found):
        entry = told.split(heading)[1].split("\n### ")[0]
        for field in dataclasses.fields(found):
            assert field.name.startswith("_") or f"\n| `{field.name}` | `" in entry, field.name
