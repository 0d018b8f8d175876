"""Article -> Analysis, one step after the other: read this file first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.analysis.entities import entities
from briefgen.analysis.language import parse
from briefgen.analysis.mentions import raw_mentions
from briefgen.analysis.naming import who_is_who
from briefgen.analysis.salience import saliences
from briefgen.analysis.sections import story_blocks, story_sentences, told
from briefgen.analysis.signed import signatory, signed_statements
from briefgen.analysis.statements import statements
from briefgen.analysis.times import times
from briefgen.analysis.unnamed import unnamed_actors
from briefgen.model.analysis import Analysis

if TYPE_CHECKING:
    from briefgen.model.article import Article


def analyse(article: Article, *, pipeline: str) -> Analysis:
    """Find out who is named, who says what, which days are meant and how much each sentence carries.

    Args:
        article: Read and cleaned.
        pipeline: Name of the installed spaCy pipeline for the article's language.

    Raises:
        SettingsError: The pipeline is not installed; nothing was done.
    """
    parses = parse([told(block) for _, block in story_blocks(article)], pipeline)
    bare = story_sentences(article, parses)
    weights = saliences([sentence.tokens for sentence in bare])
    sentences = tuple(replace(sentence, salience=weight) for sentence, weight in zip(bare, weights, strict=True))
    names = raw_mentions(sentences)
    taken = {(name.sentence, token) for name in names for token in range(name.first, name.last + 1)}
    found = entities(
        who_is_who(names, sentences), unnamed_actors(sentences, taken), sentences, article.source.title or ""
    )
    said = statements(sentences, found)
    signed = signatory(article)
    return Analysis(
        article=article,
        sentences=sentences,
        entities=found,
        statements=signed_statements(signed, sentences, found, said) if signed else said,
        times=times(sentences, article.source.published),
    )
