"""Analysis -> what an actor says or wants, in the text's own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.drafting.in_sentence import in_sentence
from briefgen.drafting.quote_marks import closed_quotes
from briefgen.drafting.wording import capitalised
from briefgen.model.tree import root_index, subject_of

if TYPE_CHECKING:
    from briefgen.model.analysis import Analysis, Entity, StorySentence

_WANTS = frozenset(
    """want seek demand refuse reject oppose support insist press push urge call plan intend vow threaten hope aim
    back favor favour propose agree deny promise pledge prepare reiterate avoid resist decline""".split()
)
_LONGEST = 40  # words
_SHORTEST = 5  # "Has said.", "Told journalists." say nothing


def position_of(analysis: Analysis, index: int) -> tuple[str, int] | None:
    """Give what the entity says or wants, and the sentence that tells it; None where the text has none.

    A sentence that attributes words to it comes first, then one that says what it wants, seeks or refuses. The words are
    the predicate of that sentence, or the quote.
    """
    entity = analysis.entities[index]
    for statement in analysis.statements:
        sentence = analysis.sentences[statement.sentence]
        if statement.entity != index or not sentence.quotable or not _speaks_itself(entity, statement.speaker):
            continue
        text = _quote(sentence) or _predicate(sentence, entity)
        if text:
            return text, sentence.index
    for mention in entity.mentions:
        sentence = analysis.sentences[mention.sentence]
        if mention.acts and sentence.quotable:
            text = _predicate(sentence, entity, only=_WANTS)
            if text:
                return text, sentence.index
    return None


def _speaks_itself(entity: Entity, speaker: str) -> bool:
    """Tell whether the speaker is the entity, not somebody of it: "U.S. officials" do not speak for the state."""
    bare = re.sub(r"^(?:the|a|an) ", "", speaker, flags=re.IGNORECASE)
    return entity.kind != "state" or bare in {entity.name, *entity.aliases}


def _quote(sentence: StorySentence) -> str | None:
    """Give the first quote of a clause's length that opens the sentence, with its marks."""
    found = re.match(r"\s*([“\"])([^”\"]{30,})([”\"])", sentence.text)
    if not found:
        return None
    return found.group(1) + found.group(2).rstrip(" ,") + found.group(3)


def _predicate(sentence: StorySentence, entity: Entity, only: frozenset[str] | None = None) -> str | None:
    """Give the words from the verb whose subject the entity is to the end of the sentence."""
    tokens = sentence.tokens
    root = root_index(tokens)
    if root is None or tokens[root].pos not in {"VERB", "AUX"}:
        return None
    if only is not None and tokens[root].lemma.lower() not in only:
        return None
    subject = subject_of(tokens, root)
    if subject is None or subject > root or not _names(sentence, subject, entity):
        return None
    said_before = [i for i, t in enumerate(tokens) if t.head == root and t.dep == "ccomp" and i < root]
    if said_before and not any(t.head == root and t.dep == "ccomp" for t in tokens[root + 1 :]):
        return None  # "The ferry will resume, the ministry said on Monday": what is said stands before the verb
    if any(t.head == root and (t.dep == "mark" or (i < subject and t.dep == "aux")) for i, t in enumerate(tokens)):
        return None  # "Should China refuse", "if Oslo agrees": a condition, not what they do
    first = min(
        (
            i
            for i, t in enumerate(tokens)
            if t.head == root and subject < i < root and t.dep in {"aux", "auxpass", "neg", "advmod"}
        ),
        default=root,
    )
    text = sentence.text[tokens[first].start :].strip()
    if not _SHORTEST <= len(text.split()) <= _LONGEST or text.endswith(":"):
        return None
    return closed_quotes(capitalised(text))


def _names(sentence: StorySentence, token: int, entity: Entity) -> bool:
    return any(
        mention.first_token <= token <= mention.last_token for mention in in_sentence(entity.mentions, sentence.index)
    )
