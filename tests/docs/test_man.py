"""docs/man: the man pages are those of the program, and nothing in a text is obeyed by roff.

`UPDATE_DOCS=1 pytest tests/docs/test_man.py` writes them anew.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.cli import main
from tests.docs.man_pages import escaped, pages

FOLDER = Path(__file__).parents[2] / "docs" / "man"
PAGES = pages()


def test_the_pages_are_in_step_with_the_program() -> None:
    """A page for the program and one for each command, and none of a command that is gone."""
    if os.environ.get("UPDATE_DOCS"):
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        for name, text in PAGES.items():
            (FOLDER / name).write_text(text, encoding="ascii")
    there = {path.name: path.read_text(encoding="ascii") for path in FOLDER.iterdir()}
    assert there == PAGES, "run UPDATE_DOCS=1 pytest tests/docs/test_man.py"
    assert set(PAGES) == {"briefgen.1", *(f"briefgen-{name}.1" for name in main.commands)}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_has_its_sections_and_only_macros_that_are_known(name: str) -> None:
    """In the order in which readers of man pages look for them; each option and example is there."""
    lines = PAGES[name].splitlines()
    headings = [line.removeprefix(".SH ") for line in lines if line.startswith(".SH ")]
    assert headings == [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "OPTIONS",
        "EXIT STATUS",
        "ENVIRONMENT",
        "FILES",
        "EXAMPLES",
        "SEE ALSO",
    ]
    macros = {line.split()[0] for line in lines if line.startswith((".", "'"))}
    assert macros <= {'.\\"', ".TH", ".SH", ".SS", ".TP", ".PP", ".EX", ".EE", ".RS", ".RE"}
    assert lines.count(".EX") == lines.count(".EE")
    assert lines.count(".RS 4") == lines.count(".RE")
    for line in lines[1:]:
        assert not re.search(r"(?<!\\)-", line.removeprefix(".TH").partition(' 1 "')[0]) or line.startswith(".TH"), line
        assert line == line.rstrip()
        assert line, "roff breaks a page at an empty line"


def test_every_option_stands_on_its_page() -> None:
    """With its spellings, as they are typed."""
    for name, command in main.commands.items():
        page = PAGES[f"briefgen-{name}.1"]
        for option in command.params:
            for spelling in option.opts:
                if spelling.startswith("-"):
                    assert escaped(spelling) in page, spelling


@given(st.text())
def test_nothing_in_a_text_is_obeyed(text: str) -> None:
    """No line begins with what begins a request, and no backslash is left that we did not write."""
    told = escaped(text)
    assert told.isascii()
    for line in told.split("\n"):
        assert not line.startswith((".", "'"))
    assert re.sub(r"\\(?:e|-|&|\((?:aq|ga|ha|ti|lq|rq|cq|en|em)|\[u[0-9A-F]{4,6}\])", "", told).count("\\") == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("--again", r"\-\-again"),
        (".pages.yml", r"\&.pages.yml"),
        ("a.b\n.c", "a.b\n\\&.c"),
        ("'quoted'", r"\(aqquoted\(aq"),
        (r"a\b", r"a\eb"),
        ("“Ünder”", r"\(lq\[u00DC]nder\(rq"),
        ("𝄞", r"\[u1D11E]"),
    ],
)
def test_what_roff_obeys_is_spelt_out(text: str, expected: str) -> None:
    """As groff(7) tells it."""
    assert escaped(text) == expected


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="mandoc is not installed")
def test_mandoc_has_nothing_to_say() -> None:
    """Where it is installed."""
    run = subprocess.run(
        ["mandoc", "-Tlint", "-W", "warning", *sorted(map(str, FOLDER.iterdir()))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout + run.stderr, run.returncode) == ("", 0)
