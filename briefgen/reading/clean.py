"""Article -> Article: what is no part of the reporting goes, each stretch with its reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.article import Article, Block, Removal, RemovalReason, Sentence
from briefgen.model.folding import tidy
from briefgen.reading.calls import call_in_tail, is_call_to_action, is_question_to_reader
from briefgen.reading.fragments import mark_fragments
from briefgen.reading.furniture import furniture
from briefgen.reading.markers import find_markers, model_speaks
from briefgen.reading.promotion import Promotion, find_promotion
from briefgen.reading.surface import FILLER

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSING = frozenset(" \t\r\n.!?…\"'”’)]" + FILLER)
_ADDRESSED_SHARE = 0.6
"""Of a closing paragraph's sentences, those that turn to the reader, from which on the others do too."""
_CLOSING_BLOCKS = 4


def clean(article: Article) -> Article:
    """Leave out what is not the story.

    Args:
        article: As `read` gave it.

    Returns:
        The same text with fewer sentences, some of them shortened, some not quotable any more; what went stands in `removed`
        with its reason, and promotion, calls to action and machine markers make a caution.
    """
    gone = furniture(article)
    promotion = find_promotion(article, skip=frozenset(gone))
    removed = list(article.removed)
    blocks: list[Block] = []
    for at, block in enumerate(article.blocks):
        if at in gone:
            removed.append(_removal(article.text, block.sentences[0].start, block.sentences[-1].end, gone[at]))
            continue
        closing = at >= len(article.blocks) - _CLOSING_BLOCKS
        kept = tuple(_clean_sentences(article.text, block, promotion, removed, closing=closing))
        if kept:
            label = block.label if kept[0].text.startswith(block.label) else ""
            blocks.append(replace(block, sentences=kept, label=label))
    blocks = _without_bare_headings(article.text, blocks, removed)
    cleaned = replace(
        article,
        blocks=tuple(blocks),
        removed=tuple(sorted(removed, key=lambda removal: (removal.start, removal.end))),
    )
    return mark_fragments(cleaned)


def _clean_sentences(
    text: str, block: Block, promotion: Promotion, removed: list[Removal], *, closing: bool
) -> Iterator[Sentence]:
    reasons = [_reason(sentence, block, promotion, closing=closing) for sentence in block.sentences]
    addressed = sum(reason == "call to action" for reason in reasons)
    if closing and block.kind != "heading" and addressed >= _ADDRESSED_SHARE * len(reasons):
        reasons = ["call to action" for _ in reasons]
    for sentence, reason in zip(block.sentences, reasons, strict=True):
        if reason:
            removed.append(_removal(text, sentence.start, sentence.end, reason))
            continue
        kept = _cut(text, sentence, promotion, removed)
        if kept is not None:
            yield kept


def _reason(sentence: Sentence, block: Block, promotion: Promotion, *, closing: bool) -> RemovalReason | None:
    """Tell why a whole sentence goes."""
    if sentence.start in promotion.sentences:
        return "promotion"
    if model_speaks(sentence.text):
        return "machine marker"
    if block.kind == "heading":
        return None
    # In the middle of a text such a question is a speaker's, put to an audience.
    if is_call_to_action(sentence.text) or (closing and is_question_to_reader(sentence.text)):
        return "call to action"
    return None


def _cut(text: str, sentence: Sentence, promotion: Promotion, removed: list[Removal]) -> Sentence | None:
    """Take marks and promotional clauses out of a sentence."""
    written = text[sentence.start : sentence.end]
    cuts = find_markers(written)
    tail = call_in_tail(written)
    if tail is not None:
        cuts.append((tail, len(written), "call to action"))
    cuts.extend(
        (start - sentence.start, end - sentence.start, "promotion")
        for start, end in promotion.clauses.get(sentence.start, ())
    )
    if not cuts:
        return sentence
    cuts.sort()
    for start, end, reason in cuts:
        removed.append(_removal(text, sentence.start + start, sentence.start + end, reason))
    first, last = 0, len(written)
    while cuts and not written[first : cuts[0][0]].strip(f" \t\r\n{FILLER}"):
        first = max(first, cuts.pop(0)[1])
    while cuts and all(character in _CLOSING for character in written[cuts[-1][1] : last]):
        last = min(last, cuts.pop()[0])
    while first < last and (written[first].isspace() or written[first] == FILLER):
        first += 1
    while last > first and (written[last - 1].isspace() or written[last - 1] == FILLER):
        last -= 1
    left = written[first:last]
    for start, end, _ in reversed(cuts):
        behind = left[max(end - first, 0) :]
        left = left[: max(start - first, 0)] + (" " if behind[:1].isalnum() else "") + behind
    said = tidy(left)
    if not any(character.isalnum() for character in said):
        return None
    return replace(
        sentence,
        start=sentence.start + first,
        end=sentence.start + last,
        text=said,
        quotable=sentence.quotable and not cuts,
    )


def _without_bare_headings(text: str, blocks: list[Block], removed: list[Removal]) -> list[Block]:
    """Drop headings at the end, whose text went with the rest."""
    while blocks and blocks[-1].kind == "heading":
        last = blocks.pop()
        removed.append(_removal(text, last.sentences[0].start, last.sentences[-1].end, "navigation"))
    return blocks


def _removal(text: str, start: int, end: int, reason: RemovalReason) -> Removal:
    return Removal(start=start, end=end, text=tidy(text[start:end]), reason=reason)
