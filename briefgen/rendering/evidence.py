"""Item of a briefing -> its evidence as a page shows it: each quote marked among its neighbours, and the link to the original.

A page bears up to thirty of these, so they are put together here rather than by a template: that costs a fifth of the time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefgen.model.text_fragments import with_directive
from briefgen.rendering.inert import inert
from briefgen.rendering.links import external

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.briefing import Item, Source
    from briefgen.model.site import Context, Marked
    from briefgen.rendering.labels import Labels


class Evidence:
    """Puts evidence into the words of a site's language."""

    def __init__(self, labels: Labels) -> None:
        """Take the labels of the site."""
        self._labels = labels
        self._summaries: dict[tuple[int, str, str], Markup] = {}
        self._not_found = labels.say("briefing.not_found")
        self._words_not_found = labels.say("briefing.words_not_found")

    def html(self, item: Item, marked: Marked, what: str) -> Markup:
        """Give the evidence of an item, closed until a reader asks for it, in HTML without a blank line.

        Args:
            item: With its quotes.
            marked: The briefing, with where its quotes stand.
            what: The item in a few words, for those who listen: plain text or markup.
        """
        if not item.evidence:
            return Markup(f'<p class="b-unproved">{self._labels.say("briefing.no_evidence")}</p>')  # noqa: S704  # a label
        quotes = [one.quote for one in item.evidence]
        contexts = {one.quote: one for one in marked.contexts if one.quote in quotes}
        sources = {one.file: one for one in marked.briefing.sources}
        unproved = [quote for quote in quotes if quote in marked.unproved]
        summary = self._summary(len(quotes), _publishers(quotes, contexts, sources), what)
        if unproved:
            summary += f' <span class="b-unproved">{self._not_found}</span>'
        shown = [self._quote(quote, contexts.get(quote), sources, proved=quote not in unproved) for quote in quotes]
        # Every part is a label, inert text or an address that was made safe.
        return Markup(  # noqa: S704
            f'<details class="b-evidence" data-search-exclude="true">\n<summary>{summary}</summary>\n{"".join(shown)}</details>'
        )

    def _summary(self, count: int, publishers: str, what: str) -> str:
        """Say what is inside: how many quotes, and from whom."""
        key = (count, publishers, what)
        known = self._summaries.get(key)
        if known is None:
            heard = self._labels.say("briefing.for_what", what=what)
            unseen = Markup(f'<span class="b-unseen"> {heard}</span>')  # noqa: S704  # a label
            if publishers:
                name = Markup(f"<bdi>{publishers}</bdi>")  # noqa: S704  # inert
                known = self._labels.say("briefing.evidence_from", n=count, what=unseen, source=name)
            else:
                known = self._labels.say("briefing.evidence", n=count, what=unseen)
            if len(self._summaries) > _MOST_KEPT:
                self._summaries.clear()
            self._summaries[key] = known
        return str(known)

    def _quote(self, quote: str, context: Context | None, sources: dict[str, Source], *, proved: bool) -> str:
        words = f"<mark>{inert(quote)}</mark>" if proved else inert(quote)
        if context is not None:
            words = _in_context(words, context)
        shown = f'<blockquote dir="auto"{self._lang(context, sources)}><p>{words}</p></blockquote>\n'
        if not proved:
            return f'{shown}<p class="b-unproved">{self._words_not_found}</p>\n'
        return shown + self._link(context, sources)

    def _lang(self, context: Context | None, sources: dict[str, Source]) -> str:
        """Name the language of a quote where it is another than the page's, for those who listen."""
        files = [context.file] if context is not None else list(sources)
        languages = {sources[file].language for file in files if file in sources}
        language = next(iter(languages)) if len(languages) == 1 else None
        other = language is not None and language != self._labels.locale.language and _LANGUAGE.fullmatch(language)
        return f' lang="{language}"' if other else ""

    def _link(self, context: Context | None, sources: dict[str, Source]) -> str:
        """Give the link to the words in the original, where that has an address."""
        source = sources.get(context.file) if context is not None else None
        if context is None or source is None or source.url is None or source.url.lower().startswith("mailto:"):
            return ""
        address = external(with_directive(source.url, context.directive))
        if address is None:
            return ""
        return f'<p class="b-from"><a href="{address}">{self._labels.say("briefing.read_there")}</a></p>\n'


_MOST_KEPT = 4096
_LANGUAGE = re.compile("[a-z]{2}", re.ASCII)


def _publishers(quotes: Iterable[str], contexts: dict[str, Context], sources: dict[str, Source]) -> str:
    """Name who printed the quotes, each once; where a quote was not found it may be any source of the briefing."""
    files = [contexts[quote].file for quote in quotes if quote in contexts] or list(sources)
    names = dict.fromkeys(sources[file].publisher for file in files if file in sources)
    return ", ".join(inert(name) for name in names if name)


def _in_context(words: str, context: Context) -> str:
    """Put what stands around the words around them; another paragraph stays another paragraph."""
    before, after = inert(context.before), inert(context.after)
    left = _spaced(context.opening)
    right = _spaced(context.closing)
    above = below = ""
    if before and context.before_apart:
        above = f"<span>{before}</span></p><p>"
    elif before:
        left = f"{before} {left}"
    if after and context.after_apart:
        below = f"</p><p><span>{after}</span>"
    elif after:
        right = f"{right} {after}"
    left, right = (f"<span>{side}</span>" if side else "" for side in (left, right))
    return f"{above}{left}{words}{right}{below}"


def _spaced(text: str) -> str:
    """Make text inert that touches the quote: the space beside it stays."""
    return f"{' ' * text[:1].isspace()}{inert(text)}{' ' * text[-1:].isspace()}" if text else ""
