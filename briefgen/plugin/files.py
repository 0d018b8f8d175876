"""Pages -> files among MkDocs' own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from briefgen.files.registry import NAME as REGISTRY
from briefgen.rendering import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs.config.defaults import MkDocsConfig

_LOG = get_plugin_logger("briefgen")

LISTINGS = frozenset(
    [
        addresses.HOME,
        addresses.BRIEFINGS,
        addresses.ACTORS,
        addresses.TOPICS,
        addresses.WATCH,
        addresses.QUESTIONS,
    ]
)
"""The pages that there are in every site, in the navigation of one that has none of its own."""


def is_listing(path: str) -> bool:
    """Say whether a page lists what stands on others, and so is not searched."""
    return (
        path in LISTINGS or path == addresses.FIND or path.startswith(("archive/", "topics/", "watch/", "questions/"))
    )


def remove_sources(files: Files, config: MkDocsConfig) -> None:
    """Take out of MkDocs' files what is not published as it lies in the content."""
    for file in list(files):
        if file.src_dir == config.docs_dir and (is_source(file.src_uri) or _leads_out(file, config)):
            files.remove(file)


def add_pages(
    files: Files, config: MkDocsConfig, paths: Iterable[str], folder: Path, edited: Mapping[str, str]
) -> tuple[File, ...]:
    """Put pages among MkDocs' files; a page of the site's own at an address wins.

    Args:
        files: The site's own and the theme's.
        config: MkDocs'.
        paths: The pages', in the order of the site.
        folder: Where their texts lie.
        edited: From the path of a page to the file that its “edit” link leads to.

    Returns:
        The files that were added.
    """
    excluded = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
    taken = {file.dest_uri for file in files if file.inclusion not in excluded}
    added: list[File] = []
    for path in paths:
        file = page_file(config, path, folder / path, edited.get(path))
        if file.dest_uri not in taken:
            files.append(file)
            added.append(file)
    return tuple(added)


def page_file(config: MkDocsConfig, path: str, text: Path, edit_uri: str | None = None) -> File:
    """Give MkDocs' file of a page whose text lies somewhere."""
    file = File.generated(config, path, abs_src_path=str(text))
    file.generated_by = "briefgen"
    # Without a navigation of its own a site would get every briefing into the navigation of every page, and
    # with one MkDocs would warn of each page that is not in it.
    if config.nav or path not in LISTINGS:
        file.inclusion = InclusionLevel.NOT_IN_NAV
    file.edit_uri = edit_uri
    return file


def is_source(path: str) -> bool:
    """Say whether a file of the content, by its path from there, is a briefing, the registry of actors or a last draft."""
    folder, _, name = path.rpartition("/")
    return path == REGISTRY or path.startswith(".drafts/") or (folder == "briefings" and name.endswith(".md"))


def _leads_out(file: File, config: MkDocsConfig) -> bool:
    """Say whether the file is a link to outside the content, which MkDocs would publish."""
    if file.abs_src_path is None:
        return False
    if Path(os.path.realpath(file.abs_src_path)).is_relative_to(os.path.realpath(config.docs_dir)):
        return False
    _LOG.warning("%s: left out: it is a link to a file outside %s", file.src_uri, config.docs_dir)
    return True
