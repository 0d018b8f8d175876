"""Sites of many briefings for the pages that list them, and what a reader sees of a page."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from briefgen.collecting.site import collect
from briefgen.model.briefing import Actor, Briefing, Evidence, Question, Source, WatchItem
from briefgen.model.site import Entry
from briefgen.rendering.environment import environment
from briefgen.rendering.pages import plan_pages

if TYPE_CHECKING:
    from jinja2 import Environment

    from briefgen.model.site import Site
    from briefgen.rendering.plan import PlannedPage

QUOTE = Evidence(quote="The harbour board said on Tuesday that the north gate would open in March.")
FIRST_DAY = date(2024, 1, 1)


def briefing(number: int, *actors: Actor, **fields: object) -> Briefing:
    """Give the n-th briefing, a day newer than the one before, with whatever else it has."""
    made: dict[str, object] = {
        "id": f"story-{number:04}",
        "title": f"Harbour board opens gate {number} after a long quarrel over who pays for it",
        "date": FIRST_DAY + timedelta(days=number),
        "status": "published",
        "summary": f"The harbour board will open gate {number}, which ends two years of quarrels over who pays for it.",
        "sources": (Source(file=f"seeds/{number}.txt", publisher="The Sound"),),
        "actors": actors,
    }
    return Briefing(**(made | fields))  # type: ignore[arg-type]  # fields of a briefing, by name


def site_of(*briefings: Briefing) -> Site:
    """Collect briefings."""
    entries = [Entry(file=f"content/briefings/{one.id}.md", briefing=one) for one in briefings]
    return collect(entries, site_name="Desk", site_description="What the desk is.")


@lru_cache(maxsize=1)
def templates() -> Environment:
    """Give the environment: compiling its templates costs more than rendering a small site."""
    return environment()


def plan_of(site: Site) -> dict[str, PlannedPage]:
    """Give the home page, and those of actors and topics, by their paths."""
    planned = plan_pages(site, templates())
    return {one.path: one for one in planned if one.path == "index.md" or one.path.startswith(("actors/", "topics/"))}


def pages_of(site: Site) -> dict[str, str]:
    """Give the texts of these pages."""
    return {path: one.page().text for path, one in plan_of(site).items()}


def stale(old: Site, new: Site) -> set[str]:
    """Give the paths of those pages of a site that a change to it makes worth rendering again."""
    before = {path: one.page_and_grounds()[1] for path, one in plan_of(old).items()}
    after = plan_of(new)
    return {path for path, grounds in before.items() if path not in after or not after[path].rests_on(grounds)}


def words_of(html: str) -> str:
    """Give what a reader sees of some HTML, white space folded."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def part(page: str, heading: str) -> str:
    """Give a section of a page by the id of its heading."""
    found = re.search(rf'<section[^>]* aria-labelledby="{heading}".*?</section>', page, re.DOTALL)
    assert found, heading
    return found[0]


@lru_cache(maxsize=1)
def large_site() -> Site:
    """Give 1,000 briefings: one actor and one topic in all of them, two more actors in each."""
    everywhere = Actor(
        name="Ada Quist",
        kind="person",
        role="head of the harbour board",
        position="Said that the gate would open in March, before the rosters are agreed.",
        evidence=(QUOTE,),
    )
    return site_of(
        *(
            briefing(
                number,
                everywhere,
                Actor(name=f"Person {number}", kind="person", evidence=(QUOTE,)),
                Actor(name=f"Union of Gate {number}", kind="organisation", evidence=(QUOTE,)),
                topics=("Ports",),
                open_questions=(Question(text=f"Will gate {number} stay open?", evidence=(QUOTE,)),),
                watch=(WatchItem(text=f"Opening of gate {number}", start=FIRST_DAY, end=FIRST_DAY, evidence=(QUOTE,)),),
            )
            for number in range(1000)
        )
    )


@lru_cache(maxsize=1)
def large_pages() -> dict[str, str]:
    """Give the pages of the large site that list briefings or actors."""
    wanted = re.compile(r"index\.md|actors/(index|a-z/.*|ada-quist(/.*)?)\.md|topics/.*\.md")
    return {path: one.page().text for path, one in plan_of(large_site()).items() if wanted.fullmatch(path)}
