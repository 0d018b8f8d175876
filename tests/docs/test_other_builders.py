"""What the page on other builders says is what the tests try: versions, commands, and a cell for each thing and builder."""

from __future__ import annotations

import re
from pathlib import Path

from tests.site.test_export_builders import BUILDERS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/pages/other-builders.md").read_text(encoding="utf-8")


def table() -> list[list[str]]:
    """Give the cells of the table, row by row; the line below its head left out."""
    lines = PAGE.split("<!-- table -->\n")[1].split("<!-- /table -->")[0].strip().split("\n")
    return [[cell.strip() for cell in line.strip("|").split("|")] for number, line in enumerate(lines) if number != 1]


def test_versions_are_those_of_the_lock() -> None:
    """The last row names what the tests run with, so that an update of a builder asks for another look at the table."""
    lock = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    versions = dict(re.findall(r"^(mkdocs|mkdocs-material|properdocs|zensical)==(\S+)", lock, re.MULTILINE))
    told = {"MkDocs": "mkdocs", "Material": "mkdocs-material", "ProperDocs": "properdocs", "Zensical": "zensical"}
    *_, last = table()
    named = [one.split(" ") for cell in last[1:] for one in cell.split(", ")]
    assert {name for name, _ in named} == set(told)
    assert [version for _, version in named] == [versions[told[name]] for name, _ in named]


def test_each_thing_has_an_answer_for_each_builder() -> None:
    """Every cell begins with yes, no or in part."""
    head, *rows, _ = table()
    assert head[1:] == ["MkDocs, plugin", "ProperDocs, plugin", "ProperDocs, export", "Zensical, export"]
    assert len(rows) > 20
    for thing, *cells in rows:
        assert len(cells) == len(head) - 1, thing
        assert all(re.match(r"(yes|no|in part)\b", cell) for cell in cells), thing


def test_the_commands_are_those_that_the_tests_run() -> None:
    """Whoever follows the page types what is tried with every change."""
    commands = [line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]
    for builder in ("zensical", "properdocs"):
        assert " ".join(BUILDERS[builder]) in commands
    assert f"`{' '.join(BUILDERS['mkdocs'])}`" in PAGE
