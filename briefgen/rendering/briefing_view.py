"""Marked -> what the page of a briefing prints: each line put into words once, so that its template only sets them.

Templates run in a sandbox in which every step costs; a page has some thirty items, so what repeats is worked out here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from briefgen.rendering.inert import clean, clean_title, inert
from briefgen.rendering.trail import review_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from briefgen.model.briefing import Actor, Briefing, Caution, Item, Takeaway, WatchItem
    from briefgen.model.site import Mark, Marked, Related
    from briefgen.rendering.evidence import Evidence
    from briefgen.rendering.labels import Labels

_WORDS_PER_MINUTE = 200


class Line(NamedTuple):
    """One item of a briefing, ready to be set."""

    item: Item | Caution
    anchor: str
    """Its id on the page."""
    lead: Markup
    """What stands above or beside its text: kind and speaker, or date and certainty; for an actor the other names."""
    text: Markup
    """Its words; for an actor what they say or want."""
    proof: Markup
    """Its evidence, whose it is, and the link to it."""


class Linked(NamedTuple):
    """Another briefing to which the page leads."""

    id: str
    title: str
    date: date | None = None
    draft: bool = False
    shared: tuple[str, ...] = ()
    """What it has in common with this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingView:
    """What the page of a briefing prints beside the briefing itself."""

    minutes: int
    """How long it takes to read."""
    citation: str
    """How to cite it, as plain text; the address is the page's own where the site does not say where it stands."""
    takeaways: tuple[Line, ...]
    actors: tuple[Line, ...]
    questions: tuple[Line, ...]
    watch: tuple[Line, ...]
    cautions: tuple[Line, ...]
    counts: tuple[tuple[str, Markup], ...]
    """From the id of each section that holds something to its number of items in words."""


class BriefingViews:
    """Puts briefings into the words of a site's language."""

    def __init__(
        self,
        labels: Labels,
        words: Mapping[str, Markup],
        evidence: Evidence,
        span: Callable[[date | None, date | None], Markup],
    ) -> None:
        """Take the labels, those of the values in a front matter, and what puts evidence and days into words."""
        self._labels = labels
        self._words = words
        self._evidence = evidence
        self._span = span
        say = labels.say
        self._link = say("briefing.link")
        self._undated = say("briefing.undated")
        self._no_date = say("common.no_date")
        self._named: dict[tuple[str, int], Markup] = {}
        self._tags = {
            kind: Markup(f'<span class="b-tag b-tag-{kind}">{word}</span>')  # noqa: S704  # a label
            for kind, word in words.items()
        }
        self._origins = {
            whose: f'<span class="b-origin b-origin-{whose}">{words[whose]}</span> '
            for whose in ("drafted", "edited", "written")
        }

    def view(self, marked: Marked, *, site_name: str, address: str) -> BriefingView:
        """Give what a briefing's page prints.

        Args:
            marked: The briefing.
            site_name: How the site is called.
            address: Of the page, absolute; empty where the site does not say where it stands.
        """
        briefing = marked.briefing
        takeaways = tuple(
            self._line(marked, one, mark, "takeaway", number, self._who(one), one.text)
            for number, (one, mark) in enumerate(zip(briefing.takeaways, marked.takeaways, strict=True), 1)
        )
        actors = tuple(
            self._line(marked, one, mark, one.name, 0, self._aliases(one), one.position or "")
            for one, mark in zip(briefing.actors, marked.actors, strict=True)
        )
        questions = tuple(
            self._line(marked, one, mark, "question", number, Markup(), one.text)
            for number, (one, mark) in enumerate(zip(briefing.open_questions, marked.open_questions, strict=True), 1)
        )
        watch = tuple(
            self._line(marked, one, mark, "watched", number, self._when(one), one.text)
            for number, (one, mark) in enumerate(zip(briefing.watch, marked.watch, strict=True), 1)
        )
        cautions = tuple(
            Line(one, mark.anchor, Markup(), _markup(inert(one.text)), self._foot(mark, self._what("caution", number)))
            for number, (one, mark) in enumerate(zip(briefing.cautions, marked.cautions, strict=True), 1)
        )
        sections = {"takeaways": takeaways, "actors": actors, "questions": questions, "watch": watch}
        counts = (
            (f"b-{name}", self._labels.say(f"briefing.count_{name}", n=len(lines)))
            for name, lines in sections.items()
            if lines
        )
        return BriefingView(
            minutes=minutes(briefing),
            citation=self._citation(briefing, site_name, address),
            takeaways=takeaways,
            actors=actors,
            questions=questions,
            watch=watch,
            cautions=cautions,
            counts=tuple(counts),
        )

    def _line(  # noqa: PLR0913, PLR0917  # what a line is made of
        self, marked: Marked, item: Item, mark: Mark, name: str, number: int, lead: Markup, text: str
    ) -> Line:
        what = self._what(name, number) if number else _markup(inert(name))
        proof = self._evidence.html(item, marked, what) + "\n" + self._foot(mark, what)
        return Line(item, mark.anchor, lead, _markup(inert(text)), proof)

    def _what(self, name: str, number: int) -> Markup:
        """Name an item for those who listen: “takeaway 2”."""
        known = self._named.get((name, number))
        if known is None:
            known = self._named[name, number] = self._labels.say(f"briefing.{name}", n=number)
        return known

    def _foot(self, mark: Mark, what: Markup) -> Markup:
        origin = self._origins[mark.origin] if mark.origin else ""
        heard = self._labels.say("briefing.link_to", what=what)
        return _markup(
            f'<p class="b-foot" data-search-exclude="true">{origin}<a class="b-permalink" href="#{mark.anchor}" '
            f'aria-label="{heard}">{self._link}</a></p>'
        )

    def _who(self, takeaway: Takeaway) -> Markup:
        """Give kind and speaker: who says it, or according to whom the article reports it."""
        tag = self._tags[takeaway.kind]
        if not takeaway.said_by:
            return tag
        key = "briefing.according_to" if takeaway.kind == "reported" else "briefing.said_by"
        said = self._labels.say(key, name=_name(takeaway.said_by))
        return _markup(f'{tag} <span class="b-who">{said}</span>')

    def _aliases(self, actor: Actor) -> Markup:
        """Give the other names; the surname alone, or another part of the name, tells a reader nothing."""
        name = set(actor.name.casefold().split())
        names = [_name(alias) for alias in actor.aliases if not set(alias.casefold().split()) <= name]
        return self._labels.say("briefing.aliases", names=Markup(", ").join(names)) if names else Markup()

    def _when(self, item: WatchItem) -> Markup:
        """Give certainty, date and place; what the source prints only where the date does not say it already."""
        day = self._span(item.start, item.end)
        printed = f"<bdi>{inert(item.when)}</bdi>" if item.when else ""
        parts: list[str] = [self._tags[item.certainty]]
        if day:
            parts.append(f'<span class="b-date">{day}</span>')
            if item.when and clean(item.when).casefold() not in day.striptags().casefold():
                said = self._labels.say("briefing.printed", words=_markup(printed))
                parts.append(f'<span class="b-printed">{said}</span>')
        elif printed:
            parts.append(f'<span class="b-date">“{printed}”</span> <span class="b-printed">{self._undated}</span>')
        else:
            parts.append(f'<span class="b-printed">{self._no_date}</span>')
        if item.where:
            parts.append(f'<span class="b-where"><span class="b-dot">· </span>{_name(item.where)}</span>')
        if item.status != "pending":
            parts.append(f'<span class="b-status b-status-{item.status}">{self._words[item.status]}</span>')
        return _markup(" ".join(parts))

    def _citation(self, briefing: Briefing, site_name: str, address: str) -> str:
        state = review_in_words(briefing, self._labels) or self._labels.text(f"words.{briefing.status}")
        values = {"title": clean_title(briefing.title), "site": site_name, "state": state, "address": address}
        if briefing.date:
            return self._labels.text("briefing.citation_dated", day=self._labels.day(briefing.date), **values).strip()
        return self._labels.text("briefing.citation", **values).strip()


def minutes(briefing: Briefing) -> int:
    """Give how long a briefing takes to read without its evidence, at 200 words a minute."""
    texts = [
        briefing.summary or "",
        *(one.text for one in briefing.takeaways),
        *(f"{one.name} {one.role or ''} {one.position or ''}" for one in briefing.actors),
        *(one.text for one in briefing.open_questions),
        *(one.text for one in briefing.watch),
        *(one.text for one in briefing.cautions),
    ]
    return max(1, round(sum(len(text.split()) for text in texts) / _WORDS_PER_MINUTE))


def linked(marked: Marked | None) -> Linked | None:
    """Give what the page says of a neighbour."""
    return None if marked is None else Linked(marked.briefing.id, marked.briefing.title)


def linked_related(found: Iterable[Related]) -> tuple[Linked, ...]:
    """Give what the page says of related briefings."""
    pairs = ((related.marked.briefing, related.shared) for related in found)
    return tuple(Linked(one.id, one.title, one.date, one.status == "draft", shared) for one, shared in pairs)


def _name(text: str) -> Markup:
    return _markup(f"<bdi>{inert(text)}</bdi>")


def _markup(html: str) -> Markup:
    """Take HTML of labels and inert text as such."""
    return Markup(html)  # noqa: S704  # made of nothing else
