"""Passages -> passages with their headings: those that no mark tells, and those that run into what follows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.folding import tidy
from briefgen.reading.bylines import byline_names
from briefgen.reading.calls import is_call_to_action
from briefgen.reading.dates import read_date_line
from briefgen.reading.sentences import split_sentences
from briefgen.reading.shapes import ends_open, is_caption, is_credit, is_prose, is_title_case, may_be_heading, words

if TYPE_CHECKING:
    from briefgen.reading.passages import Passage

_LONGEST_RUN_IN = 400
_MOST_RUN_IN_WORDS = 14


def find_headings(text: str, passages: tuple[Passage, ...], strong: tuple[tuple[int, int], ...]) -> tuple[Passage, ...]:
    """Make headings of the passages that are ones.

    Args:
        text: The legible text.
        passages: Its passages.
        strong: Stretches in bold: a line that is bold as a whole and short is a heading.

    Returns:
        The passages; one that begins with a heading and goes on with a call to action is two.
    """
    cut: list[Passage] = []
    for passage in passages:
        cut.extend(_cut_run_in(text, passage))
    bold = {passage.start for passage in cut if _is_bold(text, passage, strong)}
    return tuple(_with_heading(text, cut, at, bold) for at in range(len(cut)))


def _with_heading(text: str, passages: list[Passage], at: int, bold: set[int]) -> Passage:
    passage = passages[at]
    if passage.kind != "paragraph":
        return passage
    said = tidy(text[passage.start : passage.end]) if passage.end - passage.start < _LONGEST_RUN_IN else ""
    if not said or not may_be_heading(said) or said.endswith(":"):
        return passage
    if read_date_line(said) or byline_names(said, bare=False) or is_credit(said) or is_caption(said):
        return passage
    if passage.start in bold:
        return replace(passage, kind="heading", level=3, marked=True)
    if not _stands_above_text(text, passages, at, len(said)):
        return passage
    return replace(passage, kind="heading")


def _stands_above_text(text: str, passages: list[Passage], at: int, length: int) -> bool:
    """Whether running text follows, directly or below one more heading, and no half sentence stands before."""
    passage = passages[at]
    if at and not passage.blank_before and passages[at - 1].kind == "paragraph":
        before = tidy(text[passages[at - 1].start : passages[at - 1].end][-200:])
        if ends_open(before) and not is_title_case(before):
            return False
    for below in passages[at + 1 : at + 3]:
        said = tidy(text[below.start : below.end][:_LONGEST_RUN_IN])
        if below.kind in {"bullet", "quote"}:
            return below.kind == "bullet" and len(said) > 20  # noqa: PLR2004 - shorter ones are a menu
        if is_prose(said) or len(said) > max(120, length * 2):
            return True
        if not may_be_heading(said) and not said.endswith(":"):
            return False
    return False


def _cut_run_in(text: str, passage: Passage) -> list[Passage]:
    """Part "Recent Escalation in the Strait. Find out more about ferries." in heading and call to action."""
    if passage.kind not in {"paragraph", "heading"} or passage.end - passage.start > _LONGEST_RUN_IN:
        return [passage]
    spans = split_sentences(text, passage.start, passage.end, most=3)
    if len(spans) != 2:  # noqa: PLR2004 - the heading and what was glued to it
        return [passage]
    (start, end), (rest, stop) = spans
    said = tidy(text[start:end])
    if not is_call_to_action(tidy(text[rest:stop])) or len(words(said)) > _MOST_RUN_IN_WORDS:
        return [passage]
    if passage.kind == "paragraph" and not is_title_case(said):
        return [passage]
    heading = replace(passage, kind="heading", start=start, end=end - 1 if text[end - 1] == "." else end)
    return [
        heading,
        replace(passage, kind="paragraph", level=0, start=rest, end=stop, blank_before=False, marked=False),
    ]


def _is_bold(text: str, passage: Passage, strong: tuple[tuple[int, int], ...]) -> bool:
    """Whether one pair of marks holds the whole passage."""
    at = bisect_right(strong, (passage.start, len(text))) - 1
    if at < 0:
        return False
    start, end = strong[at]
    return passage.end <= end and "\n" not in text[start : passage.start]
