"""A document that its author signs, as an order or a memorandum -> who says "I" in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.analysis.spelling import key
from briefgen.model.analysis import Statement
from briefgen.model.tree import SUBJECTS, children, root_index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Entity, StorySentence
    from briefgen.model.article import Article

_AUTHORITY = re.compile(r"\bauthority vested in me\b", re.IGNORECASE)
_SIGNATURE = re.compile(r"[A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]*){1,3}")
_OFFICE = re.compile(r"\b(?:HOUSE|OFFICE|MINISTRY|DEPARTMENT|PALACE|ORDER|SECTION|MEMORANDUM)\b")
_LAST = 4  # paragraphs: behind a signature stand the place and the day at most
_FIRST_PERSON = frozenset({"I", "We", "we"})


def signatory(article: Article) -> str | None:
    """Give the name under a document by whose author's authority it stands, as printed; None where there is none."""
    if not any(_AUTHORITY.search(sentence.text) for block in article.blocks for sentence in block.sentences):
        return None
    ends = [block.sentences[0].text for block in article.blocks[-_LAST:] if len(block.sentences) == 1]
    lines = (line.strip(" ,") for line in (*ends, *(one.text for one in article.removed)))
    return next((line for line in lines if _SIGNATURE.fullmatch(line) and not _OFFICE.search(line)), None)


def signed_statements(
    signed: str, sentences: Sequence[StorySentence], entities: Sequence[Entity], told: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Give all statements, those added that the signatory makes as "I".

    Args:
        signed: Who signs.
        sentences: Of the story.
        entities: Whom it names.
        told: What others are found to say: a sentence of theirs stays so.
    """
    others = {statement.sentence for statement in told if statement.whole}
    bearer = next((index for index, entity in enumerate(entities) if key(entity.name) == key(signed)), None)
    own = [
        Statement(
            sentence=sentence.index,
            speaker=signed,
            entity=bearer,
            cue=verb,
            quoted=False,
            belief=False,
            whole=True,
        )
        for sentence in sentences
        if sentence.index not in others and (verb := _own_verb(sentence)) is not None
    ]
    return tuple(sorted((*told, *own), key=lambda statement: statement.sentence))


def _own_verb(sentence: StorySentence) -> str | None:
    """Give the verb that "I" is the subject of, if it is the sentence's."""
    tokens = sentence.tokens
    root = root_index(tokens)
    if root is None:
        return None
    subjects = (index for index in children(tokens, root) if tokens[index].dep in SUBJECTS)
    return tokens[root].lemma.lower() if any(tokens[index].text in _FIRST_PERSON for index in subjects) else None
