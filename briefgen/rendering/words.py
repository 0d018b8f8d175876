"""The words that readers see for the values in a front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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

STATES = {
    "draft": "Draft: nobody has reviewed it yet",
    "reviewed": "Reviewed by an editor",
    "published": "Published: an editor has released it",
}
"""From a briefing's status to what it means."""

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


def attributed(takeaways: Sequence[Takeaway]) -> str:
    """Say how many takeaways rest on somebody's word rather than on the article's own.

    Args:
        takeaways: Of one briefing, at least one.
    """
    told = sum(one.said_by is not None for one in takeaways)
    if told == 0:
        return "No takeaway is attributed to anybody: all stand in the article’s own voice."
    if told == len(takeaways):
        return "Every takeaway is attributed to somebody."
    verb = "is" if told == 1 else "are"
    return f"{told} of {len(takeaways)} takeaways {verb} attributed to somebody, the others stand in the article’s own voice."
