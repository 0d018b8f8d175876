"""Article -> which of its blocks are the page's furniture: menus, share bars, prompts, teasers, credits, biographies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.reading.shapes import is_caption, is_credit

if TYPE_CHECKING:
    from briefgen.model.article import Article, Block, RemovalReason


def furniture(article: Article) -> dict[int, RemovalReason]:
    """Tell which blocks go as a whole.

    Args:
        article: As `read` gave it.

    Returns:
        Reasons by index of block.
    """
    said = [_said(block) for block in article.blocks]
    gone: dict[int, RemovalReason] = {}
    for at, line in enumerate(said):
        if is_credit(line) or is_caption(line) or (at + 1 < len(said) and is_credit(said[at + 1]) and len(line) < 400):
            gone[at] = "photo credit"
    return gone


def _said(block: Block) -> str:
    return " ".join(sentence.text for sentence in block.sentences)
