"""What is too much for one page -> sheets by year; a year that is too much as well by month, and a month in parts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

T = TypeVar("T")

MOST = 180
"""Items on one page: at some 800 bytes each it stays below 200 KB with its calendar and what is around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Generic[T]):
    """A page with the items of a year, of a month, of a part of a month, or of no date at all."""

    path: str
    """From the root of the content."""
    year: int | None
    """None for what has no date."""
    month: int | None = None
    """None for a year, or what has no date."""
    part: int = 1
    """Counted from 1."""
    parts: int = 1
    """Of how many."""
    members: tuple[T, ...] = ()
    """In the order they came in; none where the year is on `sheets` of its own."""
    sheets: tuple[Sheet[T], ...] = ()
    """A year's months where it is too much for one page."""

    @property
    def count(self) -> int:
        """How many items there are, those of its months included."""
        return len(self.members) + sum(len(one.members) for one in self.sheets)

    def all_members(self) -> Iterator[tuple[T, str]]:
        """Give every item with the path of the page it stands on in full."""
        for sheet in (self, *self.sheets):
            for member in sheet.members:
                yield member, sheet.path


def sheets(dated: Iterable[tuple[date | None, T]], stem: str, undated: str) -> tuple[Sheet[T], ...]:
    """Give the sheets of the years in the order in which the first of each comes.

    An address never goes away as a site grows: a year keeps its page where its months get pages of their own.

    Args:
        dated: The items with the day that each is filed under.
        stem: How the path of a year's page begins: `watch/`.
        undated: How the path of the page for what has no date begins: `watch/undated`.
    """
    years: defaultdict[int | None, list[tuple[date | None, T]]] = defaultdict(list)
    for day, member in dated:
        years[day.year if day else None].append((day, member))
    result: list[Sheet[T]] = []
    for year, pairs in years.items():
        if year is None:
            result += _parts([member for _, member in pairs], undated, None, None)
        else:
            result.append(_year(year, pairs, stem))
    return tuple(result)


def _year(year: int, pairs: Sequence[tuple[date | None, T]], stem: str) -> Sheet[T]:
    path = f"{stem}{year:04d}"
    if len(pairs) <= MOST:
        return Sheet(path=f"{path}.md", year=year, members=tuple(member for _, member in pairs))
    months: defaultdict[int, list[T]] = defaultdict(list)
    for day, member in pairs:
        if day is not None:
            months[day.month].append(member)
    of_months = [
        one for month, members in months.items() for one in _parts(members, f"{path}-{month:02d}", year, month)
    ]
    return Sheet(path=f"{path}.md", year=year, sheets=tuple(of_months))


def _parts(members: Sequence[T], path: str, year: int | None, month: int | None) -> list[Sheet[T]]:
    parts = -(-len(members) // MOST)
    return [
        Sheet(
            path=f"{path}.md" if part == 1 else f"{path}-{part}.md",
            year=year,
            month=month,
            part=part,
            parts=parts,
            members=tuple(members[(part - 1) * MOST : part * MOST]),
        )
        for part in range(1, parts + 1)
    ]
