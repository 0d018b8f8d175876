"""content/ + seeds/ -> the quotes that stand in no source, so that no page shows them as if they did.

The full proof is `briefgen check`, which lets nobody waive such a quote. This is what a build can afford: evidence that the
machine drafted from the very bytes that lie in seeds/ now is proved already; only what an editor changed, or what rests on a
changed file, is looked up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.checking.grounds import SourceText
from briefgen.errors import SeedError
from briefgen.files.seeds import read_seed
from briefgen.model.briefing import items_of
from briefgen.reading.read import read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefgen.model.article import Article
    from briefgen.model.briefing import Briefing
    from briefgen.model.draft import LastDraft
    from briefgen.model.seed import Seed


def unproved_quotes(root: Path, briefing: Briefing, last: LastDraft | None) -> tuple[str, ...]:
    """Find the quotes of a briefing that none of its sources holds as it lies in seeds/ now.

    Args:
        root: The site's root.
        briefing: As the editor's file says.
        last: What the machine last drafted for it; None where it drafted nothing.

    Returns:
        In the order of the briefing, each once. Where no source can be read, every quote.
    """
    seeds = [seed for source in briefing.sources if (seed := _seed(root, source.file))]
    open_quotes = dict.fromkeys(_quotes(briefing))
    if last is not None and _is_drafted_from(last, seeds):
        for quote in _quotes(last.briefing):
            open_quotes.pop(quote, None)
    if not open_quotes:
        return ()
    # As the check looks them up: “likely” does not stand in “unlikely”.
    texts = [SourceText(article) for seed in seeds if (article := _article(seed)) is not None]
    return tuple(quote for quote in open_quotes if not any(text.find(quote) for text in texts))


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


def _article(seed: Seed) -> Article | None:
    try:
        return read(seed)
    except SeedError:
        return None
