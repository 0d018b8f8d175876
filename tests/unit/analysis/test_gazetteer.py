"""The tables are complete, tidy and unequivocal; look-ups read surfaces as news print them."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pycountry
import pytest

from briefgen.analysis.gazetteer import Entry, Gazetteer, Organisation, State, gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LEFT_OUT = {
    "AQ": "Antarctica: no permanent people, no government",
    "AX": "Åland: news say Finland",
    "BL": "Saint Barthélemy: 11,000 people, news say France",
    "BQ": "Bonaire, Sint Eustatius and Saba: 30,000 people, news say the Netherlands",
    "BV": "Bouvet Island: uninhabited",
    "CC": "Cocos (Keeling) Islands: 600 people",
    "CX": "Christmas Island: 1,700 people; the name is a day as well",
    "GS": "South Georgia and the South Sandwich Islands: no permanent people",
    "HM": "Heard Island and McDonald Islands: uninhabited",
    "MF": "Saint Martin, the French part: 32,000 people; the name is a person's as well",
    "NF": "Norfolk Island: 2,200 people; Norfolk is a county and a town as well",
    "PM": "Saint Pierre and Miquelon: 6,000 people",
    "PN": "Pitcairn: 50 people",
    "SH": "Saint Helena, Ascension and Tristan da Cunha: 5,600 people",
    "TF": "French Southern Territories: no permanent people",
    "TK": "Tokelau: 1,500 people",
    "UM": "United States Minor Outlying Islands: no permanent people",
    "WF": "Wallis and Futuna: 11,000 people",
}
"""Territories of ISO 3166-1 that stand in no table, each with the reason."""

NO_DEMONYM = {"Svalbard", "Vatican"}
NO_CAPITAL = {"British Indian Ocean Territory", "Hong Kong", "Macau"}

TABLES = gazetteer()
ENTRIES: tuple[Entry, ...] = (*TABLES.states, *TABLES.organisations)


def raw_table(name: str) -> dict[str, Any]:
    """Read a table as it lies on the disk."""
    return tomllib.loads(files("briefgen.analysis").joinpath("data", name).read_text(encoding="utf-8"))


def every_list(row: Entry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the columns of a row that hold words, the name as a column of one."""
    yield "names", (row.name, *row.aliases)
    yield "seats", row.seats
    yield "ambiguous", row.ambiguous
    if isinstance(row, State):
        yield "adjectives", row.adjectives
        yield "demonyms", row.demonyms
        yield "capitals", row.capitals


def test_every_country_of_iso_3166_is_in_the_table_or_left_out_for_a_reason() -> None:
    """A state that joins ISO 3166 is noticed, and no reason outlives its territory."""
    known = Counter(state.code for state in TABLES.states)
    assert set(known.values()) == {1}
    assert {country.alpha_2 for country in pycountry.countries} == (known.keys() - {"XK"}) | LEFT_OUT.keys()
    assert not known.keys() & LEFT_OUT.keys()


def test_the_names_of_iso_3166_are_found() -> None:
    """A code stands beside the right name: ISO's own name, and the common one, lead to the state of that code."""
    lost = []
    for country in pycountry.countries:
        for name in filter(None, (country.name, getattr(country, "common_name", None))):
            if country.alpha_2 in LEFT_OUT or "," in name or "(" in name:
                continue  # "Korea, Republic of", "Falkland Islands (Malvinas)": inverted for lists, in no article
            if country.alpha_2 not in {row.code for row in TABLES.candidates(name) if isinstance(row, State)}:
                lost.append((country.alpha_2, name))
    assert not lost


def test_words_are_tidy() -> None:
    """Nobody stumbles over a stray blank, a curly apostrophe, an article that look-ups drop, or an empty word."""
    words = [(row.name, word) for row in ENTRIES for _, words in every_list(row) for word in words]
    assert not [
        (name, word)
        for name, word in words
        if not word or word != " ".join(word.split()) or "’" in word or word.startswith("the ")
    ]


def test_no_column_says_a_word_twice() -> None:
    """A word given twice in a row is a slip for another one."""
    assert not [
        (row.name, column) for row in ENTRIES for column, words in every_list(row) if len(set(words)) != len(words)
    ]


def test_what_is_marked_ambiguous_stands_in_the_row() -> None:
    """A mark that is misspelt would never warn."""
    for row in ENTRIES:
        words = {word for column, words in every_list(row) if column != "ambiguous" for word in words}
        assert set(row.ambiguous) <= words, row.name


@pytest.mark.parametrize("table", ["states", "organisations"])
def test_rows_are_sorted_by_name(table: str) -> None:
    """A row is found by eye, and added in one place only."""
    names = [row["name"] for row in raw_table(f"{table}.toml")[table]]
    assert names == sorted(set(names))


def test_titles_are_sorted_and_tidy() -> None:
    """A title is found by eye, and stands in its list once."""
    for kind, words in raw_table("titles.toml").items():
        assert words == [" ".join(word.split()) for word in words], kind
        assert words == sorted(words, key=str.casefold), kind
        assert len({word.casefold() for word in words}) == len(words), kind


@pytest.mark.parametrize("rows", [TABLES.states, TABLES.organisations], ids=["states", "organisations"])
def test_a_word_stands_for_one_entry_of_a_column_unless_marked(rows: tuple[Entry, ...]) -> None:
    """Two states may share "Congolese" only where both rows warn of it."""
    claims: dict[tuple[str, str], list[Entry]] = {}
    for row in rows:
        for column, words in every_list(row):
            for word in words:
                claims.setdefault((column, word), []).append(row)
    shared = {claim: found for claim, found in claims.items() if len(found) > 1}
    assert shared, "the tables hold shared words, so the test has something to look at"
    for (_, word), found in shared.items():
        assert all(row.is_ambiguous(word) for row in found), word


def test_every_state_has_an_adjective_a_people_and_a_capital() -> None:
    """What is missing is missing on purpose."""
    assert not [state.name for state in TABLES.states if not state.adjectives]
    assert {state.name for state in TABLES.states if not state.demonyms} == NO_DEMONYM
    assert {state.name for state in TABLES.states if not state.capitals} == NO_CAPITAL


LOOK_UPS: list[tuple[Callable[[str], Entry | None], str, str | None]] = [
    (TABLES.state_named, "the United States", "United States"),
    (TABLES.state_named, "The U.S.", "United States"),
    (TABLES.state_named, "U.S.’s", "United States"),
    (TABLES.state_named, "us", None),
    (TABLES.state_named, "US", "United States"),
    (TABLES.state_named, "the United States of America", "United States"),
    (TABLES.state_named, "Britain's", "United Kingdom"),
    (TABLES.state_named, "the Philippines’", "Philippines"),
    (TABLES.state_named, "People’s Republic of China", "China"),
    (TABLES.state_named, "Republic of China", "Taiwan"),
    (TABLES.state_named, "Côte d’Ivoire", "Ivory Coast"),
    (TABLES.state_named, "Türkiye", "Turkey"),
    (TABLES.state_named, "turkey", None),
    (TABLES.state_named, "Burma", "Myanmar"),
    (TABLES.state_named, "Timor–Leste", "East Timor"),
    (TABLES.state_named, "South\u00a0Korea", "South Korea"),
    (TABLES.state_named, "Congo", None),
    (TABLES.state_named, "DR Congo", "Democratic Republic of Congo"),
    (TABLES.state_named, "Georgia", "Georgia"),
    (TABLES.state_named, "Atlantis", None),
    (TABLES.state_named, "", None),
    (TABLES.by_adjective, "Russian", "Russia"),
    (TABLES.by_adjective, "American", "United States"),
    (TABLES.by_adjective, "U.S.", "United States"),
    (TABLES.by_adjective, "British", "United Kingdom"),
    (TABLES.by_adjective, "Nigerian", "Nigeria"),
    (TABLES.by_adjective, "Nigerien", "Niger"),
    (TABLES.by_adjective, "South Korean", "South Korea"),
    (TABLES.by_adjective, "Korean", None),
    (TABLES.by_adjective, "Dutch", "Netherlands"),
    (TABLES.by_demonym, "Russians", "Russia"),
    (TABLES.by_demonym, "Britons", "United Kingdom"),
    (TABLES.by_demonym, "the Chinese", "China"),
    (TABLES.by_demonym, "Filipinos", "Philippines"),
    (TABLES.by_demonym, "Danes", "Denmark"),
    (TABLES.by_capital, "Kyiv", "Ukraine"),
    (TABLES.by_capital, "Kiev’s", "Ukraine"),
    (TABLES.by_capital, "Washington, D.C.", "United States"),
    (TABLES.by_capital, "Beijing", "China"),
    (TABLES.by_capital, "the Hague", "Netherlands"),
    (TABLES.by_capital, "Hague", None),
    (TABLES.by_capital, "Singapore", "Singapore"),
    (TABLES.by_capital, "Nuku’alofa", "Tonga"),
    (TABLES.by_seat, "the Kremlin", "Russia"),
    (TABLES.by_seat, "The White House’s", "United States"),
    (TABLES.by_seat, "No. 10", "United Kingdom"),
    (TABLES.by_seat, "the Élysée", "France"),
    (TABLES.by_seat, "the Pentagon", None),
    (TABLES.by_seat, "National Palace", None),
    (TABLES.organisation, "the Pentagon", "Department of Defense"),
    (TABLES.organisation, "NATO", "NATO"),
    (TABLES.organisation, "the U.N.", "United Nations"),
    (TABLES.organisation, "WHO", "World Health Organization"),
    (TABLES.organisation, "Who", None),
    (TABLES.organisation, "Barron’s", "Barron's"),
    (TABLES.organisation, "Barron", None),
    (TABLES.organisation, "the State Department", "Department of State"),
    (TABLES.organisation, "Treasury", None),
    (TABLES.organisation, "The Post", "Washington Post"),
    (TABLES.organisation, "Post", None),
    (TABLES.organisation_by_seat, "Capitol Hill", "Congress"),
    (TABLES.organisation_by_seat, "Brussels", "European Union"),
    (TABLES.organisation_by_seat, "The Hague", None),
]


@pytest.mark.parametrize(("look_up", "surface", "expected"), LOOK_UPS)
def test_look_ups(look_up: Callable[[str], Entry | None], surface: str, expected: str | None) -> None:
    """A surface leads to the one entry that bears it; what several bear, or none, leads nowhere."""
    found = look_up(surface)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("Reuters", True),
        ("the Associated Press", True),
        ("AP’s", True),
        ("the BBC", True),
        ("Xinhua", True),
        ("The New York Times", True),
        ("ABC", True),
        ("NATO", False),
        ("RSF", False),
        ("the Daily Planet", False),
    ],
)
def test_outlets_are_told_from_what_they_report_on(surface: str, *, expected: bool) -> None:
    """A name that an outlet shares with an outlet is one; a name shared with another body is not."""
    assert TABLES.is_outlet(surface) is expected


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("Congo", ["Democratic Republic of Congo", "Republic of Congo"]),
        ("Koreans", ["North Korea", "South Korea"]),
        ("Brussels", ["Belgium", "European Union"]),
        ("The Hague", ["Netherlands", "International Court of Justice", "International Criminal Court"]),
        ("the US", ["United States"]),
        ("Nowhere", []),
    ],
)
def test_candidates_are_all_that_a_word_may_stand_for(surface: str, expected: list[str]) -> None:
    """Rules that know the context get every reading to choose from, each once."""
    assert [row.name for row in TABLES.candidates(surface)] == expected


@pytest.mark.parametrize(
    ("name", "surface", "expected"),
    [
        ("Georgia", "Georgia’s", True),
        ("Georgia", "Tbilisi", False),
        ("Jordan", "Jordan", True),
        ("Chad", "Chad", True),
        ("Turkey", "Turkey", True),
        ("Turkey", "Türkiye", False),
        ("Guinea", "Guinean", True),
        ("Niger", "Niger", True),
        ("United States", "Washington", True),
        ("United States", "Washington, D.C.", False),
        ("Netherlands", "the Hague", True),
        ("Russia", "Moscow", False),
    ],
)
def test_words_with_another_common_meaning_say_so(name: str, surface: str, *, expected: bool) -> None:
    """A rule can ask for support before it takes "Jordan" for the kingdom."""
    state = TABLES.state_named(name)
    assert state is not None
    assert state.is_ambiguous(surface) is expected


@pytest.mark.parametrize(
    ("printed", "title", "name"),
    [
        ("President Orest Melnytsky", "President", "Orest Melnytsky"),
        ("former Kenyan President Nils Dahl", "former Kenyan President", "Nils Dahl"),
        ("White House spokeswoman Ann Lee", "White House spokeswoman", "Ann Lee"),
        ("State Department spokesperson Ann Lee", "State Department spokesperson", "Ann Lee"),
        ("Norway’s Foreign Minister Ada Quist", "Norway’s Foreign Minister", "Ada Quist"),
        ("Defence Minister Lt. Gen. John Doe", "Defence Minister Lt. Gen.", "John Doe"),
        ("Secretary of the Treasury Ann Lee", "Secretary of the Treasury", "Ann Lee"),
        ("then-Prime Minister Ann Lee", "then-Prime Minister", "Ann Lee"),
        ("Mr. Xi", "Mr.", "Xi"),
        ("Pope Francis", "Pope", "Francis"),
        ("Sen. Chad King", "Sen.", "Chad King"),
        ("Martin Luther King Jr.", "", "Martin Luther King Jr."),
        ("King Jr.", "", "King Jr."),
        ("King", "", "King"),
        ("Jordan Peterson", "", "Jordan Peterson"),
        ("Li Wen Hao", "", "Li Wen Hao"),
        ("Former", "", "Former"),
        ("", "", ""),
    ],
)
def test_titles_are_parted_from_names(printed: str, title: str, name: str) -> None:
    """A title with all that belongs to it goes, the name stays, and there always is one."""
    assert TABLES.split_title(printed) == (title, name)


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("prime minister", True),
        ("Lt. Gen.", True),
        ("former U.S. Secretary of State", True),
        ("Minister for Foreign Affairs", True),
        ("former", False),
        ("Russian", False),
        ("President Xi", False),
        ("", False),
    ],
)
def test_titles_are_recognised(surface: str, *, expected: bool) -> None:
    """Words are a title when nothing else is among them and one of them is an office, a rank or a role."""
    assert TABLES.is_title(surface) is expected


def test_the_tables_are_read_once() -> None:
    """Every step that asks gets the same tables."""
    assert gazetteer() is TABLES


def test_a_shared_word_leads_nowhere_whatever_the_order() -> None:
    """Which of two claimants comes first in the file decides nothing."""
    one = Organisation(name="Front", kind="organisation", outlet=False)
    other = Organisation(name="National Front", kind="organisation", outlet=True, aliases=("Front",))
    for rows in ((one, other), (other, one)):
        tables = Gazetteer((), rows, TABLES.titles)
        assert tables.organisation("Front") is None
        assert not tables.is_outlet("Front")
        assert tables.candidates("Front") == rows
