"""The last guards before a question is printed: its grammar by the parse, its text by itself, the forms of verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.questions.draft import question_candidates
from briefgen.drafting.questions.form import fault
from briefgen.drafting.questions.guards import outside_quotes, well_formed
from briefgen.drafting.questions.tree import Tree, plant
from briefgen.drafting.questions.verbs import base_form
from briefgen.drafting.questions.wording import Piece, Wording, pieces_of
from briefgen.model.analysis import Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

    Analyse = Callable[..., Analysis]


def _tree(analyse: Analyse, sentence: str) -> Tree:
    analysis = analyse(sentence)
    return plant(analysis.sentences[0], outside_quotes(analysis.sentences)[0])


def _at(tree: Tree, word: str) -> int:
    return next(index for index, token in enumerate(tree.tokens) if token.text == word)


def _will(tree: Tree, subject: str, verb: str, end: str) -> Wording:
    """Word "Will <subject> <verb> … <end>" from a sentence as it stands, without mending anything."""
    first, main, last = _at(tree, subject), _at(tree, verb), _at(tree, end) + 1
    said = (*pieces_of(tree, first, first + 1), *pieces_of(tree, main, last))
    return Wording(pieces=(Piece(text="Will"), *said), subject=(first, first + 1), verb=main)


def questions(analyse: Analyse, sentence: str) -> dict[str, str]:
    """Give the questions of a sentence, each with why it was passed over for its form."""
    return {one.text: one.rejected for one in question_candidates(analyse("The town lies on a river.", sentence))}


def test_a_question_in_good_order_has_no_fault(analyse: Analyse) -> None:
    """Subject, base form and object: nothing is wrong."""
    tree = _tree(analyse, "Norway will close the mine.")

    assert fault(tree, _will(tree, "Norway", "close", "mine")) == ""


def test_a_finite_verb_after_will_is_a_fault(analyse: Analyse) -> None:
    """After “will” stands a base form: “Will Norway closed the mine?” is no English."""
    tree = _tree(analyse, "Norway closed the mine.")

    assert fault(tree, _will(tree, "Norway", "closed", "mine")) == "its verb has the wrong form"


def test_a_verb_that_lacks_its_object_is_a_fault(analyse: Analyse) -> None:
    """“Will Norway impose?” asks nothing; “Will Norway surrender?” does."""
    tree = _tree(analyse, "Norway will impose tariffs and surrender.")

    assert fault(tree, _will(tree, "Norway", "impose", "impose")) == "it ends before it says what"
    assert fault(tree, _will(tree, "Norway", "surrender", "surrender")) == ""


def test_a_verb_that_the_sentence_itself_leaves_without_an_object_is_none(analyse: Analyse) -> None:
    """Whether the ministry will pay can be asked where the source asks it so; what only a relative clause has cannot."""
    sentence = "The fund is open, but Norway has not said whether it will pay."
    assert questions(analyse, sentence) == {"Will Norway pay?": ""}
    cut = questions(analyse, "Norway may impose tariffs, sanctions that Oslo has said it will oppose.")
    assert cut["Will Oslo oppose?"] == "it ends before it says what"
    asked = questions(analyse, "Can Spain be persuaded to pay?")
    assert asked["Will Spain pay?"] == "it ends before it says what"


def test_a_clause_of_its_own_is_a_fault(analyse: Analyse) -> None:
    """What somebody admits is not asked in the same breath as whether he admits it."""
    tree = _tree(analyse, "Norway will admit that the plan failed.")

    assert fault(tree, _will(tree, "Norway", "admit", "failed")) == "a clause of its own is left in it"


def test_a_subject_that_names_nothing_is_a_fault(analyse: Analyse) -> None:
    """A lone "also" is no subject."""
    tree = _tree(analyse, "Norway will also close the mine.")

    assert fault(tree, _will(tree, "also", "close", "mine")) == "its subject names nothing"


def test_what_stands_between_subject_and_verb_is_a_fault(analyse: Analyse) -> None:
    """Only auxiliaries and adverbs may."""
    tree = _tree(analyse, "Norway will without any doubt close the mine.")
    wording = _will(tree, "Norway", "without", "mine")

    assert (
        fault(tree, Wording(pieces=wording.pieces, subject=wording.subject, verb=_at(tree, "close")))
        == "something stands between subject and verb"
    )


@pytest.mark.parametrize(
    "text",
    [
        'Will Norway " " close the mine?',
        "Will the coffin be moved to Orby , then to Tamsel?",
        "Will the bank lend us more?",
        "Will Norway join my mission?",
    ],
)
def test_text_that_a_cut_has_left_behind_is_not_well_formed(text: str) -> None:
    """Empty quotations, a comma after nothing, and the first person of a speaker never reach a page."""
    assert not well_formed(text)


@pytest.mark.parametrize(
    ("word", "lemma", "base"),
    [
        ("hopes", "hop", "hope"),
        ("hoped", "hop", "hope"),
        ("hoping", "hop", "hope"),
        ("passes", "pass", "pass"),
        ("goes", "go", "go"),
        ("closes", "close", "close"),
        ("visited", "visit", "visit"),
        ("mending", "mend", "mend"),
        ("hopped", "hop", "hop"),
        ("took", "take", "take"),
    ],
)
def test_a_lemma_that_lost_its_last_letter_is_mended(word: str, lemma: str, base: str) -> None:
    """The language model makes "hop" of "hopes"; other lemmas stay."""
    token = Token(word, lemma, "VERB", "VBZ", "ROOT", 0, 0)

    assert base_form(token) == base
