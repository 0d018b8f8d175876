"""OpenClause -> the words of a question: the first verb goes before the subject, "does" comes in if need be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafting.questions.clause import TO_COME
from briefgen.drafting.questions.limits import asides, before_circumstance, clause_end, shorter_end
from briefgen.drafting.questions.times import passing
from briefgen.drafting.questions.tree import FINITE
from briefgen.drafting.questions.verbs import base_form

if TYPE_CHECKING:
    from briefgen.drafting.questions.clause import OpenClause
    from briefgen.drafting.questions.tree import Tree

MOST_WORDS = 26
_DO = {"VBZ": "does", "VBP": "do", "VBD": "did"}
_SHIFTED = {"would": "will", "'d": "will", "’d": "will"}
_HEDGES = frozenset({"apparently", "reportedly", "allegedly", "purportedly", "supposedly", "actually"})
"""A question has no need of them: "why the date was apparently moved" asks why it was."""
_JOINTS = frozenset({",", "and", "or", "but"})
_FULL_FORMS = {
    "'ll": "will", "’ll": "will", "'s": "is", "’s": "is", "'re": "are", "’re": "are", "'ve": "have", "’ve": "have",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A word of a question."""

    text: str
    glued: bool = False
    """True where no space goes before it."""
    token: int = -1
    """Which token of the sentence it is; -1 for a word that the grammar brings in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A question, word by word, before pronouns are named. It lacks its mark and its capital."""

    pieces: tuple[Piece, ...]
    subject: tuple[int, int]
    """Tokens of the subject in the sentence."""
    verb: int
    """The main verb."""


def word_question(tree: Tree, clause: OpenClause) -> Wording | None:
    """Word the question that a clause leaves open.

    Args:
        tree: Its sentence.
        clause: What is left open.

    Returns:
        The question, or None where the clause is denied, its tense cannot be read, or it stays too long.
    """
    if clause.body > clause.verb or _denied(tree, clause) or _presupposes(tree, clause):
        return None
    if not clause.opener_is_subject and _broken_subject(tree, clause):
        return None
    end: int | None = clause_end(tree, clause.verb, clause.end)
    if clause.source in TO_COME and end is not None:
        end = before_circumstance(tree, clause.verb, end)
    while end is not None:
        wording = _worded(tree, clause, end)
        if wording is None or sum(not piece.glued for piece in wording.pieces) <= MOST_WORDS:
            return wording
        end = shorter_end(tree, clause.verb, end)
    return None


def _denied(tree: Tree, clause: OpenClause) -> bool:
    """Tell whether a clause is denied by a word that its question would keep; "may not suffice" asks whether it does."""
    if clause.source == "possible" and any(
        tree.tokens[at].dep == "neg" and at < clause.body for at in tree.children[clause.verb]
    ):
        return False
    return tree.negated(clause.verb)


def _broken_subject(tree: Tree, clause: OpenClause) -> bool:
    """Tell whether the parse has taken an aside or the half of a list for the clause."""
    words = [token.text for token in tree.tokens[clause.subject[0] : clause.subject[1]]]
    if not words or words[-1] in _JOINTS - {","} or (words[-1] == "," and words.count(",") == 1):
        return True
    for index in range(*clause.subject):
        token = tree.tokens[index]
        if token.tag in FINITE and token.dep in {"ROOT", "ccomp", "nsubj", "conj", "parataxis"}:
            return True
    return tree.tokens[clause.body].text in _JOINTS


def _presupposes(tree: Tree, clause: OpenClause) -> bool:
    """Tell whether a question takes a failing for granted: "why the council failed to act"."""
    words = [tree.tokens[at].text.lower() for at in tree.auxiliaries(clause.verb)]
    if clause.opener[0] < clause.opener[1] and "have" in words and words[0] in {"would", "could", "should"}:
        return True  # "what the effect would have been" supposes what was not
    why = any(tree.tokens[index].text.lower() in {"why", "how"} for index in range(*clause.opener))
    return why and tree.tokens[clause.verb].lemma in {"fail", "refuse", "ignore", "neglect"}


def _worded(tree: Tree, clause: OpenClause, end: int) -> Wording | None:
    finite = tree.finite(clause.verb)
    if finite is not None and not clause.body <= finite < end:
        finite = None
    changed = _verbs(tree, clause, finite)
    timeless = passing(tree, min(clause.body, clause.subject[0] or clause.body), end)
    if changed is None or timeless is None:
        return None
    lead, replaced = changed
    hedges = [at for at in range(clause.body, end) if tree.tokens[at].text.lower() in _HEDGES]
    replaced |= dict.fromkeys((*timeless, *hedges, *asides(tree, *clause.subject)), "")
    if clause.back_shifted:
        again = _shift_conditions(tree, clause, end)
        if again is None:
            return None
        replaced |= again
    opener = pieces_of(tree, *clause.opener)
    subject = pieces_of(tree, *clause.subject, replaced) if not clause.opener_is_subject else []
    if subject and clause.modal and clause.subject == clause.speaker and subject[0].text.lower() in {"a", "an"}:
        subject[0] = Piece(text="the", token=subject[0].token)  # the sentence has introduced it
    body = pieces_of(tree, clause.body, end, replaced)
    front = [Piece(text=lead)] if lead else []
    return Wording(pieces=(*opener, *front, *subject, *body), subject=clause.subject, verb=clause.verb)


def _verbs(tree: Tree, clause: OpenClause, finite: int | None) -> tuple[str, dict[int, str]] | None:
    """Give the verb that goes to the front, and what the others become; "" drops a word."""
    verb = tree.tokens[clause.verb]
    if finite is None:
        if not clause.modal:
            return None
        # "to mend" stays, "mending" takes its base form.
        return clause.modal, {clause.verb: base_form(verb)} if verb.tag == "VBG" and not tree.auxiliaries(
            clause.verb
        ) else {}
    token = tree.tokens[finite]
    text = _FULL_FORMS.get(token.text.lower(), token.text.lower())
    if clause.modal and token.tag == "MD" and text in {"should", "would"}:
        return clause.modal, {finite: ""}
    if clause.modal and (finite == clause.verb or token.dep == "auxpass"):
        return clause.modal, {finite: "be" if token.lemma == "be" else base_form(token)}
    if clause.back_shifted:
        text = _unshifted(tree, clause, finite, text)
    if text == "could" and clause.back_shifted and clause.opener[0] < clause.opener[1]:
        text = "can"  # "had to decide who could return" asks who can
    if text in {"may", "might"} and clause.opener[0] == clause.opener[1]:
        text = "could"  # "May the dykes be in danger?" would ask for leave
    if clause.opener_is_subject:
        return "", {finite: text} if text != token.text.lower() else {}
    if finite != clause.verb or token.lemma == "be":
        return text, {finite: ""}
    return (_DO[token.tag], {finite: base_form(token)}) if token.tag in _DO else None


def _unshifted(tree: Tree, clause: OpenClause, finite: int, text: str) -> str:
    """Give what a report in the past has shifted: "would" was "will", "had left" was "has left" or "left"."""
    if text in {"was", "were"} and tree.tokens[clause.verb].tag == "VBG":
        return "is" if text == "was" else "are"
    if text != "had" or finite == clause.verb or tree.tokens[clause.verb].tag != "VBN":
        return _SHIFTED.get(text, text)
    if clause.opener_is_subject and tree.tokens[clause.verb].text.endswith("ed"):
        return ""  # "who had ordered it" asks "who ordered it": of these verbs both forms are the same
    subject = tree.subject(clause.verb)
    return "have" if subject is not None and tree.plural(subject) else "has"


def _shift_conditions(tree: Tree, clause: OpenClause, end: int) -> dict[int, str] | None:
    """Bring "if their wages were not paid" into the present; None for a verb whose present cannot be told."""
    replaced: dict[int, str] = {}
    verb = clause.verb
    would = bool(clause.modal) or any(tree.tokens[index].text.lower() in _SHIFTED for index in tree.auxiliaries(verb))
    for child in tree.children[verb] if would else ():
        finite = tree.finite(child) if tree.tokens[child].dep == "advcl" and verb < child < end else None
        if finite is None or tree.tokens[finite].tag != "VBD":
            continue
        subject = tree.subject(child)
        plural = subject is not None and tree.plural(subject)
        if tree.tokens[finite].lemma == "be":
            replaced[finite] = "are" if plural else "is"
        elif tree.tokens[finite].lemma == "do" and finite != child:
            replaced[finite] = "do" if plural else "does"
        else:
            return None
    return replaced


def plain(*words: str) -> tuple[Piece, ...]:
    """Give words that stand in no sentence as pieces of a question."""
    return tuple(Piece(text=word) for word in words)


def pieces_of(tree: Tree, start: int, end: int, replaced: dict[int, str] | None = None) -> list[Piece]:
    """Give tokens as the words of a question, some of them replaced, an empty replacement dropping the word."""
    replaced = replaced or {}
    pieces = []
    for index in range(start, end):
        text = replaced.get(index, tree.tokens[index].text)
        if text:
            glued = index > start and tree.tokens[index - 1].end == tree.tokens[index].start
            pieces.append(Piece(text=text, glued=glued and replaced.get(index - 1) != "", token=index))
    return pieces
