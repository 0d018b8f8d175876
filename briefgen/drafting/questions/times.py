"""Tree -> which words of a clause tell a day that only the day of publication makes clear: they are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.drafting.questions.tree import Tree

_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "yesterday",
    "tonight", "overnight",
})  # fmt: skip
_ADVERBS = frozenset(
    {"soon", "now", "shortly", "later", "currently", "already", "recently", "earlier", "also", "reportedly"}
)
_PERIODS = frozenset({"day", "week", "weekend", "hour", "morning", "afternoon", "evening", "night", "month"})
_NEAR = frozenset({"next", "this", "last", "coming", "past", "following", "same", "few", "these"})
_ADJUNCTS = frozenset({"npadvmod", "prep", "advmod", "tmod"})


def passing(tree: Tree, start: int, end: int) -> frozenset[int] | None:
    """Find the words that tell when only by the day of publication.

    Args:
        tree: The sentence.
        start: First token of the clause.
        end: One past its last.

    Returns:
        Tokens to leave out; None where such words are needed for the grammar ("Thursday’s vote").
    """
    found: set[int] = set()
    for index in range(start, end):
        if index in found or not _passes(tree, index):
            continue
        top = index
        while tree.tokens[top].dep not in _ADJUNCTS or tree.tokens[top].text.lower() == "of":
            above = tree.tokens[top].head
            if (
                above == top
                or not start <= above < end
                or tree.tokens[top].dep not in {"pobj", "compound", "nmod", "amod", "prep"}
            ):
                return None
            top = above
        if tree.tokens[top].dep != "prep" and tree.tokens[tree.tokens[top].head].dep == "prep":
            top = tree.tokens[top].head
        low, high = tree.span(top)
        if low < start or high > end or any(tree.tokens[at].pos == "VERB" for at in range(low, high)):
            return None
        found.update(range(low, high))
    return frozenset(found)


def _passes(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    word = token.text.lower()
    if word in _DAYS:
        return True
    if word in _ADVERBS:
        return token.dep == "advmod" and tree.span(index) == (index, index + 1)
    if token.lemma.lower() in _PERIODS:
        return any(tree.tokens[child].text.lower() in _NEAR for child in tree.children[index])
    return False
