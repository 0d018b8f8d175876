"""What pydantic finds -> a sentence that tells an editor what to type instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import process

from briefgen.files.shape import Field, shape
from briefgen.files.yaml_faults import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR = 60
"""Of 100: `sumary` and `summary` score 92, `tags` and `topics` 40."""


def explain(kind: str, path: tuple[str | int, ...], owner: type, found: str) -> tuple[str, str]:
    """Give the code and the words for a finding.

    Args:
        kind: Pydantic's name for the kind of finding.
        path: Where it is, from the top.
        owner: The class of the mapping that holds it.
        found: What stands there, described.

    Returns:
        A problem's code and its message.
    """
    fields = shape(owner)
    name = next(part for part in reversed(path) if isinstance(part, str))
    if name not in fields:
        return "unknown-key", _unknown(name, fields)
    field = fields[name]
    if kind == "missing":
        return "missing-key", f"expected `{name}`, found none; add `{name}: {_example(field)}`"
    if isinstance(path[-1], int):
        return _item(name, field, found)
    return _value(name, field, found)


def _unknown(name: str, known: Iterable[str]) -> str:
    near = process.extractOne(name, list(known), score_cutoff=_NEAR)
    if near:
        return f"{shown(name)} is no key here; did you mean `{near[0]}`?"
    return f"{shown(name)} is no key here; the keys are {', '.join(known)}"


def _item(name: str, field: Field, found: str) -> tuple[str, str]:
    if field.item is None:
        if found == "nothing":
            return "empty", f"an entry of `{name}` is empty; write it, or take the dash out"
        return "wrong-type", f"`{name}`: expected a text, found {found}; put it in quotes"
    first, *others = shape(field.item)
    keys = f" (and {', '.join(others)})" if others else ""
    return "wrong-type", f"`{name}`: expected an entry such as `- {first}: …`{keys}, found {found}"


def _value(name: str, field: Field, found: str) -> tuple[str, str]:
    if field.kind in {"texts", "items"}:
        advice = "a list: a line that begins with `- ` for each entry, or []"
        return "wrong-type", f"`{name}`: expected {advice}; found {found}"
    if field.kind == "choice":
        return "not-a-choice", f"`{name}`: expected {_listed(field.choices)}; found {found}"
    if field.kind == "date":
        return (
            "not-a-date",
            f"`{name}`: expected a date such as 2026-01-31, found {found}; leave it out if it is not known",
        )
    if found == "nothing":
        return "empty", f"`{name}` is empty; write it"
    return "wrong-type", f"`{name}`: expected a text, found {found}; put it in quotes if it is meant as text"


def _listed(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _example(field: Field) -> str:
    return field.choices[0] if field.choices else "…"
