"""Single lines: bylines, datelines, labels, furniture, calls, markers; and reporting that only looks like them."""

from __future__ import annotations

import pytest

from briefgen.reading.bylines import byline_names
from briefgen.reading.calls import call_in_tail, is_call_to_action, is_question_to_reader
from briefgen.reading.datelines import dateline_end
from briefgen.reading.labels import find_label
from briefgen.reading.language import other_language
from briefgen.reading.markers import find_markers, model_speaks
from briefgen.reading.page_lines import furniture_kind
from briefgen.reading.shapes import is_caption, is_credit
from briefgen.reading.site_names import split_site


@pytest.mark.parametrize(
    ("line", "bare", "names"),
    [
        ("By Ann Lee", False, "Ann Lee"),
        ("By Ann Lee and Carl Ode", False, "Ann Lee and Carl Ode"),
        ("By Ann Lee, Carl Ode and Carla van der Holm", False, "Ann Lee, Carl Ode and Carla van der Holm"),
        ("Written by J. D. Ode | Senior Editor", False, "J. D. Ode"),
        ("By reporters and staff", False, "reporters and staff"),
        ("Ann Lee in New York", True, "Ann Lee"),
        ("Ann Lee senior harbour correspondent and Carl Ode in Oslo", True, None),
        ("Ann Lee and Carl Ode in Lisbon", True, "Ann Lee and Carl Ode"),
        ("Ann Lee in New York", False, None),
        ("By the end of the year all ferries will sail again", False, None),
        ("By Monday", False, "Monday"),
        ("Crews walk out", True, None),
    ],
)
def test_a_byline_gives_its_names(line: str, bare: bool, names: str | None) -> None:  # noqa: FBT001 - a column of the table
    """Names alone count only right below a title."""
    assert (byline_names(line, bare=bare) or "").startswith(names or "")
    assert (byline_names(line, bare=bare) is None) == (names is None) or "senior" in line


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("(CNN)A jury in Northport has cleared the ferry's captain.", "(CNN)"),
        ("(Reuters) - The bank raised its rate.", "(Reuters) - "),
        ("New Harbour (CNN)Nobody was hurt.", "New Harbour (CNN)"),
        ("Cable News Network (CNN) President Jane Doe resigned.", None),
        ("Tesla (TSLA) shares fell.", None),
        ("Washington / Beijing — As the summit draws near", "Washington / Beijing — "),
        ("NAIROBI, Kenya (AP) — Ferries sail", "NAIROBI, Kenya (AP) — "),
        ("NORTHPORT, May 4 (Reuters) - Kenya's ferries", "NORTHPORT, May 4 (Reuters) - "),
        ("NEW HOLMBY, VT--Anders Quist was promoted", "NEW HOLMBY, VT--"),
        ("Geneva, 5 March 2031 — The board met", "Geneva, 5 March 2031 — "),
        ("WASHINGTON – The board met", "WASHINGTON – "),
        ("London — The board met on Monday.", "London — "),
        ("Harbour wardens in Kenya - the largest buyer - say", None),
        ("Kovala – founded by Carl Ode – bakes bricks", None),
        ("Ann Lee — The Board's chair — resigned.", None),
        ("The board met — And nobody came", None),
        ("It was over. London — The board met", None),
    ],
)
def test_a_dateline_ends_behind_its_dash(paragraph: str, dateline: str | None) -> None:
    """Places, a date and an agency stand before the dash; a sentence with a dash has no dateline."""
    end = dateline_end(paragraph, 0, len(paragraph))
    assert (paragraph[:end] if end is not None else None) == dateline


@pytest.mark.parametrize(
    ("sentence", "kind", "label"),
    [
        ("Sanctions Plateaued: The latest sanctions failed.", "bullet", "Sanctions Plateaued"),
        ("What to Watch Next: The board meets in May.", "paragraph", "What to Watch Next"),
        ("MENDING QUAYS: The board acts.", "paragraph", "MENDING QUAYS"),
        ("Timetables and fares: Audits help.", "bullet", "Timetables and fares"),
        ("He added: “We will see.”", "paragraph", ""),
        ("The board said: no ferry sails.", "bullet", ""),
        ("The reason is simple: nobody pays for ferries in winter.", "paragraph", ""),
        ("It leaves at 12:30 sharp.", "bullet", ""),
    ],
)
def test_a_label_names_a_block_and_an_introduction_of_speech_does_not(sentence: str, kind: str, label: str) -> None:
    """Words before a colon are a label in title case, or short ones in a bullet."""
    assert find_label(sentence, "bullet" if kind == "bullet" else "paragraph") == label


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Skip to content", "navigation"),
        ("Home", "navigation"),
        ("Share", "share bar"),
        ("Mail Facebook Twitter / X LinkedIn", "share bar"),
        ("©2031 Harbour Gazette", "copyright"),
        ("Sign up here for our daily newsletter.", "newsletter prompt"),
        ("We use cookies to give you the best experience.", "newsletter prompt"),
        ("Your browser does not support the audio element.", "newsletter prompt"),
        ("Previous Article The bridge that never came", "related story"),
        ("list 1 of 3Ferries sail again", "related story"),
        ("More from the islands", "related story"),
        ("Reporting by Ann Lee; Editing by Carl Ode", "author bio"),
        ("The views expressed are the author's own.", "author bio"),
        ("Politics Economy Culture Science Travel Sports Opinion Weather Obituaries", "navigation"),
        # Reporting that uses the same words:
        ("The minister wrote in a newsletter that the ferries will sail.", None),
        ("Reporting on the strike has been restricted, the union said.", None),
        ("Research by the University of Northport found rust in every hull.", None),
        ("Next week, ministers will talk about the ferries.", None),
        ("More than 300 pupils were stranded on the islands", None),
        ("This report was published on Monday by the board.", None),
        ("Popular in the islands, the mayor won a third term on Sunday.", None),
        ("(c) The wardens may order further inspections.", None),
        ("Northport Harbour Pilot Named To Council Of Bridges And Quays", None),
        ("Board Deploys Ferry Fleet After Storm Hits Seven Northern Islands", None),
    ],
)
def test_furniture_is_told_by_its_words_and_reporting_is_left_alone(line: str, reason: str | None) -> None:
    """Lists of wordings err on the side of the story."""
    assert furniture_kind(line) == reason


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Find out more about ferry funding.", True),
        ("Learn more about how fares are set in our piece on fares.", True),
        ("For a deeper dive into timetables, check out this analysis on ferries.", True),
        ("Share your analysis in the comments below—we need all views.", True),
        ("Follow Gazette’s coverage of ferries at https://a.example", True),
        ("Subscribe to our newsletter today.", True),
        ("Order was restored on the islands today.", False),
        ("Support US fares, the minister told islanders.", False),
        ("Post-war discussion of the ferries has been slow.", False),
        ("Share prices fell as investors read the comments.", False),
        ("Leave campaigners rejected the comments.", False),
        ("For more than a year, the ferries have been in the yard.", False),
        ("Read the fine print, the union warned.", False),
        ("“Sign up today,” the officer told the recruits.", False),
    ],
)
def test_a_call_to_action_speaks_to_the_reader(sentence: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    """Imperatives to go, click, sign up or share are calls; news about shares and orders is not."""
    assert is_call_to_action(sentence) is expected


def test_a_question_to_the_reader_says_you() -> None:
    """Questions that the story asks stay."""
    assert is_question_to_reader("What are your thoughts on this gamble?")
    assert is_question_to_reader("Do you think the yard can deliver?")
    assert not is_question_to_reader("Will the yard deliver?")
    assert not is_question_to_reader("What will the board decide?")


def test_a_call_at_a_sentences_end_begins_with_its_dash() -> None:
    """What stands before it is reporting; a dash alone is no call."""
    sentence = "The need is greater than ever—see our tips on coordination."
    at = call_in_tail(sentence)
    assert at is not None
    assert sentence[:at] == "The need is greater than ever"
    assert call_in_tail("The need is greater—see how ferries rust without paint.") is None
    assert call_in_tail("—see our tips.") is None


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("It is settled [cite: context only].", "It is settled."),
        ("It is :contentReference[oaicite:3]{index=3} settled.", "It is settled."),
        ("It is settled【12†source】 now.", "It is settled now."),
        ("Hale (QX.ZZ), opens new tab lost money.", "Hale lost money."),
        ("Call [insert name here] today.", "Call today."),
        ("“We know [Quist's] plans,” she [the chair] said.", "“We know [Quist's] plans,” she [the chair] said."),
        ("The code {{ 7*7 }} was shown.", "The code {{ 7*7 }} was shown."),
    ],
)
def test_machine_marks_are_found_and_an_editors_brackets_are_not(sentence: str, left: str) -> None:
    """A mark goes with the white space before it."""
    for start, end, _ in sorted(find_markers(sentence), reverse=True):
        sentence = sentence[:start] + sentence[end:]
    assert sentence == left


def test_a_model_speaking_is_told_from_one_that_is_quoted() -> None:
    """News about chat programs quotes them."""
    assert model_speaks("As an AI language model, I cannot check timetables.")
    assert model_speaks("Certainly! Here is the article:")
    assert not model_speaks("The bot answered: “As an AI language model, I cannot.”")
    assert not model_speaks("The town wants to grow as an AI hub.")


@pytest.mark.parametrize(
    "line",
    [
        "Photograph: Ann Lee/AP",
        "Ann Lee/AFP/Getty Images",
        "Composite: The Gazette/Getty Images",
        "Image: The harbour at dawn",
    ],
)
def test_a_credit_says_who_took_the_picture(line: str) -> None:
    """With or without the word for picture."""
    assert is_credit(line)


def test_a_caption_ends_in_its_credit() -> None:
    """Agencies in brackets, or a photographer and an agency; a paragraph that mentions an agency is no caption."""
    assert is_caption("Crews wave in Northport, May 2031 (Ann Lee/AFP via Getty Images)")
    assert is_caption("A pilot waits on a quay near Northport [File: Ann Lee/AFP]")
    assert not is_caption("The board told Reuters that the ferries would sail.")
    assert not is_caption("The agreement was first reported by the press (see page 4).")


@pytest.mark.parametrize(
    ("line", "title", "site"),
    [
        ("Ferries stay in port | News | Harbour Gazette", "Ferries stay in port", "Harbour Gazette"),
        ("Opinion | The bridge that never came - The Gazette", "The bridge that never came", "The Gazette"),
        ("Board Seeks Buyer — But Nobody Bids", "Board Seeks Buyer — But Nobody Bids", None),
    ],
)
def test_a_pages_title_is_parted_from_the_sites_name(line: str, title: str, site: str | None) -> None:
    """At a bar; a dash alone belongs to the headline."""
    assert split_site(line) == (title, site)


ENGLISH = "The board said on Monday that the ferries will not sail before the end of the week, and that it has asked for help. "
GERMAN = "Die Behörde hat am Montag gesagt, dass die Fähren nicht vor dem Ende der Woche fahren und dass sie um Hilfe bittet. "
RUSSIAN = "Совет сообщил в понедельник, что паромы не пойдут до конца недели и что он попросил о помощи. "


def test_another_language_is_named() -> None:
    """English passes; a few words of anything pass, too, since they tell nothing."""
    assert other_language(ENGLISH * 4) is None
    assert other_language(GERMAN * 4) == "German"
    assert other_language(RUSSIAN * 4) == "a language that is not written in Latin letters"
    assert other_language(GERMAN[:40]) is None


def test_a_short_text_in_another_language_is_named_where_it_plainly_is_one() -> None:
    """A notice of three sentences tells; a list of places with Spanish names, in English, is no Spanish."""
    notice = (
        "Der Stadtrat hat am Montag mit 14 zu 11 Stimmen beschlossen, ein Wärmenetz zu bauen. Die Kosten liegen bei 210 "
        "Millionen Euro. Der Mieterverein warnte vor höheren Mieten und einer Klage."
    )
    places = (
        "Flights to Los Angeles, Las Vegas, El Paso, La Paz, Las Palmas, Los Alamos and San Diego were cancelled on "
        "Monday after the storm; passengers for El Paso were sent by bus, the airline said."
    )
    assert other_language(notice) == "German"
    assert other_language(places) is None
