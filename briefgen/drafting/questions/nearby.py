"""Pronoun -> the only person whom it may mean, of those that its sentence and the one before it name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.drafting.questions.tree import Tree

PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})


def person_meant(tree: Tree, index: int, named: tuple[Sequence[str], Sequence[str]], voice: Sequence[str]) -> str:
    """Give the only person whom "he" or "she" may mean.

    Args:
        tree: The sentence.
        index: The pronoun.
        named: The people named in the sentence before, and in this one.
        voice: The people who speak in this one, though it may say "he".

    Returns:
        A name; empty where it may be several, or somebody without a name.
    """
    before, here = named
    above = _clauses_above(tree, index)
    subjects = [one for verb in above if (one := tree.subject(verb)) is not None]
    if any(tree.tokens[one].tag == "WP" and tree.tokens[verb].dep == "relcl" for verb in above for one in subjects):
        return ""  # "a sailor who says she was struck": she is none of those named
    # "He did not say whether he …, leaving with Ostby": what "he" means was named before the sentence’s first "he".
    first = min([index, *(one for one in subjects if tree.tokens[one].text.lower() in PERSONAL)])
    later = {name for name in here if not _stands_before(tree, name, first, subjects)}
    near = list(dict.fromkeys(name for name in (*before, *here) if name not in later))
    if len(voice) == 1 and set(here) - later <= set(voice) and voice[0] not in later:
        return voice[0]
    return near[0] if len(near) == 1 else ""


def _clauses_above(tree: Tree, index: int) -> list[int]:
    """Give the words that a word hangs on, up to the root."""
    found: list[int] = []
    while tree.tokens[index].head != index:
        index = tree.tokens[index].head
        found.append(index)
    return found


def _stands_before(tree: Tree, name: str, first: int, subjects: Sequence[int]) -> bool:
    """Tell whether a person is named before a pronoun, or is the subject of a clause that the pronoun’s hangs on."""
    words = {word for word in name.split() if word[:1].isupper()}
    where = [at for at, token in enumerate(tree.tokens) if token.text in words]
    return (
        not where or where[0] < first or any(low <= at < high for low, high in map(tree.span, subjects) for at in where)
    )
