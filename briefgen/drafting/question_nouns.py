"""Tree -> questions after a thing that the text says is missing: "has given no timeframe for repairs"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafting.question_clauses import denied
from briefgen.drafting.question_limits import clause_end
from briefgen.drafting.question_wording import MOST_WORDS, Piece, Wording, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.question_tree import Tree

_MISSING = frozenset({
    "timeframe", "timeline", "timetable", "deadline", "cause", "date", "detail", "contour", "schedule", "price", "cost",
    "number", "term", "motive", "size", "value", "scope", "location", "venue", "successor", "budget", "fate", "whereabouts",
})  # fmt: skip
_TELLING = frozenset({
    "give", "provide", "release", "publish", "offer", "set", "disclose", "reveal", "announce", "confirm", "specify",
    "determine", "establish", "share", "identify", "know", "say", "clarify", "finalise", "finalize", "agree",
})  # fmt: skip
_QUANTITIES = frozenset({"no", "few", "any", "little", "a", "an", "further", "many", "more", "scant", "the", "exact", "precise"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NounQuestion:
    """A question that is asked after a noun."""

    cue_token: int
    wording: Wording


def noun_questions(tree: Tree) -> Iterator[NounQuestion]:
    """Find what a sentence says is not known, where that is a thing of which more is said.

    Args:
        tree: A sentence.

    Yields:
        "What is the timeframe for repairs", "What are the details of the talks", in the order of the sentence.
    """
    for index, token in enumerate(tree.tokens):
        if tree.outside[index] and token.lemma.lower() in _MISSING and token.pos == "NOUN":
            wording = _missing(tree, index)
            if wording:
                yield NounQuestion(cue_token=token.head, wording=wording)
        elif token.lemma == "possibility" and tree.outside[index]:
            wording = _possibility(tree, index)
            if wording:
                yield NounQuestion(cue_token=index, wording=wording)


def _missing(tree: Tree, noun: int) -> Wording | None:
    verb = tree.tokens[noun].head
    token = tree.tokens[noun]
    if tree.tokens[verb].lemma not in _TELLING or token.dep not in {"dobj", "nsubjpass", "nsubj"}:
        return None
    if not (tree.negated(noun) or denied(tree, verb)) or not tree.outside[verb]:
        return None
    start = noun
    while start and tree.tokens[start - 1].head == noun and tree.tokens[start - 1].text.lower() not in _QUANTITIES:
        start -= 1
    end = tree.span(noun)[1]
    if end == noun + 1 and end < len(tree.tokens) and tree.tokens[end].text in {"for", "of"}:
        end = tree.span(end)[1]
    end = clause_end(tree, noun, end)
    if end <= noun + 2 or tree.tokens[noun + 1].text not in {"for", "of", "behind"}:
        return None
    plural = token.tag == "NNS"
    lead = (Piece(text="What"), Piece(text="are" if plural else "is"), Piece(text="the"))
    pieces = (*lead, *pieces_of(tree, start, end))
    return Wording(pieces=pieces, subject=(start, end), verb=noun) if len(pieces) <= MOST_WORDS else None


def _possibility(tree: Tree, noun: int) -> Wording | None:
    """ "included the possibility of a ceasefire"."""
    of = tree.has(noun, "prep")
    thing = tree.has(of, "pobj") if of is not None and tree.tokens[of].text == "of" else None
    governor = tree.tokens[noun].head
    if thing is None or of is None or tree.negated(noun) or tree.tokens[governor].lemma not in _RAISING:
        return None
    start, end = of + 1, clause_end(tree, thing, tree.span(thing)[1])
    if tree.tokens[start].text.lower() not in {"a", "an"} or end <= thing:
        return None
    pieces = (Piece(text="Will"), Piece(text="there"), Piece(text="be"), *pieces_of(tree, start, end))
    return Wording(pieces=pieces, subject=(start, end), verb=noun) if len(pieces) <= MOST_WORDS else None


_RAISING = frozenset({"include", "discuss", "raise", "consider", "weigh", "leave", "face", "explore", "open", "suggest"})
