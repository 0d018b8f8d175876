"""Tree -> questions after a decision that others have still to take: approvals, reviews, appeals, what "if approved" hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.limits import clause_end
from briefgen.drafting.questions.nouns import PROPOSALS, NounQuestion
from briefgen.drafting.questions.wording import MOST_WORDS, Wording, pieces_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.tree import Tree

_NEEDING = frozenset({"require", "need", "await", "face", "seek"})
_REVIEWING = frozenset(
    {"review", "consider", "weigh", "examine", "assess", "debate", "study", "scrutinise", "scrutinize"}
)
_CURBS = frozenset({
    "ban", "tax", "tariff", "sanction", "limit", "restriction", "levy", "fee", "cap", "curfew", "moratorium", "rule",
    "embargo", "quota", "duty", "legislation", "law", "subsidy",
})  # fmt: skip
_SUITS = frozenset({"lawsuit", "suit", "appeal", "complaint", "petition", "motion", "challenge", "claim"})
_FILING = frozenset({"file", "lodge", "bring", "submit", "launch", "mount"})
_LAPSING = frozenset({"treaty", "agreement", "truce", "ceasefire", "contract", "waiver", "sanction", "mandate", "deal", "licence",
    "license", "permit", "deadline", "pact", "exemption", "lease", "subsidy", "accord", "visa", "moratorium",
})  # fmt: skip
_QUARRELS = frozenset({"dispute", "standoff", "stand-off", "deadlock", "impasse", "stalemate", "disagreement", "row"})
_SHAKY = frozenset({"fragile", "shaky", "tenuous", "uneasy", "tentative", "temporary"})
_TRUCES = frozenset({"ceasefire", "truce", "coalition", "peace", "agreement", "alliance", "calm", "recovery"})
_OUTCOMES = frozenset(
    {"approve", "confirm", "elect", "convict", "adopt", "pass", "enact", "ratify", "implement", "grant", "accept"}
)
_LINKS = frozenset({"over", "with", "between", "about", "on", "of", "in", "against", "to", "by", "from"})


def decisions(tree: Tree) -> Iterator[NounQuestion]:
    """Find what a sentence shows to wait for a decision.

    Args:
        tree: A sentence.

    Yields:
        "Will the merger get approval from the regulator", "Will the treaty be extended", in the order of the sentence.
    """
    for index, token in enumerate(tree.tokens):
        if not tree.outside[index]:
            continue
        wording = None
        if token.tag.startswith("VB"):
            wording = _if_approved(tree, index) or _under_review(tree, index) or _lapses(tree, index)
        elif token.pos == "NOUN":
            wording = _approval(tree, index) or _suit(tree, index) or _quarrel(tree, index) or _shaky(tree, index)
        if wording and sum(not piece.glued for piece in wording.pieces) <= MOST_WORDS:
            yield NounQuestion(source="matter", cue_token=index, wording=wording)


def _if_approved(tree: Tree, verb: int) -> Wording | None:
    """Read "if approved, the plan would …", "faces ten years in prison if convicted"."""
    if tree.tokens[verb].tag != "VBN" or tree.tokens[verb].lemma not in _OUTCOMES or tree.subject(verb) is not None:
        return None
    mark = tree.has(verb, "mark")
    if mark is None or tree.tokens[mark].text.lower() not in {"if", "once"} or tree.finite(verb) is not None:
        return None
    main = tree.tokens[verb].head
    subject = tree.owner(main)
    if subject is None or tree.tokens[subject].tag in {"WDT", "WP"} or tree.auxiliaries(verb):
        return None
    low, high = tree.span(subject)
    if low <= verb < high:
        return None
    end = clause_end(tree, verb, tree.span(verb)[1])
    said = (*plain("be"), *pieces_of(tree, verb, end))
    return Wording(pieces=(*plain("Will"), *pieces_of(tree, low, high), *said), subject=(low, high), verb=verb)


def _present(tree: Tree, verb: int) -> bool:
    finite = tree.finite(verb)
    return finite is not None and tree.tokens[finite].tag in {"VBZ", "VBP", "MD"} and not tree.negated(verb)


def _under_review(tree: Tree, verb: int) -> Wording | None:
    """Read "is reviewing the merger", "is considering a ban on cars"."""
    thing = tree.has(verb, "dobj")
    subject = tree.subject(verb)
    token = tree.tokens[verb]
    if (
        token.lemma not in _REVIEWING
        or token.tag != "VBG"
        or thing is None
        or subject is None
        or not _present(tree, verb)
    ):
        return None
    low, high = tree.subject_span(verb)
    start, stop = tree.span(thing)
    lemma = tree.tokens[thing].lemma.lower()
    if tree.tokens[subject].tag in {"WDT", "WP"} or high > verb or (stop == thing + 1 and start == thing):
        return None
    first = tree.tokens[start].text.lower()
    if lemma in _CURBS and (first in {"a", "an", "new", "further", "more"} or tree.tokens[thing].tag == "NNS"):
        deed = (
            "impose"
            if lemma in {"sanction", "tariff", "restriction", "ban", "curfew", "embargo", "duty"}
            else "introduce"
        )
    elif lemma in PROPOSALS and first in {"the", "a", "an"} and stop > thing + 1:
        deed = "approve"
    else:
        return None
    end = clause_end(tree, thing, stop)
    said = (*plain("Will"), *pieces_of(tree, low, high), *plain(deed), *pieces_of(tree, start, end))
    return Wording(pieces=said, subject=(low, high), verb=verb)


def _lapses(tree: Tree, verb: int) -> Wording | None:
    """Read "the treaty expires on Thursday", "sanctions that are set to expire"."""
    if tree.tokens[verb].lemma not in {"expire", "lapse"}:
        return None
    governor = tree.tokens[verb].head if tree.infinitive(verb) else verb
    low, high = tree.owner_span(verb)
    finite = tree.finite(governor)
    if low == high or finite is None or tree.tokens[finite].tag not in {"VBZ", "VBP", "MD"} or tree.negated(governor):
        return None
    if high > verb or (
        tree.tokens[high - 1].lemma.lower() not in _LAPSING
        and not any(tree.tokens[at].lemma.lower() in _LAPSING for at in range(low, high))
    ):
        return None
    pieces = (*plain("Will"), *pieces_of(tree, low, high), *plain("be", "extended"))
    return Wording(pieces=pieces, subject=(low, high), verb=verb)


def _approval(tree: Tree, noun: int) -> Wording | None:
    """Read "requires approval from Congress", "is subject to regulatory approval", "still needs Senate approval"."""
    if tree.tokens[noun].lemma not in {"approval", "ratification", "clearance"} or tree.negated(noun):
        return None
    head = tree.tokens[noun].head
    if tree.tokens[noun].dep == "dobj" and tree.tokens[head].lemma in _NEEDING and _present(tree, head):
        owner = tree.owner(head)
    elif tree.tokens[head].text == "to" and tree.tokens[tree.tokens[head].head].text == "subject":
        owner = tree.owner(tree.tokens[tree.tokens[head].head].head)
    else:
        return None
    start, stop = tree.span(noun)
    if owner is None or owner > noun or stop - start == 1 or tree.tokens[owner].tag in {"WDT", "WP"}:
        return None
    low, high = tree.span(owner)
    end = clause_end(tree, noun, stop)
    pieces = (*plain("Will"), *pieces_of(tree, low, high), *plain("get"), *pieces_of(tree, start, end))
    return Wording(pieces=pieces, subject=(low, high), verb=noun)


def _suit(tree: Tree, noun: int) -> Wording | None:
    """Read "filed a lawsuit against the council", "has lodged an appeal against the verdict"."""
    token = tree.tokens[noun]
    if token.lemma not in _SUITS or token.tag != "NN" or token.dep != "dobj":
        return None
    head = token.head
    against = noun + 1 < len(tree.tokens) and tree.tokens[noun + 1].text in {"against", "over", "seeking"}
    if tree.tokens[head].lemma not in _FILING or not against or tree.negated(head):
        return None
    thing = tree.has(noun + 1, "pobj")
    if thing is None:
        return None
    end = clause_end(tree, thing, tree.span(thing)[1])
    pieces = (*plain("Will", "the"), *pieces_of(tree, noun, end), *plain("succeed"))
    return Wording(pieces=pieces, subject=(noun, end), verb=noun)


def _quarrel(tree: Tree, noun: int) -> Wording | None:
    """Read "the dispute over the border continues", "a standoff between the two ports"."""
    token = tree.tokens[noun]
    low, high = tree.span(noun)
    linked = noun + 1 < high and tree.tokens[noun + 1].text.lower() in {"over", "between", "with"}
    if token.lemma not in _QUARRELS or not linked or token.tag != "NN":
        return None
    top = noun
    while tree.tokens[top].head != top and not tree.tokens[top].tag.startswith("VB"):
        top = tree.tokens[top].head
    if not _present(tree, top) or tree.tokens[low].text.lower() not in {"the", "a", "an", "its", "their"}:
        return None
    start = low + 1
    end = clause_end(tree, noun, high)
    if any(tree.tokens[at].tag == "PRP$" for at in range(start, end)):
        return None
    pieces = (*plain("How", "will", "the"), *pieces_of(tree, start, end), *plain("be", "resolved"))
    return Wording(pieces=pieces, subject=(start, end), verb=noun)


def _shaky(tree: Tree, noun: int) -> Wording | None:
    """Read "a fragile ceasefire between the two sides"."""
    token = tree.tokens[noun]
    doubt = next((c for c in tree.children[noun] if tree.tokens[c].lemma.lower() in _SHAKY and c < noun), None)
    if token.lemma not in _TRUCES or doubt is None or token.tag != "NN":
        return None
    low, high = tree.span(noun)
    linked = noun + 1 < high and tree.tokens[noun + 1].text.lower() in _LINKS
    if not linked and not any(tree.tokens[at].pos == "PROPN" for at in range(low, noun)):
        return None
    end = clause_end(tree, noun, high)
    pieces = (*plain("Will", "the"), *pieces_of(tree, doubt + 1, end), *plain("hold"))
    return Wording(pieces=pieces, subject=(doubt + 1, end), verb=noun)
