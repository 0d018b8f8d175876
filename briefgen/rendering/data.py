"""Site -> briefings.json, and a file for each briefing with everything it says; only what somebody reviewed."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.model.page import Page
from briefgen.rendering import addresses
from briefgen.rendering.data_shape import (
    PublicActor,
    PublicBriefing,
    PublicCaution,
    PublicCorrection,
    PublicEntry,
    PublicEvidence,
    PublicIndex,
    PublicQuestion,
    PublicSource,
    PublicTakeaway,
    PublicTopic,
    PublicWatch,
)
from briefgen.rendering.inert import clean, clean_title
from briefgen.rendering.public import absolute, json_text, reviewed
from briefgen.rendering.trail import last_changed, newest_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from _typeshed import DataclassInstance

    from briefgen.model.briefing import Briefing, Evidence
    from briefgen.model.site import Marked, Site, SiteTopic
    from briefgen.rendering.data_shape import Public
    from briefgen.rendering.labels import Labels


def index_data(site: Site, labels: Labels, *, directories: bool = True) -> Page:
    """Give briefings.json: every reviewed briefing with its bottom line and its addresses.

    What it says in full is in a file of its own: with it, 5,000 briefings would make 40 MB.
    """
    shown = reviewed(site.briefings)
    index = PublicIndex(
        site=clean_title(site.name),
        language=labels.language,
        url=site.url,
        briefings=tuple(_entry(site, one.briefing, directories=directories) for one in shown),
    )
    schema = absolute(site, addresses.DATA_SCHEMA, directories=directories, here=addresses.DATA)
    return Page(path=addresses.DATA, text=_json(schema, index))


def briefing_data(  # noqa: PLR0913  # what the file is made from
    site: Site,
    marked: Marked,
    topics: Sequence[SiteTopic],
    actor_slugs: Sequence[str],
    answering: Iterable[str],
    *,
    directories: bool = True,
) -> Page:
    """Give the file of a briefing.

    Args:
        site: Whose address goes before all others.
        marked: Reviewed.
        topics: Those of the briefing, across the site.
        actor_slugs: Of its actors, in their order.
        answering: The ids of those briefings that may be named as answers to its questions: no draft is.
        directories: Whether the site's addresses are folders or files.
    """
    briefing = marked.briefing
    path = addresses.briefing_data(briefing.id)

    def address(target: str) -> str:
        return absolute(site, target, directories=directories, here=path)

    quotes = _Quotes(marked)
    answers = frozenset(answering)
    shown = PublicBriefing(
        id=briefing.id,
        url=address(addresses.briefing_path(briefing.id)),
        title=clean_title(briefing.title),
        status=_status(briefing),
        changed_on=last_changed(briefing),
        date=briefing.date,
        reviewed_by=briefing.reviewed_by,
        reviewed_on=briefing.reviewed_on,
        summary=briefing.summary,
        title_origin=marked.title_origin,
        summary_origin=marked.summary_origin,
        fields=marked.own.given or None,
        topics=tuple(
            PublicTopic(name=one.name, slug=one.slug, url=address(addresses.topic_path(one.slug))) for one in topics
        ),
        sources=tuple(
            PublicSource(
                file=one.file,
                sha256=one.sha256,
                title=one.title,
                publisher=one.publisher,
                author=one.author,
                published=one.published,
                url=addresses.safe_url(one.url),
                language=one.language,
            )
            for one in briefing.sources
        ),
        takeaways=tuple(
            PublicTakeaway(
                anchor=mark.anchor,
                text=one.text,
                kind=one.kind,
                said_by=one.said_by,
                origin=mark.origin,
                evidence=quotes.of(one.evidence),
            )
            for one, mark in zip(briefing.takeaways, marked.takeaways, strict=True)
        ),
        actors=tuple(
            PublicActor(
                anchor=mark.anchor,
                name=one.name,
                kind=one.kind,
                slug=slug,
                url=address(addresses.actor_path(slug)),
                role=one.role,
                position=one.position,
                aliases=one.aliases,
                origin=mark.origin,
                evidence=quotes.of(one.evidence),
            )
            for one, mark, slug in zip(briefing.actors, marked.actors, actor_slugs, strict=True)
        ),
        open_questions=tuple(
            PublicQuestion(
                anchor=mark.anchor,
                text=one.text,
                status=one.status,
                answer=one.answer,
                answered_by=one.answered_by if one.answered_by in answers else None,
                origin=mark.origin,
                evidence=quotes.of(one.evidence),
            )
            for one, mark in zip(briefing.open_questions, marked.open_questions, strict=True)
        ),
        watch=tuple(
            PublicWatch(
                anchor=mark.anchor,
                text=one.text,
                certainty=one.certainty,
                status=one.status,
                when=one.when,
                start=one.start,
                end=one.end,
                where=one.where,
                outcome=one.outcome,
                origin=mark.origin,
                evidence=quotes.of(one.evidence),
            )
            for one, mark in zip(briefing.watch, marked.watch, strict=True)
        ),
        cautions=tuple(
            PublicCaution(anchor=mark.anchor, text=one.text, origin=mark.origin)
            for one, mark in zip(briefing.cautions, marked.cautions, strict=True)
        ),
        corrections=tuple(
            PublicCorrection(date=one.date, was=one.was, now=one.now, why=one.why)
            for one in newest_first(briefing.corrections)
        ),
    )
    return Page(path=path, text=_json(address(addresses.BRIEFING_SCHEMA), shown))


class _Quotes:
    """The quotes of one briefing with what surrounds them in their sources."""

    def __init__(self, marked: Marked) -> None:
        self._unproved = frozenset(marked.unproved)
        self._contexts = {context.quote: context for context in reversed(marked.contexts)}
        self._urls: Mapping[str, str | None] = {
            source.file: addresses.safe_url(source.url) for source in marked.briefing.sources
        }

    def of(self, evidence: Iterable[Evidence]) -> tuple[PublicEvidence, ...]:
        """Give what an item rests on."""
        return tuple(self._one(one.quote) for one in evidence)

    def _one(self, quote: str) -> PublicEvidence:
        context = self._contexts.get(quote)
        if context is None:
            return PublicEvidence(quote=quote, found=quote not in self._unproved)
        url = self._urls.get(context.file)
        original = None
        if url is not None and context.directive:
            original = f"{url}{'' if '#' in url else '#'}:~:text={context.directive}"
        return PublicEvidence(
            quote=quote,
            found=quote not in self._unproved,
            source=context.file,
            before=context.before or None,
            opening=context.opening or None,
            closing=context.closing or None,
            after=context.after or None,
            original=original,
        )


def _entry(site: Site, briefing: Briefing, *, directories: bool) -> PublicEntry:
    def address(target: str) -> str:
        return absolute(site, target, directories=directories, here=addresses.DATA)

    publishers = dict.fromkeys(one.publisher for one in briefing.sources if one.publisher)
    return PublicEntry(
        id=briefing.id,
        url=address(addresses.briefing_path(briefing.id)),
        data=address(addresses.briefing_data(briefing.id)),
        title=clean_title(briefing.title),
        status=_status(briefing),
        changed_on=last_changed(briefing),
        date=briefing.date,
        reviewed_by=briefing.reviewed_by,
        reviewed_on=briefing.reviewed_on,
        summary=briefing.summary,
        topics=briefing.topics,
        publishers=tuple(publishers),
    )


def _status(briefing: Briefing) -> Public:
    return "published" if briefing.status == "published" else "reviewed"


@lru_cache(maxsize=32)
def _fields(cls: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


def _plain(value: object) -> object:
    """Give what JSON can hold; what is None stays out, and a text is as pages show it."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(held) for name, held in value.items()}
    return _named(value) if is_dataclass(value) and not isinstance(value, type) else value


def _named(value: DataclassInstance) -> dict[str, object]:
    named = ((name, getattr(value, name)) for name in _fields(type(value)))
    return {name: _plain(held) for name, held in named if held is not None}


def _json(schema: str, value: PublicIndex | PublicBriefing) -> str:
    # On one line: broken into lines it takes three times as long to write, and more to load.
    return json_text({"$schema": schema, **_named(value)}, indent=None)
