"""Prospect -> when and where, as far as its own clause tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from briefgen.drafting.watch import words
from briefgen.drafting.watch.dated import leads_on, tells_which

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.watch.prospect import Prospect
    from briefgen.model.analysis import TimeExpression

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LONG_AGO = timedelta(days=60)
_PERIODS = frozenset({"month", "year", "decade"})
_TRAVEL = frozenset({"return", "travel", "go", "fly", "come", "head", "move"})


def time_of(prospect: Prospect, times: Sequence[TimeExpression], published: date | None) -> TimeExpression | None:
    """Give the expression that tells when the event is, where one does: of the event's own clause, and not past.

    Args:
        prospect: What a sentence puts ahead.
        times: The expressions of its sentence.
        published: Day of publication.
    """
    tree = prospect.tree
    there = [time for time in times if _belongs(tree, time, prospect) and not is_past(time, published)]
    dated = [time for time in there if time.first or time.last]
    return _moved(
        tree,
        prospect,
        next(iter([*[time for time in dated if time.ahead], *[time for time in there if time.ahead]]), None),
    )


def _moved(tree: Tree, prospect: Prospect, time: TimeExpression | None) -> TimeExpression | None:
    """Read "moves the regatta from May 3 to June 7" as the new day, not as the days between."""
    changing = {"extend", "move", "postpone", "delay", "bring", "change"}
    if (
        time
        and time.text.lower().startswith("from ")
        and tree.tokens[tree.tokens[prospect.event].head].lemma in changing
    ):
        return replace(time, first=time.last)
    return time


def is_past(time: TimeExpression, published: date | None) -> bool:
    """Tell whether a time was over when the article appeared."""
    ends = time.last or time.first
    return bool(published and ends and ends < published)


def told_before(prospect: Prospect, times: Sequence[TimeExpression], published: date | None) -> str:
    """Say why what a sentence puts ahead lies behind by its times: "promised to sail by 2014", "a year later said it could"."""
    if published is None or any(time.ahead and _belongs(prospect.tree, time, prospect) for time in times):
        return ""
    tree = prospect.tree
    verb = tree.tokens[prospect.cue].head if tree.tokens[prospect.cue].tag in {"MD", "TO"} else prospect.cue
    saying = tree.tokens[verb].head if tree.tokens[verb].dep == "ccomp" else verb
    for time in times:
        governor = _governor(tree, time)
        over = is_past(time, published)
        if over and governor == prospect.event and tree.tokens[governor].pos == "VERB":
            return "already past"
        long_ago = over and time.last is not None and published - time.last > _LONG_AGO
        if long_ago and governor in {verb, saying} and tree.tokens[governor].tag in {"VBD", "VBN"}:
            return "told as long past"
    later = (i for top in {verb, saying} for i in tree.children[top] if tree.tokens[i].text.lower() == "later")
    if any(tree.tokens[c].lemma in _PERIODS for i in later for c in tree.children[i]):
        return "told as long past"  # "A year later, the board said that it could close"
    return ""


def _governor(tree: Tree, time: TimeExpression) -> int | None:
    """Give the word that a time hangs on straight or by one preposition."""
    inside = [i for i, token in enumerate(tree.tokens) if token.start < time.end and token.end > time.start]
    at = next((i for i in inside if tree.tokens[i].head not in inside), None)
    if at is None or tree.tokens[at].head == at:
        return None
    above = tree.tokens[at].head
    if tree.tokens[above].pos != "ADP":
        return above
    return tree.tokens[above].head if tree.tokens[above].text.lower() in {"by", "in", "on", "before"} else None


def _belongs(tree: Tree, time: TimeExpression, prospect: Prospect) -> bool:
    """Tell whether a time hangs on the event or its cue, without another verb that carries a tense in between."""
    inside = [i for i, token in enumerate(tree.tokens) if token.start < time.end and token.end > time.start]
    if not inside:
        return False
    at = next((i for i in inside if tree.tokens[i].head not in inside), inside[0])
    if _is_anothers(tree, inside[0], prospect.event):
        return False
    # "extended the 3 May deadline to 7 June": the new day hangs on "to", which is the cue.
    own = {prospect.cue} if tree.tokens[prospect.cue].pos == "ADP" else {prospect.event, prospect.cue}
    for _ in range(len(tree.tokens)):
        if at in own:
            return True
        token = tree.tokens[at]
        if at not in inside and leads_on(tree, at):
            return False  # "After the parade on Saturday, the boats will be sold on Sunday"
        if tells_which(tree, at, inside):
            return token.head in own  # "will vote on next year's budget"
        if token.head == at or (token.pos in {"VERB", "AUX"} and not _is_part(tree, at)):
            break
        at = token.head
    if prospect.ground not in {"upcoming", "told"}:
        return False
    # "The upcoming regatta will be held next week", "The spring should tell: look for new timetables": the verb above.
    above = {tree.tokens[prospect.cue].head, tree.tokens[prospect.event].head}
    return at in above and tree.tokens[at].pos in {"VERB", "AUX"}


def _is_anothers(tree: Tree, first: int, event: int) -> bool:
    """Recognise "will train ahead of the race on Friday", where the parse hangs the day on "train"."""
    at = first - 1
    while at > 0 and tree.tokens[at].pos == "ADP":
        at -= 1
    if at < 0 or tree.tokens[at].pos not in {"NOUN", "PROPN"}:
        return False
    for _ in range(len(tree.tokens)):
        above = tree.tokens[at].head
        if at in {event, above} or tree.tokens[above].pos in {"VERB", "AUX"}:
            return False
        if leads_on(tree, above):
            return True
        at = above
    return False


def _is_part(tree: Tree, verb: int) -> bool:
    """Tell a verb without a tense of its own: "plans to sail", "talks to end the strike", "a session involving all"."""
    token = tree.tokens[verb]
    return token.dep in {"xcomp", "pcomp"} or (token.dep == "acl" and (tree.infinitive(verb) or token.tag == "VBG"))


def place_of(prospect: Prospect) -> str | None:
    """Give the place as printed, where the event's clause names one after "in", "at" or, of a journey, "to"."""
    tree = prospect.tree
    for top in dict.fromkeys((prospect.event, prospect.cue)):
        low, high = tree.span(top)
        for index in range(low, high):
            token = tree.tokens[index]
            wanted = {"in", "at"} | ({"to"} if tree.tokens[token.head].lemma in _TRAVEL else set())
            if token.pos == "ADP" and token.text.lower() in wanted and _near(tree, index, top):
                place = _place_after(tree, index)
                if place:
                    return _narrower(tree, index, high) or place
    return None


def _narrower(tree: Tree, index: int, high: int) -> str | None:
    """Give the city of "in Norway, likely in Bergen"."""
    for after in range(index + 2, min(index + 7, high)):
        if tree.tokens[after].text.lower() in {"in", "at"} and tree.tokens[after].pos == "ADP":
            return _place_after(tree, after)
    return None


def _near(tree: Tree, index: int, top: int) -> bool:
    """Tell whether no verb with a tense stands between a preposition and the event."""
    at = tree.tokens[index].head
    while at != top:
        token = tree.tokens[at]
        people = token.dep == "pobj" and tree.tokens[top].lemma.lower() in words.BETWEEN | {"summit"}
        if people:
            at = token.head  # "a meeting between the port officials in Bergen" is in Bergen
            continue
        if token.dep in {"relcl", "ccomp", "conj", "pobj"} and (token.pos in {"VERB", "AUX"} or token.dep == "pobj"):
            return False  # "the end of the war in Norway" need not come in Norway
        if token.head == at:
            return False
        at = token.head
    return True


def _place_after(tree: Tree, preposition: int) -> str | None:
    found = [i for i in tree.children[preposition] if tree.tokens[i].dep == "pobj" and tree.tokens[i].entity in _PLACES]
    if not found:
        return None
    first = last = found[0]
    while first - 1 > preposition and tree.tokens[first - 1].entity in _PLACES:
        first -= 1
    low, high = tree.span(found[0])
    last = max(
        i
        for i in range(low, high)
        if all(t.entity in _PLACES or t.text in {",", "and"} for t in tree.tokens[first : i + 1])
    )
    while tree.tokens[last].text in {",", "and"}:
        last -= 1
    text = tree.sentence.text[tree.tokens[first].start : tree.tokens[last].end]
    return text.removeprefix("the ").removeprefix("The ")
