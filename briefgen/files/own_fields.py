"""The fields that a site declares -> the class that its front matter is read as, and back to a plain `Briefing`."""

from __future__ import annotations

import dataclasses
import functools
import keyword
import re
from typing import TYPE_CHECKING, Any

from briefgen.errors import SettingsError
from briefgen.files.rows import fields_below
from briefgen.model.briefing import Briefing
from briefgen.model.own_fields import NO_OWN, Own, OwnField
from briefgen.model.seen import is_seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_KEYS = ("label", "list", "show")


@functools.cache
def front_matter_class(fields: tuple[OwnField, ...]) -> type[Briefing]:
    """Give the class that a site's front matter stands for.

    Args:
        fields: As its settings declare them.

    Returns:
        `Briefing`, or a class that has the site's fields behind those of a briefing. It does not leave `briefgen.files`:
        what merges, checks and drafts deals with briefings, and cannot touch what is the site's own.
    """
    if not fields:
        return Briefing
    own: list[tuple[str, Any, Any]] = []
    for field in fields:
        told = {"label": field.label}
        kind: Any = tuple[str, ...] if field.several else str | None
        default: Any = () if field.several else None
        own.append((field.name, kind, dataclasses.field(default=default, metadata=told)))
    made: type[Briefing] = dataclasses.make_dataclass(
        "Briefing",
        own,
        bases=(Briefing,),
        namespace={"__doc__": Briefing.__doc__, "__module__": __name__},
        frozen=True,
        slots=True,
        kw_only=True,
    )
    return made


def apart(read: Briefing, fields: tuple[OwnField, ...]) -> tuple[Briefing, Own]:
    """Take what was read as a site's front matter apart into the briefing and the site's own."""
    if not fields:
        return read, NO_OWN
    own = Own((field, getattr(read, field.name)) for field in fields)
    return Briefing(**_values(read, Briefing)), own


def together(briefing: Briefing, own: Own) -> Briefing:
    """Give a briefing and the site's own as one front matter."""
    values: dict[str, Any] = {**_values(briefing, Briefing), **own}
    return front_matter_class(own.fields)(**values)


def declared_fields(told: Mapping[Any, Any], where: str) -> tuple[OwnField, ...]:
    """Read the setting `fields`.

    Args:
        told: From each name to its label, or to a mapping with `label`, `list: true` for a list of texts, and `show: false`
            for one that the page shows only where a template of the site's own does.
        where: What errors begin with: the file and the way to the setting.

    Raises:
        SettingsError: A line for each mistake.
    """
    fields: list[OwnField] = []
    problems: list[str] = []
    for name, value in told.items():
        if problem := _name_problem(name) or _value_problem(value):
            problems.append(f"{where}: {name}: {problem}")
            continue
        more: dict[str, Any] = {"label": value} if isinstance(value, str) else value
        label = more.get("label") or name.replace("_", " ").capitalize()
        fields.append(OwnField(name=name, label=label, several=more.get("list", False), shown=more.get("show", True)))
    if problems:
        raise SettingsError("\n".join(problems))
    return tuple(fields)


def _name_problem(name: object) -> str:
    if not isinstance(name, str) or not _NAME.fullmatch(name) or keyword.iskeyword(name):
        return "expected a name of small letters, digits and _ that begins with a letter and is no keyword of Python"
    if name in fields_below(Briefing):
        return "this is the name of a field of briefings: choose another"
    return ""


def _value_problem(value: object) -> str:
    if isinstance(value, str) and is_seen(value):
        return ""
    if not isinstance(value, dict):
        return f"expected a label, or `label` and `list: true`, found {value!r}"
    if unknown := [key for key in value if key not in _KEYS]:
        return f"expected one of {', '.join(_KEYS)}, found {unknown[0]}"
    label = value.get("label")
    if label is not None and not (isinstance(label, str) and is_seen(label)):
        return f"label: expected a text, found {label!r}"
    wrong = [key for key in ("list", "show") if not isinstance(value.get(key, False), bool)]
    return f"{wrong[0]}: expected true or false, found {value[wrong[0]]!r}" if wrong else ""


def _values(of: Briefing, cls: type[Briefing]) -> dict[str, Any]:
    return dict(_pairs(of, cls))


def _pairs(of: Briefing, cls: type[Briefing]) -> Iterator[tuple[str, Any]]:
    return ((field.name, getattr(of, field.name)) for field in dataclasses.fields(cls))
