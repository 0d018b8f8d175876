"""Tree of a sentence -> what an auxiliary puts ahead: "will", "would" in reported speech, "may", "is to"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.drafting.watch import words
from briefgen.drafting.watch.prospect import make
from briefgen.drafting.watch.subject import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.watch.prospect import Prospect

_WILL = frozenset({"will", "’ll", "'ll", "shall"})
_MAY = frozenset({"may", "might", "could"})
_BE = frozenset({"is", "are", "was", "were"})


def of_auxiliary(tree: Tree, index: int) -> Iterator[Prospect]:
    """Give what the auxiliary at a token puts ahead, nothing where the token is none that does."""
    token = tree.tokens[index]
    word = token.text.lower()
    if token.tag == "MD" and token.dep == "aux":
        if word in _WILL or word == "would":
            yield from _will(tree, index, word)
        elif word in _MAY:
            yield from _may(tree, index)
    elif word in _BE:
        yield from _is_to(tree, index)
    elif word == "about":
        yield from _about_to(tree, index)


def _will(tree: Tree, index: int, word: str) -> Iterator[Prospect]:
    verb = tree.tokens[index].head
    if verb == index or tree.negated(verb) or _perfect(tree, verb) or _borrows(tree, verb) or _ever(tree, verb):
        return
    if (there := _there(tree, verb)) is not None:
        yield make(tree, there, index, ("expected", "would" if word == "would" else "will"))
        return
    subject = subject_of(tree, verb)
    if tree.tokens[verb].lemma in {"have", "begin", "start", "continue", "try", "seek", "get"}:
        verb = _below(tree, verb)  # "will have to mend its nets", "will begin drawing the map"
    if word != "would":
        yield make(tree, verb, index, ("expected", "will"), subject)
    elif _is_said(tree, tree.tokens[index].head):
        ahead = make(tree, verb, index, ("expected", "would"), subject)
        yield replace(ahead, supposed=_unreal(tree, tree.tokens[index].head))
    elif not _unreal(tree, tree.tokens[index].head):
        # "The bridge would help": what follows only if something else comes first.
        yield replace(make(tree, verb, index, ("possible", "may"), subject), supposed=True)


def _ever(tree: Tree, verb: int) -> bool:
    """Recognise "will always mend its nets": at no moment that could be watched."""
    return any(tree.tokens[i].text.lower() in {"always", "forever", "often"} for i in tree.children[verb])


def _is_said(tree: Tree, verb: int) -> bool:
    """Recognise "said the regatta would begin on Monday … and that it would end on Friday"."""
    while tree.tokens[verb].dep == "conj" and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    return tree.tokens[verb].dep == "ccomp"


def _unreal(tree: Tree, verb: int) -> bool:
    """Recognise "says it would owe a toll if it came to port": so only in thought; after "said" it may be meant."""
    if tree.tokens[tree.tokens[verb].head].tag == "VBD":
        return False
    for clause in tree.children[verb]:
        mark = tree.has(clause, "mark") if tree.tokens[clause].dep == "advcl" else None
        if mark is not None and tree.tokens[mark].text.lower() in {"if", "unless"}:
            finite = tree.finite(clause)
            return finite is not None and tree.tokens[finite].tag == "VBD" and tree.tokens[clause].head != clause
    return False


def _there(tree: Tree, verb: int) -> int | None:
    """Give the noun of "there will be storms"."""
    token = tree.tokens[verb]
    if token.lemma != "be" or tree.has(verb, "expl") is None:
        return None
    noun = tree.has(verb, "attr", "nsubj")
    return noun if noun is not None and noun > verb and tree.tokens[noun].pos == "NOUN" else None


def _below(tree: Tree, verb: int) -> int:
    """Give the verb that "have to" or "begin" governs, the verb itself where there is none."""
    found = (
        child
        for child in tree.children[verb]
        if tree.tokens[child].dep == "xcomp" and (tree.infinitive(child) or tree.tokens[child].tag == "VBG")
    )
    return next(found, verb)


def _may(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "officials may introduce a limit": not what would only follow from something else, or may be so already."""
    verb = tree.tokens[index].head
    if verb == index or tree.negated(verb) or _perfect(tree, verb) or tree.tokens[verb].tag not in {"VB", "VBN"}:
        return
    if _was_meant(tree, verb) or _borrows(tree, verb):
        return
    supposed = _hypothetical(tree, verb)
    if (there := _there(tree, verb)) is not None:
        yield replace(make(tree, there, index, ("possible", "may")), supposed=supposed, leading="Possible")
        return
    yield replace(make(tree, verb, index, ("possible", "may"), subject_of(tree, verb)), supposed=supposed)


def _borrows(tree: Tree, verb: int) -> bool:
    """Recognise a clause such as "since rowing so could …" whose subject the parse has lost: it is not the main clause's."""
    return tree.tokens[verb].dep == "advcl" and tree.subject(verb) is None


def _was_meant(tree: Tree, verb: int) -> bool:
    """Recognise "the new cannon meant that armies could …": what was so, in a story of the past."""
    above = tree.tokens[tree.tokens[verb].head]
    return tree.tokens[verb].dep == "ccomp" and above.tag == "VBD" and above.lemma not in words.SAYING


def _hypothetical(tree: Tree, verb: int) -> bool:
    """Tell whether a clause describes ("a bridge that could carry trains") or gives a purpose ("so that it may sail")."""
    at = verb
    while True:
        token = tree.tokens[at]
        if token.dep in {"relcl", "acl", "advcl", "pcomp"}:
            return True
        if token.dep not in {"conj", "ccomp", "xcomp"} or token.head == at:
            return False
        at = token.head


def _is_to(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "the ministers are to meet on Friday"; "the aim is to win" says what something is."""
    if tree.negated(index):
        return
    verb = next(
        (
            child
            for child in tree.children[index]
            if tree.tokens[child].dep == "xcomp" and tree.infinitive(child) and child <= index + _NEAR
        ),
        None,
    )
    subject = subject_of(tree, index)
    if tree.tokens[index].text.lower() == "were" and tree.has(index, "mark") is not None:
        return  # "if the bridge were to close"
    if any(t.text.lower() == "yet" for t in tree.tokens[index : index + 2]):
        return  # "is yet to be sold"
    if verb is None or subject is None or tree.tokens[subject].lemma.lower() in words.PURPOSES:
        return
    certainty_past = tree.tokens[index].tag == "VBD"
    yield make(tree, verb, index, ("expected", "would" if certainty_past else "fixed"), subject)


def _about_to(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "the museum is about to open"."""
    after = tree.tokens[index + 1 : index + 2]
    verb = after[0].head if after and after[0].tag == "TO" else index
    finite = tree.tokens[index - 1] if index else None
    if verb == index or finite is None or finite.text.lower() not in {"is", "are"}:
        return
    subject = subject_of(tree, index - 1)
    if subject is not None:
        yield make(tree, verb, index, ("expected", "fixed"), subject)


_NEAR = 4
"""Tokens: "are now to be sold"."""


def _perfect(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[i].lemma == "have" for i in tree.auxiliaries(verb))
