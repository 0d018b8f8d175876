"""Site -> what its search finds of each page, said as fully as a number of bytes allows.

The theme's search loads its whole index before it finds anything. So the index holds each page once, with what it says and
nothing of its evidence; where that is too much, later items are cut to the words that the page's entry does not hold yet,
then actors' and all items'. A word that stands on the page is found all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from briefgen.rendering import addresses
from briefgen.rendering.inert import clean, clean_title

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefgen.model.site import Marked, Site, SiteActor

PARTS = frozenset(
    "b-top b-takeaways b-actors b-questions b-watch b-source b-about b-corrections b-related "
    "b-role b-positions b-topics b-appearances b-company".split()
)
"""The sections of a briefing's and an actor's page that need no entry: their texts are these. Any other is searched as it is."""
FULLEST, SPAREST = 0, 3
"""How fully texts are given: whole; actors as words; questions and what to watch as words, without positions; words alone."""
# What English search engines pass over; lunr's own list, which the theme's search drops from what is looked for too.
PASSED_OVER = frozenset(
    """a able about across after all almost also am among an and any are as at be because been but by can cannot could
    dear did do does either else ever every for from get got had has have he her hers him his how however i if in into is
    it its just least let like likely may me might most must my neither no nor not of off often on only or other our own
    rather said say says she should since so some than that the their them then there these they this tis to too twas us
    wants was we were what when where which while who whom why will with would yet you your""".split()
)
SEPARATOR = r"[\s\-–—/()\[\]{}“”„«»‘’\"'!?;:…€$£¥%&+#*=<>|@_]+|[.,](?!\d)"
"""What stands between words, for JavaScript as for Python. The theme's own knows spaces and hyphens alone, so that nobody who
types the words would find “talks”, [China] or €80."""
_SEPARATOR = re.compile(SEPARATOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """A page as the search knows it."""

    path: str
    """From the root of the content."""
    title: str
    first: tuple[str, ...] = ()
    """What it says first, each a text of its own: bottom line, takeaways."""
    then: tuple[str, ...] = ()
    """Questions, what to watch, their answers and outcomes."""
    names: tuple[str, ...] = ()
    """Of a briefing its actors with their roles, of an actor the other names."""
    beside: tuple[str, ...] = ()
    """What mostly has another place where it is found: actors' positions, which takeaways say too; topics; publishers; a site's
    own fields; of an actor the role."""

    @property
    def title_html(self) -> str:
        """Its title as the search shows it."""
        return escape(self.title, quote=False)

    def text(self, fullness: int, passed_over: Collection[str] = ()) -> str:
        """Give the text of its entry as HTML, a paragraph for each item, no item twice.

        Args:
            fullness: From `FULLEST` to `SPAREST`.
            passed_over: Words in lower case that nobody looks for.
        """
        known = set(passed_over) if fullness else set()
        if fullness:
            _new_words(self.title, known)
        paragraphs: dict[str, None] = {}
        # Where only words are left a row of them is no sentence that could be shown alone: one paragraph for all.
        for texts, sparer, none in ((self.first, 3, 4), (self.then, 2, 4), (self.names, 1, 4), (self.beside, 1, 2)):
            if fullness >= none:
                continue
            if fullness < sparer:
                for text in texts:
                    paragraphs[text] = None
                    if fullness:
                        _new_words(text, known)
            elif found := [word for text in texts for word in _new_words(text, known)]:
                paragraphs[" ".join(found)] = None
        return "".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs if text)


def searched_pages(site: Site) -> Iterator[Searched]:
    """Give the pages that the search finds: briefings, actors, topics."""
    for marked in site.briefings:
        yield _briefing(marked)
    for actor in site.actors:
        yield _actor(actor)
    for topic in site.topics:
        yield Searched(path=addresses.topic_path(topic.slug), title=clean_title(topic.name))


def searched_paths(site: Site) -> frozenset[str]:
    """Give the paths of the pages that the search finds."""
    return frozenset(
        (
            *(addresses.briefing_path(marked.briefing.id) for marked in site.briefings),
            *(addresses.actor_path(actor.slug) for actor in site.actors),
            *(addresses.topic_path(topic.slug) for topic in site.topics),
        )
    )


def _briefing(marked: Marked) -> Searched:
    briefing = marked.briefing
    then: list[str | None] = []
    for question in briefing.open_questions:
        then += [question.text, question.answer]
    for item in briefing.watch:
        then += [f"{item.text}, {item.where}" if item.where else item.text, item.outcome]
    names = [", ".join(text for text in (actor.name, actor.role, *actor.aliases) if text) for actor in briefing.actors]
    return Searched(
        path=addresses.briefing_path(briefing.id),
        title=clean_title(briefing.title),
        first=_texts((briefing.summary, *(takeaway.text for takeaway in briefing.takeaways))),
        then=_texts(then),
        names=_texts((*names, *(takeaway.said_by for takeaway in briefing.takeaways))),
        beside=_texts(
            (
                *(actor.position for actor in briefing.actors),
                *briefing.topics,
                *(text for _, texts in marked.own.shown for text in texts),
                *(source.publisher for source in briefing.sources),
            )
        ),
    )


def _actor(actor: SiteActor) -> Searched:
    roles = (appearance.actor.role for appearance in actor.appearances)
    newest = next((role for role in roles if role), None)
    return Searched(
        path=addresses.actor_path(actor.slug),
        title=clean_title(actor.name),
        names=_texts(actor.aliases),
        beside=_texts((newest,)),
    )


def _texts(texts: Collection[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clean(text) for text in texts if text))


def _new_words(text: str, known: set[str]) -> list[str]:
    """Give the words of a text that are not known yet, in its order; they are known from here on."""
    found = []
    for key, word in _words(text):
        if key not in known:
            known.add(key)
            found.append(word)
    return found


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((word.lower(), word) for word in _SEPARATOR.split(text) if word)
