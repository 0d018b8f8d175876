"""Fields that a site adds to its front matter: read as strictly as the others, and left alone by whatever writes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no stubs here

from briefgen.errors import ContentError, SettingsError
from briefgen.files.briefings import load_briefings
from briefgen.files.front_matter import BriefingFile, read_briefing
from briefgen.files.front_matter_revise import revised_text
from briefgen.files.memory import Memory
from briefgen.files.own_fields import declared_fields
from briefgen.files.schema import json_schema
from briefgen.files.tools.front_matter_cms import front_matter_cms
from briefgen.files.tools.pages_cms import pages_cms
from briefgen.files.tools.vscode import snippets_json
from briefgen.model.briefing import Briefing, Caution
from briefgen.model.own_fields import NO_OWN, Own, OwnField
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

DESK = OwnField(name="desk", label="Desk")
AUDIENCE = OwnField(name="audience", label="Who it is for", several=True)
FIELDS = (DESK, AUDIENCE)
TEXT = """---
id: a
title: Ferry crews vote
audience:   # the list of the board
  - 'Ports'
  - Members of parliament
desk:  "World"
summary: They vote.
---
Notes.
"""


def read(text: str, fields: tuple[OwnField, ...] = FIELDS) -> BriefingFile:
    """Read a briefing of a site with these fields."""
    return read_briefing("content/briefings/a.md", text, fields)


def problems(text: str, fields: tuple[OwnField, ...] = FIELDS) -> list[str]:
    """Give what is wrong with a file."""
    with pytest.raises(ContentError) as error:
        read(text, fields)
    return [str(problem) for problem in error.value.problems]


def test_own_fields_are_read() -> None:
    """Beside the briefing, not in it; every declared one is there, in the order of the settings."""
    file = read(TEXT)
    assert file.briefing == Briefing(id="a", title="Ferry crews vote", summary="They vote.")
    assert type(file.briefing) is Briefing
    assert dict(file.own) == {"desk": "World", "audience": ("Ports", "Members of parliament")}
    assert file.own.shown == (("Desk", ("World",)), ("Who it is for", ("Ports", "Members of parliament")))
    assert file.position("audience", 1) == (6, 5)


def test_what_is_left_out_is_known_and_not_shown() -> None:
    """A template may ask for any declared field."""
    own = read("---\nid: a\ntitle: A\n---\n").own
    assert (own["desk"], own["audience"]) == (None, ())
    assert own.shown == ()
    assert own.given == {}
    with pytest.raises(KeyError):
        own["dsek"]


def test_an_undeclared_field_is_a_misspelling() -> None:
    """As it is in a site without fields of its own."""
    audience, desk = problems(TEXT, ())
    assert audience.startswith('content/briefings/a.md:4:1: unknown-key: "audience" is no key here; the keys are id, ')
    assert desk.startswith('content/briefings/a.md:7:1: unknown-key: "desk" is no key here; ')
    (problem,) = problems(TEXT.replace("audience", "audiense"))
    assert problem == 'content/briefings/a.md:4:1: unknown-key: "audiense" is no key here; did you mean `audience`?'


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (
            "desk: [World]",
            "4:7: wrong-type: `desk`: expected a text, found a list; put it in quotes if it is meant as text",
        ),
        ("desk: '  '", "4:7: empty: `desk` is empty; write it, or take the line out"),
        (
            "audience: Ports",
            "4:11: wrong-type: `audience`: expected a list: a line that begins with `- ` for each entry, ",
        ),
        (
            "audience: [{a: b}]",
            "4:12: wrong-type: `audience`: expected a text, found keys of its own; put it in quotes",
        ),
        ("desk: true", "4:7: wrong-type: true is what some programs make of yes, no, on or off without quotes"),
        ("desk: World #2", "4:13: comment-in-text: "),
        ("desk: A\ndesk: B", "5:1: duplicate-key: `desk` stands here a second time, the first is in line 4"),
    ],
)
def test_own_fields_are_read_strictly(lines: str, problem: str) -> None:
    """With file, line and column, as every other field."""
    (found,) = problems(f"---\nid: a\ntitle: A\n{lines}\n---\n")
    assert found.startswith(f"content/briefings/a.md:{problem}")


def test_every_mistake_is_told_at_once() -> None:
    """Also behind one that stops a YAML parser."""
    found = problems("---\nid: a\ntitle: A: B\ndesk World\naudience: Ports\n---\n")
    assert [one.split(":")[1] for one in found] == ["3", "4", "5"]


def test_own_fields_survive_a_change_byte_for_byte() -> None:
    """Whatever a merge writes, their lines stay, comments and quotes included."""
    file = read(TEXT)
    briefing = replace(file.briefing, summary="They voted.", topics=("Ferries",), cautions=(Caution(text="No date."),))
    text = revised_text(file, briefing)
    own_lines = "audience:   # the list of the board\n  - 'Ports'\n  - Members of parliament\ndesk:  \"World\"\n"
    assert own_lines in text
    again = read(text)
    assert again.briefing == briefing
    assert again.own == file.own
    assert revised_text(again, file.briefing).count(own_lines) == 1


def test_own_fields_survive_where_the_front_matter_is_written_anew() -> None:
    """In brackets there are no lines to keep: what they say stays."""
    file = read("---\n{id: a, title: A, desk: World, audience: [Ports]}\n---\nNotes.\n")
    again = read(revised_text(file, replace(file.briefing, summary="They voted.")))
    assert again.briefing.summary == "They voted."
    assert again.own == file.own
    assert again.notes == "Notes.\n"


def test_a_preview_reads_again_when_the_declarations_change(tmp_path: Path) -> None:
    """Else a field that was taken out of the settings would live on until its file is saved."""
    place = tmp_path / "content" / "briefings" / "a.md"
    place.parent.mkdir(parents=True)
    place.write_text("---\nid: a\ntitle: A\ndesk: World\n---\n", encoding="utf-8")
    memory = Memory()
    (first,) = load_briefings(tmp_path, Settings(fields=FIELDS), memory)
    (second,) = load_briefings(tmp_path, Settings(fields=FIELDS), memory)
    assert second is first
    (third,) = load_briefings(tmp_path, Settings(fields=(DESK,)), memory)
    assert list(third.own) == ["desk"]
    with pytest.raises(ContentError):
        load_briefings(tmp_path, Settings(), memory)


def test_own_fields_are_values() -> None:
    """They can be compared, kept and looked through like a mapping."""
    own = Own([(DESK, "World"), (AUDIENCE, ())])
    assert own == Own([(DESK, "World"), (AUDIENCE, ())])
    assert hash(own) == hash(Own([(DESK, "World"), (AUDIENCE, ())]))
    assert own != Own([(DESK, "World")])
    assert own != {"desk": "World", "audience": ()}
    assert (len(own), len(NO_OWN)) == (2, 0)
    assert own.given == {"desk": "World"}
    hidden = Own([(OwnField(name="why", label="Why", shown=False), "So."), (DESK, "World")])
    assert (hidden.shown, hidden.given) == ((("Desk", ("World",)),), {"why": "So.", "desk": "World"})
    assert repr(own) == "Own({'desk': 'World', 'audience': ()})"


def test_the_setting_takes_a_label_or_more() -> None:
    """A name alone is enough of a label where there is no better one."""
    told: dict[str, Any] = {"desk": "Desk", "for_whom": {"list": True}, "audience": {"label": "Who", "list": False}}
    told["stakes"] = {"show": False}
    assert declared_fields(told, "mkdocs.yml") == (
        OwnField(name="desk", label="Desk"),
        OwnField(name="for_whom", label="For whom", several=True),
        OwnField(name="audience", label="Who"),
        OwnField(name="stakes", label="Stakes", shown=False),
    )


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"title": "Title"}, "title: this is the name of a field of briefings: choose another"),
        ({"said_by": "Who"}, "said_by: this is the name of a field of briefings: choose another"),
        ({"Desk": "Desk"}, "Desk: expected a name of small letters, digits and _"),
        ({"class": "Class"}, "class: expected a name of small letters, digits and _"),
        ({3: "Three"}, "3: expected a name of small letters, digits and _"),
        ({"desk": None}, "desk: expected a label, or `label` and `list: true`, found None"),
        ({"desk": " "}, "desk: expected a label, or `label` and `list: true`, found ' '"),
        ({"desk": "\u200b"}, "desk: expected a label, or `label` and `list: true`, found '\\u200b'"),
        ({"desk": {"label": "\u2800"}}, "desk: label: expected a text, found '\u2800'"),
        ({"desk": {"lable": "x"}}, "desk: expected one of label, list, show, found lable"),
        ({"desk": {"label": 3}}, "desk: label: expected a text, found 3"),
        ({"desk": {"show": 0}}, "desk: show: expected true or false, found 0"),
        ({"desk": {"list": "yes"}}, "desk: list: expected true or false, found 'yes'"),
    ],
)
def test_a_wrong_setting_is_refused(told: dict[Any, Any], problem: str) -> None:
    """No name may take another field's place, at whatever depth."""
    with pytest.raises(SettingsError) as error:
        declared_fields(told, "mkdocs.yml: plugins: briefgen: fields")
    assert str(error.value).startswith(f"mkdocs.yml: plugins: briefgen: fields: {problem}")


def test_every_wrong_setting_is_told_at_once() -> None:
    """A line for each."""
    with pytest.raises(SettingsError) as error:
        declared_fields({"title": "a", "ok": "b", "id": "c"}, "mkdocs.yml")
    assert [line.split(": ")[1] for line in str(error.value).split("\n")] == ["title", "id"]


def test_the_schema_knows_own_fields() -> None:
    """A text or a list of texts; what is not declared stays refused."""
    schema = json.loads(json_schema(FIELDS))
    validator = Draft202012Validator(schema)
    assert validator.is_valid({"id": "a", "title": "A", "desk": "World", "audience": ["Ports"]})
    assert not validator.is_valid({"id": "a", "title": "A", "desk": ["World"]})
    assert not validator.is_valid({"id": "a", "title": "A", "audience": "Ports"})
    assert not validator.is_valid({"id": "a", "title": "A", "dsek": "World"})
    assert schema["properties"]["audience"]["description"] == "Who it is for: a field of this site’s own."
    assert schema["properties"]["id"] == json.loads(json_schema())["properties"]["id"]


def test_editors_programs_know_own_fields() -> None:
    """As the last of a briefing's, with their labels."""
    settings = Settings(fields=FIELDS)
    pages = yaml.safe_load(pages_cms(settings))["content"][0]["fields"]
    assert [(one["name"], one["label"], one.get("list", False)) for one in pages[-3:-1]] == [
        ("desk", "Desk", False),
        ("audience", "Who it is for", True),
    ]
    (content,) = json.loads(front_matter_cms(settings))["frontMatter.taxonomy.contentTypes"]
    assert [(one["name"], one["title"], one["type"]) for one in content["fields"][-2:]] == [
        ("desk", "Desk", "string"),
        ("audience", "Who it is for", "list"),
    ]
    snippets = json.loads(snippets_json(settings))
    assert snippets["desk"]["body"] == ["desk: ${1}"]
    assert snippets["audience"]["body"] == ["audience: [${1}]"]
