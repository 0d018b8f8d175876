"""Which of two that share a surname is meant, and what is no name at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

    Tell = Callable[..., Analysis]


def speakers(analysis: Analysis) -> list[str]:
    """Give who says something, by name where the story names them, in the order of the text."""
    return [one.speaker if one.entity is None else analysis.entities[one.entity].name for one in analysis.statements]


def test_an_office_holders_surname_is_not_his_wifes(tell: Tell) -> None:
    """She is named later, by her full name and as a relative."""
    story = (
        "President Quist said the port would open.\nMr. Quist warned that it might close again.\n"
        "His aides hope that the first lady, Ada Quist, will visit the port."
    )
    assert speakers(tell(story))[:2] == ["President Quist", "President Quist"]


def test_of_two_of_one_surname_it_is_who_has_just_acted(tell: Tell) -> None:
    """Behind "Nils Quist said …" the next "Quist said" is his, though she was named first."""
    story = "The mayor, Ada Quist, left the port.\nNils Quist said the port would open.\nQuist said that it was late."
    assert speakers(tell(story)) == ["Nils Quist", "Nils Quist"]


def test_a_surname_that_the_tables_know_as_an_outlet_is_the_persons(tell: Tell) -> None:
    """Unless the text prints a longer name of the outlet."""
    story = "Former Kenyan President Vera Fox said the port would open.\n“We will not pay for it,” Fox told the mayor."
    assert speakers(tell(story)) == ["Vera Fox", "Vera Fox"]


def test_a_younger_bearers_surname_is_found_before_jr(tell: Tell) -> None:
    """The last word of the full name is no surname."""
    story = "Nils Dahl Jr. said the port would open.\nMr. Dahl said that it was late."
    assert speakers(tell(story)) == ["Nils Dahl Jr.", "Nils Dahl Jr."]


def test_a_father_is_not_his_son(tell: Tell) -> None:
    """Whom the text calls by surname before it names the son, or by an office of his own beside the son's name."""
    before = tell("President Quist said the port would open.\nLater Nils Quist Jr. said that it was late.")
    assert speakers(before) == ["President Quist", "Nils Quist Jr."]
    beside = tell("Nils Quist Jr. said that it was late.\nPresident Nils Quist said the port would open.")
    assert speakers(beside) == ["Nils Quist Jr.", "Nils Quist"]


@pytest.mark.parametrize(
    "story",
    [
        "The council debated harbour fees on Monday.\nAda Quist said that Harbour Fees would not rise.",
        "The council met on Monday.\nAda Quist Sunday said that the fees would not rise.",
    ],
)
def test_things_in_title_case_and_days_are_nobodys_name(tell: Tell, story: str) -> None:
    """A thing that the text prints in small letters too is no person, and a weekday is no part of one's name."""
    names = {form for one in tell(story).entities for form in (one.name, *one.aliases)}
    assert "Ada Quist" in names
    assert not names & {"Harbour Fees", "Ada Quist Sunday", "Sunday"}
