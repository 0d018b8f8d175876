"""The README and the guides say what is so: what they name is there, what they show can be read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest
import yaml

from briefgen.cli import main

ROOT = Path(__file__).parent.parent.parent
README = ROOT / "README.md"
HOUSE = (ROOT / "briefgen" / "README.md").read_text(encoding="utf-8")
TOLD = [README, *sorted((ROOT / "docs" / "pages").glob("*.md"))]
_CODE = re.compile(r"^ *```(\w*)[^\n]*\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
_CALL = re.compile(r"(?<![\w./-])briefgen((?: +(?:-f +\S+|[^\s#|;&`)]+))*)")


def calls(text: str) -> list[list[str]]:
    """Give what stands behind `briefgen` in lines of shell and in code within lines."""
    shell = [body for language, body in _CODE.findall(text) if language in {"sh", "bash", "console"}]
    inline = [code for code in re.findall(r"`([^`\n]+)`", _CODE.sub("", text)) if code.startswith("briefgen ")]
    told = [re.sub(r"(?m)(?:^|\s)#.*$", "", part) for part in (*shell, *inline)]
    return [found.split() for part in told for found in _CALL.findall(part) if found.strip()]


@pytest.mark.parametrize("file", TOLD, ids=lambda file: file.name)
def test_every_command_and_option_that_is_named_is_there(file: Path) -> None:
    """Whoever types what they read is understood."""
    for words in calls(file.read_text("utf-8")):
        named = [word for word in words if re.fullmatch(r"[a-z][a-z-]+", word)]
        command = main.commands.get(words[0]) if words[0] in named else None
        if words[0] in named:
            assert command is not None, words
        known = {*_options(main), *(_options(command) if command else ())}
        assert {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)} <= known, words


@pytest.mark.parametrize("file", TOLD, ids=lambda file: file.name)
def test_every_target_of_make_that_is_named_is_there(file: Path) -> None:
    """The two commands that a clone begins with, and the others."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    text = file.read_text("utf-8")
    named = {*re.findall(r"`make ([a-z]+)", text), *re.findall(r"^make ([a-z]+)", text, re.MULTILINE)}
    assert named <= targets
    assert named or file != README


@pytest.mark.parametrize("file", TOLD, ids=lambda file: file.name)
def test_what_is_shown_can_be_read(file: Path) -> None:
    """YAML and TOML on a page are such; what a page shows as a mistake is not called so."""
    if file.name == "checks.md":
        return  # its examples are mistakes, each proved by a test of its own
    for language, body in _CODE.findall(file.read_text("utf-8")):
        if language in {"yaml", "yml"}:
            assert list(yaml.safe_load_all(body.rpartition("\n---\n")[0] if body.startswith("---\n") else body))
        if language == "toml":
            assert tomllib.loads(body)


def _options(command: click.Command) -> set[str]:
    """Give every way to write an option of a command."""
    found = {
        name for one in command.params if isinstance(one, click.Option) for name in (*one.opts, *one.secondary_opts)
    }
    return {*found, "-h", "--help"}


def test_the_picture_of_the_house_names_every_room() -> None:
    """A room that is not in the picture has not been thought about."""
    package = ROOT / "briefgen"
    rooms = [f"{path.name}/" for path in package.iterdir() if path.is_dir() and path.name != "__pycache__"]
    rooms += [path.name for path in package.glob("*.py") if not path.name.startswith("__")]
    for room in sorted(rooms):
        assert f"`{room}`" in HOUSE, room


def test_every_module_says_what_it_does_in_its_first_line() -> None:
    """That line is what a reader of the folder sees first."""
    for path in (ROOT / "briefgen").rglob("*.py"):
        assert path.read_text(encoding="utf-8").startswith('"""'), path


def test_no_file_names_a_machine_or_how_it_was_made() -> None:
    """The product speaks of itself only."""
    private = re.compile(r"/work/|/root/|\.\./shared|DESIGN\.md|THREATS\.md|EDITORIAL\.md|ENGINES\.md|STYLE\.md")
    for pattern in ("briefgen/**/*", "*.md", "*.toml", "*.yml", "Makefile", "content/**/*.md", "requirements*.txt"):
        for path in ROOT.glob(pattern):
            if path.is_file() and path.suffix != ".pyc":
                assert not private.search(path.read_text(encoding="utf-8", errors="replace")), path
