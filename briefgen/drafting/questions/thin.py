"""Wording -> wording that says which blast and which talks: the place or the parties come from where the story names them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.drafting.questions.conditions import NAMED
from briefgen.drafting.questions.references import NAME
from briefgen.drafting.questions.wording import Piece, pieces_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.drafting.questions.clause import Source
    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.questions.wording import Wording

_LINKS = frozenset({"in", "at", "between", "with", "near", "off"})
_LONGEST = 6
"""Words of a phrase that is brought in from elsewhere."""
_NEEDED: Mapping[Source, int] = {
    "matter": 2, "planned": 3, "announced": 3, "possible": 3, "demanded": 3, "suspected": 3,
    "unclear": 1, "depends": 1,
}  # fmt: skip
"""Words that say something, in a question that names nobody; what the article itself calls unclear may be shorter."""
_FULL = 3
"""So many words say enough: what the story says elsewhere of a noun may be another one’s."""


def completed(tree: Tree, wording: Wording, source: Source, trees: Sequence[Tree]) -> tuple[Wording | None, int | None]:
    """Say where or between whom, where a question names nobody and nothing.

    Args:
        tree: The sentence that it was made from.
        wording: The question.
        source: What kind of cue leaves it open.
        trees: The story.

    Returns:
        The question, and the sentence that the words brought in come from, None where none were needed; no question
        where it says too little and the story does not say more.
    """
    tokens = [tree.tokens[piece.token] for piece in wording.pieces if piece.token >= 0]
    named = any(token.entity in NAMED or token.pos == "PROPN" for token in tokens)
    if named or any(piece.token == NAME for piece in wording.pieces):
        return wording, None
    own = {piece.token for piece in wording.pieces}
    content = sum(token.pos in {"NOUN", "ADJ", "NUM"} for token in tokens)
    content += (
        tree.tokens[wording.verb].pos == "NOUN" and wording.verb not in own
    )  # a decision that became "be approved"
    for noun in sorted(at for at in own if at >= 0) if content < _FULL else ():
        token = tree.tokens[noun]
        described = token.dep == "compound" or any(
            tree.tokens[child].dep in {"prep", "relcl", "acl"} and child in own for child in tree.children[noun]
        )
        found = None if token.pos != "NOUN" or described else _told_of(trees, tree, noun)
        if found:
            return _with(wording, noun, found[1]), found[0]
    needed = 1 if _asks_after_cause(tree, wording, trees) else _NEEDED.get(source, 0)
    return (wording, None) if content >= needed else (None, None)


def _asks_after_cause(tree: Tree, wording: Wording, trees: Sequence[Tree]) -> bool:
    """Tell whether "What caused the blast" is asked of a blast that the story is about: it comes up in other sentences, too."""
    if [piece.text.lower() for piece in wording.pieces[:3]] != ["what", "caused", "the"]:
        return False
    lemma = tree.tokens[wording.verb].lemma
    return any(token.lemma == lemma for other in trees if other is not tree for token in other.tokens)


def _told_of(trees: Sequence[Tree], own: Tree, asked: int) -> tuple[int, list[Piece]] | None:
    """Find "in Osaka" after the same noun in the same number, in its own sentence or elsewhere in the story."""
    lemma, tag = own.tokens[asked].lemma, own.tokens[asked].tag
    for tree in (own, *trees):
        for noun, token in enumerate(tree.tokens):
            link = noun + 1
            if token.lemma != lemma or token.tag != tag or link >= len(tree.tokens) or not tree.outside[noun]:
                continue
            if tree.tokens[link].text not in _LINKS or tree.tokens[link].head != noun or not tree.sentence.quotable:
                continue
            low, high = tree.span(link)
            words = tree.tokens[low:high]
            thing = tree.has(link, "pobj")
            if low != link or thing is None or len(words) > _LONGEST or words[-1].pos == "PUNCT":
                continue
            if any(word.pos in {"PRON", "VERB", "AUX", "PUNCT"} or word.entity in {"DATE", "TIME"} for word in words):
                continue
            if tree.tokens[thing].entity in NAMED:
                return tree.sentence.index, [
                    Piece(text=piece.text, glued=piece.glued) for piece in pieces_of(tree, low, high)
                ]
    return None


def _with(wording: Wording, noun: int, more: Sequence[Piece]) -> Wording:
    at = next(place for place, piece in enumerate(wording.pieces) if piece.token == noun) + 1
    return replace(wording, pieces=(*wording.pieces[:at], *more, *wording.pieces[at:]))
