"""Analysis -> what a reader should know about the source: what it lacks, what was removed, how much nobody is named for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.briefing import Caution

if TYPE_CHECKING:
    from briefgen.model.analysis import Analysis
    from briefgen.model.article import Removal

# Links to other stories and newsletter prompts frame every web page; these two stand in the text itself.
_PROMOTION = frozenset({"call to action", "promotion"})
_SHARE_UNNAMED = 0.5


def draft_cautions(analysis: Analysis, *, has_title: bool) -> tuple[Caution, ...]:
    """Give what reading noticed, then what the text itself shows, each with its number."""
    article = analysis.article
    found = [caution.text for caution in article.cautions]
    if not has_title:
        found.append("The article prints no title; the one above is made of its own words.")
    if article.source.published is None and not any("date" in text for text in found):
        found.append("The article gives no date; days such as “next week” stay as printed.")
    if article.source.author is None and not any("author" in text or "byline" in text for text in found):
        found.append("The article names no author.")
    found.extend(_removed(article.removed))
    found.extend(_unnamed(analysis))
    return tuple(Caution(text=text) for text in dict.fromkeys(found))


def _removed(removed: tuple[Removal, ...]) -> list[str]:
    """Count what was left out; its words are not repeated, since they would reach the page after all."""
    promotion = sum(one.reason in _PROMOTION for one in removed)
    markers = sum(one.reason == "machine marker" for one in removed)
    found = []
    if promotion:
        found.append(f"{_count(promotion, 'promotional passage was', 'promotional passages were')} left out.")
    if markers:
        found.append(
            f"{_count(markers, 'left-over mark', 'left-over marks')} of a text generator stood in the text: its statements "
            "deserve a second source."
        )
    return found


def _count(number: int, one: str, many: str) -> str:
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
    return f"{words[number] if number < len(words) else number} {one if number == 1 else many}"


def _unnamed(analysis: Analysis) -> list[str]:
    if not analysis.statements:
        return ["Nobody is quoted or named for what the article says."] if len(analysis.sentences) > 5 else []  # noqa: PLR2004  # a note of five sentences quotes nobody
    unnamed = [
        statement
        for statement in analysis.statements
        if statement.entity is None or analysis.entities[statement.entity].kind == "group"
    ]
    share = len(unnamed) / len(analysis.statements)
    if share < _SHARE_UNNAMED:
        return []
    speakers = list(dict.fromkeys(statement.speaker for statement in unnamed))[:3]
    count = f"{len(unnamed)} of {len(analysis.statements)}"
    return [f"{count} attributed statements rest on people who are not named, such as {_listed(speakers)}."]


def _listed(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " and " + quoted[-1]
