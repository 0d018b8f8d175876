"""Sentences -> statements: who says what, in direct and indirect speech, in any word order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from briefgen.analysis.attribution import attributions
from briefgen.analysis.bodies import BODIES
from briefgen.analysis.carrying import carried
from briefgen.analysis.references import ANTECEDENTS, References
from briefgen.analysis.speaker_phrases import at_the_end, in_apposition, other_speakers, speaker_span
from briefgen.analysis.speech import DOCUMENTS, speaks
from briefgen.model.analysis import Statement
from briefgen.model.tree import SUBJECTS, children, subtree, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Entity, StorySentence, Token

_NEAR = 2  # sentences in which who was heard last is still "he"
_OWNED = re.compile(r"[’']s \w+$")
"""Somebody's people: "Mrs. Quist's campaign"."""


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
        In the order of the text. A sentence that is wholly in quote marks has the speaker of the quote that it belongs
        to. A pronoun that means nobody in particular gives nothing.
    """
    references = References(sentences, entities)
    found: list[Statement] = []
    told: list[list[Statement]] = []
    spans = _quotes(sentences)
    for sentence, quotes in zip(sentences, spans, strict=True):
        mine: dict[str, Statement] = {}
        for attribution in attributions(sentence, quotes):
            speaker = _speaker(sentence, attribution.speaker, references, _Heard(found, list(mine.values())))
            if speaker is not None:
                statement = Statement(
                    sentence=sentence.index,
                    speaker=speaker[0],
                    entity=speaker[1],
                    cue=attribution.cue,
                    quoted=bool(quotes),
                    belief=attribution.belief,
                    whole=attribution.whole,
                )
                known = mine.get(statement.speaker)
                if known is None or (statement.whole and not known.whole):
                    mine[statement.speaker] = statement
        told.append(list(mine.values()))
        found.extend(mine.values())
    return tuple(carried(sentences, spans, told))


@dataclass(frozen=True, slots=True)
class _Heard:
    """Who spoke so far."""

    before: Sequence[Statement]
    """In the sentences before."""
    here: Sequence[Statement]
    """In the sentence itself."""

    def last(self) -> Statement | None:
        """Give who was heard last in the sentences before; of several in one sentence who speaks for all of it."""
        if not self.before:
            return None
        there = self.before[-1].sentence
        same = list(takewhile(lambda one: one.sentence == there, reversed(self.before)))
        return next((one for one in reversed(same) if one.whole), same[-1])


_Speaker = tuple[str, int | None]
"""As the text prints it, or by name behind a pronoun or a description of a body; and the entity."""


def _speaker(sentence: StorySentence, head: int, references: References, heard: _Heard) -> _Speaker | None:
    tokens = sentence.tokens
    if tokens[head].entity in {"DATE", "TIME"} or not any(map(str.isalpha, tokens[head].text)):
        return None  # "expected by Friday": a day says nothing, and no mark does
    if tokens[head].pos == "PRON" and tokens[head].text.lower() in ANTECEDENTS:
        return _behind_pronoun(sentence, head, references, heard)
    first, last = speaker_span(tokens, head)
    printed = words(sentence.text, tokens, first, last)
    if other_speakers(tokens, head):
        return printed, _of_several(sentence, head, references)
    entity = _named(sentence, head, references)
    if entity is None:
        before = heard.last()
        entity = references.description(sentence.index, head, first, before.entity if before else None)
        if entity is not None and not references.is_person(entity):
            printed = references.name(entity)
    if entity is None and tokens[head].lemma.lower() in DOCUMENTS:
        return _of_document(sentence, head, references, printed)
    if entity is not None and (comma := printed.find(",")) > tokens[head].end - tokens[first].start:
        printed = printed[:comma]  # "the Institute for Piers, or IFP, a group that counts them"
    if entity is None or not references.is_named(entity):
        printed = _with_article(tokens, head, printed)
    return printed, entity


def _of_document(sentence: StorySentence, head: int, references: References, printed: str) -> _Speaker | None:
    """Give who speaks in a document: its author, "the police" of a police statement, else the document itself."""
    tokens = sentence.tokens
    shared = any(tokens[index].text == "/" for index in subtree(tokens, head) if index < head)
    author = None if shared else _author(sentence, head, references)  # a "Courier/Norvale Radio poll" is not one's
    if author is not None:
        return references.name(author), author
    if _own_voice(tokens, head):
        return None
    if head > 0 and tokens[head - 1].dep == "compound" and speaks(tokens[head - 1].lemma) and not _filed(tokens, head):
        return tokens[head - 1].text, references.at(sentence.index, head - 1)
    return _with_article(tokens, head, printed), None


def _filed(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether papers lie with a court, which does not say what stands in them: "court documents"."""
    return tokens[head - 1].lemma.lower() == "court" and tokens[head].lemma.lower() in {"document", "filing", "record"}


def _with_article(tokens: Sequence[Token], head: int, printed: str) -> str:
    """Give a single body or person without a name with its article: "the bank"."""
    common = tokens[head].tag == "NN" or (tokens[head].tag == "NNP" and tokens[head].entity == "NORP")
    return f"the {printed}" if common and _definite(tokens, head) else printed


def _own_voice(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether the article speaks of itself: "this column argues"."""
    return any(tokens[child].text.lower() in {"this", "our"} for child in children(tokens, head))


def _definite(tokens: Sequence[Token], head: int) -> bool:
    return any(tokens[child].text.lower() == "the" for child in children(tokens, head))


def _behind_pronoun(sentence: StorySentence, head: int, references: References, heard: _Heard) -> _Speaker | None:
    """Give whom a pronoun means; a speaker without a name, heard since anybody else acted, goes before."""
    entity = references.pronoun(sentence.index, head, outside=_told_before(sentence, head))
    last = heard.last()
    pronoun = sentence.tokens[head].text.lower()
    here = heard.here[0] if heard.here else None
    if pronoun == "they" and here is not None and here.speaker.lower().split()[:1] in (["a"], ["the"], ["one"]):
        return here.speaker, here.entity  # "While a spokesman for Quist denied it, they added: …"
    if last is not None and last.sentence < sentence.index:
        near = sentence.index - last.sentence
        described = last.speaker.lower().startswith(("a ", "an ", "one ", "the ")) or bool(_OWNED.search(last.speaker))
        if (
            last.entity is None
            and near == 1
            and described
            and not (entity is not None and _subject_here(sentence, head, entity, references))
            and (pronoun in {"he", "she"} or (pronoun == "it" and last.whole))
        ):
            return last.speaker, None
        if entity is None and last.entity is not None and near <= _NEAR and references.may_be(last.entity, pronoun):
            entity = last.entity
    if entity is None or (pronoun == "it" and references.is_bare(entity)):
        return None  # "his bureau", then "It": more often the text's "plan" or "film" than the bureau
    return references.name(entity), entity


def _subject_here(sentence: StorySentence, head: int, entity: int, references: References) -> bool:
    """Tell whether the entity is a subject of the sentence before the pronoun: "Quist vowed a plan he says will work"."""
    return any(
        sentence.tokens[index].dep in SUBJECTS and references.at(sentence.index, index) == entity
        for index in range(head)
    )


def _told_before(sentence: StorySentence, head: int) -> bool:
    """Tell whether what is said stands before the pronoun: whom it names is then not the speaker ("Quist lied, he said")."""
    tokens = sentence.tokens
    verb = tokens[head].head
    if tokens[verb].dep == "parataxis":
        return True
    return any(tokens[child].dep in {"ccomp", "parataxis"} and child < head for child in children(tokens, verb)) or any(
        end <= tokens[head].start for _, end in quoted_spans(sentence.text)
    )


def _of_several(sentence: StorySentence, head: int, references: References) -> int | None:
    """Give the first of several speakers, unless they are persons with names: then no one of them speaks for the others."""
    entity = _named(sentence, head, references)
    return None if entity is not None and references.is_person(entity) else entity


def _named(sentence: StorySentence, head: int, references: References) -> int | None:
    """Give the entity that a speaker's head names, or the name beside it: "the Kovala chief, Nils Dahl, warned"."""
    tokens = sentence.tokens
    own = references.at(sentence.index, head)
    beside = [child for child in children(tokens, head) if tokens[child].dep == "appos"]
    beside += [
        index
        for index in (head + 1, head + 2)
        if index < len(tokens)
        and tokens[index].entity == "PERSON"
        and tokens[head + 1].pos not in {"VERB", "AUX", "ADP"}
    ]
    beside += [index for index in (head + 1,) if index < len(tokens) and tokens[index].entity == "ORG"]
    near = (found for child in beside if (found := references.at(sentence.index, child)) is not None)
    # "The president of the Academy (AAQ)": an acronym beside a person is not their name.
    named = next((one for one in near if references.is_person(one) or tokens[head].lemma.lower() in BODIES), None)
    if own is None and named is None:
        span = speaker_span(tokens, head)
        named = in_apposition(sentence, head, span, references)
        named = at_the_end(sentence, span, references) if named is None else named
    # "Officials, among them Ada Quist" are more than her: only who describes one person gives way to the name.
    return named if named is not None and (own is None or tokens[head].tag == "NN") else own


def _author(sentence: StorySentence, head: int, references: References) -> int | None:
    """Give who wrote a document: "the Courier's report", "a study by the Northern Institute"."""
    tokens = sentence.tokens
    for child in children(tokens, head):
        inside = [child] if tokens[child].dep in {"poss", "compound"} else []
        if tokens[child].text.lower() in {"by", "from"}:
            inside = [index for index in children(tokens, child) if tokens[index].dep == "pobj"]
        for index in inside:
            entity = _named(sentence, index, references)
            if entity is not None and not references.is_state(entity):
                return entity
    return None
