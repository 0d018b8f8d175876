"""What to watch in sentences of news: words that read alone, the day of the event itself, and what only looks ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.watch.draft import draft_watch, watch_candidates

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

WORDED = [
    # A word with a hyphen stays whole.
    ("Berg is running for re-election against Lie in November.", "Berg to run for re-election against Lie"),
    # Two phrases that the parse takes for one.
    ("Mayor Berg set a May 1 deadline for the survey.", "Deadline for the survey"),
    # The hour is no part of the event.
    ("The mayor will appear on Radio Norway on Friday at 8 p.m.", "Mayor’s appearance on Radio Norway"),
    # "Next week's" leaves an article behind.
    (
        "The rower said she would compete in next week’s tide races in Oslo.",
        "Rower to compete in the tide races in Oslo",
    ),
    # What a thing loses half of is named.
    (
        "Norway plans to withdraw half its ships from the Baltic by the summer.",
        "Norway’s withdrawal of half its ships from the Baltic",
    ),
    ("Norway plans to soon release its own rules for the port.", "Norway’s release of its own rules for the port"),
    # Who acts is named rather than described.
    (
        "The committee’s chairwoman, Anna Berg, is scheduled to appear before the council on Thursday.",
        "Anna Berg’s appearance",
    ),
    # What is to be announced.
    (
        "Residents expect Mayor Berg to announce she is not running again.",
        "Mayor Berg to announce she is not running again",
    ),
    # A threat and a plan that is only considered stay what they are.
    (
        "The mayor has threatened to cut off subsidies to the ferries.",
        "Mayor’s threat to cut off subsidies to the ferries",
    ),
    ("The company is considering an appeal.", "Possible appeal by the company"),
    # An act that becomes a noun loses its adverb.
    ("The ministry vowed to respond forcefully to the blockade.", "Ministry’s response to the blockade"),
    ("The dispute raised the prospect of a strike by the pilots.", "Possible strike by the pilots"),
    ("The port’s veto is expected to come before the deadline on Friday.", "Port’s veto"),
    ("The mayor appears set to veto the toll bill.", "Mayor’s veto on the toll bill"),
]
DAYS = [
    # The day of another event, or of a thing, is not the event's.
    ("The money will be spent on posters in the final week ahead of the election on April 8.", None, None),
    ("The council will vote on next year’s fees.", None, None),
    # A verb that begins like "end May".
    ("The long dispute will end next month with a vote of the members.", "2025-04-01", "2025-04-30"),
    ("The council will publish the fees by end May.", None, "2025-05-31"),
    ("On Thursday, the council is to publish its first spending bill.", "2025-03-13", "2025-03-13"),
    # "Before the council" tells where.
    ("Anna Berg is scheduled to appear before the council on Thursday.", "2025-03-13", "2025-03-13"),
]
NOTHING = [
    "The governor went on to close the port.",
    "While the mayor repeatedly promised to close the port by 2014, it is open.",
    "A year later, Mayor Berg said that officials could close the port.",
    "Berg refused to endorse Lie during a speech at the harbour in July.",
    "Reporters wrote about tolls while the council was preparing to publish the bill.",
    "A regatta set for Friday in Bergen has been postponed in light of the storm.",
    "The clerk is skeptical that the council would agree to sell the pier.",
    "If the court were to rule in favour of the pilots, the tolls would fall.",
    "Mayor Berg will always defend the pilots.",
    "Some 46 percent would choose Berg, while 44 percent would elect Lie.",
    "Voters expect Berg to win the harbour vote.",
    "It would take three more weeks to open the port, the mayor said.",
    "Berg told the paper in an interview that plans to decide by June whether to run.",
    "The mayor wanted the pilots to rest and follow the charts of the harbour office.",
    "The council announced on Monday whether it plans to leave or will reject the offer.",
    "The mayor is threatening the peace of the town.",
    "Most skippers are already set in stone about their choice on April 8.",
    "If the council rejected the bill, it would punish Norway.",
    "It took little more than a day for a rower’s promise to upend the council.",
    "The pilot, who has sued the port before, spoke to reporters.",
    "Mayor Berg says she would pay for it by selling the pier.",
    "“I hope the council will uphold our fishing rules,” the pilot said.",
]


@pytest.mark.parametrize(("sentence", "text"), WORDED)
def test_the_words_read_alone(analysed: Callable[[str], Analysis], sentence: str, text: str) -> None:
    """An item is a grammatical phrase of whole words, with who acts named and the source's hedge kept."""
    assert [item.text for item in draft_watch(analysed(sentence))] == [text]


@pytest.mark.parametrize(("sentence", "first", "last"), DAYS)
def test_the_day_is_that_of_the_event(
    analysed: Callable[[str], Analysis], sentence: str, first: str | None, last: str | None
) -> None:
    """A day that tells of something else in the sentence is not put on the item."""
    days = [(str(item.start or ""), str(item.end or "")) for item in draft_watch(analysed(sentence))]
    assert days[:1] == [(first or "", last or "")]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_only_looks_ahead_is_no_item(analysed: Callable[[str], Analysis], sentence: str) -> None:
    """What is past, put off, doubted, asked in a poll, supposed, or said of oneself alone is not drafted."""
    assert draft_watch(analysed(sentence)) == ()


def test_a_bare_election_is_called_by_what_the_story_calls_it(analysed: Callable[[str], Analysis]) -> None:
    """One word with a day gets in brackets the words that stand before it elsewhere, where they are always the same."""
    called = (
        "The harbour election is close. Many say that the harbour election is dull. "
        "Talks ended two weeks before the April 8 election."
    )
    assert [item.text for item in draft_watch(analysed(called))] == ["[Harbour] election"]
    several = called.replace("is dull", "is dull. The council election is closer. Nobody likes the council election")
    assert "election" not in " ".join(item.text for item in draft_watch(analysed(several)))


def test_a_vote_and_an_election_on_one_day_are_one_item(analysed: Callable[[str], Analysis]) -> None:
    """The same day and the same words around two names of a choice make one item with both sentences."""
    story = (
        "The election for harbour master will be held on April 8. "
        "Some members wanted to postpone the April 8 vote for harbour master."
    )
    (item,) = draft_watch(analysed(story))
    assert [len(item.evidence), str(item.start)] == [2, "2025-04-08"]


def test_the_likeliest_of_doubtful_things_needs_more_than_the_likeliest_of_plain_ones(
    analysed: Callable[[str], Analysis],
) -> None:
    """An article that only names what nobody could see happen has no item: an empty section is a finding."""
    (one,) = watch_candidates(analysed("Insurers will require additional papers."))
    assert [one.doubt != "", one.rejected] == [True, one.doubt]
