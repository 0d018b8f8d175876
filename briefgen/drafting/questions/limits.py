"""Tree -> where a clause ends: before a dash, an aside, a second question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.tree import DASHES, SUBJECT

if TYPE_CHECKING:
    from briefgen.drafting.questions.tree import Tree

_STOPS = frozenset({";", ":", "(", "[", "…", "..."})
_ESSENTIAL = frozenset({"conj", "dobj", "xcomp", "attr", "acomp", "pobj", "prt", "agent", "oprd", "dative"})
_OPTIONAL = frozenset({"advcl", "relcl", "npadvmod", "acl", "prep"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_CIRCUMSTANCES = frozenset(
    {"as", "while", "because", "since", "although", "though", "so", "before", "after", "when", "where", "whereas"}
)
_LEFT_OVER = frozenset({"yet", "either"})
"""They belong to the denial that goes: "have not said what they need yet"."""
_CLAUSE_MARKS = frozenset({"WDT", "WP", "WP$", "WRB"})


def clause_end(tree: Tree, verb: int, end: int) -> int:
    """Find where the part of a clause that makes one question ends.

    Args:
        tree: The sentence.
        verb: The clause's main verb.
        end: One past the last token that the parse gives to it.

    Returns:
        One past the last token to keep; no dash, aside or second clause follows the verb before it.
    """
    for index in range(verb + 1, end):
        token = tree.tokens[index]
        spaced = tree.tokens[index - 1].end < token.start
        if token.text in _STOPS or (token.text in DASHES and (spaced or token.text in {"—", "--"})):
            return _trimmed(tree, verb, index)
        if token.text == "," and not _needed_after(tree, verb, index, end):
            return _trimmed(tree, verb, index)
        if token.text == "," and tree.tokens[index + 1].text.lower() == "or" and _threatens(tree, verb, index, end):
            return _trimmed(tree, verb, index)
        if token.tag == "CC" and _starts_clause(tree, verb, index, end):
            return _trimmed(tree, verb, index)
    return _trimmed(tree, verb, end)


def shorter_end(tree: Tree, verb: int, end: int) -> int | None:
    """Find where a clause that is too long may end instead.

    Args:
        tree: The sentence.
        verb: The clause's main verb.
        end: One past the last token as it stands.

    Returns:
        One past the last token without its last aside, or None where nothing can go. A condition is never dropped.
    """
    best = None
    for index in range(verb + 1, end):
        token = tree.tokens[index]
        if token.dep not in _OPTIONAL or token.head == index:
            continue
        low, high = tree.span(index)
        if high < end or low <= verb + 1 or token.dep in {"prep", "acl"}:
            continue
        if any(word.text.lower() in _CONDITIONS for word in tree.tokens[low:index]):
            return None
        best = low
    return _trimmed(tree, verb, best) if best is not None else None


def before_circumstance(tree: Tree, verb: int, end: int) -> int:
    """Find where a clause ends without the reasons and times that follow: "before the war can end", "as prices rise".

    Args:
        tree: The sentence.
        verb: The clause's main verb.
        end: One past its last token as it stands.

    Returns:
        One past the last token to keep; conditions stay.
    """
    for index in range(verb + 1, end):
        mark = tree.has(index, "mark", "advmod") if tree.tokens[index].dep == "advcl" else None
        if mark is not None and mark < index and tree.tokens[mark].text.lower() in _CIRCUMSTANCES:
            return _trimmed(tree, verb, max(verb + 1, tree.span(index)[0]))
    return end


def asides(tree: Tree, start: int, end: int) -> frozenset[int]:
    """Find what a subject only adds about itself between commas: ", which lies on the coast,", ", a former judge,".

    Args:
        tree: The sentence.
        start: First token of the subject.
        end: One past its last.

    Returns:
        Tokens that can go, commas included; a name after a title stays.
    """
    found: set[int] = set()
    for index in range(start, end):
        token = tree.tokens[index]
        if token.dep not in {"relcl", "appos"} or not start <= token.head < index:
            continue
        low, high = tree.span(index)
        if token.pos == "PROPN" and tree.tokens[low].text.lower() not in {"a", "an"}:
            continue
        if low > start + 1 and tree.tokens[low - 1].text == "," and high <= end:
            closing = high < end and tree.tokens[high].text == ","
            found.update(range(low - 1, high + closing))
    return frozenset(found)


def _needed_after(tree: Tree, verb: int, comma: int, end: int) -> bool:
    """Tell whether what follows a comma belongs to what stands before it: a list, an object."""
    for index in range(comma + 1, end):
        token = tree.tokens[index]
        if not verb <= token.head < comma or _own_subject(tree, index):
            continue
        if token.dep in _ESSENTIAL or (
            token.dep == "appos" and token.tag == "NNP" and not _tells_who_said(tree, index)
        ):
            return True
    return False


def _tells_who_said(tree: Tree, name: int) -> bool:
    """Tell whether a name behind a comma has a verb of its own, whatever the parse makes of it: ", Ostby said"."""
    after = tree.span(name)[1]
    return after < len(tree.tokens) and tree.tokens[after].tag in {"VBD", "VBZ"}


def _own_subject(tree: Tree, index: int) -> bool:
    return any(tree.tokens[child].dep in SUBJECT for child in tree.children[index])


def _starts_clause(tree: Tree, verb: int, conjunction: int, end: int) -> bool:
    """Tell whether "and", "but" or "or" joins a clause with a subject or a wh-word of its own."""
    if conjunction + 1 < end and (
        tree.tokens[conjunction + 1].tag in _CLAUSE_MARKS or tree.tokens[conjunction + 1].text.lower() in _CONDITIONS
    ):
        return True
    # The word "and" itself may hang elsewhere: the first word joined across it tells.
    joined = next(
        (i for i in range(conjunction + 1, end) if tree.tokens[i].dep == "conj" and tree.tokens[i].head < conjunction),
        None,
    )
    if joined is None:
        return False
    head = tree.tokens[joined].head
    if tree.tokens[joined].tag[:2] not in {"VB", "MD"}:
        return False
    if head == verb and any(at > conjunction for at in tree.auxiliaries(joined)):
        return True  # "can still work and must decide": another auxiliary makes another question
    if head == verb and tree.infinitive(joined):
        return True  # "to stop sales, and to close the port": the question has lost its first "to"
    if head == verb and not _shares_auxiliary(tree, verb, joined):
        return True
    return _own_subject(tree, joined)


def _threatens(tree: Tree, verb: int, comma: int, end: int) -> bool:
    """Tell whether ", or" adds what follows if not: "to open the port, or face a strike"."""
    return any(
        tree.tokens[at].dep == "conj" and tree.tokens[at].head == verb and tree.tokens[at].tag == "VB"
        for at in range(comma, end)
    )


def _shares_auxiliary(tree: Tree, verb: int, joined: int) -> bool:
    """Tell whether what fits one verb fits the other: "will repair or replace", not "covers ports and includes"."""
    form = tree.tokens[verb].tag
    if form != tree.tokens[joined].tag or form not in {"VB", "VBN", "VBG"}:
        return False
    return form == "VB" or bool(tree.auxiliaries(verb))


def _trimmed(tree: Tree, verb: int, end: int) -> int:
    """Drop what cannot end a question: marks, conjunctions, a relative pronoun left over."""
    while end > verb + 1 and (
        (
            tree.tokens[end - 1].pos in {"PUNCT", "CCONJ", "SPACE", "SCONJ"}
            and tree.tokens[end - 1].text not in {"”", '"', "%", ")"}
        )
        or tree.tokens[end - 1].text.lower() in _LEFT_OVER
    ):
        end -= 1
    return end
