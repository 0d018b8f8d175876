"""A mapping of the front matter -> what in it breaks a rule beyond its types: ids, addresses, hashes, spans of days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from briefgen.files.places import refusal
from briefgen.files.shape import model_class, shape
from briefgen.files.yaml_faults import shown
from briefgen.model.briefing import Briefing, Question, Source, WatchItem
from briefgen.model.seen import is_seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

MAX_ID = 80
_LISTED = 3
"""Of characters that cannot be seen, so many are named."""
ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
SHA256_PATTERN = r"[0-9a-f]{64}"
LANGUAGE_PATTERN = r"[a-z]{2}"


def broken_rules(cls: type, data: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Check the texts of one mapping.

    Args:
        cls: The class of the model that it stands for.
        data: Its values, as plain data; those of the wrong type are somebody else's finding.

    Yields:
        The field, the code and the message of each problem.
    """
    model = model_class(cls)
    for name, field in shape(cls).items():
        value = data.get(name)
        if field.kind != "text" or not isinstance(value, str):
            continue
        if not is_seen(value):
            advice = "write it" if field.required else "write it, or take the line out"
            yield name, "empty", f"`{name}` {nothing_in(value)}; {advice}"
        elif (model, name) in _RULES:
            code, rule = _RULES[model, name]
            complaint = rule(value)
            if complaint:
                yield name, code, f"`{name}`: expected {complaint}, found {shown(value)}"
    start, end = data.get("start"), data.get("end")
    if cls is WatchItem and isinstance(start, str) and isinstance(end, str) and _digits(end) < _digits(start):
        yield "end", "end-before-start", f"`end`: expected a day not before `start`, {start}; found {end}"


def nothing_in(text: str) -> str:
    """Say what is wrong with a text of which a reader sees nothing, with what it holds nevertheless."""
    held = dict.fromkeys(character for character in text if not character.isspace())
    if not held:
        return "is empty"
    listed = ", ".join(f"U+{ord(character):04X}" for character in list(held)[:_LISTED])
    more = ", …" if len(held) > _LISTED else ""
    return f"is empty to a reader (it holds {listed}{more})"


def is_id(text: str) -> bool:
    """Tell whether a text can be a briefing's id."""
    return len(text) <= MAX_ID and re.fullmatch(ID_PATTERN, text) is not None


def _digits(day: str) -> str:
    # What is no date at all compares as nothing and is refused as such elsewhere.
    return day if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day, re.ASCII) else ""


def _id(text: str) -> str:
    return "" if is_id(text) else f"at most {MAX_ID} small letters a to z and digits, words joined by single hyphens"


def _url(text: str) -> str:
    expected = "an address that begins with https:// or http://"
    if any(c.isspace() or not c.isprintable() for c in text):
        return f"{expected}, without spaces"
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return expected
    return "" if parts.scheme in {"http", "https"} and host else expected


def _sha256(text: str) -> str:
    return "" if re.fullmatch(SHA256_PATTERN, text) else "64 digits 0 to 9 and a to f (leave it to `briefgen draft`)"


def _language(text: str) -> str:
    return "" if re.fullmatch(LANGUAGE_PATTERN, text) else "a language's two letters such as en"


def _file(text: str) -> str:
    reason = refusal(text)
    return f"a file below the site's root such as seeds/ferry.txt, not one that {reason}" if reason else ""


_RULES: dict[tuple[type, str], tuple[str, Callable[[str], str]]] = {
    (Briefing, "id"): ("bad-id", _id),
    (Question, "answered_by"): ("bad-id", _id),
    (Source, "file"): ("bad-path", _file),
    (Source, "url"): ("bad-url", _url),
    (Source, "sha256"): ("bad-hash", _sha256),
    (Source, "language"): ("bad-language", _language),
}

ONE_WORD = frozenset(name for _, name in _RULES)
"""Fields of texts without blanks: what stands behind one is a comment."""
