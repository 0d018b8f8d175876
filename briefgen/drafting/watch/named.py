"""Verb whose subject is a pronoun -> the name that it stands for, where that is certain: who speaks, or whom the text is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.in_sentence import in_sentence
from briefgen.drafting.takeaways.antecedents import filling

if TYPE_CHECKING:
    from briefgen.drafting.questions.tree import Tree
    from briefgen.model.analysis import Analysis, Entity
    from briefgen.model.briefing import ActorKind

_KINDS: dict[str, frozenset[ActorKind]] = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "i": frozenset({"person"}),
    "it": frozenset({"organisation", "state"}),
    "they": frozenset({"group", "organisation"}),
    "we": frozenset({"group", "organisation", "state"}),
}


def name_of(analysis: Analysis, tree: Tree, pronoun: int) -> str | None:
    """Give the name for the subject of a verb; None where it is no pronoun, or where two could be meant.

    Args:
        analysis: Of the article.
        tree: Of the sentence.
        pronoun: The subject's token.
    """
    word = tree.tokens[pronoun].text.lower()
    kinds = _KINDS.get(word)
    if kinds is None:
        return None
    index = tree.sentence.index
    speakers = {one.entity for one in in_sentence(analysis.statements, index) if one.entity is not None}
    spoken = [analysis.entities[number] for number in sorted(speakers)]
    if not tree.outside[pronoun]:
        # Inside quote marks only “I” and “we” are the speaker; whom the others mean was said before the quotation.
        fits = word in {"i", "we"} and len(spoken) == 1 and spoken[0].kind in kinds and spoken[0].named
        return spoken[0].name if fits else None
    if word in {"i", "we"}:
        return None
    filled = filling(analysis, tree.sentence)
    if filled is not None and filled.token == pronoun and filled.instead:
        return filled.text.strip("[]")
    if word not in {"he", "she"}:
        return None  # "it" may be what happens as well: "If the firm wins the case, it would set an example"
    before = _named_before(analysis, tree, pronoun, kinds)
    return before[0].name if len(before) == 1 and _is_alone(spoken, before[0], kinds) else None


def _is_alone(spoken: list[Entity], meant: Entity, kinds: frozenset[ActorKind]) -> bool:
    """Tell whether nobody else of the kind speaks in the sentence."""
    return all(one is meant or one.kind not in kinds for one in spoken)


def _named_before(analysis: Analysis, tree: Tree, pronoun: int, kinds: frozenset[ActorKind]) -> list[Entity]:
    """Give those of a kind whom the sentence names before the pronoun, with one of them acting."""
    index = tree.sentence.index
    found = [
        (entity, mentions)
        for entity in analysis.entities
        if entity.kind in kinds
        and entity.named
        and (mentions := [one for one in in_sentence(entity.mentions, index) if one.last_token < pronoun])
    ]
    acting = [entity for entity, mentions in found if any(one.acts for one in mentions)]
    return acting if len(found) == len(acting) else []
