"""Briefings of our own, and sites made of them, for tests of what readers take away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefgen.collecting.site import collect
from briefgen.model.briefing import Briefing, Correction, Evidence, Takeaway, WatchItem
from briefgen.model.site import Entry, Site
from briefgen.rendering.labels import read_labels

LABELS = read_labels()

BRIEFING = Briefing(
    id="ferry",
    title="Ferry & <strike>",
    date=date(2025, 10, 29),
    status="published",
    summary="Crews voted.",
    topics=("Ferries",),
    takeaways=(Takeaway(text="They voted.", kind="claim", said_by="The union"),),
    watch=(
        WatchItem(
            text="Talks",
            when="next week",
            start=date(2025, 11, 3),
            end=date(2025, 11, 9),
            where="Town hall; room 2",
            evidence=(Evidence(quote="Talks are next week."),),
        ),
    ),
)


def site_of(*briefings: Briefing, url: str | None = "https://desk.example/x") -> Site:
    """Collect briefings into a site."""
    entries = [Entry(file=f"content/briefings/{one.id}.md", briefing=one) for one in briefings]
    return collect(entries, site_name="The desk", site_url=url)


CORRECTED = replace(
    BRIEFING,
    reviewed_by="Ada <Quist>",
    reviewed_on=date(2025, 11, 3),
    corrections=(
        Correction(date=date(2025, 11, 1), was="They <b>will</b> vote.", now="They voted."),
        Correction(date=date(2025, 11, 7), was="It is in May.", now="It is in March.", why="Of an earlier plan."),
    ),
)
