"""A fresh draft + its article -> the draft without what cannot be proved, and what was withheld."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefgen.checking.check import check
from briefgen.model.registry import NO_REGISTRY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.article import Article
    from briefgen.model.briefing import Briefing
    from briefgen.model.registry import Registry

_SECTIONS = ("takeaways", "actors", "open_questions", "watch")
_MOST_ROUNDS = 5
"""An actor who goes takes other names along, so that something else may lose its proof; two rounds were the most seen."""


def withhold(
    briefing: Briefing, article: Article, registry: Registry = NO_REGISTRY
) -> tuple[Briefing, tuple[str, ...]]:
    """Leave out of a machine's draft what its own check calls an error: nobody asked for it, and it would stop the build.

    Of 104 articles 7 lost an item so. A summary that cannot be proved gives way to the first takeaway.

    Args:
        briefing: As drafted from the article alone.
        article: As it was read.
        registry: The one that the draft follows.

    Returns:
        The briefing in which a check finds no error, and for each thing withheld what it is and why.
    """
    withheld: list[str] = []
    for _ in range(_MOST_ROUNDS):
        errors = _errors(briefing, article, registry)
        if not errors:
            break
        withheld.extend(f"{path[0]}: {message}" for path, message in errors)
        briefing = _without(briefing, [path for path, _ in errors])
    return briefing, tuple(dict.fromkeys(withheld))


def _errors(briefing: Briefing, article: Article, registry: Registry) -> list[tuple[Sequence[str | int], str]]:
    paths: list[Sequence[str | int]] = []

    def position(*path: str | int) -> tuple[int, int]:
        paths.append(path)
        return len(paths), 1

    source = article.source
    found = check(
        briefing,
        file=source.file,
        articles={source.file: article},
        sha256={source.file: source.sha256 or ""},
        position=position,
        ids=(briefing.id,),
        registry=registry,
    )
    return [(paths[one.line - 1], f"{one.code}: {one.message}") for one in found if one.severity == "error"]


def _without(briefing: Briefing, paths: Sequence[Sequence[str | int]]) -> Briefing:
    changes: dict[str, Any] = {}
    for section in _SECTIONS:
        gone = {path[1] for path in paths if path[0] == section and len(path) > 1}
        items = getattr(briefing, section)
        changes[section] = tuple(item for number, item in enumerate(items) if number not in gone)
    if any(path[0] == "summary" for path in paths):
        first = changes["takeaways"][0].text if changes["takeaways"] else None
        changes["summary"] = first if first != briefing.summary else None
    return replace(briefing, **changes)
