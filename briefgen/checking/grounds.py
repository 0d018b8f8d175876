"""Briefing + articles + registry -> what its items are held against: the sources' words and dates, the actors' names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from briefgen.checking.words import Words, words_of
from briefgen.model.folding import INVISIBLE, Folded, fold
from briefgen.model.registry import NO_REGISTRY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefgen.model.article import Article
    from briefgen.model.briefing import Actor, Briefing, Evidence, Source
    from briefgen.model.registry import RegisteredActor, Registry

_MOST_TRIES = 100  # places where a quote cuts a word before it counts as not found; a real quote has one or two
Path = tuple[str | int, ...]
"""The way down to a field: `("takeaways", 2, "text")`, items counted from 0."""
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A problem before it has a file and a line."""

    path: Path
    """Where it is."""
    code: str
    """A key of `CODES`."""
    message: str
    """What was expected, what was found, what to do."""


class SourceText:
    """The text of one source, in which quotes are looked up."""

    def __init__(self, article: Article) -> None:
        """Take an article that has been read."""
        self.text = article.text
        self.published = article.source.published
        self._folded = Folded(article.text)

    @cached_property
    def _letters(self) -> str:
        return _squeezed(self.text)

    def find(self, quote: str) -> tuple[int, int] | None:
        """Give where the quote stands in whole words: “likely” does not stand in “unlikely”."""
        place = self._folded.find(quote)
        for _ in range(_MOST_TRIES):
            if place is None or not self.cuts_a_word(place):
                return place
            place = self._folded.find(quote, place[0] + 1)
        return None

    def find_anywhere(self, quote: str) -> tuple[int, int] | None:
        """Give where the quote stands, be it inside a word."""
        return self._folded.find(quote)

    def cuts_a_word(self, place: tuple[int, int]) -> bool:
        """Tell whether a stretch begins or ends in the middle of a word."""
        start, end = place
        before = start > 0 and self.text[start - 1].isalnum() and self.text[start].isalnum()
        return before or (end < len(self.text) and self.text[end].isalnum() and self.text[end - 1].isalnum())

    def has_to_the_letter(self, quote: str) -> bool:
        """Tell whether the quote stands in the text with its own quote marks and dashes."""
        return _squeezed(quote) in self._letters


def _squeezed(text: str) -> str:
    return "".join(INVISIBLE.sub("", text).split())


class Grounds:
    """What the items of one briefing are held against."""

    def __init__(self, briefing: Briefing, articles: Sequence[Article], registry: Registry = NO_REGISTRY) -> None:
        """Take the briefing, those of its sources that could be read, and how the editors call actors."""
        self.briefing = briefing
        self.registry = registry
        self.sources = tuple(SourceText(article) for article in articles)
        told = [line for source in (*briefing.sources, *(a.source for a in articles)) for line in _metadata(source)]
        self._texts = (*(article.text for article in articles), *told)
        dates = [source.published for source in (*briefing.sources, *(a.source for a in articles))]
        self.published = tuple(sorted({day for day in dates if day is not None}))
        self.registered = tuple(registry.whose(one.name, one.aliases, one.kind) for one in briefing.actors)
        """Whom the registry knows each actor of the briefing as; None for whom it does not know."""
        self.forms = tuple(
            tuple(dict.fromkeys((*forms_of(actor), *(forms_of(known) if known else ()))))
            for actor, known in zip(briefing.actors, self.registered, strict=True)
        )
        """Every form of the name of each actor of the briefing, those of the registry with them."""

    @cached_property
    def text(self) -> str:
        """Everything that the sources say, of themselves, too."""
        return "\n".join(self._texts)

    @cached_property
    def folded(self) -> str:
        """The same for comparing, without regard to case."""
        return fold(self.text).casefold()

    @cached_property
    def words(self) -> Words:
        """The sources' words."""
        return Words(*self._texts)

    @cached_property
    def others(self) -> tuple[tuple[RegisteredActor, tuple[Keys, ...]], ...]:
        """Actors of the registry that the sources name and the briefing does not list, with every form of their names."""
        return tuple(
            (actor, forms)
            for actor, forms in _forms_in(self.registry)
            if actor not in self.registered and any(self.words.places_of(form) for form in forms)
        )

    @cached_property
    def all_forms(self) -> tuple[tuple[Keys, ...], ...]:
        """For each actor of the briefing, and each other one that registry and sources know, every form of the name."""
        return (*self.forms, *(forms for _, forms in self.others))

    @cached_property
    def registered_forms(self) -> tuple[tuple[Keys, ...], ...]:
        """For each actor that the registry knows and the briefing or a source names, every form of the name."""
        own = (forms for forms, known in zip(self.forms, self.registered, strict=True) if known is not None)
        return (*own, *(forms for _, forms in self.others))

    def find(self, quote: str) -> tuple[SourceText, tuple[int, int]] | None:
        """Give the source that has the quote, and where."""
        for source in self.sources:
            place = source.find(quote)
            if place is not None:
                return source, place
        return None

    def published_of(self, evidence: Sequence[Evidence]) -> tuple[date, ...]:
        """Give the dates of publication of the sources that hold the evidence; all where none is found in one."""
        places = [self.find(item.quote) for item in evidence]
        days = {place[0].published for place in places if place is not None}
        known = tuple(sorted(day for day in days if day is not None))
        return known if len(self.sources) > 1 and known else self.published


def _metadata(source: Source) -> list[str]:
    return [line for line in (source.title, source.publisher, source.author) if line]


@lru_cache(maxsize=2)
def _forms_in(registry: Registry) -> tuple[tuple[RegisteredActor, tuple[Keys, ...]], ...]:
    """Give the forms of a registry's actors; kept, since a site's briefings are all proved by the same one."""
    return tuple((actor, forms_of(actor)) for actor in registry.actors)


def forms_of(actor: Actor | RegisteredActor) -> tuple[Keys, ...]:
    """Give every form of an actor's name, as keys of its words; of a person also the surname, of others without “the”."""
    forms = [tuple(word.key for word in words_of(form)) for form in (actor.name, *actor.aliases)]
    forms += [form[1:] for form in forms if form[:1] == ("the",)]
    if actor.kind == "person" and forms[0]:
        forms.append(forms[0][-1:])
    return tuple(form for form in dict.fromkeys(forms) if form)


def said(evidence: Sequence[Evidence]) -> str:
    """Give the words of an item's evidence, a quote a line."""
    return "\n".join(item.quote for item in evidence)


def short(text: str, limit: int = 90) -> str:
    """Give a text for a message, cut where it is longer than a line."""
    tidied = " ".join(text.split())
    return tidied if len(tidied) <= limit else tidied[: limit - 1].rstrip() + "…"
