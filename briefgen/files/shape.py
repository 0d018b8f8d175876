"""The model's dataclasses -> a table of their fields: what kind of value each takes, in the order they are written."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import types
import typing
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from briefgen.model.briefing import Briefing

Kind = Literal["text", "choice", "date", "texts", "items"]
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
"""A value as front matter holds it: text, lists and mappings; what has no value is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of one of the model's dataclasses."""

    name: str
    kind: Kind
    required: bool
    item: type | None = None
    """The class of the items, for the kind `items`."""
    choices: tuple[str, ...] = ()
    """The words it can hold, for the kind `choice`."""


@functools.cache
def shape(cls: type) -> dict[str, Field]:
    """Describe the fields of a dataclass of the model, in their order."""
    hints = typing.get_type_hints(cls)
    return {
        field.name: _field(field.name, hints[field.name], required=field.default is dataclasses.MISSING)
        for field in dataclasses.fields(cls)
    }


def model_class(cls: type) -> type:
    """Give the class of the model that stands for a class: a site's own fields make no other kind of briefing."""
    return Briefing if issubclass(cls, Briefing) else cls


def plain(value: Any) -> Plain:  # noqa: ANN401 - any value of the model
    """Turn a value of the model into text, lists and mappings; fields that are None or empty are left out."""
    if isinstance(value, str):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    cls: type = type(value)
    values = ((name, getattr(value, name)) for name in shape(cls))
    return {name: plain(held) for name, held in values if held is not None and held != ()}


def _field(name: str, hint: Any, *, required: bool) -> Field:  # noqa: ANN401 - a type, or what typing makes of it
    """Describe one field from its annotation."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        hint = next(part for part in typing.get_args(hint) if part is not types.NoneType)
    if typing.get_origin(hint) is tuple:
        item = typing.get_args(hint)[0]
        if item is str:
            return Field(name=name, kind="texts", required=required)
        return Field(name=name, kind="items", required=required, item=item)
    if typing.get_origin(hint) is Literal:
        return Field(name=name, kind="choice", required=required, choices=typing.get_args(hint))
    return Field(name=name, kind="date" if hint is dt.date else "text", required=required)
