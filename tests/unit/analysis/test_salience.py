"""How near a sentence is to the whole story."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.analysis.salience import saliences
from briefgen.model.analysis import Token
from briefgen.model.content_words import content_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis


def noun_phrase(words: list[str]) -> tuple[Token, ...]:
    """Give the words as nouns."""
    return tuple(Token(word, word, "NOUN", "NN", "dep", 0, 0) for word in words)


STORIES = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=8).map(noun_phrase), max_size=12)


@given(STORIES)
def test_saliences_are_shares(story: list[tuple[Token, ...]]) -> None:
    """Every sentence has a salience from 0 to 1."""
    weights = saliences(story)
    assert len(weights) == len(story)
    assert all(0.0 <= weight <= 1.0 + 1e-9 for weight in weights)


@given(STORIES)
def test_a_sentence_that_shares_no_word_has_none(story: list[tuple[Token, ...]]) -> None:
    """What has nothing in common with the story carries nothing of it."""
    assert saliences([*story, noun_phrase(["zither"])])[-1] == pytest.approx(0.0, abs=1e-9)


def test_the_sentence_nearest_to_the_others_is_the_most_salient() -> None:
    """A sentence that shares words with two others goes before each of them."""
    story = [noun_phrase(words.split()) for words in ("ferry court", "ferry bridge court", "bridge mayor", "weather")]
    weights = saliences(story)
    assert max(range(4), key=weights.__getitem__) == 1
    assert weights[3] == pytest.approx(0.0, abs=1e-9)


def test_the_work_grows_with_the_length() -> None:
    """Ten times the sentences take about ten times the steps, not a hundred."""
    assert _steps(2000) < 15 * _steps(200)


def _steps(sentences: int) -> int:
    story = [noun_phrase([f"w{index % 50}", f"w{index % 7}"]) for index in range(sentences)]
    counted = 0

    def count(*_: object) -> None:
        nonlocal counted
        counted += 1

    sys.setprofile(count)
    try:
        saliences(story)
    finally:
        sys.setprofile(None)
    return counted


def test_empty_words_do_not_count(tell: Callable[..., Analysis]) -> None:
    """Function words, marks and words such as "be" and "say" carry no meaning; forms of a word are one."""
    sentence = tell("The mayors said that the mayor is late .").sentences[0]
    assert content_words(sentence.tokens) == {"mayor": 2, "late": 1}
