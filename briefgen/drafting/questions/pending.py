"""Tree -> what somebody plans, promises, may do or is expected to do: "plans to close", "could face", "would receive"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.clause import OpenClause, plain_clause
from briefgen.drafting.questions.clauses import WH_TAGS
from briefgen.drafting.questions.conditions import NAMED
from briefgen.drafting.questions.verbs import base_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.clause import Source
    from briefgen.drafting.questions.tree import Tree

_COMMITTING = frozenset({
    "vow", "pledge", "promise", "propose", "agree", "refuse", "offer", "plan", "intend", "commit",
})  # fmt: skip
"""To say so is to do it: what is vowed in the past is still owed."""
_STRIVING = frozenset({
    "aim", "seek", "hope", "want", "try", "attempt", "work", "struggle", "strive", "push", "prepare", "expect", "look",
    "wait", "fight", "move", "race", "bid", "campaign", "press", "urge", "mull",
})  # fmt: skip
"""Only a present tense leaves these open: who "sought to win" has won or lost."""
_FORETOLD = frozenset({"expect", "set", "plan", "tip", "prepare"})
"""Not "scheduled": what has its day is something to watch."""
_AWAITED = frozenset({"due", "likely", "set", "ready", "willing", "poised", "prepared", "keen", "unlikely", "eager"})
_INTENTIONS = frozenset({
    "plan", "proposal", "threat", "promise", "pledge", "vow", "offer", "bid", "intention", "refusal", "willingness",
    "readiness",
})  # fmt: skip
_POSSIBLE = frozenset({"may", "might", "could"})
_TO_COME = frozenset({"will", "would", "’ll", "'ll", "shall"})
_PERCEIVED = frozenset({"hear", "see", "feel", "smell"})
"""What "could be heard" was there."""
_SUPPOSING = frozenset({"if", "unless", "whether", "because", "so", "although", "while", "as"})
_ANYBODY = frozenset({"a", "an", "any", "some", "every", "each", "no", "few", "many", "most", "such", "one"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis", "relcl"})
_MAYBE = frozenset({"may", "might"})
_LASTING = frozenset(
    {"be", "have", "survive", "last", "hold", "suffice", "work", "happen", "recover", "succeed", "return"}
)
"""Of these "may not" doubts; "the council may not close the mine" may forbid it."""
_REPORTING = frozenset({
    "say", "tell", "claim", "announce", "warn", "add", "signal", "indicate", "suggest", "confirm", "state", "report",
    "insist", "argue", "believe", "think", "fear", "predict", "forecast", "estimate", "note", "write", "declare",
    "expect", "hope", "stress", "reiterate", "repeat", "assert", "maintain", "promise", "vow", "pledge", "threaten",
})  # fmt: skip
_IDLE = frozenset({
    "say", "comment", "think", "know", "feel", "remember", "imagine", "look", "seem", "appear", "mean", "like", "want",
    "need", "try", "argue", "believe", "wonder", "suggest", "understand", "matter", "please", "love", "hope", "see",
    "sound", "wish", "thank", "do", "prove", "tend", "host", "tour",
    "perform", "induct", "inaugurate", "reflect", "celebrate", "honour", "honor", "commemorate", "lie",
})  # fmt: skip
"""What nobody would ask whether it comes."""


def pending(tree: Tree) -> Iterator[OpenClause]:
    """Find what a sentence announces, plans, promises or holds possible.

    Args:
        tree: A sentence.

    Yields:
        A clause for each, in the order of the sentence, to be asked about with "will".
    """
    for index, token in enumerate(tree.tokens):
        if not tree.outside[index]:
            continue
        if token.tag.startswith("VB") or token.pos == "ADJ":
            clause = _intended(tree, index) or _held_possible(tree, index)
        elif token.pos == "NOUN":
            clause = _intention(tree, index)
        else:
            clause = None
        idle = clause is None or base_form(tree.tokens[clause.verb]).lower() in _IDLE
        if clause and not idle and tree.outside[clause.verb] and not _is_a_day(tree, *clause.subject):
            yield clause


def _is_a_day(tree: Tree, low: int, high: int) -> bool:
    """Tell whether the parse has taken a day for who acts: "The day that Oslo fell the mayor vowed"."""
    heads = [at for at in range(low, high) if not low <= tree.tokens[at].head < high]
    return any(tree.tokens[at].entity in {"DATE", "TIME"} or tree.tokens[at].lemma == "day" for at in heads)


def _intended(tree: Tree, index: int) -> OpenClause | None:
    """Read "plans to close", "has vowed to leave", "is expected to sign", "is due to open"."""
    token = tree.tokens[index]
    lemma = base_form(token).lower()
    body = next(
        (
            child
            for child in tree.children[index]
            if child > index
            and tree.infinitive(child)
            and (
                tree.tokens[child].dep in {"xcomp", "ccomp"}
                or (child == index + 2 and tree.tokens[child].dep == "advcl")
            )
        ),
        None,
    )
    if (
        body is None
        or tree.subject(body) is not None
        or tree.has(index, "dobj") is not None
        or _in_relative(tree, index)
    ):
        return None
    passive = tree.has(index, "auxpass") is not None
    governor = token.head if token.dep in {"acomp", "amod"} else index
    if passive or token.pos == "ADJ":
        foretold = lemma in _FORETOLD | _AWAITED and (token.pos != "ADJ" or token.dep in {"acomp", "ROOT"})
        if not foretold or tree.negated(governor):
            return None
    elif lemma in _COMMITTING:
        finite = tree.finite(index)
        over = finite is not None and tree.tokens[finite].text.lower() == "had"
        if tree.negated(index) or over:
            return None
    elif lemma not in _STRIVING or not _present(tree, index) or tree.negated(index):
        return None
    elif tree.tokens[body].lemma in {"be", "become"} and tree.past(index):
        return None  # "said that she wanted to be a teacher"
    return _asked(tree, "planned", (index, body), governor)


def _in_relative(tree: Tree, index: int) -> bool:
    """Tell whether a verb stands in a clause that describes a noun: its object may be missing, its time is past."""
    while tree.tokens[index].dep in {"conj", "xcomp", "acomp", "ccomp"} and tree.tokens[index].head != index:
        index = tree.tokens[index].head
    return tree.tokens[index].dep in {"relcl", "acl"}


def _asked(tree: Tree, source: Source, words: tuple[int, int], governor: int) -> OpenClause | None:
    cue, body = words
    to = next((child for child in tree.children[body] if tree.tokens[child].tag == "TO"), None)
    subject = tree.owner_span(governor)
    base = tree.tokens[body].tag == "VB" or (tree.tokens[body].tag == "VBN" and tree.has(body, "auxpass") == body - 1)
    if subject == (0, 0) or subject[1] > cue or to is None or not base or to > body:
        return None
    return plain_clause(tree, source, (cue, body), subject, _after_either(tree, to + 1), modal="will")


def _after_either(tree: Tree, body: int) -> int:
    return body + 1 if tree.tokens[body].text.lower() in {"either", "both"} else body


def _intention(tree: Tree, index: int) -> OpenClause | None:
    """Read "Norway’s plan to close", "its threat to leave"."""
    body = next(
        (child for child in tree.children[index] if child > index and tree.infinitive(child)),
        None,
    )
    owner = tree.has(index, "poss")
    if tree.tokens[index].lemma not in _INTENTIONS or body is None or owner is None or tree.negated(index):
        return None
    to = next(child for child in tree.children[body] if tree.tokens[child].tag == "TO")
    low, high = tree.span(owner)
    while high > low and tree.tokens[high - 1].tag == "POS":
        high -= 1
    if to != index + 1 or tree.tokens[body].tag != "VB":
        return None
    return plain_clause(tree, "planned", (index, body), (low, high), to + 1, modal="will")


def _held_possible(tree: Tree, verb: int) -> OpenClause | None:
    """Read "may introduce a limit", "could face sanctions", "said that it would close the mine"."""
    finite, subject = tree.finite(verb), tree.subject(verb)
    if finite is None or finite == verb or subject is None or tree.tokens[finite].tag != "MD":
        return None
    doubted = tree.tokens[finite].text.lower() in _MAYBE and tree.tokens[verb].lemma in _LASTING
    if tree.negated(verb) and not doubted:
        return None
    kind = _kind(tree, verb, tree.tokens[finite].text.lower())
    if kind is None or _supposed(tree, verb):
        return None
    relative = tree.tokens[subject].tag in {"WDT", "WP"} or tree.tokens[subject].text.lower() == "that"
    low, high = tree.owner_span(verb) if relative else tree.subject_span(verb)
    if low == high or (relative and not _names_its_noun(tree, verb, subject)):
        return None
    still = any(tree.tokens[child].text.lower() in {"still", "yet"} for child in tree.children[verb])
    about = any(one.entity in NAMED for one in tree.tokens[low:high]) and tree.tokens[subject].entity not in NAMED
    if tree.tokens[low].text.lower() in _ANYBODY and not still and not (about and kind[0] == "possible"):
        return None  # "a migrant may apply" is a rule, "a lawsuit against Chile may be dismissed" is none
    # "how soon the bank will close" asks by itself, "it may rain" and "that could help" name nobody.
    asks = any(tree.tokens[at].tag in WH_TAGS for at in range(tree.span(verb)[0], low))
    token = tree.tokens[subject]
    if asks or high > finite or token.dep == "expl" or (not relative and token.tag in {"DT", "EX"}):
        return None
    source, modal = kind
    body = finite + 1
    while body < verb and tree.tokens[body].dep == "advmod":
        body += 1  # "may also", "could still"
    while tree.tokens[body].dep == "neg" and body < verb:
        body += 1  # "may not be enough": whether it is
    return plain_clause(tree, source, (finite, verb), (low, high), body, modal=modal)


def _names_its_noun(tree: Tree, verb: int, pronoun: int) -> bool:
    """Tell whether "which" stands for the noun right before it; after "the effect of a tax that" it may be either."""
    noun = tree.tokens[verb].head
    near = {noun + 1, noun + 2} if tree.tokens[noun + 1].text == "," else {noun + 1}
    return tree.tokens[verb].dep == "relcl" and pronoun in near and tree.tokens[noun].dep != "pobj"


def _kind(tree: Tree, verb: int, auxiliary: str) -> tuple[Source, str] | None:
    """Tell what an auxiliary says of its verb, and what to ask with."""
    hoped = tree.tokens[verb].dep == "ccomp" and base_form(tree.tokens[tree.tokens[verb].head]) == "hope"
    if hoped and auxiliary in {"can", "could"}:
        return "planned", "can"
    if auxiliary == "could" and (tree.tokens[verb].lemma in _PERCEIVED or _able_then(tree, verb)):
        return None
    if auxiliary in _POSSIBLE:
        # "may be slipping" tells of today.
        return ("possible", "will") if tree.tokens[verb].tag != "VBG" else None
    if auxiliary not in _TO_COME:
        return None
    told = _reported(tree, verb) or auxiliary != "would"
    return ("announced", "will") if told else None


def _able_then(tree: Tree, verb: int) -> bool:
    """Tell whether "could" tells of what was possible in the past: beside a past tense, and not in what somebody says."""
    if _reported(tree, verb):
        return False
    return any(
        token.tag == "VBD" and tree.outside[at] and token.lemma not in _REPORTING
        for at, token in enumerate(tree.tokens)
    )


def _supposed(tree: Tree, verb: int) -> bool:
    """Tell whether a clause hangs on a condition, gives a reason, or tells of what did not happen."""
    if tree.tokens[verb].dep not in _CLAUSES or _mark(tree, verb) in _SUPPOSING:
        return True
    if any(tree.tokens[at].lemma == "have" for at in tree.auxiliaries(verb)):
        return True
    return any(
        tree.tokens[child].dep == "advcl" and child < verb and _mark(tree, child) in {"if", "unless", "had", "were"}
        for child in tree.children[verb]
    )


def _mark(tree: Tree, verb: int) -> str:
    mark = tree.has(verb, "mark")
    return "" if mark is None else tree.tokens[mark].text.lower()


def _reported(tree: Tree, verb: int) -> bool:
    """Tell whether somebody says so: "would" by itself supposes."""
    token = tree.tokens[verb]
    while token.dep == "conj" and tree.tokens[token.head].tag.startswith("VB"):
        token = tree.tokens[token.head]
    if token.dep == "ccomp" and tree.tokens[token.head].lemma in _REPORTING:
        return True
    return any(
        tree.tokens[c].dep in {"ccomp", "parataxis"} and tree.tokens[c].lemma in _REPORTING for c in tree.children[verb]
    )


def _present(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is in the present, or in a past that a report has made of it: "said that he wanted"."""
    finite = tree.finite(verb)
    if finite is None:
        return False
    token = tree.tokens[finite]
    if token.tag in {"VBZ", "VBP", "MD"}:
        return tree.tokens[verb].tag != "VBN"  # "has sought to win" sums up what was
    head = tree.tokens[verb].head
    # Under "have argued" a past tense tells of the past.
    return tree.tokens[verb].dep == "ccomp" and tree.tokens[head].lemma in _REPORTING and tree.past(head)
