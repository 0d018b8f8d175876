"""Groups and bodies that act without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Ukrainian officials rejected the plan.", "Ukrainian officials", "group"),
        ("Senior foreign policy analysts doubt it.", "Senior foreign policy analysts", "group"),
        ("The central bank raised rates.", "central bank", "organisation"),
        ("According to local residents, the port is closed.", "local residents", "group"),
        ("Several protesters blocked the road.", "protesters", "group"),
        ("Kenya’s commerce ministry refused.", "Kenya’s commerce ministry", "organisation"),
        ("Displaced people need shelter.", "Displaced people", "group"),
        # who is counted, who is acted upon, whose they are, who they are to whom
        ("Thousands of displaced residents slept in tents.", "displaced residents", "group"),
        ("Divers rescued five students.", "students", "group"),
        ("The mayor blamed Kenyan exporters.", "Kenyan exporters", "group"),
        ("The rule worries a group of pier owners who live there.", "pier owners", "group"),
        ("Entire neighbouring villages were flooded by neighbouring farmers.", "neighbouring farmers", "group"),
        # bodies, with what completes their name
        ("The Kenyan ministry of finance refused.", "Kenyan ministry of finance", "organisation"),
        ("Police arrested nobody.", "Police", "organisation"),
        ("Kenyan forces withdrew.", "Kenyan forces", "organisation"),
        (
            "An inquiry by Oslo's flood protection department found cracks.",
            "Oslo's flood protection department",
            "organisation",
        ),
        # one word for many, one without a name, an office without a name
        ("Kenyan industry is cutting output.", "Kenyan industry", "group"),
        ("The suspect fled.", "suspect", "person"),
        ("I order the Secretary of War to close the port.", "Secretary of War", "person"),
    ],
)
def test_who_is_described(tell: Callable[..., Analysis], sentence: str, name: str, kind: str) -> None:
    """People in the plural and bodies in the singular that act are actors, with the words that describe them."""
    found = {one.name: one.kind for one in tell(sentence).entities if not one.named}
    assert found == {name: kind}


@pytest.mark.parametrize(
    "sentence",
    [
        "The flood surprised many residents.",
        "The window of the office was open.",
        "The analyst left.",
        "People left early.",
        "Prices rose.",
    ],
)
def test_who_does_not_act_is_a_part_of_the_scene(tell: Callable[..., Analysis], sentence: str) -> None:
    """Groups that are only acted upon, single people without a name, and things are no unnamed actors."""
    assert [one.name for one in tell(sentence).entities if not one.named] == []


def test_a_shorter_form_belongs_to_the_longer(tell: Callable[..., Analysis]) -> None:
    """Once foreign policy analysts were named, "analysts" are they."""
    found = [one for one in tell("Foreign policy analysts doubt it.\nBut analysts hope.").entities if not one.named]
    assert [(one.name, one.aliases, len(one.mentions)) for one in found] == [
        ("Foreign policy analysts", ("analysts",), 2)
    ]


def test_two_kinds_leave_the_shorter_form_to_nobody(tell: Callable[..., Analysis]) -> None:
    """Between Kenyan and Ugandan officials, "officials" are a third group."""
    story = "Kenyan officials agreed.\nUgandan officials refused.\nOfficials will meet again."
    found = {one.name for one in tell(story).entities if not one.named}
    assert found == {"Kenyan officials", "Ugandan officials", "Officials"}


def test_a_body_of_a_place_is_called_by_its_kind_alone(tell: Callable[..., Analysis]) -> None:
    """After "the city council of Norvale" the council is that one; after two councils it is neither."""
    story = "The city council of Norvale voted for it.\nThe council agreed."
    found = [one for one in tell(story).entities if not one.named]
    assert [(one.name, one.aliases, len(one.mentions)) for one in found] == [
        ("city council of Norvale", ("council",), 2)
    ]
    story = "The city council of Norvale voted for it.\nThe city council of Ostby refused.\nThe council agreed."
    names = sorted(one.name for one in tell(story).entities if not one.named)
    assert names == ["city council of Norvale", "city council of Ostby", "council"]


def test_a_body_called_by_its_kind_is_the_one_with_the_name(tell: Callable[..., Analysis]) -> None:
    """Where the text names one ministry, "the ministry" is that one, and an alias of it."""
    found = [
        one for one in tell("Kenya’s Foreign Ministry refused.\nThe ministry waits.").entities if one.kind != "state"
    ]
    assert [(one.name, one.aliases, len(one.mentions)) for one in found] == [
        ("Kenya’s Foreign Ministry", ("ministry",), 2)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Catastrophic casualties were reported.",
        "A new computer program sorts the mail.",
        "The forces of nature closed the road.",
        "The collapse forces residents to leave.",
        "At least 27 people died.",
        "The public was told.",
    ],
)
def test_what_only_looks_like_a_group(tell: Callable[..., Analysis], sentence: str) -> None:
    """Counts, things, misread verbs and people in general are nobody."""
    assert [one.name for one in tell(sentence).entities if not one.named and " " in one.name] == []


def test_the_form_used_most_is_the_name(tell: Callable[..., Analysis]) -> None:
    """Of two forms that say who, the one that the text uses more; a form that only counts them is none."""
    story = "The battered Kenyan army burned a bridge.\nThe Kenyan army denied it.\nThe Kenyan army left."
    found = [one for one in tell(story).entities if not one.named]
    assert [(one.name, one.aliases) for one in found] == [("Kenyan army", ("battered Kenyan army",))]
    found = [one for one in tell("Multiple victims fled.\nNew victims came.").entities if not one.named]
    assert [one.name for one in found] == ["victims"]


def test_an_office_whose_holder_is_named_is_that_person(tell: Callable[..., Analysis]) -> None:
    """The President is no second person beside President Ada Quist."""
    found = tell("President Ada Quist signed the order.\nThe ministry obeys the President.").entities
    assert [one.name for one in found if one.kind == "person"] == ["Ada Quist"]


def test_a_bare_word_is_somebody_where_the_story_is_about_them(tell: Callable[..., Analysis]) -> None:
    """Named often, "women" are actors; named twice they are anybody."""
    often = "Women left the port.\nWomen run the market.\nWomen own the boats.\nThe union helped women.\nWomen sing at night."
    assert "Women" in {one.name for one in tell(often).entities}
    assert "Women" not in {one.name for one in tell("Women left the port.\nWomen run the market.").entities}


def test_an_authority_that_is_held_is_no_body(tell: Callable[..., Analysis]) -> None:
    """A power is nobody; with a word that says whose it is one."""
    assert not tell("The authority vested in the board ended.\nThe authority was lost.").entities[1:]
    assert "port authority" in {one.name for one in tell("The port authority closed the quay.").entities}
