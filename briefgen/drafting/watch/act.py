"""Prospect that is a verb -> the noun of its act with who and what: "Board’s approval of the budget"; else a short clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.watch import nominal, words
from briefgen.drafting.watch.doer import doer, lowered, stands
from briefgen.drafting.watch.phrase import Words, joined
from briefgen.model.tree import children, subtree

if TYPE_CHECKING:
    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.watch.doer import Doer
    from briefgen.drafting.watch.phrase import Spans
    from briefgen.drafting.watch.prospect import Prospect

LONGEST = 15
"""Words of an event; what hangs on it last goes first."""
_UNOWNED = frozenset({"end", "start", "doubling", "increase", "reduction", "restart", "swap"})
"""What happens to a thing rather than what somebody does: "rescuers' end of the search" is no English."""
_OF_DOER = frozenset(
    {"meeting", "arrival", "departure", "return", "resignation", "retirement", "withdrawal", "appearance"}
)
"""Acts of those who meet or move: "arrival of the envoys"."""
_WHOSE = frozenset({"meeting", "visit", "opposition", "discussion", "purchase", "attack", "return"})
"""Acts that say little without whose they are: "meeting with the board"."""
_LONGEST_CLAUSE = 9
"""Words of what somebody is to announce."""
_URGING = frozenset("press urge push persuade ask force pressure order invite encourage convince warn tell".split())
"""Acts that say nothing without what somebody is to do."""
_NEAR_BY = 7
"""Words of an object after which "by …" still reads as the act's, not as the object's."""


def act(prospect: Prospect, times: Spans) -> str | None:
    """Word an event that is a verb.

    Returns:
        A noun phrase where the verb has a noun of its own, else a clause ("Ferries to call at Malmö", "Ferries could call
        at Malmö"); None where it would not stand alone.
    """
    tree, verb = prospect.tree, prospect.event
    collect = Words(tree, times, LONGEST)
    who = doer(collect, prospect.subject, name=prospect.name) if prospect.subject is not None else None
    if who and tree.tokens[verb].lemma == "decide" and (choice := _whether(tree, verb)):
        return _decision(tree, who, choice)
    target = tree.has(verb, "dobj")
    if target is not None and tree.tokens[target].tag in {"PRP", "PRP$", "WDT", "WP"}:
        return None  # "to close it by decree"
    passive = tree.has(verb, "auxpass") is not None
    if passive and who is None:
        return None
    if who and _only_happens(tree, verb, passive=passive):
        return who.text
    if target is not None and _only_holds(tree, verb, target):
        # "proposed holding a meeting of the pilots" need not mean one of one's own
        return _held(collect, verb, target, who if tree.tokens[verb].tag != "VBG" else None)
    text = _of_thing(prospect, collect, who) if passive else _noun_of(prospect, collect, who, target)
    return text or (_clause(prospect, collect, who, passive=passive) if who else None)


def _whether(tree: Tree, verb: int) -> list[int]:
    """Give the clause of "decide whether to …"; nothing where there is none."""
    for index in children(tree.tokens, verb):
        clause = subtree(tree.tokens, index) if tree.tokens[index].dep in {"ccomp", "xcomp", "advcl"} else []
        if clause and tree.tokens[clause[0]].text.lower() == "whether":
            return clause
    return []


def _decision(tree: Tree, who: Doer, choice: list[int]) -> str | None:
    """Word "is to decide whether to claim damages": "Council’s decision whether to claim damages"."""
    if not stands(tree, choice) or len(who.tokens) + len(choice) + 2 > LONGEST:
        return None
    aim = joined(tree, choice).rstrip(" .,;")
    return f"{who.possessive} decision {aim}" if who.possessive else f"decision of {who.full} {aim}"


def _only_holds(tree: Tree, verb: int, target: int) -> bool:
    """Recognise "hold talks", "make an announcement": the object is the event."""
    lemma, thing = tree.tokens[verb].lemma, tree.tokens[target].lemma.lower()
    if lemma == "have" and thing not in words.EVENTS:
        return False  # "will have a new mayor"
    if thing in words.TIMETABLES | {"time"}:
        return False  # "will schedule a time"
    return lemma in words.LIGHT or (lemma in words.GIVING and tree.tokens[target].lemma.lower() in words.EVENTS)


def _held(collect: Words, verb: int, target: int, who: Doer | None) -> str | None:
    """Word "will hold talks in Oslo", "will make an announcement" by the object: "Board’s announcement on tolls"."""
    tree = collect.tree
    room = LONGEST - (len(who.tokens) + 1 if who else 0)
    kept = collect.noun(target, room, bare=True)
    if not stands(tree, kept):
        return None
    if who is None or len(kept) > _NEAR_BY:
        return joined(tree, kept)
    rest = joined(tree, collect.after(verb, target, room - len(kept)))
    if who.possessive:
        return f"{who.possessive} {joined(tree, kept)} {rest}".strip()
    together = tree.tokens[target].lemma in words.BETWEEN and " and " in who.full
    return f"{joined(tree, kept)} {'between' if together else 'by'} {who.full} {rest}".strip()


def _of_thing(prospect: Prospect, collect: Words, who: Doer | None) -> str | None:
    """Word "the tolls will be abolished": "Abolition of the tolls"."""
    tree, verb = prospect.tree, prospect.event
    name = nominal.of_object(tree.tokens[verb].lemma)
    if name is None or who is None:
        return None
    rest = joined(tree, _unmodified(tree, verb, collect.rest(verb, LONGEST - len(who.tokens) - 3)))
    return " ".join(filter(None, [_adjective(prospect), name.noun, name.preposition, who.full, rest]))


def _unmodified(tree: Tree, verb: int, kept: list[int]) -> list[int]:
    """Leave out the adverbs of a verb that becomes a noun: no "response forcefully"."""
    return [i for i in kept if not (tree.tokens[i].head == verb and tree.tokens[i].text.endswith("ly"))]


def _noun_of(prospect: Prospect, collect: Words, who: Doer | None, target: int | None) -> str | None:
    """Word an act in the active voice by its noun."""
    tree, verb = prospect.tree, prospect.event
    lemma = tree.tokens[verb].lemma
    if target is not None:
        return _on_object(prospect, collect, who, target)
    if tree.has(verb, "xcomp", "ccomp", "prt", "acomp", "attr", "oprd") is not None or who is None:
        return None
    noun, of = nominal.alone(lemma), nominal.of_subject(lemma)
    rest = joined(tree, _unmodified(tree, verb, collect.rest(verb, LONGEST - len(who.tokens) - 2)))
    if of and (noun is None or tree.tokens[prospect.subject or 0].entity == ""):
        return " ".join(filter(None, [_adjective(prospect), of, "of", who.full, rest]))
    if noun is None:
        return None
    if who.possessive:
        return " ".join(filter(None, [who.possessive, _adjective(prospect), noun, rest]))
    return " ".join(filter(None, [_adjective(prospect), noun, "of" if noun in _OF_DOER else "by", who.full, rest]))


def _on_object(prospect: Prospect, collect: Words, who: Doer | None, target: int) -> str | None:
    """Word "the board will sign a lease": "Board’s signing of a lease"."""
    tree, verb = prospect.tree, prospect.event
    name = nominal.of_object(tree.tokens[verb].lemma)
    if name is None or not words.names_something(tree.tokens[target]) or tree.infinitive(target):
        return None
    room = LONGEST - 3 - (len(who.tokens) + 1 if who else 0)
    kept = _without_own(tree, collect.noun(target, room), target) if who else collect.noun(target, room)
    half = who is not None and [tree.tokens[i].tag for i in kept[:2]] == ["PDT", "PRP$"]
    own = who is not None and len(kept) > 1 and tree.tokens[kept[1]].text == "own"
    if not stands(tree, kept[2:] if half or own else kept):
        return None
    thing = lowered(tree, kept)
    rest = joined(tree, _unmodified(tree, verb, collect.after(verb, target, room - len(kept))))
    if who is None and name.noun in _WHOSE:
        return None
    if who is None:
        return " ".join(filter(None, [_adjective(prospect), name.noun, name.preposition, thing, rest]))
    unowned = name.noun in _UNOWNED
    if who.possessive and not unowned:
        return " ".join(filter(None, [who.possessive, _adjective(prospect), name.noun, name.preposition, thing, rest]))
    if len(kept) > (_NEAR_BY // 2 if unowned else _NEAR_BY):
        return None
    return " ".join(filter(None, [_adjective(prospect), name.noun, name.preposition, thing, "by", who.full]))


def _without_own(tree: Tree, kept: list[int], noun: int) -> list[int]:
    """Leave out "its" before what somebody acts on, but not of "half its ships" and "its own ships"."""
    own = next((i for i in kept if i < noun and tree.tokens[i].tag == "PRP$"), None)
    if own is None or (own > kept[0] and tree.tokens[kept[0]].tag == "PDT"):
        return kept
    return kept if tree.tokens[own + 1].text == "own" else [i for i in kept if i != own]


def _adjective(prospect: Prospect) -> str:
    """Give the word that keeps the source's hedge before a noun, empty where it has none."""
    if prospect.certainty in {"scheduled", "expected"}:
        return ""
    if prospect.ground == "threat":
        return "threatened"
    if prospect.ground == "pending":
        return "pending"
    return "proposed" if prospect.tree.tokens[prospect.cue].lemma == "propose" else "possible"


def _announced(tree: Tree, verb: int, room: int) -> list[int]:
    """Give the clause of "is expected to announce he will retire", where it is short and names its own."""
    clause = tree.has(verb, "ccomp")
    if clause is None or tree.tokens[verb].lemma not in words.SAYING:
        return []
    low, high = tree.span(clause)
    kept = [*range(low, high)]
    while kept and tree.tokens[kept[-1]].pos == "PUNCT":
        kept.pop()
    plain = all(tree.outside[i] and tree.tokens[i].text not in {",", ";", ":", "(", "–", "—"} for i in kept)
    return kept if low == verb + 1 and plain and len(kept) <= min(room, _LONGEST_CLAUSE) else []


def _clause(prospect: Prospect, collect: Words, who: Doer, *, passive: bool) -> str | None:
    """Word an act whose verb has no noun: "Ferries to call at Malmö"; what only may come keeps its "may"."""
    tree, verb = prospect.tree, prospect.event
    token = tree.tokens[verb]
    form = f"be {token.text}" if passive else token.lemma
    behind = collect.rest(verb, LONGEST - len(who.tokens) - 1)
    behind = behind or _announced(tree, verb, LONGEST - len(who.tokens) - 1)
    needed = tree.has(verb, "xcomp", "ccomp")
    if prospect.ground == "threat" and who.possessive and not passive:
        return f"{who.possessive} threat to {form} {joined(tree, behind)}".strip()
    if needed not in behind and (needed is not None or token.lemma in _URGING):
        return None  # "Envoy to press the mayor" – to do what?
    rest = joined(tree, behind)
    if not rest and not passive and tree.has(verb, "dobj", "attr", "acomp", "oprd") is not None:
        return None  # what it does could not be told in few words
    if not rest and not passive and tree.has(verb, "prt") is None and token.lemma not in words.ALONE:
        return None  # "Ukraine to attend": what, nobody can tell
    particle = tree.has(verb, "prt")
    if particle is not None and not rest:
        rest = tree.tokens[particle].text  # "weigh in"
    cue = tree.tokens[prospect.cue].text.lower()
    modal = (
        cue
        if prospect.ground == "may"
        else {"yet": "yet to", "working": "still to", "still": "still to"}.get(cue, "to")
    )
    return f"{who.text} {modal} {form} {rest}".strip()


def _only_happens(tree: Tree, verb: int, *, passive: bool) -> bool:
    """Recognise "will take place", "to be held", "will occur": the subject is the event."""
    token = tree.tokens[verb]
    target = tree.has(verb, "dobj")
    if token.lemma == "take" and target is not None and tree.tokens[target].lemma == "place":
        return True
    before = tree.has(verb, "prep")
    then = before is None or tree.tokens[before].text.lower() in {"before", "after", "by", "ahead"}
    bare = tree.has(verb, "prt", "dobj", "xcomp") is None and then  # not "come under fire"
    alone = token.lemma in {"happen", "occur", "come", "follow"} and bare
    subject = tree.owner(verb)
    event = subject is not None and tree.tokens[subject].lemma.lower() in words.EVENTS
    return (alone and event) or (passive and token.lemma in words.LIGHT)
