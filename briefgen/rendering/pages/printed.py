"""What rows of a page show -> markup, each once however many pages show it: templates then print and work nothing out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefgen.rendering import addresses
from briefgen.rendering.environment import printed
from briefgen.rendering.inert import clean_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from briefgen.model.site import Tally
    from briefgen.rendering.labels import Labels
    from briefgen.rendering.links import Links
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.pages.rows import Row

_TIME = Markup('<time datetime="{}">{}</time>')

PrintedTally = tuple[Markup, Markup, Markup, Markup]
"""The address, the name, the number of briefings, and the same in words."""
PrintedRow = tuple[Markup, Markup, Markup, bool, Markup | None, Markup | None]
"""The day, the address, the title, whether it is a draft, the day of its last correction, what is said of it."""


@lru_cache(maxsize=4096)
def in_time(labels: Labels, on: date) -> Markup:
    """Give a day in words, in an element that programs can read."""
    return _TIME.format(on, printed(labels.day(on)))


def day_or_none(labels: Labels, on: date | None) -> Markup:
    """Give a day as `in_time`, or the words that there is none."""
    return in_time(labels, on) if on else labels.say("common.no_date")


def span(labels: Labels, first: date | None, last: date | None) -> Markup | None:
    """Give from which day to which something is told; None where no day is known."""
    if first is None or last is None:
        return None
    if first == last:
        return in_time(labels, last)
    return labels.say("across.from_to", first=in_time(labels, first), last=in_time(labels, last))


@lru_cache(maxsize=1024)
def in_briefings(labels: Labels, number: int) -> tuple[Markup, Markup]:
    """Give a number of briefings, and the same in words."""
    return labels.say("across.number", number=number), labels.say("common.briefings", n=number)


def printed_tallies(
    tallies: Iterable[Tally], path_of: Callable[[str], str], links: Links, labels: Labels
) -> list[PrintedTally]:
    """Give names with their numbers as the macro `tally` prints them.

    Args:
        tallies: Of actors, or of topics.
        path_of: Gives the path of one's page by the slug.
        links: Of the page.
        labels: Of the site.
    """
    return [(links.to(path_of(one.slug)), printed(one.name), *in_briefings(labels, one.briefings)) for one in tallies]


def printed_rows(rows: Iterable[Row], links: Links, maker: PageMaker) -> list[PrintedRow]:
    """Give briefings in a line each, as the macro `lines` prints them."""
    labels = maker.labels
    return [
        (
            day_or_none(labels, one.on),
            links.to(addresses.briefing_path(one.briefing_id), one.anchor),
            printed(clean_title(one.title)),
            one.draft,
            labels.say("across.corrected", day=in_time(labels, one.corrected)) if one.corrected else None,
            printed(one.text) if one.text else None,
        )
        for one in rows
    ]
