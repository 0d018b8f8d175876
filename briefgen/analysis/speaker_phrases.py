"""The words that name a speaker -> how far they reach, who else speaks, and whose name they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.tree import children, run_around, subtree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.analysis.references import References
    from briefgen.model.analysis import StorySentence, Token

_OPENERS = frozenset({"the", "that", "this", "these", "those", "some", "many", "several"})
_HANGING = frozenset({"relcl", "appos", "acl", "advcl"})
_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr"})
_NO_SPEAKER = frozenset({"PUNCT", "SCONJ", "SPACE"})


def at_the_end(sentence: StorySentence, span: tuple[int, int], references: References) -> int | None:
    """Give the person whose name ends a speaker's phrase: "Kenya’s Minister of Defence Ada Quist"."""
    last = references.at(sentence.index, span[1])
    if last is None or span[0] == span[1] or not references.is_person(last):
        return None
    tokens = sentence.tokens
    before = span[1] - 1
    while before > span[0] and (tokens[before].entity == "PERSON" or tokens[before].text.rstrip(".") in _COURTESY):
        before -= 1
    # "A lawyer for Mrs. Quist" is not Quist; in "Minister of Defence Ada Quist" the office ends before the name.
    return None if tokens[before].pos == "ADP" else last


def in_apposition(sentence: StorySentence, head: int, span: tuple[int, int], references: References) -> int | None:
    """Give the person named behind a comma within the phrase: "a lawyer for Mrs. Quist, Nils Dahl of Dahl & Berge"."""
    tokens = sentence.tokens
    for index in range(head + 1, span[1] + 1):
        if tokens[index].dep != "appos" or tokens[index].entity != "PERSON":
            continue
        first = index
        while first > head and tokens[first - 1].entity == "PERSON":
            first -= 1
        entity = references.at(sentence.index, index)
        if tokens[first - 1].text == "," and entity is not None and references.is_person(entity):
            return entity
    return None


def speaker_span(tokens: Sequence[Token], head: int) -> tuple[int, int]:
    """Give the first and last token of the phrase that names a speaker, without what hangs behind a comma or a "who"."""
    several = other_speakers(tokens, head)
    cut = {
        index
        for child in children(tokens, head)
        if child > head
        and (
            tokens[child].dep in _HANGING
            or (tokens[child].dep == "conj" and not several)
            or (tokens[child].dep in {"cc", "punct"} and not several)
        )
        for index in subtree(tokens, child)
        if index > head
    }
    first, last = run_around([index for index in subtree(tokens, head) if index not in cut], head)
    # A parse may hang what is said on the name: what stands before the closing mark is no part of it.
    first = next((index + 1 for index in range(head - 1, first - 1, -1) if tokens[index].text in {"”", '"'}), first)
    while first < head and (tokens[first].pos in _NO_SPEAKER or tokens[first].text.lower() in _OPENERS):
        first += 1
    while last > head and tokens[last].pos in {*_NO_SPEAKER, "CCONJ", "ADP"}:
        last -= 1
    return first, last


def other_speakers(tokens: Sequence[Token], head: int) -> list[int]:
    """Give who speaks along with the head: "Quist and Dahl", not "the Institute, or NIS," nor "Quist, writing on X,"."""
    names = {child for child in children(tokens, head) if tokens[child].text.lower() == "or"}
    return [
        child
        for child in children(tokens, head)
        if tokens[child].dep == "conj" and not names and tokens[child].pos not in {"VERB", "AUX"}
    ]
