"""Tree of a sentence and its times -> what a date, "upcoming" or a set length of time puts ahead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.drafting.watch import words
from briefgen.drafting.watch.prospect import awaited, make
from briefgen.drafting.watch.subject import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.watch.prospect import Prospect
    from briefgen.model.analysis import TimeExpression
    from briefgen.model.briefing import Certainty

_COUNTED = re.compile(
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety)[-‑–](?:day|week|month|year)",
    re.IGNORECASE,
)
_APART = frozenset({"after", "ahead", "advance", "since", "following", "before"})
_MARKS = frozenset({"mark", "see", "bring"})
"""What a day does to an event."""


def dated(tree: Tree, time: TimeExpression) -> Iterator[Prospect]:
    """Follow "Parliament votes on Friday", "elections in November": a date ahead with an event or a present tense."""
    inside = [i for i, token in enumerate(tree.tokens) if token.start < time.end and token.end > time.start]
    at = next((i for i in inside if tree.tokens[i].head not in inside), None)
    certainty: Certainty = "scheduled" if time.first and time.first == time.last else "expected"
    while at is not None and tree.tokens[at].head != at:
        below, at = at, tree.tokens[at].head
        token = tree.tokens[at]
        if tells_which(tree, below, inside) or (below not in inside and leads_on(tree, below)):
            return  # "votes on next year's budget", "trains ahead of the race on Friday"
        if token.pos in {"NOUN", "PROPN"} and token.lemma.lower() in words.EVENTS:
            if not _is_behind(tree, at):
                yield make(tree, at, at, (certainty, "dated"))
            return
        if token.pos == "VERB" and token.dep in {"acl", "relcl"} and tree.finite(at) is None:
            continue  # "a regatta to be held on Sunday", "a fair involving all ports in March"
        if token.pos in {"VERB", "AUX"}:
            marked = tree.has(at, "dobj") if token.tag == "VBZ" and token.lemma in _MARKS else None
            if marked is not None and tree.owner(at) in inside:
                yield make(tree, marked, at, ("scheduled", "dated"))  # "Next week marks the anniversary of …"
                return
            now = token.tag in {"VBZ", "VBP"} and not tree.auxiliaries(at)
            soon = token.tag == "VBG" and any(tree.tokens[i].tag in {"VBZ", "VBP"} for i in tree.auxiliaries(at))
            if (now or soon) and token.lemma in words.DATED and not tree.negated(at):
                yield make(tree, at, at, (certainty, "dated"), subject_of(tree, at))
            return


def _is_behind(tree: Tree, noun: int) -> bool:
    """Recognise "refused to row during a speech in July": something was done there, so July is the last one."""
    way = tree.tokens[noun].head
    if tree.tokens[way].text.lower() not in {"during", "after", "following", "since"}:
        return False
    verb = tree.tokens[way].head
    while (
        tree.tokens[verb].pos == "VERB"
        and tree.tokens[verb].dep in {"xcomp", "conj"}
        and tree.tokens[verb].head != verb
    ):
        if tree.finite(verb) is not None:
            break
        verb = tree.tokens[verb].head
    finite = tree.finite(verb) if tree.tokens[verb].pos in {"VERB", "AUX"} else None
    return finite is not None and tree.tokens[finite].tag == "VBD"


def tells_which(tree: Tree, index: int, inside: list[int]) -> bool:
    """Tell whether a time only says which thing is meant: "next year's budget", "a 2030 goal", but not "Friday's vote".

    Args:
        tree: The sentence.
        index: A token.
        inside: Those of the time.
    """
    token = tree.tokens[index]
    noun = tree.tokens[token.head]
    named = index in inside and token.dep in {"poss", "nmod", "nummod", "compound"} and token.head > index
    return named and noun.pos in {"NOUN", "PROPN"} and noun.lemma.lower() not in words.EVENTS


def leads_on(tree: Tree, index: int) -> bool:
    """Tell whether a word puts what is told before or after a time that is another event's: "in the weeks ahead of the vote".

    "Before the committee on Friday" tells where.
    """
    token = tree.tokens[index]
    place = tree.has(index, "pobj") if token.text.lower() == "before" else None
    if place is not None and tree.tokens[place].lemma.lower() in words.BODIES:
        return False
    return token.text.lower() in _APART and token.pos in {"ADP", "SCONJ", "ADV", "NOUN", "VERB"}


def upcoming(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "the upcoming summit", "the proposed merger", "the next round of talks"."""
    noun = tree.tokens[index].head
    word = tree.tokens[index].text.lower()
    lemma = tree.tokens[noun].lemma.lower()
    if tree.tokens[noun].pos not in {"NOUN", "PROPN"} or lemma not in words.EVENTS:
        return
    if word == "next" and lemma not in words.IN_TURN:
        return
    certainty: Certainty = "possible" if word in {"proposed", "possible", "potential"} else "expected"
    yield make(tree, noun, index, (certainty, "may" if word in {"possible", "potential"} else "upcoming"))


def period(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "a 90-day pause": what has a set length will end, which can be seen."""
    token = tree.tokens[index]
    if token.pos != "NOUN" or token.lemma.lower() not in words.PERIODS:
        return
    before = tree.tokens[max(0, index - 4) : index]
    length = "".join(part.text for part in before[-4:])
    if not (any(_COUNTED.fullmatch(part.text) for part in before) or _COUNTED.search(length)):
        return
    if any(part.tag == "VBD" or part.text.lower() in {"last", "previous", "earlier", "first"} for part in before):
        return
    yield awaited(tree, index, index, ("expected", "period"), "End of the")


def extended(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "extended the truce until 1 June": its end, or of a deadline the new one."""
    token = tree.tokens[index]
    thing = tree.has(index, "dobj", "nsubjpass")
    if token.lemma not in {"extend", "prolong", "renew"} or thing is None or tree.negated(index):
        return
    until = next(
        (
            child
            for top in (index, thing)
            for child in tree.children[top]
            if child > index and tree.tokens[child].text.lower() in {"until", "till", "to", "through"}
        ),
        None,
    )
    if until is not None and tree.tokens[thing].pos == "NOUN":
        leading = "New" if tree.tokens[thing].lemma == "deadline" else "End of the"
        yield awaited(tree, thing, until, ("scheduled", "fixed"), leading)
