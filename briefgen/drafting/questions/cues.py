"""Words -> what kind of openness they tell of, if they do where they stand: "unclear", "has not said", "depends"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.drafting.questions.clause import Source
    from briefgen.drafting.questions.tree import Tree

OPEN_ADJECTIVES = frozenset({
    "unclear", "uncertain", "unknown", "unsure", "undecided", "unresolved", "unsettled", "undetermined", "unanswered",
    "questionable", "doubtful",
})  # fmt: skip
_CLEAR_ADJECTIVES = frozenset({"clear", "certain", "sure", "obvious", "known", "decided", "settled", "guaranteed"})
_SAYING = frozenset({
    "say", "decide", "explain", "announce", "disclose", "confirm", "specify", "reveal", "state", "know", "indicate",
    "clarify", "determine", "detail", "tell", "identify", "settle", "agree", "resolve", "establish", "signal", "share",
    "elaborate", "understand", "draw", "answer", "address",
})  # fmt: skip
_FORESEEING = frozenset(
    {"predict", "judge", "assess", "gauge", "guess", "foresee", "forecast", "estimate", "speculate"}
)
_HARD = frozenset({"hard", "difficult", "impossible", "tough", "premature"})
_SETTING_OUT = frozenset({"set", "spell", "lay", "sketch"})
_WEIGHING = frozenset({
    "consider", "weigh", "debate", "investigate", "examine", "assess", "probe", "watch", "monitor", "scrutinise",
    "scrutinize", "discuss", "negotiate", "decide", "determine", "test", "show", "reveal", "judge", "rule",
    "shape", "look", "gauge", "evaluate", "focus", "centre", "center", "mull", "ponder", "juggle", "contemplate",
})  # fmt: skip
_DOUBTING = frozenset({"doubt", "question", "dispute", "wonder", "disagree", "divide", "split", "differ"})
DEPENDING = frozenset({"depend", "hinge", "dependent", "contingent", "rest", "ride"})
OPEN_NOUNS = frozenset({
    "question", "issue", "uncertainty", "doubt", "indicator", "test", "debate", "dispute", "mystery", "puzzle",
    "speculation", "scrutiny", "unknown", "disagreement", "decision", "ruling", "verdict", "vote", "gauge", "clue",
    "confusion", "ambiguity", "suspense", "stake", "odds", "odd", "point", "guess",
})  # fmt: skip
_MISSING_NOUNS = frozenset(
    {"clarity", "word", "detail", "information", "indication", "decision", "answer", "consensus"}
)
_DENIERS = frozenset({"decline", "refuse", "fail", "unable", "unwilling", "reluctant", "avoid", "without", "short"})
NOUNS_OF_WH = frozenset({
    "question", "issue", "mystery", "puzzle", "unknown", "uncertainty", "point", "debate", "speculation", "guess",
})  # fmt: skip
_RAISING = frozenset(
    {
        "raise",
        "leave",
        "remain",
        "linger",
        "face",
        "surround",
        "open",
        "be",
        "pose",
        "revive",
        "dodge",
        "sidestep",
        "deflect",
        "evade",
        "duck",
        "ignore",
    }
)
COPULAS = frozenset({"be", "remain", "become", "seem", "stay", "appear"})
OFFICIALS = frozenset({
    "government", "official", "minister", "ministry", "court", "judge", "parliament", "lawmaker", "mp", "regulator",
    "authority", "company", "party", "union", "army", "force", "council", "commission", "police", "president",
    "country", "state", "side", "administration", "senate", "congress", "bank", "board", "negotiator", "ally", "rebel",
    "leader", "troop", "firm", "committee", "agency", "department", "governor", "mayor", "prosecutor", "investigator",
    "opposition", "coalition", "migrant", "voter",
})  # fmt: skip
"""Who decides for others, or in a body of their own."""
CUES = (
    OPEN_ADJECTIVES
    | _CLEAR_ADJECTIVES
    | _SAYING
    | _WEIGHING
    | _DOUBTING
    | DEPENDING
    | OPEN_NOUNS
    | _MISSING_NOUNS
    | COPULAS
)
"""Lemmas that may stand before a clause that is left open; `cue_source` says whether they leave it so."""
_CONTROL_DEPTH = 4
"""As in "has yet | to be able | to say"; deeper is a parse gone wrong."""


def cue_source(tree: Tree, word: int, *, yes_no: bool) -> Source | None:
    """Tell in what way a word leaves the clause that it governs open.

    Args:
        tree: The sentence.
        word: A verb, a noun or an adjective.
        yes_no: True for a clause with "whether", False for one with a wh-word, for which fewer words do.

    Returns:
        "unclear" or "depends"; None where it leaves nothing open.
    """
    lemma = tree.tokens[word].lemma.lower()
    if lemma in DEPENDING and (lemma not in {"rest", "ride"} or tree.tokens[word].tag.startswith("VB")):
        return "depends"
    if tree.tokens[word].tag.startswith("VB"):
        return _verb(tree, word, lemma, yes_no=yes_no)
    if lemma in OPEN_ADJECTIVES:
        return "unclear"
    if lemma in _CLEAR_ADJECTIVES:
        return "unclear" if denied(tree, word) or denied(tree, tree.tokens[word].head) else None
    return _noun(tree, word, lemma, yes_no=yes_no)


def _verb(tree: Tree, word: int, lemma: str, *, yes_no: bool) -> Source | None:
    if lemma == "see":
        awaited = tree.infinitive(word) and tree.tokens[tree.tokens[word].head].lemma in {"remain", "wait"}
        return "unclear" if awaited else None
    if lemma == "know" and any(tree.tokens[child].text.lower() == "would" for child in tree.children[word]):
        return None  # "most keepers wouldn't know if": supposed, not reported
    if time_tells(tree, word):
        return "unclear"
    if lemma == "wonder" and tree.tokens[word].dep == "acl":
        return None  # "those wondering whether"
    out = tree.has(word, "prt")
    if lemma in _SETTING_OUT and out is not None and tree.tokens[out].text == "out" and denied(tree, word):
        return "unclear"
    if lemma == "understand" and tree.tokens[word].tag != "VBN":
        return None  # "could not understand why he ran" tells of somebody's mind
    if lemma in _SAYING | _FORESEEING and _too_early(tree, word):
        return "unclear"
    if (
        (lemma in _SAYING and denied(tree, word))
        or (lemma in _DOUBTING and (yes_no or lemma == "disagree"))
        or lemma in OPEN_ADJECTIVES
    ):
        return "unclear"
    # What people judge by habit is not open: "such prices sway how guests judge whether …".
    weighs = lemma in _WEIGHING and _ahead(tree, word) and (lemma != "judge" or tree.infinitive(word))
    return "depends" if weighs and (yes_no or lemma in {"decide", "determine", "negotiate"}) else None


def _too_early(tree: Tree, word: int) -> bool:
    """Tell whether a verb stands in "too early to say", "no way to know", "hard to tell"."""
    to = next((child for child in tree.children[word] if tree.tokens[child].tag == "TO" and child < word), 0)
    before = [tree.tokens[at].text.lower() for at in range(max(0, to - 2), to)]
    return before[-2:] in (["too", "early"], ["too", "soon"], ["no", "way"]) or bool(_HARD & set(before[-1:]))


def time_tells(tree: Tree, word: int) -> bool:
    """Tell whether a word is the verb of "time will tell"."""
    teller = tree.subject(word) if tree.tokens[word].lemma == "tell" else None
    return teller is not None and tree.tokens[teller].lemma.lower() == "time"


def _noun(tree: Tree, word: int, lemma: str, *, yes_no: bool) -> Source | None:
    head = tree.tokens[word].head
    if lemma in _MISSING_NOUNS and denied(tree, word):
        return "unclear"
    if lemma not in OPEN_NOUNS or not (yes_no or lemma in NOUNS_OF_WH):
        return None
    if lemma == "debate" and tree.tokens[word].tag == "NNS" and not yes_no:
        return None  # "debates about who should rule" are always held
    if lemma == "guess" and not any(tree.tokens[c].text.lower() in {"anyone", "anybody"} for c in tree.children[word]):
        return None
    if lemma == "point" and (not word or tree.tokens[word - 1].text.lower() != "sticking"):
        return None
    # "failed to answer questions about how" asks somebody; "the question is not how soon" leaves nothing open.
    asked = lemma == "question" and tree.tokens[word].tag == "NNS" and tree.tokens[head].lemma not in _RAISING
    asked = asked or (lemma == "question" and not yes_no and tree.tokens[word].dep == "pobj")
    dismissed = tree.tokens[head].lemma == "be" and tree.negated(head)
    return None if asked or dismissed else "unclear"


def denied(tree: Tree, word: int) -> bool:
    """Tell whether a word is denied, itself or through what governs it: "has yet to say", "declined to say"."""
    for _ in range(_CONTROL_DEPTH):
        token = tree.tokens[word]
        yet = any(tree.tokens[child].text.lower() == "yet" for child in tree.children[word])
        if tree.negated(word) or token.lemma.lower() in _DENIERS or (yet and tree.infinitive_below(word)):
            return True
        if token.dep not in {"xcomp", "pcomp", "conj", "acomp", "dobj", "attr"} or token.head == word:
            return False
        word = token.head
    return False


def _ahead(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is in the future, the present or an infinitive: "will decide", "is weighing"."""
    finite = tree.finite(verb)
    if finite is None:
        # "to determine", "considering"; but "did help the pilots determine" is over.
        head = tree.tokens[verb].head
        over = (
            tree.tokens[verb].tag == "VB"
            and not tree.infinitive(verb)
            and any(tree.tokens[index].tag == "VBD" for index in (head, *tree.children[head]))
        )
        return tree.tokens[verb].tag in {"VB", "VBG"} and not over
    done = tree.tokens[verb].tag == "VBN" and not any(tree.tokens[at].text == "being" for at in tree.auxiliaries(verb))
    present = tree.tokens[finite].tag in {"VBZ", "VBP"} and not done
    return present or tree.tokens[finite].tag == "MD"
