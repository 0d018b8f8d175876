"""What a story leaves pending: each construction that gives a question, what gives none, and which are worth a place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.questions.draft import draft_questions, question_candidates
from briefgen.drafting.questions.rank import weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

    Analyse = Callable[..., Analysis]


@pytest.fixture
def whatever_worth(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draft every question that can be worded, so that a test of wording does not hang on what it is worth."""
    every = replace(weights(), least=-100.0)
    monkeypatch.setattr("briefgen.drafting.questions.draft.weights", lambda: every)


BEFORE = ("The town lies on a river.", "The market there is old.")
"""What opens a story is its news: a question that is only announced there is not asked."""

ASKED = [
    # Plans, promises, refusals, expectations.
    ("Norway plans to close its embassy in the capital.", "Will Norway close its embassy in the capital?"),
    ("The union has vowed to block the port of Orby.", "Will the union block the port of Orby?"),
    ("Finland is expected to sign the treaty with Estonia on Thursday.", "Will Finland sign the treaty with Estonia?"),
    (
        "The ministry refused to release the report on the bridge.",
        "Will the ministry release the report on the bridge?",
    ),
    ("Portugal’s threat to leave the pact has alarmed its neighbours.", "Will Portugal leave the pact?"),
    ("Norway hopes to win the contract.", "Will Norway win the contract?"),
    ("Berge hopes that Norway can win the contract.", "Can Norway win the contract?"),
    # What may be, and what somebody says will be.
    ("Polish dairies could face sanctions over the exports.", "Will Polish dairies face sanctions over the exports?"),
    # What one side asks of another.
    ("Norway urged Chile to withdraw its frigate from the bay.", "Will Chile withdraw its frigate from the bay?"),
    ("Oslo called on Chile to withdraw its frigate from the bay.", "Will Chile withdraw its frigate from the bay?"),
    ("Chile has been asked to withdraw its frigate from the bay.", "Will Chile withdraw its frigate from the bay?"),
    ("Norway has demanded that Chile withdraw its frigate.", "Will Chile withdraw its frigate?"),
    ("Chile rejects Norway’s demand that it withdraw its frigate.", "Will Chile withdraw its frigate?"),
    ("It is Chile and not Peru that is being asked to leave the bay.", "Will Chile leave the bay?"),
    (
        "The mayor insisted that the Norwegian council must pay for the flood.",
        "Will the Norwegian council pay for the flood?",
    ),
    ("The envoy said Chile must release the crew next week.", "Will Chile release the crew?"),
    ("The court has allowed Norway to revive the tax on salmon.", "Will Norway revive the tax on salmon?"),
    ("The ferries will stay in port until Norway pays the crews.", "Will Norway pay the crews?"),
    # Causes, fates, measures.
    ("The cause of the blaze in Orby remains under investigation.", "What caused the blaze in Orby?"),
    ("Detectives are investigating the cause of the blaze in Norway.", "What caused the blaze in Norway?"),
    (
        "The fate of the northern ferries remains one of the hardest issues in the talks.",
        "What will the fate of the northern ferries be?",
    ),
    ("The extent of the damage to the dam remains unknown.", "What is the extent of the damage to the dam?"),
    ("The size of the herd is disputed.", "What is the size of the herd?"),
    # Talks, inquiries, quarrels, truces.
    (
        "Negotiations with the dockers’ union are ongoing.",
        "Will the negotiations with the dockers’ union lead to an agreement?",
    ),
    (
        "Talks between Oslo and Bergen over the tunnel have yielded little progress.",
        "Will the talks between Oslo and Bergen over the tunnel lead to an agreement?",
    ),
    (
        "Prosecutors have opened an investigation into the collapse of the pier.",
        "What will the investigation into the collapse of the pier find?",
    ),
    (
        "The dockers and the port have not reached an agreement on wages.",
        "Will the dockers and the port reach an agreement on wages?",
    ),
    ("The dispute over the border river continues.", "How will the dispute over the border river be resolved?"),
    ("A fragile truce between the two islands is holding.", "Will the truce between the two islands hold?"),
    (
        "The ministry had nothing to say about a possible meeting between the two premiers.",
        "Will there be a meeting between the two premiers?",
    ),
    # Answers, choices, days not set.
    ("Lisbon will respond to the tariffs.", "How will Lisbon respond to the tariffs?"),
    ("Lisbon has vowed to retaliate.", "How will Lisbon retaliate?"),
    ("The ministry said it would “take all necessary measures”.", "What measures will the ministry take?"),
    (
        "Governor Hale has the power to appoint a successor to the judge.",
        "Whom will Governor Hale appoint as a successor to the judge?",
    ),
    ("The next round of talks will be held soon.", "When will the next round of talks be held?"),
    ("Twelve miners are still missing.", "What has become of the twelve miners who are missing?"),
    # What others decide.
    ("A ruling on the ban is expected in May.", "What will the ruling on the ban be?"),
    ("If approved, the dairy merger would help farmers in Norway.", "Will the dairy merger be approved?"),
    (
        "The regulator is reviewing the merger of the two dairies.",
        "Will the regulator approve the merger of the two dairies?",
    ),
    ("Norway is considering a ban on cars in the capital.", "Will Norway impose a ban on cars in the capital?"),
    ("The treaty on salmon expires in June.", "Will the treaty on salmon be extended?"),
    ("The merger still requires approval from the regulator.", "Will the merger get approval from the regulator?"),
    (
        "The divers have filed a suit against the port authority.",
        "Will the suit against the port authority succeed?",
    ),
    # What may have happened.
    ("The sparks may have set the roof alight.", "Did the sparks set the roof alight?"),
    (
        "Inspectors suggest that the wooden roof could have been set alight by a heater.",
        "Was the wooden roof set alight by a heater?",
    ),
    ("There may have been a leak in the northern valve.", "Was there a leak in the northern valve?"),
    ("Prosecutors charged Anna Berg with smuggling salmon.", "Will Anna Berg be convicted of smuggling salmon?"),
    ("The mayor denies taking bribes from the builder.", "Did the mayor take bribes from the builder?"),
    # Cues that leave a clause open.
    (
        "The minister has not set out how she hopes to pay for the tunnel.",
        "How does the minister hope to pay for the tunnel?",
    ),
    ("Time will tell whether the dam holds.", "Will the dam hold?"),
    ("When the tunnel will open is anyone’s guess.", "When will the tunnel open?"),
    (
        "The delay is fuelling debate over how long Norway can keep the mine open.",
        "How long can Norway keep the mine open?",
    ),
    # Asides about the subject go, days that pass go.
    ("Norway, which owns the island, plans to close its harbour.", "Will Norway close its harbour?"),
    ("Berge, a former judge, is expected to resign from the council.", "Will Berge resign from the council?"),
]


@pytest.mark.usefixtures("whatever_worth")
@pytest.mark.parametrize(("sentence", "question"), ASKED)
def test_what_is_pending_is_asked_about(analyse: Analyse, sentence: str, question: str) -> None:
    """Whatever an article leaves pending gives one question, worded by grammar, with its sentence as evidence."""
    (drafted,) = draft_questions(analyse(*BEFORE, sentence))

    assert drafted.text == question
    assert [evidence.quote for evidence in drafted.evidence] == [sentence]


SILENT = [
    # Over, or so long ago that the text would tell.
    "Norway planned to close its embassy in 1998.",
    "At a meeting in the early days Norway pledged to open an embassy.",
    "The suspect had vowed to burn the house.",
    "Norway sought to renegotiate the loan.",
    "Ministers were forced to cut the budget.",
    "The mayor appointed a successor to the judge.",
    "The talks ended on Monday.",
    "Six miners were missing for two days.",
    "The new rules allowed Norway to prosper.",
    # Supposed, not reported.
    "The bridge would have collapsed.",
    "The bridge could have been saved.",
    "Norway would gain from a peace.",
    "Norway may be slipping behind its neighbours.",
    # Rules and habits.
    "A migrant may apply for asylum.",
    "The law allows farmers to sell milk.",
    "The products will be made of steel.",
    # Answered in the same breath, denied, or known.
    "Lisbon will respond with a tariff of its own.",
    "The cause of the fire was a heater.",
    "The man was not charged with theft.",
    "The government may not close the mine.",
    "Lisbon has not lost a match.",
    # Words of others, words to the reader, advice.
    "“Norway may close its embassy,” said Anna Berg.",
    "Police say the thief plans to “hit the road”.",
    "We plan to visit the fair.",
    "The firm urged people to stay at home.",
    "The judges told the man to leave the room.",
    # What does not stand alone, or says nothing.
    "The talks are continuing.",
    "Thursday’s vote will decide the mayor’s fate.",
    "The chairman urged Norway to join her mission.",
    "Norway is ready to do everything.",
    "Officials who refused to fight were dismissed.",
    "There may have been a mistake.",
    "The cause of peace is dear to Norway.",
    "Two ferries are back and the third is expected to return to Orby.",
    "The bridge will stay closed until Norway pays for its repair.",
    # Announced, and nothing says that it may fail.
    "Norway will be rich.",
    "The mayor wants to thank the firemen.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_what_is_not_pending_gives_none(analyse: Analyse, sentence: str) -> None:
    """The past, the supposed, the rule, the answered and the dangling are no open questions."""
    assert draft_questions(analyse(*BEFORE, sentence)) == ()


def test_what_opens_the_story_is_its_news(analyse: Analyse) -> None:
    """A plan in the first sentence is what the article reports; the same plan further down is likelier to be asked about."""
    sentence = "Polish dairies could face sanctions over the exports."
    (first,) = question_candidates(analyse(sentence, *BEFORE))
    (later,) = question_candidates(analyse(*BEFORE, sentence))

    assert first.measured["opens the story"] == 1
    assert "opens the story" not in later.measured
    assert first.score < later.score


def test_the_title_raises_what_it_names(analyse: Analyse) -> None:
    """A possibility is likelier to be asked about where the title says that the story is about it."""
    sentence = "A sale of the Norwegian shipyard could still collapse."
    (weak,) = question_candidates(analyse(*BEFORE, sentence))
    (raised,) = question_candidates(analyse(*BEFORE, sentence, title="Shipyard: doubts about the sale grow"))

    assert raised.score > weak.score


def test_a_cue_that_says_it_is_open_outranks_an_announcement(analyse: Analyse) -> None:
    """What the source itself calls unclear is asked rather than the same thing announced, and that one not at all."""
    (open_one,) = question_candidates(analyse(*BEFORE, "It is unclear whether Norway will close its embassy in Orby."))
    (announced,) = question_candidates(analyse(*BEFORE, "Norway will close its embassy in Orby."))

    assert open_one.text == announced.text == "Will Norway close its embassy in Orby?"
    assert (open_one.rejected, announced.rejected) == ("", "ranks too low")


def test_what_is_measured_lies_between_nothing_and_one(analyse: Analyse) -> None:
    """No feature can outweigh the others by its scale, and the score is the sum of the weights."""
    table = weights()
    for candidate in question_candidates(analyse(*BEFORE, *(sentence for sentence, _ in ASKED))):
        if candidate.possible:
            assert all(0 < value <= 1 for value in candidate.measured.values())
            total = sum(table.of.get(name, 0.0) * value for name, value in candidate.measured.items())
            assert candidate.score == pytest.approx(table.constant + total, abs=1e-3)


@pytest.mark.usefixtures("whatever_worth")
def test_two_ways_to_ask_the_same_give_one(analyse: Analyse) -> None:
    """A vow to retaliate asks how, and not once more whether."""
    candidates = question_candidates(analyse(*BEFORE, "Lisbon has vowed to retaliate."))

    assert [(one.text, one.rejected) for one in candidates] == [
        ("How will Lisbon retaliate?", ""),
        ("Will Lisbon retaliate?", "asks the same as another"),
    ]


@pytest.mark.usefixtures("whatever_worth")
def test_a_quotation_cut_at_its_full_stop_is_closed(analyse: Analyse) -> None:
    """The mark that stands behind the full stop comes back before the question mark."""
    sentence = 'Norway urged Chile to withdraw the frigate "at once and for good."'
    (drafted,) = draft_questions(analyse(*BEFORE, sentence))

    assert drafted.text == 'Will Chile withdraw the frigate "at once and for good"?'


@pytest.mark.usefixtures("whatever_worth")
def test_a_name_put_for_a_pronoun_brings_the_sentence_that_prints_it(analyse: Analyse) -> None:
    """Who reads the question can see whom it names, though its own sentence says "he"."""
    first, second = "Ivan Petrov resigned on Friday.", "It is unclear whether he will face trial."
    (drafted,) = draft_questions(analyse(first, second, people=[(0, "Ivan Petrov")]))

    assert drafted.text == "Will Ivan Petrov face trial?"
    assert [evidence.quote for evidence in drafted.evidence] == [second, first]


@pytest.mark.usefixtures("whatever_worth")
def test_who_speaks_is_named_from_further_up(analysed: Callable[[str], Analysis]) -> None:
    """“She said” means whom the analysis knows to speak, though nobody is named near it."""
    story = (
        "Anna Berg leads the council of Orby, and Anna Berg has led it for years.\n\n"
        "The council meets in the old mill by the river.\n\n"
        "The mill was built for the dyers and their families.\n\n"
        "She said she has not decided whether she will leave the council.\n"
    )
    drafted = draft_questions(analysed(story))

    assert [question.text for question in drafted] == ["Will Anna Berg leave the council?"]
    assert len(drafted[0].evidence) == 2  # the open one, and the one that names her
