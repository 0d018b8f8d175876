"""Sentence -> what its opening leaves to the sentence before: who "he" is, what "the move" was; only where it is certain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafting.in_sentence import in_sentence
from briefgen.drafting.wording import leading_pronoun
from briefgen.model.tree import SUBJECTS, children, root_index, run_around, subject_of, subtree, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Analysis, Entity, StorySentence, Token
    from briefgen.model.briefing import ActorKind

_KINDS: dict[str, frozenset[ActorKind]] = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "his": frozenset({"person"}),
    "her": frozenset({"person"}),
    "they": frozenset({"group"}),
    "it": frozenset({"organisation", "state"}),
}
_BACK = 3  # sentences that may all begin with "he": farther back a reader has lost the name too
_EVENTS = frozenset({"move", "step", "decision", "measure", "announcement", "proposal", "plan", "offer", "deal"})
_MAKES = frozenset(
    """accept agree announce approve back ban begin cancel declare extend file halt impose introduce issue launch offer order
    pass plan propose publish raise reach reject release sign submit suspend unveil""".split()
)
_LONGEST = 10  # words put into brackets; more is a sentence within the sentence


@dataclass(frozen=True, slots=True)
class Filling:
    """What to put into a sentence, in brackets."""

    token: int
    text: str
    instead: bool
    """True where it stands for the token, False where it is put behind it."""


def filling(analysis: Analysis, sentence: StorySentence) -> Filling | None:
    """Give what makes the sentence's opening read alone; None where nothing is missing or where two could be meant."""
    pronoun = opening_pronoun(analysis, sentence)
    if pronoun is not None:
        meant = _meant(analysis, sentence, pronoun)
        if meant is None or (meant.kind == "organisation" and not meant.named):
            return None  # "[Bureau] called …": a bare word reads no better than "It"
        possessive = sentence.tokens[pronoun].dep == "poss"
        name = _as_named(analysis, meant)
        return Filling(pronoun, f"[{name}’s]" if possessive else f"[{name}]", instead=True)
    return _event(analysis, sentence)


def opening_pronoun(analysis: Analysis, sentence: StorySentence) -> int | None:
    """Give the pronoun whose name must stand in a sentence before: the opening's, or "he" behind "Later on Tuesday,".

    Behind a phrase at the beginning it counts where that names nobody who could be meant.
    """
    opening = leading_pronoun(sentence)
    if opening is not None:
        return opening
    root = root_index(sentence.tokens)
    subject = None if root is None else subject_of(sentence.tokens, root)
    if subject is None or sentence.tokens[subject].text.lower() not in {"he", "she"}:
        return None
    before = any(
        entity.kind == "person" and any(mention.first_token < subject for mention in mentions)
        for entity in analysis.entities
        if (mentions := in_sentence(entity.mentions, sentence.index))
    )
    described = any(token.pos == "NOUN" and token.dep in SUBJECTS for token in sentence.tokens[:subject])
    return None if before or described else subject


def _meant(analysis: Analysis, sentence: StorySentence, pronoun: int) -> Entity | None:
    """Tell who is meant: who is known to speak here, else the only one who acts in the sentence before."""
    kinds = _KINDS.get(sentence.tokens[pronoun].text.lower())
    if kinds is None:
        return None
    speaker = _speaker(analysis, sentence, pronoun)
    if speaker is not None:
        return speaker if speaker.kind in kinds or speaker.kind == "group" else None
    current = sentence
    for _ in range(_BACK):
        if current.index == 0:
            return None
        current = analysis.sentences[current.index - 1]
        named = [
            entity
            for entity in analysis.entities
            if entity.kind in kinds and in_sentence(entity.mentions, current.index)
        ]
        if len(named) == 1 and any(mention.acts for mention in in_sentence(named[0].mentions, current.index)):
            return named[0]
        opening = opening_pronoun(analysis, current)
        same = opening is not None and current.tokens[opening].text.lower() == sentence.tokens[pronoun].text.lower()
        if named or not same:
            return None
    return None


def _speaker(analysis: Analysis, sentence: StorySentence, pronoun: int) -> Entity | None:
    """Give who speaks, where the pronoun is the subject of the main verb and that verb is one of speech."""
    tokens = sentence.tokens
    root = root_index(tokens)
    if root is None or tokens[pronoun].head != root or tokens[pronoun].dep not in SUBJECTS:
        return None
    for statement in in_sentence(analysis.statements, sentence.index):
        if statement.entity is not None and statement.cue == tokens[root].lemma.lower():
            return analysis.entities[statement.entity]
    return None


def _as_named(analysis: Analysis, entity: Entity) -> str:
    """Give the name with the article that the text puts before it: "the Harbour Council"."""
    with_article = sum(_article(analysis.sentences[m.sentence].tokens, m.first_token) for m in entity.mentions)
    if entity.kind == "person" or entity.name.lower().startswith("the ") or 2 * with_article <= len(entity.mentions):
        return entity.name
    return f"the {entity.name}"


def _article(tokens: Sequence[Token], first: int) -> bool:
    return first > 0 and tokens[first - 1].text.lower() == "the"


def _event(analysis: Analysis, sentence: StorySentence) -> Filling | None:
    """Say what "the move" was, where the sentence before makes one thing: announces, imposes, signs it."""
    if sentence.index == 0:
        return None
    noun = _opening_event(sentence)
    if noun is None:
        return None
    before = analysis.sentences[sentence.index - 1]
    root = root_index(before.tokens)
    if root is None or before.tokens[root].lemma.lower() not in _MAKES:
        return None
    things = [index for index in children(before.tokens, root) if before.tokens[index].dep == "dobj"]
    if len(things) != 1 or before.tokens[things[0]].pos != "NOUN":
        return None
    first, last = run_around(subtree(before.tokens, things[0]), things[0])
    while last > things[0] and before.tokens[last].pos == "PUNCT":
        last -= 1
    text = words(before.text, before.tokens, first, last)
    if len(text.split()) > _LONGEST or any(mark in text for mark in '“”"()[]') or text.lower().startswith("th"):
        return None
    return Filling(noun, f" [{text}]", instead=False)


def _opening_event(sentence: StorySentence) -> int | None:
    """Give the noun of "The move …" or "This decision …" where it is the subject and nothing else describes it."""
    tokens = sentence.tokens
    if len(tokens) < 2 or tokens[0].text.lower() not in {"the", "this", "that"}:  # noqa: PLR2004  # article and noun
        return None
    bare = tokens[1].lemma.lower() in _EVENTS and tokens[1].dep in SUBJECTS
    return 1 if bare and children(tokens, 1) == [0] else None
