"""Analysis -> how likely each of those it names is a main actor: measured features, weights that anyone can read."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from briefgen.drafting.weighing import likelihood, read_table
from briefgen.model.tree import SUBJECTS, root_index

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.analysis import Analysis, Entity, Mention, Token

_LEAD = 3  # sentences: the news is told there
_REPORTED = frozenset({"ccomp", "parataxis"})
_QUALIFIES = frozenset({"compound", "amod", "nmod", "poss"})
_UNDER_PREPOSITION = frozenset({"by", "against", "on", "for", "to", "with", "between"})


_ONLOOKERS = frozenset(
    """academic advocate analyst commentator critic economist expert forecaster historian insider observer pundit researcher
    scholar scientist skeptic sceptic source specialist""".split()
)
"""Who speaks about a story more than takes part in it."""


def likely(measured: Mapping[str, float]) -> float:
    """Give how likely somebody of whom this was measured is a main actor, 0 to 1."""
    return likelihood(measured, weights())


def weights() -> Mapping[str, float]:
    """Give the weights that come with briefgen, by the feature's name."""
    weights: Mapping[str, float] = read_table("actors")["weights"]
    return weights


def measure(analysis: Analysis) -> tuple[dict[str, float], ...]:
    """Measure each entity of the analysis; features that are 0 are left out, and each is at most about 1."""
    title = analysis.article.source.title or ""
    spoken = [0] * len(analysis.entities)
    for statement in analysis.statements:
        if statement.entity is not None:
            spoken[statement.entity] += 1
    return tuple(
        {
            name: value
            for name, value in (
                ("any", 1.0),
                *_who(entity),
                *_where(analysis, entity, title),
                *_what(analysis, entity),
                ("speaks", _grown(spoken[index])),
            )
            if value
        }
        for index, entity in enumerate(analysis.entities)
    )


def _who(entity: Entity) -> Iterator[tuple[str, float]]:
    if entity.kind in {"person", "state"}:
        yield entity.kind, 1.0
    yield "has no name", float(not entity.named)
    yield "has a role", float(entity.role is not None)
    words = entity.name.split()
    yield "a person of one word", float(entity.kind == "person" and entity.named and len(words) == 1)
    yield "onlookers", float(entity.kind == "group" and entity.name.split()[-1].lower().removesuffix("s") in _ONLOOKERS)
    yield "described in several words", float(not entity.named and len(words) > 1)


def _where(analysis: Analysis, entity: Entity, title: str) -> Iterator[tuple[str, float]]:
    first = entity.mentions[0].sentence
    forms = (entity.name, *entity.aliases)
    blocks = {analysis.sentences[mention.sentence].block for mention in entity.mentions}
    count = len({sentence.block for sentence in analysis.sentences}) or 1
    yield "in the title", float(any(form.lower() in title.lower() for form in forms))
    yield "in the first sentence", float(first == 0)
    yield "in the first three sentences", float(first < _LEAD)
    yield "share of the paragraphs", math.sqrt(len(blocks) / count)


def _what(analysis: Analysis, entity: Entity) -> Iterator[tuple[str, float]]:
    own = acting = main = concerned = 0
    for mention in entity.mentions:
        tokens = analysis.sentences[mention.sentence].tokens
        head = head_of(tokens, mention)
        own += not (tokens[head].dep in _QUALIFIES and tokens[head].head > mention.last_token)
        acting += mention.acts
        main += mention.acts and in_main_clause(tokens, head)
        concerned += tokens[head].dep == "pobj" and tokens[tokens[head].head].text.lower() in _UNDER_PREPOSITION
    yield "mentions", _grown(own)
    yield "acts", _grown(acting)
    yield "acts in a main clause", _grown(main)
    yield "behind a preposition", _grown(concerned)
    yield "only qualifies", float(not own)


def _grown(count: int) -> float:
    """Give a count so that the second says less than the first: 0, 0.25, 0.4, 0.5, …, 1 at 15."""
    return math.log2(1 + count) / 4


def head_of(tokens: Sequence[Token], mention: Mention) -> int:
    """Give the token of a mention that is governed from outside it."""
    inside = range(mention.first_token, mention.last_token + 1)
    return next((i for i in reversed(inside) if tokens[i].head not in inside or tokens[i].head == i), inside[-1])


def in_main_clause(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether the token is the subject of the sentence's main verb, or of what somebody is said to say."""
    root = root_index(tokens)
    governor = tokens[head].head
    if tokens[head].dep not in SUBJECTS or root is None:
        return False
    return governor == root or (tokens[governor].head == root and tokens[governor].dep in _REPORTED | {"conj"})
