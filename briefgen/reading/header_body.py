"""Passages -> where running text begins: what stands above it is the header."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.model.folding import tidy
from briefgen.reading.bylines import byline_names
from briefgen.reading.calls import is_call_to_action
from briefgen.reading.dates import read_date_line
from briefgen.reading.page_lines import furniture_kind
from briefgen.reading.shapes import is_caption, is_credit, is_prose

if TYPE_CHECKING:
    from briefgen.reading.passages import Passage

_LONGEST_QUESTION = 140
_LONGEST_HEADLINE = 160
"""Characters: longer ones in front of a byline are a paragraph."""
_LONG = 700  # characters: what is longer than this is no line of a header


def opening_of(text: str, passage: Passage) -> str:
    """Give the passage's text, of a long one its first sentences: cut in mid-sentence it would not look like running text."""
    piece = text[passage.start : min(passage.end, passage.start + _LONG)]
    end = max(piece.rfind(mark) for mark in ".!?") + 1 if passage.end - passage.start > _LONG else 0
    return tidy(piece[:end] if end else piece)


def body_index(passages: tuple[Passage, ...], said: list[str]) -> int:
    """Give the index of the first running text."""
    for at, passage in enumerate(passages):
        if passage.kind == "heading" or not is_prose(said[at]) or (at == 0 and heads_lines(said)):
            continue
        if passage.kind == "paragraph" and not is_picture(said, at) and not is_furniture(said[at]):
            return at
    return len(passages)


def heads_lines(said: list[str]) -> bool:
    """Whether the first line is a headline that ends like a sentence: the byline or the date stands right below it.

    Args:
        said: The passages' texts in order.

    Returns:
        True for "They came back. The town must live with it." above "By Ann Lee".
    """
    if len(said) < 2 or len(said[0]) > _LONGEST_HEADLINE:  # noqa: PLR2004 - a headline and a line below it
        return False
    return byline_names(said[1], bare=False) is not None or read_date_line(said[1]) is not None


def is_furniture(line: str) -> bool:
    """Whether a line is no part of a story: a call to the reader, a menu's, a question that stands alone."""
    return is_call_to_action(line) or furniture_kind(line) is not None or is_question(line)


def is_question(line: str) -> bool:
    """Whether a line may be a headline that asks: a single short question."""
    return len(line) <= _LONGEST_QUESTION and line.endswith("?") and not re.search(r"[.!?]\s", line)


def is_picture(said: list[str], at: int) -> bool:
    """Whether a passage is a caption: it ends in a credit, or a credit stands right below it."""
    if is_credit(said[at]) or is_caption(said[at]):
        return True
    return at + 1 < len(said) and is_credit(said[at + 1]) and len(said[at]) < 400  # noqa: PLR2004 - longer ones are the story
