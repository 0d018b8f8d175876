"""Tree -> a question that the article itself asks of what is to come, neither rhetorical nor put to the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.question_guards import addresses_reader
from briefgen.drafting.question_tree import FINITE
from briefgen.drafting.question_wording import MOST_WORDS, Wording, pieces_of

if TYPE_CHECKING:
    from briefgen.drafting.question_tree import Tree

_AHEAD = frozenset({"will", "can", "could", "would"})
_YES_NO = _AHEAD | frozenset({"is", "are", "does", "do", "has", "have"})
_LEADING = frozenset({"but", "and", "so", "yet", "or", "still", "now", "then", ",", "however"})
_RHETORIC = frozenset({"not", "n't", "n’t", "really", "ever", "anyone", "anybody", "surely", "possibly", "else", "good", "worth", "next"})
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
    if len(tokens) < 2 or tokens[-1].text != "?" or not all(tree.outside):
        return None
    if any(near is not None and addresses_reader(near.sentence) for near in (before, tree, after)):
        return None
    if after is not None and after.tokens and after.tokens[0].text.lower() in _ANSWERS:
        return None
    start = max((index + 1 for index, token in enumerate(tokens) if token.text == ":"), default=0)
    while start < len(tokens) and tokens[start].text.lower() in _LEADING:
        start += 1
    end = len(tokens) - 1
    if end - start > MOST_WORDS or end - start < 3 or any(token.text.lower() in _RHETORIC for token in tokens[start:end]):
        return None
    opening = tokens[start].text.lower()
    if opening in {"what", "when", "who", "which", "how", "where"}:
        if not any(token.text.lower() == "will" for token in tokens[start:end]):
            return None
    elif opening not in _YES_NO:
        return None
    verb = next((i for i in range(start, end) if tree.subject(i) is not None and tokens[i].tag[:2] in {"VB", "MD"}), None)
    if verb is None or not any(token.tag in FINITE for token in tokens[start:end]):
        return None
    subject = tree.subject(verb)
    span = tree.span(subject) if subject is not None else (start, start)
    return Wording(pieces=tuple(pieces_of(tree, start, _before_dash(tree, verb, end))), subject=span, verb=verb)


def _before_dash(tree: Tree, verb: int, end: int) -> int:
    """Leave out what a dash adds: "the start of a trade war – or another climbdown"."""
    return next((i for i in range(verb + 1, end) if tree.tokens[i].text in {"—", "–"}), end)
