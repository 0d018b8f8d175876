"""Tree of a sentence -> what it puts ahead, by words such as "will", "scheduled", "plans to", and by its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.watch import words
from briefgen.drafting.watch.dated import dated, extended, period, upcoming
from briefgen.drafting.watch.modals import of_auxiliary
from briefgen.drafting.watch.pending import pending
from briefgen.drafting.watch.prospect import make
from briefgen.drafting.watch.subject import subject_of
from briefgen.drafting.watch.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.watch.prospect import Ground, Prospect
    from briefgen.model.analysis import TimeExpression, Token
    from briefgen.model.briefing import Certainty

_HAVING = frozenset(
    {"have", "announce", "unveil", "outline", "make", "repeat", "renew", "reiterate", "confirm", "reveal"}
)
_NOT_PASSIVE = frozenset({"intend", "consider", "weigh", "agree", "commit", "prepare", "seek", "look"})
_WITH_OBJECT = frozenset(
    {"plan", "vow", "threaten", "promise", "await", "schedule", "expect", "pledge", "consider", "weigh", "prepare"}
)
_NO_CUES = frozenset({"PUNCT", "SPACE", "CCONJ", "SYM"})  # a sixth of all tokens
_ENDINGS = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl"})
_ONGOING = frozenset({"weigh", "consider", "mull", "look", "work"})
"""Verbs that look ahead only as "is weighing", "was considering": a plain past tells a story."""


def prospects(tree: Tree, times: Sequence[TimeExpression]) -> Iterator[Prospect]:
    """Find what a sentence puts ahead, cue by cue, then by its dates.

    Args:
        tree: The sentence.
        times: Its expressions of time that look ahead.
    """
    for index, token in enumerate(tree.tokens):
        if token.pos in _NO_CUES:
            continue
        lemma = token.lemma.lower()
        yield from of_auxiliary(tree, index)
        yield from pending(tree, index)
        yield from period(tree, index)
        yield from extended(tree, index)
        if lemma in words.CUES and token.pos in {"VERB", "ADJ", "AUX"}:
            yield from _cue(tree, index, words.CUES[lemma])
        elif token.text.lower() in words.UPCOMING and token.dep == "amod":
            yield from upcoming(tree, index)
        elif lemma in words.PLANNED_NOUN and token.pos == "NOUN":
            yield from _plan(tree, index)
    yield from told(tree)
    for time in times:
        yield from dated(tree, time)


def _cue(tree: Tree, index: int, certainty: Certainty) -> Iterator[Prospect]:
    """Follow "is expected to …", "scheduled for …", "plans a …", "proposed holding …"."""
    token = tree.tokens[index]
    if _is_no_cue(tree, index):
        return
    ground = _ground(token.lemma, certainty)
    passive = (token.tag in {"VBN", "JJ"} or token.pos == "ADJ") and not _perfect(tree, index)
    if passive and token.pos != "ADJ" and token.lemma in _NOT_PASSIVE:
        return  # "was intended to please", "are often proposed": a purpose, an opinion
    awaited = tree.has(index, "dobj") if token.lemma in {"expect", "schedule"} and not passive else None
    if awaited is not None:
        yield make(tree, awaited, index, (certainty, ground))
        return  # "she expected the spring regatta to draw a crowd in May", "schedules meetings to discuss the tolls"
    for child in tree.children[index]:
        below = _verb_below(tree, child)
        if below is not None and not tree.negated(below):
            subject = tree.subject(below)
            if token.lemma == "ready":
                certainty = "possible"  # who is ready to sail may stay in port
            yield make(tree, below, index, (certainty, ground), subject_of(tree, index) if subject is None else subject)
            return
    if token.lemma in words.MOVED:
        if not _until(tree, index):
            return
        certainty = "expected"
    noun = _what(tree, index, passive=passive)
    if noun is not None:
        whose = subject_of(tree, index) if not passive and noun > index and ground in {"plan", "threat"} else None
        yield make(tree, noun, index, (certainty, ground), whose)


def _ground(lemma: str, certainty: Certainty) -> Ground:
    if certainty == "scheduled":
        return "fixed"
    if lemma == "threaten":
        return "threat"
    if lemma == "work":
        return "pending"
    return "will" if lemma in words.COUNTED_ON else "plan"


def _is_no_cue(tree: Tree, index: int) -> bool:
    """Tell a word that puts something ahead from the same word denied, told of the past, advised or in another sense."""
    lemma = tree.tokens[index].lemma
    return (
        tree.negated(index)
        or _as_expected(tree, index)
        or _told_after(tree, index)
        or _advised(tree, index)
        or (lemma == "set" and tree.has(index, "prt") is not None)  # "set off", "set up"
        or (lemma in _ONGOING and not _is_going_on(tree, index))
        or not _means_it(tree, index)
    )


def _advised(tree: Tree, index: int) -> bool:
    """Recognise "shops can plan …", "firms should prepare …": what may be done at any time."""
    return any(tree.tokens[i].text.lower() in {"can", "should", "must", "could"} for i in tree.auxiliaries(index))


def _perfect(tree: Tree, verb: int) -> bool:
    """Tell whether a participle is that of "have promised", no passive."""
    having = any(t.lemma == "have" for t in _children(tree, verb))
    return having and tree.has(verb, "auxpass") is None


def _means_it(tree: Tree, index: int) -> bool:
    """Tell a cue from its other senses: "certain details", "an open port", "works to please" but "still working to find"."""
    token = tree.tokens[index]
    if token.lemma == "go":
        return _is_going_on(tree, index)  # not "went on to say"
    if token.lemma == "likely" and token.dep == "amod":
        return tree.tokens[token.head].lemma.lower() in words.EVENTS  # "likely skippers"
    if token.lemma in {"certain", "bound", "open", "close"}:
        near = token.lemma != "close" or any(t.text.lower() == "to" for t in tree.tokens[index + 1 : index + 2])
        return near and token.pos == "ADJ" and token.dep in {"acomp", "oprd", "conj", "ccomp"}  # not "a vote is close"
    if token.lemma == "expect" and (token.tag == "VBD" or tree.infinitive(index) or _was(tree, index)):
        return token.tag == "VBN"  # "was expecting a quick win", "no reason to expect": what somebody thought
    if token.lemma == "set" and tree.has(index, "dobj") is None:
        below = [tree.tokens[i] for i in tree.children[index] if i > index]
        return not below or below[0].text.lower() not in {"in", "about"}  # "set in stone"
    if token.lemma == "threaten":
        return token.dep not in {"relcl", "acl"}  # "drugs that threaten towns"
    return token.lemma != "work" or any(t.text.lower() == "still" for t in tree.tokens[max(0, index - 3) : index])


def _was(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].tag == "VBG" and any(tree.tokens[i].tag == "VBD" for i in tree.auxiliaries(verb))


def _is_going_on(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].tag == "VBG" and bool(tree.auxiliaries(verb))


def _verb_below(tree: Tree, child: int) -> int | None:
    """Give the verb that a cue governs: an infinitive, or a participle after "to" or directly."""
    token = tree.tokens[child]
    if token.dep in _ENDINGS and tree.infinitive(child):
        return child
    if token.dep in {"xcomp", "pcomp"} and token.tag == "VBG":
        return child
    if token.dep == "prep" and token.text.lower() in {"to", "at"}:
        return next((i for i in tree.children[child] if tree.tokens[i].tag == "VBG"), None)
    return None


def _what(tree: Tree, index: int, *, passive: bool) -> int | None:
    """Give the noun that is planned: the subject of a passive, the noun before a participle, or an object."""
    token = tree.tokens[index]
    if token.lemma == "go":
        return None
    being = next((i for i in tree.auxiliaries(index) if tree.tokens[i].text.lower() == "being"), None)
    if being is not None and tree.finite(index) is None:
        return _noun_before(tree, being)  # "the loan being postponed"
    if token.lemma == "ready":
        return _ready_for(tree, index)
    if token.lemma == "set" and (fixed := tree.has(index, "dobj")) is not None:
        return fixed  # "set a deadline"
    if passive or token.lemma in {"due", "set"}:
        if token.dep in {"acl", "relcl", "amod"} and tree.tokens[token.head].pos in {"NOUN", "PROPN"}:
            return token.head
        if token.dep in {"advcl", "amod", "appos"}:
            return _noun_before(tree, index)
        found = tree.subject(index)
        if found is None and token.dep in {"acomp", "oprd", "ccomp", "conj", "attr"}:
            found = tree.owner(token.head)
        return found
    found = tree.has(index, "dobj") if token.dep != "relcl" else None  # "an alliance which plans aid" describes it
    if tree.owner(index) is None or tree.infinitive(index):
        return None  # "work with the police to plan measures"
    return found if token.lemma in _WITH_OBJECT else None


def _ready_for(tree: Tree, index: int) -> int | None:
    """Give the event of "is ready for talks"."""
    way = next((c for c in tree.children[index] if tree.tokens[c].text == "for"), None)
    noun = None if way is None else tree.has(way, "pobj")
    return noun if noun is not None and tree.tokens[noun].lemma in words.EVENTS else None


def _noun_before(tree: Tree, index: int) -> int | None:
    """Give the noun of "The summit, expected next week, …"."""
    for before in range(index - 1, max(index - 3, -1), -1):
        if tree.tokens[before].pos in {"NOUN", "PROPN"}:
            return before
    return None


def _until(tree: Tree, index: int) -> bool:
    return any(tree.tokens[i].text.lower() in {"until", "till", "to"} for i in tree.children[index])


def _as_expected(tree: Tree, index: int) -> bool:
    """Recognise "as expected", "more than planned", "had been due", "still expected"."""
    if tree.tokens[index].tag == "VBG":
        return False
    before = [token.text.lower() for token in tree.tokens[max(0, index - 3) : index]]
    if before and before[-1] in {"as", "than", "still", "once", "not", "previously", "originally", "initially"}:
        return True
    return "had" in before


def _told_after(tree: Tree, index: int) -> bool:
    """Recognise what is told as done or long ago: "after the brewery agreed to drop …", "vowed last year to …"."""
    for child in _children(tree, index):
        word = child.text.lower()
        if child.dep == "mark" and word in {"after", "since", "because", "once", "when"}:
            return True
        if child.dep == "mark" and word in {"as", "while"} and _was(tree, index):
            return True  # "wrote about it while the council was preparing to vote"
        if child.dep in {"npadvmod", "advmod"} and word in {"year", "years", "ago", "once", "initially", "originally"}:
            return True
    return False


def _plan(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "plans to visit", "its threat to halt exports"."""
    if tree.tokens[index].lemma == "deadline":
        yield make(tree, index, index, ("scheduled", "fixed"))
        return
    if tree.tokens[index].dep == "pobj" and tree.tokens[tree.tokens[index].head].text.lower() == "for":
        return  # "it took a day for the promise to break up the council"
    for child in tree.children[index]:
        if tree.tokens[child].dep in {"acl", "relcl"} and tree.infinitive(child) and not tree.negated(index):
            owner = tree.has(index, "poss")
            governor = tree.tokens[index].head
            if owner is None and tree.tokens[index].dep == "dobj" and tree.tokens[governor].lemma in _HAVING:
                owner = subject_of(tree, governor)
            if owner is not None:
                certainty: Certainty = "possible" if tree.tokens[index].lemma in {"threat", "proposal"} else "expected"
                yield make(tree, child, index, (certainty, "threat" if certainty == "possible" else "plan"), owner)
            return


def _children(tree: Tree, index: int) -> list[Token]:
    return [tree.tokens[child] for child in tree.children[index]]
