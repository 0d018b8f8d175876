"""Article + quotes -> Context, Context, …: each quote with the sentences around it, and how its own page is told to show it.

A page shows them for every quote it bears, so this is built for speed: the story is joined once and searched as one text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from briefgen.model.folding import INVISIBLE, Folded
from briefgen.model.site import Context
from briefgen.model.text_fragments import text_directive
from briefgen.reading.calls import is_call_to_action
from briefgen.reading.markers import find_markers, model_speaks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.article import Article, BlockKind

MOST_CHARACTERS = 300
"""On each side of a quote: two sentences of a newspaper; more would bury the quote and swell the page."""
_WORTH_SHOWING = 40
"""Characters of a sentence that is cut: fewer tell nothing."""
_MOST_TRIES = 100  # places where a quote cuts a word before it counts as not found
_RUNNING: frozenset[BlockKind] = frozenset({"paragraph", "quote"})
# What the patterns of markers begin with: few sentences hold one, and searching for all of them costs 14 µs.
_MAY_MARK = re.compile(r"[\[【<]|\bturn\d|\bopens\b", re.IGNORECASE)
# A line without such an end is a caption, a credit or a button rather than a sentence.
_ENDS = tuple(".!?…:")
_CLOSERS = "\"'”’)]»"


def contexts(article: Article, quotes: Iterable[str]) -> tuple[Context, ...]:
    """Find quotes in a story.

    Args:
        article: As `read` gave it.
        quotes: The words to look for, white space folded.

    Returns:
        A context for each quote that stands in the story in whole words, in the order of the quotes.
    """
    story = _Story(article)
    return tuple(found for quote in dict.fromkeys(quotes) if (found := story.context(quote)) is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A sentence, at its place in the joined story."""

    start: int
    end: int
    block: int


class _Story:
    """The sentences of an article, joined by single spaces."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._kinds = [block.kind for block in article.blocks]
        self._sentences = [sentence for block in article.blocks for sentence in block.sentences]
        self._lines: list[_Line] = []
        at = 0
        for number, block in enumerate(article.blocks):
            for sentence in block.sentences:
                self._lines.append(_Line(start=at, end=at + len(sentence.text), block=number))
                at += len(sentence.text) + 1
        self._starts = [line.start for line in self._lines]
        self._text = " ".join(sentence.text for sentence in self._sentences)

    @cached_property
    def _folded(self) -> Folded:
        return Folded(self._text)

    @cached_property
    def _compared(self) -> str:
        """The whole file as text fragments compare it."""
        return " ".join(INVISIBLE.sub("", self._article.text).lower().split())

    def context(self, quote: str) -> Context | None:
        """Give a quote's context; None where it does not stand in the story."""
        place = self._find(quote)
        if place is None:
            return None
        start, end = place
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        if not self._in_one_piece(first, last):
            return None
        own, final = self._lines[first], self._lines[last]
        opening = _end_of(_without_markers(self._text[own.start : start]), MOST_CHARACTERS)
        closing = _beginning_of(_without_markers(self._text[end : final.end]), MOST_CHARACTERS)
        before, before_apart = self._before(first)
        after, after_apart = self._after(last)
        return Context(
            quote=quote,
            file=self._article.source.file,
            before=_end_of(_without_markers(before), MOST_CHARACTERS - len(opening)),
            before_apart=before_apart,
            opening=opening,
            closing=closing,
            after=_beginning_of(_without_markers(after), MOST_CHARACTERS - len(closing)),
            after_apart=after_apart,
            directive=text_directive(self._text[start:end], self._compared, self._text[:start], self._text[end:]),
        )

    def _find(self, quote: str) -> tuple[int, int] | None:
        """Give the quote's place in whole words: most quotes are the source's own characters, the others are folded."""
        at = self._text.find(quote) if quote else -1
        for _ in range(_MOST_TRIES):
            if at < 0:
                break
            if self._is_whole(at, at + len(quote)):
                return at, at + len(quote)
            at = self._text.find(quote, at + 1)
        place = self._folded.find(quote)
        for _ in range(_MOST_TRIES):
            if place is None or self._is_whole(*place):
                return place
            place = self._folded.find(quote, place[0] + 1)
        return None

    def _is_whole(self, start: int, end: int) -> bool:
        text = self._text
        cut = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
        return not cut and not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())

    def _in_one_piece(self, first: int, last: int) -> bool:
        """Tell whether nothing but white space stands between sentences: what was left out there parts the words."""
        between = zip(self._sentences[first:last], self._sentences[first + 1 : last + 1], strict=True)
        text = self._article.text
        return not any(INVISIBLE.sub("", text[one.end : other.start]).strip() for one, other in between)

    def _before(self, number: int) -> tuple[str, bool]:
        """Give the sentence before one, and whether it ends another paragraph; for a bullet the line that leads in."""
        if number == 0:
            return "", False
        line, previous = self._lines[number], self._lines[number - 1]
        text = self._sentences[number - 1].text
        if line.block == previous.block:
            return (text if _is_for_readers(text) else ""), False
        if self._kinds[line.block] == "bullet":
            return self._lead_in(line.block), True
        fits = self._kinds[line.block] in _RUNNING and self._kinds[previous.block] in _RUNNING
        return (text, True) if fits and _is_story(text) else ("", False)

    def _lead_in(self, block: int) -> str:
        """Give the sentence with a colon above a list: “The company rejects:”."""
        while block > 0 and self._kinds[block] == "bullet":
            block -= 1
        sentences = self._article.blocks[block].sentences
        text = sentences[-1].text if self._kinds[block] in _RUNNING else ""
        return text if text.endswith(":") else ""

    def _after(self, number: int) -> tuple[str, bool]:
        """Give the sentence after one, and whether it begins another paragraph."""
        if number + 1 == len(self._lines):
            return "", False
        line, following = self._lines[number], self._lines[number + 1]
        text = self._sentences[number + 1].text
        if line.block == following.block:
            return (text if _is_for_readers(text) else ""), False
        fits = self._kinds[line.block] in _RUNNING and self._kinds[following.block] in _RUNNING
        return (text, True) if fits and _is_story(text) else ("", False)


def _is_story(sentence: str) -> bool:
    """Tell whether a line beside a paragraph reads like a sentence of the story, and not like a caption or an appeal."""
    return sentence.rstrip(_CLOSERS).endswith(_ENDS) and _is_for_readers(sentence)


@lru_cache(maxsize=256)  # a sentence stands beside several quotes, and the patterns are long
def _is_for_readers(sentence: str) -> bool:
    return not is_call_to_action(sentence) and not model_speaks(sentence)


def _without_markers(text: str) -> str:
    """Give a text without what a program left in it: “[cite: 3]”. It was never the story's."""
    if not _MAY_MARK.search(text):
        return text
    for start, end, _ in sorted(find_markers(text), reverse=True):
        text = text[:start] + text[end:]
    return text


def _end_of(text: str, most: int) -> str:
    """Shorten a text to its end, at a word."""
    if len(text) <= most:
        return text
    if most < _WORTH_SHOWING:
        return ""
    tail = text[-most:]
    return f"…{tail[tail.find(' ') :]}" if " " in tail[:-1] else f"…{tail}"


def _beginning_of(text: str, most: int) -> str:
    """Shorten a text to its beginning, at a word."""
    if len(text) <= most:
        return text
    if most < _WORTH_SHOWING:
        return ""
    head = text[:most]
    return f"{head[: head.rfind(' ')]} …" if " " in head[1:] else f"{head}…"
