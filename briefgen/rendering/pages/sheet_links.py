"""Sheets by year -> their names, and the links between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from markupsafe import Markup

    from briefgen.rendering.labels import Labels
    from briefgen.rendering.pages.archive import Sheet

T = TypeVar("T")


class SheetLink(NamedTuple):
    """What a link to a sheet rests on."""

    path: str
    year: int | None
    month: int | None
    part: int
    parts: int
    items: int


class Around(NamedTuple):
    """The sheets before and after one in time."""

    earlier: SheetLink | None
    later: SheetLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage(Generic[T]):
    """What a page of a sheet shows."""

    link: SheetLink
    """Of the page itself."""
    members: tuple[T, ...]
    months: tuple[SheetLink, ...]
    """The pages of a year's months, where these have pages of their own."""

    @property
    def path(self) -> str:
        """From the root of the content."""
        return self.link.path


class Shown(NamedTuple):
    """A link to a sheet as a template prints it."""

    href: Markup
    name: str
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The labels that make a sheet's name: of one with a date, `{when}`, and of the one without."""

    dated: str
    undated: str

    def name(self, link: SheetLink, labels: Labels) -> str:
        """Give the name as plain text."""
        if link.year is None:
            base = labels.text(self.undated)
        else:
            when = f"{link.year}" if link.month is None else labels.month(date(link.year, link.month, 1))
            base = labels.text(self.dated, when=when)
        if link.parts == 1:
            return base
        return labels.text("archive.part", name=base, part=link.part, parts=link.parts)

    def shown(self, links: Iterable[SheetLink], labels: Labels, to: Callable[[str], Markup]) -> tuple[Shown, ...]:
        """Give links as a template prints them."""
        return tuple(Shown(to(link.path), self.name(link, labels), link.items) for link in links)


def sheet_link(sheet: Sheet[T]) -> SheetLink:
    """Give what a link to a sheet rests on."""
    return SheetLink(sheet.path, sheet.year, sheet.month, sheet.part, sheet.parts, sheet.count)


def neighbours(sheets: Sequence[Sheet[T]], *, newest_first: bool) -> Iterator[tuple[SheetPage[T], Around]]:
    """Give the page of every sheet, the months of a year behind it, with those before and after it: a year's are years."""
    links = [None, *(sheet_link(sheet) for sheet in sheets), None]
    for place, sheet in enumerate(sheets, start=1):
        before, after = links[place - 1], links[place + 1]
        months = tuple(sheet_link(one) for one in sheet.sheets)
        page = SheetPage(link=sheet_link(sheet), members=sheet.members, months=months)
        yield page, Around(after, before) if newest_first else Around(before, after)
        yield from neighbours(sheet.sheets, newest_first=newest_first)
