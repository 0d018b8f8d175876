"""Analysis -> the bottom line, and a title where the article prints none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.selection import candidates
from briefgen.drafting.wording import opening_cut, sentence_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.drafting.selection import Scored
    from briefgen.model.analysis import Analysis, StorySentence

_LONGEST = 70  # words of a bottom line of two sentences
_TITLE_LONGEST = 90  # characters


def draft_summary(analysis: Analysis, scored: Sequence[Scored]) -> str | None:
    """Give the bottom line: the sentence that carries most, with the one behind it where that turns against it ("But …")."""
    if not scored:
        return None
    first = scored[0].sentence
    text = sentence_words(analysis, first, {})
    second = _contrast(analysis, first)
    if second is None:
        return text
    both = f"{text} {second.text}"
    return both if len(both.split()) <= _LONGEST else text


def _contrast(analysis: Analysis, first: StorySentence) -> StorySentence | None:
    if first.index + 1 >= len(analysis.sentences):
        return None
    following = analysis.sentences[first.index + 1]
    turns = following.text.lower().startswith(("but ", "yet", "however", "still,"))
    same = following.block == first.block and following.quotable and not following.label
    return following if turns and same and opening_cut(following.text) else None


def title_of(analysis: Analysis) -> tuple[str, bool]:
    """Give the article's title, or else words of its own that can stand for one, and whether it is its title.

    Without a title the heading that names most of what the story turns on is taken, then the best sentence, cut.
    """
    title = analysis.article.source.title
    if title:
        return title, True
    headings = [
        block.sentences[0].text for block in analysis.article.blocks if block.kind == "heading" and block.sentences
    ]
    named = [(_names_in(analysis, heading), heading) for heading in headings if len(heading) <= _TITLE_LONGEST]
    best = max(named, key=lambda pair: pair[0], default=(0.0, ""))
    if best[0] > 0:
        return best[1], False
    scored = candidates(analysis)
    if scored:
        return _cut(sentence_words(analysis, scored[0].sentence, {})), False
    return _cut(headings[0]) if headings else analysis.article.source.file.rsplit("/", 1)[-1], False


def _names_in(analysis: Analysis, heading: str) -> float:
    return sum(
        entity.salience
        for entity in analysis.entities[:8]
        if any(form in heading for form in (entity.name, *entity.aliases))
    )


def _cut(text: str) -> str:
    text = text.rstrip(".")
    if len(text) <= _TITLE_LONGEST:
        return text
    return text[:_TITLE_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
