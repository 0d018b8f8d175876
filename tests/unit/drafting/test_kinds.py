"""What kind of takeaway a sentence makes, and who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.kinds import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis


@pytest.mark.parametrize(
    ("sentence", "kind", "said_by"),
    [
        ("Norway shut the bridge at Vardal on Monday after a storm.", "reported", None),
        ("Ingrid Solheim said the bridge at Vardal had cost 40 million euros.", "claim", "Ingrid Solheim"),
        ("“The bridge is safe,” said Olav Berge, chairman of the union.", "claim", "Olav Berge"),
        ("According to senior ministry officials, the bridge was shut too late.", "claim", "senior ministry officials"),
        ("Analysts warn that the bridge is too narrow for the new trains.", "assessment", "Analysts"),
        ("Olav Berge fears that the bridge is too narrow for the new trains.", "assessment", "Olav Berge"),
        ("The bridge could become a burden for the council of Vardal.", "assessment", None),
        ("The ministry will open the bridge to cars on Friday.", "forecast", None),
        ("The bridge is expected to open to cars next week.", "forecast", None),
        ("The bank forecasts that traffic on the bridge grows by a third.", "forecast", "the bank"),
        ("Norway has offered a step that would end six years of quarrels.", "reported", None),
    ],
)
def test_reports_claims_judgements_and_forecasts_are_told_apart(
    analysed: Callable[[str], Analysis], sentence: str, kind: str, said_by: str | None
) -> None:
    """A claim shown as a fact would mislead; so the main clause decides, and who says it is named."""
    analysis = analysed(sentence)
    found = label(analysis, analysis.sentences[0])
    assert (found.kind, found.said_by) == (kind, said_by)


def test_a_speakers_fullest_name_is_given(analysed: Callable[[str], Analysis]) -> None:
    """A surname means the person whose full name the text prints."""
    analysis = analysed("Ingrid Solheim opened the bridge on Monday. Solheim said it had cost 40 million euros.")
    assert label(analysis, analysis.sentences[1]).said_by == "Ingrid Solheim"


def test_officials_of_a_state_are_not_the_state(analysed: Callable[[str], Analysis]) -> None:
    """U.S. officials speak for themselves."""
    analysis = analysed("The United States opened the talks. U.S. officials said the talks had failed.")
    assert label(analysis, analysis.sentences[1]).said_by == "U.S. officials"


def test_an_abbreviation_in_brackets_is_no_part_of_a_speaker(analysed: Callable[[str], Analysis]) -> None:
    """Least of all its first half, which is what stands before the verb's own bracket."""
    analysis = analysed("The Dock and Transport Workers' Union (DTWU) said on Monday that its members would stay out.")
    assert label(analysis, analysis.sentences[0]).said_by == "Dock and Transport Workers' Union"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The quarrel over the bridge dates back to May, when Olav Berge claimed that it was unsafe.", "reported"),
        ("The talks will resume on Monday when Olav Berge announces whether he will resign.", "forecast"),
        ("The council met Olav Berge, who told the Coast Courier that the bridge was unsafe.", "reported"),
        ("Olav Berge appeared in court in Vardal on Monday.", "reported"),
        ("Olav Berge appeared unwilling to answer the judge on Monday.", "assessment"),
    ],
)
def test_an_aside_makes_no_claim_of_the_sentence(analysed: Callable[[str], Analysis], sentence: str, kind: str) -> None:
    """Whose words stand in a clause only is not who says the whole; the text tells in the clause whose they are."""
    analysis = analysed(sentence)
    found = label(analysis, analysis.sentences[0])
    assert (found.kind, found.said_by) == (kind, None)


@pytest.mark.parametrize(
    ("sentence", "said_by"),
    [
        (
            "One of the oldest captains in the north – where the ferry ends – said the bridge was safe.",
            "One of the oldest captains in the north",
        ),
        ("Asked about the bridge, which a congresswoman vowed to pull down, Ada Quist said it was safe.", "Ada Quist"),
    ],
)
def test_a_speaker_is_named_in_few_words(analysed: Callable[[str], Analysis], sentence: str, said_by: str) -> None:
    """What is told of the speaker behind a dash stays in the sentence; and the main verb's speaker goes first."""
    analysis = analysed(sentence)
    assert label(analysis, analysis.sentences[0]).said_by == said_by
