"""Tree -> the whether-clauses and wh-clauses that it leaves open ("it remains unclear whether …", "has not said when …")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefgen.drafting.question_tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

Source = Literal["unclear", "depends", "condition", "prospect", "asked"]
Span = tuple[int, int]
"""First token, and one past the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenClause:
    """A clause that a sentence leaves open, named by tokens of the sentence."""

    source: Source
    cue: str
    """The words that leave it open, as the sentence has them."""
    cue_token: int
    verb: int
    """The clause's main verb."""
    opener: Span
    """The wh-phrase ("what action"); empty for a question of yes or no."""
    opener_is_subject: bool = False
    """True where nothing is inverted: "who will lead"."""
    subject: Span
    """The subject's words; empty where the opener is the subject."""
    body: int
    """First token of what follows the subject: "will lead …", or what follows "to"."""
    end: int
    """One past the clause's last token."""
    modal: str = ""
    """Asked about with this verb in place of the clause's own tense: "will" for "has yet to decide"."""
    back_shifted: bool = False
    """True where the clause's "would" is the "will" of a report in the past."""
    speaker: Span = (0, 0)
    """The subject of the verb that leaves it open: whom "they" means in "officials did not say what they would do"."""


WH_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_OPEN_ADJECTIVES = frozenset({
    "unclear", "uncertain", "unknown", "unsure", "undecided", "unresolved", "unsettled", "undetermined", "unanswered",
    "questionable", "doubtful",
})  # fmt: skip
_CLEAR_ADJECTIVES = frozenset({"clear", "certain", "sure", "obvious", "known", "decided", "settled", "guaranteed"})
_SAYING = frozenset({
    "say", "decide", "explain", "announce", "disclose", "confirm", "specify", "reveal", "state", "know", "indicate",
    "clarify", "determine", "detail", "tell", "identify", "settle", "agree", "resolve", "establish", "signal", "share",
    "elaborate", "understand",
})  # fmt: skip
_WEIGHING = frozenset({
    "consider", "weigh", "debate", "investigate", "examine", "assess", "probe", "watch", "monitor", "scrutinise",
    "scrutinize", "discuss", "negotiate", "see", "decide", "determine", "test", "show", "reveal", "judge", "rule",
    "shape", "gauge", "evaluate",
})  # fmt: skip
_DOUBTING = frozenset({"doubt", "question", "dispute", "wonder", "disagree"})
_DEPENDING = frozenset({"depend", "hinge", "dependent", "contingent", "rest", "ride"})
_OPEN_NOUNS = frozenset({
    "question", "issue", "uncertainty", "doubt", "indicator", "test", "debate", "dispute", "mystery", "puzzle",
    "speculation", "scrutiny", "unknown", "disagreement", "decision", "ruling", "verdict", "vote", "gauge", "clue",
    "confusion", "ambiguity", "suspense",
})  # fmt: skip
_MISSING_NOUNS = frozenset({"clarity", "word", "detail", "information", "indication", "decision", "answer", "consensus"})
_DENIERS = frozenset({"decline", "refuse", "fail", "unable", "unwilling", "reluctant", "avoid", "without", "short"})
_COPULAS = frozenset({"be", "remain", "become", "seem", "stay", "appear"})
_LINKING = frozenset({"of", "on", "over", "about", "as", "to", "around", "regarding", "concerning", "into", "upon"})
_WITHIN_OPENER = frozenset({"to", "by", "at", "in", "under", "for", "from", "with"})
_STATES = frozenset({
    "be", "have", "want", "need", "know", "believe", "exist", "own", "belong", "mean", "matter", "seem", "include",
    "contain", "cover", "involve",
})  # fmt: skip
_ANY = (
    _OPEN_ADJECTIVES | _CLEAR_ADJECTIVES | _SAYING | _WEIGHING | _DOUBTING | _DEPENDING | _OPEN_NOUNS | _MISSING_NOUNS | _COPULAS
)
_CONTROL_DEPTH = 4
"""As in "has yet | to be able | to say"; deeper is a parse gone wrong."""
_OPENER_WORDS = 6
"""A wh-phrase that runs longer than "what kind of long-term guarantees" is a parse gone wrong."""


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
    if strict and tree.tokens[verb].dep == "advcl" and not _left_word(tree, marker, _OPEN_ADJECTIVES | {"see", "clear"}):
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
    if verb <= word or tree.tokens[verb].dep in {"relcl", "ROOT"}:
        return None
    start = word
    before = tree.tokens[word - 1].text.lower() if word else ""
    if before in _WITHIN_OPENER and not _left_word(tree, word - 1, _DEPENDING | _OPEN_NOUNS):
        start = word - 1
    governor = _governor(tree, start, verb, yes_no=False)
    return _clause(tree, governor, verb, (start, word + 1)) if governor else None


def _clause(tree: Tree, governor: tuple[Source, int], verb: int, opener: Span) -> OpenClause | None:
    source, cue = governor
    start, after = opener
    ruling = _ruling_verb(tree, cue)
    speaker_head = tree.owner(ruling)
    speaker = tree.span(speaker_head) if speaker_head is not None and speaker_head < start else (0, 0)
    subject_head = tree.subject(verb)
    modal, whole, body = "", False, 0
    if subject_head is None:
        # "has not decided whether to close", "how to pay": the one who decides is the one who acts.
        to = next((child for child in tree.children[verb] if tree.tokens[child].tag == "TO"), verb)
        if speaker == (0, 0) or not after <= to <= (start + _OPENER_WORDS if start < after else after):
            return None
        opener, subject, modal, body = (start, to), speaker, "will", to + 1
    else:
        subject = tree.span(subject_head)
        # "which medicines are included": the parse may hang "which" elsewhere.
        asks = subject[0] == after and tree.tokens[after - 1].tag == "WDT" and tree.tokens[after].pos in {"NOUN", "ADJ"}
        if start < after and (subject[0] <= start or asks):
            opener, subject, whole = (start, subject[1]), (subject[1], subject[1]), True
        elif start < after <= subject[0] <= start + _OPENER_WORDS:
            opener = (start, subject[0])
        elif start < after or subject[0] != after:
            return None
        if (source == "depends" or tree.tokens[cue].lemma == "see") and _comes_to_pass(tree, verb):
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


def _comes_to_pass(tree: Tree, verb: int) -> bool:
    """Tell whether the present of a clause means what is to come: "depends on which medicines are included"."""
    finite = tree.finite(verb)
    if finite is None or tree.tokens[finite].tag not in {"VBZ", "VBP"} or tree.tokens[verb].tag == "VBG":
        return False
    if finite != verb:
        return tree.tokens[finite].dep == "auxpass"
    return tree.tokens[verb].lemma not in _STATES


def _ruling_verb(tree: Tree, cue: int) -> int:
    """Climb from a cue to the verb whose tense and subject count."""
    while tree.finite(cue) is None and tree.tokens[cue].head != cue:
        cue = tree.tokens[cue].head
    return cue


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
    candidates = [_left_word(tree, marker, _ANY)]
    head = tree.tokens[verb].head
    if head != verb:
        if tree.tokens[head].pos == "ADP":
            head = tree.tokens[head].head
        candidates.append(head)
    for at in candidates:
        if at is None or not tree.outside[at]:
            continue
        for word in (at, *_predicate(tree, at)):
            source = _source(tree, word, yes_no=yes_no)
            if source and tree.outside[word]:
                return source, word
    return None


def _predicate(tree: Tree, verb: int) -> tuple[int, ...]:
    """Give what a copula says: "remains unclear", "is an open question", "the question is"."""
    if tree.tokens[verb].lemma not in _COPULAS:
        return ()
    found = [child for child in tree.children[verb] if tree.tokens[child].dep in {"acomp", "attr", "xcomp", "nsubj"}]
    what = tree.has(verb, "csubj")
    if what is not None:
        found.extend(_predicate(tree, what))
    return tuple(found)


def _source(tree: Tree, word: int, *, yes_no: bool) -> Source | None:
    lemma = tree.tokens[word].lemma.lower()
    verb = tree.tokens[word].tag.startswith("VB")
    if lemma in _OPEN_ADJECTIVES:
        return "unclear"
    if lemma in _CLEAR_ADJECTIVES and not verb:
        return "unclear" if denied(tree, word) or denied(tree, tree.tokens[word].head) else None
    if lemma == "see" and tree.infinitive(word) and tree.tokens[tree.tokens[word].head].lemma in {"remain", "wait", "have", "be"}:
        return "unclear"
    if lemma in _DEPENDING:
        return "depends" if lemma not in {"rest", "ride"} or verb else None
    if not verb:
        if lemma in _MISSING_NOUNS and denied(tree, word):
            return "unclear"
        return "unclear" if lemma in _OPEN_NOUNS and (yes_no or lemma in {"question", "issue"}) else None
    if lemma in _SAYING and denied(tree, word):
        return "unclear"
    if lemma in _DOUBTING:
        return "unclear" if yes_no else None
    if lemma in _WEIGHING and _ahead(tree, word) and (yes_no or lemma in {"decide", "determine"}):
        return "depends"
    return None


def denied(tree: Tree, word: int) -> bool:
    """Tell whether a word is denied, itself or through what governs it: "has yet to say", "declined to say"."""
    for _ in range(_CONTROL_DEPTH):
        token = tree.tokens[word]
        if tree.negated(word) or (token.lemma.lower() in _DENIERS):
            return True
        if any(tree.tokens[child].text.lower() == "yet" for child in tree.children[word]) and tree.infinitive_below(word):
            return True
        if token.dep not in {"xcomp", "pcomp", "conj", "acomp", "dobj", "attr"} or token.head == word:
            return False
        word = token.head
    return False


def _ahead(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is in the future, the present or an infinitive: "will decide", "is weighing", "to determine"."""
    finite = tree.finite(verb)
    if finite is None:
        return tree.tokens[verb].tag in {"VB", "VBG"}
    return tree.tokens[finite].tag in {"VBZ", "VBP"} and tree.tokens[verb].tag != "VBN" or (
        tree.tokens[finite].tag == "MD"
    )
