"""Analysis -> why a draft is what it is: what was left out, which cues chose each item, and what was passed over."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from briefgen.drafting.actors.draft import actor_candidates
from briefgen.drafting.questions.draft import question_candidates
from briefgen.drafting.registered import follow
from briefgen.drafting.takeaways.selection import select
from briefgen.drafting.watch.draft import watch_candidates
from briefgen.drafting.watch.rank import reasons, weights
from briefgen.model.registry import NO_REGISTRY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.analysis import Analysis
    from briefgen.model.registry import Registry

_PASSED_OVER = 6  # candidates shown beside those that were taken
_NEWLINE = re.compile(r"\r\n?|\n")
_WIDTH = 110  # characters of a sentence


def explain(analysis: Analysis, registry: Registry = NO_REGISTRY) -> Iterator[str]:
    """Give the lines of an explanation: `+` before what was taken, `-` before what was passed over, with its reason.

    Args:
        analysis: Of the article alone.
        registry: How the editors call the actors they know.
    """
    analysis = follow(analysis, registry)
    # Counted once: an article of 10 MB with 10,000 left-out passages would be gone through for each of them.
    places = [found.end() for found in _NEWLINE.finditer(analysis.article.text)]
    yield from _left_out(analysis, places)
    yield from _takeaways(analysis, places)
    yield from _actors(analysis, registry)
    yield from _questions(analysis, places)
    yield from _watch(analysis, places)


def _left_out(analysis: Analysis, places: Sequence[int]) -> Iterator[str]:
    article = analysis.article
    yield f"Left out of the text ({len(article.removed)})"
    for one in article.removed:
        yield f"  - line {_line(places, one.start)}: {one.reason}: {_short(one.text)}"


def _takeaways(analysis: Analysis, places: Sequence[int]) -> Iterator[str]:
    selection = select(analysis)
    yield f"Takeaways ({len(selection.chosen)} of {len(analysis.sentences)} sentences)"
    shown = [*selection.chosen, *[one for one in selection.scored if one.rejected][:_PASSED_OVER]]
    for one in shown:
        reason = f": {one.rejected}" if one.rejected else ""
        yield f"  {'-' if one.rejected else '+'} {one.score:.2f} {_at(analysis, places, one.sentence.index)}{reason}"
        yield f"      {', '.join(one.cues)}"


def _actors(analysis: Analysis, registry: Registry) -> Iterator[str]:
    found = actor_candidates(analysis)
    yield f"Actors ({sum(not one.rejected for one in found)} of {len(found)} named or described)"
    passed_over = 0
    for one in found:
        passed_over += bool(one.rejected)
        if one.rejected and passed_over > _PASSED_OVER:
            continue
        acting = sum(mention.acts for mention in one.entity.mentions)
        reason = f": {one.rejected}" if one.rejected else ""
        registered = ", by the registry" if registry.find(one.entity.name) else ""
        yield (
            f"  {'-' if one.rejected else '+'} {one.weight:.2f} {one.entity.name} ({one.entity.kind}, "
            f"{len(one.entity.mentions)} mentions, {acting} acting{registered}){reason}"
        )


def _questions(analysis: Analysis, places: Sequence[int]) -> Iterator[str]:
    found = sorted(question_candidates(analysis), key=lambda one: (bool(one.rejected), -one.score, one.sentence))
    yield f"Open questions ({sum(not one.rejected for one in found)} of {len(found)} clauses that leave something open)"
    for one in found:
        reason = f": {one.rejected}" if one.rejected else ""
        yield f"  {'-' if one.rejected else '+'} {one.score:.2f} {one.text or '(not worded)'} (cue “{one.cue}”){reason}"
        yield f"      {_at(analysis, places, one.sentence)}"


def _watch(analysis: Analysis, places: Sequence[int]) -> Iterator[str]:
    found = watch_candidates(analysis)
    taken = [one for one in found if not one.rejected]
    yield f"What to watch ({len(taken)} of {len(found)} things ahead)"
    for one in found[: len(taken) + 2 * _PASSED_OVER]:
        reason = f": {one.rejected}" if one.rejected else ""
        text, how = one.item.text or "(not worded)", f"{one.item.certainty}, {one.ground}, cue “{one.cue}”"
        yield f"  {'-' if one.rejected else '+'} {one.score:.2f} {text} ({how}){reason}"
        yield f"      {_at(analysis, places, one.sentence)}"
        if cues := reasons(one.measured, weights()):
            yield f"      {', '.join(cues[:_PASSED_OVER])}"


def _at(analysis: Analysis, places: Sequence[int], index: int) -> str:
    sentence = analysis.sentences[index]
    return f"line {_line(places, sentence.start)}: {_short(sentence.text)}"


def _line(places: Sequence[int], offset: int) -> int:
    """Give the line that holds an offset, from 1; the places are those where lines begin, the first one's left out."""
    return bisect_right(places, offset) + 1


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1].rstrip() + "…"
