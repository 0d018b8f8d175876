"""What comes sorted by date -> a group for each month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from briefgen.rendering.page_maker import Group

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from briefgen.rendering.labels import Labels


def by_month(dated: Iterable[tuple[date | None, object]], labels: Labels) -> Iterator[Group]:
    """Group what comes sorted by date; what has no date stands in a group of its own where it comes."""
    for month, members in groupby(dated, key=lambda pair: pair[0] and (pair[0].year, pair[0].month)):
        pairs = tuple(members)
        first = pairs[0][0]
        title = labels.month(first) if first else labels.text("common.no_date")
        anchor = f"b-{first.year:04d}-{first.month:02d}" if month and first else "b-undated"
        yield Group(title, anchor, tuple(member for _, member in pairs))
