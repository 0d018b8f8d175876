"""A verb of speech whose subject the parse lost -> the person or body that stands right before it.

A phrase that opens the sentence may swallow the subject: "In response to the claim, sailor Nils Dahl, 50, told …" makes Dahl an
apposition of the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Token

_NAMES = frozenset({"PERSON", "ORG"})
_PASSED_OVER = frozenset({"DATE", "TIME", "CARDINAL"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LONGEST_ASIDE = 20  # tokens between a name and the verb: "Nils Dahl, the head of the northern ferry council, said"


def lost_subject(tokens: Sequence[Token], verb: int) -> int | None:
    """Give the token of whose name stands before a finite verb, with an age or an apposition between at most; else None."""
    if tokens[verb].tag not in _FINITE:
        return None
    index = verb - 1
    while index >= 0 and (tokens[index].pos in {"ADV", "AUX"} or tokens[index].entity in _PASSED_OVER):
        index -= 1
    if index < 0:
        return None
    if tokens[index].entity in _NAMES and not _in_aside(tokens, index):
        first = tokens[index].head
        return first if tokens[index].dep == "conj" and tokens[first].entity == "PERSON" else index
    return _before_aside(tokens, index) if tokens[index].text in {",", "–", "—", ")"} else None


def _before_aside(tokens: Sequence[Token], comma: int) -> int | None:
    for index in range(comma - 1, max(comma - _LONGEST_ASIDE, 0), -1):
        if tokens[index].tag in _FINITE or tokens[index].text in {"”", '"', "“"}:
            return None
        if tokens[index].entity != "PERSON":
            continue
        opening = _behind_place(tokens, index + 1)
        if opening < comma and tokens[opening].text in {",", "–", "—", "("}:
            return index
    return None


def _behind_place(tokens: Sequence[Token], index: int) -> int:
    """Give the token behind "of Norland", or the token itself: "Ada Quist of Norland, the harbour minister, said"."""
    if tokens[index].text != "of" or tokens[index + 1].entity != "GPE":
        return index
    index += 1
    while tokens[index].entity == "GPE":
        index += 1
    return index


def _in_aside(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the name only ends a description of somebody else: of "Dahl, who chairs the Harbour Board, said" the board."""
    return tokens[index].dep in {"pobj", "dobj"} and any(
        token.entity == "PERSON" and tokens[place + 1].text == "," for place, token in enumerate(tokens[: index - 1])
    )
