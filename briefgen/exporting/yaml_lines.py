"""Plain values -> YAML for a mkdocs.yml, the same for every reader of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import BuiltinFunctionType, FunctionType
from typing import TYPE_CHECKING

from briefgen.files.yaml_text import quoted_scalar, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator


class NotPlainError(ValueError):
    """A value has no spelling in YAML; its text names the value's type."""


def yaml_lines(values: Mapping[str, object]) -> Iterator[str]:
    """Give the lines of a mapping, without line ends.

    Args:
        values: Texts, numbers, truth values, None, lists, mappings; a function or a class is named as `!!python/name:`, which
            MkDocs and its successors read.

    Raises:
        NotPlainError: Something else is among them.
    """
    for key, value in values.items():
        yield from _pair(_key(key), value, "")


def as_plain(value: object) -> object:
    """Give a value with nothing left out.

    Raises:
        NotPlainError: It, or something in it, cannot be written.
    """
    list(yaml_lines({"value": value}))
    return value


def _pair(key: str, value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        yield f"{indent}{key}:"
        for name, held in value.items():
            yield from _pair(_key(name), held, f"{indent}  ")
    elif isinstance(value, str) and "\n" in value.rstrip("\n") and _is_block(value):
        yield f"{indent}{key}: |"
        yield from (f"{indent}  {line}" for line in value.removesuffix("\n").split("\n"))
    elif isinstance(value, Sequence) and not isinstance(value, str) and value:
        yield f"{indent}{key}:"
        for item in value:
            yield from _item(item, f"{indent}  ")
    else:
        yield f"{indent}{key}: {_scalar(value)}"


def _item(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        dash = f"{indent}- "
        for name, held in value.items():
            for number, line in enumerate(_pair(_key(name), held, f"{indent}  ")):
                first = not number and dash
                yield f"{dash}{line[len(indent) + 2 :]}" if first else line
                dash = "" if first else dash
    elif isinstance(value, Sequence) and not isinstance(value, str) and value:
        raise NotPlainError("a list in a list")
    else:
        yield f"{indent}- {_scalar(value)}"


def _is_block(text: str) -> bool:
    """Tell whether a text of several lines, such as patterns of files, can stand as it is."""
    return (
        text.endswith("\n")
        and not text.endswith("\n\n")
        and not text.startswith((" ", "\n"))
        and all(character.isprintable() or character == "\n" for character in text)
    )


def _key(key: object) -> str:
    return scalar(str(key))


def _scalar(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case float():
            # As YAML 1.1 has it too: PyYAML takes `1e-07` and `inf` for texts.
            mantissa, e, exponent = repr(value).partition("e")
            mantissa = mantissa.replace("inf", ".inf").replace("nan", ".nan")
            return f"{mantissa}{'' if '.' in mantissa or not e else '.0'}{e}{exponent}"
        case int():
            return repr(value)
        case str():
            return scalar(value) if value else quoted_scalar(value)
        case FunctionType() | BuiltinFunctionType() | type():
            return f"!!python/name:{value.__module__}.{value.__qualname__}"
        case Mapping():
            return "{}"
        case Sequence():
            return "[]"
    raise NotPlainError(type(value).__name__)
