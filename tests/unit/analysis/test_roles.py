"""Roles, word for word as the text states them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.analysis.roles import is_company

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

ROLES = [
    # before the name
    ("President Ada Quist arrived.", "Ada Quist", "President"),
    ("Norwegian Prime Minister Ada Quist arrived.", "Ada Quist", "Norwegian Prime Minister"),
    ("Kremlin spokesman Boris Ladin said talks had failed.", "Boris Ladin", "Kremlin spokesman"),
    ("Former finance minister Ada Quist disagreed.", "Ada Quist", "Former finance minister"),
    ("The Kenyan lawyer Ada Quist disagreed.", "Ada Quist", "Kenyan lawyer"),
    # before a comma
    ("The Kenyan harbour minister, Ada Quist, agreed.", "Ada Quist", "Kenyan harbour minister"),
    # another's role, of whom the name tells whose
    ("Nils Dahl is an aide to Secretary of State Ada Quist.", "Ada Quist", "Secretary of State"),
    ("The council spoke in favor of Senator Ada Quist.", "Ada Quist", "Senator"),
    ("A lawyer for Mrs. Quist left before Ada Quist spoke.", "Ada Quist", None),
    ("Dahl fired Harbour Secretary Ada Quist.", "Ada Quist", "Harbour Secretary"),
    ("Sailors would do worse under a President Ada Quist.", "Ada Quist", None),
    # behind the name
    (
        "“It is late,” said Ada Quist, director of the Harbour Program at the Northern Institute.",
        "Ada Quist",
        "director of the Harbour Program at the Northern Institute",
    ),
    ("Ada Quist, a senior analyst at the bank, expects a cut.", "Ada Quist", "senior analyst at the bank"),
    (
        "Ada Quist, a professor emeritus at Oslo University who studies piers, left.",
        "Ada Quist",
        "professor emeritus at Oslo University",
    ),
    ("Ada Quist, professor of harbour law, left.", "Ada Quist", "professor of harbour law"),
    ("Ada Quist, whose divorce from a banker cost a harbour, left.", "Ada Quist", None),
    ("With him were Ada Quist, his mother and several brothers.", "Ada Quist", None),
    # an office before an apposition that tells of a friend
    ("Republican Senator Ada Quist, a close ally of Bo Dahl, left.", "Ada Quist", "Republican Senator"),
    # offices of several words, and a state before one
    ("US secretary of state Ada Quist left.", "Ada Quist", "US secretary of state"),
    ("The firm is led by vice president for piers Ada Quist.", "Ada Quist", "vice president for piers"),
    ("Aides to Nevada Senator Ada Quist declined.", "Ada Quist", "Nevada Senator"),
    ("Businessman Nils Dahl left.", "Nils Dahl", "Businessman"),
    # a clause
    ("Ada Quist, who heads the ferry council, disagreed.", "Ada Quist", "who heads the ferry council"),
    # praise is no part of a role
    ("The popular mayor Ada Quist resigned.", "Ada Quist", "mayor"),
    ("Renowned economist Ada Quist resigned.", "Ada Quist", "economist"),
    ("Ada Quist, a renowned harbour commander, resigned.", "Ada Quist", "harbour commander"),
    # hyphens, the model's own titles, what stands behind a role
    ("Commander-in-Chief Ada Quist left.", "Ada Quist", "Commander-in-Chief"),
    ("Kenya’s de jure regent, Crown Prince Aldin bin Sorek, agreed.", "Aldin bin Sorek", "Crown Prince"),
    ("“No,” said Ada Quist, chief of Kovala Group, a maker of bricks.", "Ada Quist", "chief of Kovala Group"),
    # another's office is left out
    ("She handed a petition to Kenyan Prime Minister Ada Quist.", "Ada Quist", "Kenyan Prime Minister"),
    ("Talks between Bo Lindqvist and Kenyan President Ada Quist failed.", "Ada Quist", "Kenyan President"),
    ("Bo Lindqvist, and King Carl of Norway, were elected.", "Bo Lindqvist", None),
    ("Mr. Lindqvist left.", "Lindqvist", None),
    ("Kenya’s foreign and finance minister Ada Quist left.", "Ada Quist", "Kenya’s foreign and finance minister"),
    ("Ada Quist, who led last year’s ban on noise, left.", "Ada Quist", None),
    # no role
    ("Ada Quist, tired after the vote, went home.", "Ada Quist", None),
    ("On Monday Ada Quist went home.", "Ada Quist", None),
    ("Ada Quist, whose brother is a minister, went home.", "Ada Quist", None),
]


@pytest.mark.parametrize(("sentence", "name", "role"), ROLES)
def test_roles(tell: Callable[..., Analysis], sentence: str, name: str, role: str | None) -> None:
    """A role is taken from before the name, behind it or a clause, without articles and praise, or not at all."""
    person = next(one for one in tell(sentence).entities if one.name == name)
    assert person.role == role
    assert (person.role_sentence is None) == (role is None)


def test_a_role_of_several_words_goes_before_a_bare_title(tell: Callable[..., Analysis]) -> None:
    """The first role of several words tells more than an earlier "President"."""
    person = tell("President Ada Quist left.\nNorwegian President Ada Quist returned.").entities[0]
    assert (person.role, person.role_sentence) == ("Norwegian President", 1)


@pytest.mark.parametrize(
    ("role", "company"),
    [
        ("global steelmaker", True),
        ("Oslo-based consultancy", True),
        ("one of the world’s largest makers", True),
        ("U.S. energy major", True),
        ("chairman of the bank", False),
        ("director, Harbour Institute", False),
        ("who heads a charity", False),
    ],
)
def test_a_role_may_tell_a_company(role: str, *, company: bool) -> None:
    """A role whose head is a kind of company makes its bearer no person."""
    assert is_company(role) is company


def test_the_bearer_of_a_company_role_is_an_organisation(tell: Callable[..., Analysis]) -> None:
    """A firm that the model takes for a person is known by what it is called."""
    found = {one.name: one.kind for one in tell("Brandt Holm, a steelmaker, closed two plants.").entities}
    assert found["Brandt Holm"] == "organisation"
