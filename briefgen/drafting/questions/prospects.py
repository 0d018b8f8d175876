"""Tree -> what it says may or may not come: threats, steps still to be taken, permissions, somebody's willingness."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.drafting.questions.clause import OpenClause, Span, plain_clause
from briefgen.drafting.questions.conditions import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.tree import Tree

_WILLING = {"willingness": "will", "readiness": "will", "ability": "can", "capacity": "can"}
_DEPENDING = frozenset({
    "depend", "hinge", "dependent", "contingent", "question", "test", "doubt", "uncertain", "unclear", "questionable",
})  # fmt: skip
_DEPENDING_REACH = 3
"""Steps from "willingness" up to "dependent": the preposition, the adjective, a noun between."""
_ALLOWING = frozenset({"allow", "permit", "require", "force", "bar", "oblige"})
_PLANNING = frozenset({"consider", "weigh", "contemplate", "mull"})
_SUFFERED = frozenset({"lose", "be", "see", "have", "hear", "meet", "experience", "feel", "fail", "find"})
"""What one has yet to live through is a record, no step that others wait for: "has yet to lose"."""


def prospects(tree: Tree) -> Iterator[OpenClause]:
    """Find what a sentence says may come to pass without asking.

    Args:
        tree: A sentence.

    Yields:
        A clause for each, in the order of the sentence.
    """
    for index, token in enumerate(tree.tokens):
        if not tree.outside[index]:
            continue
        steps = token.tag[:2] in {"VB", "MD"} or token.text.lower() == "close"
        clause = _step(tree, index) if steps else None
        if clause is None and token.lemma in _WILLING:
            clause = _willingness(tree, index)
        if clause:
            yield clause


def _step(tree: Tree, index: int) -> OpenClause | None:
    """Read "threatened to strike", "has yet to approve", "is considering closing", "still needs to be ratified"."""
    token = tree.tokens[index]
    lemma = token.lemma.lower()
    if lemma in _ALLOWING and tree.has(index, "auxpass") is not None and tree.infinitive_below(index):
        return _permission(tree, index)
    if tree.has(index, "auxpass") is not None and _below(tree, index, "still"):
        return _duty(tree, index)
    body = _to_do(tree, index, lemma)
    if body is None:
        body = _doing(tree, index, lemma)
    if body is None or body <= index or tree.tokens[body].tag not in {"VB", "VBG", "VBN"}:
        return None
    gap = token.dep in {"relcl", "acl"} and tree.subject(index) is not None and not _asks_itself(tree, index)
    own = gap or tree.subject(body) is not None or (tree.tokens[body].tag == "VBG") == tree.infinitive(body)
    owner = tree.owner_span(token.head if token.dep == "acomp" else index)
    if own or owner == (0, 0) or owner[1] > index or (lemma != "rule" and _doubted(tree, index)):
        return None
    if token.dep == "ccomp" and tree.tokens[token.head].pos == "NOUN" and tree.has(index, "mark") is not None:
        return None  # "a matter that they have yet to settle", misread: what is to be settled is missing in the clause
    to = next((child for child in tree.children[body] if tree.tokens[child].tag == "TO"), None)
    subject = _list(tree, owner, index)
    clause = plain_clause(tree, "prospect", (index, body), subject, body if to is None else to + 1, modal="will")
    if lemma == "have" and tree.has(body, "auxpass") is not None:
        # "had yet to be named on the first day": what follows tells until when it had not.
        agent = tree.has(body, "agent")
        particle = tree.has(body, "prt")
        bare = body + 1 if particle is None else particle + 1
        return replace(clause, end=bare if agent is None else tree.span(agent)[1])
    return clause


def _asks_itself(tree: Tree, index: int) -> bool:
    """Tell whether a relative clause has its pronoun as subject: "who have yet", not "that they have yet to choose"."""
    subject = tree.subject(index)
    return subject is not None and tree.tokens[subject].tag in {"WDT", "WP"}


def _to_do(tree: Tree, index: int, lemma: str) -> int | None:
    """Find what is still to be done, where "to" says so."""
    body = next((child for child in tree.children[index] if child > index and tree.infinitive(child)), None)
    if body is None:
        return None
    if lemma == "threaten":
        # "a dam that threatens to flood" is no threat by anybody.
        low, high = tree.owner_span(index)
        named = any(token.entity in NAMED for token in tree.tokens[low:high])
        idle = tree.tokens[index].tag in {"VBZ", "VBP"} and not named
        return None if idle or _below(tree, index, "had") else body
    if lemma == "have" and _below(tree, index, "yet"):
        return body if tree.tokens[body].lemma not in _SUFFERED else None
    passive = tree.has(body, "auxpass") is not None
    return body if lemma in {"need", "have", "must"} and _below(tree, index, "still") and passive else None


def _doing(tree: Tree, index: int, lemma: str) -> int | None:
    """Find what may be done, where a verb in -ing says so."""
    if lemma in _PLANNING and tree.tokens[index].tag == "VBG":
        return tree.has(index, "xcomp", "ccomp")
    if lemma == "rule" and _below(tree, index, "out") and tree.negated(index):
        return tree.has(index, "xcomp", "ccomp", "pcomp")
    near = tree.has(index, "prep") if lemma == "close" else None
    return tree.has(near, "pcomp") if near is not None and tree.tokens[near].text == "to" else None


def _permission(tree: Tree, index: int) -> OpenClause | None:
    """Read "may be allowed to dredge", "could be forced to close": somebody has still to decide."""
    finite, subject = tree.finite(index), tree.subject(index)
    if finite is None or subject is None or tree.tokens[finite].text.lower() not in {"may", "might", "could"}:
        return None
    low, high = tree.span(subject)
    named = any(token.entity in NAMED for token in tree.tokens[low:high])
    perfect = any(tree.tokens[child].lemma == "have" for child in tree.auxiliaries(index))
    if not named or perfect or high > finite or tree.negated(index):
        return None
    return plain_clause(tree, "prospect", (index, index), (low, high), finite + 1, modal="will")


def _duty(tree: Tree, index: int) -> OpenClause | None:
    """Read "must still be approved by shareholders"."""
    finite, subject = tree.finite(index), tree.subject(index)
    if finite is None or subject is None or tree.tokens[finite].text.lower() not in {"must", "should"}:
        return None
    low, high = tree.span(subject)
    body = finite + 2 if tree.tokens[finite + 1].text.lower() == "still" else finite + 1
    if high > finite or tree.negated(index):
        return None
    return plain_clause(tree, "prospect", (index, index), (low, high), body, modal="will")


def _willingness(tree: Tree, index: int) -> OpenClause | None:
    """Read "depends on Beijing’s willingness to prioritize …"."""
    owner = tree.has(index, "poss")
    at = index
    for _ in range(_DEPENDING_REACH):
        at = tree.tokens[at].head
        if tree.tokens[at].lemma.lower() in _DEPENDING:
            break
        said = tree.has(at, "acomp") if tree.tokens[at].lemma in {"be", "remain"} else None
        if said is not None and tree.tokens[said].lemma.lower() in _DEPENDING and not tree.negated(at):
            at = said
            break
    else:
        return None
    if owner is None or index + 2 >= len(tree.tokens) or tree.tokens[index + 1].tag != "TO":
        return None
    verb = index + 2
    if tree.tokens[verb].tag != "VB":
        return None
    low, high = tree.span(owner)
    while high > low and tree.tokens[high - 1].dep == "case":
        high -= 1
    clause = plain_clause(tree, "depends", (at, verb), (low, high), verb, modal=_WILLING[tree.tokens[index].lemma])
    # The parse may hang the infinitive's complements on another word: the noun's span holds them all.
    return replace(clause, end=max(clause.end, tree.span(index)[1]))


def _below(tree: Tree, index: int, word: str) -> bool:
    return any(tree.tokens[child].text.lower() == word for child in tree.children[index])


def _list(tree: Tree, subject: Span, cue: int) -> Span:
    """Mend a list of subjects whose last member the parse has lost: "the terms and | the price had yet"."""
    low, high = subject
    if tree.tokens[high - 1].pos in {"CCONJ", "PUNCT"} and all(
        token.pos in {"NOUN", "PROPN", "ADJ", "DET", "CCONJ", "PUNCT", "ADP"} for token in tree.tokens[high:cue]
    ):
        return low, cue
    return subject


def _doubted(tree: Tree, index: int) -> bool:
    """Tell whether what governs a cue denies it: "there is nothing to suggest that Chile is close to …"."""
    while tree.tokens[index].head != index:
        index = tree.tokens[index].head
        said = (
            index,
            *(child for child in tree.children[index] if tree.tokens[child].dep in {"attr", "dobj", "nsubj"}),
        )
        if any(tree.tokens[word].text.lower() in {"little", "nothing", "no"} for word in said) or tree.negated(index):
            return True
    return False
