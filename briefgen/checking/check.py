"""Briefing + its articles -> every problem, each at its line.

Each proof is a module of its own and yields findings at the way down to a field; here they are put together, given a
line and a severity, and sorted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from briefgen.checking.actors import actor_problems, same_actors
from briefgen.checking.codes import CODES
from briefgen.checking.grounds import Found, Grounds, Path
from briefgen.checking.questions import question_problems
from briefgen.checking.quotes import quote_problems
from briefgen.checking.review import review_problems
from briefgen.checking.schedule import certainty_problems, watch_problems
from briefgen.checking.speakers import speaker_problems
from briefgen.checking.texts import Claim, summary_problems, text_problems
from briefgen.checking.waivers import waive
from briefgen.checking.whole import length_problems, markup_problems, repeated_items, source_problems
from briefgen.model.problem import Problem
from briefgen.model.registry import NO_REGISTRY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from briefgen.model.article import Article
    from briefgen.model.briefing import Briefing, Item
    from briefgen.model.registry import Registry


class Position(Protocol):
    """Says where a field stands in the front matter; where it has no such field, the nearest one above it.

    Below `notes` it is asked for a character of the notes.
    """

    def __call__(self, *path: str | int) -> tuple[int, int]:
        """Give line and column, both counted from 1."""
        ...


def check(  # noqa: PLR0913  # everything that lies on the disk comes in as a value, each under its name
    briefing: Briefing,
    *,
    file: str,
    articles: Mapping[str, Article],
    sha256: Mapping[str, str],
    position: Position,
    ids: Collection[str],
    registry: Registry = NO_REGISTRY,
    notes: str = "",
    beside: Sequence[Found] = (),
) -> tuple[Problem, ...]:
    """Prove a briefing against its sources.

    Args:
        briefing: The briefing as its file has it.
        file: The file's name from the site's root.
        articles: Its sources as they were read, by their `file`. One that is there and cannot be read is left out: the
            caller knows why and says so.
        sha256: The hash of each source's file as it is now; a file that is gone has none.
        position: Where a field stands in the file.
        ids: Of all briefings of the site.
        registry: How the editors call the actors they know: such a name need not be printed by a source.
        notes: The editor's Markdown below the briefing.
        beside: What the caller found in the briefing by looking beyond it: links, addresses, sources that cannot be
            read. It can be waived like the rest.

    Returns:
        Every problem, by line and column, with the reason of the editor who lets it stand, if any; none where everything
        is proved. Nothing is proved against a source that is missing or unreadable.
    """
    read = [articles[source.file] for source in briefing.sources if source.file in articles]
    # A name or figure may stand in the source that cannot be read: only with all of them can anything be disproved.
    grounds = Grounds(briefing, read if len(read) == len(briefing.sources) else (), registry)
    proved = (*source_problems(briefing, articles, sha256), *_items(grounds, ids), *_whole(grounds))
    found = tuple(dict.fromkeys((*proved, *review_problems(briefing, notes), *beside)))
    complete = bool(briefing.sources) and len(read) == len(briefing.sources)
    waived, wrong = waive(found, briefing, complete=complete)
    return tuple(
        sorted(replace(_problem(one, briefing, file, position), waived=waived.get(one, "")) for one in (*found, *wrong))
    )


def _problem(found: Found, briefing: Briefing, file: str, position: Position) -> Problem:
    line, column = position(*found.path)
    severity = CODES[found.code].severity_in(briefing.status)
    return Problem(file=file, line=line, column=column, code=found.code, message=found.message, severity=severity)


def _whole(grounds: Grounds) -> Iterator[Found]:
    briefing = grounds.briefing
    if briefing.summary:
        yield from summary_problems(("summary",), briefing.summary, grounds)
    yield from length_problems(briefing)
    yield from repeated_items(briefing)
    yield from same_actors(grounds)
    yield from markup_problems(briefing)


def _items(grounds: Grounds, ids: Collection[str]) -> Iterator[Found]:
    briefing = grounds.briefing
    for number, takeaway in enumerate(briefing.takeaways):
        at: Path = ("takeaways", number)
        yield from _evidence(at, takeaway, grounds)
        yield from text_problems(Claim(path=(*at, "text"), text=takeaway.text, evidence=takeaway.evidence), grounds)
        yield from speaker_problems(at, takeaway, grounds)
    for number, actor in enumerate(briefing.actors):
        at = ("actors", number)
        yield from _evidence(at, actor, grounds, fewest=1)
        yield from actor_problems(at, actor, grounds.registered[number], grounds)
        if actor.position:
            yield from text_problems(
                Claim(path=(*at, "position"), text=actor.position, evidence=actor.evidence), grounds
            )
    for number, question in enumerate(briefing.open_questions):
        at = ("open_questions", number)
        yield from _evidence(at, question, grounds)
        claim = Claim(path=(*at, "text"), text=question.text, evidence=question.evidence, asserts=False)
        yield from text_problems(claim, grounds)
        yield from question_problems(at, question, ids)
    for number, item in enumerate(briefing.watch):
        at = ("watch", number)
        days = tuple(day for day in (item.start, item.end) if day is not None)
        yield from _evidence(at, item, grounds)
        claim = Claim(path=(*at, "text"), text=item.text, evidence=item.evidence, days=days, hedges=False)
        yield from text_problems(claim, grounds)
        if item.where:
            yield from text_problems(replace(claim, path=(*at, "where"), text=item.where), grounds)
        yield from watch_problems(at, item, grounds)
        yield from certainty_problems(at, item)


def _evidence(at: Path, item: Item, grounds: Grounds, *, fewest: int = 3) -> Iterator[Found]:
    if not item.evidence:
        message = "expected the words of the source that it rests on, found none; add `evidence: [{quote: …}]`"
        yield Found(path=at, code="no-evidence", message=message)
    yield from quote_problems(at, item.evidence, grounds, fewest=fewest)
