"""docs/pages/labels.md is in step with the program: every table of labels and every label, once.

`UPDATE_DOCS=1 pytest tests/docs/test_labels.py` writes the page anew.
"""

from __future__ import annotations

import re
import tomllib

from click.testing import CliRunner

from briefgen.cli import main
from tests.docs.in_step import PAGES, assert_in_step
from tests.docs.labels_page import page


def test_the_page_is_in_step_with_the_program() -> None:
    """The labels are those that pages are made with."""
    assert_in_step("labels.md", page())


def test_the_page_has_what_the_command_prints() -> None:
    """Every label, each once."""
    printed = tomllib.loads(CliRunner().invoke(main, ["labels", "--language", "en"]).output)
    blocks = re.findall(r"^```toml\n(.*?)^```", (PAGES / "labels.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    told = [tomllib.loads(block) for block in blocks]
    assert [name for one in told for name in one] == list(printed)
    assert {name: labels for one in told for name, labels in one.items()} == printed
