"""Figures of a text and their units."""

from __future__ import annotations

import pytest

from briefgen.checking.numbers import figures_of


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("7,000 people", [("7000", None)]),
        ("seven thousand people", [("7000", None)]),
        ("12 500 people", [("12500", None)]),
        ("$3.4bn", [("3400000000", "dollar")]),
        ("US$3m", [("3000000", "dollar")]),
        ("3.4 billion US dollars", [("3400000000", "dollar")]),
        ("20 per cent, 20% and 20 percent", [("20", "per cent")] * 3),
        ("5.5 percentage points", [("5.5", "percentage point")]),
        ("25 basis points", [("25", "basis point")]),
        ("twenty-five km", [("25", "kilometre")]),
        ("25km", [("25", "kilometre")]),
        ("3m high", [("3", "metre")]),
        ("40k jobs", [("40000", None)]),
        ("10 metric tons, 10 tonnes, 10 tons", [("10", "tonne"), ("10", "tonne"), ("10", "ton")]),
        ("a million, two hundred thousand", [("1000000", None), ("200000", None)]),
        ("two-thirds and a quarter", [("2/3", None), ("1/4", None)]),
        ("at 12:30 on F-16s of the G20", [("12:30", None), ("16", None)]),
        ("10–15 tonnes", [("10", None), ("15", "tonne")]),
        ("7 a day, daily, each week", [("7", None), ("each", "day"), ("each", "day"), ("each", "week")]),
        ("7 of them a year ago", [("7", None)]),
        ("hundreds of boats", [("hundreds", None)]),
        ("one day, the one man", [("1", "day")]),
        ("a daily paper", []),
        ("no figure at all", []),
    ],
)
def test_figures_are_the_same_however_they_are_written(text: str, figures: list[tuple[str, str | None]]) -> None:
    """Separators, words and signs make no difference; units do."""
    assert [(figure.value, figure.unit) for figure in figures_of(text)] == figures


def test_a_stretch_can_be_passed_over() -> None:
    """The day of a date is no figure."""
    text = "17 boats on 3 May and 4 May"
    assert [figure.printed for figure in figures_of(text, without=((12, 17), (22, 27)))] == ["17"]


def test_a_figure_without_a_unit_agrees_with_one_that_has_it() -> None:
    """“from 10 to 20 percent” proves 10 percent; 20 percent does not prove 20 dollars."""
    (bare,) = figures_of("10")
    (share,) = figures_of("10 percent")
    (money,) = figures_of("10 dollars")
    assert bare.is_said_by([share])
    assert share.is_said_by([bare])
    assert not money.is_said_by([share])
    assert not share.is_said_by([])
