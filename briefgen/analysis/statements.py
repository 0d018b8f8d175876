"""Sentences -> statements: who says what, in direct and indirect speech, in any word order."""

from __future__ import annotations

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


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Give the stretches between double quote marks, the marks included; one left open runs to the end."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for offset, character in enumerate(text):
        if character == "“" or (character == '"' and opened is None):
            opened = offset if opened is None else opened
        elif character in '”"' and opened is not None:
            spans.append((opened, offset + 1))
            opened = None
    if opened is not None:
        spans.append((opened, len(text)))
    return tuple(spans)


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
    for sentence in sentences:
        mine: dict[str, Statement] = {}
        for attribution in attributions(sentence, quoted_spans(sentence.text)):
            statement = _statement(sentence, attribution, who)
            if statement:
                mine.setdefault(statement.speaker, statement)
        if not mine and (carried := _carried(sentence, sentences, found)):
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


def _statement(sentence: StorySentence, attribution: Attribution, who: _Who) -> Statement | None:
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
        quoted=bool(quoted_spans(sentence.text)),
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


def _carried(
    sentence: StorySentence, sentences: Sequence[StorySentence], found: Sequence[Statement]
) -> Statement | None:
    """Give the speaker of the sentence before to a sentence that goes on with the same quote."""
    text = sentence.text
    if sentence.index == 0 or not found or not text:
        return None
    previous = sentences[sentence.index - 1]
    same_block = previous.block == sentence.block
    spans = quoted_spans(text)
    wholly = bool(spans) and spans[0][0] == 0 and spans[-1][1] >= len(text) - 1
    open_before = same_block and previous.text.count("“") > previous.text.count("”")
    last = found[-1]
    if last.sentence != previous.index or not last.quoted:
        return None
    if (wholly and same_block) or open_before:
        return Statement(
            sentence=sentence.index,
            speaker=last.speaker,
            entity=last.entity,
            cue=last.cue,
            quoted=True,
            belief=last.belief,
            whole=True,
        )
    return None
