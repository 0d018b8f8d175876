"""Tree -> what somebody believes, fears, alleges or denies, or holds likely: "it is doubtful that", "accused Chile of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.clause import plain_clause
from briefgen.drafting.questions.conditions import NAMED
from briefgen.drafting.questions.cues import OFFICIALS
from briefgen.drafting.questions.limits import asides, clause_end
from briefgen.drafting.questions.nouns import NounQuestion
from briefgen.drafting.questions.tree import SUBJECT
from briefgen.drafting.questions.verbs import base_form
from briefgen.drafting.questions.wording import MOST_WORDS, Piece, Wording, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.clause import OpenClause, Source
    from briefgen.drafting.questions.tree import Tree

_HELD = frozenset({
    "likely", "unlikely", "possible", "doubtful", "conceivable", "plausible", "probable", "improbable", "questionable",
    "hopeful", "confident", "optimistic", "afraid", "concerned", "worried", "fearful", "sceptical", "skeptical",
})  # fmt: skip
"""Adjectives that hold a that-clause likely or not."""
_ALLEGING = frozenset({"allege", "suspect", "believe", "deny", "dispute", "conclude", "doubt", "hint"})
_HAVING_DOUBTS = frozenset({
    "risk", "chance", "possibility", "prospect", "likelihood", "danger", "speculation", "rumour", "rumor", "hope",
    "suspicion", "fear", "concern", "worry", "doubt", "allegation", "accusation", "claim", "warning", "guarantee",
    "certainty", "sign", "indication", "expectation", "report", "belief", "evidence",
})  # fmt: skip
"""Nouns that leave a that-clause open."""
_ONLY_DENIED = frozenset({"guarantee", "certainty", "sign", "indication", "evidence"})
_ONLY_ALLEGED = frozenset({"report", "claim", "warning"})
_BEING_CHECKED = frozenset({"investigate", "examine", "probe", "review", "reject", "deny", "dismiss", "dispute"})
_BLAMING = {"accuse": "of", "blame": "for", "suspect": "of"}
_IDLE = frozenset({"be", "have", "try", "use", "want", "think", "seek", "fail", "refuse", "ignore", "neglect"})
"""What says little, or takes a duty for granted: "blamed Oslo for failing to act"."""
_LOOKING_INTO = frozenset({
    "prosecutor", "prosecution", "police", "investigator", "inspector", "regulator", "watchdog", "court", "judge", "jury",
    "indictment", "lawsuit", "suit", "complaint", "auditor", "tribunal", "detective", "plaintiff", "authority",
})  # fmt: skip
"""Whose accusation is to be proved or dropped; that of an opponent is part of the quarrel."""


def beliefs(tree: Tree) -> Iterator[OpenClause]:
    """Find what a sentence has somebody believe, fear, allege or deny.

    Args:
        tree: A sentence.

    Yields:
        A clause for each, in the order of the sentence, to be asked about in its own tense.
    """
    for index in range(len(tree.tokens)):
        clause = _believed(tree, index) if tree.outside[index] else None
        if clause:
            yield clause


def accusations(tree: Tree) -> Iterator[NounQuestion]:
    """Find what a sentence has somebody accused of: "accused Chile of selling arms".

    Args:
        tree: A sentence.

    Yields:
        "Did Chile sell arms", in the order of the sentence.
    """
    for index, token in enumerate(tree.tokens):
        wording = _accused(tree, index) if token.lemma in _BLAMING and tree.outside[index] else None
        if wording and sum(not piece.glued for piece in wording.pieces) <= MOST_WORDS:
            yield NounQuestion(source="suspected", cue_token=index, wording=wording)


def _believed(tree: Tree, index: int) -> OpenClause | None:
    token = tree.tokens[index]
    lemma = token.lemma.lower()
    if token.pos == "ADJ" and lemma in _HELD:
        verb = _clause_of(tree, index) or (_clause_of(tree, token.head) if token.dep in {"acomp", "oprd"} else None)
    elif token.tag.startswith("VB") and lemma in _ALLEGING and not tree.negated(index):
        verb = _clause_of(tree, index)
        finite = None if verb is None else tree.finite(verb)
        if (
            finite is not None
            and lemma == "believe"
            and tree.tokens[finite].text.lower() == "had"
            and _then(tree, index)
        ):
            return None
        if finite is not None and tree.tokens[finite].tag == "MD":
            return None  # what is to come is read elsewhere
    elif token.pos == "NOUN" and lemma in _HAVING_DOUBTS and _open_noun(tree, index, lemma):
        verb = _clause_of(tree, index)
    else:
        return None
    if verb is None or verb <= index or tree.negated(verb):
        return None
    subject = tree.subject(verb)
    finite = tree.finite(verb)
    if subject is None or finite is None or tree.tokens[subject].tag in {"WDT", "WP", "EX", "DT"}:
        return None
    low, high = tree.subject_span(verb)
    between = [tree.tokens[at].text.lower() for at in range(index + 1, low)]
    if (
        any(word not in {"that", "what", ","} for word in between)
        or high > finite
        or tree.tokens[subject].dep == "expl"
    ):
        return None
    modal = tree.tokens[finite].tag == "MD"
    marked = any(not tree.outside[at] for at in range(low, tree.span(verb)[1]))
    if not modal and (marked or tree.tokens[verb].lemma == "be"):
        return None  # somebody's rhetoric, or what somebody thinks of another
    told: Source = "prospect" if modal else "suspected"
    return plain_clause(tree, told, (index, verb), (low, high), high, modal="")


def _then(tree: Tree, verb: int) -> bool:
    """Tell whether somebody is said to have believed something then; what "is believed" is open now."""
    return tree.past(verb) and tree.has(verb, "auxpass") is None


def _clause_of(tree: Tree, index: int) -> int | None:
    """Give the verb of the that-clause under a word, with "that" or without."""
    for child in tree.children[index]:
        token = tree.tokens[child]
        if child > index and token.dep in {"ccomp", "acl", "relcl", "csubj"} and token.tag[:2] in {"VB", "MD"}:
            mark = tree.has(child, "mark")
            own = any(tree.tokens[c].dep in SUBJECT and tree.tokens[c].tag != "WDT" for c in tree.children[child])
            if own and not tree.infinitive(child) and (mark is None or tree.tokens[mark].text.lower() == "that"):
                return child
    return None


def _open_noun(tree: Tree, noun: int, lemma: str) -> bool:
    head = tree.tokens[tree.tokens[noun].head].lemma
    if tree.tokens[tree.tokens[noun].head].pos == "ADP":
        head = tree.tokens[tree.tokens[tree.tokens[noun].head].head].lemma
    if lemma in _ONLY_DENIED:
        return tree.negated(noun)
    return lemma not in _ONLY_ALLEGED or head in _BEING_CHECKED


def _looks_into(tree: Tree, verb: int) -> bool:
    low, high = tree.owner_span(verb)
    return any(one.lemma.lower() in _LOOKING_INTO for one in tree.tokens[low:high])


def _accused(tree: Tree, verb: int) -> Wording | None:
    """Read "accused Chile of selling arms", "is suspected of having sold arms", "blamed Oslo for breaking the truce"."""
    token = tree.tokens[verb]
    if not token.tag.startswith("VB") or tree.negated(verb):
        return None
    passive = tree.has(verb, "auxpass") is not None
    whom = tree.owner(verb) if passive else tree.has(verb, "dobj")
    link = next(
        (c for c in tree.children[verb] if c > verb and tree.tokens[c].text.lower() == _BLAMING[token.lemma]), None
    )
    deed = None if link is None else tree.has(link, "pcomp")
    if whom is None or link is None or deed is None or tree.tokens[deed].tag not in {"VBG", "VBN"}:
        return None
    if tree.tokens[deed].lemma in _IDLE or tree.negated(deed) or not tree.outside[deed]:
        return None
    low, high = tree.owner_span(verb) if passive else tree.span(whom)
    if low == high or high > link or (tree.tokens[whom].tag in {"WDT", "WP"} and not passive):
        return None
    words = tree.tokens[low:high]
    if not any(one.entity in NAMED or one.lemma.lower() in OFFICIALS or one.tag == "PRP" for one in words):
        return None
    if not passive and token.lemma != "suspect" and not _looks_into(tree, verb):
        return None
    if tree.auxiliaries(deed) and tree.tokens[tree.auxiliaries(deed)[0]].text.lower() != "having":
        return None
    end = clause_end(tree, deed, tree.span(deed)[1])
    base = Piece(text=base_form(tree.tokens[deed]), token=deed)
    if tree.has(deed, "auxpass") is not None:
        return None
    pieces = (
        Piece(text="Did"),
        *pieces_of(tree, low, high, dict.fromkeys(asides(tree, low, high), "")),
        base,
        *pieces_of(tree, deed + 1, end),
    )
    return Wording(pieces=pieces, subject=(low, high), verb=deed)
