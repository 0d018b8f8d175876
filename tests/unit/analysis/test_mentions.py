"""Which stretches of a text name somebody, and where a name is only a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

# The sentence, the name of the entity that it names, how often.
NAMED = [
    ("Russian troops withdrew from the valley, and Russia confirmed it.", "Russia", 2),
    ("Kenya signed the treaty.", "Kenya", 1),
    ("The U.S. and the United States are one state under two names.", "United States", 2),
    ("The United Nations Security Council rejected the draft.", "United Nations Security Council", 1),
    ("Ada Quist met Bo Lindqvist at the harbour.", "Ada Quist", 1),
    ("Beijing wants lower tariffs.", "China", 1),
    ("Moscow’s envoy rejected the plan.", "Russia", 1),
    ("Moscow and Beijing agreed on a pipeline.", "Russia", 1),
    ("The Kremlin dismissed the report.", "Russia", 1),
    ("The White House declined to comment.", "United States", 1),
    ("Brussels proposed new rules for ferries.", "European Union", 1),
    ("The minister asked the Kremlin for an answer.", "Russia", 1),
    ("Georgia’s parliament passed the law.", "Georgia", 1),
    ("Jordan closed its border with Syria.", "Jordan", 1),
    ("Turkey bought forty aircraft from Spain.", "Turkey", 1),
    ("Chad expelled the ambassador of France.", "Chad", 1),
    ("No side won, Downing Street and Whitehall said.", "United Kingdom", 2),
    ("Kenya’s Ministry of Defence denied it.", "Kenya’s Ministry of Defence", 1),
    ("Kenya's Foreign Ministry denied it.", "Kenya's Foreign Ministry", 1),
    ("The Northern Ferry Workers Association (NFWA) agreed.", "Northern Ferry Workers Association", 2),
]

# The sentence, a name that it prints and that is nobody in it.
NOBODY = [
    ("Talks were held in Beijing on Sunday.", "China"),
    ("Floods in Kyiv closed four bridges.", "Ukraine"),
    ("Storms hit ferries in Kyiv and Kharkiv.", "Ukraine"),
    ("The delegation flew to Moscow.", "Russia"),
    ("Anna Jordan won the race.", "Jordan"),
    ("Chad Bellweather resigned as mayor.", "Chad"),
    ("Paris Holm sang at the festival.", "France"),
    ("Coal was burned in Kenya. The coal was wet.", "Coal"),
    ("Kenya paid S$600 for it.", "S$600"),
    ("Ada Quist wrote on Telegram that she was late.", "Telegram"),
]

# The sentence, the names of its persons.
DASHES = [
    ("The Quist–Lindqvist summit opened. Ada Quist met Bo Lindqvist.", {"Ada Quist", "Bo Lindqvist"}),
    ("A Quist-led mission left. Ada Quist stayed.", {"Ada Quist"}),
]


@pytest.fixture(scope="module")
def names(tell: Callable[..., Analysis]) -> Callable[[str], dict[str, int]]:
    """Give the names of those who are more than the place, with the number of their mentions."""

    def found(story: str) -> dict[str, int]:
        return {one.name: len(one.mentions) for one in tell(story).entities if one.named and not one.place_only}

    return found


@pytest.mark.parametrize(("sentence", "name", "times"), NAMED)
def test_names_and_what_stands_for_them(
    names: Callable[[str], dict[str, int]], sentence: str, name: str, times: int
) -> None:
    """States, their adjectives, capitals and seats that act, organisations and people are found as themselves."""
    found = names(sentence)
    by_key = {key.removeprefix("the "): value for key, value in found.items()}
    aliases = {"United States": "US", "United Nations Security Council": "UN Security Council"}
    assert by_key.get(name, by_key.get(aliases.get(name, name))) == times, found


@pytest.mark.parametrize(("sentence", "name"), NOBODY)
def test_a_place_is_nobody(names: Callable[[str], dict[str, int]], sentence: str, name: str) -> None:
    """A capital behind "in", "strikes on" or "flew to", and a state's name inside a person's, stand for no state."""
    assert name not in names(sentence)


@pytest.mark.parametrize(("story", "people"), DASHES)
def test_a_dash_parts_two_names(tell: Callable[..., Analysis], story: str, people: set[str]) -> None:
    """A name before a dash is found again as the person's: "the Quist–Lindqvist summit", "Quist-led"."""
    entities = {one.name: one for one in tell(story.replace(". ", ".\n")).entities if one.kind == "person"}
    assert set(entities) == people
    assert all(len(one.mentions) == 2 for one in entities.values())


def test_two_states_with_a_dash_are_two(names: Callable[[str], dict[str, int]]) -> None:
    """The two sides of "US-China trade" are two states."""
    found = names("US-China trade fell, Washington and Beijing said.")
    assert found.get("China") == 2
    assert set(found.values()) == {2}


def test_a_possessive_ending_is_no_part_of_a_name(tell: Callable[..., Analysis]) -> None:
    """Mentions are printed without their possessive ending."""
    analysis = tell("Ada Quist’s plan failed.\nKenya's parliament rejected Quist's plan.")
    printed = {mention.text for one in analysis.entities if one.named for mention in one.mentions}
    assert printed == {"Ada Quist", "Kenya", "Quist"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Harbour Institute Inc., Kenya and Uganda agreed.", {"Kenya", "Uganda"}),
        ("The law was passed by Kenya’s Parliament.", {"Kenya’s Parliament"}),
        ("Ada Quist Says Kenya Must Pay.", {"Kenya"}),
    ],
)
def test_names_end_where_they_end(names: Callable[[str], dict[str, int]], sentence: str, expected: set[str]) -> None:
    """Commas, possessives and verbs end a name."""
    assert expected <= set(names(sentence))


def test_labels_before_a_colon_name_nobody(tell: Callable[..., Analysis]) -> None:
    """The words of a label are in title case and are not read as names."""
    analysis = tell("- Kenya Holds Back: The harbour board waits for the vote.")
    assert "Kenya" not in {one.name for one in analysis.entities}


@pytest.mark.parametrize(
    ("sentence", "form", "acts"),
    [
        ("Kenya closed the port.", "Kenya", True),
        ("The port was closed by Kenya.", "Kenya", True),
        ("According to Ada Quist, the port is closed.", "Ada Quist", True),
        ("Kenya and Uganda closed the port.", "Uganda", True),
        ("Kenya’s decision was a surprise.", "Kenya", True),
        ("Traders blamed Kenya.", "Kenya", False),
        ("The report about Kenya was late.", "Kenya", False),
    ],
)
def test_who_acts(tell: Callable[..., Analysis], sentence: str, form: str, *, acts: bool) -> None:
    """Subjects, agents, speakers and owners of a subject act; who is acted upon does not."""
    mentions = [m for one in tell(sentence).entities for m in one.mentions if m.text == form]
    assert [mention.acts for mention in mentions] == [acts]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("NorwaycategoryNorway and Sweden agreed.", "NorwaycategoryNorway"),
        ("Climbers reached Cold Peak on Monday.", "Cold Peak"),
        ("Under Sec. 4 the port must close.", "Sec"),
        ("KEY HIGHLIGHTS The Northern Institute opened a school.", "KEY HIGHLIGHTS The Northern Institute"),
    ],
)
def test_furniture_and_mountains_are_nobody(tell: Callable[..., Analysis], sentence: str, wrong: str) -> None:
    """What is left of a page's menu, a heading, a mountain and the number of a section name no actor."""
    assert wrong not in {one.name for one in tell(sentence).entities}


def test_a_department_taken_for_a_building_is_a_body(tell: Callable[..., Analysis]) -> None:
    """Its last word tells."""
    kinds = {one.name: one.kind for one in tell("Harbour Fire Department received a call, Ada Quist said.").entities}
    assert kinds["Harbour Fire Department"] == "organisation"
