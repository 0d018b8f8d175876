"""Signatures, docstrings and fields of what scripts import -> docs/pages/api.md."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from pathlib import Path
from typing import Literal, get_args, get_origin

import briefgen

_HEAD = Path(__file__).parent / "api_head.md"
_SECTIONS = {"Args": "Takes", "Returns": "Gives", "Raises": "Raises"}
_ENTRY = re.compile(r"(\w+): (.*)", re.DOTALL)


def page() -> str:
    """Give the whole page, in the order of `briefgen.__all__`."""
    functions, values, errors = _kinds()
    lines = [_HEAD.read_text("utf-8").rstrip("\n"), ""]
    for name in functions:
        lines += _function(name)
    lines += ["## Values", ""]
    for name in values:
        lines += _value(name)
    lines += ["## Errors", "", "| error | what it means |", "|---|---|"]
    lines += [f"| `{name}` | {_cell(_parts(getattr(briefgen, name))[0])} |" for name in errors]
    return "\n".join(lines) + "\n"


def _kinds() -> tuple[list[str], list[str], list[str]]:
    functions, values, errors = [], [], []
    for name in briefgen.__all__:
        found = getattr(briefgen, name)
        if inspect.isfunction(found):
            functions.append(name)
        elif issubclass(found, Exception):
            errors.append(name)
        else:
            values.append(name)
    return functions, values, errors


def _function(name: str) -> list[str]:
    function = getattr(briefgen, name)
    summary, sections = _parts(function)
    lines = [f"### `{name}`", "", f"```python\n{_signature(name, inspect.signature(function))}\n```", "", summary, ""]
    for section, title in _SECTIONS.items():
        if section in sections:
            lines += [*_section(title, sections[section]), ""]
    lines += [f"```pycon\n{sections['Example']}\n```", ""]
    return lines


def _signature(name: str, signature: inspect.Signature) -> str:
    parameters: list[str] = []
    for one in signature.parameters.values():
        if one.kind is one.KEYWORD_ONLY and "*" not in parameters:
            parameters.append("*")
        default = "" if one.default is one.empty else f" = {_default(one.default)}"
        parameters.append(f"{one.name}: {one.annotation}{default}")
    told = f"{name}({', '.join(parameters)}) -> {signature.return_annotation}"
    if len(told) <= 88:
        return told
    return f"{name}(\n" + "".join(f"    {one},\n" for one in parameters) + f") -> {signature.return_annotation}"


def _default(value: object) -> str:
    """Word a default; an empty registry has no short form of its own."""
    return "Registry()" if isinstance(value, briefgen.Registry) else repr(value)


def _parts(found: object) -> tuple[str, dict[str, str]]:
    """Take a docstring apart: what stands before its sections, joined to paragraphs, and each section."""
    text = inspect.getdoc(found) or ""
    pieces = re.split(r"^(Args|Returns|Raises|Example):\n", text, flags=re.MULTILINE)
    sections = {
        title: textwrap.dedent(body).strip("\n") for title, body in zip(pieces[1::2], pieces[2::2], strict=True)
    }
    return "\n\n".join(_joined(one) for one in pieces[0].strip().split("\n\n")), sections


def _section(title: str, body: str) -> list[str]:
    """Give a section as a sentence, or as a list where it has an entry for each parameter or error."""
    entries = [_ENTRY.fullmatch(one) for one in re.split(r"\n(?=\w)", body)]
    if title == "Gives" or None in entries:
        return [f"**{title}:** {_joined(body)}"]
    return [f"**{title}:**", "", *(f"- `{one[1]}`: {_joined(one[2])}" for one in entries if one)]


def _value(name: str) -> list[str]:
    """Give a class with its fields; those of a briefing's front matter are told in full on a page of their own."""
    cls = getattr(briefgen, name)
    rows = [f"| `{field}` | `{kind}` | {_cell(told)} |" for field, kind, told in _fields(cls)]
    return [f"### `{name}`", "", _parts(cls)[0], "", "| field | type | |", "|---|---|---|", *rows, ""]


def _fields(cls: type) -> list[tuple[str, str, str]]:
    """Give each field's name, type and the docstring below it."""
    (node,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    assert isinstance(node, ast.ClassDef)
    found: list[tuple[str, str, str]] = []
    for at, one in enumerate(node.body):
        if not isinstance(one, ast.AnnAssign) or not isinstance(one.target, ast.Name) or one.target.id.startswith("_"):
            continue
        below = node.body[at + 1] if at + 1 < len(node.body) else None
        told = ""
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and isinstance(below.value.value, str):
            told = inspect.cleandoc(below.value.value)
        found.append((one.target.id, _type(ast.unparse(one.annotation), cls), told))
    return found


def _type(written: str, cls: type) -> str:
    """Give a type as it is written; a name for a choice of words is given by the words."""
    named = getattr(inspect.getmodule(cls), written, None)
    return " \\| ".join(f'"{word}"' for word in get_args(named)) if get_origin(named) is Literal else written


def _joined(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    """Give a text for a cell of a table."""
    return _joined(text).replace("|", "\\|")
