"""A verb of speech -> whether it has anything to report (a clause, a quote, an object), and whether that was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.speech import BELIEVE, FRAME, JUDGE, MENTION, NEED_CLAUSE, ON_PAPER, SAY, TAKE_INFINITIVE
from briefgen.model.tree import subtree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Token

_MOODS = frozenset({"aux", "neg"})
_CLAUSES = frozenset({"ccomp", "parataxis"})


def says_something(tokens: Sequence[Token], verb: int, below: Sequence[int], *, quoted: bool) -> bool:
    """Tell whether the verb has words to report: a clause, a quote, or with some verbs an object."""
    token = tokens[verb]
    lemma = token.lemma.lower()
    deps = {tokens[i].dep for i in below}
    # A clause about a noun cannot hang on a verb: the parse took the "that" of "reported last week that" for "which".
    clause = bool(deps & (_CLAUSES | {"relcl"})) or (token.dep in _CLAUSES and token.head != verb and quoted)
    aside = token.dep == "parataxis" and token.head != verb  # "The costs, it says, would be high."
    if clause or aside or (quoted and lemma in SAY):
        return True
    if lemma in TAKE_INFINITIVE and "xcomp" in deps:
        return True
    if lemma in ON_PAPER | MENTION:
        return "dobj" in deps
    if lemma == "read":
        return quoted
    if lemma in FRAME:
        # "Berge, who has framed himself as a fixer, is to …": what the aside tells is not what the sentence is about.
        return token.dep != "relcl" and any(tokens[i].text == "as" for i in subtree(tokens, verb))
    if lemma == "put":
        return "dobj" in deps and any(tokens[i].text == "at" and tokens[i].dep == "prep" for i in below)
    if lemma == "point":
        return any(tokens[i].text in {"to", "out"} for i in below)
    if lemma == "call":
        return "oprd" in deps or any(tokens[i].text in {"for", "on"} and tokens[i].dep == "prep" for i in below)
    if lemma in JUDGE:
        return "dobj" in deps
    return lemma not in NEED_CLAUSE and (lemma == "say" or bool(deps & {"xcomp", "dobj", "prep"}))


def unsaid(tokens: Sequence[Token], verb: int, below: Sequence[int]) -> bool:
    """Tell whether nothing was said yet, or at all: "is to announce", "will say", "did not say", "declined to comment"."""
    if tokens[verb].lemma.lower() not in (SAY - BELIEVE) | {"consider"} or tokens[verb].dep == "parataxis":
        return False
    return any(
        tokens[index].tag in {"TO", "MD"} or tokens[index].dep == "neg"
        for index in below
        if tokens[index].dep in _MOODS
    )
