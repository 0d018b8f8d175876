"""Analysis -> what a reader should know about the source: what it lacks, what was removed, how much nobody is named for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefgen.drafting.figures import figures
from briefgen.drafting.kinds import speaker_name
from briefgen.model.briefing import Caution

if TYPE_CHECKING:
    from briefgen.model.analysis import Analysis, Statement
    from briefgen.model.article import Removal

# Links to other stories and newsletter prompts frame every web page; these two stand in the text itself.
_PROMOTION = frozenset({"call to action", "promotion"})
_SHARE_UNNAMED = 0.5
_SHARE_ONE = 0.8
_FEWEST_TO_COUNT = 3  # statements: two are no pattern
_FEWEST_FIGURES = 4  # sentences with figures that nobody is named for; a few are in every report
_SHARE_FIGURES = 0.6


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
    found.extend(_one_source(analysis))
    found.extend(_figures(analysis))
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
    unnamed = [statement for statement in analysis.statements if not _is_named(analysis, statement)]
    share = len(unnamed) / len(analysis.statements)
    if share < _SHARE_UNNAMED or len(analysis.statements) < _FEWEST_TO_COUNT:
        return []
    speakers = list(dict.fromkeys(statement.speaker for statement in unnamed))[:3]
    count = f"{len(unnamed)} of {len(analysis.statements)}"
    return [f"{count} attributed statements rest on people who are not named, such as {_listed(speakers)}."]


def _is_named(analysis: Analysis, statement: Statement) -> bool:
    """Tell whether somebody bears a name: "Kovala Bricks and Ode Brothers" do, "a U.S. official" does not."""
    if statement.entity is not None:
        return analysis.entities[statement.entity].named
    words = statement.speaker.split()
    return len(words) > 1 and words[-1][0].isupper()


def _one_source(analysis: Analysis) -> list[str]:
    """Tell whether all, or nearly all, that is attributed comes from one mouth."""
    spoken = Counter(_speaker_key(analysis, statement) for statement in analysis.statements)
    total = spoken.total()
    if total < _FEWEST_TO_COUNT:
        return []
    (key, count), *_ = spoken.most_common(1)
    first = next(statement for statement in analysis.statements if _speaker_key(analysis, statement) == key)
    name = speaker_name(analysis, first)
    if count == total:
        return [f"All {total} attributed statements come from one source: {_listed([name])}."]
    if count >= _SHARE_ONE * total and total > _FEWEST_TO_COUNT:
        return [f"{count} of {total} attributed statements come from one source: {_listed([name])}."]
    return []


def _speaker_key(analysis: Analysis, statement: Statement) -> str:
    if statement.entity is not None:
        return analysis.entities[statement.entity].name
    return statement.speaker.lower()


def _figures(analysis: Analysis) -> list[str]:
    """Count the sentences with figures for which the article names nobody: a reader cannot ask anyone for their source."""
    attributed = {statement.sentence for statement in analysis.statements}
    with_figures = [sentence for sentence in analysis.sentences if figures(sentence.tokens)]
    alone = [sentence for sentence in with_figures if sentence.index not in attributed]
    if len(alone) < _FEWEST_FIGURES or len(alone) < _SHARE_FIGURES * len(with_figures):
        return []
    return [f"{len(alone)} of {len(with_figures)} sentences with figures name nobody for them."]


def _listed(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " and " + quoted[-1]
