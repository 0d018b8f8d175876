"""A briefing: what the front matter of a file in content/briefings/ holds.

The names of these fields are the names in the front matter; their docstrings describe them in the JSON Schema that
editors' tools use. Pydantic reads front matter into these classes in one place, `briefgen.files`.
"""

from __future__ import annotations

# As a module, since the field `date` hides a class of that name from whoever evaluates the annotations, as pydantic does.
import datetime as dt  # noqa: TC003 - pydantic needs it at run time
from dataclasses import dataclass
from typing import Literal

Status = Literal["draft", "reviewed", "published", "withdrawn"]
TakeawayKind = Literal["reported", "claim", "assessment", "forecast"]
ActorKind = Literal["person", "organisation", "state", "group"]
QuestionStatus = Literal["open", "answered", "overtaken"]
Certainty = Literal["scheduled", "expected", "possible", "conditional"]
WatchStatus = Literal["pending", "happened", "missed", "postponed", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words of the source that an item rests on."""

    quote: str
    """The source's words to the letter, white space folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A finding of the check that an editor has looked at and lets stand, with the reason."""

    code: str
    """The word that names the finding, as the check prints it."""
    reason: str
    """Why it may stand, for whoever reads the file next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A mistake that was published and has been put right."""

    date: dt.date
    """The day it was put right."""
    was: str
    """What the briefing said."""
    now: str
    """What it says now."""
    why: str | None = None
    """What was wrong, in a sentence; left out where the two say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that a briefing rests on."""

    file: str
    """Where it lies, from the site's root: `seeds/ferry.txt`."""
    sha256: str | None = None
    """Of the file that was drafted from, 64 lower-case hexadecimal digits."""
    title: str | None = None
    """As the article prints it."""
    publisher: str | None = None
    """Who published it."""
    author: str | None = None
    """Who signed it."""
    published: dt.date | None = None
    """The day it was published; left out when the source does not tell."""
    url: str | None = None
    """Where it was published, http or https."""
    language: str | None = None
    """ISO 639-1 code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeaway:
    """One thing a reader should know."""

    text: str
    """One idea that reads alone, at most about 35 words."""
    kind: TakeawayKind = "reported"
    """`reported` in the article's own voice, `claim` by somebody, `assessment` a judgement, `forecast` of things to come."""
    said_by: str | None = None
    """Who says it; left out when it is the article's own voice."""
    evidence: tuple[Evidence, ...] = ()
    """The words it rests on."""
    waived: tuple[Waiver, ...] = ()
    """Findings of the check that an editor lets stand for this item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who acts, decides, speaks or is acted upon in the story."""

    name: str
    """The fullest name the text prints."""
    kind: ActorKind
    """person, organisation, state or group."""
    role: str | None = None
    """As the text states it, word for word."""
    aliases: tuple[str, ...] = ()
    """Every other form of the name that the text prints."""
    position: str | None = None
    """What they say or want, attributed; left out when the text has none."""
    evidence: tuple[Evidence, ...] = ()
    """The words it rests on."""
    waived: tuple[Waiver, ...] = ()
    """Findings of the check that an editor lets stand for this item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that the source leaves open and a later article could answer."""

    text: str
    """One neutral question, ending in a question mark."""
    status: QuestionStatus = "open"
    """open, answered or overtaken."""
    answer: str | None = None
    """The editor's answer."""
    answered_by: str | None = None
    """The id of the briefing that answers it."""
    evidence: tuple[Evidence, ...] = ()
    """The words that leave it open."""
    waived: tuple[Waiver, ...] = ()
    """Findings of the check that an editor lets stand for this item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchItem:
    """A thing ahead that can be seen to happen."""

    text: str
    """The event, as a short noun phrase."""
    when: str | None = None
    """As printed in the source."""
    start: dt.date | None = None
    """First day, resolved against the day of publication; left out when the text gives no date."""
    end: dt.date | None = None
    """Last day, included; left out when the text gives no date."""
    where: str | None = None
    """The place, as printed."""
    certainty: Certainty = "expected"
    """The source's own: scheduled, expected, possible or conditional."""
    status: WatchStatus = "pending"
    """pending, happened, missed, postponed or cancelled."""
    outcome: str | None = None
    """The editor's word on what came of it."""
    evidence: tuple[Evidence, ...] = ()
    """The words it rests on."""
    waived: tuple[Waiver, ...] = ()
    """Findings of the check that an editor lets stand for this item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """What a reader should know about the source."""

    text: str
    """One or two plain sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """A briefing, whole."""

    id: str
    """Set once from the title, unique, never changed: addresses, feeds and calendar entries derive from it."""
    title: str
    """The source's title, or the editor's."""
    date: dt.date | None = None
    """The day the source was published; left out when the source does not tell."""
    status: Status = "draft"
    """draft, reviewed, published or withdrawn."""
    reviewed_by: str | None = None
    """Who answers for it, as readers shall see the name."""
    reviewed_on: dt.date | None = None
    """The day it was reviewed."""
    summary: str | None = None
    """The bottom line in one or two sentences."""
    topics: tuple[str, ...] = ()
    """Subjects, each with a page of its own."""
    sources: tuple[Source, ...] = ()
    """The articles it rests on."""
    takeaways: tuple[Takeaway, ...] = ()
    """Three to six, by consequence; the first one is the news."""
    actors: tuple[Actor, ...] = ()
    """Three to eight, by involvement."""
    open_questions: tuple[Question, ...] = ()
    """None to four."""
    watch: tuple[WatchItem, ...] = ()
    """None to five."""
    cautions: tuple[Caution, ...] = ()
    """What a reader should know about the source."""
    corrections: tuple[Correction, ...] = ()
    """Mistakes that were published and have been put right, for readers to see."""
    waived: tuple[Waiver, ...] = ()
    """Findings of the check on the briefing itself, not on one item, that an editor lets stand."""


Item = Takeaway | Actor | Question | WatchItem
"""What carries evidence."""


def items_of(briefing: Briefing) -> tuple[Item, ...]:
    """Give every item that carries evidence, in the order of the briefing."""
    return (*briefing.takeaways, *briefing.actors, *briefing.open_questions, *briefing.watch)
