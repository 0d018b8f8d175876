"""The words that readers see for the values in a front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.rendering.labels import Labels, read_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from briefgen.model.briefing import Takeaway

WORDS = {
    "draft": "Draft, not reviewed",
    "reviewed": "Reviewed",
    "published": "Published",
    "withdrawn": "Withdrawn",
    "reported": "Reported",
    "claim": "Claim",
    "assessment": "Assessment",
    "forecast": "Forecast",
    "person": "Person",
    "organisation": "Organisation",
    "state": "State",
    "group": "Group",
    "open": "Open",
    "answered": "Answered",
    "overtaken": "Overtaken by events",
    "scheduled": "Scheduled",
    "expected": "Expected",
    "possible": "Possible",
    "conditional": "Conditional",
    "pending": "Pending",
    "happened": "Happened",
    "missed": "Did not happen",
    "postponed": "Postponed",
    "cancelled": "Cancelled",
    "drafted": "Drafted by a program",
    "edited": "Drafted, then edited",
    "written": "Written by an editor",
}

ACTOR_KINDS = {"person": "People", "organisation": "Organisations", "state": "States", "group": "Groups"}
"""In the order of the listing."""

QUESTION_GROUPS = {
    "open": ("Open", "No question is open."),
    "answered": ("Answered", "No question has been answered yet."),
    "overtaken": ("Overtaken by events", "No question has been overtaken by events."),
}
"""From a question's status to the heading of its group and what stands there when the group is empty."""


def counted(number: int, one: str, many: str) -> str:
    """Give "1 briefing", "2 briefings"."""
    return f"{number} {one if number == 1 else many}"


def numbered(word: str, number: int) -> str:
    """Give "takeaway 2"."""
    return f"{word} {number}"


def attributed(takeaways: Sequence[Takeaway], labels: Labels | None = None) -> str:
    """Say how many takeaways rest on somebody's word rather than on the article's own.

    Args:
        takeaways: Of one briefing, at least one.
        labels: Of the site.
    """
    labels = labels or read_labels()
    told = sum(one.said_by is not None for one in takeaways)
    if told == 0:
        return labels.text("trail.attributed_none")
    if told == len(takeaways):
        return labels.text("trail.attributed_all")
    return labels.text("trail.attributed_some", n=told, total=len(takeaways))


def states(labels: Labels) -> dict[str, Markup]:
    """Give what each status of a briefing means, by the status."""
    return {status: labels.say(key) for status, key in _STATES.items()}


_STATES = {"draft": "trail.state_draft", "reviewed": "trail.state_reviewed", "published": "trail.state_published"}
