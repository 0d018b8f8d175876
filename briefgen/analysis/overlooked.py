"""Tokens -> names that tables and model passed over: known surnames, acronyms in brackets, speakers with a capital letter."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefgen.analysis.gazetteer import gazetteer
from briefgen.analysis.speech import BELIEVE, SAY
from briefgen.analysis.spelling import Surnames
from briefgen.analysis.spotting import is_glued
from briefgen.analysis.whole_names import whole_names
from briefgen.model.tree import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from briefgen.analysis.spotting import Sort
    from briefgen.model.analysis import StorySentence

_OFTEN = 3  # times that a word must stand with a capital to be a name that nothing else tells of
_SHORTEST = 4  # letters of such a word
_SPEECH = SAY | BELIEVE
Found = tuple["StorySentence", int, int, "Sort"]
"""The sentence, the first and the last token, what it is taken for."""


def overlooked(
    sentences: Iterable[StorySentence],
    full_names: Iterable[str],
    taken: AbstractSet[tuple[int, int]],
    common: AbstractSet[str],
) -> Iterator[Found]:
    """Find the names that were passed over.

    Args:
        sentences: Of the story.
        full_names: Of the persons found, in several words each.
        taken: The tokens, as sentence and index, that names hold already.
        common: The words that the story prints in small letters somewhere.

    Yields:
        "Quist" in "Quist-led", "Melnytskyy" beside "Melnytskiy", "NFWA" in "Northern Ferry Workers Association (NFWA)",
        and a capitalised word that the model sees no name in though it speaks, or stands so again and again.
    """
    sentences = tuple(sentences)
    whole = tuple(whole_names(sentences, taken, common))
    known = Surnames(
        part
        for name in (*full_names, *(words(one.text, one.tokens, first, last) for one, first, last in whole))
        for part in (name.split()[0], name.split()[-1])
        if len(part) > 1 and part[0].isupper() and not part.endswith(".")
    )
    yield from ((sentence, first, last, "person") for sentence, first, last in whole)
    taken = taken | {(sentence.index, token) for sentence, first, last in whole for token in range(first, last + 1)}
    repeated = _repeated(sentences, taken, common)
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            if not token.text[:1].isupper() or token.start < sentence.label or (sentence.index, index) in taken:
                continue
            if is_glued(token.text):
                continue
            if token.text in known if token.pos != "PROPN" else known.variant(token.text):
                yield sentence, index, index, "person"
            elif (
                (token.text in repeated and token.pos == "PROPN")
                or _in_brackets(sentence, index, taken)
                or (token.text.lower() not in common and _speaks(sentence, index))
            ):
                yield sentence, index, index, "person" if token.entity == "PERSON" else "organisation"


def _repeated(
    sentences: Sequence[StorySentence], taken: AbstractSet[tuple[int, int]], common: AbstractSet[str]
) -> frozenset[str]:
    """Give the words that stand alone with a capital, at least three times and not as a sentence's first, and that act once."""
    counts: Counter[str] = Counter()
    acting: set[str] = set()
    for sentence in sentences:
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            if token.pos != "PROPN" or token.entity or not token.text[:1].isupper() or (sentence.index, index) in taken:
                continue
            beside = tokens[max(index - 1, 0) : index] + tokens[index + 1 : index + 2]
            if len(token.text) < _SHORTEST or any(one.pos == "PROPN" for one in beside):
                continue
            if token.text.lower() in common or gazetteer().is_title(token.text):
                continue
            counts[token.text] += 1
            if index > 0 and (token.dep in {"nsubj", "agent"} or tokens[token.head].dep == "agent"):
                acting.add(token.text)
    return frozenset(word for word, count in counts.items() if count >= _OFTEN and word in acting)


def _in_brackets(sentence: StorySentence, index: int, taken: AbstractSet[tuple[int, int]]) -> bool:
    """Tell whether the token is an acronym in brackets right behind a name."""
    tokens = sentence.tokens
    return (
        1 < index < len(tokens) - 1
        and tokens[index - 1].text == "("
        and tokens[index + 1].text == ")"
        and tokens[index].text.isupper()
        and not gazetteer().is_title(tokens[index].text)
        and len(tokens[index].text) > 1
        and (sentence.index, index - 2) in taken
    )


def _speaks(sentence: StorySentence, index: int) -> bool:
    """Tell whether a word outside every name, proper noun or part of an entity, is the lone subject of a verb of speech."""
    tokens = sentence.tokens
    token = tokens[index]
    return (
        (token.tag == "NNP" or (index > 0 and token.entity in {"PERSON", "ORG"}))
        and token.dep == "nsubj"
        and tokens[token.head].lemma.lower() in _SPEECH
        and not (index > 0 and tokens[index - 1].dep in {"compound", "amod", "det"})
        and not gazetteer().is_title(token.text)
    )
