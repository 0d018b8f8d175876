"""Tree -> questions after what has begun and not ended: talks, inquiries, aims not reached, steps that are promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.cues import denied
from briefgen.drafting.questions.limits import clause_end
from briefgen.drafting.questions.nouns import NounQuestion
from briefgen.drafting.questions.verbs import base_form
from briefgen.drafting.questions.wording import MOST_WORDS, Piece, Wording, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.tree import Tree

GOING_ON = frozenset({
    "continue", "ongoing", "underway", "yield", "stall", "resume", "drag", "proceed", "progress", "deadlock", "falter",
    "restart", "stick",
})  # fmt: skip
_TALKS = frozenset({"talk", "negotiation", "discussion", "mediation", "consultation"})
_WITH = frozenset({"with", "between", "over", "on", "about", "to"})
_INQUIRIES = frozenset({"investigation", "inquiry", "probe", "enquiry"})
_OPENING = frozenset({"launch", "open", "begin", "start", "announce", "order"})
_ACHIEVED = frozenset({
    "reach", "make", "agree", "sign", "resolve", "settle", "approve", "ratify", "secure", "finalise", "finalize", "end",
    "decide", "complete", "conclude", "restore", "release", "publish", "recover",
})  # fmt: skip
_MADE = frozenset({"breakthrough", "progress", "decision", "announcement", "offer"})
_MEASURES = frozenset({"measure", "step", "action", "countermeasure"})
_PUTTING_OFF = frozenset({"delay", "postpone", "put", "hold"})
_DONE_IN_TIME = {
    "voting": "vote", "signing": "sign", "publishing": "publish", "deciding": "decide", "ruling": "rule",
    "appointing": "appoint", "paying": "pay", "sending": "send", "joining": "join", "opening": "open",
    "releasing": "release",
}  # fmt: skip
"""Deeds of which the model makes nouns."""
_COMING = frozenset({"will", "would", "shall", "’ll", "'ll"})
_UNSAID = frozenset({"any", "yet", "so", "far"})


def unfinished(tree: Tree) -> Iterator[NounQuestion]:
    """Find what a sentence shows to be under way, or not reached yet.

    Args:
        tree: A sentence.

    Yields:
        "Will the talks with the union lead to an agreement", "Will the two ports reach a deal", in its order.
    """
    for index, token in enumerate(tree.tokens):
        lemma = token.lemma.lower()
        wording = None
        if token.tag.startswith("VB") and lemma in _ACHIEVED and tree.outside[index]:
            wording = _not_reached(tree, index)
        elif token.tag == "VBN" and lemma in _PUTTING_OFF and tree.outside[index]:
            wording = _put_off(tree, index)
        elif lemma == "take" and token.tag == "VB":
            wording = _steps(tree, index)
        elif token.pos == "NOUN" and tree.outside[index]:
            wording = _talks(tree, index) if lemma in _TALKS else None
            wording = _inquiry(tree, index) if lemma in _INQUIRIES else wording
        if wording and sum(not piece.glued for piece in wording.pieces) <= MOST_WORDS:
            yield NounQuestion(source="matter", cue_token=index, wording=wording)


def _not_reached(tree: Tree, verb: int) -> Wording | None:
    """Read "have not found a way out of the dispute", "has so far not signed the treaty"."""
    finite, subject = tree.finite(verb), joined_subject(tree, verb)
    if finite is None or subject is None or tree.tokens[verb].tag != "VBN" or not tree.negated(verb):
        return None
    passive = tree.has(verb, "auxpass") is not None
    if tree.tokens[finite].text.lower() not in {"has", "have"} or tree.tokens[verb].dep in {"relcl", "advcl"}:
        return None
    thing = tree.has(verb, "dobj")
    if not passive and thing is None and tree.has(verb, "prep") is None:
        return None
    if tree.tokens[verb].lemma == "make" and (thing is None or tree.tokens[thing].lemma not in _MADE):
        return None
    low, high = tree.span(subject) if tree.subject(verb) is None else tree.subject_span(verb)
    if high > finite or tree.tokens[subject].dep == "expl" or tree.negated(subject) or _denies(tree, low):
        return None
    end = clause_end(tree, verb, tree.span(verb)[1])
    if thing is not None and end - low > MOST_WORDS:
        end = thing + 1  # "a way out in meetings in Oslo, Bergen and …"
    rest = pieces_of(
        tree, verb + 1, end, {i: "" for i in range(verb + 1, end) if tree.tokens[i].text.lower() in _UNSAID}
    )
    said = (
        (Piece(text="be"), *pieces_of(tree, verb, verb + 1))
        if passive
        else (Piece(text=base_form(tree.tokens[verb]), token=verb),)
    )
    return Wording(
        pieces=(Piece(text="Will"), *pieces_of(tree, low, high), *said, *rest), subject=(low, high), verb=verb
    )


def _put_off(tree: Tree, verb: int) -> Wording | None:
    """Read "has put off publishing the report", "has held off voting on the bill": what somebody has not done yet."""
    token = tree.tokens[verb]
    off = tree.has(verb, "prt")
    held = off is not None and tree.tokens[off].text.lower() == "off"
    deed = tree.has(verb, "xcomp", "dobj", "pcomp", "advcl")
    finite, subject = tree.finite(verb), tree.subject(verb)
    if not (held or token.lemma in {"delay", "postpone"}) or deed is None or finite is None or subject is None:
        return None
    said = tree.tokens[deed]
    follows = deed == (verb if off is None else off) + 1
    if not follows or not said.text.endswith("ing") or said.pos == "PROPN" or tree.negated(verb):
        return None
    if tree.tokens[finite].text.lower() not in {"has", "have"} or tree.tokens[subject].tag in {"WDT", "WP", "EX"}:
        return None
    base = _DONE_IN_TIME.get(said.text.lower(), base_form(said) if said.tag == "VBG" else "")
    if not base:
        return None  # of "has put off meetings" there is no verb
    low, high = tree.subject_span(verb)
    end = clause_end(tree, deed, tree.span(verb)[1])
    if high > finite or end <= deed + 1:
        return None
    pieces = (
        Piece(text="Will"),
        *pieces_of(tree, low, high),
        Piece(text=base, token=deed),
        *pieces_of(tree, deed + 1, end),
    )
    return Wording(pieces=pieces, subject=(low, high), verb=deed)


def joined_subject(tree: Tree, verb: int) -> int | None:
    """Give the subject of a verb, of "has not yet agreed" in "is in talks, but has not yet agreed" that of the first verb."""
    if (subject := tree.subject(verb)) is not None or tree.tokens[verb].dep != "conj":
        return subject
    first = tree.tokens[verb].head
    return tree.subject(first) if tree.finite(first) is not None else None


def _denies(tree: Tree, first: int) -> bool:
    return tree.tokens[first].text.lower() in {"no", "neither", "nobody", "none", "few", "nothing"}


def _steps(tree: Tree, verb: int) -> Wording | None:
    """Read "will take all necessary measures", "vowed to take further steps"; its words may stand in quote marks."""
    thing = tree.has(verb, "dobj")
    finite = tree.finite(verb)
    ahead = finite is not None and tree.outside[finite] and tree.tokens[finite].text.lower() in _COMING
    promised = tree.infinitive(verb) and tree.tokens[tree.tokens[verb].head].lemma in {
        "vow",
        "pledge",
        "promise",
        "threaten",
    }
    owner = tree.owner(verb)
    if thing is None or owner is None or owner > verb or not (ahead or promised) or not tree.outside[owner]:
        return None
    if tree.tokens[thing].lemma not in _MEASURES or tree.tokens[thing].tag != "NNS" or tree.negated(verb):
        return None
    low, high = tree.span(owner)
    lead = (Piece(text="What"), *pieces_of(tree, thing, thing + 1), Piece(text="will"))
    return Wording(pieces=(*lead, *pieces_of(tree, low, high), Piece(text="take")), subject=(low, high), verb=verb)


def _talks(tree: Tree, noun: int) -> Wording | None:
    """Read "negotiations with the union are ongoing", "the talks between Oslo and Bergen yielded little"."""
    verb = tree.tokens[noun].head
    if tree.tokens[noun].dep not in {"nsubj", "nsubjpass"} or tree.tokens[noun].tag != "NNS" or tree.negated(noun):
        return None
    said = [tree.tokens[verb], *(tree.tokens[c] for c in tree.children[verb] if c > noun)]
    words = tree.sentence.text[tree.tokens[verb].start :].lower()[:40]
    if not any(token.lemma.lower() in GOING_ON for token in said) and "under way" not in words:
        return None
    low, high = tree.span(noun)
    linked = noun + 1 < high and tree.tokens[noun + 1].text.lower() in _WITH
    if not linked and not any(tree.tokens[at].pos == "PROPN" for at in range(low, noun)):
        return None  # bare "the talks" says nothing without the text around it
    end = clause_end(tree, noun, high)
    determined = tree.tokens[low].pos == "DET" or tree.has(noun, "poss") is not None
    article = () if determined else (Piece(text="the"),)
    tail = tuple(Piece(text=word) for word in ("lead", "to", "an", "agreement"))
    return Wording(
        pieces=(Piece(text="Will"), *article, *pieces_of(tree, low, end), *tail), subject=(low, end), verb=noun
    )


def _inquiry(tree: Tree, noun: int) -> Wording | None:
    """Read "has opened an investigation into the collapse", "the inquiry into the leak continues"."""
    verb = tree.tokens[noun].head
    if noun + 1 >= len(tree.tokens) or tree.tokens[noun + 1].text != "into" or tree.negated(noun):
        return None
    thing = tree.has(noun + 1, "pobj")
    opening = tree.tokens[noun].dep == "dobj" and tree.tokens[verb].lemma in _OPENING
    going = tree.tokens[noun].dep == "nsubj" and tree.tokens[verb].lemma in GOING_ON - {"yield"}
    if thing is None or not (opening or going) or tree.tokens[noun].tag != "NN" or denied(tree, verb):
        return None
    end = clause_end(tree, thing, tree.span(thing)[1])
    if end <= thing:
        return None
    lead = (Piece(text="What"), Piece(text="will"), Piece(text="the"), *pieces_of(tree, noun, noun + 1))
    pieces = (*lead, *pieces_of(tree, noun + 1, end), Piece(text="find"))
    return Wording(pieces=pieces, subject=(noun, end), verb=noun)
