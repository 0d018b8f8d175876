"""Tree -> a question that the article itself asks of what is to come, neither rhetorical nor put to the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.guards import addresses_reader
from briefgen.drafting.questions.wording import MOST_WORDS, Wording, pieces_of

if TYPE_CHECKING:
    from briefgen.drafting.questions.tree import Tree

_AHEAD = frozenset({"will", "can", "could", "would"})
_YES_NO = _AHEAD | frozenset({"is", "are", "does", "do", "has", "have"})
_LEADING = frozenset({"but", "and", "so", "yet", "or", "still", "now", "then", ",", "however"})
_WH = frozenset({"what", "when", "who", "which", "how", "where"})
_FEWEST_WORDS = 4
_SHORT_WORD = 3
"""Headlines write these small."""
_RHETORIC = frozenset(
    {"not", "n't", "n’t", "really", "ever", "anyone", "anybody", "surely", "possibly", "else", "good", "worth", "next"}
)
_ANSWERS = frozenset({"yes", "no", "perhaps", "probably", "hardly", "maybe", "of", "that", "because", "absolutely"})


def direct_question(tree: Tree, before: Tree | None, after: Tree | None) -> Wording | None:
    """Take the question of a sentence that asks one.

    Args:
        tree: The sentence.
        before: The one before it in its block.
        after: The one after it in its block.

    Returns:
        The question from its first verb or wh-word on, without its mark; None where it is no open question.
    """
    tokens = tree.tokens
    if not tokens or tokens[-1].text != "?" or not all(tree.outside) or _to_somebody(before, tree, after):
        return None
    start = max((index + 1 for index, token in enumerate(tokens) if token.text == ":"), default=0)
    while start < len(tokens) and tokens[start].text.lower() in _LEADING:
        start += 1
    end = len(tokens) - 1
    words = tuple(token.text.lower() for token in tokens[start:end])
    if not _FEWEST_WORDS <= len(words) <= MOST_WORDS or _RHETORIC.intersection(words) or _headline(tree, start, end):
        return None
    if words[0] not in _YES_NO and not (words[0] in _WH and "will" in words):
        return None
    for verb in range(start, end):
        subject = tree.subject(verb)
        if subject is not None and tokens[verb].tag[:2] in {"VB", "MD"}:
            pieces = tuple(pieces_of(tree, start, _before_dash(tree, verb, end)))
            return Wording(pieces=pieces, subject=tree.span(subject), verb=verb)
    return None


def _to_somebody(before: Tree | None, tree: Tree, after: Tree | None) -> bool:
    """Tell whether a question is put to the reader, as its neighbours may show, or answered at once."""
    if any(near is not None and addresses_reader(near.sentence) for near in (before, tree, after)):
        return True
    return after is not None and bool(after.tokens) and after.tokens[0].text.lower() in _ANSWERS


def _headline(tree: Tree, start: int, end: int) -> bool:
    longer = [token.text for token in tree.tokens[start + 1 : end] if len(token.text) > _SHORT_WORD]
    return sum(text[0].isupper() for text in longer) * 2 > len(longer)


def _before_dash(tree: Tree, verb: int, end: int) -> int:
    """Leave out what a dash adds: "the first of many ferries – or the last one"."""
    return next((i for i in range(verb + 1, end) if tree.tokens[i].text in {"—", "–"}), end)
