"""What a published JSON file holds: briefings.json, and a file for each briefing.

Each field says what it means: the JSON Schemas that stand beside the files are made from these classes (`data_schema.py`).
A field that is None is left out of the file; a list is always there.
"""

from __future__ import annotations

# As a module, since fields named `date` hide a class of that name from whoever evaluates the annotations.
import datetime as dt  # noqa: TC003  # the schemas are made from what the annotations name
from dataclasses import dataclass
from typing import Annotated, Literal

from briefgen.model.briefing import (  # noqa: TC001  # as above
    ActorKind,
    Certainty,
    QuestionStatus,
    TakeawayKind,
    WatchStatus,
)
from briefgen.model.draft import Origin  # noqa: TC001  # as above

Address = Annotated[str, "uri-reference"]
"""Absolute where the site says where it stands, relative to the file otherwise."""
Public = Literal["reviewed", "published"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicEvidence:
    """The words of the source that something rests on, as they stand in it."""

    quote: Annotated[str, "The source's words to the letter, white space folded."]
    found: Annotated[bool, "Whether the source was found to hold these words when the site was built."]
    source: Annotated[str | None, "The `file` of the source that holds them."] = None
    before: Annotated[str | None, "The sentence before."] = None
    opening: Annotated[str | None, "What the quote's own sentence says before it."] = None
    closing: Annotated[str | None, "What the quote's own sentence says after it."] = None
    after: Annotated[str | None, "The sentence after."] = None
    original: Annotated[Address | None, "The published source, at these words."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSource:
    """An article that the briefing rests on."""

    file: Annotated[str, "Where it lies in the site's folder; it names the source in evidence."]
    sha256: Annotated[str | None, "Of that file, 64 hexadecimal digits."] = None
    title: Annotated[str | None, "As the article prints it."] = None
    publisher: Annotated[str | None, "Who published it."] = None
    author: Annotated[str | None, "Who signed it."] = None
    published: Annotated[dt.date | None, "The day it was published."] = None
    url: Annotated[Address | None, "Where it was published."] = None
    language: Annotated[str | None, "ISO 639-1 code."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicTopic:
    """A subject of the briefing."""

    name: Annotated[str, "As the briefing has it."]
    slug: Annotated[str, "Names it in the addresses of the site."]
    url: Annotated[Address, "Its page."]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicTakeaway:
    """One thing a reader should know."""

    anchor: Annotated[str, "The item's id on the briefing's page: its address is `url`, `#`, and this."]
    text: Annotated[str, "One idea that reads alone."]
    kind: Annotated[
        TakeawayKind,
        "`reported` in the article's own voice, `claim` by somebody, `assessment` a judgement, `forecast` of things to come.",
    ]
    said_by: Annotated[str | None, "Who says it; left out when it is the article's own voice."] = None
    origin: Annotated[Origin | None, "Who wrote the line; left out where that is not known."] = None
    evidence: Annotated[tuple[PublicEvidence, ...], "The words it rests on."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicActor:
    """Somebody who acts, decides, speaks or is acted upon in the story."""

    anchor: Annotated[str, "The item's id on the briefing's page."]
    name: Annotated[str, "The fullest name the article prints."]
    kind: Annotated[ActorKind, "person, organisation, state or group."]
    slug: Annotated[str | None, "Names the actor in the addresses of the site, the same in every briefing."] = None
    url: Annotated[Address | None, "The page of everything the site has on the actor."] = None
    role: Annotated[str | None, "As the article states it."] = None
    position: Annotated[str | None, "What they say or want."] = None
    aliases: Annotated[tuple[str, ...], "Other forms of the name in the article."] = ()
    origin: Annotated[Origin | None, "Who wrote the line; left out where that is not known."] = None
    evidence: Annotated[tuple[PublicEvidence, ...], "The words it rests on."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicQuestion:
    """A question that the source leaves open."""

    anchor: Annotated[str, "The item's id on the briefing's page."]
    text: Annotated[str, "One neutral question."]
    status: Annotated[QuestionStatus, "open, answered or overtaken by events."]
    answer: Annotated[str | None, "The editor's answer."] = None
    answered_by: Annotated[str | None, "The id of the briefing that answers it."] = None
    origin: Annotated[Origin | None, "Who wrote the line; left out where that is not known."] = None
    evidence: Annotated[tuple[PublicEvidence, ...], "The words that leave it open."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicWatch:
    """A thing ahead that can be seen to happen."""

    anchor: Annotated[str, "The item's id on the briefing's page."]
    text: Annotated[str, "The event."]
    certainty: Annotated[Certainty, "The source's own: scheduled, expected, possible or conditional."]
    status: Annotated[WatchStatus, "pending, happened, missed, postponed or cancelled."]
    when: Annotated[str | None, "As printed in the source."] = None
    start: Annotated[dt.date | None, "First day."] = None
    end: Annotated[dt.date | None, "Last day, included."] = None
    where: Annotated[str | None, "The place, as printed."] = None
    outcome: Annotated[str | None, "The editor's word on what came of it."] = None
    origin: Annotated[Origin | None, "Who wrote the line; left out where that is not known."] = None
    evidence: Annotated[tuple[PublicEvidence, ...], "The words it rests on."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCaution:
    """What a reader should know about the source."""

    anchor: Annotated[str, "The item's id on the briefing's page."]
    text: Annotated[str, "One or two plain sentences."]
    origin: Annotated[Origin | None, "Who wrote the line; left out where that is not known."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCorrection:
    """A mistake that was published and has been put right."""

    date: Annotated[dt.date, "The day it was put right."]
    was: Annotated[str, "What the briefing said."]
    now: Annotated[str, "What it says now."]
    why: Annotated[str | None, "What was wrong."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicBriefing:
    """A briefing that somebody has reviewed, whole, each of its lines with the words it rests on."""

    id: Annotated[str, "Never changes."]
    url: Annotated[Address, "Its page."]
    title: Annotated[str, "The source's title, or the editor's."]
    status: Annotated[Public, "`reviewed` by an editor, or released as `published`."]
    changed_on: Annotated[dt.date | None, "The newest of its date, its review and its corrections."] = None
    date: Annotated[dt.date | None, "The day the source was published; left out when the source does not tell."] = None
    reviewed_by: Annotated[str | None, "Who answers for it."] = None
    reviewed_on: Annotated[dt.date | None, "The day it was reviewed."] = None
    summary: Annotated[str | None, "The bottom line."] = None
    title_origin: Annotated[Origin | None, "Who wrote the title; left out where that is not known."] = None
    summary_origin: Annotated[Origin | None, "Who wrote the bottom line; left out where that is not known."] = None
    fields: Annotated[
        dict[str, str | tuple[str, ...]] | None, "What it says in fields that the site has of its own, by their names."
    ] = None
    topics: Annotated[tuple[PublicTopic, ...], "Its subjects."] = ()
    sources: Annotated[tuple[PublicSource, ...], "The articles it rests on."] = ()
    takeaways: Annotated[tuple[PublicTakeaway, ...], "By consequence; the first one is the news."] = ()
    actors: Annotated[tuple[PublicActor, ...], "By involvement."] = ()
    open_questions: Annotated[tuple[PublicQuestion, ...], "What the source leaves open."] = ()
    watch: Annotated[tuple[PublicWatch, ...], "What is ahead."] = ()
    cautions: Annotated[tuple[PublicCaution, ...], "What a reader should know about the source."] = ()
    corrections: Annotated[tuple[PublicCorrection, ...], "Newest first."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicEntry:
    """A briefing in the list of all."""

    id: Annotated[str, "Never changes."]
    url: Annotated[Address, "Its page."]
    data: Annotated[Address, "The file that holds the whole of it."]
    title: Annotated[str, "The source's title, or the editor's."]
    status: Annotated[Public, "`reviewed` by an editor, or released as `published`."]
    changed_on: Annotated[
        dt.date | None,
        "The newest of its date, its review and its corrections: whoever keeps a copy asks for what is newer.",
    ] = None
    date: Annotated[dt.date | None, "The day the source was published; left out when the source does not tell."] = None
    reviewed_by: Annotated[str | None, "Who answers for it."] = None
    reviewed_on: Annotated[dt.date | None, "The day it was reviewed."] = None
    summary: Annotated[str | None, "The bottom line."] = None
    topics: Annotated[tuple[str, ...], "The names of its subjects."] = ()
    publishers: Annotated[tuple[str, ...], "Who published its sources."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicIndex:
    """Every briefing of the site that somebody has reviewed, newest first, with its bottom line and where to find the whole."""

    site: Annotated[str, "The site's name."]
    language: Annotated[str, "Of the site's interface, by BCP 47."]
    url: Annotated[Address | None, "Where the site stands."] = None
    briefings: Annotated[tuple[PublicEntry, ...], "Newest first, undated last."] = ()
