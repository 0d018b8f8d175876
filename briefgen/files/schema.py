"""The model -> the JSON Schemas of front matter and registry, which editors' programs complete and check by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from briefgen.files.own_fields import front_matter_class
from briefgen.files.registry import RegistryFile
from briefgen.files.tools.described import classes, described, summary

if TYPE_CHECKING:
    from briefgen.model.own_fields import OwnField


def json_schema(fields: tuple[OwnField, ...] = ()) -> str:
    """Write the JSON Schema of a briefing's front matter.

    Args:
        fields: Which the site declares beside those of every briefing.

    Returns:
        JSON by draft 2020-12, with a line feed at its end. Descriptions are those of the model's fields.
    """
    return _written(front_matter_class(fields), "Front matter of a briefing")


def registry_schema() -> str:
    """Write the JSON Schema of the registry of actors.

    Returns:
        JSON by draft 2020-12, with a line feed at its end. Descriptions are those of the model's fields.
    """
    return _written(RegistryFile, "Registry of actors")


def _written(whole_file: type, title: str) -> str:
    """Write the JSON Schema of a class that stands for a whole file."""
    schema = TypeAdapter(whole_file).json_schema()
    for cls in classes(whole_file):
        target = schema if cls is whole_file else schema["$defs"][cls.__name__]
        target["additionalProperties"] = False
        target["description"] = summary(cls)
        _describe(cls, target["properties"])
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    whole["title"] = title
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _describe(cls: type, properties: dict[str, Any]) -> None:
    """Add to the properties of a class what pydantic does not see in it."""
    for entry in described(cls):
        prop = properties[entry.name]
        prop.pop("title", None)
        prop["description"] = entry.description
        if entry.fixed:
            prop["readOnly"] = True
        text = next((part for part in prop.get("anyOf", [prop]) if part.get("type") == "string"), None)
        if text is not None and entry.field.kind == "text":
            text["minLength"] = 1
            if entry.pattern:
                text["pattern"] = f"^{entry.pattern}$"
            if entry.max_length:
                text["maxLength"] = entry.max_length
        if entry.field.kind in {"texts", "items"}:
            # A key with nothing behind it is an empty list.
            prop["type"] = ["array", "null"]
