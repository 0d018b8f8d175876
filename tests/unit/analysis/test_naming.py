"""Who is who: the forms of a name that are brought together, and those that are kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

# The story; the fullest name; every other form.
ONE_PERSON = [
    ("Ada Quist spoke first.\nQuist said the port would close.", "Ada Quist", {"Quist"}),
    ("Quist spoke first.\nThen Ada Quist answered questions.", "Ada Quist", {"Quist"}),
    ("Ada M. Quist spoke.\nLater Ada Quist left.\nQuist smiled.", "Ada M. Quist", {"Ada Quist", "Quist"}),
    (
        "Orest Melnytskyi spoke.\nMelnytsky said he was tired.\nMelnytskyy left.",
        "Orest Melnytskyi",
        {"Melnytsky", "Melnytskyy"},
    ),
    ("President Li Wenhao arrived.\nLi said he would stay.", "Li Wenhao", {"Li"}),
    ("President Ada Quist arrived.\nMs. Quist said she would stay.", "Ada Quist", {"Quist"}),
    ("Lena Marsal Quintero spoke.\nThen Lena Marsal left.", "Lena Marsal Quintero", {"Lena Marsal"}),
    ("Prime Minister Quist spoke.\nQuist left.", "Prime Minister Quist", {"Quist"}),
    ("Karl van der Holm spoke.\nVan der Holm then left, and Holm did not return.", "Karl van der Holm", None),
]

# The story; two names that are two people.
TWO_PEOPLE = [
    ("Ada Quist met Bo Quist.\nBoth left early.", ("Ada Quist", "Bo Quist")),
    ("Karl Holmb met Laura Holm.\nBoth said they were pleased.", ("Karl Holmb", "Laura Holm")),
    (
        "Captain Anders Lindqvist inspected the pier.\nLindqvist left at noon.\nAnders, a sailor, said he was tired.",
        ("Anders Lindqvist", "Anders"),
    ),
]


@pytest.mark.parametrize(("story", "name", "aliases"), ONE_PERSON)
def test_forms_of_one_person(tell: Callable[..., Analysis], story: str, name: str, aliases: set[str] | None) -> None:
    """Surnames, spellings, initials, titles and first-name-last names belong to the fullest name printed."""
    people = [one for one in tell(story).entities if one.kind == "person"]
    assert [one.name for one in people] == [name]
    if aliases is not None:
        assert set(people[0].aliases) == aliases


@pytest.mark.parametrize(("story", "names"), TWO_PEOPLE)
def test_two_people_stay_two(tell: Callable[..., Analysis], story: str, names: tuple[str, str]) -> None:
    """Different first names, short surnames that differ by a letter, and a lone first name are different people."""
    people = {one.name for one in tell(story).entities if one.kind == "person"}
    assert set(names) == people


def test_what_is_not_printed_is_never_guessed(tell: Callable[..., Analysis]) -> None:
    """A surname without its first name stays as it is, with the office before it."""
    people = [
        one.name for one in tell("President Xi spoke.\nXi said he would travel.").entities if one.kind == "person"
    ]
    assert people == ["President Xi"]


@pytest.mark.parametrize(
    ("story", "name"),
    [
        ("President Melnytskyy arrived.\nMelnytskyy said he was ready.", "President Melnytskyy"),
        ("Melnytskyy said that he was late.", "Melnytskyy"),
        ("Pavlychko closed the port.\nHe was late.", "Pavlychko"),
        ("Marta Ribas Hernando was thanked.\nHernando was 61.", "Marta Ribas Hernando"),
    ],
)
def test_what_makes_a_person(tell: Callable[..., Analysis], story: str, name: str) -> None:
    """An office, "he" or "she", and a surname that stands alone elsewhere make a person of what the model takes for a body."""
    found = {one.name: one.kind for one in tell(story).entities if one.named}
    assert found == {name: "person"}


@pytest.mark.parametrize(
    ("story", "name"),
    [
        ("SpaceTugs closed two plants.", "SpaceTugs"),
        ("The Northern Clinical Center closed.", "Northern Clinical Center"),
        ("Brandt Holm, a steelmaker, closed two plants.", "Brandt Holm"),
    ],
)
def test_what_makes_an_organisation(tell: Callable[..., Analysis], story: str, name: str) -> None:
    """A capital inside a word, a body's last word and a company's role make an organisation."""
    found = {one.name: one.kind for one in tell(story).entities if one.named}
    assert found == {name: "organisation"}


@pytest.mark.parametrize(
    ("story", "name", "alias"),
    [
        (
            "The Northern Ferry Workers Association called a strike.\nThe NFWA said talks had failed.",
            "Northern Ferry Workers Association",
            "NFWA",
        ),
        (
            "The Royal Harbour Research Institute published a study.\nThe Harbour Research Institute said so.",
            "Royal Harbour Research Institute",
            "Harbour Research Institute",
        ),
        (
            "The Norwegian Academy of Quiet Arts elected her.\nThe Academy said so on Monday.",
            "Norwegian Academy of Quiet Arts",
            "Academy",
        ),
        ("The Washington Post reported it.\nThe Post said so on Monday.", "Washington Post", "Post"),
    ],
)
def test_short_forms_of_organisations(tell: Callable[..., Analysis], story: str, name: str, alias: str) -> None:
    """Initials, and the last words of a longer name, belong to the longer name."""
    organisations = {one.name: one.aliases for one in tell(story).entities if one.kind == "organisation"}
    assert organisations == {name: (alias,)}


@pytest.mark.parametrize(
    ("story", "names"),
    [
        # what the model cuts, what it takes for somebody, what it never sees
        ("The council president, Ada van der Holm, agreed.\nVan der Holm left.", {"Ada van der Holm"}),
        ("Ada Diez-Holm agreed.\nHolm left.", {"Ada Diez-Holm"}),
        ("He studied at the University of California, Santa Cruz.", {"University of California, Santa Cruz"}),
        ("Kenya signed the Harbour Accords.", {"Kenya"}),
        ("On Yom Kippur, Ada Quist rested.", {"Ada Quist"}),
        # a row of the tables that knows the short form knows the long one too
        (
            "The U.S. Office of Foreign Assets Control waits.\nOFAC said nothing.\nOFAC will decide.",
            {"U.S. Office of Foreign Assets Control"},
        ),
        # a body's bare word, where the text tells whose it is
        ("The Quist administration agreed.\nThe Administration will pay.", {"Quist administration", "Quist"}),
    ],
)
def test_one_name_each(tell: Callable[..., Analysis], story: str, names: set[str]) -> None:
    """Every actor once, by a name that is whole, and nothing that is no actor."""
    assert {one.name for one in tell(story).entities if one.kind in {"person", "organisation", "state"}} >= names
    assert len(tell(story).entities) == len(names)


def test_a_word_that_stands_with_a_capital_again_and_again_is_a_name(tell: Callable[..., Analysis]) -> None:
    """Though the model sees none in it; once is not enough."""
    story = (
        "It is the second time that depots of Wellworts burned.\nFires in Wellworts depots spread.\n"
        "A court ruled that Wellworts broke the law."
    )
    assert "Wellworts" in {one.name for one in tell(story).entities}
