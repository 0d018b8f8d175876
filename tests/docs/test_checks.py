"""docs/pages/checks.md: each example has the finding that it is an example of, and the page is in step with the program.

`UPDATE_DOCS=1 pytest tests/docs/test_checks.py` writes the page anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from briefgen.checking.codes import CODES
from briefgen.checking.reading_codes import READING_CODES
from tests.code_examples import Example, examples
from tests.docs.checks_page import page

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "pages" / "checks.md"
EXAMPLES = [*examples("checking"), *examples("reading")]


def test_every_code_has_an_example() -> None:
    """No code is left to be guessed at, and no example is of a code that is gone."""
    assert {one.code for one in examples("checking")} == set(CODES)
    assert {one.code for one in examples("reading")} == set(READING_CODES)
    assert not set(CODES) & set(READING_CODES)


@pytest.mark.parametrize("example", EXAMPLES, ids=[one.code for one in EXAMPLES])
def test_an_example_gives_its_finding_and_no_other(example: Example, tmp_path: Path) -> None:
    """What the page shows is what an editor gets."""
    found = example.problems(tmp_path)
    expected = {example.code, example.beside} - {""}
    assert {one.code for one in found} == expected, "\n".join(str(one) for one in found)
    assert not any(one.waived for one in found)
    docs = {**CODES, **READING_CODES}
    assert all(one.severity == docs[one.code].severity for one in found)


def test_the_page_is_in_step_with_the_program() -> None:
    """Codes, examples and findings are those of the program as it is."""
    fresh = page()
    if os.environ.get("UPDATE_DOCS"):
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(fresh, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == fresh, "run UPDATE_DOCS=1 pytest tests/docs/test_checks.py"


def test_every_code_that_reading_gives_is_in_the_table() -> None:
    """A mistake in front matter is documented like any other."""
    text = "\n".join(path.read_text("utf-8") for path in (ROOT / "briefgen" / "files").glob("*.py"))
    assert not [code for code in READING_CODES if f'"{code}"' not in text]


def test_every_code_that_the_code_gives_is_told_of() -> None:
    """A mistake that has a word has an entry where that word can be looked up."""
    given = re.compile(r'(?:code=|Problem\(|_refused\(file, |return )"([a-z]+(?:-[a-z0-9]+)+)"')
    found = {
        code for path in (ROOT / "briefgen" / "files").glob("*.py") for code in given.findall(path.read_text("utf-8"))
    }
    assert len(found) > 10
    assert found <= {*CODES, *READING_CODES}
