"""What Markdown made of a page, from an earlier build, where the page's Markdown and the site's extensions are the same."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from mkdocs.structure.toc import get_toc

from briefgen.files.cache import Cache, key_of
from briefgen.plugin.blocks import Blocks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

_KIND = "html"


class Converted:
    """The pages that earlier builds converted."""

    def __init__(self, cache: Cache, config: MkDocsConfig) -> None:
        """Take a site's cache and its configuration."""
        self._cache = cache
        try:
            told = (list(map(str, config.markdown_extensions)), _told(config.mdx_configs or {}))
            self._by: str | None = key_of(told)
        except TypeError:  # an option that is an object of who knows what
            self._by = None

    def take(self, markdown: str, page: Page) -> Blocks | None:
        """Have a page rendered without Markdown.

        Args:
            markdown: The page's.
            page: MkDocs' page; its next `render` gives what an earlier build's gave.

        Returns:
            Its elements and where they stand; None where the page is not known.
        """
        data = None if self._by is None else self._cache.get(_KIND, key_of(self._by, markdown))
        if data is None:
            return None
        told = json.loads(data)
        page.render = partial(_render, page, told)  # type: ignore[method-assign]  # this page alone, once
        return Blocks("", tuple((start, end) for start, end in told["spans"]), frozenset(told["anchors"]))

    def put(self, markdown: str, page: Page, blocks: Blocks) -> None:
        """Keep what became of a page; it has been rendered from its skeleton a moment ago."""
        if self._by is None or page.links_to_anchors:
            return
        told = {
            "content": page.content,
            "toc": _tokens(page.toc),
            "title": page._title_from_render,  # noqa: SLF001  # MkDocs tells it nowhere else
            "own": sorted(page.present_anchor_ids or ()),
            "spans": blocks.spans,
            "anchors": sorted(blocks.anchors),
        }
        self._cache.put(_KIND, key_of(self._by, markdown), json.dumps(told).encode())


def _render(page: Page, told: dict[str, Any], _config: MkDocsConfig, _files: Files) -> None:
    del page.render  # the next time it is MkDocs' own again
    page.content = told["content"]
    page.toc = get_toc(told["toc"])
    page._title_from_render = told["title"]  # noqa: SLF001  # as MkDocs' own `render` does
    page.present_anchor_ids = set(told["own"])
    page.links_to_anchors = {}


def _tokens(links: Iterable[AnchorLink]) -> list[Any]:
    return [
        {"name": link.title, "id": link.id, "level": link.level, "children": _tokens(link.children)} for link in links
    ]


def _told(value: object) -> object:
    """Give options as plain values, functions by their names.

    Raises:
        TypeError: There is something else among them.
    """
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, dict):
        return {str(key): _told(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_told(held) for held in value]
    if isinstance(value, partial):
        return ["partial", _told(value.func), _told(value.args), _told(value.keywords)]
    name = getattr(value, "__qualname__", "<locals>")
    if callable(value) and "<" not in name:
        return [f"{value.__module__}.{name}"]
    raise TypeError("an option of an extension that cannot be told from others")
