"""The words of an item: only cut, or completed in [brackets], so that the evidence proves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.quote_marks import closed_quotes
from briefgen.drafting.takeaways.antecedents import Filling
from briefgen.drafting.wording import (
    LONGEST,
    capitalised,
    leading_pronoun,
    opening_cut,
    pointing_start,
    sentence_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("However, the bridge stays shut.", "the bridge stays shut."),
        ("But engineers warn of cracks.", "engineers warn of cracks."),
        ("Furthermore, it invites scrutiny.", "it invites scrutiny."),
        ("For now, it remains unclear.", "it remains unclear."),
        ("Still a problem, the bridge stays shut.", "Still a problem, the bridge stays shut."),
        ("So far nobody was hurt.", "So far nobody was hurt."),
        ("First Minister Ann Roe resigned.", "First Minister Ann Roe resigned."),
        ("Butler resigned.", "Butler resigned."),
        ("In addition to Vardal, the ferry calls at Solvik.", "In addition to Vardal, the ferry calls at Solvik."),
        ("In addition, the ferry calls at Solvik.", "the ferry calls at Solvik."),
        ("As a result of the storm, the bridge is shut.", "As a result of the storm, the bridge is shut."),
        ("The bridge stays shut.", "The bridge stays shut."),
    ],
)
def test_a_leading_connective_goes_and_nothing_else(text: str, left: str) -> None:
    """What ties a sentence to the one before it means nothing where it stands alone."""
    assert text[opening_cut(text) :] == left


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the bridge", "The bridge"), ("“the bridge”", "“The bridge”"), ("40 people", "40 people"), ("", "")],
)
def test_the_first_letter_is_a_capital(text: str, expected: str) -> None:
    """Behind a quote mark, too; a figure stays."""
    assert capitalised(text) == expected


def test_a_relative_day_is_followed_by_the_days_it_means(analysed: Callable[[str], Analysis]) -> None:
    """Next week means nothing to who reads it next month."""
    analysis = analysed("The council of Vardal will vote on the new bridge next week, the mayor said.")
    text = sentence_words(analysis, analysis.sentences[0])
    assert text == "The council of Vardal will vote on the new bridge next week [17–23 March 2025], the mayor said."


def test_the_days_stand_behind_a_possessive(analysed: Callable[[str], Analysis]) -> None:
    """Between the day and its ending they would tear the word apart."""
    analysis = analysed("The council of Vardal will decide at Thursday’s meeting on the new bridge, the mayor said.")
    text = sentence_words(analysis, analysis.sentences[0])
    assert "at Thursday’s [13 March 2025] meeting" in text


def test_a_date_with_a_number_is_left_as_it_is(analysed: Callable[[str], Analysis]) -> None:
    """Who reads 20 March needs no help."""
    analysis = analysed("The council of Vardal will vote on the new bridge on 20 March, the mayor said.")
    assert "[" not in sentence_words(analysis, analysis.sentences[0])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "President Ann Roe, who has repeatedly described herself as the builder of “endless bridges,” is reportedly "
                "preparing to press the council of Vardal to use its close ties with the northern ferry companies to keep "
                "their fares below the toll."
            ),
            (
                "President Ann Roe is reportedly preparing to press the council of Vardal to use its close ties with the "
                "northern ferry companies to keep their fares below the toll."
            ),
        ),
        (
            (
                "The council of Vardal approved the money for the new bridge (about 40 million euros, a third of which comes "
                "from the region) after a debate of nine hours that ended with the resignation of the deputy mayor and two "
                "members of her party."
            ),
            (
                "The council of Vardal approved the money for the new bridge after a debate of nine hours that ended with the "
                "resignation of the deputy mayor and two members of her party."
            ),
        ),
    ],
    ids=["a clause with who", "brackets"],
)
def test_a_sentence_too_long_loses_an_aside(analysed: Callable[[str], Analysis], sentence: str, expected: str) -> None:
    """The rest keeps every word and its order."""
    analysis = analysed(sentence)
    assert len(sentence.split()) > LONGEST
    assert sentence_words(analysis, analysis.sentences[0]) == expected


def test_a_condition_is_never_cut_off(analysed: Callable[[str], Analysis]) -> None:
    """Without its if a sentence says something else."""
    sentence = (
        "The northern ferry companies of Vardal will keep their fares below the toll of the new bridge for at least "
        "another two years and will not dismiss any of their four hundred sailors, unless the council raises the "
        "harbour fee again."
    )
    analysis = analysed(sentence)
    assert sentence_words(analysis, analysis.sentences[0]).endswith("unless the council raises the harbour fee again.")


def test_a_pronoun_is_filled_in_where_it_is_known_who_is_meant(analysed: Callable[[str], Analysis]) -> None:
    """In brackets, since it is not the source's word."""
    analysis = analysed("Ann Roe opened the bridge on Monday. She promised a second one within two years.")
    second = analysis.sentences[1]
    token = leading_pronoun(second)
    assert token is not None
    assert sentence_words(analysis, second, Filling(token, "[Ann Roe]", instead=True)).startswith("[Ann Roe] promised")


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("This partnership worries the council.", True),
        ("These actions shut the bridge.", True),
        ("The third is expected to return by Friday.", True),
        ("Two of the ferries are back in service.", False),
        ("The third ferry is expected to return by Friday.", False),
        ("Norway shut the bridge.", False),
        ("There are fears that the bridge will fall.", False),
        ("It remains unclear whether the bridge will open.", False),
        ("It is likely that the council will close the bridge.", False),
        ("It closed the bridge to lorries.", True),
        ("It was a surprise for the council.", True),
    ],
)
def test_a_sentence_that_points_back_is_known(
    analysed: Callable[[str], Analysis], sentence: str, *, points: bool
) -> None:
    """It cannot stand alone: what it means stands in the sentence before."""
    analysis = analysed("The council of Vardal met on Monday in the old town hall. " + sentence)
    assert pointing_start(analysis.sentences[1]) is points


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("Quist told the radio, “I’m looking at all options.", "Quist told the radio, “I’m looking at all options.”"),
        ("We waited,” said Ada Quist.", "“We waited,” said Ada Quist."),
        ('We waited," said Ada Quist.', '"We waited," said Ada Quist.'),
        ('Quist said: "We waited.', 'Quist said: "We waited."'),
        ('Quist said she "waited" on Monday.', 'Quist said she "waited" on Monday.'),
        ("“We waited,” Quist said, “and left.”", "“We waited,” Quist said, “and left.”"),
        ("Quist waited.", "Quist waited."),
    ],
)
def test_a_quote_that_runs_on_gets_the_mark_it_lacks(text: str, closed: str) -> None:
    """Where it begins and ends must show: the words between are somebody's, the others the article's."""
    assert closed_quotes(text) == closed
