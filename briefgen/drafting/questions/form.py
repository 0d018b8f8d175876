"""Wording -> what is wrong with it by grammar, as the parse shows: a last guard before a question is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.tree import AUXILIARY, DASHES, SUBJECT
from briefgen.drafting.questions.verbs import base_form

if TYPE_CHECKING:
    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.questions.wording import Wording
    from briefgen.model.analysis import Token

_BARE = frozenset({"will", "can", "could", "would", "should", "do", "does", "did", "must", "may", "might"})
"""After these the main verb has its base form, or "be" and "have" stand before it."""
_HELPING = frozenset({"is", "are", "was", "were", "has", "have", "had"})
_QUOTING = frozenset({"say", "state", "read", "declare", "provide"})
"""After these a text is quoted: "the part of the law that says:"."""
_BETWEEN = frozenset({"AUX", "ADV", "PART", "VERB", "PUNCT"})
_INTRANSITIVE = frozenset({
    "capitulate", "retaliate", "resign", "surrender", "continue", "survive", "hold", "last", "collapse", "rise", "fall",
    "strike", "recover", "reopen", "return", "quit", "intervene", "escalate", "resume", "close", "vote",
    "pass", "succeed", "fail", "win", "lose", "end", "grow", "leave", "withdraw", "appeal", "march",
    "open", "negotiate", "testify", "spread", "shrink", "merge", "yield", "refill", "proceed",
    "sail", "restart", "respond", "comply", "apologise", "apologize",
})  # fmt: skip
"""A question may end with these: "Will Kyiv capitulate?", but not "Will the EU impose?"."""

_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "dative"})
_ASIDE_TOKENS = 12
_LEFT_OUT = frozenset({"do", "have", "be", "make", "take", "get", "let", "say", "want", "need", "begin", "start"})
"""Without an object these lean on what was said before: "if it does", "as it may want"."""


def fault(tree: Tree, wording: Wording) -> str:
    """Tell what is wrong with a question's grammar.

    Args:
        tree: The sentence that it was made from.
        wording: The question.

    Returns:
        The fault; empty where there is none.
    """
    low, high = wording.subject
    pieces = wording.pieces
    if low < high and not any(_names(tree.tokens[at]) for at in range(low, high)):
        return "its subject names nothing"
    kept = [piece.token for piece in pieces if piece.token >= 0]
    if low < high and tree.tokens[low].tag == "TO":
        return "its subject is a verb"
    if _aside_left_open(tree, [at for at in kept if low <= at < high], closed=kept[-1] < high):
        return "an aside is left open in it"
    if _cut_by_aside(tree, wording.verb, kept[-1]):
        return "an aside cuts it short"
    if any(_clause_within(tree, at, wording.verb) for at in kept):
        return "a clause of its own is left in it"
    last = tree.tokens[kept[-1]]
    if last.dep == "relcl" and last.lemma in _QUOTING:
        return "it ends before it says what"
    if pieces[0].text.lower() in _BARE | _HELPING and _object_left_outside(tree, wording.verb):
        return "it ends before it says what"
    return _verb_fault(tree, wording, kept)


def _verb_fault(tree: Tree, wording: Wording, kept: list[int]) -> str:
    """Tell what is wrong with the verb of a question that opens with "will", "does" and the like."""
    pieces, high = wording.pieces, wording.subject[1]
    if (
        pieces[0].text.lower() not in _BARE
        or wording.verb not in kept
        or not tree.tokens[wording.verb].tag.startswith("VB")
    ):
        return ""
    between = [at for at in kept if high <= at < wording.verb]
    if any(tree.tokens[at].pos not in _BETWEEN for at in between):
        return "something stands between subject and verb"
    printed = next(piece.text for piece in pieces if piece.token == wording.verb)
    helped = any(tree.tokens[at].dep in AUXILIARY for at in between) or any(
        piece.token < 0 and piece.text == "be" for piece in pieces
    )
    if not helped and printed.lower() not in {base_form(tree.tokens[wording.verb]).lower(), "be", "have", "do"}:
        return "its verb has the wrong form"
    ends = kept[-1] == wording.verb and not helped and printed.lower() not in _INTRANSITIVE
    if ends and not _ends_in_the_source(tree, wording.verb):
        return "it ends before it says what"
    return ""


def _object_left_outside(tree: Tree, verb: int) -> bool:
    """Tell whether a verb's object is the noun that its clause describes: "the impact the party says a tax would have".

    The verb then hangs within a relative clause whose pronoun is no subject in it, and has no object of its own.
    """
    if any(
        tree.tokens[c].dep in _COMPLEMENTS and tree.tokens[c].tag[0] != "W" for c in tree.children[verb] if c > verb
    ):
        return False
    at, chain = verb, [verb]
    while tree.tokens[at].dep in {"ccomp", "xcomp", "conj"} and tree.tokens[at].head != at:
        at = tree.tokens[at].head
        chain.append(at)
    if tree.tokens[at].dep != "relcl" or at == verb:
        return False
    subjects = [tree.subject(one) for one in chain]
    if any(one is not None and tree.tokens[one].tag in {"WDT", "WP"} for one in subjects):
        return False
    low, high = tree.span(at)
    return not any(
        tree.tokens[one].tag == "WRB" or (tree.tokens[one].tag in {"WDT", "WP"} and tree.tokens[one].dep == "pobj")
        for one in range(low, min(high, verb))
    )


def _cut_by_aside(tree: Tree, verb: int, last: int) -> bool:
    """Tell whether what follows an aside belongs to the verb before it: "bring Chile – and others – into the fold"."""
    opening = last + 1
    if opening >= len(tree.tokens) or tree.tokens[opening].text not in DASHES - {"-"}:
        return False
    closing = next((at for at in range(opening + 1, len(tree.tokens)) if tree.tokens[at].text in DASHES - {"-"}), None)
    if closing is None or closing + 1 >= len(tree.tokens) or closing > opening + _ASIDE_TOKENS:
        return False
    following = tree.tokens[closing + 1]
    return following.pos == "ADP" or (following.head == verb and following.dep in _COMPLEMENTS)


def _ends_in_the_source(tree: Tree, verb: int) -> bool:
    """Tell whether the sentence itself ends a clause with a verb: "has not said whether it will pay", "urged Oslo to wait".

    What its writer left without an object needs none. In a relative clause the object may be the pronoun.
    """
    token = tree.tokens[verb]
    if tree.tokens[-1].text == "?":
        return False  # the sentence asks its own question
    if any(at > verb and tree.tokens[at].pos not in {"PUNCT", "CCONJ"} for at in tree.children[verb]):
        return False
    following = tree.tokens[verb + 1] if verb + 1 < len(tree.tokens) else None
    if following is not None and following.pos not in {"PUNCT", "CCONJ", "SCONJ"}:
        return False
    at = verb
    while tree.tokens[at].dep in {"xcomp", "ccomp", "conj", "advcl", "acl"} and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    return token.dep not in {"relcl", "acl"} and tree.tokens[at].dep != "relcl" and token.lemma not in _LEFT_OUT


def _aside_left_open(tree: Tree, subject: list[int], *, closed: bool) -> bool:
    """Tell whether a comma opens an aside in the subject that none closes: "the talks with Oslo, the capital lead to"."""
    commas = [place for place, at in enumerate(subject) if tree.tokens[at].text == ","]
    dashes = [at for at in subject if tree.tokens[at].text in DASHES - {"-"}]
    if closed or len(commas) != 1:
        return not closed and len(dashes) % 2 == 1
    return not any(tree.tokens[at].tag == "CC" for at in subject[commas[0] :])


def _names(token: Token) -> bool:
    return token.pos in {"NOUN", "PROPN", "PRON", "NUM"} or bool(token.entity) or token.text[:1].isupper()


def _clause_within(tree: Tree, index: int, verb: int) -> bool:
    """Tell whether a word is the verb of "that the plan fails", which a question cannot carry along."""
    token = tree.tokens[index]
    if index == verb or token.dep not in {"ccomp", "acl", "parataxis"}:
        return False
    mark = tree.has(index, "mark")
    if mark is not None and tree.tokens[mark].text.lower() == "that":
        return token.dep == "ccomp" or tree.tokens[mark + 1].text.lower() == "if"
    return token.dep == "parataxis" or (
        mark is None
        and token.dep == "ccomp"
        and token.tag in {"VBZ", "VBD", "VBP"}
        and any(tree.tokens[c].dep in SUBJECT and tree.tokens[c].tag not in {"WP", "WDT"} for c in tree.children[index])
    )
