"""A site of invented articles as an editors' desk would keep it: for screenshots, and for tests of every kind of page.

Ten stories and two more articles are drafted as they are, then edited: topics, reviewers, answered questions, outcomes, a
correction. All states of a briefing are there, dates over ten months, actors and topics that several briefings share.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefgen.files.drafts import draft_text
from briefgen.files.front_matter_write import new_text
from briefgen.files.registry import load_registry
from briefgen.model.briefing import Briefing, Correction, Question, Status, WatchItem, WatchStatus
from briefgen.model.draft import LastDraft
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings
from briefgen.pipeline import fresh_draft
from briefgen.planning import recipe

_TESTS = Path(__file__).resolve().parent.parent
_ROOT = _TESTS.parent

TODAY = date(2026, 5, 11)
"""The reader's day for which the site is a good example: some dates have passed, others lie ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edits:
    """What the editors made of one draft."""

    article: str
    id: str
    topics: tuple[str, ...]
    status: Status = "published"
    reviewer: str | None = "Ada Lindqvist"
    reviewed_on: date | None = None
    publisher: str = "The Halden Courier"
    url: bool = True
    answers: tuple[tuple[str, str, str], ...] = ()
    """The beginning of a question, its answer, and the briefing that answers it."""
    outcomes: tuple[tuple[str, WatchStatus, str], ...] = ()
    """The beginning of something to watch, what became of it, and in words."""
    summary: str | None = None
    """The bottom line where the editors wrote their own."""
    corrections: tuple[Correction, ...] = ()


_EDITS = (
    _Edits(
        article="stories/train.txt",
        id="night-train-leaves-the-rails",
        topics=("Castria", "Transport", "Disasters"),
        reviewed_on=date(2025, 7, 4),
        outcomes=(("First report", "happened", "The agency published it on 1 August; it names the brakes."),),
        answers=(("When will the line", "It opened again on 20 September 2025.", "cracks-in-the-verin-dam"),),
    ),
    _Edits(
        article="stories/flood.txt",
        id="floods-cut-off-three-towns",
        topics=("Morland", "Disasters", "Climate"),
        reviewed_on=date(2025, 8, 15),
        publisher="Morland Press Agency",
        outcomes=(
            ("Parliament’s vote", "happened", "Parliament approved the aid on 18 September, by 140 votes to 22."),
            ("First families", "missed", "The dikes at Lenz broke again; nobody went home that week."),
        ),
    ),
    _Edits(
        article="stories/election.txt",
        id="ruling-party-loses-its-majority",
        topics=("Sarland", "Elections"),
        reviewer="Jonas Weber",
        reviewed_on=date(2025, 9, 30),
        url=False,
    ),
    _Edits(
        article="stories/dam.txt",
        id="cracks-in-the-verin-dam",
        topics=("Castria", "Energy", "Disasters"),
        reviewed_on=date(2025, 10, 9),
        outcomes=(("Parliament to debate", "postponed", "Moved to 3 March 2026 at the government’s request."),),
        corrections=(
            Correction(
                date=date(2025, 10, 12),
                was="The largest crack was 40 centimetres long.",
                now="The largest crack was 40 metres long.",
                why="A unit was misread.",
            ),
        ),
    ),
    _Edits(
        article="stories/bank.txt",
        id="central-bank-of-morland-cuts-rates",
        topics=("Morland", "Central banks", "Economy"),
        reviewer="Jonas Weber",
        reviewed_on=date(2025, 11, 21),
        publisher="Morland Press Agency",
        outcomes=(("Bank’s next meeting", "happened", "Rates were left at 4.25 percent."),),
    ),
    _Edits(
        article="stories/telescope.txt",
        id="planet-that-may-hold-water",
        topics=("Science",),
        reviewed_on=date(2025, 12, 3),
    ),
    _Edits(
        article="stories/airline.txt",
        id="airline-skyra-to-cut-2600-jobs",
        topics=("Morland", "Transport", "Economy"),
        reviewed_on=date(2026, 1, 17),
        summary="Skyra cuts 13 percent of its staff as fuel costs climb; whether its cabin crews strike is decided in February.",
    ),
    _Edits(
        article="stories/vaccine.txt",
        id="new-malaria-vaccine",
        topics=("Health", "Kenda", "Lumbia"),
        status="reviewed",
        reviewed_on=date(2026, 2, 6),
        publisher="Global Health Wire",
    ),
    _Edits(
        article="stories/fleet.txt",
        id="norland-orders-its-fleet-out",
        topics=("Grey Bay", "Fisheries", "Diplomacy"),
        reviewed_on=date(2026, 3, 12),
        publisher="Coast & Harbour",
    ),
    _Edits(
        article="stories/border.txt",
        id="truce-on-the-sella-border-holds",
        topics=("Kenda", "Lumbia", "Diplomacy"),
        status="draft",
        reviewer=None,
        publisher="Global Health Wire",
    ),
    _Edits(
        article="articles/ferry.md", id="ferry-line", topics=("Transport", "Grey Bay"), status="draft", reviewer=None
    ),
    _Edits(
        article="articles/harbour.txt",
        id="harbour",
        topics=("Trade",),
        status="withdrawn",
        corrections=(
            Correction(
                date=date(2026, 2, 2),
                was="Norway Gives Iceland Its New Harbour",
                now="Norway Offers Iceland a Share of Its New Harbour — But Fishermen Want a Vote First",
                why="The paper withdrew its story: a source was invented.",
            ),
        ),
    ),
)

_REGISTRY = """# How this site calls the actors it writes about.
actors:
  - {name: Castria, kind: state}
  - {name: Kenda, kind: state}
  - {name: Lumbia, kind: state}
  - {name: Morland, kind: state}
  - {name: Norland, kind: state}
  - {name: Ostmark, kind: state}
  - {name: Castria Rail, kind: organisation}
  - {name: University of Halden, kind: organisation}
  - {name: University of Rudno, kind: organisation}
"""

_CONFIGURATION = """site_name: Sound & Strait
site_description: Short, sourced briefings from the northern desk.
site_url: https://briefings.example/desk/
INHERIT: {project}
docs_dir: content
site_dir: site
"""


def write_showcase(root: Path) -> Path:
    """Write the site; gives its mkdocs.yml, which takes over the settings of this project's own."""
    for folder in ("seeds", "content/briefings", "content/.drafts"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "content/actors.yml").write_text(_REGISTRY, encoding="utf-8")
    settings = Settings()
    registry = load_registry(root, settings)
    for edits in _EDITS:
        article = _TESTS / edits.article
        file = f"seeds/{article.name}"
        shutil.copyfile(article, root / file)
        data = article.read_bytes()
        seed = Seed(file=file, data=data, sha256=hashlib.sha256(data).hexdigest())
        fresh = replace(fresh_draft(seed, settings, registry)[1], id=edits.id)
        last = LastDraft(briefing=fresh, recipe=recipe(settings, registry))
        (root / f"content/.drafts/{edits.id}.json").write_text(draft_text(last), encoding="utf-8")
        (root / f"content/briefings/{edits.id}.md").write_text(new_text(_edited(fresh, edits)), encoding="utf-8")
    configuration = root / "mkdocs.yml"
    configuration.write_text(_CONFIGURATION.format(project=(_ROOT / "mkdocs.yml").as_posix()), encoding="utf-8")
    return configuration


def _edited(fresh: Briefing, edits: _Edits) -> Briefing:
    url = f"https://paper.example/{edits.id}" if edits.url else None
    return replace(
        fresh,
        status=edits.status,
        topics=edits.topics,
        reviewed_by=edits.reviewer,
        reviewed_on=edits.reviewed_on,
        summary=edits.summary or fresh.summary,
        sources=tuple(replace(source, publisher=edits.publisher, url=url) for source in fresh.sources),
        open_questions=tuple(_answered(question, edits) for question in fresh.open_questions),
        watch=tuple(_recorded(item, edits) for item in fresh.watch),
        corrections=edits.corrections,
    )


def _answered(question: Question, edits: _Edits) -> Question:
    for beginning, answer, briefing in edits.answers:
        if question.text.startswith(beginning):
            return replace(question, status="answered", answer=answer, answered_by=briefing)
    return question


def _recorded(item: WatchItem, edits: _Edits) -> WatchItem:
    for beginning, status, outcome in edits.outcomes:
        if item.text.startswith(beginning):
            return replace(item, status=status, outcome=outcome)
    return item
