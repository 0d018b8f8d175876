"""Tokens -> names of persons in two or three words that the model passed over, as far as the text itself tells that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.bodies import BODIES
from briefgen.analysis.gazetteer import gazetteer
from briefgen.analysis.speech import BELIEVE, SAY
from briefgen.analysis.spotting import OCCASIONS
from briefgen.model.tree import children, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from briefgen.model.analysis import StorySentence, Token

_LONGEST = 3  # words
_SHORTEST_PART = 2  # letters
_SPEECH = SAY | BELIEVE


def whole_names(
    sentences: Sequence[StorySentence], taken: AbstractSet[tuple[int, int]], common: AbstractSet[str]
) -> Iterator[tuple[StorySentence, int, int]]:
    """Find two or three words with a capital, in no name and no entity, that the text treats as a person.

    An office stands before them ("Minister Ada Quist") or behind a comma ("Ada Quist, head of"), they speak, or their last or
    first word stands alone elsewhere as who acts.

    Args:
        sentences: Of the story, in order.
        taken: The tokens, as sentence and index, that names hold already.
        common: The words that the story prints in small letters somewhere.

    Yields:
        The sentence, the first and the last token.
    """
    alone = standing_alone(sentences)
    for sentence in sentences:
        for first, last in _runs(sentence, taken, common):
            if _is_person(sentence, first, last, alone):
                yield sentence, first, last


def _runs(
    sentence: StorySentence, taken: AbstractSet[tuple[int, int]], common: AbstractSet[str]
) -> Iterator[tuple[int, int]]:
    tokens = sentence.tokens
    index = 0
    while index < len(tokens):
        last = index - 1
        while last + 1 < len(tokens) and (sentence.index, last + 1) not in taken and _part(tokens[last + 1], common):
            last += 1
        first = index
        # "Minister of Defence Ada Quist": the first word of a name hangs on its last.
        while first < last and (gazetteer().is_title(tokens[first].text) or not first < tokens[first].head <= last):
            first += 1
        if (
            0 < last - first < _LONGEST
            and tokens[first].start >= sentence.label
            and not gazetteer().is_title(tokens[last].text)  # "Prime Minister"
            and words(sentence.text, tokens, first, last).lower() not in OCCASIONS
        ):
            yield first, last
        index = max(last, index) + 1


def _part(token: Token, common: AbstractSet[str]) -> bool:
    word = token.text
    return (
        token.pos == "PROPN"
        and token.entity in {"", "PERSON"}
        and word[:1].isupper()
        and not word.isupper()
        and len(word) >= _SHORTEST_PART
        and word.replace("-", "").replace("’", "").isalpha()
        and word.lower() not in common
        and word.lower() not in BODIES
    )


def begins_with(sentence: StorySentence, first: int, last: int, alone: AbstractSet[str]) -> bool:
    """Tell whether the word before a name belongs to it: it hangs on the name, and stands for the person alone elsewhere."""
    tokens = sentence.tokens
    word = tokens[first - 1] if first else None
    return (
        word is not None
        and word.pos == "PROPN"
        and not word.entity
        and word.dep == "compound"
        and first <= word.head <= last
        and word.start >= sentence.label
        and word.text in alone
        and not gazetteer().is_title(word.text)
        and not gazetteer().candidates(word.text)
        and word.text.lower() not in BODIES
    )


def standing_alone(sentences: Sequence[StorySentence]) -> frozenset[str]:
    """Give the words with a capital that stand alone as the subject of a verb, or as who owns something."""
    return frozenset(
        token.text
        for sentence in sentences
        for index, token in enumerate(sentence.tokens)
        if token.text[:1].isupper()
        and (token.dep in {"nsubj", "nsubjpass", "poss"} or token.entity == "PERSON")
        and not any(sentence.tokens[i].dep in {"compound", "det", "amod"} for i in children(sentence.tokens, index))
    )


def _is_person(sentence: StorySentence, first: int, last: int, alone: AbstractSet[str]) -> bool:
    tokens = sentence.tokens
    if any(tokens[child].dep == "det" for child in children(tokens, last)):
        return False
    if tokens[last].text in alone or tokens[first].text in alone:
        return True
    before = tokens[first - 1] if first else None
    titled = before is not None and gazetteer().is_title(before.text)
    behind = [token.text for token in tokens[last + 1 : last + 5]]
    introduced = behind[:1] == [","] and any(gazetteer().is_title(word) for word in behind[1:])
    speaks = tokens[last].dep == "nsubj" and tokens[tokens[last].head].lemma.lower() in _SPEECH
    return titled or introduced or speaks
