"""Reports: text, JSON and GitHub annotations, and what hostile text does to them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefgen.model.problem import Problem
from briefgen.model.report import Counts, as_github, as_json, as_text, counts, last_line, printable

if TYPE_CHECKING:
    from collections.abc import Callable

_PROBLEM = Problem(
    file="content/briefings/ferry.md", line=7, column=9, code="quote-not-in-source", message="expected “a”, found “b”"
)
_WAIVED = replace(_PROBLEM, line=8, waived="The source misprints it.")
_SCHEMA = Path(__file__).parents[3] / "docs" / "pages" / "checks.schema.json"
_HOSTILE = [
    "x\n::set-output name=a::b",
    "x\r\n::stop-commands::token",
    "x\r::error::y",
    "100%0A::warning::z",
    "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[31mred",
    "\x1b]0;title\x07",
    "\x9b31m",
    "a\u202eb\u2066c",
    "a\u2028::error::b",
    "a\x85b\x00c\x7f",
    "\ud800",
    "a\x0b::add-mask::b\x0c",
    "tag \U000e0041 characters",
]


def test_a_line_names_file_line_column_code_and_message() -> None:
    """Editors and terminals link the place."""
    expected = "content/briefings/ferry.md:7:9: quote-not-in-source: expected “a”, found “b”\n"
    assert as_text((_PROBLEM,)) == expected


def test_no_problem_is_no_line() -> None:
    """Silence means that all is well, in the formats that are read by line."""
    assert as_text(()) == as_github(()) == ""


def test_json_has_the_documented_keys_and_counts() -> None:
    """Programs can rely on the keys, on the counts, and on plain ASCII."""
    warning = Problem(file="a.md", code="too-long", message="é", severity="warning")
    text = as_json((_PROBLEM, warning))
    assert text.isascii()
    told = json.loads(text)
    assert (told["version"], told["errors"], told["warnings"], told["waived"]) == (1, 1, 1, 0)
    assert told["problems"][0] == {
        "file": "content/briefings/ferry.md",
        "line": 7,
        "column": 9,
        "severity": "error",
        "code": "quote-not-in-source",
        "message": "expected “a”, found “b”",
        "waived": False,
    }
    assert told["problems"][1]["message"] == "é"


def test_github_shows_a_problem_at_its_line() -> None:
    """A pull request is annotated, an error as an error and a warning as a warning."""
    warning = Problem(file="a,b:c%.md", line=2, code="too-long", message="50% of: a, b", severity="warning")
    assert as_github((_PROBLEM, warning)).splitlines() == [
        "::error file=content/briefings/ferry.md,line=7,col=9,title=quote-not-in-source::expected “a”, found “b”",
        "::warning file=a%2Cb%3Ac%25.md,line=2,col=1,title=too-long::50%25 of: a, b",
    ]


@pytest.mark.parametrize("text", _HOSTILE, ids=range(len(_HOSTILE)))
def test_hostile_text_gives_no_second_line_and_no_control_character(text: str) -> None:
    """An article can neither steer a terminal nor give a command to GitHub's runner."""
    problem = Problem(file=f"seeds/{text}.txt", code="quote-not-in-source", message=text)
    for report in (as_text((problem,)), as_github((problem,))):
        assert len(report.splitlines()) == 1
        assert not re.search(
            "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]", report
        )
    assert as_github((problem,)).startswith("::error file=")
    assert json.loads(as_json((problem,)))["problems"][0]["message"] == text


def test_text_in_any_script_stays_readable() -> None:
    """Only what steers or hides is escaped: Persian keeps its joiners."""
    assert printable("می\u200cخواهم 北京 “x” – é") == "می\u200cخواهم 北京 “x” – é"
    assert printable("a\tb\x1bc") == "a\\tb\\x1bc"


def test_what_is_waived_is_counted_and_listed_and_not_shown() -> None:
    """A person sees how much is waived, a program sees what and why, and a pull request is not annotated."""
    problems = (_PROBLEM, _WAIVED)
    assert counts(problems) == Counts(errors=1, warnings=0, waived=1)
    assert last_line(problems) == "1 error, 0 warnings, 1 waived"
    assert as_text(problems) == as_text((_PROBLEM,))
    assert as_github(problems) == as_github((_PROBLEM,))
    told = json.loads(as_json(problems))
    assert (told["errors"], told["warnings"], told["waived"]) == (1, 0, 1)
    assert [(one["waived"], one.get("reason")) for one in told["problems"]] == [
        (False, None),
        (True, "The source misprints it."),
    ]


@pytest.mark.parametrize(
    ("problems", "line"),
    [
        ((), "Every line is proved: no errors, no warnings."),
        ((_WAIVED,), "Every line is proved or waived: no errors, no warnings, 1 waived."),
        ((_PROBLEM, _PROBLEM), "2 errors, 0 warnings"),
        ((replace(_PROBLEM, severity="warning"),), "0 errors, 1 warning"),
    ],
)
def test_the_last_line_says_how_it_went(problems: tuple[Problem, ...], line: str) -> None:
    """One line tells whether there is anything to do."""
    assert last_line(problems) == line


def test_what_github_would_not_show_is_printed_with_its_place() -> None:
    """GitHub shows 10 errors and 10 warnings of a step; the rest stands in the log, file and line included."""
    errors = tuple(replace(_PROBLEM, line=line) for line in range(1, 13))
    warnings = tuple(replace(_PROBLEM, line=line, severity="warning") for line in range(20, 31))
    lines = as_github(errors + warnings).splitlines()
    assert (
        sum(line.startswith("::error ") for line in lines) == sum(line.startswith("::warning ") for line in lines) == 10
    )
    assert lines[20:] == [
        "- GitHub shows 10 errors and 10 warnings of a step; 3 more:",
        "- error: content/briefings/ferry.md:11:9: quote-not-in-source: expected “a”, found “b”",
        "- error: content/briefings/ferry.md:12:9: quote-not-in-source: expected “a”, found “b”",
        "- warning: content/briefings/ferry.md:30:9: quote-not-in-source: expected “a”, found “b”",
    ]


@pytest.mark.parametrize("text", [*_HOSTILE, "##[error]x", "a ##[add-mask]b", "##[##[stop-commands]t"])
def test_a_plain_line_gives_the_runner_no_command(text: str) -> None:
    """The runner obeys `::` where a line begins, and `##[` wherever it stands."""
    problem = Problem(file=f"::{text}", code="quote-not-in-source", message=text)
    lines = as_github((problem,) * 12).splitlines()
    assert len(lines) == 13
    assert all(line.startswith(("::error file=", "- ")) for line in lines)
    assert not [line for line in [*lines, as_text((problem,))] if "##[" in line]
    assert not [line for line in lines if any(ord(c) < 32 or 127 <= ord(c) < 160 for c in line)]


def test_json_is_what_its_schema_says() -> None:
    """Programs can rely on the schema that stands beside the documentation, and it refuses what is otherwise."""
    schema = json.loads(_SCHEMA.read_text("utf-8"))
    told = json.loads(as_json((_PROBLEM, _WAIVED)))
    assert _mistakes(told, schema) == []
    assert set(told) == set(schema["properties"])
    assert set(told["problems"][1]) == set(schema["properties"]["problems"]["items"]["properties"])
    assert _mistakes(told | {"version": 2, "errors": -1}, schema)
    assert _mistakes(told | {"problems": [{"file": "a.md"}]}, schema)


_TYPES: dict[str, type] = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
_HOLDS: dict[str, Callable[[Any, Any], bool]] = {
    "type": lambda value, expected: type(value) is _TYPES[expected],
    "const": lambda value, expected: bool(value == expected),
    "enum": lambda value, expected: value in expected,
    "minimum": lambda value, expected: bool(value >= expected),
    "required": lambda value, expected: set(expected) <= set(value),
}
_TOLD = {"$schema", "title", "description", "properties", "items"}


def _mistakes(value: Any, schema: dict[str, Any], at: str = "") -> list[str]:  # noqa: ANN401  # what JSON can hold
    """Hold a value against the few words of JSON Schema that ours uses; any other word is a mistake of the test."""
    assert schema.keys() <= _HOLDS.keys() | _TOLD
    found = [
        f"{at}: {word}" for word, expected in schema.items() if word in _HOLDS and not _HOLDS[word](value, expected)
    ]
    for name, expected in schema.get("properties", {}).items():
        if name in value:
            found += _mistakes(value[name], expected, f"{at}/{name}")
    for number, item in enumerate(value if "items" in schema else ()):
        found += _mistakes(item, schema["items"], f"{at}/{number}")
    return found
