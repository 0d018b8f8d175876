"""Reports: text, JSON and GitHub annotations, and what hostile text does to them."""

from __future__ import annotations

import json
import re

import pytest

from briefgen.checking.report import as_github, as_json, as_text, printable
from briefgen.model.problem import Problem

_PROBLEM = Problem(
    file="content/briefings/ferry.md", line=7, column=9, code="quote-not-in-source", message="expected “a”, found “b”"
)
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
    assert (told["version"], told["errors"], told["warnings"]) == (1, 1, 1)
    assert told["problems"][0] == {
        "file": "content/briefings/ferry.md",
        "line": 7,
        "column": 9,
        "severity": "error",
        "code": "quote-not-in-source",
        "message": "expected “a”, found “b”",
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
