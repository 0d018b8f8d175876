"""docs/pages/fields.md is in step with the model: every field, every choice, every code; and its example is proved.

`UPDATE_DOCS=1 pytest tests/docs/test_fields.py` writes the page anew.
"""

from __future__ import annotations

import dataclasses
import re
import typing
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.checking.codes import CODES
from briefgen.checking.reading_codes import READING_CODES
from briefgen.cli import main
from briefgen.files.registry import RegistryFile
from briefgen.files.tools.described import classes
from briefgen.model import briefing as model
from briefgen.model.briefing import Briefing
from tests.docs.fields_page import CHOICES, EXAMPLE, SECTIONS, SHARED, TOLD, page
from tests.docs.in_step import PAGES, assert_in_step

ROOT = Path(__file__).parent.parent.parent
CLASSES = [*classes(Briefing), *classes(RegistryFile)]


def test_the_page_is_in_step_with_the_model() -> None:
    """Descriptions, types, choices and defaults are those that files are read by."""
    assert_in_step("fields.md", page())


@pytest.mark.parametrize("cls", CLASSES)
def test_every_field_is_told_of(cls: type) -> None:
    """None is left to be guessed at, and none is told of that is gone."""
    fields = {field.name for field in dataclasses.fields(cls)}
    shared = set() if cls is Briefing else set(SHARED)
    assert set(TOLD[cls.__name__]) == fields - shared
    assert {*TOLD} == {"choices", "rest", *(one.__name__ for one in CLASSES)}


@pytest.mark.parametrize("cls", [cls for cls in CLASSES if cls is not RegistryFile])
def test_every_field_stands_on_the_page_once(cls: type) -> None:
    """As a heading, which the search finds and links can lead to."""
    text = (PAGES / "fields.md").read_text("utf-8")
    for name in TOLD[cls.__name__]:
        key = SECTIONS[cls][1]
        assert text.count(f"\n### `{f'{key}: {name}' if key else name}`\n") == 1, name


def test_every_choice_is_told_of() -> None:
    """Editors find every word that a field takes, and what it means."""
    assert set(TOLD["choices"]) == set(CHOICES.values())
    for name, told in TOLD["choices"].items():
        assert tuple(told) == typing.get_args(getattr(model, name)), name
    for cls in CLASSES:
        hints = typing.get_type_hints(cls)
        for field in dataclasses.fields(cls):
            if typing.get_origin(hints[field.name]) is typing.Literal:
                assert (cls, field.name) in CHOICES, (cls, field.name)


def test_every_code_is_named_where_it_belongs() -> None:
    """Who looks up a field sees what can be found at it; no code is named that there is not."""
    named = {code for codes in TOLD["rest"].values() for code in codes}
    for name, fields in TOLD.items():
        if name not in {"choices", "rest"}:
            named |= {code for told in fields.values() for code in told["codes"]}
    assert named == {*CODES, *READING_CODES}


@pytest.mark.parametrize("cls", classes(Briefing))
def test_the_example_has_every_field(cls: type) -> None:
    """Each stands there once at least."""
    for field in dataclasses.fields(cls):
        at_item = " " if cls is not Briefing else ""
        if (cls, field.name) != (Briefing, "waived"):  # the same lines as at an item
            assert re.search(rf"^{at_item}.*\b{field.name}:", EXAMPLE, re.MULTILINE), field.name


def test_the_example_is_proved(tmp_path: Path) -> None:
    """An editor who copies from it types nothing that the check objects to, beyond what it waives."""
    briefings, seeds = tmp_path / "content" / "briefings", tmp_path / "seeds"
    briefings.mkdir(parents=True)
    seeds.mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Example\ndocs_dir: content\nplugins: [briefgen]\n")
    (seeds / "ferry.md").write_bytes((ROOT / "tests" / "articles" / "ferry.md").read_bytes())
    (briefings / "ferry-link-to-saare-reopens-after-storm-damage.md").write_text(EXAMPLE, encoding="utf-8")
    answer = "---\nid: saare-claims-damages\ntitle: Saare claims damages\nsources: [{file: seeds/ferry.md}]\n---\n"
    (briefings / "saare-claims-damages.md").write_text(answer)
    ran = CliRunner().invoke(main, ["-f", str(tmp_path / "mkdocs.yml"), "check"])
    told = [line for line in ran.output.splitlines() if "saare-claims-damages.md" not in line]
    assert ran.exit_code == 0
    assert len(told) == 1, told
    assert "waived" in told[0]
