"""A site: every briefing with what was found across them, ready to be rendered.

An `Entry` goes into collecting, a `Site` comes out. Where a tuple of marks stands beside a tuple of items they have the
same length and order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefgen.model.own_fields import NO_OWN, Own

if TYPE_CHECKING:
    from datetime import date

    from briefgen.model.briefing import Actor, ActorKind, Briefing, Question, WatchItem
    from briefgen.model.draft import Origin, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemOrigin:
    """Where one item of a briefing comes from, or its title or summary."""

    section: Section | Literal["title", "summary"]
    index: int
    """Counted from 0 in its section; 0 for a title or a summary."""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A quote as it stands in its source: with the rest of its own sentence, the one before and the one after."""

    quote: str
    """As the briefing has it."""
    file: str
    """The source that holds it, from the site's root."""
    before: str = ""
    """The sentence before, shortened to its end where it is long; empty where none belongs to it."""
    before_apart: bool = False
    """Whether that sentence ends the paragraph before."""
    opening: str = ""
    """What its own sentence says before the quote, with the space between."""
    closing: str = ""
    """What its own sentence says after the quote, with the space between."""
    after: str = ""
    """The sentence after, shortened to its beginning where it is long; empty where none belongs to it."""
    after_apart: bool = False
    """Whether that sentence begins the next paragraph."""
    directive: str = ""
    """What finds the words on the page they come from, behind `#:~:text=`, percent-encoded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A briefing as it lies in its file."""

    file: str
    """The editor's file from the site's root, with forward slashes: `content/briefings/ferry.md`."""
    briefing: Briefing
    notes: str = ""
    """The editor's Markdown below the front matter."""
    own: Own = NO_OWN
    """What it says in the fields that the site declares."""
    origins: tuple[ItemOrigin, ...] = ()
    """As far as known; an item that is not named here carries no mark."""
    unproved: tuple[str, ...] = ()
    """Quotes that no source holds as it lies in seeds/ now."""
    contexts: tuple[Context, ...] = ()
    """Where its quotes stand in the sources, each quote once; of an unproved one there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What identifies one item on its page."""

    anchor: str
    """The item's id in its page, `b-watch-1f0c9a3e`: from its evidence, so that rewording and reordering keep it."""
    origin: Origin | None = None
    """None where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A briefing with a mark for each of its items."""

    file: str
    briefing: Briefing
    notes: str
    unproved: tuple[str, ...]
    """Quotes that no source holds: their page says so."""
    title_origin: Origin | None
    """Whose the title is; None where it is not known."""
    summary_origin: Origin | None
    """Whose the bottom line is; None where it is not known or there is none."""
    takeaways: tuple[Mark, ...]
    actors: tuple[Mark, ...]
    open_questions: tuple[Mark, ...]
    watch: tuple[Mark, ...]
    cautions: tuple[Mark, ...]
    contexts: tuple[Context, ...] = ()
    """As the entry has them."""
    own: Own = NO_OWN
    """What it says in the fields that the site declares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """An actor in one briefing."""

    marked: Marked
    index: int
    """Of the actor in the briefing, counted from 0."""
    actor: Actor
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """An actor or a topic by its name, and in how many briefings it is found here."""

    slug: str
    name: str
    briefings: int
    """At least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteActor:
    """One actor across all briefings."""

    slug: str
    name: str
    """The one that the registry of actors gives, else the longest that a briefing gives."""
    kind: ActorKind
    aliases: tuple[str, ...]
    """Every other form of the name, sorted."""
    appearances: tuple[Appearance, ...]
    """Newest briefing first, at least one."""
    company: tuple[Tally, ...] = ()
    """The actors that stand in the same briefings, the most frequent first; a few."""
    topics: tuple[Tally, ...] = ()
    """The topics of its briefings, the most frequent first; a few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTopic:
    """One topic across all briefings."""

    slug: str
    name: str
    """The spelling that most briefings use."""
    briefings: tuple[Marked, ...]
    """Newest first, at least one."""
    actors: tuple[Tally, ...] = ()
    """The actors of its briefings, the most frequent first; a few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteQuestion:
    """An open question with the briefing that asks it."""

    marked: Marked
    question: Question
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteWatch:
    """A thing ahead with the briefing that names it."""

    marked: Marked
    item: WatchItem
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A briefing that shares actors or topics with another."""

    marked: Marked
    shared: tuple[str, ...]
    """The names of what they share, those that fewest other briefings name first, three at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything a site shows."""

    name: str
    url: str | None
    """Absolute, with a slash at its end; None when the site does not say where it will stand."""
    briefings: tuple[Marked, ...]
    """Those that indexes list: newest first, undated last, then by id. Withdrawn ones are not among them."""
    withdrawn: tuple[Marked, ...]
    """They keep their address, with a page that says so."""
    actors: tuple[SiteActor, ...]
    """By name."""
    topics: tuple[SiteTopic, ...]
    """By name."""
    questions: tuple[SiteQuestion, ...]
    """In the order of the briefings."""
    watch: tuple[SiteWatch, ...]
    """By date, undated last."""
    related: tuple[tuple[Related, ...], ...] = ()
    """For each of `briefings`, in the same order, the few others that share most with it."""
    description: str | None = None
    """What the site is, in a line of its own."""
    day: date | None = None
    """The day that it is built for, where somebody tells it."""

    def today(self, newest: date | None) -> date | None:
        """Give what stands in for today, as a build has no clock.

        Args:
            newest: The day of the newest briefing of those that are looked at.

        Returns:
            It, or the day that the site is built for where that is later; None where there is neither.
        """
        return max((day for day in (newest, self.day) if day), default=None)
