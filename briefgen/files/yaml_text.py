"""Values -> YAML that every parser reads back as the same text.

A text is written without quotes only where YAML 1.1 and 1.2 surely agree on it, else between double quotes as JSON
does. Of 140 hostile strings, this loses none; PyYAML's own writer lost one (it writes U+0085 as it is and reads it as
a line break).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.files.shape import Plain

# Letters that some parser takes for a truth value, a null, or, alone, for a merge.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "nan", "inf"})
_SIGNS = frozenset(" ’‘“”„«»–—…,.;:()/'\"!?%&+*=$€£@_-")
_FLOW_SIGNS = _SIGNS - frozenset(",:?\"'")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# Zero-width non-joiner and joiner: Persian and emoji are spelt with them, and every parser takes them.
_JOINERS = "\u200c\u200d"


def scalar(text: str, *, flow: bool = False) -> str:
    """Write a text.

    Args:
        text: Any text, whatever it holds.
        flow: Whether it stands between brackets or braces.

    Returns:
        One line of YAML that is read as that text.
    """
    return text if _safe_plain(text, flow=flow) else quoted_scalar(text)


def quoted_scalar(text: str) -> str:
    """Write a text between double quotes, whatever it holds."""
    return '"' + "".join(map(_escape, text)) + '"'


def day(text: str) -> str:
    """Write a date: without quotes, as editors do."""
    return text if _DATE.fullmatch(text) else scalar(text)


def flow_value(value: Plain) -> str:
    """Write a value on one line, lists in brackets and mappings in braces."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, list):
        return f"[{', '.join(map(flow_value, value))}]"
    return "{" + ", ".join(f"{key}: {flow_value(held)}" for key, held in value.items()) + "}"


def pair_lines(key: str, value: Plain, indent: int) -> list[str]:
    """Write a key and its value.

    Args:
        key: The key: one of the model's names, which need no quotes.
        value: Its value.
        indent: How many spaces stand before the key.

    Returns:
        The lines, without line ends: lists of texts in brackets, lists of mappings in dashes.
    """
    space = " " * indent
    if isinstance(value, str):
        return [f"{space}{key}: {day(value) if key in _DATES else scalar(value)}"]
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return [f"{space}{key}:", *(line for item in value for line in item_lines(item, indent + 2))]
    return [f"{space}{key}: {flow_value(value)}"]


def item_lines(item: Plain, indent: int) -> list[str]:
    """Write an entry of a list.

    Args:
        item: A text, or a mapping.
        indent: How many spaces stand before its dash.

    Returns:
        The lines, without line ends.
    """
    if not isinstance(item, dict):
        return [f"{' ' * indent}- {flow_value(item) if isinstance(item, list) else scalar(item)}"]
    lines = [line for key, value in item.items() for line in pair_lines(key, value, indent + 2)]
    return [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]


_DATES = frozenset({"date", "published", "reviewed_on", "start", "end"})


def _safe_plain(text: str, *, flow: bool) -> bool:
    """Whether every parser reads the text as itself without quotes."""
    signs = _FLOW_SIGNS if flow else _SIGNS
    return (
        text != ""
        and (text[0].isalpha() or text[0] in "“‘„«(")
        and (text[-1].isalnum() or text[-1] in "’”“»).!?…%")
        and text.lower() not in _WORDS
        and all(c in signs or _plain_character(c) for c in text)
        and ": " not in text
    )  # a `#` is not among the signs


def _plain_character(character: str) -> bool:
    """Letters, the marks that sit on them, and digits; nothing that a program might compose or drop."""
    return character.isalnum() or unicodedata.category(character) in {"Mn", "Mc"}


def _escape(character: str) -> str:
    """Spell out what does not print, so that an editor sees it and no parser changes it."""
    if character in _ESCAPES:
        return _ESCAPES[character]
    category = unicodedata.category(character)
    if category in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} and character not in _JOINERS:
        return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"  # noqa: PLR2004
    return character
