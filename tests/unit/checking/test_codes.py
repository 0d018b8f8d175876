"""The table of codes: what checking finds is documented, and what is documented is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.checking.codes import CODES
from briefgen.checking.reading_codes import READING_CODES

if TYPE_CHECKING:
    from briefgen.model.briefing import Status
    from briefgen.model.problem import Problem

    Problems = tuple[tuple[Status, Problem], ...]

_FOUND_BY_THE_CALLER = {
    "source-unreadable",  # who reads the sources knows why one cannot be read
    # Who knows the rest of the site knows where links lead; docs/pages/checks.md has an example of each.
    *("address-taken", "anchor-unknown", "id-reserved", "link-broken", "link-dropped", "link-not-published"),
    *("link-to-withdrawn", "notes-unreadable", "topic-alike"),
}


def test_every_code_is_found_by_a_case(problems_of_all_cases: Problems) -> None:
    """No code is documented that no briefing can get, and none is missing from the documentation."""
    found = {problem.code for _, problem in problems_of_all_cases}
    assert found | _FOUND_BY_THE_CALLER == set(CODES)


def test_a_problem_has_the_severity_its_code_tells(problems_of_all_cases: Problems) -> None:
    """A reader of the table knows which problems stop the build."""
    for status, problem in problems_of_all_cases:
        assert problem.severity == CODES[problem.code].severity_in(status)


def test_little_is_milder_in_a_draft() -> None:
    """What nobody has reviewed may lack evidence and link to its like; it may not say what the source does not."""
    assert [doc.code for doc in CODES.values() if doc.in_draft != doc.severity] == ["no-evidence", "link-not-published"]
    for code in ("no-evidence", "link-not-published"):
        assert CODES[code].severity_in("draft") == "warning"
        assert CODES[code].severity_in("reviewed") == "error"


def test_what_readers_are_promised_is_never_waived() -> None:
    """The page shows the source's own words: no reason makes words stand in a source."""
    for code in ("quote-not-in-source", "words-not-in-source", "no-evidence", "no-source", "source-missing"):
        assert not CODES[code].waivable
    assert not any(doc.waivable for doc in READING_CODES.values())


def test_a_code_says_what_it_means_and_what_to_do() -> None:
    """Each entry can stand in the documentation as it is."""
    for code, doc in {**CODES, **READING_CODES}.items():
        assert doc.code == code == code.lower().replace(" ", "-")
        assert doc.meaning.endswith(".")
        assert doc.remedy.endswith(".")
