"""The model -> the JSON Schemas of front matter and registry, which editors' programs complete and check by."""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from typing import Any

from pydantic import TypeAdapter

from briefgen.files import rules
from briefgen.files.registry import RegistryFile
from briefgen.files.shape import shape
from briefgen.model.briefing import Briefing, Question, Source

_PATTERNS = {
    (Briefing, "id"): rules.ID_PATTERN,
    (Question, "answered_by"): rules.ID_PATTERN,
    (Source, "sha256"): rules.SHA256_PATTERN,
    (Source, "language"): rules.LANGUAGE_PATTERN,
    (Source, "url"): "https?://.+",
}


def json_schema() -> str:
    """Write the JSON Schema of a briefing's front matter.

    Returns:
        JSON by draft 2020-12, with a line feed at its end. Descriptions are those of the model's fields.
    """
    return _written(Briefing, "Front matter of a briefing")


def registry_schema() -> str:
    """Write the JSON Schema of the registry of actors.

    Returns:
        JSON by draft 2020-12, with a line feed at its end. Descriptions are those of the model's fields.
    """
    return _written(RegistryFile, "Registry of actors")


def _written(whole_file: type, title: str) -> str:
    """Write the JSON Schema of a class that stands for a whole file."""
    schema = TypeAdapter(whole_file).json_schema()
    for cls in _classes(whole_file):
        target = schema if cls is whole_file else schema["$defs"][cls.__name__]
        target["additionalProperties"] = False
        target["description"] = (inspect.getdoc(cls) or "").split("\n")[0]
        _describe(cls, target["properties"])
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    whole["title"] = title
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _describe(cls: type, properties: dict[str, Any]) -> None:
    """Add to the properties of a class what pydantic does not see in it."""
    descriptions = _docstrings(cls)
    for name, field in shape(cls).items():
        described = properties[name]
        described.pop("title", None)
        described["description"] = descriptions[name]
        text = next((part for part in described.get("anyOf", [described]) if part.get("type") == "string"), None)
        if text is not None and field.kind == "text":
            text["minLength"] = 1
            if (cls, name) in _PATTERNS:
                text["pattern"] = f"^{_PATTERNS[cls, name]}$"
            if (cls, name) == (Briefing, "id"):
                text["maxLength"] = rules.MAX_ID
        if field.kind in {"texts", "items"}:
            # A key with nothing behind it is an empty list.
            described["type"] = ["array", "null"]


def _classes(cls: type) -> list[type]:
    """List a class of the model and those of its items, each once, in their order."""
    found = [cls]
    for field in shape(cls).values():
        if field.item is not None:
            found += [inner for inner in _classes(field.item) if inner not in found]
    return found


def _docstrings(cls: type) -> dict[str, str]:
    """Read the strings that stand below the fields of a class."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    assert isinstance(tree, ast.ClassDef)  # noqa: S101 - for the type checker: the source of a class is one
    found: dict[str, str] = {}
    for statement, below in zip(tree.body, tree.body[1:], strict=False):
        if (
            isinstance(statement, ast.AnnAssign)
            and isinstance(statement.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            found[statement.target.id] = inspect.cleandoc(str(below.value.value))
    return found
