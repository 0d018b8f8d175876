"""What is too much for one page stands on pages by year, by month, in parts."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from briefgen.rendering.pages.archive import MOST, sheets
from briefgen.rendering.pages.sheet_links import neighbours


def paths(*dated: date | None) -> list[str]:
    """Give the paths of the pages of what is filed under some days."""
    of_years = sheets(((day, number) for number, day in enumerate(dated)), "watch/", "watch/undated")
    return [sheet.path for sheet, _ in neighbours(of_years, newest_first=False)]


def test_a_year_is_a_page() -> None:
    """What has no date has a page as well."""
    assert paths(date(2025, 3, 1), date(2025, 4, 1), date(2026, 1, 1), None) == [
        "watch/2025.md",
        "watch/2026.md",
        "watch/undated.md",
    ]


def test_a_full_year_keeps_its_page_and_gets_months() -> None:
    """A month that is too much is in parts, so that no page grows with the site."""
    assert paths(*[date(2025, 3, 1)] * MOST) == ["watch/2025.md"]
    assert paths(*[date(2025, 3, 1)] * MOST, date(2025, 4, 1)) == [
        "watch/2025.md",
        "watch/2025-03.md",
        "watch/2025-04.md",
    ]
    assert paths(*[date(2025, 3, 1)] * (2 * MOST + 1)) == [
        "watch/2025.md",
        "watch/2025-03.md",
        "watch/2025-03-2.md",
        "watch/2025-03-3.md",
    ]
    assert paths(*[None] * (MOST + 1)) == ["watch/undated.md", "watch/undated-2.md"]


@given(
    st.lists(st.integers(0, 1500), max_size=40).map(sorted),
    st.integers(1, 60),
)
def test_every_item_stands_on_one_page_in_order(days: list[int], times: int) -> None:
    """None is lost, none is there twice, and no page holds more than it may."""
    dated = [(date(2024, 1, 1) + timedelta(days=day), (day, turn)) for day in days for turn in range(times)]
    of_years = sheets(dated, "watch/", "watch/undated")
    found = [pair for sheet in of_years for pair in sheet.all_members()]
    assert [member for member, _ in found] == [member for _, member in dated]
    assert sum(sheet.count for sheet in of_years) == len(dated)
    every = [sheet for sheet, _ in neighbours(of_years, newest_first=False)]
    assert len({sheet.path for sheet in every}) == len(every)
    assert all(len(sheet.members) <= MOST for sheet in every)


def test_pages_know_what_is_before_and_after_them() -> None:
    """Earlier is earlier in time, whichever way the pages are sorted."""
    years = [date(2024, 1, 1), date(2025, 1, 1), date(2026, 1, 1)]
    for days, newest_first in ((years, False), (years[::-1], True)):
        of_years = sheets(((day, day) for day in days), "", "undated")
        around = {sheet.path: around for sheet, around in neighbours(of_years, newest_first=newest_first)}
        earlier, later = around["2025.md"]
        assert (earlier and earlier.path, later and later.path) == ("2024.md", "2026.md")
        assert around["2024.md"].earlier is None
        assert around["2026.md"].later is None
