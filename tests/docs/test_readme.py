"""The README says what is so: its commands, settings, fields and codes are the program's."""

from __future__ import annotations

import dataclasses
import re
import typing
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.checking.codes import CODES
from briefgen.cli import main
from briefgen.model import briefing as model
from briefgen.model.settings import Settings
from briefgen.plugin import BriefgenConfig

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOUSE = (ROOT / "briefgen" / "README.md").read_text(encoding="utf-8")


def test_the_table_of_codes_is_the_programs() -> None:
    """Every code that a check can give, in its order, with its meaning and what to do."""
    rows = [
        f"| `{doc.code}` | {doc.severity} | {doc.meaning} | {doc.remedy} |"
        for doc in sorted(CODES.values(), key=lambda doc: doc.code)
    ]
    table = "\n".join(["| code | | what was found | what to do |", "|---|---|---|---|", *rows])
    written = re.search(r"<!-- codes -->\n(.*?)\n<!-- /codes -->", README, re.DOTALL)
    assert written
    assert written.group(1) == table


def test_the_codes_of_front_matter_are_named() -> None:
    """A mistake in front matter has a code, too."""
    found = {
        code
        for path in (ROOT / "briefgen" / "files").glob("*.py")
        for code in re.findall(
            r'(?:code=|Problem\(|_refused\(file, |return )"([a-z]+(?:-[a-z0-9]+)+)"', path.read_text("utf-8")
        )
    }
    assert len(found) > 10
    assert not {code for code in found if f"`{code}`" not in README}


@pytest.mark.parametrize("command", sorted(main.commands))
def test_each_command_and_option_is_named(command: str) -> None:
    """Somebody who reads the README knows what there is."""
    assert f"`briefgen {command}" in README
    for parameter in main.commands[command].params:
        for option in parameter.opts:
            if option.startswith("--"):
                assert option in README, f"{command} {option}"


def test_each_setting_is_named() -> None:
    """With the name that mkdocs.yml takes."""
    options = {name for name, _ in BriefgenConfig._schema}  # noqa: SLF001  # MkDocs gives no other way to ask
    for option in options:
        assert re.search(rf"^ +{option}: ", README, re.MULTILINE), option
    assert options <= {field.name for field in dataclasses.fields(Settings)}


EXAMPLE = re.search(r"<!-- example -->\n```yaml\n(.*?)\n```\n<!-- /example -->", README, re.DOTALL)


def example() -> str:
    """Give the briefing in which the README explains every field."""
    assert EXAMPLE
    return EXAMPLE[1] + "\n"


def test_the_example_is_proved(tmp_path: Path) -> None:
    """An editor who copies from it types nothing that the check objects to, beyond what it waives."""
    briefings, seeds = tmp_path / "content" / "briefings", tmp_path / "seeds"
    briefings.mkdir(parents=True)
    seeds.mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Example\ndocs_dir: content\nplugins: [briefgen]\n")
    (seeds / "ferry.md").write_bytes((ROOT / "tests" / "articles" / "ferry.md").read_bytes())
    (briefings / "ferry-link-to-saare-reopens-after-storm-damage.md").write_text(example(), encoding="utf-8")
    answer = "---\nid: saare-claims-damages\ntitle: Saare claims damages\nsources: [{file: seeds/ferry.md}]\n---\n"
    (briefings / "saare-claims-damages.md").write_text(answer)
    ran = CliRunner().invoke(main, ["-f", str(tmp_path / "mkdocs.yml"), "check"])
    told = [line for line in ran.output.splitlines() if "saare-claims-damages.md" not in line]
    assert ran.exit_code == 0
    assert len(told) == 1, told
    assert "waived" in told[0]


@pytest.mark.parametrize(
    "kind",
    [
        *(model.Briefing, model.Source, model.Takeaway, model.Actor, model.Question, model.WatchItem, model.Caution),
        *(model.Evidence, model.Waiver, model.Correction),
    ],
)
def test_each_field_is_explained(kind: type) -> None:
    """In the example, where it stands in a file."""
    for field in dataclasses.fields(kind):
        assert re.search(rf"^(?: *|.*- ){field.name}:", example(), re.MULTILINE), field.name


@pytest.mark.parametrize(
    "choices",
    [
        model.Status,
        model.TakeawayKind,
        model.ActorKind,
        model.QuestionStatus,
        model.Certainty,
        model.WatchStatus,
    ],
)
def test_each_choice_is_named(choices: object) -> None:
    """Editors find every value that a field takes."""
    remarks = "\n".join(line for line in example().splitlines() if line.lstrip().startswith("#"))
    for choice in typing.get_args(choices):
        assert re.search(rf"\b{choice}\b", remarks), choice


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
