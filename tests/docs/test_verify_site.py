"""docs/pages/verify-site.md is in step with the program: every code of `briefgen verify-site`.

`UPDATE_DOCS=1 pytest tests/docs/test_verify_site.py` writes the page anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from briefgen.checking.codes import CODES as PROVED
from briefgen.checking.reading_codes import READING_CODES
from briefgen.verifying.codes import CODES
from tests.docs.in_step import PAGES, assert_in_step
from tests.docs.verify_site_page import page, printed


def test_the_page_is_in_step_with_the_program() -> None:
    """Codes and findings are those of the program as it is."""
    assert_in_step("verify-site.md", page())


def test_the_example_has_what_it_is_there_for() -> None:
    """A link, an anchor, a request and a policy."""
    found = set(re.findall(r"^site/index\.html:\d+:\d+: ([a-z-]+): ", printed(), re.MULTILINE))
    assert {"page-missing", "anchor-missing", "foreign-request", "policy-missing"} <= found


def test_a_code_has_one_entry_in_one_place() -> None:
    """One word means one thing, whichever command prints it."""
    checks, site = ((PAGES / name).read_text("utf-8") for name in ("checks.md", "verify-site.md"))
    assert not set(CODES) & {*PROVED, *READING_CODES}
    assert all(site.count(f"\n### `{code}`\n") == 1 for code in CODES)
    assert all(checks.count(f"\n### `{code}`\n") == 1 for code in (*PROVED, *READING_CODES))


def test_every_code_that_is_given_is_told_of() -> None:
    """None is written where it is found and nowhere else."""
    folder = Path(__file__).parent.parent.parent / "briefgen" / "verifying"
    found = {code for path in folder.glob("*.py") for code in re.findall(r'code="([a-z-]+)"', path.read_text("utf-8"))}
    assert len(found) > 10
    assert found <= set(CODES)
