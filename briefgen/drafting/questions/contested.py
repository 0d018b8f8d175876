"""Tree -> questions after what is contested: suits to block a thing, calls to go, bills that still need a chamber."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.conditions import NAMED
from briefgen.drafting.questions.cues import denied
from briefgen.drafting.questions.limits import clause_end
from briefgen.drafting.questions.nouns import PROPOSALS, NounQuestion
from briefgen.drafting.questions.wording import MOST_WORDS, Wording, pieces_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.tree import Tree

_SUITS = frozenset({"lawsuit", "suit", "petition", "complaint", "challenge", "motion", "appeal"})
_RELIEF = frozenset({
    "block", "overturn", "halt", "stop", "void", "annul", "invalidate", "suspend", "quash", "reverse", "nullify", "reinstate",
    "prevent", "dissolve", "strike", "restore", "dismiss",
})  # fmt: skip
"""What courts are asked for, and do: "sued to block the sale"."""
_SEEKING = frozenset({"seek", "aim", "demand", "try", "attempt"})
_PRESSURE = frozenset({"pressure", "call", "demand"})
_BEARING = frozenset({"face", "resist", "reject", "rebuff", "defy", "ignore", "dismiss"})
_CHAMBERS = frozenset({
    "senate", "house", "congress", "parliament", "bundestag", "bundesrat", "council", "chamber", "assembly", "lords",
    "commons", "knesset", "duma", "rada", "legislature", "committee", "cabinet",
})  # fmt: skip
_HEADING = frozenset({"head", "go", "move", "return"})
_DESTINIES = frozenset({"future", "fate", "survival", "outcome"})
_UP_IN_THE_AIR = (
    "uncertain", "unclear", "unresolved", "in doubt", "in limbo", "in question", "up in the air", "hanging", "undecided",
    "in jeopardy", "in the balance",
)  # fmt: skip
_VAGUE = frozenset({"possibility", "idea", "option", "prospect", "anything", "chance", "return", "that", "it"})
_USUALLY = frozenset({"often", "usually", "always", "frequently", "sometimes"})
_HANGING = frozenset({"xcomp", "advcl", "acl", "dobj", "conj", "prep", "pobj"})
_FURTHEST = 8


def contested(tree: Tree) -> Iterator[NounQuestion]:
    """Find what a sentence shows to be fought over, before a court, a chamber or the public.

    Args:
        tree: A sentence.

    Yields:
        "Will a court block the sale", "Will the mayor resign", "Will the Senate approve the bill", in the order of the sentence.
    """
    for index, token in enumerate(tree.tokens):
        if not tree.outside[index]:
            continue
        lemma = token.lemma.lower()
        wording = None
        if token.tag.startswith("VB"):
            if lemma == "sue":
                wording = _relief(tree, index)
            elif lemma == "rule":
                wording = _not_ruled_out(tree, index)
            else:
                wording = _awaits_chamber(tree, index) if lemma in _HEADING | {"pass", "clear"} else None
        elif token.pos == "NOUN":
            if lemma in _SUITS:
                wording = _relief(tree, index)
            elif lemma in _PRESSURE:
                wording = _pressed(tree, index)
            else:
                wording = _left_in_doubt(tree, index) if lemma in _DESTINIES else None
        if wording and sum(not piece.glued for piece in wording.pieces) <= MOST_WORDS:
            yield NounQuestion(source="matter", cue_token=index, wording=wording)


def _relief(tree: Tree, cue: int) -> Wording | None:
    """Read "sued to block the sale", "filed a lawsuit seeking a court order to prevent Oslo from opening the port"."""
    over = tree.has(cue, "auxpass") is not None or tree.negated(cue)
    verb = None if over else next((at for at in range(cue + 1, len(tree.tokens)) if _is_relief(tree, cue, at)), None)
    if (
        verb is None
        or tree.has(verb, "dobj") is None
        or (tree.tokens[verb].lemma == "strike" and not _down(tree, verb))
    ):
        return None
    end = clause_end(tree, verb, tree.span(verb)[1])
    return Wording(pieces=(*plain("Will", "a", "court"), *pieces_of(tree, verb, end)), subject=(verb, verb), verb=verb)


def _is_relief(tree: Tree, cue: int, verb: int) -> bool:
    """Tell whether a verb says what a suit is for: it hangs on it, on its verb, or on what it seeks."""
    if tree.tokens[verb].lemma not in _RELIEF or not tree.infinitive(verb) or verb > cue + 2 * _FURTHEST:
        return False
    at = verb
    while tree.tokens[at].head != at and tree.tokens[at].dep in _HANGING:
        at = tree.tokens[at].head
        if tree.negated(at):
            return False
        if at in {cue, tree.tokens[cue].head} or tree.tokens[at].lemma in _SEEKING:
            return True
    return False


def _down(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[child].text == "down" for child in tree.children[verb])


def _pressed(tree: Tree, noun: int) -> Wording | None:
    """Read "faces calls to resign over the leak", "is under pressure to lower the fee"."""
    body = next(
        (c for c in tree.children[noun] if c > noun and tree.infinitive(c) and tree.tokens[c].tag == "VB"), None
    )
    head = tree.tokens[noun].head
    if tree.tokens[noun].dep == "dobj" and tree.tokens[head].lemma in _BEARING:
        owner = tree.owner(head)
    elif tree.tokens[noun].dep == "pobj" and tree.tokens[head].text.lower() == "under":
        owner = tree.owner(tree.tokens[head].head)
    else:
        return None
    if body is None or owner is None or owner > noun or tree.negated(head) or tree.subject(body) is not None:
        return None
    low, high = tree.span(owner)
    known = any(token.entity in NAMED for token in tree.tokens[low:high])
    definite = tree.tokens[low].text.lower() == "the" or tree.tokens[owner].tag == "PRP"
    usual = any(token.text.lower() in _USUALLY for token in tree.tokens[high:noun])
    if usual or not (known or definite) or tree.tokens[owner].tag in {"WDT", "WP"}:
        return None
    end = clause_end(tree, body, tree.span(body)[1])
    said = (*plain("Will"), *pieces_of(tree, low, high), *pieces_of(tree, body, end))
    return Wording(pieces=said, subject=(low, high), verb=body)


def _awaits_chamber(tree: Tree, verb: int) -> Wording | None:
    """Read "the bill must still pass the Senate", "the budget now goes to the lower house"."""
    token = tree.tokens[verb]
    finite = tree.finite(verb)
    if token.lemma in _HEADING:
        to = next(
            (c for c in tree.children[verb] if tree.tokens[c].text == "to" and tree.tokens[c].dep == "prep"), None
        )
        chamber = None if to is None else tree.has(to, "pobj")
        ahead = finite is not None and tree.tokens[finite].tag in {"VBZ", "VBP"}
    else:
        chamber = tree.has(verb, "dobj")
        duty = finite is not None and tree.tokens[finite].text.lower() == "must"
        governor = tree.tokens[tree.tokens[verb].head]
        ahead = duty or (
            tree.infinitive(verb) and governor.lemma in {"need", "have"} and governor.tag in {"VBZ", "VBP"}
        )
    owner = tree.owner(verb)
    if chamber is None or owner is None or not ahead or tree.negated(verb) or owner > verb:
        return None
    if tree.tokens[chamber].lemma.lower() not in _CHAMBERS or tree.tokens[owner].lemma.lower() not in PROPOSALS:
        return None
    start, stop = tree.span(chamber)
    low, high = tree.span(owner)
    end = clause_end(tree, chamber, stop)
    said = (*plain("Will"), *pieces_of(tree, start, end), *plain("approve"), *pieces_of(tree, low, high))
    return Wording(pieces=said, subject=(start, end), verb=chamber)


def _not_ruled_out(tree: Tree, verb: int) -> Wording | None:
    """Read "has not ruled out a strike on the port"."""
    thing = tree.has(verb, "dobj")
    out = tree.has(verb, "prt")
    if thing is None or out is None or tree.tokens[out].text != "out" or not denied(tree, verb):
        return None
    low, high = tree.span(thing)
    first = tree.tokens[low]
    plural = tree.tokens[thing].tag == "NNS" and first.pos in {"NOUN", "ADJ"}
    if not (first.text.lower() in {"a", "an"} or plural) or tree.tokens[thing].lemma.lower() in _VAGUE or low < verb:
        return None
    end = clause_end(tree, thing, high)
    return Wording(pieces=(*plain("Will", "there", "be"), *pieces_of(tree, low, end)), subject=(low, end), verb=thing)


def _left_in_doubt(tree: Tree, noun: int) -> Wording | None:
    """Read "leaves the future of the mine uncertain", "has put the fate of the mine in doubt"."""
    low = tree.span(noun)[0]
    verb = next(
        (at for at in range(low - 1, max(-1, low - 3), -1) if tree.tokens[at].lemma in {"leave", "put", "throw"}), None
    )
    stop = next((at for at in range(noun, len(tree.tokens)) if _in_the_air(tree, at)), None)
    if verb is None or stop is None or stop > noun + _FURTHEST or tree.negated(verb):
        return None
    described = tree.has(noun, "poss") is not None or (stop > noun + 1 and tree.tokens[noun + 1].text == "of")
    inside = tree.tokens[low:stop]
    if not described or any(token.pos in {"VERB", "AUX", "PUNCT"} or token.tag in {"PRP", "PRP$"} for token in inside):
        return None
    said = (*plain("What", "will"), *pieces_of(tree, low, stop), *plain("be"))
    return Wording(pieces=said, subject=(low, stop), verb=noun)


def _in_the_air(tree: Tree, index: int) -> bool:
    rest = tree.sentence.text[tree.tokens[index].start :].lower()
    return rest.startswith(_UP_IN_THE_AIR)
