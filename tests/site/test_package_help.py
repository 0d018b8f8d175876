"""The help of every command: what it tells is there, reads well in 80 columns, and its examples work as they stand."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.cli.command import Command, Group
from briefgen.cli.facts import ENVIRONMENT, FILES, SECTIONS
from briefgen.starting.manifest import MANIFEST
from briefgen.starting.start import new_site
from briefgen.starting.wishes import Wishes
from tests.site.building import build
from tests.site.example_site import write_example_site

if TYPE_CHECKING:
    from briefgen.cli.facts import Example

assert isinstance(main, Group)
NAMES = sorted(main.commands)
EXAMPLES = [("", one) for one in main.examples] + [
    (name, one) for name in NAMES if isinstance(command := main.commands[name], Command) for one in command.examples
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the examples, built; each test gets a copy."""
    root = tmp_path_factory.mktemp("help") / "desk"
    write_example_site(root)
    # As `briefgen new` leaves it, so that it can be updated.
    new_site(root.with_name("begun"), Wishes(name="Desk", example=False))
    shutil.copy(root.with_name("begun") / MANIFEST, root)
    built = build(root / "mkdocs.yml", root / "site", "--strict")
    assert built.status == 0, built.output
    return root


def help_of(*arguments: str) -> str:
    """Give a help text as a terminal of 80 columns shows it."""
    result = CliRunner().invoke(main, [*arguments, "--help"], prog_name="briefgen", terminal_width=80)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("example", [one for _, one in EXAMPLES], ids=[f"{name}: {one.line}" for name, one in EXAMPLES])
def test_every_example_works_as_it_stands(
    example: Example, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever copies a line from the help gets what it says, and the exit status that it says."""
    site = tmp_path / "desk"
    shutil.copytree(desk, site)
    monkeypatch.chdir(site)
    monkeypatch.setenv("HOME", str(tmp_path))
    words = shlex.split(example.line)
    if words[0] == "briefgen" and not set("<>|&$") & set(example.line):
        result = CliRunner().invoke(main, words[1:])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == example.status, result.output
        return
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["bash", "-c", example.line], env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert run.returncode == example.status, run.stdout + run.stderr


@pytest.mark.parametrize("name", NAMES)
def test_every_command_tells_its_examples_and_its_exit_status(name: str) -> None:
    """After the options, in the same order for each, and no example is broken into lines: they are there to be copied."""
    command = main.commands[name]
    assert isinstance(command, Command)
    text = help_of(name)
    headings = re.findall(r"^([A-Z].*):$", text, re.MULTILINE)
    assert headings == ["Options", "Exit status", "Examples"]
    assert {one.name for one in command.statuses} >= {"0", "2"}
    assert all(one.meaning.endswith(".") for one in command.statuses)
    assert any(f"briefgen {name} " in f"{one.line} " for one in command.examples)
    for example in command.examples:
        assert f"    $ {example.line}\n" in text
        assert not example.does.endswith((".", ":"))


@pytest.mark.parametrize("name", ["", *NAMES])
def test_help_fits_80_columns(name: str) -> None:
    """Nothing is wider but a call that is there to be copied."""
    lines = help_of(*([name] if name else [])).splitlines()
    assert [line for line in lines if len(line) > 80 and not line.startswith("    $ ")] == []
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("name", NAMES)
def test_every_option_and_command_is_explained(name: str) -> None:
    """A sentence each; the first one of a command is what the list shows, whole."""
    command = main.commands[name]
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert option.help.endswith("."), option.help
    summary = command.get_short_help_str(200)
    assert summary.endswith(".")
    assert summary == command.get_short_help_str(80 - 2 - 6 - max(map(len, NAMES))), "too long for the list of commands"


def test_options_of_one_name_mean_the_same() -> None:
    """What is learnt of one command holds for the next: `--jobs`, `--strict`, `--format`."""
    told: dict[str, set[str]] = {}
    for name in NAMES:
        for option in main.commands[name].params:
            if isinstance(option, click.Option):
                for spelling in option.opts:
                    told.setdefault(spelling, set()).add(f"{option.type.name} {sorted(option.opts)}")
    assert {spelling: kinds for spelling, kinds in told.items() if len(kinds) > 1} == {}


def test_the_list_has_every_command_once() -> None:
    """In its section, and in no other."""
    listed = [name for section in SECTIONS for name in section.commands]
    assert sorted(listed) == NAMES
    text = help_of()
    for section in SECTIONS:
        assert f"\n{section.title}:\n" in text
    for name in listed:
        assert len(re.findall(rf"^  {name} +\S", text, re.MULTILINE)) == 1


def test_the_facts_are_sentences() -> None:
    """They stand as they are in man pages and on the documentation's pages."""
    for one in (*ENVIRONMENT, *FILES):
        assert one.meaning.endswith("."), one.name


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (["drfat"], "Did you mean 'draft'?"),
        (["verify"], "verify-site"),
        (["help"], "`briefgen --help`"),
        (["help", "draft"], "`briefgen draft --help`"),
        (["serve"], "`mkdocs serve`"),
        (["build"], "`mkdocs build --strict`"),
        (["init"], "`briefgen new DIR`"),
        (["version"], "`briefgen --version`"),
        (["Check"], "`briefgen check`"),
        (["/"], "`briefgen draft /`"),
        (["x" * 300], "There are draft, accept, check"),
        (["draft", "--agian"], "--again"),
        (["check", "--format", "jsn"], "'json'"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(call: list[str], expected: str) -> None:
    """A wrong call is exit status 2, and its message helps."""
    result = CliRunner().invoke(main, call)
    assert result.exit_code == 2
    assert expected in result.stderr


def test_the_version_is_told_alone() -> None:
    """For scripts: one line, nothing else, and quickly."""
    run = subprocess.run([sys.executable, "-m", "briefgen", "--version"], capture_output=True, text=True, check=True)
    assert re.fullmatch(r"briefgen, version \d+\.\d+\.\d+\n", run.stdout)
    assert run.stderr == ""


def test_help_loads_neither_mkdocs_nor_spacy() -> None:
    """Help, completion and man pages answer at once: what a command needs is loaded when it runs."""
    heavy = ["babel", "jinja2", "lxml", "mkdocs", "pydantic", "rapidfuzz", "spacy", "tqdm", "trafilatura", "yaml"]
    script = (
        "import sys\n"
        "from briefgen.cli import main\n"
        "assert not [name for name in sys.modules if name.startswith('briefgen.cli.draft')]\n"
        "for name in main.commands: main.commands[name]\n"
        f"print([name for name in {heavy} if name in sys.modules])\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("[]\n", "")


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1", "TERM": "xterm-256color"}])
def test_nothing_is_coloured_in_a_pipe(environment: dict[str, str]) -> None:
    """Output that a program or a file takes holds no escapes, whatever the environment says."""
    run = subprocess.run(
        [sys.executable, "-m", "briefgen", "check", "-h"],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    assert b"\x1b" not in run.stdout + run.stderr
