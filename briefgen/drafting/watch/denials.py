"""Prospect -> whether its sentence takes it back: somebody doubts it, it has been put off, or it is an answer in a poll."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.drafting.watch import words

if TYPE_CHECKING:
    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.watch.prospect import Prospect

_PUT_OFF = re.compile(
    r"\b(?:been|was|were) (?:postponed|put off|delayed)\b(?! (?:again )?(?:until|till|to|for|by|from)\b)"
)
_DOUBTING = frozenset("doubt deny skeptical sceptical doubtful unlikely unconvinced".split())
_SHARES = frozenset({"percent", "%", "respondent"})
_NEAR = 4
"""Tokens: "eight of ten voters"."""
_POLLED = _SHARES | {"voter"}


def is_denied(tree: Tree, prospect: Prospect) -> bool:
    """Recognise "did not believe the talks would end the strike", "doubts that it will open", "is sceptical that …"."""
    cue = prospect.cue
    verb = tree.tokens[cue].head if tree.tokens[cue].tag == "MD" else cue
    above = tree.tokens[verb].head
    return tree.tokens[verb].dep == "ccomp" and (tree.negated(above) or tree.tokens[above].lemma in _DOUBTING)


def is_poll(prospect: Prospect) -> bool:
    """Recognise "46 percent would choose Berg", "voters expect Berg to win": what people think, and no announcement."""
    tree = prospect.tree
    if prospect.subject is not None and tree.tokens[prospect.subject].lemma.lower() in _SHARES:
        return True
    thinking = prospect.cue if tree.tokens[prospect.cue].lemma in {"expect", "plan", "intend"} else None
    asked = None if thinking is None else tree.owner(thinking)
    if asked is None:
        return False
    low, high = tree.span(asked)
    return _names_polled(tree, low, high) or _names_polled(tree, prospect.subject, (prospect.subject or 0) + _NEAR)


def _names_polled(tree: Tree, low: int | None, high: int) -> bool:
    return low is not None and any(token.lemma.lower() in _POLLED for token in tree.tokens[low:high])


def is_put_off(prospect: Prospect) -> bool:
    """Recognise "the rally set for Friday has been postponed": no new day is told."""
    tree, noun = prospect.tree, prospect.event
    if prospect.ground in {"fixed", "dated"} and _PUT_OFF.search(tree.sentence.text):
        return True
    verb = tree.tokens[noun].head
    moved = tree.tokens[noun].dep in {"nsubj", "nsubjpass"} and tree.tokens[verb].lemma in words.MOVED
    anew = any(tree.tokens[i].text.lower() in {"until", "till", "to"} for i in tree.children[verb])
    return moved and tree.tokens[verb].tag in {"VBN", "VBD"} and not anew
