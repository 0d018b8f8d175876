"""Walking a sentence's parse: children, subtrees, the stretch of text that a phrase covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
"""Dependencies of a subject."""


def children(tokens: Sequence[Token], head: int) -> list[int]:
    """Give the indexes of the tokens that the token governs, in the order of the text."""
    return [index for index, token in enumerate(tokens) if token.head == head and index != head]


def root_index(tokens: Sequence[Token]) -> int | None:
    """Give the index of the token that governs the sentence; None in a sentence without words."""
    return next((index for index, token in enumerate(tokens) if token.head == index), None)


def subtree(tokens: Sequence[Token], root: int) -> list[int]:
    """Give the indexes of the token and of all it governs, in the order of the text."""
    below: dict[int, list[int]] = {}
    for index, token in enumerate(tokens):
        if token.head != index:
            below.setdefault(token.head, []).append(index)
    found: list[int] = []
    waiting = [root]
    while waiting:
        index = waiting.pop()
        found.append(index)
        waiting.extend(below.get(index, ()))
    return sorted(found)


def run_around(indexes: Sequence[int], core: int) -> tuple[int, int]:
    """Give the first and last of the unbroken run of indexes that holds the core.

    A parse may put words apart that belong to one phrase; text can only be quoted where it is in one piece.
    """
    there = set(indexes)
    first = last = core
    while first - 1 in there:
        first -= 1
    while last + 1 in there:
        last += 1
    return first, last


def subject_of(tokens: Sequence[Token], verb: int) -> int | None:
    """Give the index of the verb's own subject, or of the verb's it is joined to ("said and *added*"); None without one."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        for index in children(tokens, verb):
            if tokens[index].dep in SUBJECTS:
                return index
        if tokens[verb].dep not in {"conj", "xcomp", "aux", "auxpass"}:
            return None
        verb = tokens[verb].head
    return None


def words(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """Give the text from the first token to the last, both included."""
    return text[tokens[first].start : tokens[last].end]


def ancestors(tokens: Sequence[Token], index: int) -> list[int]:
    """Give the indexes of the tokens above, nearest first, the root last."""
    found: list[int] = []
    while tokens[index].head != index and tokens[index].head not in found:
        index = tokens[index].head
        found.append(index)
    return found
