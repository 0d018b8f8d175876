"""Who the author is, is no part of the story."""

from __future__ import annotations

import pytest

from briefgen.reading.author_bios import about_author

STORY = ("The harbour board will borrow nine million crowns.", "Three firms had asked for the papers.")


def found(author: str | None, *below: str) -> list[int]:
    """Give what is found below the story."""
    said = (*STORY, *below)
    return about_author(author, said, [len(line) for line in said])


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lindt is an anchor who has long reported on harbours.",
        "Ada Lindt (class of 2028) writes for the school's paper.",
        "Ada Lindt, who lives in Orby, has covered harbours for ten years.",
    ],
)
def test_a_paragraph_that_introduces_the_author_is_found(line: str) -> None:
    """It begins with the name that the byline prints; other authors' lines are found as well."""
    assert found("Ada Lindt", line) == [2]
    assert found("Carl Ode and Ada Lindt", line) == [2]


def test_a_first_name_is_the_authors_right_below_the_full_one() -> None:
    """The name goes with it, and the label above both."""
    assert found("Ada Lindt", "About the Contributor", "Ada Lindt", "Ada is a student in Orby.") == [2, 3, 4]
    assert found("Ada Lindt", "Ada is a ferry that was built in Orby.") == []


@pytest.mark.parametrize(
    ("author", "line"),
    [
        ("Ada Lindt", "Ada Lindt said that the board was late."),
        ("Ada Lindt", "Ada Lindtner is the chair of the board."),
        ("Reuters", "Reuters is the agency that reported it first."),
        (None, "Ada Lindt is the chair of the board."),
    ],
)
def test_others_and_what_somebody_says_stay(author: str | None, line: str) -> None:
    """An agency that signs may be a part of its story."""
    assert found(author, line) == []


def test_a_story_about_the_author_stays() -> None:
    """Above half of the text it is the story's own."""
    said = ("Ada Lindt is the first to write about the piers.", *STORY)
    assert about_author("Ada Lindt", said, [len(line) for line in said]) == []
