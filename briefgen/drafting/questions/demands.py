"""Tree -> what one side asks of another: "urged Chile to sign", "demanded that Kenya withdraw", "was asked to leave"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.drafting.questions.clause import OpenClause, plain_clause
from briefgen.drafting.questions.conditions import NAMED
from briefgen.drafting.questions.cues import OFFICIALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.tree import Tree

_ASKING = frozenset({
    "urge", "ask", "press", "pressure", "persuade", "want", "push", "invite", "call", "convince", "lobby", "request",
})  # fmt: skip
_ALLOWING = frozenset({"allow", "permit", "authorise", "authorize", "let"})
"""Only who is known to be allowed has something to decide: not "could allow", "designed to allow"."""
_FORCING = frozenset({"force", "compel"})
"""Only where it is an aim: who "was forced to leave" has left."""
_DEMANDING = frozenset({
    "demand", "insist", "propose", "recommend", "request", "ask", "urge", "insistence", "call", "stipulate", "require",
    "proposal", "recommendation", "suggest", "requirement", "condition", "argue",
})  # fmt: skip
_DUTIES = frozenset({"must", "should"})
_NAMED_BEFORE = frozenset({"it", "they"})
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "me", "my", "us", "our"})
_SAYING = frozenset({"say", "tell", "stress", "warn", "argue", "add", "insist", "repeat", "reiterate", "state"})


def demands(tree: Tree) -> Iterator[OpenClause]:
    """Find what a sentence has one side ask of another.

    Args:
        tree: A sentence.

    Yields:
        A clause for each, in the order of the sentence: whether the one who is asked will do it.
    """
    for index, token in enumerate(tree.tokens):
        if not tree.outside[index]:
            continue
        lemma = token.lemma.lower()
        asking = (
            lemma in _ASKING
            or (lemma in _ALLOWING and _has_allowed(tree, index))
            or (lemma in _FORCING and token.tag == "VB" and tree.infinitive(index))
        )
        clause = _asked_of(tree, index) if asking and (token.pos == "VERB" or lemma == "call") else None
        if clause is None and lemma in _DEMANDING | _SAYING:
            clause = _demanded(tree, index)
        idle = clause is not None and tree.tokens[clause.verb].lemma == "do" and tree.has(clause.verb, "dobj") is None
        if clause and not idle and _decides(tree, clause) and not _of_others(tree, clause):
            yield clause


def _has_allowed(tree: Tree, index: int) -> bool:
    finite = tree.finite(index)
    active = tree.has(index, "auxpass") is None
    return finite is not None and active and tree.tokens[finite].text.lower() in {"has", "have"}


def _decides(tree: Tree, clause: OpenClause) -> bool:
    """Tell whether the one who is asked has a name or an office, and the deed is not in somebody’s quoted words."""
    low, high = clause.subject
    words = tree.tokens[low:high]
    known = any(
        token.entity in NAMED or token.lemma.lower() in OFFICIALS or token.text.lower() in _NAMED_BEFORE
        for token in words
    )
    return tree.outside[clause.verb] and (known or clause.cue.lower().startswith(("demand", "insist")))


def _of_others(tree: Tree, clause: OpenClause) -> bool:
    """Tell whether "his" or "her" may mean the one who asks: "urged Chile to join her mission"."""
    return any(tree.tokens[at].text.lower() in _PERSONAL for at in range(clause.body, clause.end))


def _asked_of(tree: Tree, index: int) -> OpenClause | None:
    """Read "urged Chile to sign", "called on Chile to sign", "is being asked to sign"."""
    if tree.negated(index):
        return None
    body = next(
        (
            child
            for child in tree.children[index]
            if child > index and tree.infinitive(child) and tree.tokens[child].dep in {"xcomp", "ccomp", "advcl", "acl"}
        ),
        None,
    )
    if body is None and tree.tokens[index].pos == "NOUN":
        body = _called_for(tree, index)
    if body is None or tree.tokens[body].tag != "VB":
        return None
    to = next(child for child in tree.children[body] if tree.tokens[child].tag == "TO")
    other = tree.subject(body)
    if other is None:
        other = _other(tree, index, to)
    if other is None and tree.has(index, "auxpass") is not None and tree.tokens[body].dep == "xcomp":
        other = _asked_passively(tree, index)
    if other is None or tree.tokens[other].pos not in {"NOUN", "PROPN"}:
        return None
    low, high = tree.span(other)
    if tree.tokens[other].dep == "attr":
        low, high = other, other + 1  # "it is Oslo and not Bergen that is asked"
    if not (index < low and high == to) and not high <= index:
        return None
    return plain_clause(tree, "demanded", (index, body), (low, high), to + 1, modal="will")


def _called_for(tree: Tree, noun: int) -> int | None:
    """Find what is called for in "issued a call for Oslo to leave", which the parse may hang on the verb before."""
    other = _other(tree, noun, len(tree.tokens))
    after = len(tree.tokens) if other is None else tree.span(other)[1]
    return tree.tokens[after].head if after < len(tree.tokens) and tree.tokens[after].tag == "TO" else None


def _asked_passively(tree: Tree, index: int) -> int | None:
    """Find who is asked in "Oslo was asked to leave", "it is Oslo that is being asked to leave"."""
    owner = tree.owner(index)
    if owner is not None and tree.tokens[owner].text.lower() == "that":
        owner = tree.has(tree.tokens[index].head, "attr")
    return owner if owner is not None and owner < index else None


def _other(tree: Tree, index: int, to: int) -> int | None:
    """Find who is asked: the object, or what follows "on" or "for"."""
    found = tree.has(index, "dobj", "dative")
    if found is None:
        for child in tree.children[index]:
            if index < child < to and tree.tokens[child].text.lower() in {"on", "upon", "for"}:
                found = tree.has(child, "pobj")
    return found if found is not None and index < found < to else None


def _demanded(tree: Tree, index: int) -> OpenClause | None:
    """Read "demanded that Kenya withdraw", "the demand that it withdraw", "insisted that Kenya must withdraw"."""
    lemma = tree.tokens[index].lemma.lower()
    verb = next(
        (
            child
            for child in tree.children[index]
            if child > index and tree.tokens[child].dep in {"ccomp", "acl", "relcl"}
        ),
        None,
    )
    if verb is None or tree.negated(index) or tree.negated(verb):
        return None
    subject, finite = tree.subject(verb), tree.finite(verb)
    if subject is None or tree.tokens[subject].tag in {"WDT", "WP", "EX"} or tree.tokens[subject].dep == "expl":
        return None
    low, high = tree.subject_span(verb)
    duty = finite is not None and tree.tokens[finite].text.lower() in _DUTIES
    bare = (tree.tokens[verb].tag == "VB" and finite is None) or (
        finite == verb and tree.tokens[verb].tag == "VBP" and not tree.plural(subject)
    )
    if (lemma in _DEMANDING and (duty or bare)) or (
        lemma in _SAYING and duty and tree.tokens[finite or 0].text.lower() == "must"
    ):
        body = finite + 1 if duty and finite is not None else high
        if high <= body <= verb:
            clause = plain_clause(tree, "demanded", (index, verb), (low, high), body, modal="will")
            # Who rejects a demand is whom it asks: "Ukraine rejects Russia’s demand that it withdraw".
            of_noun = tree.tokens[index].pos == "NOUN" and tree.tokens[index].dep in {"dobj", "pobj"}
            return replace(clause, speaker=tree.owner_span(_ruling(tree, index))) if of_noun else clause
    return None


def _ruling(tree: Tree, noun: int) -> int:
    head = tree.tokens[noun].head
    return tree.tokens[head].head if tree.tokens[head].pos == "ADP" else head
