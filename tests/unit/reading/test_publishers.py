"""The publisher is taken from a line above the story only where the line surely names one."""

from __future__ import annotations

import pytest

from briefgen.reading.publishers import publisher_in_dateline, publisher_in_line, without_outlet


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("By Ada Lindt | The Harbour Gazette", "The Harbour Gazette"),
        ("The Harbour Gazette • By Ada Lindt", "The Harbour Gazette"),
        ("By Ada Lindt | Reuters", "Reuters"),
        ("By Ada Lindt · Northport Daily News · Politics", "Northport Daily News"),
        ("By Ada Lindt, USA TODAY", "USA TODAY"),
        ("By Ada Lindt, and Carl Ode, The Associated Press", "The Associated Press"),
        ("By Ada Lindt | The Guardian", "The Guardian"),
        ("By Ada Lindt, Mail & Guardian", "Mail & Guardian"),
        ("By Ada Lindt, Tom Herald and Jo Post", None),
        ("By Ada Lindt, Carl Ode, and Amy Guardian", None),
        ("By Ada Lindt | World News", None),
        ("By Ada Lindt | Press Review", None),
        ("By Ada Lindt | Transport", None),
        ("By Ada Lindt | Staff Writer", None),
        ("By Ada Lindt | Northport", None),
        ("By Ada Lindt | Five minutes of news", None),
        ("By Ada Lindt of The Harbour Gazette", None),
        ("", None),
    ],
)
def test_a_piece_between_bars_is_a_publisher_if_it_is_called_like_one(line: str, publisher: str | None) -> None:
    """A section, a place, a post or a name may stand there as well."""
    assert publisher_in_line(line) == publisher


@pytest.mark.parametrize(
    ("dateline", "publisher"),
    [
        ("NORTHPORT, May 4 (Reuters) -", "Reuters"),
        ("Northport (Coastal Press) —", "Coastal Press"),
        ("(AFP) -", "AFP"),
        ("NORTHPORT (Northern Islands) —", None),
        ("NORTHPORT, Ill. —", None),
    ],
)
def test_brackets_of_a_dateline_hold_an_agency_or_a_region(dateline: str, publisher: str | None) -> None:
    """Only the agency is a publisher."""
    assert publisher_in_dateline(dateline) == publisher


@pytest.mark.parametrize(
    ("names", "left"),
    [
        ("Ada Lindt, The Harbour Gazette", "Ada Lindt"),
        ("Ada Lindt, Senior Writer, Reuters", "Ada Lindt"),
        ("Ada Lindt, and Carl Ode, Associated Press", "Ada Lindt, and Carl Ode"),
        ("Ada Lindt, Carl Ode", "Ada Lindt, Carl Ode"),
        ("Ada Lindt, The Times", "Ada Lindt"),
        ("Ada Lindt, Post and Courier", "Ada Lindt"),
        ("Ada Lindt, Tom Herald and Jo Post", "Ada Lindt, Tom Herald and Jo Post"),
        ("Ada Lindt, Carl Ode, and Amy Guardian", "Ada Lindt, Carl Ode, and Amy Guardian"),
        ("Reuters", "Reuters"),
        ("The Harbour Gazette", "The Harbour Gazette"),
    ],
)
def test_an_author_is_named_without_post_and_outlet(names: str, left: str) -> None:
    """Where only the outlet signs, it stays."""
    assert without_outlet(names) == left
