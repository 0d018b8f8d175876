"""Tree -> questions after a thing that the text says is missing: "has given no schedule for crossings"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafting.questions.cues import denied
from briefgen.drafting.questions.limits import clause_end
from briefgen.drafting.questions.wording import MOST_WORDS, Piece, Wording, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.clause import Source
    from briefgen.drafting.questions.tree import Tree

_MISSING = frozenset({
    "timeframe", "timeline", "timetable", "deadline", "cause", "date", "detail", "contour", "schedule", "price", "cost",
    "number", "term", "motive", "reason", "size", "value", "scope", "location", "venue", "budget", "fate", "whereabouts",
})  # fmt: skip
_TELLING = frozenset({
    "give", "provide", "release", "publish", "offer", "set", "disclose", "reveal", "announce", "confirm", "specify",
    "determine", "establish", "share", "identify", "know", "say", "clarify", "finalise", "finalize", "agree",
})  # fmt: skip
_QUANTITIES = frozenset(
    {"no", "few", "any", "little", "a", "an", "further", "many", "more", "scant", "the", "exact", "precise"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NounQuestion:
    """A question that is asked after a noun."""

    source: Source
    cue_token: int
    wording: Wording


def noun_questions(tree: Tree) -> Iterator[NounQuestion]:
    """Find what a sentence says is not known, where that is a thing of which more is said.

    Args:
        tree: A sentence.

    Yields:
        "What is the schedule for crossings", "What are the terms of the lease", in the order of the sentence.
    """
    for index, token in enumerate(tree.tokens):
        if tree.outside[index] and token.lemma.lower() in _MISSING and token.pos == "NOUN":
            wording = _missing(tree, index)
            if wording:
                yield NounQuestion(source="unclear", cue_token=token.head, wording=wording)
        elif token.lemma == "possibility" and tree.outside[index]:
            wording = _possibility(tree, index)
            if wording:
                yield NounQuestion(source="unclear", cue_token=index, wording=wording)
        elif token.lemma in _OUTCOMES and tree.outside[index] and token.tag.startswith("VB"):
            wording = _vote(tree, index) if token.lemma == "vote" else _measures(tree, index)
            if wording:
                yield NounQuestion(source="prospect", cue_token=index, wording=wording)


def _missing(tree: Tree, noun: int) -> Wording | None:
    verb = tree.tokens[noun].head
    token = tree.tokens[noun]
    if tree.tokens[verb].lemma not in _TELLING or token.dep not in {"dobj", "nsubjpass", "nsubj"}:
        return None
    if not (tree.negated(noun) or denied(tree, verb)) or not tree.outside[verb]:
        return None
    start = noun
    while start and tree.tokens[start - 1].head == noun and tree.tokens[start - 1].text.lower() not in _QUANTITIES:
        start -= 1
    end = tree.span(noun)[1]
    if end == noun + 1 and end < len(tree.tokens) and tree.tokens[end].text in {"for", "of"}:
        end = tree.span(end)[1]
    end = clause_end(tree, noun, end)
    if any(token.tag in {"PRP", "PRP$"} for token in tree.tokens[start:end]):
        return None
    if end <= noun + 2 or tree.tokens[noun + 1].text not in {"for", "of", "behind"}:
        return None
    plural = token.tag == "NNS"
    lead = (Piece(text="What"), Piece(text="are" if plural else "is"), Piece(text="the"))
    pieces = (*lead, *pieces_of(tree, start, end))
    return Wording(pieces=pieces, subject=(start, end), verb=noun) if len(pieces) <= MOST_WORDS else None


def _possibility(tree: Tree, noun: int) -> Wording | None:
    """Read "raised the possibility of a second ferry"."""
    of = tree.has(noun, "prep")
    thing = tree.has(of, "pobj") if of is not None and tree.tokens[of].text == "of" else None
    governor = tree.tokens[noun].head
    if thing is None or of is None or tree.negated(noun) or tree.tokens[governor].lemma not in _RAISING:
        return None
    start, end = of + 1, clause_end(tree, thing, tree.span(thing)[1])
    if tree.tokens[start].text.lower() not in {"a", "an"} or end <= thing:
        return None
    pieces = (Piece(text="Will"), Piece(text="there"), Piece(text="be"), *pieces_of(tree, start, end))
    return Wording(pieces=pieces, subject=(start, end), verb=noun) if len(pieces) <= MOST_WORDS else None


def _vote(tree: Tree, verb: int) -> Wording | None:
    """Read "will vote on the budget", "were due to vote on the nomination"."""
    head = tree.tokens[verb].head
    if tree.infinitive(verb):
        if tree.tokens[head].lemma not in _SCHEDULING or tree.negated(head):
            return None
    elif not any(tree.tokens[index].text.lower() == "will" for index in tree.auxiliaries(verb)):
        return None
    owner = tree.owner(verb)
    if owner is None and tree.tokens[head].dep == "acomp":
        owner = tree.owner(tree.tokens[head].head)
    for on in tree.children[verb]:
        thing = tree.has(on, "pobj") if tree.tokens[on].text == "on" else None
        if thing is None or tree.tokens[thing].lemma not in PROPOSALS or owner is None or owner > verb:
            continue
        end = clause_end(tree, thing, tree.span(thing)[1])
        subject = tree.span(owner)
        body = (Piece(text="approve"), *pieces_of(tree, on + 1, end))
        return Wording(pieces=(Piece(text="Will"), *pieces_of(tree, *subject), *body), subject=subject, verb=verb)
    return None


def _measures(tree: Tree, verb: int) -> Wording | None:
    """Read "pledged reprisals", "has promised new steps"."""
    thing = tree.has(verb, "dobj")
    owner = tree.owner(verb)
    if thing is None or owner is None or owner > verb or tree.tokens[thing].lemma not in _MEASURES:
        return None
    if tree.negated(verb) or tree.tokens[thing].tag != "NNS" or tree.tokens[verb].tag == "VBG":
        return None
    start = thing
    while tree.tokens[start - 1].head == thing and tree.tokens[start - 1].tag in {"JJ", "NN"}:
        start -= 1
    subject = tree.span(owner)
    what = (Piece(text="What"), *pieces_of(tree, start, thing + 1))
    pieces = (*what, Piece(text="will"), *pieces_of(tree, *subject), Piece(text="take"))
    return Wording(pieces=pieces, subject=subject, verb=verb)


_RAISING = frozenset(
    {"include", "discuss", "raise", "consider", "weigh", "leave", "face", "explore", "open", "suggest"}
)
_OUTCOMES = frozenset({"vote", "vow", "promise", "pledge", "threaten"})
_SCHEDULING = frozenset({"due", "expect", "expected", "set", "schedule", "plan", "have", "prepare", "go"})
PROPOSALS = frozenset({
    "bill", "proposal", "plan", "deal", "budget", "agreement", "nomination", "nominee", "resolution", "replacement",
    "measure", "treaty", "legislation", "package", "amendment", "appointment", "merger", "ban", "reform", "act", "law",
    "candidate", "programme", "program", "motion", "offer", "candidacy", "settlement", "contract",
})  # fmt: skip
_MEASURES = frozenset({"countermeasure", "measure", "step", "action", "reprisal"})
