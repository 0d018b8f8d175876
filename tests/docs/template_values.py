"""Every kind of page of a large invented site -> which template it has, where it stands, and what its template is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING
from unittest.mock import patch

from briefgen.collecting.site import collect
from briefgen.model.briefing import Actor, ActorKind, Briefing, Caution, Correction, Question, Takeaway, WatchItem
from briefgen.model.site import Entry
from briefgen.rendering import addresses
from briefgen.rendering.environment import environment
from briefgen.rendering.page_maker import PageMaker
from briefgen.rendering.site import plan

if TYPE_CHECKING:
    from briefgen.model.site import Site

_BRIEFINGS = 400
"""More than any list shows on one page, so that the pages by year and by letter are there."""
_FIRST = date(2023, 1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a template is given."""

    template: str
    paths: tuple[str, ...]
    """The pages that are made with it."""
    values: frozenset[str]


@cache
def templates_given() -> tuple[Given, ...]:
    """Plan every page of the site and note what its template would be given; none is rendered."""
    paths: dict[str, list[str]] = {}
    values: dict[str, set[str]] = {}
    here = ""

    def note(_: PageMaker, template: str, **given: object) -> str:
        paths.setdefault(template, []).append(here)
        values.setdefault(template, set(given)).intersection_update(given)
        return ""

    with patch.object(PageMaker, "_rendered", note):
        for page in plan(_site(), environment(), find=True):
            here = page.path
            if page.path.endswith(".md"):
                page.page()
    return tuple(
        Given(template=name, paths=tuple(paths[name]), values=frozenset(values[name])) for name in sorted(paths)
    )


def planned_files() -> tuple[str, ...]:
    """Give the paths of all that the site publishes beside pages, the pictures that links are shown with among them."""
    planned = plan(_site(), environment(), find=True)
    pictures = (addresses.SITE_CARD, addresses.briefing_card("b2"), addresses.topic_card("ferries"))
    return (*(page.path for page in planned if not page.path.endswith(".md")), *pictures)


def _site() -> Site:
    entries = [Entry(file=f"content/briefings/b{n}.md", briefing=_briefing(n)) for n in range(_BRIEFINGS)]
    return collect(entries, site_name="Desk")


def _briefing(number: int) -> Briefing:
    day = _FIRST + timedelta(days=number * 2)
    kinds: tuple[ActorKind, ...] = ("person", "organisation", "state", "group")
    answered = number % 3 == 1
    return Briefing(
        id=f"b{number}",
        title=f"Ferry {number}",
        date=day,
        status="withdrawn" if number == 1 else "reviewed",
        summary="It sails.",
        topics=("Ferries", f"Line {number % 40}"),
        takeaways=(Takeaway(text="It sails."),),
        actors=(
            Actor(name=f"{chr(65 + number % 26)}na {number}", kind=kinds[number % 4]),
            Actor(name="Ellery Line", kind="organisation", position="It will sail."),
        ),
        open_questions=(
            Question(text="When?", status="answered" if answered else "open", answer="Soon." if answered else None),
        ),
        watch=(
            WatchItem(text="Vote", start=day, end=day, status="happened" if number % 2 else "pending", outcome="Yes."),
        ),
        cautions=(Caution(text="No date."),),
        corrections=(Correction(date=day, was="a", now="b"),) if number == 2 else (),
    )
