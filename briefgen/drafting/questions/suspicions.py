"""Tree -> what may have happened already: "may have fed the fire", "suggests that there was", "charged with fraud"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.limits import clause_end
from briefgen.drafting.questions.verbs import base_form
from briefgen.drafting.questions.wording import MOST_WORDS, Piece, Wording, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.tree import Tree

_MAYBE = frozenset({"may", "might"})
_HINTING = frozenset({"suggest", "indicate", "suspect", "believe", "think", "say", "fear", "hint", "show"})


def suspicions(tree: Tree) -> Iterator[tuple[int, Wording]]:
    """Find what a sentence holds possible of the past, or has a court decide.

    Args:
        tree: A sentence.

    Yields:
        The word that tells of it, and the question.
    """
    for index, token in enumerate(tree.tokens):
        if not tree.outside[index] or not token.tag.startswith("VB"):
            continue
        wording = _DEEDS[token.lemma](tree, index) if token.lemma in _DEEDS else _may_have(tree, index)
        if wording and sum(not piece.glued for piece in wording.pieces) <= MOST_WORDS:
            yield index, wording


def _may_have(tree: Tree, verb: int) -> Wording | None:
    finite, subject = tree.finite(verb), tree.subject(verb)
    if finite is None or subject is None or tree.negated(verb) or tree.tokens[verb].tag not in {"VBN", "VBD"}:
        return None
    helpers = tree.auxiliaries(verb)
    word = tree.tokens[finite].text.lower()
    if not any(tree.tokens[at].lemma == "have" for at in helpers) or any(
        tree.tokens[child].dep == "advcl"
        and (mark := tree.has(child, "mark")) is not None
        and tree.tokens[mark].text.lower() in {"if", "unless", "had"}
        for child in tree.children[verb]
    ):
        return None
    # "could have been avoided" tells what was not; under "suggests that" it tells what may be.
    hinted = tree.tokens[verb].dep == "ccomp" and tree.tokens[tree.tokens[verb].head].lemma in _HINTING
    if word not in _MAYBE and not (word == "could" and hinted and tree.has(verb, "auxpass") is not None):
        return None
    low, high = tree.subject_span(verb)
    if high > finite or tree.tokens[subject].tag in {"WDT", "WP"}:
        return None
    end = clause_end(tree, verb, tree.span(verb)[1])
    plural = tree.plural(subject)
    said = pieces_of(tree, low, high)
    rest = pieces_of(tree, verb + 1, end)
    if tree.tokens[subject].dep == "expl":
        head = tree.has(verb, "attr")
        many = head is not None and tree.plural(head)
        if head is None or tree.has(head, "prep", "amod", "compound", "relcl") is None:
            return None  # "Was there some mistake?" does not say in what
        lead = [Piece(text="Were" if many else "Was")]
        return Wording(pieces=(*lead, *said, *rest), subject=(low, high), verb=verb)
    if tree.tokens[verb].lemma == "be":
        return Wording(pieces=(Piece(text="Were" if plural else "Was"), *said, *rest), subject=(low, high), verb=verb)
    if tree.has(verb, "auxpass") is not None:
        lead = [Piece(text="Were" if plural else "Was")]
        return Wording(pieces=(*lead, *said, *pieces_of(tree, verb, verb + 1), *rest), subject=(low, high), verb=verb)
    base = Piece(text=base_form(tree.tokens[verb]), token=verb)
    return Wording(pieces=(Piece(text="Did"), *said, base, *rest), subject=(low, high), verb=verb)


def _charged(tree: Tree, verb: int) -> Wording | None:
    """Read "was charged with fraud", "prosecutors charged Mr Cole with facilitating smuggling"."""
    if tree.negated(verb) or tree.infinitive(verb):
        return None
    passive = tree.has(verb, "auxpass") is not None
    whom = tree.owner(verb) if passive else tree.has(verb, "dobj")
    of = next((child for child in tree.children[verb] if child > verb and tree.tokens[child].text == "with"), None)
    if whom is None or of is None or tree.tokens[whom].pos != "PROPN":
        return None
    what = tree.has(of, "pobj", "pcomp")
    if what is None:
        return None
    end = _first_of_list(tree, of + 1, clause_end(tree, what, tree.span(what)[1]))
    low, high = tree.span(whom)
    lead = (
        Piece(text="Will"),
        *pieces_of(tree, low, high),
        Piece(text="be"),
        Piece(text="convicted"),
        Piece(text="of"),
    )
    return Wording(pieces=(*lead, *pieces_of(tree, of + 1, end)), subject=(low, high), verb=verb)


def _first_of_list(tree: Tree, start: int, end: int) -> int:
    """Cut a list that has lost its end after its first member: "with murder, abuse of a minor [and theft]"."""
    words = [tree.tokens[at].text for at in range(start, end)]
    return start + words.index(",") if "," in words and not {"and", "or"} & set(words) else end


def _denied(tree: Tree, verb: int) -> Wording | None:
    """Read "has denied taking bribes", "the mayor denies that he took bribes"."""
    deed = next(
        (c for c in tree.children[verb] if c > verb and tree.tokens[c].dep in {"xcomp", "ccomp", "pcomp"}), None
    )
    if deed is None or tree.negated(verb) or tree.negated(deed) or tree.infinitive(verb):
        return None
    if (
        tree.tokens[deed].tag != "VBG"
        or deed != verb + 1
        or tree.tokens[verb].dep == "relcl"
        or tree.tokens[deed].lemma in {"be", "have"}
    ):
        return None
    low, high = tree.owner_span(verb)
    if low == high or high > verb:
        return None
    end = clause_end(tree, deed, tree.span(deed)[1])
    base = Piece(text=base_form(tree.tokens[deed]), token=deed)
    pieces = (Piece(text="Did"), *pieces_of(tree, low, high), base, *pieces_of(tree, deed + 1, end))
    return Wording(pieces=pieces, subject=(low, high), verb=deed)


_DEEDS = {"charge": _charged, "deny": _denied}
"""Verbs that have others find out what happened."""
