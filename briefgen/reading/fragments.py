"""Article -> Article: sentences of which the file lost a part are kept, but not offered for quoting.

Pages saved as text often lose the words that were links: "more than / forty ferry crews / have walked out". Each piece
is the source's, none is a statement.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.reading.shapes import ends_open

if TYPE_CHECKING:
    from briefgen.model.article import Article, Block

_DANGLING = re.compile(
    r"(?:,|\b(?:a|an|and|are|as|at|been|but|by|for|from|had|has|have|in|into|is|more|nearly|of|on|or|over|than|that|the|their|to|was|were|which|who|with))$",
    re.IGNORECASE,
)


def mark_fragments(article: Article) -> Article:
    """Mark paragraphs that begin or end in mid-sentence.

    Args:
        article: Cleaned or not.

    Returns:
        The same blocks; the first sentence of a paragraph that begins in lower case and the last of one that breaks off are not
        quotable.
    """
    blocks = article.blocks
    marked: list[Block] = []
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        marked.append(_mark(block, following))
    return replace(article, blocks=tuple(marked))


def _mark(block: Block, following: Block | None) -> Block:
    if block.kind != "paragraph":
        return block
    sentences = list(block.sentences)
    if _begins_inside(sentences[0].text):
        sentences[0] = replace(sentences[0], quotable=False)
    last = sentences[-1].text
    breaks_off = ends_open(last) and (
        _DANGLING.search(last) is not None
        or (following is not None and following.kind == "paragraph" and _begins_inside(following.sentences[0].text))
    )
    if breaks_off:
        sentences[-1] = replace(sentences[-1], quotable=False)
    return replace(block, sentences=tuple(sentences))


def _begins_inside(text: str) -> bool:
    """Whether a text begins in lower case, and not with a name such as "iPhone" or "van der Holm"."""
    return (
        text[0].islower()
        and not text[1:2].isupper()
        and text.split(maxsplit=1)[0] not in {"von", "van", "de", "al", "el", "bin"}
    )
