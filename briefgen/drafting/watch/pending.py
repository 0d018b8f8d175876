"""Tree of a sentence -> what is pending: steps still to be taken, inquiries and searches under way, what others wait for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.drafting.watch import words
from briefgen.drafting.watch.prospect import awaited, make
from briefgen.drafting.watch.subject import subject_of, told_by_verb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.watch.prospect import Prospect

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LAUNCHING = frozenset({"launch", "open", "order", "begin", "start", "announce", "initiate"})
_PANELS = frozenset({"commission", "panel", "committee", "team", "group", "body", "force", "tribunal"})
_EXAMINING = frozenset(
    {"assess", "examine", "investigate", "review", "analyse", "analyze", "inspect", "probe", "study"}
)
_AHEAD = {
    "on": frozenset({"way", "horizon", "agenda", "cards", "table"}),
    "in": frozenset({"works", "pipeline", "offing"}),
    "under": frozenset({"discussion", "consideration", "negotiation", "preparation"}),
}
"""Nouns that after a preposition tell of something ahead: "on the way"."""


def pending(tree: Tree, index: int) -> Iterator[Prospect]:
    """Give what a token says is pending, nothing where it says no such thing."""
    token = tree.tokens[index]
    lemma = token.lemma.lower()
    if token.pos == "NOUN" and lemma in words.INQUIRIES:
        yield from _inquiry(tree, index)
    elif token.pos in {"NOUN", "PROPN"} and lemma in words.LASTING:
        yield from _outcome(tree, index, lemma)
    elif token.pos == "NOUN" and lemma in _PANELS:
        yield from _panel(tree, index)
    elif token.pos == "NOUN" and lemma in words.PROSPECTS:
        yield from _prospect_of(tree, index)
    elif token.pos == "NOUN" and lemma in words.TIMETABLES:
        yield from _no_date(tree, index)
    elif (follow := _FOLLOWING.get("must" if token.text.lower() == "must" else lemma)) is not None:
        yield from follow(tree, index)


def _panel(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "named a commission to inspect the wreck"."""
    head = tree.tokens[index].head
    apart = tree.children[head] if tree.tokens[index].dep == "dobj" and tree.tokens[head].lemma in _LAUNCHING else ()
    if tree.tokens[index].dep == "nsubj" and tree.infinitive(head) and tree.tokens[head].lemma in _EXAMINING:
        yield make(tree, head, index, ("expected", "pending"), index)  # the parse of "announced | a panel to assess …"
        return
    for child in (*tree.children[index], *apart):
        aim = child > index and tree.tokens[child].dep in {"acl", "relcl", "advcl", "xcomp"} and tree.infinitive(child)
        if aim and tree.tokens[child].lemma in _EXAMINING:
            yield make(tree, child, index, ("expected", "pending"), index)


def _outcome(tree: Tree, index: int, lemma: str) -> Iterator[Prospect]:
    """Follow "the talks are under way"; "the work is under way" tells nothing without what it is for."""
    if _is_under_way(tree, index) and (lemma not in words.LABOUR or _has_object(tree, index)):
        yield awaited(tree, index, index, ("expected", "under way"), "Outcome of the")


def _still(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "still needs to be ratified", "has yet to be approved", "remains to be signed"."""
    token = tree.tokens[index]
    before = {t.text.lower() for t in tree.tokens[max(0, index - 3) : index]}
    below = next((c for c in tree.children[index] if tree.tokens[c].dep == "xcomp" and tree.infinitive(c)), None)
    verb = None
    holder = index
    if token.lemma == "yet" and tree.tokens[token.head].tag in {"VB", "VBN"} and tree.infinitive(token.head):
        verb = holder = token.head
    elif token.lemma == "yet" and token.head != index:
        # "has yet to be agreed", with "yet" on the auxiliary
        holder = token.head
        verb = next((c for c in tree.children[holder] if c > index and tree.infinitive(c)), None)
    elif token.lemma == "need" and token.pos == "VERB" and "still" in before:
        verb = below
    elif token.lemma == "remain" and below is not None and tree.has(below, "auxpass") is not None:
        verb = below if tree.tokens[below].lemma not in {"see", "know"} else None
    elif token.text.lower() == "must":
        still = any(t.text.lower() == "still" for t in tree.tokens[index : index + 2])
        verb = holder = token.head if still and token.dep == "aux" else index
    if verb is None or verb == index or tree.tokens[verb].lemma not in words.SEEN | words.SETTLED:
        return
    if "had" in before and token.lemma == "yet" and not _reported(tree, holder):
        return  # "the bridge had yet to open when …"
    yield make(tree, verb, index, ("possible", "pending"), subject_of(tree, holder))


def _not_yet(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "has still not opened the archive", "had not yet agreed on a price, she said"."""
    verb = tree.tokens[index].head
    finite = tree.finite(verb)
    if finite is None or tree.tokens[finite].lemma != "have" or not tree.negated(verb):
        return
    if tree.tokens[finite].tag == "VBD" and not _reported(tree, verb):
        return
    if tree.tokens[verb].lemma in words.SEEN | words.SETTLED and not _speaks(tree, verb):
        yield make(tree, verb, index, ("possible", "pending"), subject_of(tree, verb))


def _speaks(tree: Tree, verb: int) -> bool:
    """Recognise "has not yet announced whether", an open question rather than an event."""
    return tree.has(verb, "ccomp") is not None


def _nears(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "a rise in fares is inevitable", "more storms are on the way"."""
    token = tree.tokens[index]
    verb = token.head
    if token.dep == "prep":
        goal = tree.has(index, "pobj")
        if goal is None or tree.tokens[goal].text.lower() not in _AHEAD.get(token.text.lower(), ()):
            return
    elif token.dep not in {"acomp", "attr", "oprd"}:
        return
    subject = subject_of(tree, verb)
    finite = tree.finite(verb)
    if subject is None or finite is None or tree.negated(verb) or tree.tokens[subject].pos != "NOUN":
        return
    if (mark := tree.has(verb, "mark")) is not None and tree.tokens[mark].text.lower() in {"if", "unless"}:
        return  # "if a tunnel is under consideration"
    if tree.tokens[finite].tag in {"VBZ", "VBP"} or _reported(tree, verb):
        yield make(tree, subject, index, ("expected", "pending"))


def _reported(tree: Tree, verb: int) -> bool:
    """Tell whether a clause is what somebody said, where a past perfect or past stands for the present."""
    head = tree.tokens[tree.tokens[verb].head]
    return tree.tokens[verb].dep == "ccomp" and head.lemma in words.SAYING | {"concede", "admit", "acknowledge"}


def _inquiry(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "police opened an inquiry into the fire", "the cause is under investigation", "the search continues"."""
    token = tree.tokens[index]
    head = tree.tokens[token.head]
    if _YEAR.search(tree.sentence.text):
        return  # "opened an inquiry in 2017": what came of it is known by now
    if token.dep == "pobj" and head.text.lower() == "under":
        above = head.head
        while tree.tokens[above].dep in {"acomp", "attr"}:
            above = tree.tokens[above].head
        subject = subject_of(tree, above)
        now = tree.tokens[above].tag in {"VBZ", "VBP"}
        if subject is not None and now and tree.tokens[subject].pos in {"NOUN", "PROPN"}:
            yield awaited(tree, subject, index, ("expected", "under way"), "Investigation into the")
        return
    if any(tree.tokens[c].text.lower() == "later" for c in tree.children[token.head]):
        return  # "later announced an inquiry": told of the past
    started = head.lemma in _LAUNCHING and not tree.negated(token.head) and not tree.infinitive(token.head)
    begun = token.dep in {"dobj", "nsubjpass"} and started and head.dep not in {"relcl", "advcl", "acl", "pcomp"}
    if _has_object(tree, index) and (begun or _is_under_way(tree, index)):
        yield awaited(tree, index, index, ("expected", "under way"), "Findings of the")


def _has_object(tree: Tree, noun: int) -> bool:
    """Tell whether a noun says what it is about: "an inquiry into …", "a murder investigation"."""
    own = any(tree.tokens[c].dep in {"prep", "compound", "amod", "acl"} for c in tree.children[noun])
    return own or told_by_verb(tree, noun) is not None


def _is_under_way(tree: Tree, noun: int) -> bool:
    """Recognise "the talks are under way", "negotiations are ongoing", "the search continues"."""
    token = tree.tokens[noun]
    if token.dep != "nsubj":
        return False
    verb = token.head
    finite = tree.finite(verb)
    tense = "" if finite is None else tree.tokens[finite].tag
    if tree.negated(verb) or not (tense in {"VBZ", "VBP"} or (tense == "VBD" and _reported(tree, verb))):
        return False
    lemma = tree.tokens[verb].lemma
    if lemma == "continue":
        return tree.has(verb, "dobj", "xcomp") is None
    if lemma not in {"be", "remain"}:
        return False
    after = " ".join(t.text.lower() for t in tree.tokens[verb + 1 : verb + 4])
    return after.startswith(("under way", "underway", "ongoing", "in progress", "still under way", "still ongoing"))


def _depends(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "a reopening of the port would depend on how …": the event that waits for something."""
    token = tree.tokens[index]
    subject = subject_of(tree, index)
    if token.tag in {"VBD", "VBG"} or subject is None or tree.negated(index):
        return
    lemma = tree.tokens[subject].lemma.lower()
    if lemma in words.EVENTS or lemma in words.ACTS:
        yield make(tree, subject, index, ("conditional", "pending"))


def _faces(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "the firm faces a fine of up to £3m", "could face sanctions", "is facing trial"."""
    noun = tree.has(index, "dobj")
    subject = subject_of(tree, index)
    if tree.tokens[index].pos != "VERB" or noun is None or subject is None or tree.negated(index):
        return
    if tree.tokens[noun].lemma.lower() in words.PENALTIES and tree.tokens[subject].pos in {"NOUN", "PROPN"}:
        yield make(tree, noun, index, ("possible", "pending"), subject)


def _no_date(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "gave no timetable for the repairs": what will come, nobody says when."""
    way = next((c for c in tree.children[index] if tree.tokens[c].text == "for"), None)
    noun = None if way is None else tree.has(way, "pobj")
    if noun is None or not tree.negated(index):
        return
    act = tree.tokens[noun].lemma.lower()
    if act not in words.ABSTRACT and tree.tokens[noun].pos == "NOUN":
        yield make(tree, noun, index, ("expected", "pending"))


def _prospect_of(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "raised the prospect of a ruling this summer"; not "little chance of a ruling"."""
    way = next((c for c in tree.children[index] if tree.tokens[c].text == "of"), None)
    noun = None if way is None else tree.has(way, "pobj")
    if noun is None or tree.negated(index) or tree.negated(tree.tokens[index].head):
        return
    if tree.tokens[noun].lemma.lower() in words.EVENTS | words.ACTS and tree.tokens[noun].pos == "NOUN":
        yield replace(make(tree, noun, index, ("possible", "may")), leading="Possible")


def _looms(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "as next year's elections loom"."""
    subject = subject_of(tree, index)
    now = tree.tokens[index].tag in {"VBZ", "VBP", "VBG"}
    if now and subject is not None and tree.tokens[subject].pos == "NOUN":
        lemma = tree.tokens[subject].lemma.lower()
        if lemma in words.EVENTS | words.PENALTIES:
            yield make(tree, subject, index, ("expected", "upcoming"))


def _has_until(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "the firm has until Friday to appeal"."""
    if tree.tokens[index].tag not in {"VBZ", "VBP"}:
        return
    if not any(t.text.lower() in {"until", "till"} for t in tree.tokens[index + 1 : index + 3]):
        return
    verb = next((t.head for t in tree.tokens[index + 2 : index + 8] if t.tag == "TO"), None)
    subject = subject_of(tree, index)
    if verb is not None and subject is not None and not tree.negated(index):
        yield make(tree, verb, index, ("possible", "pending"), subject)


def _sues(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "is taking the port to court", "has sued the owners": a case that will be decided."""
    against = tree.has(index, "dobj")
    if tree.tokens[index].pos != "VERB" or against is None or tree.negated(index) or tree.infinitive(index):
        return
    if tree.tokens[index].dep == "relcl":
        return  # "the pilot, who has sued the port before"
    to = (c for c in tree.children[index] if tree.tokens[c].text == "to" and tree.tokens[c].dep in {"prep", "dative"})
    goals = {tree.tokens[g].lemma for c in to for g in tree.children[c]}
    if tree.tokens[index].lemma == "sue" or "court" in goals:
        yield awaited(tree, against, index, ("expected", "under way"), "Court case against")


def _braces(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "the coast is bracing for gales", "is preparing for the vote"."""
    way = next((c for c in tree.children[index] if tree.tokens[c].dep == "prep" and tree.tokens[c].text == "for"), None)
    noun = None if way is None else tree.has(way, "pobj")
    finite = tree.finite(index)
    if noun is None or finite is None or tree.tokens[finite].tag not in {"VBZ", "VBP"}:
        return
    lemma = tree.tokens[noun].lemma.lower()
    if lemma in words.EVENTS or (tree.tokens[index].lemma == "brace" and lemma not in words.ABSTRACT):
        yield make(tree, noun, index, ("expected", "pending"))


def _yet(tree: Tree, index: int) -> Iterator[Prospect]:
    yield from _still(tree, index)
    yield from _not_yet(tree, index)


_FOLLOWING: Mapping[str, Callable[[Tree, int], Iterator[Prospect]]] = {
    "must": _still,
    "need": _still,
    "yet": _yet,
    "still": _not_yet,
    "inevitable": _nears,
    "unavoidable": _nears,
    "imminent": _nears,
    "on": _nears,
    "in": _nears,
    "under": _nears,
    "remain": _still,
    "depend": _depends,
    "dependent": _depends,
    "face": _faces,
    "loom": _looms,
    "have": _has_until,
    "take": _sues,
    "sue": _sues,
    "brace": _braces,
    "prepare": _braces,
    "gear": _braces,
}
"""What follows a word, by its lemma."""
