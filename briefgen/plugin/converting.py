"""MkDocs' events around a page of ours -> Markdown and the search see each page once, and as little of it as they need.

Our pages are headings between elements of HTML. MkDocs' Markdown gets the headings alone (`blocks.py`); the elements are put in
again behind it, before any other plugin sees the page. Where nothing else looks at pages (`alone.py`), they stay away until
the page is printed, so that a large site's pages are not all in memory at once, and the search does not read those whose
entries are written anew (`search_index.py`). What comes out is byte for byte what MkDocs and Material make of whole pages.
"""

from __future__ import annotations

import re
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefgen.plugin.alone import company, search_of
from briefgen.plugin.blocks import Blocks, blocks_of
from briefgen.plugin.converted import Converted
from briefgen.plugin.tokens import attributes_of
from briefgen.rendering.search_texts import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from briefgen.files.cache import Cache
    from briefgen.plugin.alone import SearchIndex

HARMLESS = frozenset(
    "abbr admonition attr_list codehilite def_list fenced_code footnotes md_in_html meta nl2br sane_lists smarty tables toc "
    "wikilinks pymdownx.arithmatex pymdownx.betterem pymdownx.caret pymdownx.details pymdownx.emoji pymdownx.highlight "
    "pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink pymdownx.mark pymdownx.smartsymbols pymdownx.superfences "
    "pymdownx.tabbed pymdownx.tasklist pymdownx.tilde".split()
)
"""Extensions of Markdown that leave elements of HTML between paragraphs alone, whatever their options."""
_HEADING = re.compile(r"<[hH][1-6]\b([^>]*)>")
_SEARCH_ATTRIBUTE = re.compile(r"data-search-\w+=\"[^\"]+\"")


class _Deferred(NamedTuple):
    """A page whose elements are put in when it is printed."""

    blocks: Blocks
    length: int
    """Of the page's Markdown, which ends the file."""


class Converting:
    """What a build knows of the pages that are on their way."""

    def __init__(self) -> None:
        self._converts = self._defers = self._searched = False
        self._reading: dict[str, tuple[Blocks, str]] = {}
        """The pages that Markdown has at the moment, by where their texts lie."""
        self._deferred: dict[str, _Deferred] = {}
        self._indexed: Callable[[], Container[str]] = tuple
        self._converted: Converted

    def begins(self, config: MkDocsConfig, ours: object, indexed: Callable[[], Container[str]], cache: Cache) -> None:
        """Begin a build.

        Args:
            config: The site's.
            ours: briefgen's plugin.
            indexed: Gives the paths of the pages for which `search_index.py` writes the entries.
            cache: What earlier builds kept.
        """
        self._converted = Converted(cache, config)
        self._indexed = indexed
        self._reading.clear()
        self._deferred.clear()
        names = {name.removeprefix("markdown.extensions.") for name in map(str, config.markdown_extensions)}
        self._converts = names <= HARMLESS
        self._defers = self._converts and company(config, ours) is None
        search = search_of(config)
        self._searched = search is not None
        if search is not None and self._defers:
            index = search.search_index
            index.add_entry_from_context = partial(self._add_entries, index, index.add_entry_from_context)

    def markdown(self, markdown: str, page: Page) -> str:
        """Give what Markdown shall see of a page."""
        place = page.file.abs_src_path
        if not self._converts or page.file.generated_by != "briefgen" or place is None:
            return markdown
        if (known := self._converted.take(markdown, page)) is not None:
            self._reading[place] = (known, markdown)
            return ""
        blocks = blocks_of(markdown)
        if blocks is None:
            return markdown
        self._reading[place] = (blocks, markdown)
        return blocks.skeleton

    def content(self, content: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give what Markdown would have made of the whole page, or what stands for it until the page is printed."""
        place = page.file.abs_src_path or ""
        self._deferred.pop(place, None)
        if place not in self._reading:
            return content
        blocks, markdown = self._reading.pop(place)
        page.markdown = markdown
        whole = blocks.fill(content, markdown)
        if whole is None:  # some option or other took a mark away
            page.render(config, files)
            return page.content or ""
        if blocks.skeleton:
            self._converted.put(markdown, page, blocks)
        page.present_anchor_ids = (page.present_anchor_ids or set()) | blocks.anchors
        if not self._defers:
            return whole
        page.markdown = ""
        self._deferred[place] = _Deferred(blocks._replace(skeleton="", anchors=frozenset()), len(markdown))
        return content

    def printing(self, page: Page) -> None:
        """Put a page's elements in, as the last thing before it is printed."""
        if (page.file.abs_src_path or "") not in self._deferred:
            return
        page.markdown, page.content = self._whole(page)
        if self._searched:
            page.content = _without_search_attributes(page.content)

    def printed(self, page: Page) -> None:
        """Forget a page that nobody looks at any more."""
        if self._deferred.pop(page.file.abs_src_path or "", None) is not None:
            page.markdown = page.content = ""

    def _whole(self, page: Page) -> tuple[str, str]:
        """Give a page's Markdown and what became of it."""
        place = page.file.abs_src_path or ""
        if place not in self._deferred:
            return page.markdown or "", page.content or ""
        deferred = self._deferred[place]
        markdown = Path(place).read_text(encoding="utf-8-sig")[-deferred.length :]
        content = deferred.blocks.fill(page.content or "", markdown)
        if content is None:
            raise AssertionError(f"{page.file.src_uri}: another plugin took an element's mark away")
        return markdown, content

    def _add_entries(self, index: SearchIndex, add: Callable[[Page], None], page: Page) -> None:
        """Add a page to the index of the search, as Material's `add_entry_from_context` does where it counts."""
        before = page.content
        _, content = self._whole(page)
        if page.file.src_uri in self._indexed() and not _has_own_sections(content):
            # For the preview it tells one text of the page from another; `search_index.py` writes the page's entry.
            digest = blake2b(content.encode(), digest_size=16).hexdigest()
            index.entries.append({"location": page.url, "title": "", "text": digest})
            return
        page.content = content
        add(page)
        page.content = before


def _has_own_sections(content: str) -> bool:
    """Tell whether the search finds sections of a page that are no other page's."""
    headings = (attributes_of(found) for found in _HEADING.findall(content))
    return any(told.get("id") not in PARTS for told in headings if "id" in told and "data-search-exclude" not in told)


def _without_search_attributes(content: str) -> str:
    """Take out what only the search reads, as Material does, without looking at every space of a page for it."""
    pieces = []
    at = 0
    for found in _SEARCH_ATTRIBUTE.finditer(content):
        start = found.start()
        pieces.append(content[at : start - 1 if start > at and content[start - 1].isspace() else start])
        at = found.end()
    return "".join((*pieces, content[at:]))
