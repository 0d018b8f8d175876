"""What may not become a question, as far as it shows without a parse."""

from __future__ import annotations

import pytest

from briefgen.drafting.questions.guards import outside_quotes, well_formed
from briefgen.model.analysis import StorySentence, Token


@pytest.mark.parametrize(
    "text",
    [
        "Will the bank lend more?",
        "To what extent have the sanctions hurt?",
        "Which “smart” meters will be replaced?",
        "What is the schedule for crossings (phase 2)?",
    ],
)
def test_a_whole_question_is_well_formed(text: str) -> None:
    """An auxiliary or a wh-word opens it, its marks close, it ends in its only question mark."""
    assert well_formed(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Will the bank lend more",
        "Will the bank lend? Or not?",
        "The bank will lend more?",
        "Will the “smart meters be replaced?",
        "Will the plan (phase 2 be dropped?",
        'Will the "grand bargain hold?',
        "Will the bank lend money to?",
        "Will the bank, the state and?",
        "Will the bank,?",
        "Will it?",
        "Will the bank lend more [cite: 3]?",
        "Will the bank lend **more**?",
        "Will the bank lend via https://bank.example?",
    ],
)
def test_a_fragment_is_not(text: str) -> None:
    """Statements, open marks, hanging words, markup and machine markers are no questions."""
    assert not well_formed(text)


def _sentence(index: int, block: int, *words: str) -> StorySentence:
    tokens = tuple(Token(word, word, "NOUN", "NN", "dep", 0, 0) for word in words)
    return StorySentence(
        index=index,
        text=" ".join(words),
        start=0,
        end=0,
        quotable=True,
        block=block,
        in_block=0,
        bullet=False,
        section="",
        purpose="story",
        label=0,
        tokens=tokens,
        salience=0.0,
    )


def test_quote_marks_are_followed_through_a_block_and_no_further() -> None:
    """Curly and straight marks open and close; a block that ends inside a quotation does not taint the next."""
    sentences = [
        _sentence(0, 0, "He", "said", "“", "wait"),
        _sentence(1, 0, "longer", "”", "today"),
        _sentence(2, 1, '"', "no", '"', "then", "“", "yes"),
        _sentence(3, 2, "free"),
    ]

    assert outside_quotes(sentences) == (
        (True, True, False, False),
        (False, False, True),
        (False, False, False, True, False, False),
        (True,),
    )
