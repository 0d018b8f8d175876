"""What to watch -> rows, chosen for the page of what is next; the rest is found by year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from briefgen.rendering import addresses
from briefgen.rendering.month_grid import LONGEST
from briefgen.rendering.pages.archive import Sheet, sheets
from briefgen.rendering.pages.told import Told, id_across, told_of

if TYPE_CHECKING:
    from markupsafe import Markup

    from briefgen.model.briefing import WatchItem
    from briefgen.model.site import Site, SiteWatch

AHEAD_MOST = 120
PAST_MOST = 30
"""Each of: without an outcome, on record, without a date. With those ahead the page stays below 200 KB."""


class Row(NamedTuple):
    """One thing to watch, and what is said of its briefing."""

    id: Markup
    item: WatchItem
    anchor: str
    """On its briefing's page."""
    told: Told

    first: date | None
    """The first day known, which it is filed under."""
    last: date | None
    """The day after which its outcome is asked for; not before the first."""

    @property
    def is_long(self) -> bool:
        """Whether it goes over so many days that it belongs to no month."""
        return self.first is not None and self.last is not None and (self.last - self.first).days >= LONGEST

    @property
    def pending(self) -> bool:
        """Whether nothing is known yet of what came of it."""
        return self.item.status == "pending"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What stands on the page of what is next."""

    today: date | None
    """What stands in for today, as a build has no clock: the newest briefing's day, or the day that the build is for."""
    ahead: tuple[Row, ...]
    """By date; what is not over on that day."""
    further: int
    """How many more there are ahead."""
    awaiting: tuple[Row, ...]
    """Newest first; pending, though their dates had passed by then."""
    recorded: tuple[Row, ...]
    """Newest first, whatever came of them."""
    undated: tuple[Row, ...]
    """Pending; newest briefing first."""

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all."""
        return frozenset(row.id for row in (*self.ahead, *self.awaiting, *self.recorded, *self.undated))


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """Everything to watch, on its pages."""

    dated: tuple[Row, ...]
    chosen: Chosen
    years: tuple[Sheet[Row], ...]
    """Those of which not all stands on the page of what is next, in order."""
    undated: tuple[Sheet[Row], ...]
    """The same of what has no date, newest first."""

    @property
    def pages(self) -> dict[str, str]:
        """From the id of each dated row to the page where it stands in full."""
        found: dict[str, str] = {row.id: path for sheet in self.years for row, path in sheet.all_members()}
        return found | dict.fromkeys(self.chosen.ids, addresses.WATCH)


def watched(site: Site) -> Watched:
    """Give everything to watch, on its pages."""
    tolds = {one.briefing.id: told_of(one) for one in site.briefings}
    rows = [_row(one, tolds[one.marked.briefing.id]) for one in site.watch]
    order = {name: place for place, name in enumerate(tolds)}
    dated = tuple(row for row in rows if row.first)
    undated = sorted((row for row in rows if not row.first), key=lambda row: order[row.told.id])
    newest = max((told.date for told in tolds.values() if told.date), default=None)
    chosen = _chosen(dated, undated, site.today(newest))
    ids = chosen.ids
    return Watched(
        dated=dated,
        chosen=chosen,
        years=_needed(sheets(((row.first, row) for row in dated), "watch/", ""), ids),
        undated=_needed(sheets(((row.told.date, row) for row in undated), "watch/undated-", "watch/undated"), ids),
    )


def _row(one: SiteWatch, told: Told) -> Row:
    first, last = one.item.start or one.item.end, one.item.end or one.item.start
    if first and last and last < first:
        last = first
    return Row(id_across("w", told.id, one.mark.anchor), one.item, one.mark.anchor, told, first, last)


def _needed(of_years: tuple[Sheet[Row], ...], ids: frozenset[str]) -> tuple[Sheet[Row], ...]:
    return tuple(sheet for sheet in of_years if any(row.id not in ids for row, _ in sheet.all_members()))


def _chosen(dated: tuple[Row, ...], undated: list[Row], today: date | None) -> Chosen:
    since = today or date.min
    ahead = [row for row in dated if row.pending and (row.last or since) >= since]
    awaiting = [row for row in dated if row.pending and (row.last or since) < since]
    recorded = [row for row in (*dated, *undated) if not row.pending]
    return Chosen(
        today=today,
        ahead=tuple(ahead[:AHEAD_MOST]),
        further=max(0, len(ahead) - AHEAD_MOST),
        awaiting=_latest(awaiting),
        recorded=_latest(recorded),
        undated=tuple(row for row in undated if row.pending)[:PAST_MOST],
    )


def _latest(rows: list[Row]) -> tuple[Row, ...]:
    """Give the newest by their last day, or by their briefing's where they have none; those of one day in their order."""
    return tuple(sorted(rows, key=lambda row: row.last or row.told.date or date.min, reverse=True)[:PAST_MOST])
