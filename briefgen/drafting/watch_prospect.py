"""A thing that a sentence puts ahead: the verb or noun that is the event, what says so, and how certain the source is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from briefgen.drafting.question_tree import Tree
    from briefgen.model.briefing import Certainty

Ground = Literal["fixed", "told", "will", "would", "upcoming", "dated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """A thing that a sentence puts ahead."""

    tree: Tree
    event: int
    """The token that names it: the head of a noun phrase, or a verb."""
    subject: int | None
    """Of a verb, the head of its subject."""
    cue: int
    """The token that puts it ahead."""
    certainty: Certainty
    ground: Ground
    """`told` where readers are told to watch it; `would` and `dated` where only a date puts it ahead."""


def make(tree: Tree, event: int, cue: int, how: tuple[Certainty, Ground], subject: int | None = None) -> Prospect:
    """Give the prospect; what hangs on "if …" or "unless …" is conditional."""
    certainty, ground = how
    if any(_is_condition(tree, top) for top in {event, cue}):
        certainty = "conditional"
    return Prospect(tree=tree, event=event, subject=subject, cue=cue, certainty=certainty, ground=ground)


def _is_condition(tree: Tree, top: int) -> bool:
    """Tell whether "if …" or "unless …" hangs on a verb."""
    return any(
        tree.tokens[clause].dep == "advcl"
        and (mark := tree.has(clause, "mark")) is not None
        and tree.tokens[mark].text.lower() in {"if", "unless"}
        for clause in tree.children[top]
    )
