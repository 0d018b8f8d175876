"""A text and what shall stand in places of it -> the text with nothing else changed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A stretch of the file and what shall stand there instead."""

    start: int
    end: int
    text: str


def apply(text: str, start: int, end: int, edits: list[Edit]) -> str:
    """Give a stretch of a text with edits made; of two at one place the earlier in the list comes first."""
    parts: list[str] = []
    # An insertion comes before what is replaced behind it.
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[start : edit.start], edit.text]
        start = edit.end
    return "".join([*parts, text[start:end]])
