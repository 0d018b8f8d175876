"""What share of planted errors the check catches: `python -m tests.benchmarks.planted_errors FOLDER [KIND …]`.

Every article of the folder is drafted. Into its draft errors of two dozen kinds are put, one at a time, each such that the
item is wrong then; it counts as caught where the check finds on that very item what it did not find before, under a code that
names such an error. What the check finds in the draft as it is counts as a false alarm.
Kinds named behind the folder have what was missed printed.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.checking.check import check
from briefgen.errors import SeedError
from briefgen.model.briefing import items_of
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings
from briefgen.pipeline import fresh_draft
from tests.benchmarks import planting_certainty, planting_figures, planting_people, planting_quotes
from tests.benchmarks.planting import Drafted, Kind, Planted, some

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefgen.model.article import Article
    from briefgen.model.briefing import Briefing

_FIGURE = {"number-not-in-evidence", "words-not-in-source", "meaning-reversed"}
_DATE = {"date-not-in-evidence", "number-not-in-evidence", "words-not-in-source"}
_NAME = {"name-not-in-evidence", "name-not-in-source", "names-swapped", "name-of-another", "words-not-in-source"}
_SPEAKER = {"said-by-another", "said-by-not-in-evidence", "speaker-unclear"}
_DENIED = {"negation-dropped", "negation-added", "meaning-reversed", "words-not-in-source"}
_HEDGED = {"hedge-dropped", "words-not-in-source"}
_QUOTED = {"quote-not-in-source", "words-not-in-source"}


def _kind(name: str, plant: Callable[[Drafted], Iterator[Planted]], codes: set[str]) -> Kind:
    return Kind(name=name, plant=plant, codes=frozenset(codes))


KINDS = (
    _kind("digit", planting_figures.digits, _FIGURE),
    _kind("number word", planting_figures.number_words, _FIGURE),
    _kind("scale", planting_figures.scales, _FIGURE),
    _kind("unit", planting_figures.units, _FIGURE),
    _kind("figures exchanged", planting_figures.exchanged_figures, _FIGURE),
    _kind("date in a text", planting_figures.dates, _DATE),
    _kind("days to watch", planting_figures.watch_days, {"dates-differ-from-when", "watch-already-past"}),
    _kind("names mixed", planting_people.mixed_names, _NAME),
    _kind("name of another", planting_people.replaced_names, _NAME),
    _kind("name invented", planting_people.invented_names, _NAME),
    _kind("names exchanged", planting_people.exchanged_names, _NAME),
    _kind("speaker of another", planting_people.other_speakers, _SPEAKER),
    _kind("speaker invented", planting_people.invented_speakers, _SPEAKER),
    _kind("role of another", planting_people.other_roles, {"role-of-another", "role-not-in-source"}),
    _kind("position of another", planting_people.other_positions, _SPEAKER),
    _kind("negation dropped", planting_certainty.dropped_negations, _DENIED),
    _kind("negation added", planting_certainty.added_negations, _DENIED),
    _kind("hedge dropped", planting_certainty.dropped_hedges, _HEDGED),
    _kind("hedge strengthened", planting_certainty.strengthened_hedges, _HEDGED),
    _kind("comparison reversed", planting_certainty.turned_comparisons, _DENIED | _FIGURE),
    _kind("quote trimmed", planting_quotes.trimmed, _QUOTED),
    _kind("quote reworded", planting_quotes.reworded, _QUOTED),
    _kind("words in quote marks", planting_quotes.words_in_marks, _QUOTED),
)
"""Every kind of error, in the order of the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What became of the errors planted in some drafts."""

    caught: Counter[str]
    """By kind."""
    missed: tuple[Planted, ...]
    alarms: tuple[str, ...]
    """What the check finds in the drafts as they are."""
    items: int
    """Of the drafts as they are."""
    items_with_alarms: int
    briefings: int
    briefings_with_alarms: int

    def planted(self, kind: str) -> int:
        """Give how many errors of a kind were planted."""
        return self.caught[kind] + sum(one.kind == kind for one in self.missed)

    def share(self, kind: str) -> float:
        """Give what share of a kind was caught, 1 where none was planted."""
        planted = self.planted(kind)
        return self.caught[kind] / planted if planted else 1.0

    @property
    def total(self) -> float:
        """Give what share of all was caught."""
        caught = sum(self.caught.values())
        return caught / (caught + len(self.missed))


def drafted(files: Iterable[Path]) -> list[Drafted]:
    """Draft articles; what cannot be read is left out."""
    found = []
    for file in files:
        data = file.read_bytes()
        seed = Seed(file=f"seeds/{file.name}", data=data, sha256=hashlib.sha256(data).hexdigest())
        try:
            article, briefing = fresh_draft(seed, Settings())
        except SeedError as error:
            print(error, file=sys.stderr)
        else:
            found.append(Drafted(article=article, briefing=briefing))
    return found


def measure(drafts: Sequence[Drafted], most: int | None = None) -> Measured:
    """Plant every kind of error in every draft, wherever it can be planted.

    Args:
        drafts: With their articles.
        most: How many of a kind are planted at most; chosen by what they say, so that every article has its share.
    """
    caught: Counter[str] = Counter()
    missed: list[Planted] = []
    alarms: list[str] = []
    known: list[set[tuple[tuple[str | int, ...], str, str]]] = []
    with_alarms: dict[int, set[tuple[str | int, ...]]] = defaultdict(set)
    for number, one in enumerate(drafts):
        before = findings(one.article, one.briefing)
        for path, code, message in sorted(before, key=str):
            alarms.append(f"{one.article.source.file}: {'.'.join(map(str, path))}: {code}: {message}")
            with_alarms[number].add(path[:2])
        known.append(before)
    for kind in KINDS:
        planted = [(number, error) for number, one in enumerate(drafts) for error in kind.plant(one)]
        for number, error in some(planted, most or len(planted), kind.name):
            new = findings(drafts[number].article, error.briefing) - known[number]
            place = (error.section, error.index)
            if any(path[:2] == place and code in kind.codes for path, code, _ in new):
                caught[kind.name] += 1
            else:
                missed.append(error)
    return Measured(
        caught=caught,
        missed=tuple(missed),
        alarms=tuple(alarms),
        items=sum(len(items_of(one.briefing)) for one in drafts),
        items_with_alarms=sum(map(len, with_alarms.values())),
        briefings=len(drafts),
        briefings_with_alarms=len(with_alarms),
    )


def findings(article: Article, briefing: Briefing) -> set[tuple[tuple[str | int, ...], str, str]]:
    """Give what the check finds: where, under which code, in which words."""
    asked: list[tuple[str | int, ...]] = []

    def position(*path: str | int) -> tuple[int, int]:
        asked.append(path)
        return len(asked), 1

    found = check(
        briefing,
        file="content/briefings/a.md",
        articles={article.source.file: article},
        sha256={article.source.file: article.source.sha256 or ""},
        position=position,
        ids=(briefing.id,),
    )
    return {(asked[one.line - 1], one.code, one.message) for one in found}


def table(measured: Measured) -> str:
    """Write what was found as a table."""
    lines = [f"{'kind':24}{'planted':>8}{'caught':>8}{'share':>8}"]
    for kind in KINDS:
        planted = measured.planted(kind.name)
        lines.append(f"{kind.name:24}{planted:8}{measured.caught[kind.name]:8}{measured.share(kind.name):8.0%}")
    caught = sum(measured.caught.values())
    lines.append(f"{'all':24}{caught + len(measured.missed):8}{caught:8}{measured.total:8.1%}")
    lines.append(
        f"false alarms: {len(measured.alarms)}, in {measured.items_with_alarms} of {measured.items} items, "
        f"in {measured.briefings_with_alarms} of {measured.briefings} briefings"
    )
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    """Draft the articles of a folder, plant, and print the table."""
    files = sorted(file for file in Path(arguments[0]).iterdir() if file.suffix in {".txt", ".md", ".html"})
    measured = measure(drafted(files))
    print(table(measured))
    for one in measured.missed:
        if one.kind in arguments[1:]:
            print(
                f"\n{one.kind} missed, {one.briefing.id}, {one.section} {one.index}\n  was {one.was}\n  now {one.now}"
            )
    if "alarms" in arguments[1:]:
        print("\n".join(measured.alarms))


if __name__ == "__main__":
    main(sys.argv[1:])
