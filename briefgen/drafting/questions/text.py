"""Wording -> the text of a question: spaces, capitals, quote marks, its own mark; and what it is about, in two words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.questions.wording import Piece, Wording

_MEASURES = frozenset({"", "CARDINAL", "QUANTITY", "DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})
"""Types of entities that are no names."""


def topic_of(tree: Tree, wording: Wording) -> tuple[str, str]:
    """Give the lemmas of a question's subject and verb."""
    low, high = wording.subject
    head = next(
        (i for i in range(low, high) if not low <= tree.tokens[i].head < high or tree.tokens[i].head == i), wording.verb
    )
    return tree.tokens[head].lemma.lower(), tree.tokens[wording.verb].lemma


def text_of(tree: Tree, pieces: Sequence[Piece], names: frozenset[str]) -> str:
    """Write out a question.

    Args:
        tree: The sentence that it was made from.
        pieces: Its words.
        names: Every word of the names of people, which keep their capitals.

    Returns:
        The question with its capital and its mark.
    """
    words = []
    for position, piece in enumerate(pieces):
        text = piece.text
        if piece.token >= 0 and position and _capital_of_sentence(tree, piece.token, names):
            text = text[0].lower() + text[1:]
        words.append(text if piece.glued or not position else f" {text}")
    text = _closed("".join(words))
    return f"{text[:1].upper()}{text[1:]}?"


def _closed(text: str) -> str:
    """Close a quotation whose mark stands behind the full stop that goes: “for good.”."""
    if text.count("“") == text.count("”") + 1:
        return f"{text}”"
    return f'{text}"' if text.count('"') % 2 else text


def _capital_of_sentence(tree: Tree, index: int, names: frozenset[str]) -> bool:
    """Tell whether a word has its capital only because a sentence or a label's text begins with it."""
    token = tree.tokens[index]
    first = index == 0 or token.start <= tree.sentence.label or tree.tokens[index - 1].text in {"“", '"', ":"}
    if not first or token.text in names or token.text[1:] != token.text[1:].lower():
        return False
    if token.entity not in _MEASURES and token.pos not in {"DET", "NUM"}:
        return False
    if index + 1 < len(tree.tokens) and token.tag == "NN" and tree.tokens[index + 1].text[:1].isupper():
        return False  # "Liberation Day" is a name, even where the model does not say so
    if token.tag == "JJ":
        return not token.text.endswith(("an", "ish", "ese", "i"))  # Russian, Finnish, Chinese, Israeli
    return token.pos in {"DET", "ADP", "PRON", "NUM", "ADV", "SCONJ", "CCONJ"} or token.tag in {
        "NN",
        "NNS",
        "VBG",
        "JJR",
        "VBN",
    }
