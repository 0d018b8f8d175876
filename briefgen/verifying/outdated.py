"""What a site's own pages tell of the content that they were built from -> whether that was an older one.

No clock is asked: a copy, a checkout or an unpacked archive gives each file the time of the copying.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefgen.verifying.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.verifying.verify import Secrets

OF_BRIEFING = re.compile(r"(?:.*/)?briefings/([^/]+?)(?:/index)?\.html")
"""The page of a briefing, with its id."""
_INDEX = "index.html"
_LEAKS = frozenset(["leak-text", "leak-address", "leak-file"])


class _Page(NamedTuple):
    path: str
    briefing: str
    was: str
    """What the page shows the briefing as."""
    now: str
    """What the content says it is."""


class Outdated:
    """Gathers which pages of briefings are not those that a build would write now."""

    def __init__(self, files: Iterable[str], secrets: Secrets | None) -> None:
        """Take the paths of all files: a page of a draft that is kept out is written by no build."""
        self._secrets = secrets
        self._pages: dict[str, _Page] = {}
        self._unmarked: dict[str, str] = {}
        self._marked: dict[str, str] = {}
        self._is_marked = False
        """Whether the site's first page, too, asks search engines to leave it out: then no page tells anything by it."""
        if secrets is not None and secrets.hidden:
            for path in files:
                found = OF_BRIEFING.fullmatch(path)
                if found is not None and (why := secrets.hidden.get(found[1])):
                    self._pages[found[1]] = _Page(path, found[1], "a page", why)

    def look(self, path: str, *, noindex: bool) -> None:
        """Take whether a page asks search engines to leave it out: drafts and stubs do, all others do not."""
        if path == _INDEX:
            self._is_marked = noindex
        found = OF_BRIEFING.fullmatch(path) if self._secrets is not None else None
        if found is None or self._secrets is None:
            return
        if found[1] in self._secrets.unlisted and not noindex:
            self._unmarked[found[1]] = path
        elif found[1] in self._secrets.listed and noindex:
            self._marked[found[1]] = path

    def findings(self, kinds: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Finding]]:
        """Give that the site is older than its content, with the file that shows it, where it is.

        Args:
            kinds: Code and `what` of all that was found.
        """
        pages = list(self._known(kinds))
        if not pages:
            return
        first = pages[0]
        more = len(pages) - 1
        others = f", and {more:,} more such pages" if more > 1 else ", and 1 more such page" if more else ""
        message = (
            f"expected the site as its content and settings are now, found {first.was} of {first.briefing} ({first.now})"
            f"{others}: the site was built before that was changed; build it again (`mkdocs build`), then verify it again"
        )
        yield first.path, Finding(code="site-outdated", message=message)

    def caused(self, kinds: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
        """Give which kinds of findings come of it: a few of each code are enough, until the site is built again."""
        ids = {page.briefing for page in self._known(kinds)}
        if not ids:
            return {}
        everything = any(page in self._pages for page in ids)
        return {
            (code, what): code
            for code, what in kinds
            if code in _LEAKS and (everything or what.rpartition("/")[2] in ids)
        }

    def _known(self, kinds: Iterable[tuple[str, str]]) -> Iterator[_Page]:
        """Give the pages that are not as they would be built now, by path."""
        pages = dict(self._pages)
        if self._secrets is not None:
            # A theme that prints no `noindex` on any page leaks nothing: the briefing stands elsewhere, too, if it was public.
            leaked = {what.rpartition("/")[2] for code, what in kinds if code in _LEAKS}
            for briefing, path in self._unmarked.items():
                if briefing in leaked:
                    pages[briefing] = _Page(path, briefing, "the page", f"{self._secrets.unlisted[briefing]} now")
            for briefing, path in self._marked.items() if not self._is_marked else ():
                pages[briefing] = _Page(path, briefing, "the page of a draft, or a stub, instead", "reviewed")
        yield from sorted(pages.values())
