"""A loaded configuration -> whether a page of it can be built without building all the others.

Only what is known to look at one page at a time may stand in the way of a page: MkDocs, Material and its search, and
briefgen. With anything else a preview builds the whole site after each save, as MkDocs does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

import jinja2
from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_WHOLE_SITE = frozenset(["pages", "nav"])
"""What a template calls all pages of a site."""


class SearchIndex(Protocol):
    """What Material's search keeps of the pages it has seen in a build."""

    entries: list[dict[str, object]]
    """In the order of the pages; `location` is a page's address, and an anchor on it."""
    add_entry_from_context: Callable[[Page], None]
    """Adds a page that is about to be printed."""

    def create_entry_for_section(self, section: object, toc: object, url: str, page: Page) -> None:
        """Add a section of a page: something with `id`, `title` and `text`, these two in pieces."""


class Search(Protocol):
    """Material's search plugin, as far as pages that are built alone have to do with it."""

    search_index: SearchIndex

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the index."""


def obstacle(config: MkDocsConfig, ours: object) -> str | None:
    """Say why pages of a site cannot be built alone.

    Args:
        config: The site's.
        ours: briefgen's plugin.

    Returns:
        The reason, for the log; None where they can.
    """
    if config.strict:
        return "mkdocs serve --strict counts the warnings of the whole site"
    return company(config, ours)


def company(config: MkDocsConfig, ours: object) -> str | None:
    """Name what a site has that may look at pages beside MkDocs, Material and its search; None where nothing does.

    Args:
        config: The site's.
        ours: briefgen's plugin.
    """
    if config.extra_templates:
        return "extra_templates may look at the whole site"
    if config.hooks:
        return "hooks may look at the whole site"
    if config.theme.name != "material":
        return f"the theme {config.theme.name} may look at the whole site"
    for name, plugin in config.plugins.items():
        if plugin is not ours and not _is_search(plugin):
            return f"the plugin {name} may look at the whole site"
    for template in _looking_at_all(config.theme.custom_dir):
        return f"{template} may look at the whole site"
    return None


def search_of(config: MkDocsConfig) -> Search | None:
    """Give Material's search plugin where it is used."""
    found = (plugin for plugin in config.plugins.values() if _is_search(plugin) and plugin.config["enabled"])
    return cast("Search | None", next(found, None))


def _is_search(plugin: object) -> bool:
    # By its name, since importing it would cost every command the time.
    return f"{type(plugin).__module__}.{type(plugin).__qualname__}" == "material.plugins.search.plugin.SearchPlugin"


def _looking_at_all(folder: str | None) -> Iterator[Path]:
    """Give the templates of a folder that look at all pages, or cannot be read."""
    if folder is None:
        return
    environment = jinja2.Environment(autoescape=True)
    for file in sorted(path for path in Path(folder).rglob("*") if path.suffix in (".html", ".xml")):
        try:
            tree = environment.parse(file.read_text(encoding="utf-8"))
        except (OSError, ValueError, jinja2.TemplateError):
            yield file
            continue
        if any(node.name in _WHOLE_SITE for node in tree.find_all(nodes.Name)):
            yield file
