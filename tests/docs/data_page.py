"""The published files and the schemas of the JSON among them -> docs/pages/data.md."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from briefgen.collecting.site import collect
from briefgen.files.front_matter import read_briefing
from briefgen.model.site import Entry
from briefgen.rendering import addresses
from briefgen.rendering.data_schema import schemas
from briefgen.rendering.environment import environment
from briefgen.rendering.site import plan
from tests.docs.fields_page import EXAMPLE

_PART = Path(__file__).parent
TOLD: dict[str, dict[str, str]] = tomllib.loads((_PART / "data.toml").read_text("utf-8"))
"""What is said of each file, by its path."""


def page() -> str:
    """Give the whole page."""
    lines = [(_PART / "data_head.md").read_text("utf-8"), "## Files", ""]
    lines += [f"- `{path}`: {' '.join(told['what'].split())}" for path, told in TOLD.items()]
    lines += ["", "## JSON", "", (_PART / "data_json.md").read_text("utf-8")]
    lines += [f"```json\n{json.dumps(json.loads(published(addresses.DATA)), ensure_ascii=False, indent=2)}\n```", ""]
    classes = classes_of(addresses.DATA_SCHEMA) | classes_of(addresses.BRIEFING_SCHEMA)
    for name, schema in classes.items():
        lines += [f"### {name}", "", schema["description"], ""]
        lines += [_field(key, prop, required=key in schema["required"]) for key, prop in _described(schema)]
        lines += [""]
    return "\n".join(lines)


def classes_of(path: str) -> dict[str, dict[str, Any]]:
    """Give the classes that a schema describes by their names, the whole file first."""
    schema = json.loads(next(one.text for one in schemas() if one.path == path))
    return {schema["title"]: schema, **schema["$defs"]}


def published(path: str) -> str:
    """Give a file of a site that has one briefing, the example of the fields."""
    file = "content/briefings/ferry-link-to-saare-reopens-after-storm-damage.md"
    entry = Entry(file=file, briefing=read_briefing(file, EXAMPLE).briefing)
    site = collect([entry], site_name="Coast desk", site_url="https://coast.example/")
    return next(one.page().text for one in plan(site, environment()) if one.path == path)


def _described(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(key, prop) for key, prop in schema["properties"].items() if key != "$schema"]


def _field(key: str, prop: dict[str, Any], *, required: bool) -> str:
    there = "" if required else ", may be missing"
    return f"- `{key}` ({_kind(prop)}{there}): {prop['description']}"


def _kind(prop: dict[str, Any]) -> str:
    if "$ref" in prop:
        name = prop["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in prop:
        return " or ".join(f"`{choice}`" for choice in prop["enum"])
    if "anyOf" in prop:
        return " or ".join(_kind(one) for one in prop["anyOf"])
    if prop["type"] == "array":
        return f"list of {_kind(prop['items'])}"
    if prop["type"] == "object":
        return f"names, each with {_kind(prop['additionalProperties'])}"
    if prop["type"] == "boolean":
        return "true or false"
    return {"date": "day", "uri-reference": "address"}.get(prop.get("format", ""), "text")
