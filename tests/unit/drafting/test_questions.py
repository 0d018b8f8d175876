"""Open questions: how they are worded, what gives none, and which are chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.questions.draft import MOST_CONDITIONS, MOST_QUESTIONS, draft_questions, question_candidates
from briefgen.drafting.questions.guards import well_formed
from briefgen.drafting.questions.rank import weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

    Analyse = Callable[..., Analysis]

pytestmark = pytest.mark.usefixtures("whatever_worth")


@pytest.fixture
def whatever_worth(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draft every question that can be worded, so that a test of wording does not hang on what it is worth."""
    every = replace(weights(), least=-100.0)
    monkeypatch.setattr("briefgen.drafting.questions.draft.weights", lambda: every)


WORDED = [
    # An auxiliary goes before the subject.
    (
        "It is unclear whether the harbour authority will reopen the pier.",
        "Will the harbour authority reopen the pier?",
    ),
    ("It remains uncertain if the two governments can agree on a price.", "Can the two governments agree on a price?"),
    ("Officials have not determined whether the bridge is safe.", "Is the bridge safe?"),
    ("The jury must decide whether Mr Cole was told of the payments.", "Was Mr Cole told of the payments?"),
    (
        "It is unclear to what extent the sanctions have hurt the economy.",
        "To what extent have the sanctions hurt the economy?",
    ),
    # "Do" comes in, with the tense and the person of the verb.
    ("It remains unclear whether the plan includes the islands.", "Does the plan include the islands?"),
    (
        "Some doubt whether the museum has enough paint for the ceiling.",
        "Does the museum have enough paint for the ceiling?",
    ),
    ("Little is known about how the virus spreads.", "How does the virus spread?"),
    ("The jury must decide whether Mr Cole knew about the payments.", "Did Mr Cole know about the payments?"),
    (
        "Experts are divided over whether the vaccine works in older patients.",
        "Does the vaccine work in older patients?",
    ),
    # Wh-words, as object and as subject.
    ("The ministry has not said when the bridge will reopen.", "When will the bridge reopen?"),
    ("How the council will pay for the repairs is not clear.", "How will the council pay for the repairs?"),
    ("The biggest unknown is who will succeed Governor Hale.", "Who will succeed Governor Hale?"),
    ("It remains unclear which harbours will contribute tugboats.", "Which harbours will contribute tugboats?"),
    ("The divers will determine what sank the ferry.", "What sank the ferry?"),
    ("What remains unclear is how the tariffs will be enforced.", "How will the tariffs be enforced?"),
    ("The main sticking point is how the costs will be shared.", "How will the costs be shared?"),
    # A report in the past is brought into the present.
    ("Trustees declined to say whether Mr Lind would be replaced.", "Will Mr Lind be replaced?"),
    ("The ministry would not confirm whether the jets had been delivered.", "Have the jets been delivered?"),
    ("It was not immediately clear who had ordered the shutdown.", "Who ordered the shutdown?"),
    (
        "The dockers did not state which gate they would block if their wages were not paid.",
        "Which gate will the dockers block if their wages are not paid?",
    ),
    # Pronouns for the one who does not say.
    ("Officials have not said whether they will publish the report.", "Will officials publish the report?"),
    (
        "The company has not disclosed how much it paid for the licence.",
        "How much did the company pay for the licence?",
    ),
    ("The minister has not said why she dismissed the chairman.", "Why did the minister dismiss the chairman?"),
    ("The firm, which has not said whether it will appeal, was fined.", "Will the firm appeal?"),
    # Infinitives: the one who decides acts.
    ("The council has not yet decided whether to close the school.", "Will the council close the school?"),
    ("Lawmakers must now decide whether to extend the emergency.", "Will lawmakers extend the emergency?"),
    ("The commission is weighing whether to fine the company.", "Will the commission fine the company?"),
    # What depends on it is still to come.
    ("The result will depend on whether Poland drops its veto.", "Will Poland drop its veto?"),
    ("Much depends on how quickly the reservoirs refill.", "How quickly will the reservoirs refill?"),
    (
        "The toll depends on which bridges are widened and how lanes are marked.",
        "Which bridges will be widened?",
    ),
    ("Whether the merger survives depends on the regulator.", "Will the merger survive?"),
    ("The deal’s future depends on Ankara’s willingness to lift its objections.", "Will Ankara lift its objections?"),
    ("Investors are waiting to see whether the central bank cuts rates.", "Will the central bank cut rates?"),
    # Conditions.
    ("Should Turkey block the accession, the alliance would face a crisis.", "Will Turkey block the accession?"),
    ("Conversely, if Brussels rejects the plan, the farmers could lose out.", "Will Brussels reject the plan?"),
    ("The project will stall unless Kenya secures new funding.", "Will Kenya secure new funding?"),
    ("Work should begin soon, if Finnish objections can be answered.", "Can Finnish objections be answered?"),
    # Steps not yet taken, threats, permissions, votes.
    ("The court has yet to rule on the appeal.", "Will the court rule on the appeal?"),
    ("Norway is considering closing its embassy in the capital.", "Will Norway close its embassy in the capital?"),
    ("The airline has not ruled out cutting more routes.", "Will the airline cut more routes?"),
    (
        "The union threatened to strike if the pay offer was not improved.",
        "Will the union strike if the pay offer is not improved?",
    ),
    ("The treaty still needs to be ratified by the Senate.", "Will the treaty be ratified by the Senate?"),
    ("The plan must still be approved by shareholders.", "Will the plan be approved by shareholders?"),
    ("Chile may be forced to import gas from Argentina.", "Will Chile be forced to import gas from Argentina?"),
    ("The assembly will vote on the bill on Tuesday.", "Will the assembly approve the bill?"),
    ("Lisbon promised new steps after the flood.", "What new steps will Lisbon take?"),
    ("Analysts fear that the drought could push up food prices.", "Could the drought push up food prices?"),
    ("Regulators are investigating claims that the bank misled investors.", "Did the bank mislead investors?"),
    # Things that are missing.
    ("The ferry line was sold and by June had given no schedule for crossings.", "What is the schedule for crossings?"),
    ("The terms of the settlement have not been disclosed.", "What are the terms of the settlement?"),
    (
        "The letter raised the possibility of a second ferry before the summer.",
        "Will there be a second ferry before the summer?",
    ),
    # Asides, dashes and second questions are left out.
    ("It is unclear whether the visit will bring results—or only photographs.", "Will the visit bring results?"),
    ("It is unclear when — or whether — the plant will restart.", "When will the plant restart?"),
    ("The bank has not said how many branches it will close or when.", "How many branches will the bank close?"),
    ("It is unclear whether the law covers ports and includes rivers.", "Does the law cover ports?"),
    ("The rebels are threatening to cut the road and blocking aid.", "Will the rebels cut the road?"),
    ("The theatre gave no information on why the co-founder had left.", "Why has the co-founder left?"),
    ("The fishermen have not said what they need yet.", "What do the fishermen need?"),
    (
        "Elders were due to vote on the nomination of Ann Lee, who left in May.",
        "Will elders approve the nomination of Ann Lee?",
    ),
    ("No decision has been made on whether the school will close.", "Will the school close?"),
    ("At stake is whether the state can tax foreign firms.", "Can the state tax foreign firms?"),
    ("There was no word on whether the hostages had been freed.", "Have the hostages been freed?"),
    ("It is unclear whether the port will reopen this year.", "Will the port reopen this year?"),
    ("The law has yet to be approved by the Senate.", "Will the law be approved by the Senate?"),
    ("Doubts remain about whether the stadium will be finished in time.", "Will the stadium be finished in time?"),
    # The article's own question, after a dash or a colon has gone.
    (
        "Can the coalition survive a second defeat in parliament?",
        "Can the coalition survive a second defeat in parliament?",
    ),
    ("It is a test of nerves: will the bank raise rates again?", "Will the bank raise rates again?"),
]


@pytest.mark.parametrize(("sentence", "question"), WORDED)
def test_a_sentence_that_leaves_something_open_gives_its_question(
    analyse: Analyse, sentence: str, question: str
) -> None:
    """The question is worded by grammar, and the sentence is its evidence to the letter."""
    (drafted,) = draft_questions(analyse(sentence))

    assert drafted.text == question
    assert [evidence.quote for evidence in drafted.evidence] == [sentence]
    assert drafted.status == "open"


SILENT = [
    # Somebody else's words.
    "“It is unclear whether we can hold the bridge,” said Anna Berg.",
    "“I have no idea what is going on,” said Anna Berg.",
    '"Nobody knows when the war will end," the farmer said.',
    # Asked, decided or known: nothing is open.
    "Reporters asked whether the minister would resign.",
    "The mayor decided whether to close the road.",
    "The committee discussed how the money was spent.",
    "They know whether the plan works.",
    "The theatre failed to answer questions about how tickets were priced.",
    "The question is not how soon the bank will close.",
    "There is no question that Rome will pay.",
    # The past.
    "It was unclear then whether the king would return.",
    "In 1998 it was uncertain whether the currency would survive.",
    "The suspect had threatened to burn the house before the arrest.",
    # No clause that is left open.
    "Whether in London or in Paris, the chef works every day.",
    "The house, whether old or new, must be insured.",
    "The potters whose kilns depend on gas are worried.",
    "The conductor has not explained his choice.",
    "The agency did not say more.",
    "The man who ordered the attack was arrested.",
    "It is easy to see why the plan failed.",
    # Pronouns and pointing words that mean nothing alone.
    "It remains unclear whether this will help.",
    "It is not known whether he will run.",
    "It is unclear whether the two will meet.",
    "It is unclear whether the move will help.",
    "It is unclear whether such plans will help.",
    "It is unclear whether the others will sign.",
    "It is unclear whether certain ferries will be painted.",
    "It is unclear whether the firm will sell that.",
    "It is unclear whether people will get land there.",
    "Sweden has threatened to close it by decree.",
    # The reader, rhetoric, headlines.
    "Do you know whether your bank is safe?",
    "We do not know whether our readers agree.",
    "Isn't it time for a change?",
    "Who would not want peace?",
    "What is next for the city?",
    "Will Iceland Repair The Lighthouse Before Spring?",
    # Presupposing a failing.
    "The agency has not said why the valve failed to open.",
    "The report does not explain why the council refused to act.",
    # Conditions on which nothing turns.
    "If you want to help, send a letter.",
    "If necessary, the army will step in.",
    "If a bill passes, it goes to the king.",
    "Even if France agrees, the plan is dead.",
    # Records, suppositions and negations.
    "Most keepers would not know if their bees swarmed.",
    "One detail that the painters have yet to choose is the colour.",
    "One matter that the builders have yet to settle is colour.",
    "The firm has not set a date for its launch.",
    "A dam that threatens to flood villages was approved.",
    "The logbooks did help the pilots determine when the barge sailed.",
    "What is more, it is not clear.",
    "The choir has yet to lose a contest this year.",
    "There is nothing to suggest that Chile is close to joining the pact.",
    "It is unclear whether the army will not march.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_a_sentence_that_leaves_nothing_open_gives_none(analyse: Analyse, sentence: str) -> None:
    """Where no neutral, well-formed question follows from the article's own words, none is drafted."""
    assert draft_questions(analyse(sentence)) == ()


def test_a_pronoun_gets_the_name_of_the_only_person_just_named(analyse: Analyse) -> None:
    """A person named in the sentence before stands for "he"; with two of them the question is left out."""
    first, second = "Ivan Petrov resigned on Friday.", "It is unclear whether he will face trial."
    alone = analyse(first, second, people=[(0, "Ivan Petrov")])
    crowd = analyse("Ivan Petrov met Juan Soto.", second, people=[(0, "Ivan Petrov"), (0, "Juan Soto")])

    assert [question.text for question in draft_questions(alone)] == ["Will Ivan Petrov face trial?"]
    assert draft_questions(crowd) == ()


def test_a_pronoun_after_the_name_stays(analyse: Analyse) -> None:
    """A pronoun needs no name where the person it means stands before it in the question."""
    first, second = "Ivan Petrov resigned on Friday.", "It is unclear whether Petrov and his aides will face trial."
    analysis = analyse(first, second, people=[(0, "Ivan Petrov")])

    assert [question.text for question in draft_questions(analysis)] == ["Will Petrov and his aides face trial?"]


def test_a_possessive_before_the_subject_gets_its_owner(analyse: Analyse) -> None:
    """A question about "his choir" says whose choir it is."""
    sentence = "Berge added that his choir had not determined whether it would join the festival."

    assert [q.text for q in draft_questions(analyse(sentence))] == ["Will Berge’s choir join the festival?"]


def test_what_the_text_answers_is_left_out(analyse: Analyse) -> None:
    """A later sentence that reports the thing as done closes the question."""
    opened = "On Monday it was not clear whether the ferry would sail."

    assert len(draft_questions(analyse(opened))) == 1
    assert draft_questions(analyse(opened, "The ferry sailed on Tuesday.")) == ()


def test_a_negative_answer_elsewhere_keeps_the_question(analyse: Analyse) -> None:
    """That it has not happened yet does not close the question."""
    opened = "It is not clear whether the ferry will sail."

    assert len(draft_questions(analyse(opened, "The ferry did not sail on Monday."))) == 1


def test_a_quotation_may_run_over_sentences(analyse: Analyse) -> None:
    """What is open only in somebody's mouth is not taken where its sentence does not say whose, however long they speak."""
    analysis = analyse("“The work goes on. ", "It is unclear whether the tunnel will open in May.", "Nobody minds.” ")

    assert draft_questions(analysis) == ()


def test_a_question_to_the_reader_taints_its_neighbours(analyse: Analyse) -> None:
    """The questions of a closing call to comment are no open questions."""
    question = "Can Spain be persuaded to stay?"

    assert len(draft_questions(analyse(question, "The vote is in May."))) == 1
    assert draft_questions(analyse(question, "Tell us what you think.")) == ()


def test_a_label_is_no_part_of_the_evidence(analyse: Analyse) -> None:
    """The quote begins after "What to watch:"."""
    label = "What to watch: "
    sentence = f"{label}It remains unclear whether the ceasefire will hold."
    (question,) = draft_questions(analyse(sentence, labels=[len(label)]))

    assert question.text == "Will the ceasefire hold?"
    assert question.evidence[0].quote == "It remains unclear whether the ceasefire will hold."


def test_a_sentence_that_cannot_be_quoted_gives_none(analyse: Analyse) -> None:
    """Without words of the source to rest on there is no question."""
    sentence = "It remains unclear whether the ceasefire will hold."

    assert draft_questions(analyse(sentence, unquotable=0)) == ()


def test_what_is_said_to_be_unclear_comes_before_conditions(analyse: Analyse) -> None:
    """An explicit cue outranks a condition, wherever they stand."""
    analysis = analyse(
        "If Brussels rejects the proposal, the farmers could lose their subsidies.",
        "It is unclear whether Brussels will reject the plan.",
    )

    assert draft_questions(analysis)[0].text == "Will Brussels reject the plan?"


def test_a_section_of_questions_raises_a_question(analyse: Analyse) -> None:
    """Between equal cues the section's purpose decides."""
    texts = [
        "It is unclear whether the bank will lend more.",
        "It is unclear whether the mine will reopen.",
        "It is unclear whether the port will close.",
    ]
    analysis = analyse(*texts, purposes=["story", "questions", "story"])

    assert draft_questions(analysis)[0].text == "Will the mine reopen?"


def test_no_two_questions_ask_the_same(analyse: Analyse) -> None:
    """Subject and verb tell a repetition; the better one stays and the other says why it went."""
    analysis = analyse(
        "It is unclear whether the ceasefire will hold until May.",
        "Much depends on whether the ceasefire holds.",
    )
    kept, dropped = question_candidates(analysis)

    assert (kept.text, kept.rejected) == ("Will the ceasefire hold until May?", "")
    assert dropped.rejected == "asks the same as another"


def test_a_draft_holds_four_questions_at_most(analyse: Analyse) -> None:
    """The fifth is left out, with the reason."""
    subjects = ("bank", "mine", "port", "court", "army")
    candidates = question_candidates(
        analyse(*(f"It is unclear whether the {s} will open its doors." for s in subjects))
    )

    assert [candidate.rejected for candidate in candidates] == [""] * MOST_QUESTIONS + ["comes after the four best"]


def test_few_conditions_are_kept(analyse: Analyse) -> None:
    """An analysis full of ifs does not fill the list with them."""
    states = ("Norway", "Chile", "Kenya", "Japan")
    analysis = analyse(*(f"If {state} leaves the pact, prices could rise." for state in states))

    assert len(draft_questions(analysis)) == MOST_CONDITIONS


def test_a_long_question_loses_its_last_aside_or_goes(analyse: Analyse) -> None:
    """A question holds about 25 words; what cannot be cut to that is left out."""
    aside = "It is unclear whether the council will repair the old bridge over the river Tamsel near the town of Orby"
    endless = f"{aside} in the north of the county of Vale in the east of the land of the people of the hills."

    assert draft_questions(analyse(f"{aside}, which was damaged when a barge hit it in a storm last winter."))[
        0
    ].text == ("Will the council repair the old bridge over the river Tamsel near the town of Orby?")
    assert draft_questions(analyse(endless)) == ()


def test_no_order_of_words_breaks_it(analyse: Analyse) -> None:
    """Whatever a parse makes of broken text, what comes out is a well-formed question or nothing."""
    words = " ".join(sentence for sentence, _ in WORDED).split()
    scrambled = [" ".join(words[start :: 37 + start % 11]) for start in range(120)]

    for candidate in question_candidates(analyse(*scrambled)):
        assert candidate.rejected or well_formed(candidate.text)


def test_the_same_story_gives_the_same_questions(analyse: Analyse) -> None:
    """Nothing but the text decides."""
    texts = ("It is unclear whether the bank will lend more.", "If Brussels rejects the plan, prices could rise.")

    assert draft_questions(analyse(*texts)) == draft_questions(analyse(*texts))
