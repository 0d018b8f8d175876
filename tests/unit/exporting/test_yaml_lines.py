"""Plain values -> YAML that is read back as the same values."""

from __future__ import annotations

from functools import partial
from posixpath import join

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.exporting.yaml_lines import NotPlainError, yaml_lines

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _TEXTS
_ITEMS = st.recursive(
    _SCALARS, lambda values: st.dictionaries(_TEXTS, values | st.lists(_SCALARS, max_size=3), min_size=1, max_size=3)
)
_VALUES = _ITEMS | st.lists(_ITEMS, max_size=4)


def _read(values: dict[str, object]) -> object:
    return yaml.safe_load("".join(f"{line}\n" for line in yaml_lines(values)))


@given(st.dictionaries(_TEXTS, _VALUES, min_size=1, max_size=4))
def test_what_is_written_is_read_back(values: dict[str, object]) -> None:
    """Whatever texts, numbers, lists and mappings hold, a parser of YAML reads the same."""
    assert _read(values) == values


def test_patterns_of_files_stay_readable() -> None:
    """A text of several lines stands as it is, a line below the other."""
    told = {"theme": {"a": 1}, "not_in_nav": "/briefings/\n# a note: kept\n*.tmp\n"}
    assert list(yaml_lines(told))[2:] == ["not_in_nav: |", "  /briefings/", "  # a note: kept", "  *.tmp"]
    assert _read(dict(told)) == told


def test_lists_of_navigation_are_written_as_people_write_them() -> None:
    """Titles with a page, and sections with pages below."""
    nav = ["index.md", {"Desk": ["a.md", {"Who: we": "b.md"}]}]
    assert "\n".join(yaml_lines({"nav": nav})) == (
        'nav:\n  - index.md\n  - Desk:\n      - a.md\n      - "Who: we": b.md'
    )


@pytest.mark.parametrize("value", [1e-07, -1e300, 0.5, float("inf"), -float("inf"), 10**30, 0])
def test_a_number_stays_a_number(value: float) -> None:
    """PyYAML takes `1e-07` and `inf` for texts."""
    assert _read({"key": value}) == {"key": value}


def test_a_function_is_named() -> None:
    """An extension's option may be a function: it is named in the way that MkDocs reads."""
    assert list(yaml_lines({"slugify": join})) == ["slugify: !!python/name:posixpath.join"]


@pytest.mark.parametrize("value", [object(), partial(join, "a"), [["a"]], {"a": [object()]}])
def test_what_has_no_spelling_is_refused(value: object) -> None:
    """Nothing is written in a way that would be read as something else."""
    with pytest.raises(NotPlainError):
        list(yaml_lines({"key": value}))
