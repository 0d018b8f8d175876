"""Who says what, in whatever order the words come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.analysis.statements import quoted_spans

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

# The sentence, who speaks as the text prints it, the cue, whether it is a judgement.
SAID = [
    ("Ada Quist said the port would close.", "Ada Quist", "say", False),
    ("The port would close, Ada Quist said.", "Ada Quist", "say", False),
    ("The port would close, said Ada Quist.", "Ada Quist", "say", False),
    ("“The port will close,” Ada Quist said.", "Ada Quist", "say", False),
    ("“The port will close,” said Ada Quist, the mayor.", "Ada Quist", "say", False),
    ("Ada Quist said: “The port will close.”", "Ada Quist", "say", False),
    ("“The port,” Ada Quist said, “will close.”", "Ada Quist", "say", False),
    ("“We are ready,” said the Kenyan foreign minister, Ada Quist.", "Ada Quist", "say", False),
    ("According to Ada Quist, the port will close.", "Ada Quist", "according to", False),
    ("The port will close, according to local officials.", "local officials", "according to", False),
    ("Ada Quist told Reuters that the port would close.", "Ada Quist", "tell", False),
    ("Officials told reporters the port would close.", "Officials", "tell", False),
    ("Kenya warned that the port could close.", "Kenya", "warn", True),
    ("Analysts warn that the port could close.", "Analysts", "warn", True),
    ("The court has ruled that the port must close.", "the court", "rule", False),
    ("The bank said the port would close.", "the bank", "say", False),
    ("The Northern Institute put the cost at 40 million euros.", "Northern Institute", "put", False),
    ("Critics point to the cost of the port.", "Critics", "point", False),
    ("Kenyan commentators described the delay as sabotage.", "Kenyan commentators", "describe", False),
    ("The Northern Institute’s report establishes the cost of the port.", "Northern Institute", "establish", False),
    (
        "Kenya is set to sign a deal with Uganda, a development reported by the Coast Courier and carried widely.",
        "Coast Courier",
        "report",
        False,
    ),
    (
        "“Most captains care less about the fog and more about the price,” Ada Quist, a pollster, posted on Harbourline.",
        "Ada Quist",
        "post",
        False,
    ),
    ("The Kenyan president, Ada Quist, called on Dahl to reconsider.", "Ada Quist", "call", False),
    ("The lawsuit argues that the port is too narrow.", "the lawsuit", "argue", True),
    ("The harbour fees rose by a third, court documents said.", "court documents", "say", False),
    (
        "A national NRB/Courier poll shows that the mayor leads by a third.",
        "A national NRB/Courier poll",
        "show",
        False,
    ),
    (
        "Senator Ada Quist of Norland, the harbour board’s leader, said through a spokesman that the port would close.",
        "Ada Quist",
        "say",
        False,
    ),
    ("The port has lost more ships than the bank expected, a new analysis shows.", "a new analysis", "show", False),
    ("The mayor acted in time, according to a court document.", "a court document", "according to", False),
    ("The hospital issued a statement saying that the mayor was well.", "the hospital", "say", False),
    ("The Coast Courier reported earlier this week that Dahl sold the port.", "Coast Courier", "report", False),
    ("The central bank expects growth to slow.", "the central bank", "expect", True),
    ("Ada Quist believes that the port will close.", "Ada Quist", "believe", True),
    ("Residents fear that the port will close.", "Residents", "fear", True),
    ("Harbour pilots have voiced concern that the bridge might sink.", "Harbour pilots", "voice concern", True),
    ("Traders are worried that the port will close.", "Traders", "worried", True),
    ("Ada Quist was quoted as saying that the port would close.", "Ada Quist", "quote", False),
    ("Captains were cited as saying the port would close.", "Captains", "cite", False),
    ("Ada Quist has repeatedly argued that the port is unsafe.", "Ada Quist", "argue", True),
    ("Ada Quist accused Kenya of closing the port.", "Ada Quist", "accuse", False),
    ("“No,” Ada Quist replied before adding: “Maybe.”", "Ada Quist", "reply", False),
    ("Ada Quist described the plan as a mistake.", "Ada Quist", "describe", False),
    ("Ada Quist is confident that the port will open.", "Ada Quist", "confident", True),
    ("Ada Quist has long criticized high fares.", "Ada Quist", "criticize", True),
    ("Ada Quist urged Kenya to open the port.", "Ada Quist", "urge", False),
    ("The port is unsafe, according to a new poll.", "a new poll", "according to", False),
    ("“We are ready for them,” said the mayor, Ada Quist.", "Ada Quist", "say", False),
    (
        "Harbour pilots and retired captains in Kenya have voiced concern that the bridge might sink.",
        "Harbour pilots and retired captains in Kenya",
        "voice concern",
        True,
    ),
    ("Ada Quist and Bo Lindqvist said the port would close.", "Ada Quist and Bo Lindqvist", "say", False),
    ("Officials at the port said it would close.", "Officials at the port", "say", False),
]

# The sentence; who speaks in a part of it.
PARTS = [
    ("Ada Quist began by saying that the port was old.", "Ada Quist"),
    ("Ada Quist left the meeting, saying that the port would close.", "Ada Quist"),
    ("Ada Quist issued a leaflet on Monday, calling the fares “a mistake”.", "Ada Quist"),
    ("Trade could slow, with analysts saying that demand is weak.", "analysts"),
    ("The port, which residents say is unsafe, closed on Monday.", "residents"),
    ("The mayor met residents who fear that the port will close.", "residents"),
    ("The sale, a plan reported by the Guardian, would close the port.", "Guardian"),
]

SILENT = [
    "The port closed on Monday.",
    "Ada Quist was told that the port would close.",
    "Ada Quist asked.",
    "Ada Quist added sugar to the tea.",
    "The house was sold, according to plan.",
    "Ada Quist is scheduled to announce a winner.",
    "Ada Quist did not say whether the port would close.",
    "Ada Quist will announce the result.",
    "Ada Quist told a joke.",
    "According to us, all is well.",
    "Ada Quist raised two children.",
    "It is doubtful that the port will open.",
    "Exports rose, the figures underlined.",
    "Ada Quist, who has described herself as a fixer, opened the port.",
]


@pytest.mark.parametrize(("sentence", "speaker", "cue", "belief"), SAID)
def test_who_says_what(tell: Callable[..., Analysis], sentence: str, speaker: str, cue: str, *, belief: bool) -> None:
    """A speaker is found before and behind the words, with the verb that gives them away."""
    analysis = tell(sentence)
    assert len(analysis.statements) == 1
    found = analysis.statements[0]
    assert (found.cue, found.belief, found.whole) == (cue, belief, True)
    names = {found.speaker}
    if found.entity is not None:
        names |= {analysis.entities[found.entity].name}
    assert speaker in names
    assert found.quoted is ("“" in sentence)


@pytest.mark.parametrize("sentence", SILENT)
def test_nobody_speaks(tell: Callable[..., Analysis], sentence: str) -> None:
    """A verb of speech without words, its passive, and "according to" a thing give nobody's words."""
    assert tell(sentence).statements == ()


def test_a_quote_runs_on_over_its_paragraph(tell: Callable[..., Analysis]) -> None:
    """A sentence wholly in quote marks behind a quoted one has its speaker; the next paragraph has not."""
    story = "“The port will close,” said Ada Quist.\n“It is too late.”\n\nThe port is old."
    found = [(one.sentence, one.speaker) for one in tell(story).statements]
    assert found == [(0, "Ada Quist"), (1, "Ada Quist")]


def test_a_quote_left_open_goes_on(tell: Callable[..., Analysis]) -> None:
    """Between an opening and a closing quote mark everything is the speaker's."""
    story = "Ada Quist said: “The port will close.\nIt is too late.\nWe shall leave.”\nThe port is old."
    assert [(one.sentence, one.speaker) for one in tell(story).statements] == [
        (0, "Ada Quist"),
        (1, "Ada Quist"),
        (2, "Ada Quist"),
    ]


@pytest.mark.parametrize(
    ("story", "speaker"),
    [
        ("Ada Quist visited the port.\nShe said it would close.", "Ada Quist"),
        ("Ada Quist met Bo Lindqvist.\nShe said the port would close.", "Ada Quist"),
        ("Ada Quist visited the port.\n\nThe ferry was late.\n“It will close,” she said.", "Ada Quist"),
    ],
)
def test_pronouns_mean_who_acted_last(tell: Callable[..., Analysis], story: str, speaker: str) -> None:
    """He and she are the person who was the subject of the nearest sentence before."""
    analysis = tell(story)
    last = analysis.statements[-1]
    assert last.entity is not None
    assert analysis.entities[last.entity].name == speaker == last.speaker


def test_a_pronoun_without_anybody_gives_nobody(tell: Callable[..., Analysis]) -> None:
    """Where no person acted before, "she" stays unknown."""
    assert tell("The ferry was late.\nShe said the port would close.").statements == ()


@pytest.mark.parametrize(("sentence", "speaker"), PARTS)
def test_a_part_may_be_attributed_alone(tell: Callable[..., Analysis], sentence: str, speaker: str) -> None:
    """Participles, relative clauses and passives give their part to their subject; it does not cover the sentence."""
    found = tell(sentence).statements
    assert [(one.speaker, one.whole) for one in found] == [(speaker, False)]


def test_one_speaker_counts_once_a_sentence(tell: Callable[..., Analysis]) -> None:
    """Who says and adds in one sentence has made one statement."""
    found = tell("Ada Quist said the port was old and added that it would close.").statements
    assert [one.speaker for one in found] == ["Ada Quist"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“One,” she said, “two.”", ["“One,”", "“two.”"]),
        ('"One," she said.', ['"One,"']),
        ("He said: “One.", ["“One."]),
        ("No quote.", []),
        ("The “big” one", ["“big”"]),
    ],
)
def test_stretches_in_quote_marks(text: str, quoted: list[str]) -> None:
    """Quotes are found with their marks, straight or curly; one left open runs to the end."""
    assert [text[start:end] for start, end in quoted_spans(text)] == quoted


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("In response to Berge’s claim, sailor Nils Dahl, 50, told Reuters: “We never saw the boat.”", "Nils Dahl"),
        ("Children were among the “many” casualties, Nils Dahl, the head of the ferry council, said.", "Nils Dahl"),
        ("The Courier quoted the mayor Ada Quist on Friday as saying that the port would close.", "Ada Quist"),
        ("The plan, according to Ada Quist, will fail by May.", "Ada Quist"),
        ("Ada Quist also mentioned the talks with the union.", "Ada Quist"),
        ("The mayor Ada Quist blamed the union.", "Ada Quist"),
        ("“The port is lost,” reads a commentary by the Coast Courier.", "Coast Courier"),
    ],
)
def test_speakers_whom_the_parse_hides(tell: Callable[..., Analysis], sentence: str, speaker: str) -> None:
    """A subject lost in the words before it, one who is quoted by a newspaper, an author: each covers the sentence."""
    analysis = tell(sentence)
    whole = [one for one in analysis.statements if one.whole]
    assert [analysis.entities[one.entity].name for one in whole if one.entity is not None] == [speaker]


def test_a_number_of_people_speaks_for_itself(tell: Callable[..., Analysis]) -> None:
    """Who is only counted speaks under the words that count them."""
    statement = tell("A growing number of residents argue that the port is too small.").statements[0]
    assert statement.speaker == "A growing number of residents"


def test_they_behind_one_speaker_is_that_speaker(tell: Callable[..., Analysis]) -> None:
    """Within a sentence “they” goes on for who was heard in it, and the quote is theirs as a whole."""
    story = "While a spokesman for the port stressed that it was early, they added: “We will answer.”"
    assert [(one.speaker, one.whole) for one in tell(story).statements] == [("a spokesman for the port", True)]


def test_of_two_presidents_the_one_heard_last_goes_on(tell: Callable[..., Analysis]) -> None:
    """An office that two hold means who spoke last."""
    story = (
        "President Ada Quist met President Nils Dahl in Bergen.\nQuist left early.\nDahl warned the banks.\n"
        "The president also said he was tired."
    )
    analysis = tell(story)
    last = analysis.statements[-1].entity
    assert last is not None
    assert analysis.entities[last].name == "Nils Dahl"


@pytest.mark.parametrize(
    ("story", "speaker"),
    [
        # Whose lawyer it is does not speak, and who is named beside the lawyer does.
        ("Ada Quist left.\nA lawyer for Mrs. Quist said the port would close.", "A lawyer for Mrs. Quist"),
        (
            "Ada Quist left.\nA lawyer for Mrs. Quist, David Kent of Coast Partners, said the port would close.",
            "David Kent",
        ),
        ("Ada Quist left.\nA spokesperson for Quist said that it was late.", "A spokesperson for Quist"),
        # One chairman is not the other.
        (
            "Nils Dahl, chairman of the National Ferry Board, left.\nThe chairman of the council committee said that it rained.",
            "the chairman of the council committee",
        ),
        # The name behind the verb is whom the speaker speaks of.
        ("Ada Quist left.\nThe Norwegian liberal said Quist should resign.", "the Norwegian liberal"),
        # Who knows how to beat Dahl is not Dahl.
        (
            "Nils Quist spoke.\nHe knows that it takes a plan to beat Olav Dahl.\nHe said that the port would close.",
            "Nils Quist",
        ),
        # "Quist was seen grabbing a man after the man approached and asked …": it is the man who asked.
        (
            "Quist was seen in a video pushing a man after the man approached the mayor and asked if he backed the plan.",
            "the man",
        ),
        # It is she who spoke last, though she was not named.
        (
            "The Coast Union met.\nMrs. Quist’s campaign was confident that she would win.\nIt said that she leads.",
            "Mrs. Quist’s campaign",
        ),
    ],
)
def test_nobody_speaks_for_another(tell: Callable[..., Analysis], story: str, speaker: str) -> None:
    """A claim given to the wrong person is worse than one given to nobody."""
    analysis = tell(story)
    last = analysis.statements[-1]
    name = last.speaker if last.entity is None else analysis.entities[last.entity].name
    assert speaker in {name, last.speaker}
    assert name == speaker or analysis.entities[last.entity or 0].kind != "person"


def test_a_clause_of_time_is_not_the_sentence(tell: Callable[..., Analysis]) -> None:
    """What happened hours after a warning is not what was warned of."""
    story = (
        "Several homes were cleared as waves hit the port, hours after Mayor Ada Quist warned that a storm was near."
    )
    assert not any(one.whole for one in tell(story).statements)
