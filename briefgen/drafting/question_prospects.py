"""Tree -> what it says may or may not come: threats, steps still to be taken, conditions, fears, a party's willingness."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.drafting.question_clauses import OpenClause, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.question_tree import Tree

_WILLING = {"willingness": "will", "readiness": "will", "ability": "can", "capacity": "can"}
_DEPENDING = frozenset({"depend", "hinge", "dependent", "contingent", "question", "test", "doubt"})
_DEPENDING_REACH = 3
"""Steps from "willingness" up to "dependent": the preposition, the adjective, a noun between."""
_PLANNING = frozenset({"consider", "weigh", "contemplate", "mull"})
_FEARING = frozenset({"worry", "fear", "concern"})
_CLAIMS = frozenset({"claim", "allegation", "accusation", "report", "suspicion"})
_INVESTIGATING = frozenset({"investigate", "examine", "probe", "review"})
_UNREAL = frozenset({"want", "need", "like", "wish", "think", "feel", "suspect", "know", "let", "turn", "happen"})
_FORWARD = frozenset({"will", "would", "could", "may", "might", "'ll", "’ll", "should", "can"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "LAW", "EVENT", "PRODUCT"})
_VAGUE_CONDITION = frozenset({"even", "as", "what", "only"})


def prospects(tree: Tree) -> Iterator[OpenClause]:
    """Find what a sentence says may come to pass without asking.

    Args:
        tree: A sentence.

    Yields:
        A clause for each, in the order of the sentence.
    """
    for index, token in enumerate(tree.tokens):
        if not tree.outside[index]:
            continue
        clause = _step(tree, index) or _fear(tree, index)
        if clause is None and token.text.lower() in {"if", "unless", "should"}:
            clause = _condition(tree, index)
        if clause is None and token.lemma in _WILLING:
            clause = _willingness(tree, index)
        if clause:
            yield clause


def _step(tree: Tree, index: int) -> OpenClause | None:
    """ "threatened to halt", "has yet to approve", "is considering closing", "still needs to be signed"."""
    token = tree.tokens[index]
    low = token.lemma.lower()
    body = None
    if low == "threaten" or (low == "have" and _below(tree, index, "yet")):
        body = _infinitive(tree, index)
    elif low in {"need", "have", "must"} and _below(tree, index, "still"):
        body = _infinitive(tree, index)
        if body is not None and tree.has(body, "auxpass") is None:
            return None
    elif low in _PLANNING and token.tag == "VBG":
        body = tree.has(index, "xcomp", "ccomp")
    elif low == "rule" and _below(tree, index, "out") and tree.negated(index):
        body = tree.has(index, "xcomp", "ccomp", "pcomp")
    elif low == "close" and (near := tree.has(index, "prep")) is not None and tree.tokens[near].text == "to":
        body = tree.has(near, "pcomp")
    if body is None or body <= index or tree.tokens[body].tag not in {"VB", "VBG", "VBN"}:
        return None
    if tree.subject(body) is not None or (tree.tokens[body].tag == "VBG") == tree.infinitive(body):
        return None
    owner = tree.owner(_clause_head(tree, index))
    if owner is None or owner > index:
        return None
    to = next((child for child in tree.children[body] if tree.tokens[child].tag == "TO"), None)
    subject = _list(tree, tree.span(owner), index)
    clause = _made(tree, "prospect", index, body, subject, body if to is None else to + 1, "will")
    if low == "have" and tree.has(body, "auxpass") is not None:
        # "had yet to be disclosed in the first hours": what follows tells until when it had not.
        agent = tree.has(body, "agent")
        return replace(clause, end=body + 1 if agent is None else tree.span(agent)[1])
    return clause


def _willingness(tree: Tree, index: int) -> OpenClause | None:
    """ "depends on Beijing’s willingness to prioritize …"."""
    owner = tree.has(index, "poss")
    at = index
    for _ in range(_DEPENDING_REACH):
        at = tree.tokens[at].head
        if tree.tokens[at].lemma.lower() in _DEPENDING:
            break
    else:
        return None
    if owner is None or index + 2 >= len(tree.tokens) or tree.tokens[index + 1].tag != "TO":
        return None
    verb = index + 2
    if tree.tokens[verb].tag != "VB":
        return None
    low, high = tree.span(owner)
    while high > low and tree.tokens[high - 1].dep == "case":
        high -= 1
    clause = _made(tree, "depends", at, verb, (low, high), verb, _WILLING[tree.tokens[index].lemma])
    # The parse may hang the infinitive's complements on another word: the noun's span holds them all.
    return replace(clause, end=max(clause.end, tree.span(index)[1]))


def _condition(tree: Tree, marker: int) -> OpenClause | None:
    """ "if China refuses to act, …", "should China refuse, …", "unless Kyiv restores supplies"."""
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
    if subject is None or finite is None or not _definite(tree, subject) or not _forward(tree, main):
        return None
    low, high = tree.span(subject)
    tag = tree.tokens[finite].tag
    if low != marker + 1 or (tag == "VBD" and not _would(tree, main)):
        return None
    if finite != verb and tree.tokens[finite].dep != "auxpass" and tag != "MD":
        return None
    return _made(tree, "condition", marker, verb, (low, high), high, "will")


def _fear(tree: Tree, index: int) -> OpenClause | None:
    """ "experts worry that …", "fears that …", "is investigating claims that …"."""
    token = tree.tokens[index]
    lemma = token.lemma.lower()
    verb = tree.has(index, "ccomp", "acl")
    if verb is None or verb < index or tree.has(verb, "mark") is None:
        return None
    if lemma in _CLAIMS:
        if tree.tokens[token.head].lemma not in _INVESTIGATING:
            return None
    elif lemma not in _FEARING or token.tag not in {"VBP", "VBZ", "NNS", "NN"} or tree.negated(index):
        return None
    subject = tree.subject(verb)
    mark = tree.has(verb, "mark")
    if subject is None or mark is None or tree.tokens[mark].text.lower() != "that" or tree.span(subject)[0] != mark + 1:
        return None
    low, high = tree.span(subject)
    return _made(tree, "prospect", index, verb, (low, high), high, "")


def _made(tree: Tree, source: Source, cue: int, verb: int, subject: Span, body: int, modal: str) -> OpenClause:
    return OpenClause(
        source=source,
        cue=tree.tokens[cue].text,
        cue_token=cue,
        verb=verb,
        opener=(body, body),
        subject=subject,
        body=body,
        end=tree.span(verb)[1],
        modal=modal,
        back_shifted=source == "prospect" and tree.past(_clause_head(tree, cue)),
        speaker=subject,
    )


def _below(tree: Tree, index: int, word: str) -> bool:
    return any(tree.tokens[child].text.lower() == word for child in tree.children[index])


def _infinitive(tree: Tree, index: int) -> int | None:
    return next((child for child in tree.children[index] if child > index and tree.infinitive(child)), None)


def _list(tree: Tree, subject: Span, cue: int) -> Span:
    """Mend a list of subjects whose last member the parse has given to another word: "the terms and | the price had yet"."""
    low, high = subject
    if tree.tokens[high - 1].pos in {"CCONJ", "PUNCT"} and all(
        token.pos in {"NOUN", "PROPN", "ADJ", "DET", "CCONJ", "PUNCT", "ADP"} for token in tree.tokens[high:cue]
    ):
        return low, cue
    return subject


def _clause_head(tree: Tree, index: int) -> int:
    """Climb from an adjective or a participle to the verb whose subject acts."""
    token = tree.tokens[index]
    return token.head if token.dep == "acomp" else index


def _definite(tree: Tree, subject: int) -> bool:
    """Tell whether a subject is somebody or something known: named, "the …", or a plural with a description."""
    low, high = tree.span(subject)
    tokens = tree.tokens[low:high]
    if any(token.entity in _NAMED for token in tokens):
        return True
    if tree.tokens[subject].pos == "PRON" or tokens[0].text.lower() in {"a", "an", "any", "some", "no", "every", "each"}:
        return False
    return tokens[0].text.lower() == "the" or (len(tokens) > 1 and tree.tokens[subject].tag == "NNS")


def _forward(tree: Tree, main: int) -> bool:
    """Tell whether what follows from a condition lies ahead, and not in what usually happens."""
    words = {tree.tokens[index].text.lower() for index in tree.auxiliaries(main)}
    if words & _FORWARD:
        return not any(tree.tokens[index].text.lower() == "have" for index in tree.auxiliaries(main))
    token = tree.tokens[main]
    return (token.tag in {"VBZ", "VBP"} and not words) or tree.infinitive(main)


def _would(tree: Tree, main: int) -> bool:
    return any(tree.tokens[index].text.lower() in {"would", "could", "might"} for index in tree.auxiliaries(main))
