"""A month as a grid of weeks: where its days lead, and what runs through them."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from briefgen.rendering.month_grid import LANES, Bar, Day, Event, Grid, grids

MONDAY, SUNDAY = 0, 6


def event(first: date, last: date | None = None, *, href: str = "#a", many: int = 1, pending: bool = True) -> Event:
    """Give an event, of one day where no last is given."""
    return Event(first, last or first, Markup(href), many, pending)  # noqa: S704  # written below


def drawn(*events: Event, month: tuple[int, int] = (2026, 11), first_weekday: int = MONDAY) -> Grid:
    """Give the grid of one month."""
    return grids(events, [month], first_weekday)[month]


def days(grid: Grid) -> dict[int, Day]:
    """Give the days of a grid by their numbers."""
    return {day.number: day for week in grid.weeks for day in week if day.number}


def test_weeks_begin_with_the_language_s_first_day() -> None:
    """1 November 2026 is a Sunday: the last of a week that begins on Monday, the first of one that begins on Sunday."""
    assert [day.number for day in drawn().weeks[0]] == [0, 0, 0, 0, 0, 0, 1]
    assert [day.number for day in drawn(first_weekday=SUNDAY).weeks[0]] == [1, 2, 3, 4, 5, 6, 7]
    assert sorted(days(drawn())) == list(range(1, 31))


def test_the_ends_of_the_calendar_can_be_drawn() -> None:
    """The first and the last year that a date can name have all their days."""
    for month in ((1, 1), (9999, 12)):
        assert len(days(drawn(month=month))) == 31


def test_a_day_leads_to_its_dates() -> None:
    """It says how many there are, and whether one of them is pending."""
    on = date(2026, 11, 5)
    day = days(drawn(event(on, many=2, pending=False), event(on, href="#b", pending=False)))[5]
    assert day == Day(5, Markup("#a"), events=3, marks=3, pending=False)
    assert days(drawn(event(on, pending=False), event(on)))[5].pending
    assert days(drawn(event(on)))[6] == Day(6)


def test_what_begins_on_a_day_goes_before_what_runs_through_it() -> None:
    """The day leads to the newer thing; the longer one is led to by the days around it."""
    grid = days(drawn(event(date(2026, 11, 2), date(2026, 11, 6)), event(date(2026, 11, 4), href="#b")))
    assert [grid[number].href for number in (2, 3, 4, 5, 6)] == ["#a", "#a", "#b", "#a", "#a"]
    assert grid[4].events == 2
    assert [grid[number].marks for number in (2, 3, 4)] == [1, 0, 1]


def test_days_in_a_row_are_joined() -> None:
    """A bar opens on the first, closes on the last and runs through what lies between, over the end of a month."""
    span = event(date(2026, 10, 30), date(2026, 11, 2))
    both = grids([span], [(2026, 10), (2026, 11)], MONDAY)
    october, november = days(both[2026, 10]), days(both[2026, 11])
    assert october[30].bars == (Bar(1, opens=True, closes=False, pending=True),)
    assert october[31].bars == november[1].bars == (Bar(1, opens=False, closes=False, pending=True),)
    assert november[2].bars == (Bar(1, opens=False, closes=True, pending=True),)
    assert november[3].bars == ()


def test_bars_at_the_same_time_lie_above_each_other() -> None:
    """A lane is free again on the day after; one more than there are lanes is drawn nowhere, but its days lead to it."""
    spans = [event(date(2026, 11, 2 + place), date(2026, 11, 12), href=f"#{place}") for place in range(LANES + 1)]
    grid = days(drawn(*spans, event(date(2026, 11, 13), date(2026, 11, 14))))
    assert [bar.lane for bar in grid[12].bars] == list(range(1, LANES + 1))
    assert grid[2 + LANES].href == f"#{LANES}"
    assert grid[12].events == LANES + 1
    assert [bar.lane for bar in grid[13].bars] == [1]


def test_this_year_does_not_make_every_day_look_busy() -> None:
    """Of what goes over more than a month only the first and the last day lead to it, and nothing is drawn through them."""
    long = days(drawn(event(date(2026, 11, 3), date(2026, 12, 31)), event(date(2026, 1, 1), date(2026, 11, 28))))
    assert [number for number, day in long.items() if day.events] == [3, 28]
    assert (long[3].marks, long[28].marks) == (1, 1)
    assert not any(day.bars for day in long.values())
    whole = days(drawn(event(date(2026, 11, 1), date(2026, 11, 30))))
    assert all(day.events and day.bars for day in whole.values())
