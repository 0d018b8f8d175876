"""What editors' programs are given is the model's: every field of every class, and nothing more."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.errors import SettingsError, WriteError
from briefgen.files.front_matter import read_briefing
from briefgen.files.registry import RegistryFile
from briefgen.files.shape import Field, shape
from briefgen.files.tools import TOOLS
from briefgen.files.tools.described import classes, described
from briefgen.files.tools.front_matter_cms import front_matter_cms
from briefgen.files.tools.offered import files_for, write_tools
from briefgen.files.tools.pages_cms import BODY, pages_cms
from briefgen.files.tools.vscode import snippets_json, tasks_json
from briefgen.model.briefing import Briefing, Source
from briefgen.model.problem import Problem
from briefgen.model.registry import RegisteredActor
from briefgen.model.settings import Settings

ROOT = Path(__file__).parents[3]
ALL = [*classes(Briefing), *classes(RegistryFile)]
ITEMS = classes(Briefing)[1:]
OURS = [(tool, file) for tool in TOOLS for file in files_for(tool, Settings())]
each_class = pytest.mark.parametrize("cls", ALL, ids=[cls.__name__ for cls in ALL])


@pytest.mark.parametrize(("tool", "file"), OURS, ids=[f"{tool} {file.path}" for tool, file in OURS])
def test_the_sites_own_files_are_in_step(tool: str, file: Any) -> None:  # noqa: ANN401 - named by the id
    """After a change of the model: `briefgen schema --write --force`."""
    assert (ROOT / file.path).read_text(encoding="utf-8") == file.text, tool


def test_none_lies_where_it_would_be_published() -> None:
    """MkDocs publishes what lies below its docs_dir."""
    assert not [file.path for _, file in OURS if file.path.startswith(f"{Settings().content}/")]


@each_class
def test_every_field_is_described(cls: type) -> None:
    """With a label and its docstring's words."""
    entries = described(cls)
    assert [entry.name for entry in entries] == [field.name for field in dataclasses.fields(cls)]
    assert all(entry.label and entry.description for entry in entries)


def _json_class(cls: type) -> Any:  # noqa: ANN401 - JSON
    tool: Any = "actors" if cls in {RegistryFile, RegisteredActor} else "briefings"
    schema = json.loads(files_for(tool, Settings())[0].text)
    return schema if cls in {Briefing, RegistryFile} else schema["$defs"][cls.__name__]


@each_class
def test_the_json_schema_has_the_fields(cls: type) -> None:
    """Those and no others; what a draft alone writes is read-only."""
    found = _json_class(cls)
    assert list(found["properties"]) == list(shape(cls))
    assert found["additionalProperties"] is False
    read_only = [name for name, prop in found["properties"].items() if prop.get("readOnly")]
    assert read_only == {Briefing: ["id"], Source: ["sha256"]}.get(cls, [])


def _front_matter_fields(cls: type) -> list[dict[str, Any]]:
    whole = json.loads(front_matter_cms(Settings()))
    if cls is Briefing:
        (content_type,) = whole["frontMatter.taxonomy.contentTypes"]
        found: list[dict[str, Any]] = content_type["fields"]
        return found
    groups = {group["id"]: group["fields"] for group in whole["frontMatter.taxonomy.fieldGroups"]}
    assert list(groups) == [item.__name__ for item in ITEMS]
    return list(groups[cls.__name__])


@pytest.mark.parametrize("cls", classes(Briefing), ids=[cls.__name__ for cls in classes(Briefing)])
def test_front_matter_cms_has_the_fields(cls: type) -> None:
    """Of the right kind, required and with choices as the model has them; the machine's own are hidden."""
    fields = _front_matter_fields(cls)
    assert [field["name"] for field in fields] == list(shape(cls))
    for field, entry in zip(fields, described(cls), strict=True):
        assert field["type"] == _front_matter_type(entry.field)
        assert field["description"].startswith(entry.description)
        assert field.get("required", False) == entry.field.required
        assert tuple(field.get("choices", ())) == entry.field.choices
        assert field.get("fieldGroup") == (entry.field.item.__name__ if entry.field.item else None)
        assert field.get("hidden", False) == (entry.name in {"id", "sha256"})


def _front_matter_type(field: Field) -> str:
    # Its date picker writes the day before, east of Greenwich: days are typed.
    return {"items": "block", "choice": "choice", "texts": "list", "date": "string", "text": "string"}[field.kind]


def test_front_matter_cms_saves_what_is_read() -> None:
    """It looks where the briefings lie, makes none of its own, quotes what it writes and takes emptied fields out."""
    whole = json.loads(front_matter_cms(Settings(content="docs")))
    (folder,) = whole["frontMatter.content.pageFolders"]
    (content_type,) = whole["frontMatter.taxonomy.contentTypes"]
    assert (folder["path"], folder["disableCreation"]) == ("[[workspace]]/docs/briefings", True)
    assert folder["contentTypes"] == [content_type["name"]]
    assert whole["frontMatter.taxonomy.quoteStringValues"] is True
    assert whole["frontMatter.taxonomy.dateFormat"] == "yyyy-MM-dd"
    assert content_type["clearEmpty"] is True
    assert whole["frontMatter.content.draftField"]["choices"] == list(shape(Briefing)["status"].choices)


def _check_pages_fields(fields: list[dict[str, Any]], cls: type) -> None:
    assert [field["name"] for field in fields] == list(shape(cls))
    for found, entry in zip(fields, described(cls), strict=True):
        kind = entry.field.kind
        assert found["description"] == entry.description
        assert found.get("required", False) == entry.field.required
        assert found.get("readonly", False) == (entry.name in {"id", "sha256"})
        assert bool(found.get("list")) == (kind in {"texts", "items"})
        if kind == "items":
            assert found["type"] == "object"
            assert entry.field.item
            _check_pages_fields(found["fields"], entry.field.item)
        elif kind == "choice":
            assert (found["type"], tuple(found["options"]["values"])) == ("select", entry.field.choices)
        elif kind == "date":
            # Else it fills in today.
            assert (found["type"], found["default"]) == ("date", "")
        else:
            assert found["type"] in {"string", "text"}
        if entry.pattern and not entry.field.required:
            # A field that is left out reaches the pattern as an empty text.
            assert re.search(found["pattern"], "")
        if entry.pattern:
            assert not re.search(found["pattern"], "Not an id, a hash, a language or an address")


def test_pages_cms_has_the_fields() -> None:
    """Nested as they are, with the notes as one more, so that a saved file keeps them."""
    briefings, actors = yaml.safe_load(pages_cms(Settings()))["content"]
    *fields, body = briefings["fields"]
    _check_pages_fields(fields, Briefing)
    assert body == BODY
    _check_pages_fields(actors["fields"], RegistryFile)
    assert (briefings["format"], actors["format"]) == ("yaml-frontmatter", "yaml")


def test_pages_cms_knows_the_folder() -> None:
    """Of the site's settings; it neither makes nor renames a briefing."""
    briefings, actors = yaml.safe_load(pages_cms(Settings(content="docs")))["content"]
    assert (briefings["path"], actors["path"]) == ("docs/briefings", "docs/actors.yml")
    assert briefings["operations"] == {"create": False, "rename": False}


def _snippets() -> dict[str, dict[str, Any]]:
    return dict(json.loads(snippets_json(Settings())))


def test_snippets_have_the_fields() -> None:
    """One for each of a briefing's, one for each class of items; choices are there to pick from."""
    snippets = _snippets()
    fields = [field for field in shape(Briefing) if field != "id"]
    assert list(snippets) == [*fields, *(f"{cls.__name__.lower()} (item)" for cls in ITEMS)]
    for cls in ITEMS:
        body = snippets[f"{cls.__name__.lower()} (item)"]["body"]
        deep = [line.removeprefix("- ") if line.startswith("- ") else line[2:] for line in body]
        keys = [line.split(":")[0] for line in deep if not line.startswith(" ")]
        assert keys == [name for name in shape(cls) if name not in {"sha256", "waived"}]
        for name, field in shape(cls).items():
            if field.choices:
                assert any(re.search(rf"{name}: \${{\d+\|{','.join(field.choices)}\|}}$", line) for line in body)
    assert "|draft,reviewed,published,withdrawn|" in snippets["status"]["body"][0]


def test_what_a_snippet_writes_is_read() -> None:
    """Every section, with required texts filled in, the first of each choice taken and all else left empty."""
    lines = [line for name, snippet in _snippets().items() if "(item)" not in name for line in snippet["body"]]
    written = "\n".join(_filled(line) for line in lines)
    briefing = read_briefing("a.md", f"---\nid: a\n{written}\n---\n").briefing
    assert all(getattr(briefing, name) for name, field in shape(Briefing).items() if field.kind == "items")
    assert briefing.takeaways[0].text == "filled"
    assert (briefing.date, briefing.topics, briefing.takeaways[0].said_by) == (None, (), None)


def _filled(line: str) -> str:
    required = {field.name for cls in classes(Briefing) for field in shape(cls).values() if field.required}
    key = line.lstrip(" -").split(":")[0]
    value = {"date": "2026-01-31"}.get(key, "filled") if key in required else ""
    if line.startswith("  - date:"):
        value = "2026-01-31"  # a correction's, which is required; a briefing's own is not
    elif key == "date":
        value = ""
    return re.sub(r"\$\{\d+\}", value, re.sub(r"\$\{\d+\|([a-z]+),[^}]*\}", r"\1", line))


def test_vs_code_finds_the_place_of_a_problem() -> None:
    """The task's pattern takes a line of `briefgen check` apart, and no other line that it prints."""
    check, *_ = json.loads(tasks_json())["tasks"]
    pattern = check["problemMatcher"]["pattern"]
    problem = Problem(
        file="content/briefings/a.md", line=12, column=5, code="quote-not-in-source", message="Not: there."
    )
    found = re.search(pattern["regexp"], str(problem))
    assert found
    named = {name: found[pattern[name]] for name in ("file", "line", "column", "code", "message")}
    assert named == {name: str(getattr(problem, name)) for name in named}
    assert not re.search(pattern["regexp"], "2 errors, 1 warnings")


def test_files_are_written_once(tmp_path: Path) -> None:
    """Each to its place; what is as it should be is not touched."""
    first = write_tools(tmp_path, Settings(), TOOLS, force=False)
    assert {fate for _, fate in first} == {"written"}
    assert sorted(path for path, _ in first) == sorted({file.path for _, file in OURS})
    times = {path: (tmp_path / path).stat().st_mtime_ns for path, _ in first}
    for force in (False, True):
        again = write_tools(tmp_path, Settings(), TOOLS, force=force)
        assert again == tuple((path, "unchanged") for path, _ in first)
    assert times == {path: (tmp_path / path).stat().st_mtime_ns for path in times}


def test_a_file_of_ones_own_is_left(tmp_path: Path) -> None:
    """People put settings of their own there; the others are written all the same. Asked to, it replaces them."""
    own = tmp_path / ".vscode" / "settings.json"
    own.parent.mkdir()
    own.write_text("{}\n", encoding="utf-8")
    fates = dict(write_tools(tmp_path, Settings(), ("vscode",), force=False))
    assert fates.pop(".vscode/settings.json") == "differs"
    assert set(fates.values()) == {"written"}
    assert own.read_text(encoding="utf-8") == "{}\n"
    assert dict(write_tools(tmp_path, Settings(), ("vscode",), force=True))[".vscode/settings.json"] == "written"
    assert "yaml.schemas" in own.read_text(encoding="utf-8")


@pytest.mark.parametrize("force", [False, True])
def test_no_link_is_followed(tmp_path: Path, force: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Neither a file's nor a folder's that leads out of the site."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.json").write_text("{}", encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "frontmatter.json").symlink_to(site / "elsewhere.json")
    with pytest.raises(WriteError, match=r"frontmatter\.json"):
        write_tools(site, Settings(), ("front-matter-cms",), force=force)
    (site / "schemas").symlink_to(outside)
    with pytest.raises(SettingsError, match="leads out"):
        write_tools(site, Settings(), ("actors",), force=force)
    assert [path.name for path in outside.iterdir()] == ["mine.json"]
