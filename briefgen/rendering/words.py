"""The words that readers see for the values in a front matter, and for what these add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from briefgen.model.briefing import Takeaway
    from briefgen.rendering.labels import Labels

_STATES = {"draft": "trail.state_draft", "reviewed": "trail.state_reviewed", "published": "trail.state_published"}


def words(labels: Labels) -> dict[str, Markup]:
    """Give the word for each value in a front matter, by the value."""
    return labels.table("words")


def states(labels: Labels) -> dict[str, Markup]:
    """Give what each status of a briefing means, by the status."""
    return {status: labels.say(key) for status, key in _STATES.items()}


def attributed(takeaways: Sequence[Takeaway], labels: Labels) -> str:
    """Say how many takeaways rest on somebody's word rather than on the article's own.

    Args:
        takeaways: Of one briefing, at least one.
        labels: Of the site.
    """
    told = sum(one.said_by is not None for one in takeaways)
    if told == 0:
        return labels.text("trail.attributed_none")
    if told == len(takeaways):
        return labels.text("trail.attributed_all")
    return labels.text("trail.attributed_some", n=told, total=len(takeaways))
