"""Beliefs, accusations, what is held up or called for, and what is too thin to stand alone: each construction and its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.questions.draft import question_candidates
from briefgen.drafting.questions.verbs import indefinite

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

    Analyse = Callable[..., Analysis]

BEFORE = ("The town lies on a river.", "The market there is old.")

ASKED = [
    # What somebody holds likely, fears or alleges.
    ("It is doubtful that Norway will repay the loan.", "Will Norway repay the loan?"),
    ("Divers allege that the firm dumped oil in the fjord.", "Did the firm dump oil in the fjord?"),
    ("There are fears Iceland may close its ports.", "Could Iceland close its ports?"),
    ("Police are investigating claims that the firm sold rotten fish.", "Did the firm sell rotten fish?"),
    ("Prosecutors accused Chile of selling arms to the rebels.", "Did Chile sell arms to the rebels?"),
    ("Chile was accused of breaking the truce in the north.", "Did Chile break the truce in the north?"),
    ("Divers argue that Chile should close the port.", "Will Chile close the port?"),
    (
        "Norway’s envoys are hopeful the ministry will give them the keys to the vault.",
        "Will the ministry give Norway’s envoys the keys to the vault?",
    ),
    # What is held up, called for, vied for, or only possible.
    ("The Senate has held off voting on the harbour bill.", "Will the Senate vote on the harbour bill?"),
    ("The firm has put off publishing the report on the leak.", "Will the firm publish the report on the leak?"),
    (
        "The Ostby firm is in talks, but has not yet agreed on terms with Norway.",
        "Will the Ostby firm agree on terms with Norway?",
    ),
    # A decision on what can only be granted or refused.
    ("A decision on the grant for the theatre is due by 30 June.", "Will the grant for the theatre be approved?"),
    ("A ruling on the ban on nets is due by 30 June.", "What will the ruling on the ban on nets be?"),
    # What says what it is, and what the story is about.
    ("Another round of talks will take place in the valley.", "Will another round of talks take place in the valley?"),
    ("The council has postponed the vote on the tunnel.", "Will the vote on the tunnel go ahead?"),
    ("The peace talks with Chile have been suspended.", "Will the peace talks with Chile resume?"),
    ("Norway has not yet admitted the leak at the plant.", "Will Norway admit the leak at the plant?"),
    (
        "Both parties are fighting for control of the Norwegian parliament.",
        "Who will win control of the Norwegian parliament?",
    ),
    ("A lasting truce in the valley remains elusive.", "Will there be a lasting truce in the valley?"),
    (
        "Oslo called for an international inquiry into the spill.",
        "Will there be an international inquiry into the spill?",
    ),
    ("The envoys spoke of potential prisoner exchanges.", "Will there be prisoner exchanges?"),
    ("Chile demanded the release of the Norwegian sailors.", "Will the Norwegian sailors be released?"),
    (
        "The snow may not be enough for the season in Norway.",
        "Will the snow be enough for the season in Norway?",
    ),
    # Who are missing, and after what.
    (
        "Four pilots are missing after a ferry sank off Orby.",
        "What has become of the four pilots who are missing after a ferry sank off Orby?",
    ),
]


def _possible(analysis: Analysis) -> list[str]:
    return list(dict.fromkeys(one.text for one in question_candidates(analysis) if one.possible))


@pytest.mark.parametrize(("sentence", "question"), ASKED)
def test_what_is_open_without_a_cue_of_its_own_is_asked_about(analyse: Analyse, sentence: str, question: str) -> None:
    """Beliefs, accusations, delays and calls give a neutral question in the tense that fits."""
    assert question in _possible(analyse(*BEFORE, sentence))


SILENT = [
    # An opinion of somebody, or rhetoric in quote marks.
    "Critics believe that the mayor was a coward.",
    'The party claimed that the council had "murdered the town".',
    # Done, denied, of no consequence, or of the past.
    "Oslo sought an international inquiry into the spill.",
    "There is evidence that the firm dumped oil in the fjord.",
    "Lisbon has not lost a match.",
    "Norway has not seen such a summer.",
    "The two villages are fighting for survival.",
    "Chants could be heard in the square.",
    "In those days a smith could shoe ten horses while the others slept.",
    # May not: a ban.
    "The government may not close the mine.",
    # Too thin: which talks, which blast?
    "The talks are expected to go on.",
    "The cause of the blast is under investigation.",
    "The committee demanded a deal.",
    "The then-president Berge plans to close the port of Orby.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_what_is_settled_or_says_too_little_gives_none(analyse: Analyse, sentence: str) -> None:
    """No question takes an opinion, a ban or the past for something open, or leaves the reader asking which."""
    assert _possible(analyse(*BEFORE, sentence)) == []


def test_the_story_says_which_talks_are_meant(analyse: Analyse) -> None:
    """A bare noun takes its place from the sentence that names it, and that sentence becomes evidence."""
    analysis = analyse("The talks in Oslo began on Monday.", *BEFORE, "The talks are expected to go on.")
    (candidate,) = (one for one in question_candidates(analysis) if one.possible)

    assert candidate.text == "Will the talks in Oslo go on?"
    assert candidate.named_in == (0,)


def test_he_is_who_told_so_though_another_is_named(analyse: Analyse) -> None:
    """The subject of the telling is meant by "he", not the other person in the sentence."""
    sentence = "Ivan Petrov told reporters that he would sue Juan Soto."
    analysis = analyse(*BEFORE, sentence, people=[(2, "Ivan Petrov"), (2, "Juan Soto")])

    assert _possible(analysis) == ["Will Ivan Petrov sue Juan Soto?"]


def test_an_object_is_not_taken_for_its_own_subject(analyse: Analyse) -> None:
    """Whom "her" means is not known where the only name is that of the one who acts."""
    sentence = "Berge denied that he had robbed her in the harbour."
    analysis = analyse("Juan Berge is a sailor.", sentence, people=[(0, "Juan Berge"), (1, "Berge")])

    assert all("Berge rob Juan Berge" not in text and " her " not in text for text in _possible(analysis))


def test_a_second_aim_is_left_to_itself(analyse: Analyse) -> None:
    """Of two aims joined by "and to" the first is asked about, without a stray "to"."""
    sentence = "Chile asked Norway to stop the sale of trawlers, and to close the port of Orby."

    assert "Will Norway stop the sale of trawlers?" in _possible(analyse(*BEFORE, sentence))


def test_what_follows_if_not_is_no_part_of_the_question(analyse: Analyse) -> None:
    """What "or face a strike" adds threatens; it is not asked about."""
    sentence = "The union urged Norway to raise the pensions of sailors, or face a strike."

    assert _possible(analyse(*BEFORE, sentence)) == ["Will Norway raise the pensions of sailors?"]


def test_ceremonies_and_parses_gone_wrong_give_none(analyse: Analyse) -> None:
    """Nobody waits to see whether a reception is held, and no day vows anything."""
    sentences = (
        "Norway will host the spring reception of the Chilean envoy.",
        "The mayor of Orby will tour the Norwegian mill.",
    )

    assert _possible(analyse(*BEFORE, *sentences)) == []


def test_days_that_pass_go_with_the_words_they_hang_on(analyse: Analyse) -> None:
    """A phrase that ends with a passing day goes as a whole, "for the rest" included."""
    sentence = "Norway will keep its harbour closed for the rest of this month."

    assert _possible(analyse(*BEFORE, sentence)) == ["Will Norway keep its harbour closed?"]


@pytest.mark.parametrize(
    ("word", "article"),
    [
        ("attack", "an"),
        ("Ukrainian", "a"),
        ("European", "a"),
        ("united", "a"),
        ("urgent", "an"),
        ("truce", "a"),
        ("hour", "an"),
    ],
)
def test_the_article_follows_the_sound(word: str, article: str) -> None:
    """It is an attack, but a Ukrainian attack."""
    assert indefinite(word) == article


def test_an_aside_that_is_left_open_gives_none(analyse: Analyse) -> None:
    """A subject that opens an aside with a dash and never closes it makes no question."""
    sentence = "Makers of nets — from the big Norwegian mills to family firms in Orby may lose their markets."

    assert all("—" not in text for text in _possible(analyse(*BEFORE, sentence)))
