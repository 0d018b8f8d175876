"""docs/pages/commands.md is in step with the command line: every command, option and exit status.

`UPDATE_DOCS=1 pytest tests/docs/test_commands.py` writes the page anew.
"""

from __future__ import annotations

import click
import pytest

from briefgen.cli import main
from briefgen.cli.facts import SECTIONS
from tests.docs.commands_page import page, usage
from tests.docs.in_step import PAGES, assert_in_step


def test_the_page_is_in_step_with_the_program() -> None:
    """What it says of a command is what the command says of itself."""
    assert_in_step("commands.md", page())


def test_every_command_has_its_section() -> None:
    """Each once, none that there is not."""
    text = (PAGES / "commands.md").read_text("utf-8")
    listed = [name for section in SECTIONS for name in section.commands]
    assert sorted(listed) == sorted(set(listed))
    assert set(main.commands) <= set(listed)
    for name in main.commands:
        assert text.count(f"\n## `briefgen {name}`\n") == 1, name


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_option_is_told_of(name: str) -> None:
    """With its help: an option without one is a riddle."""
    command = main.commands[name]
    section = page().split(f"\n## `briefgen {name}`\n")[1].split("\n## ")[0]
    assert usage(name, command) in section
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert all(f"`{option}`" in section for option in parameter.opts), parameter.name
