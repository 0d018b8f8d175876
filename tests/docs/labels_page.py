"""The English labels, table by table -> docs/pages/labels.md."""

from __future__ import annotations

import re
from pathlib import Path

from briefgen.rendering.labels.tables import tables_of
from briefgen.rendering.languages import shipped_languages

_PART = Path(__file__).parent
_LABELS = _PART.parent.parent / "briefgen" / "rendering" / "labels"


def page() -> str:
    """Give the whole page."""
    named = ", ".join(f"`{language}`" for language in shipped_languages())
    lines = [(_PART / "labels_head.md").read_text("utf-8"), f"briefgen has all of them in {named}.", ""]
    for table in tables_of("en"):
        told, labels = parts(table)
        lines += [f"## `[{table}]`", "", told, "", f"```toml\n[{table}]\n{labels}\n```", ""]
    return "\n".join(lines)


def parts(table: str) -> tuple[str, str]:
    """Give what a file of labels says of itself in its first lines, and the rest of it."""
    text = (_LABELS / "en" / f"{table}.toml").read_text("utf-8")
    told = re.match(r"(?:# [^\n]*\n)+", text)
    if told is None:
        raise AssertionError(f"expected {table}.toml to begin with what its labels are for")
    return " ".join(told[0].replace("# ", "").split()), text[told.end() :].strip()
