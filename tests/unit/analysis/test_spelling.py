"""Spellings of one name."""

from __future__ import annotations

import pytest

from briefgen.analysis.spelling import Surnames, is_variant, key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("melnytsky", "melnytskyy", True),
        ("lukashenka", "lukashenko", True),
        ("bush", "busch", False),
        ("johnson", "johansson", False),
        ("petersen", "andersen", False),
        ("quist", "quist", True),
    ],
)
def test_spellings_of_a_surname(one: str, other: str, *, same: bool) -> None:
    """Long surnames may differ by two letters behind the same beginning; short ones may not."""
    assert is_variant(one, other) is same
    assert is_variant(other, one) is same


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Hague", "hague"),
        ("Kenya’s", "kenya"),
        ("U.S.", "us"),
        ("Hélène  Quist", "helene quist"),
        ("the traders’", "traders"),
    ],
)
def test_keys_leave_out_what_does_not_tell_names_apart(name: str, expected: str) -> None:
    """Articles, accents, case, full stops, possessives and double spaces do not count."""
    assert key(name) == expected


def test_surnames_are_found_in_any_spelling() -> None:
    """A surname is there as it is spelt, and nearly so for who asks for variants."""
    surnames = Surnames(["Melnytskyi", "Bo", "Quist"])
    assert "Quist’s" in surnames
    assert "Melnytsky" not in surnames
    assert surnames.variant("Melnytsky")
    assert surnames.variant("Bo")
    assert not surnames.variant("Bos")
    assert not surnames.variant("Holm")
