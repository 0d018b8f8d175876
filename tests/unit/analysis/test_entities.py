"""What is known of each entity: name, kind, outlet, place, and its share of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis, Entity


def entity(analysis: Analysis, name: str) -> Entity:
    """Give the entity of that name."""
    return next(one for one in analysis.entities if one.name == name)


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Ada Quist resigned.", "Ada Quist", "person"),
        ("Kenya agreed.", "Kenya", "state"),
        ("The European Union agreed.", "European Union", "organisation"),
        ("The Northern Ferry Company agreed.", "Northern Ferry Company", "organisation"),
        ("Kenyan officials agreed.", "Kenyan officials", "group"),
        ("The navy agreed.", "navy", "organisation"),
    ],
)
def test_kinds(tell: Callable[..., Analysis], sentence: str, name: str, kind: str) -> None:
    """An entity is a person, a state, an organisation or a group."""
    assert entity(tell(sentence), name).kind == kind


def test_the_name_is_one_that_the_text_prints(tell: Callable[..., Analysis]) -> None:
    """A state is called by its usual name where the text has it, else by the fullest form printed."""
    assert tell("The U.S. agreed.\nThen the United States paid.").entities[0].name == "United States"
    assert tell("The UK agreed.\nThen the UK paid.").entities[0].name == "UK"


def test_a_state_behind_its_seat_has_the_tables_name(tell: Callable[..., Analysis]) -> None:
    """Where only the Kremlin is printed, it stands for Russia."""
    found = tell("The Kremlin refused.").entities[0]
    assert (found.name, found.aliases) == ("Russia", ("Kremlin",))


def test_outlets_are_marked(tell: Callable[..., Analysis]) -> None:
    """A news agency reports the story."""
    analysis = tell("Ada Quist told Reuters that Kenya would pay.")
    assert entity(analysis, "Reuters").outlet
    assert not entity(analysis, "Kenya").outlet


def test_a_state_that_is_only_the_setting_is_marked(tell: Callable[..., Analysis]) -> None:
    """Where things happen in a state and nothing else is told of it, it is a place."""
    analysis = tell("Ada Quist spoke in Kenya.\nThe talks in Uganda failed, and Uganda protested.")
    assert entity(analysis, "Kenya").place_only
    assert not entity(analysis, "Uganda").place_only


def test_forms_that_differ_in_full_stops_are_one_alias(tell: Callable[..., Analysis]) -> None:
    """Of "U.S." and "US" one is enough."""
    analysis = tell("The United States agreed.\nThe U.S. paid.\nThe US left.")
    assert entity(analysis, "United States").aliases == ("U.S.",)


def test_shares_add_up(tell: Callable[..., Analysis]) -> None:
    """Saliences lie between 0 and 1, the highest first, and share out the whole story."""
    analysis = tell("Kenya and Uganda agreed.\nAda Quist praised Kenya.\nOfficials in Oslo doubt it.")
    shares = [one.salience for one in analysis.entities]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1.0, abs=1e-4)
    assert all(0.0 < share <= 1.0 for share in shares)


def test_who_acts_counts_for_more(tell: Callable[..., Analysis]) -> None:
    """Of two named as often, the one who acts has the larger share."""
    analysis = tell("Kenya blamed Uganda.\nKenya sued Uganda.")
    assert [one.name for one in analysis.entities] == ["Kenya", "Uganda"]


def test_the_title_counts(tell: Callable[..., Analysis]) -> None:
    """Whom the title names has a larger share."""
    story = "Kenya blamed Uganda.\nUganda blamed Kenya."
    assert tell(story, "Trouble for Uganda").entities[0].name == "Uganda"
    assert tell(story, "Trouble for Kenya").entities[0].name == "Kenya"
