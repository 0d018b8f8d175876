"""Classes of `data_shape.py` -> the JSON Schemas that stand beside the files."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from briefgen.model.page import Page
from briefgen.rendering import addresses
from briefgen.rendering.data_shape import Address, PublicBriefing, PublicIndex
from briefgen.rendering.public import json_text

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    Address: {"type": "string", "format": "uri-reference"},
}
_OF = {addresses.BRIEFING_SCHEMA: PublicBriefing, addresses.DATA_SCHEMA: PublicIndex}


def schemas(site_url: str | None = None) -> tuple[Page, ...]:
    """Give the JSON Schema of a briefing's file and that of briefings.json, by draft 2020-12.

    Args:
        site_url: Where the site stands, with a slash at its end: the schemas' own addresses are below it. None where that
            is not known: they are relative.
    """
    return tuple(_schema(path, cls, site_url) for path, cls in _OF.items())


@lru_cache(maxsize=8)
def _schema(path: str, cls: type, site_url: str | None) -> Page:
    named: dict[str, Any] = {}
    whole = _object(cls, named)
    # A file may name its schema, as JSON files do, so that editors' programs complete and check it.
    whole["properties"] = {"$schema": {"type": "string", "format": "uri-reference"}, **whole["properties"]}
    head = {"$schema": _DIALECT, "$id": f"{site_url or ''}{path}", "title": cls.__name__}
    return Page(path=path, text=json_text({**head, **whole, "$defs": dict(sorted(named.items()))}))


def _object(cls: type, named: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls, include_extras=True)
    properties: dict[str, Any] = {}
    required: list[str] = []
    for field in fields(cls):
        # Python puts Annotated[Address, "…"] together to one: str, what Address says of it, the description.
        plain, *said, described = get_args(hints[field.name])
        held = Annotated[(plain, *said)] if said else plain
        is_list = get_origin(held) is tuple
        properties[field.name] = {**_value(held, named), "description": described}
        if is_list or field.default is MISSING:
            required.append(field.name)
    return {
        "type": "object",
        "description": cls.__doc__,
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _value(held: Any, named: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401  # a type as Python describes it
    if held in _PLAIN:
        return dict(_PLAIN[held])
    kind = get_origin(held)
    if kind in (Union, UnionType):
        parts = [_value(part, named) for part in get_args(held) if part is not type(None)]
        return parts[0] if len(parts) == 1 else {"anyOf": parts}
    if kind is tuple:
        return {"type": "array", "items": _value(get_args(held)[0], named)}
    if kind is dict:
        return {"type": "object", "additionalProperties": _value(get_args(held)[1], named)}
    if kind is Literal:
        return {"enum": list(get_args(held))}
    if is_dataclass(held) and isinstance(held, type):
        if held.__name__ not in named:
            named[held.__name__] = {}
            named[held.__name__] = _object(held, named)
        return {"$ref": f"#/$defs/{held.__name__}"}
    raise TypeError(f"expected a type that JSON can hold, found {held!r}")
