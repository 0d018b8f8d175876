"""Dates as articles print them, and the lines that say when one was published."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.reading.dates import date_in_address, find_dates, find_month_day, read_date, read_date_line


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2031-06-02", date(2031, 6, 2)),
        ("2031-06-02T15:19:40.031-07:00", date(2031, 6, 2)),
        ("2031/6/2", date(2031, 6, 2)),
        ("June 2, 2031", date(2031, 6, 2)),
        ("Jun. 2 2031", date(2031, 6, 2)),
        ("2nd of June 2031", date(2031, 6, 2)),
        ("2 June, 2031", date(2031, 6, 2)),
        ("Sept. 30, 2031", date(2031, 9, 30)),
        ("25/10/2031", date(2031, 10, 25)),
        ("10/25/2031", date(2031, 10, 25)),
        ("2.10.2031", date(2031, 10, 2)),
        ("20310602", date(2031, 6, 2)),
    ],
)
def test_a_date_is_read_however_it_is_printed(printed: str, expected: date) -> None:
    """Month in words or figures, day first or month first where only one of them is possible."""
    found = read_date(printed)
    assert found is not None
    assert found.day == expected
    assert found.otherwise is None


@pytest.mark.parametrize(
    "text", ["31 June 2031", "2031-13-01", "May we ask", "June 2031", "call 555-01-2031x", "version 1.2.20310"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    """Impossible days and figures that only look alike are left alone."""
    assert find_dates(text) == []


def test_figures_that_read_both_ways_keep_both_readings() -> None:
    """03/04/2031 is the third of April or the fourth of March; the caller's habit decides and the other is kept."""
    by_month, by_day = find_dates("03/04/2031")[0], find_dates("03/04/2031", day_first=True)[0]
    assert (by_month.day, by_month.otherwise) == (date(2031, 3, 4), date(2031, 4, 3))
    assert (by_day.day, by_day.otherwise) == (date(2031, 4, 3), date(2031, 3, 4))


@pytest.mark.parametrize(
    ("line", "role", "day", "beside"),
    [
        ("Oct 29, 2031 | Politics", "plain", date(2031, 10, 29), "Politics"),
        ("Published Fri, Mar 5 2032 9:15 a.m. EST", "published", date(2032, 3, 5), ""),
        ("Updated June 8, 2031 9:15 a.m.", "updated", date(2031, 6, 8), ""),
        ("Updated 9 June 2031 - First published 8 June 2031", "published", date(2031, 6, 8), ""),
        ("Posted on 4 February 2031 by Ann Lee", "published", date(2031, 2, 4), "by Ann Lee"),
        ("2031-07-16", "plain", date(2031, 7, 16), ""),
        ("Last modified: 10-02-2031 17:48", "updated", date(2031, 10, 2), ""),
    ],
)
def test_a_date_line_tells_its_day_and_role(line: str, role: str, day: date, beside: str) -> None:
    """A section or a byline may stand beside the date."""
    found = read_date_line(line)
    assert found is not None
    assert (found.role, found.printed.day, found.beside) == (role, day, beside)


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    """What happened on a day is not when the article appeared."""
    assert read_date_line("The board met the crews in Northport on June 8, 2031.") is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://press.example/news/2031/2/7/ferries", date(2031, 2, 7)),
        ("https://press.example/2031/feb/07/ferries", date(2031, 2, 7)),
        ("https://press.example/world/ferries-sail-2031-02-07/", date(2031, 2, 7)),
        ("https://press.example/2031/02/ferries", None),
        ("https://press.example/2031/13/40/", None),
    ],
)
def test_an_address_may_hold_the_day(address: str, expected: date | None) -> None:
    """Only a full and possible date counts."""
    assert date_in_address(address) == expected


def test_a_dateline_may_lack_the_year() -> None:
    """Agencies print day and month only."""
    assert find_month_day("NORTHPORT, May 4 (Coastal Press) -") == (5, 4)
    assert find_month_day("NORTHPORT, 3 March —") == (3, 3)
    assert find_month_day("NORTHPORT —") is None
