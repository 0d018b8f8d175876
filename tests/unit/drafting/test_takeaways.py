"""Which sentences become takeaways, in which order, and how they are worded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.summary import draft_summary, title_of
from briefgen.drafting.takeaways.selection import MOST, select
from briefgen.drafting.takeaways.takeaway import takeaway

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

    Analysed = Callable[[str], Analysis]

NEWS = """
Norway has offered Iceland a share of 40 percent in the harbour of Vardal, ending six years of quarrels.

Norwegian Prime Minister Ingrid Solheim made the offer on Tuesday after talks in Oslo. This step surprised the fishermen.

Gulls circled above the empty quay. Iceland has not yet said whether it will accept the offer.

Norway has offered Iceland 40 percent of the harbour of Vardal, which would end six years of quarrels.

Olav Berge, chairman of the Vardal Fishermen’s Union, warned that his members could block the quay. What do you think?
"""

ANALYSIS = """
# The Long View

The coast has seen many plans come and go, and few of them were ever built by those who drew them.

# The Money

Harbours are paid for by those who do not use them, and used by those who do not pay, as the saying goes.

# The People

Fishermen tell stories about every harbour that was promised, and the stories grow with every year.

# Key Takeaways

- Costs Rise: The harbour of Vardal will cost 900 million kroner, twice what parliament approved in 2021.
- A Vote Is Due: Parliament must approve the money before Iceland can sign the agreement.
"""


def texts(analysis: Analysis) -> list[str]:
    """Give the texts of the takeaways in order."""
    return [takeaway(analysis, one.sentence).text for one in select(analysis).chosen]


def test_a_news_story_tells_its_news_first(analysed: Analysed) -> None:
    """The first takeaway is the first sentence."""
    assert texts(analysed(NEWS))[0].startswith("Norway has offered Iceland a share of 40 percent")


def test_the_same_news_is_not_taken_twice(analysed: Analysed) -> None:
    """A sentence that says what another says adds nothing."""
    assert sum("quarrels" in text for text in texts(analysed(NEWS))) == 1


def test_what_points_back_and_what_asks_the_reader_is_not_taken(analysed: Analysed) -> None:
    """Neither could stand alone in a briefing."""
    found = texts(analysed(NEWS))
    assert not any("This step" in text or "do you think" in text for text in found)


def test_an_articles_own_takeaways_come_first(analysed: Analysed) -> None:
    """Who edited the article has chosen already; the label before the colon is a heading."""
    found = texts(analysed(ANALYSIS))
    assert found[0].startswith("The harbour of Vardal will cost 900 million kroner")
    assert found[1].startswith("Parliament must approve the money")


def test_there_are_never_more_than_six(analysed: Analysed) -> None:
    """However long the story is."""
    story = """
    Norway announced a new railway to Narvik on Monday. Iceland banned the export of live sheep to Scotland.

    Sweden agreed to buy nine submarines from a shipyard in Malmo. Finland elected a president for the third time in May.

    Denmark rejected a tax on imported flowers and seeds. Estonia opened a museum of radio in an old lighthouse.

    Latvia raised the wages of nurses by a tenth after a strike. Poland closed two coal mines near the southern border.

    Germany cut the price of train tickets for students. Spain began to rebuild the burnt library of its oldest town.
    """
    assert 3 <= len(texts(analysed(story))) <= MOST


def test_a_takeaway_rests_on_the_whole_sentence_without_its_label(analysed: Analysed) -> None:
    """The evidence is the source's words to the letter."""
    analysis = analysed(ANALYSIS)
    found = takeaway(analysis, select(analysis).chosen[0].sentence)
    (evidence,) = found.evidence
    assert (
        evidence.quote == "The harbour of Vardal will cost 900 million kroner, twice what parliament approved in 2021."
    )
    assert evidence.quote in analysis.article.text


def test_she_is_filled_in_where_the_sentence_before_names_one_person(analysed: Analysed) -> None:
    """A pronoun that begins a takeaway must say who is meant, or stay."""
    analysis = analysed("Ingrid Solheim opened the bridge on Monday. She promised a second one within two years.")
    assert takeaway(analysis, analysis.sentences[1]).text == "[Ingrid Solheim] promised a second one within two years."


def test_she_stays_where_two_people_could_be_meant(analysed: Analysed) -> None:
    """A guess would be an invention."""
    analysis = analysed("Ingrid Solheim met Katla Jonsdottir on Monday. She promised a second bridge within two years.")
    assert takeaway(analysis, analysis.sentences[1]).text.startswith("She promised")


def test_the_bottom_line_of_a_story_takes_the_turn_behind_it(analysed: Analysed) -> None:
    """A lead that the next sentence limits is half the truth."""
    analysis = analysed(
        "Norway has offered Iceland a share of the harbour of Vardal, officials said on Monday. "
        "But fishermen want a vote before anything is signed.\n\n" + NEWS
    )
    summary = draft_summary(analysis, select(analysis))
    assert summary is not None
    assert summary.endswith("But fishermen want a vote before anything is signed.")


def test_an_article_without_a_sentence_that_stands_has_no_bottom_line(analysed: Analysed) -> None:
    """Nothing is better than filler."""
    analysis = analysed("Why? Who knows? And then?")
    assert draft_summary(analysis, select(analysis)) is None


def test_a_printed_title_is_the_title(analysed: Analysed) -> None:
    """It is said to be printed."""
    analysis = analysed(NEWS)
    assert title_of(analysis, select(analysis)) == ("The Bridge Story", True)


def test_a_quote_of_nobody_knows_whom_is_no_takeaway(analysed: Analysed) -> None:
    """As a report it would be the article's own word; nor is the rest of a quote that leaves words out."""
    story = (
        "Norway has offered Iceland a share of 40 percent in the harbour of Vardal.\n\n"
        "“The harbour of Vardal will cost Norway 900 million kroner this year.”\n\n"
        "... finishes first among the harbours of Norway and Iceland, with 17 percent.\n\n"
        "Parliament approved the offer of Norway on Tuesday after talks in Oslo."
    )
    assert not any("900 million" in text or "finishes" in text for text in texts(analysed(story)))


def test_a_sentence_inside_a_quote_gets_its_marks(analysed: Analysed) -> None:
    """The quote began before it and ends behind it: the words are the speaker's, and read so."""
    story = (
        "Ada Quist said: “The harbour of Vardal was offered to Iceland on Monday. Norway will lose 40 percent of its ships. "
        "Nobody asked the fishermen of Vardal.”"
    )
    assert "“Norway will lose 40 percent of its ships.”" in texts(analysed(story))


def test_a_day_in_a_name_is_no_date(analysed: Analysed) -> None:
    """What stands in quote marks in title case is a programme; the day outside is one."""
    story = "Ada Quist said on “Vardal Radio Sunday” that Norway would sell 40 percent of the harbour on Friday."
    (text, *_) = texts(analysed(story))
    assert "Vardal Radio Sunday”" in text
    assert "Friday [14 March 2025]" in text
