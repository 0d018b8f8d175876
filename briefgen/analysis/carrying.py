"""Quotes that run over sentences and paragraphs -> the speaker who is named once, behind the first sentence or after the last."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Statement, StorySentence

_MARKS = ("“", '"')
_CLOSERS = ("”", '"')
_AFTER_COLON = re.compile(r":\s*[“\"]")
_FARTHEST = 4  # sentences that a quote runs on before its speaker is named

Spans = tuple[tuple[int, int], ...]


def carried(
    sentences: Sequence[StorySentence], quotes: Sequence[Spans], told: Sequence[Sequence[Statement]]
) -> list[Statement]:
    """Give all statements, those added that a quote's other sentences make.

    Args:
        sentences: Of the story.
        quotes: For each sentence its stretches in quote marks.
        told: For each sentence its own statements.

    A sentence that is wholly in quote marks has the speaker of the sentence before it in its paragraph; failing that the one
    who is named where the same quote ends; failing that, where a paragraph is nothing but a quote, the one who was quoted
    at the end of the paragraph before.
    """
    found: list[Statement] = []
    last: list[Statement] = []
    for sentence, spans, mine in zip(sentences, quotes, told, strict=True):
        if mine or not _wholly(sentence, spans):
            last = list(mine)
        else:
            speaker = _of(last, sentence, sentences) or _ahead(sentence.index, sentences, quotes, told)
            last = [replace(speaker, sentence=sentence.index, whole=True, quoted=True)] if speaker else []
        found.extend(last)
    return found


def _wholly(sentence: StorySentence, spans: Spans) -> bool:
    return bool(spans) and spans[0][0] == 0 and spans[0][1] >= len(sentence.text) - 1


def _of(last: Sequence[Statement], sentence: StorySentence, sentences: Sequence[StorySentence]) -> Statement | None:
    """Give who was quoted in the sentence before, if this one goes on with it."""
    before = [one for one in last if one.quoted and one.sentence == sentence.index - 1]
    speaker = next((one for one in before if one.whole), before[-1] if before else None)
    if speaker is None or sentence.in_block > 0:
        return speaker
    # A new paragraph that opens with a quote mark goes on with a quote of whole sentences, not with a few quoted words.
    before_text = sentences[sentence.index - 1].text
    whole = before_text[:1] in _MARKS or _AFTER_COLON.search(before_text) is not None
    return speaker if whole and sentences[sentence.index - 1].section == sentence.section else None


def _ahead(
    index: int, sentences: Sequence[StorySentence], quotes: Sequence[Spans], told: Sequence[Sequence[Statement]]
) -> Statement | None:
    """Give who is named where the quote that opens in the sentence is closed: “We waited. Nobody came,” said Nils Dahl."""
    if sentences[index].text[-1:] in _CLOSERS:
        return None
    for later in range(index + 1, min(index + _FARTHEST, len(sentences))):
        opens_anew = quotes[later] and quotes[later][0][0] == 0 and sentences[later].text[:1] in _MARKS
        if sentences[later].block != sentences[index].block or not quotes[later] or quotes[later][0][0] != 0:
            return None
        speakers = [one for one in told[later] if one.quoted]
        if speakers:
            return next((one for one in speakers if one.whole), speakers[0])
        if opens_anew:
            return None
    return None
