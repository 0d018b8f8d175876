"""content/ + seeds/ -> where each quote stands in its source, and which stand in none, so that no page shows them as if they did.

The full proof is `briefgen check`, which lets nobody waive such a quote. This is what a build can afford. Evidence that the
machine drafted from the very bytes that lie in seeds/ now is proved already, even where its place is not found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.checking.grounds import SourceText
from briefgen.errors import SeedError
from briefgen.files.seeds import read_seed
from briefgen.model.briefing import items_of
from briefgen.model.seed import Seed
from briefgen.model.site import Context
from briefgen.reading.contexts import contexts
from briefgen.reading.read import read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefgen.model.briefing import Briefing
    from briefgen.model.draft import LastDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What the sources say of a briefing's quotes."""

    unproved: tuple[str, ...]
    """Quotes that none of its sources holds as it lies in seeds/ now, in the order of the briefing, each once."""
    contexts: tuple[Context, ...]
    """Where the others stand, in the same order; one that the machine drafted may have none."""


def contexts_of(seed: Seed, quotes: Sequence[str]) -> tuple[Context, ...]:
    """Find quotes in an article; the same bytes and quotes always give the same.

    Args:
        seed: The article, unread.
        quotes: The words to look for.

    Returns:
        A context for each quote that stands in the article in whole words, in the order of the quotes. One that stands
        beside the story, in the title for instance, has nothing around it. Nothing where the article cannot be read.
    """
    try:
        article = read(seed)
    except SeedError:
        return ()
    found = {one.quote: one for one in contexts(article, quotes)}
    if any(quote not in found for quote in quotes):
        text = SourceText(article)
        for quote in quotes:
            # As the check looks them up: “likely” does not stand in “unlikely”.
            if quote not in found and text.find(quote) is not None:
                found[quote] = Context(quote=quote, file=seed.file)
    return tuple(found[quote] for quote in dict.fromkeys(quotes) if quote in found)


Finding = Callable[[Seed, Sequence[str]], tuple[Context, ...]]
"""What `contexts_of` is: who remembers its answers gives something else of the kind."""


def prove(root: Path, briefing: Briefing, last: LastDraft | None, finding: Finding = contexts_of) -> Proof:
    """Look up the quotes of a briefing in its sources as they lie in seeds/ now.

    Args:
        root: The site's root.
        briefing: As the editor's file says.
        last: What the machine last drafted for it; None where it drafted nothing.
        finding: Gives what `contexts_of` gives.

    Returns:
        Where no source can be read, every quote is unproved. Of a withdrawn briefing nothing is shown, so nothing is looked up.
    """
    quotes = tuple(dict.fromkeys(_quotes(briefing)))
    if not quotes or briefing.status == "withdrawn":
        return Proof(unproved=(), contexts=())
    seeds = [seed for source in briefing.sources if (seed := _seed(root, source.file))]
    found: dict[str, Context] = {}
    for seed in seeds:
        missing = tuple(quote for quote in quotes if quote not in found)
        if not missing:
            break
        found |= {one.quote: one for one in finding(seed, missing)}
    drafted: frozenset[str] = frozenset()
    if len(found) < len(quotes) and last is not None and _is_drafted_from(last, seeds):
        drafted = frozenset(_quotes(last.briefing))
    return Proof(
        unproved=tuple(quote for quote in quotes if quote not in found and quote not in drafted),
        contexts=tuple(found[quote] for quote in quotes if quote in found),
    )


def _quotes(briefing: Briefing) -> Iterable[str]:
    for item in items_of(briefing):
        for evidence in item.evidence:
            yield evidence.quote


def _is_drafted_from(last: LastDraft, seeds: Iterable[Seed]) -> bool:
    """Tell whether the machine drafted from these bytes."""
    there = {seed.sha256 for seed in seeds}
    return bool(last.briefing.sources) and all(source.sha256 in there for source in last.briefing.sources)


def _seed(root: Path, file: str) -> Seed | None:
    try:
        return read_seed(root, file)
    except SeedError:
        return None
