"""`Briefing` -> the text of a new file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.files.shape import plain
from briefgen.files.yaml_text import pair_lines

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing


def new_text(briefing: Briefing, notes: str = "") -> str:
    """Write a briefing as a new file.

    Args:
        briefing: What its front matter shall say; fields that are None or empty are left out.
        notes: Markdown for below the front matter.

    Returns:
        The file's text. Reading it gives the briefing and the notes back.
    """
    values = plain(briefing)
    assert isinstance(values, dict)  # noqa: S101 - for the type checker: a dataclass becomes a mapping
    lines = [line for key, value in values.items() for line in pair_lines(key, value, 0)]
    return "\n".join(["---", *lines, "---", notes])
