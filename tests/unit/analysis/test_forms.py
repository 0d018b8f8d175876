"""Which forms of names belong together, without a text around them."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.analysis.forms import fullest_of_organisations, fullest_of_people

WORDS = st.sampled_from("ada bo quist lindqvist lindqvisd holm van a. bank north institute nb".split())
FORMS = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), unique=True, max_size=12)


@given(FORMS, FORMS)
def test_the_fullest_form_is_its_own_fullest_form(surfaces: list[str], introduced: list[str]) -> None:
    """Every form has one fullest form, which is one of those printed and stands for itself."""
    people = fullest_of_people(surfaces, set(introduced))
    bodies = fullest_of_organisations({one: one.upper() for one in surfaces}, set(introduced))
    for found in (people, bodies):
        assert set(found) == set(surfaces)
        assert all(found[full] == full for full in found.values())


@given(FORMS)
def test_a_form_never_means_a_shorter_one(surfaces: list[str]) -> None:
    """The fullest form has at least as many words."""
    for found in (fullest_of_people(surfaces, set()), fullest_of_organisations({one: one for one in surfaces}, set())):
        assert all(len(full.split()) >= len(form.split()) for form, full in found.items())


@pytest.mark.parametrize(
    ("surfaces", "form", "full"),
    [
        (["ada quist", "quist"], "quist", "ada quist"),
        (["ada quist", "bo quist", "quist"], "quist", "ada quist"),
        (["ada m quist", "ada quist"], "ada quist", "ada m quist"),
        (["karl van der holm", "van der holm"], "van der holm", "karl van der holm"),
        (["ada quist", "bo quist"], "bo quist", "bo quist"),
        (["xi jinping", "xi"], "xi", "xi jinping"),
    ],
)
def test_people(surfaces: list[str], form: str, full: str) -> None:
    """Surnames, first names, initials and particles; other first names are other people."""
    assert fullest_of_people(surfaces, set())[form] == full


def test_a_first_name_with_its_own_occupation_is_somebody_else() -> None:
    """Beside a lone surname, an introduced first name is not that person's."""
    surfaces = ["oleh sarskyi", "sarskyi", "oleh"]
    assert fullest_of_people(surfaces, {"oleh"})["oleh"] == "oleh"
    assert fullest_of_people(surfaces, set())["oleh"] == "oleh sarskyi"


@pytest.mark.parametrize(
    ("printed", "form", "full"),
    [
        ({"northern ferry union": "Northern Ferry Union", "nfu": "NFU"}, "nfu", "northern ferry union"),
        ({"us ferry control office": "US Ferry Control Office", "fco": "FCO"}, "fco", "us ferry control office"),
        ({"northern ferry union": "Northern Ferry Union", "nfu": "Nfu"}, "nfu", "nfu"),
        ({"north bank": "North Bank", "south bank": "South Bank", "bank": "Bank"}, "bank", "bank"),
        ({"north bank": "North Bank", "bank": "Bank"}, "bank", "north bank"),
        ({"harbour post": "Harbour Post", "post": "Post"}, "post", "harbour post"),
    ],
)
def test_organisations(printed: dict[str, str], form: str, full: str) -> None:
    """Initials in capitals, a body's word that fits one name only, an outlet's last word."""
    assert fullest_of_organisations(printed, {"harbour post"})[form] == full


def test_the_work_grows_with_the_number_of_names() -> None:
    """Ten times the names take about ten times the steps, not a hundred."""
    assert _steps(2000) < 15 * _steps(200)


def _steps(names: int) -> int:
    surfaces = [f"{chr(97 + index % 26)}{index}x quist{index}y institute" for index in range(names)]
    surfaces += [f"quist{index}y" for index in range(names)]
    counted = 0

    def count(*_: object) -> None:
        nonlocal counted
        counted += 1

    sys.setprofile(count)
    try:
        fullest_of_people(surfaces, set())
        fullest_of_organisations({one: one for one in surfaces}, set())
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize(
    ("full", "acronym"),
    [
        ("department of tides", "DOT"),
        ("centre for ferry control and prevention", "CFC"),
        ("norland ferry workers union", "FWU"),
    ],
)
def test_acronyms_with_small_words_or_before_an_and(full: str, acronym: str) -> None:
    """An acronym may count the small words, stop before the "and", or leave out the nationality."""
    printed = {full: full.title(), acronym.lower(): acronym}
    assert fullest_of_organisations(printed, set())[acronym.lower()] == full
