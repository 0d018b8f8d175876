"""Tree -> what a sentence makes depend on a condition, fears, or reports as claimed: "if China refuses, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.clause import OpenClause, plain_clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.tree import Tree

_FEARING = frozenset({"worry", "fear", "concern"})
_CLAIMS = frozenset({"claim", "allegation", "accusation", "report", "suspicion"})
_INVESTIGATING = frozenset({"investigate", "examine", "probe", "review"})
_FORWARD = frozenset({"will", "would", "could", "may", "might", "'ll", "’ll", "should", "can"})
_VAGUE_CONDITION = frozenset({"even", "as", "what", "only"})
_VOICING = frozenset({"express", "voice", "raise", "share"})
_UNREAL = frozenset({"want", "need", "like", "wish", "think", "feel", "suspect", "know", "let", "turn", "happen"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "LAW", "EVENT", "PRODUCT"})


def conditions(tree: Tree) -> Iterator[OpenClause]:
    """Find what a sentence supposes, fears or has others claim.

    Args:
        tree: A sentence.

    Yields:
        A clause for each, in the order of the sentence.
    """
    for index, token in enumerate(tree.tokens):
        if not tree.outside[index]:
            continue
        clause = _fear(tree, index)
        if clause is None and token.text.lower() in {"if", "unless", "should", "until"}:
            clause = _condition(tree, index)
        if clause:
            yield clause


def _condition(tree: Tree, marker: int) -> OpenClause | None:
    """Read "if China refuses to act, …", "should China refuse, …", "unless Kenya secures funding"."""
    verb = tree.tokens[marker].head
    word = tree.tokens[marker].text.lower()
    main = tree.tokens[verb].head
    inverted = word == "should"
    if verb <= marker or main == verb or tree.tokens[verb].dep not in ({"advcl", "ccomp"} if inverted else {"advcl"}):
        return None
    if inverted and (tree.tokens[marker].text != "Should" or tree.tokens[marker].dep != "aux"):
        return None
    if tree.sentence.text.rstrip("”\"'’) ").endswith("?") or tree.tokens[verb].lemma in _UNREAL:
        return None
    if not inverted and marker and tree.tokens[marker - 1].text.lower() in _VAGUE_CONDITION:
        return None
    subject = tree.subject(verb)
    finite = tree.finite(verb)
    if subject is None or finite is None or not _definite(tree, subject):
        return None
    low, high = tree.span(subject)
    named = any(token.entity in NAMED for token in tree.tokens[low:high])
    tag = tree.tokens[finite].tag
    if not _forward(tree, main, named=named) or (tag == "VBD" and not (named and _would(tree, main))):
        return None
    if low != marker + 1:
        return None
    if finite != verb and tree.tokens[finite].dep != "auxpass" and tag != "MD":
        return None
    if word == "until" and any(token.tag == "PRP$" for token in tree.tokens[high : tree.span(verb)[1]]):
        return None  # "stays closed until Chile pays for its repair": whose?
    deed, body = _were_to(tree, verb) or (verb, high)
    return plain_clause(tree, "condition", (marker, deed), (low, high), body, modal="will")


def _were_to(tree: Tree, verb: int) -> tuple[int, int] | None:
    """Give the deed of "if the court were to rule", and where what it says begins."""
    to = tree.has(verb, "xcomp") if tree.tokens[verb].lemma == "be" else None
    if to is None or not tree.infinitive(to) or tree.tokens[to].tag != "VB":
        return None
    return to, next(child for child in tree.children[to] if tree.tokens[child].tag == "TO") + 1


def _fear(tree: Tree, index: int) -> OpenClause | None:
    """Read "experts worry that …", "fears that …", "is investigating claims that …"."""
    token = tree.tokens[index]
    lemma = token.lemma.lower()
    verb = tree.has(index, "ccomp", "acl")
    if verb is None or verb < index or tree.has(verb, "mark") is None:
        return None
    governor = tree.tokens[token.head].lemma
    investigated = lemma in _CLAIMS and governor in _INVESTIGATING
    feared = lemma in _FEARING and (token.tag in {"VBP", "VBZ", "NNS"} or (token.tag == "NN" and governor in _VOICING))
    if not (investigated or feared) or tree.negated(index) or tree.tokens[verb].lemma in _UNREAL:
        return None
    subject = tree.subject(verb)
    mark = tree.has(verb, "mark")
    if subject is None or mark is None or tree.tokens[mark].text.lower() != "that" or tree.span(subject)[0] != mark + 1:
        return None
    low, high = tree.span(subject)
    return plain_clause(tree, "prospect", (index, verb), (low, high), high, modal="")


def _definite(tree: Tree, subject: int) -> bool:
    """Tell whether a subject is somebody or something known: named, "the …", or a plural with a description."""
    low, high = tree.span(subject)
    tokens = tree.tokens[low:high]
    if any(token.entity in NAMED for token in tokens):
        return True
    if tree.tokens[subject].pos == "PRON" or tokens[0].text.lower() in {
        "a",
        "an",
        "any",
        "some",
        "no",
        "every",
        "each",
    }:
        return False
    return tokens[0].text.lower() == "the" or (len(tokens) > 1 and tree.tokens[subject].tag == "NNS")


def _forward(tree: Tree, main: int, *, named: bool) -> bool:
    """Tell whether what follows from a condition lies ahead, and not in what usually happens."""
    words = {tree.tokens[index].text.lower() for index in tree.auxiliaries(main)}
    if not words and not named:
        return False
    if words & _FORWARD:
        return not any(tree.tokens[index].text.lower() == "have" for index in tree.auxiliaries(main))
    token = tree.tokens[main]
    return (token.tag in {"VBZ", "VBP"} and not words) or tree.infinitive(main)


def _would(tree: Tree, main: int) -> bool:
    return any(tree.tokens[index].text.lower() in {"would", "could", "might"} for index in tree.auxiliaries(main))
