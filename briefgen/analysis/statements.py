"""Sentences -> statements: who says what, in direct and indirect speech, in any word order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.analysis.attribution import attributions
from briefgen.model.analysis import Statement
from briefgen.model.tree import children, run_around, subtree, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.analysis.attribution import Attribution
    from briefgen.model.analysis import Entity, StorySentence, Token

_OPENERS = frozenset({"the", "that", "this", "these", "those", "some", "many", "several"})
_BACK = 3  # sentences; farther back somebody else may be meant


def quoted_spans(text: str, *, opened: bool = False) -> tuple[tuple[int, int], ...]:
    """Give the stretches between double quote marks, the marks included; one left open runs to the end.

    Args:
        text: Of a sentence.
        opened: True where a quote that began before the sentence is still open.
    """
    spans: list[tuple[int, int]] = []
    start = 0 if opened else None
    for offset, character in enumerate(text):
        if character == "“" or (character == '"' and start is None):
            start = offset if start is None else start
        elif character in '”"' and start is not None:
            spans.append((start, offset + 1))
            start = None
    if start is not None:
        spans.append((start, len(text)))
    return tuple(spans)


def _quotes(sentences: Sequence[StorySentence]) -> list[tuple[tuple[int, int], ...]]:
    """Give each sentence's stretches in quote marks: within its paragraph a quote stays open until it is closed."""
    found: list[tuple[tuple[int, int], ...]] = []
    opened = False
    for sentence in sentences:
        opened = opened and sentence.in_block > 0
        spans = quoted_spans(sentence.text, opened=opened)
        opened = bool(spans) and spans[-1][1] == len(sentence.text) and sentence.text[-1] not in '”"'
        found.append(spans)
    return found


def statements(sentences: Sequence[StorySentence], entities: Sequence[Entity]) -> tuple[Statement, ...]:
    """Find who says what.

    Args:
        sentences: Of the story, in order.
        entities: Whom the story names.

    Returns:
        In the order of the text. A sentence that is wholly in quote marks and follows a quoted one in its paragraph has
        the same speaker. "He" and "she" mean the person who acted or spoke last; where there is none they give nothing.
    """
    who = _Who(entities)
    found: list[Statement] = []
    for sentence, quotes in zip(sentences, _quotes(sentences), strict=True):
        mine: dict[str, Statement] = {}
        for attribution in attributions(sentence, quotes):
            statement = _statement(sentence, attribution, who, quoted=bool(quotes))
            if statement:
                mine.setdefault(statement.speaker, statement)
        if not mine and _wholly_quoted(sentence, quotes) and (carried := _carried(sentence, sentences, found)):
            mine[carried.speaker] = carried
        found.extend(mine.values())
    return tuple(found)


class _Who:
    """Tells which entity the tokens of a sentence name."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        # The more salient of two that share a token comes last, and stays.
        self._at = {
            (mention.sentence, token): index
            for index, entity in reversed(list(enumerate(entities)))
            for mention in entity.mentions
            for token in range(mention.first_token, mention.last_token + 1)
        }
        self._acting = sorted(
            (mention.sentence, mention.first_token, index)
            for index, entity in enumerate(entities)
            if entity.kind == "person" and entity.named
            for mention in entity.mentions
            if mention.acts
        )

    def at(self, sentence: int, token: int) -> int | None:
        """Give the entity that the token names."""
        return self._at.get((sentence, token))

    def last_person(self, sentence: int, token: int) -> int | None:
        """Give the first person to act in the nearest sentence that has one, before the token and not far back."""
        before = [one for one in self._acting if (sentence - _BACK, 0) <= one[:2] < (sentence, token)]
        return next((one[2] for one in before if one[0] == before[-1][0]), None)

    def name(self, entity: int) -> str:
        """Give an entity's name."""
        return self._entities[entity].name


def _statement(sentence: StorySentence, attribution: Attribution, who: _Who, *, quoted: bool) -> Statement | None:
    tokens = sentence.tokens
    head = attribution.speaker
    if tokens[head].pos == "PRON":
        entity = who.last_person(sentence.index, head) if tokens[head].text.lower() in {"he", "she"} else None
        if entity is None:
            return None
        speaker = who.name(entity)
    else:
        entity = _entity(sentence, head, who)
        first, last = speaker_span(tokens, head)
        speaker = words(sentence.text, tokens, first, last)
    return Statement(
        sentence=sentence.index,
        speaker=speaker,
        entity=entity,
        cue=attribution.cue,
        quoted=quoted,
        belief=attribution.belief,
        whole=attribution.whole,
    )


def _entity(sentence: StorySentence, head: int, who: _Who) -> int | None:
    """Give the entity that a speaker's head names, or the name beside it: "the Ford chief, Jim Farley, warned"."""
    tokens = sentence.tokens
    own = who.at(sentence.index, head)
    if own is not None:
        return own
    beside = [child for child in children(tokens, head) if tokens[child].dep == "appos"]
    beside += [index for index in (head + 1, head + 2) if index < len(tokens) and tokens[index].entity == "PERSON"]
    return next((found for child in beside if (found := who.at(sentence.index, child)) is not None), None)


def speaker_span(tokens: Sequence[Token], head: int) -> tuple[int, int]:
    """Give the first and last token of the phrase that names a speaker, without what hangs behind a comma or a "who"."""
    inside = subtree(tokens, head)
    cut = {
        index
        for child in children(tokens, head)
        if child > head and tokens[child].dep in {"relcl", "appos", "acl", "punct", "advcl", "cc"}
        for index in subtree(tokens, child)
        if index > head
    }
    first, last = run_around([index for index in inside if index not in cut], head)
    while first < head and (tokens[first].pos in {"PUNCT", "SCONJ", "SPACE"} or tokens[first].text.lower() in _OPENERS):
        first += 1
    while last > head and tokens[last].pos in {"PUNCT", "SPACE", "CCONJ", "ADP"}:
        last -= 1
    return first, last


def _wholly_quoted(sentence: StorySentence, quotes: Sequence[tuple[int, int]]) -> bool:
    return bool(quotes) and quotes[0][0] == 0 and quotes[-1][1] >= len(sentence.text) - 1


def _carried(
    sentence: StorySentence, sentences: Sequence[StorySentence], found: Sequence[Statement]
) -> Statement | None:
    """Give the speaker of the sentence before to one in quote marks that goes on in the same paragraph."""
    if not found or sentence.in_block == 0:
        return None
    last = found[-1]
    if last.sentence != sentences[sentence.index - 1].index or not last.quoted:
        return None
    return replace(last, sentence=sentence.index, whole=True)
