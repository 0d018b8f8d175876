"""Tree -> the whether-clauses and wh-clauses that it leaves open: "it remains unclear whether", "has not said when"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.clause import OpenClause, ruling_verb
from briefgen.drafting.questions.cues import (
    COPULAS,
    CUES,
    DEPENDING,
    NOUNS_OF_WH,
    OPEN_ADJECTIVES,
    OPEN_NOUNS,
    cue_source,
    time_tells,
)
from briefgen.drafting.questions.tree import DASHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.clause import Source, Span
    from briefgen.drafting.questions.tree import Tree

WH_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_LINKING = frozenset(
    {"of", "at", "on", "over", "about", "as", "to", "around", "regarding", "concerning", "into", "upon"}
)
_WITHIN_OPENER = frozenset({"to", "by", "at", "in", "under", "for", "from", "with"})
_STATES = frozenset({
    "be", "have", "want", "need", "know", "believe", "exist", "own", "belong", "mean", "matter", "seem", "include",
    "contain", "violate", "breach", "comply", "apply", "constitute", "qualify", "work", "cover", "involve",
})  # fmt: skip
_ASIDE = DASHES | {","}
_LIGHT = frozenset({"make", "take", "reach", "give", "offer", "provide"})
_AWAITING = frozenset({"see", "question", "test", "indicator", "decision", "vote", "ruling", "verdict"})
"""Under these too the present means what is to come: "the question of whether Iceland joins"."""
_OPENER_WORDS = 6
"""A wh-phrase that runs longer than "what kind of all-weather ferries" is a parse gone wrong."""


def open_clauses(tree: Tree) -> Iterator[OpenClause]:
    """Find what a sentence leaves open in a clause of its own.

    Args:
        tree: A sentence.

    Yields:
        A clause for each whether, if or wh-word under a cue, in the order of the sentence.
    """
    for index, token in enumerate(tree.tokens):
        word = token.text.lower()
        if not tree.outside[index]:
            continue
        if word in {"whether", "if"}:
            clause = _whether(tree, index)
        elif token.tag in WH_TAGS and word not in {"that", "whatever", "whoever", "whichever", "whenever", "wherever"}:
            clause = _wh(tree, index)
        else:
            clause = None
        if clause:
            yield clause


def _whether(tree: Tree, marker: int) -> OpenClause | None:
    verb = tree.tokens[marker].head
    if verb <= marker or tree.tokens[verb].tag[:2] not in {"VB", "MD"}:
        return None
    strict = tree.tokens[marker].text.lower() == "if"
    if strict and tree.tokens[verb].dep == "advcl" and not _left_word(tree, marker, OPEN_ADJECTIVES | {"see", "clear"}):
        return None
    governor = _governor(tree, marker, verb, yes_no=True)
    after = marker + 1
    if [token.text.lower() for token in tree.tokens[after : after + 2]] == ["or", "not"]:
        after += 2
    return _clause(tree, governor, verb, (after, after)) if governor else None


def _wh(tree: Tree, word: int) -> OpenClause | None:
    verb = word
    while not (tree.tokens[verb].tag.startswith("VB") and (tree.subject(verb) is not None or tree.infinitive(verb))):
        if tree.tokens[verb].head == verb:
            return None
        verb = tree.tokens[verb].head
    head = tree.tokens[verb].head
    if tree.subject(verb) is None and tree.tokens[verb].dep == "xcomp" and (tree.subject(head) or 0) > word:
        verb = head  # "how he hopes to end the strike" asks about "hopes"
    if verb <= word or tree.tokens[verb].dep == "ROOT":
        return None
    if tree.tokens[verb].dep == "relcl" and not (
        _left_word(tree, word, DEPENDING) is not None
        or (tree.tokens[word].tag != "WDT" and _left_word(tree, word, NOUNS_OF_WH) == tree.tokens[verb].head)
    ):
        return None  # "the man who", but not "an open question how", "depends on which"
    start = word
    before = tree.tokens[word - 1].text.lower() if word else ""
    if before in _WITHIN_OPENER and not _left_word(tree, word - 1, DEPENDING | OPEN_NOUNS):
        start = word - 1
    governor = _governor(tree, start, verb, yes_no=False)
    return _clause(tree, governor, verb, (start, word + 1)) if governor else None


def _clause(tree: Tree, governor: tuple[Source, int], verb: int, opener: Span) -> OpenClause | None:
    source, cue = governor
    after_clause = tree.span(verb)[1]
    if any(token.text == "," for token in tree.tokens[after_clause - 1 : cue]):
        return None  # "What’s more, it is not clear": no clause of what follows
    start, after = opener
    ruling = ruling_verb(tree, cue)
    speaker = tree.owner_span(ruling)
    if speaker[1] > start:
        speaker = (0, 0)
    subject_head = tree.subject(verb)
    modal, whole, body = "", False, 0
    if subject_head is None:
        # "has not decided whether to close", "how to pay": the one who decides is the one who acts.
        to = next((child for child in tree.children[verb] if tree.tokens[child].tag == "TO"), verb)
        if speaker == (0, 0) or not after <= to <= (start + _OPENER_WORDS if start < after else after):
            return None
        opener, subject, modal, body = (start, to), speaker, "will", to + 1
    else:
        subject = tree.subject_span(verb)
        # "which bridges are widened": the parse may hang "which" elsewhere.
        asks = (
            subject[0] == after and tree.tokens[after].pos in {"NOUN", "ADJ"} and _asks_which(tree, after, subject_head)
        )
        if start < after and (subject[0] <= start or asks):
            opener, subject, whole = (start, subject[1]), (subject[1], subject[1]), True
        elif start < after <= subject[0] <= start + _OPENER_WORDS:
            # "when — or whether — the plant will restart": the aside goes.
            opener = (start, next((i for i in range(after, subject[0]) if tree.tokens[i].text in _ASIDE), subject[0]))
        elif start < after or subject[0] != after:
            return None
        awaited = tree.tokens[cue].lemma.lower() in _AWAITING or time_tells(tree, cue)
        if (source == "depends" or awaited) and _comes_to_pass(tree, verb, ruling):
            modal = "will"
    return OpenClause(
        source=source,
        cue=tree.tokens[cue].text,
        cue_token=cue,
        verb=verb,
        opener=opener,
        opener_is_subject=whole,
        subject=subject,
        body=body or max(subject[1], opener[1]),
        end=tree.span(verb)[1],
        modal=modal,
        back_shifted=tree.past(ruling),
        speaker=speaker,
    )


def _asks_which(tree: Tree, first: int, noun: int) -> bool:
    """Tell whether a wh-word goes with the noun behind it: "what strange law may apply", not "what officials want"."""
    word, token = tree.tokens[first - 1], tree.tokens[noun]
    return word.tag == "WDT" or (word.text.lower() == "what" and tree.tokens[first].pos == "ADJ" and token.tag == "NN")


def _comes_to_pass(tree: Tree, verb: int, ruling: int) -> bool:
    """Tell whether a clause means what is to come: "depends on which are widened", "would depend on how it sold"."""
    finite = tree.finite(verb)
    reported = any(tree.tokens[index].text.lower() == "would" for index in tree.auxiliaries(ruling))
    tags = {"VBZ", "VBP", "VBD"} if reported else {"VBZ", "VBP"}
    if finite is None or tree.tokens[finite].tag not in tags or tree.tokens[verb].tag == "VBG":
        return False
    if finite != verb:
        return tree.tokens[finite].dep == "auxpass"
    return tree.tokens[verb].lemma not in _STATES


def _left_word(tree: Tree, index: int, lemmas: frozenset[str] | set[str]) -> int | None:
    """Give the word that stands before a marker, linking words passed over, if it is one of these."""
    at = index - 1
    while at >= 0 and (
        tree.tokens[at].text.lower() in _LINKING or (tree.tokens[at].tag == "RB" and tree.tokens[at].dep == "advmod")
    ):
        at -= 1
    return at if at >= 0 and tree.outside[at] and tree.tokens[at].lemma.lower() in lemmas else None


def _governor(tree: Tree, marker: int, verb: int, *, yes_no: bool) -> tuple[Source, int] | None:
    """Find the word that leaves a clause open: the one beside its marker, else the one that governs its verb."""
    candidates = [_left_word(tree, marker, CUES)]
    head = tree.tokens[verb].head
    if head != verb:
        if tree.tokens[head].pos == "ADP":
            head = tree.tokens[head].head
        candidates.append(head)
    low, high = tree.span(verb)
    for at in candidates:
        if at is None or not tree.outside[at]:
            continue
        for word in (at, *_predicate(tree, at)):
            if low <= word < high:
                continue  # "What remains unclear is": the cue is no part of the clause that it leaves open
            source = cue_source(tree, word, yes_no=yes_no)
            if source and tree.outside[word]:
                return source, word
    return None


def _predicate(tree: Tree, verb: int) -> tuple[int, ...]:
    """Give what a copula says: "remains unclear", "is an open question", "the question is"."""
    if tree.tokens[verb].lemma in _LIGHT:
        return tuple(child for child in tree.children[verb] if tree.tokens[child].dep in {"dobj", "nsubjpass"})
    if tree.tokens[verb].lemma not in COPULAS:
        return ()
    at = tree.has(verb, "prep")
    stake = tree.has(at, "pobj") if at is not None else None
    if stake is not None and tree.tokens[stake].lemma == "stake":
        return (stake,)
    found = [child for child in tree.children[verb] if tree.tokens[child].dep in {"acomp", "attr", "xcomp", "nsubj"}]
    what = tree.has(verb, "csubj")
    if what is not None:
        found.extend(_predicate(tree, what))
    return tuple(found)
