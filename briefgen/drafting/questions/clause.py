"""What a sentence leaves open, named by the tokens of its tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from briefgen.drafting.questions.tree import Tree

Source = Literal[
    "unclear", "depends", "condition", "prospect", "asked",
    "planned", "announced", "possible", "demanded", "suspected", "matter",
]  # fmt: skip
TO_COME: frozenset[Source] = frozenset({"demanded", "planned", "possible", "announced"})
"""What is said to come, by somebody who may be wrong: most of it nobody doubts."""
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
    """The wh-phrase ("which gate"); empty for a question of yes or no."""
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


def plain_clause(  # noqa: PLR0913  # what a clause is made of, each of them needed
    tree: Tree, source: Source, words: tuple[int, int], subject: Span, body: int, *, modal: str
) -> OpenClause:
    """Make the clause of a question of yes or no, whose subject may stand anywhere before it.

    Args:
        tree: The sentence.
        source: What kind of openness it is.
        words: The word that leaves it open, and the clause's main verb.
        subject: The subject's words.
        body: First token of what goes after the subject.
        modal: "will" or "can" to ask with; empty to keep the clause's own tense.

    Returns:
        The clause.
    """
    cue, verb = words
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
        back_shifted=source not in {"depends", "condition"} and tree.past(ruling_verb(tree, cue)),
        speaker=subject,
    )


def ruling_verb(tree: Tree, cue: int) -> int:
    """Climb from a cue to the verb whose tense and subject count."""
    while tree.finite(cue) is None and tree.tokens[cue].head != cue:
        cue = tree.tokens[cue].head
    return cue
