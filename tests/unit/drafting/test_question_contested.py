"""What is contested, too early to say or under inquiry; whom a pronoun means; and plans and claims that say too little."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.questions.draft import draft_questions, question_candidates

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

    Analyse = Callable[..., Analysis]

BEFORE = ("The town lies on a river.", "The market there is old.")

ASKED = [
    # Too early, or no way, to tell.
    ("It is too early to say whether the Orby ferry will sail again.", "Will the Orby ferry sail again?"),
    ("There is no way to know how many ships are missing off Orby.", "How many ships are missing off Orby?"),
    ("It is hard to predict how Chile will vote.", "How will Chile vote?"),
    ("Neither Norway nor Chile had yet identified which mines may be closed.", "Which mines may be closed?"),
    # What somebody quoted calls unknown.
    ("“It is unclear whether the Orby bridge will hold,” said Anna Berg.", "Will the Orby bridge hold?"),
    (
        "“The cause of the fire in Orby has not been determined,” said Anna Berg.",
        "What is the cause of the fire in Orby?",
    ),
    # What an inquiry looks for.
    ("The inquiry focuses on whether the Ostby firm bribed the council.", "Did the Ostby firm bribe the council?"),
    (
        "The Ostby firm is being investigated over whether it bribed the council.",
        "Did the Ostby firm bribe the council?",
    ),
    # Evaded, disagreed on.
    ("The mayor would not be drawn on whether Norway would pay.", "Will Norway pay?"),
    ("The mayor dodged questions about whether Norway would close the port.", "Will Norway close the port?"),
    ("The mayor did not directly answer whether the law protects sailors.", "Does the law protect sailors?"),
    ("The report does not address how Norway will spend the fees.", "How will Norway spend the fees?"),
    ("Chile is mulling whether to sell the port.", "Will Chile sell the port?"),
    ("Chile and Norway disagree on who should pay for the dam.", "Who should pay for the dam?"),
    ("It is unclear what secret deal might hold in Norway.", "What secret deal might hold in Norway?"),
    # Before a court or a chamber.
    ("Chile sued to block the sale of the port.", "Will a court block the sale of the port?"),
    ("The Ostby firm filed a lawsuit seeking to overturn the ban on nets.", "Will a court overturn the ban on nets?"),
    (
        "Two towns filed a suit seeking a court order to prevent Norway from opening the mine, which closed in 2012.",
        "Will a court prevent Norway from opening the mine?",
    ),
    ("The harbour bill must pass the Senate before it becomes law.", "Will the Senate approve the harbour bill?"),
    ("The harbour bill now heads to the Senate.", "Will the Senate approve the harbour bill?"),
    (
        "A lawsuit against the Ostby firm may soon be dismissed.",
        "Will the lawsuit against the Ostby firm be dismissed?",
    ),
    ("The mayor of Orby is expected to be indicted.", "Will the mayor of Orby be indicted?"),
    ("If the Supreme Court were to rule for Norway, the law could fall.", "Will the Supreme Court rule for Norway?"),
    # Under pressure.
    ("The mayor of Orby faces calls to resign over the leak.", "Will the mayor of Orby resign over the leak?"),
    (
        "Norway is under pressure to lower the fee for foreign ferries.",
        "Will Norway lower the fee for foreign ferries?",
    ),
    ("Critics issued a loud call for Norway to leave the pact.", "Will Norway leave the pact?"),
    # What will become of a thing, what somebody is able to do.
    ("The ruling leaves the future of the mine uncertain.", "What will the future of the mine be?"),
    ("The fishing treaty’s future is in doubt.", "What will the fishing treaty’s future be?"),
    ("Norway’s ability to repay the loan is uncertain.", "Can Norway repay the loan?"),
    ("Norway has not ruled out a strike on the port.", "Will there be a strike on the port?"),
]


def _possible(analysis: Analysis) -> list[str]:
    return list(dict.fromkeys(one.text for one in question_candidates(analysis) if one.possible))


@pytest.mark.parametrize(("sentence", "question"), ASKED)
def test_what_is_contested_or_too_early_to_say_is_asked_about(analyse: Analyse, sentence: str, question: str) -> None:
    """Each construction gives one neutral question in the tense that fits."""
    assert question in _possible(analyse(*BEFORE, sentence))


SILENT = [
    # A quarrel, a rumour that the article itself calls untrue, a duty taken for granted.
    "Norway accused Chile of selling arms to the rebels.",
    "The mayor blamed Norway for failing to close the port.",
    "Citing an unfounded theory, critics suspect that the firm dumped oil in the fjord.",
    # The object stands outside its clause, or an aside cuts the question short.
    "The reforms that the mayor wants Norway to pass are old.",
    "The party spoke of the impact that it said Norway would have on the fish market.",
    "Norway is eager to bring Chile – and its sailors – into the pact.",
    # Somebody's mind, then or in passing.
    "The sailors believed that Norway had sold the ferry.",
    "Those wondering whether Norway would sell the ferry found out in the harbour.",
    "The sailors have argued that Norway was attempting to sell the ferry.",
    # Told of an earlier episode, or summed up.
    "In March, the mayor called on Norway to close the port.",
    "That same year, the mayor urged Norway to close the port.",
    "When a trader asked about the fish, Norway threatened to close the port.",
    "Norway has sought to open the port.",
    # What a text would do is no aim of anybody; what is usual is not ahead.
    "The council wants an order that would force Norway to feed the gulls.",
    "The mayors of towns often face pressure to lower the fee.",
    # Not asked for, on the calendar, already over, or of no weight.
    "The suit does not seek to overturn the ban on nets.",
    "The mayor is scheduled to open the port of Orby on June 28.",
    "The envoy said that Norway had delayed the aid to Chile.",
    "The mayor wants Norway to do well.",
    "The mayor won the vote on the basis of the question of where Juan Soto was born.",
    # It ends where a text is quoted.
    "The sale may have violated the part of the Norwegian code that says: no ship is sold twice.",
    # A mood, not a matter.
    "“I do not know what is going on,” said Anna Berg.",
    "It is unclear what is going on.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_what_is_rhetoric_or_cut_short_gives_none(analyse: Analyse, sentence: str) -> None:
    """No question takes a quarrel, an earlier episode or half a clause for something open."""
    assert _possible(analyse(*BEFORE, sentence)) == []


def test_he_is_not_whom_the_sentence_names_after_him(analyse: Analyse) -> None:
    """Who is named after "he", or is met by him, is somebody else; the one named in the sentence before is meant."""
    sentence = "He did not say whether he would run again, before he met with Juan Soto."
    analysis = analyse("Ivan Petrov spoke in Orby.", sentence, people=[(0, "Ivan Petrov"), (1, "Juan Soto")])

    assert _possible(analysis) == ["Will Ivan Petrov run again?"]


def test_a_woman_without_a_name_is_not_the_man_who_has_one(analyse: Analyse) -> None:
    """In "a sailor who says she was struck by Berge" nobody named is meant by "she"."""
    sentence = "Police are questioning a sailor who suspects she was robbed by Juan Berge in the harbour."
    analysis = analyse(*BEFORE, sentence, people=[(2, "Juan Berge")])

    assert not any("Juan Berge robbed" in text for text in _possible(analysis))


def test_a_campaign_is_no_she(analyse: Analyse) -> None:
    """A pronoun for a person does not take the name of a campaign, a suit or a citizenship."""
    sentence = "The Orby campaign has not said whether she will speak in the harbour."

    assert _possible(analyse(*BEFORE, sentence)) == []


def test_a_plan_counts_for_less_than_what_is_called_unclear(analyse: Analyse) -> None:
    """What somebody only announces is left out where what nobody knows is drafted."""
    announced = "The Ostby firm said that it would sell the fish market in Orby."
    unclear = "It is unclear whether the Ostby firm will sell the fish market in Orby."

    assert draft_questions(analyse(*BEFORE, announced)) == ()
    (question,) = draft_questions(analyse(*BEFORE, unclear))
    assert question.text == "Will the Ostby firm sell the fish market in Orby?"


def test_a_question_does_not_repeat_what_somebody_calls_it(analyse: Analyse) -> None:
    """Of a plan whose object stands in quote marks nothing is asked: the words are rhetoric."""
    sentence = "Norway plans to make “a fool’s bargain” with the council of Orby."

    assert _possible(analyse(*BEFORE, sentence)) == []


def test_a_question_needs_no_apparently(analyse: Analyse) -> None:
    """Words by which a report keeps its distance are left out of the question."""
    sentence = "It is not clear why the Orby ferry was apparently sold."

    assert _possible(analyse(*BEFORE, sentence)) == ["Why was the Orby ferry sold?"]


def test_what_would_have_been_is_not_open(analyse: Analyse) -> None:
    """No later article tells what did not happen."""
    sentence = "It is unclear what the effect on Norway would have been."

    assert _possible(analyse(*BEFORE, sentence)) == []


def test_a_citizenship_is_no_he(analyse: Analyse) -> None:
    """What is a thing by its ending is not put for a person."""
    sentence = (
        "Norwegian citizenship will end for sailors, a day after it emerged that he was considering closing the port."
    )

    assert not any("citizenship close" in text for text in _possible(analyse(*BEFORE, sentence)))


def test_his_plan_has_him_act(analyse: Analyse) -> None:
    """The name put for "his" in "his plan to close" is the subject, without an apostrophe."""
    analysis = analyse(*BEFORE, "Juan Soto spoke of his plan to close the port of Orby.", people=[(2, "Juan Soto")])

    assert _possible(analysis) == ["Will Juan Soto close the port of Orby?"]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "The mayor has not said whether Norway can still open the port and must pay for the quay.",
            "Can Norway still open the port?",
        ),
        (
            "The mayor said that Norway could fine the Ostby firm, but did not name a sum.",
            "Will Norway fine the Ostby firm?",
        ),
        ("It was impossible to say what sank the Orby ferry, Mayor Juan Soto said.", "What sank the Orby ferry?"),
    ],
)
def test_a_question_ends_before_the_next_clause(analyse: Analyse, sentence: str, question: str) -> None:
    """A verb with an auxiliary of its own, and who said so, are no part of it."""
    assert _possible(analyse(*BEFORE, sentence)) == [question]
