"""A thing that a sentence puts ahead: the verb or noun that is the event, what says so, and how certain the source is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from briefgen.drafting.questions.tree import Tree
    from briefgen.model.briefing import Certainty

Ground = Literal[
    "fixed", "told", "will", "would", "plan", "threat", "may", "upcoming", "dated", "pending", "under way", "period"
]


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
    """What puts it ahead. `told` where readers are told to watch it; `would` and `dated` where only a date does; `pending`
    what has still to be done or decided; `under way` what has begun and will have a result; `period` what runs out."""
    leading: str = ""
    """Words before a noun that make it what is waited for: "Outcome of the" investigation, "End of the" 90-day pause."""
    name: str = ""
    """Of a subject that is a pronoun the name it stands for."""
    supposed: bool = False
    """True where the clause only describes, gives a purpose, or follows from something else: "a bridge that could …"."""


def make(tree: Tree, event: int, cue: int, how: tuple[Certainty, Ground], subject: int | None = None) -> Prospect:
    """Give the prospect; what hangs on "if …" or "unless …" is conditional."""
    certainty, ground = how
    if any(_is_condition(tree, top) for top in {event, cue}):
        certainty = "conditional"
    return Prospect(tree=tree, event=event, subject=subject, cue=cue, certainty=certainty, ground=ground)


def awaited(tree: Tree, event: int, cue: int, how: tuple[Certainty, Ground], leading: str) -> Prospect:
    """Give the prospect of what a noun will come to: its end, its findings."""
    return replace(make(tree, event, cue, how), leading=leading)


def _is_condition(tree: Tree, top: int) -> bool:
    """Tell whether "if …" or "unless …" hangs on a verb; "even if …" is no condition."""
    return any(
        tree.tokens[clause].dep == "advcl"
        and (mark := tree.has(clause, "mark")) is not None
        and tree.tokens[mark].text.lower() in {"if", "unless"}
        and tree.tokens[mark - 1].text.lower() != "even"
        for clause in tree.children[top]
    )
