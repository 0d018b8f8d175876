"""A whole build by MkDocs -> what is needed to build single pages of it again, by MkDocs' own functions.

A page that is built alone is the very page that a whole build would give: the same functions read, convert and print it,
and every plugin is asked (`alone.py` says which plugins allow it).
"""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.pages import Page

from briefgen.plugin.alone import search_of
from briefgen.plugin.files import add_pages
from briefgen.plugin.search_index import SEARCH_INDEX, write_search_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

    from briefgen.model.site import Site


class WholeBuildNeededError(Exception):
    """What every page shows has changed: nothing less than a whole build is right."""


class _Named(NamedTuple):
    """What other pages show of a page in the navigation."""

    title: object
    url: str
    meta: dict[str, object]


class Built:
    """A site that MkDocs has built, to be kept up to date page by page."""

    def __init__(
        self, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment, ours: Iterable[File]
    ) -> None:
        """Take what MkDocs built from.

        Args:
            config: The site's, as MkDocs had it after its event.
            files: All files.
            nav: The navigation.
            env: The theme's templates.
            ours: The files that are briefgen's pages.
        """
        self.config = config
        self.files = files
        self._nav = nav
        self._env = env
        self._ours = {file.src_uri: file for file in ours}
        self._others = [file for file in files if file.src_uri not in self._ours]
        # A file of the content that stands for one of the theme's: taken away, it would let the other one through.
        self._theme_files = frozenset(
            name for name in env.list_templates() if files.get_file_from_path(name) is not None
        )
        self._in_nav = {id(page): _named(page) for page in nav.pages}
        self._search = search_of(config)
        self._entries: dict[str, list[dict[str, object]]] = defaultdict(list)
        if self._search is not None:
            for entry in self._search.search_index.entries:
                self._entries[str(entry["location"]).partition("#")[0]].append(entry)
        for file in self._shown():
            _forget_content(file.page)

    def address(self, path: str) -> str | None:
        """Give the file of the site that a page is written to; None where a page of the site's own stands there."""
        file = self._ours.get(path) or self.files.get_file_from_path(path)
        return None if file is None else file.dest_uri

    def is_new(self, path: str) -> bool:
        """Tell whether a page has never been built."""
        file = self.files.get_file_from_path(path)
        return file is not None and file.page is None

    def take_up(self, path: str) -> bool:
        """Copy a file of the content that was saved or added, or remove what a removed one left in the site.

        Args:
            path: Its path from the root of the content.

        Returns:
            False where the file does more to the site than to lie in it: then nothing was done.
        """
        place = Path(self.config.docs_dir, path)
        known = self.files.get_file_from_path(path)
        if known is not None and (known.src_dir != self.config.docs_dir or path in self._overlaid()):
            return False
        file = known or File(path, self.config.docs_dir, self.config.site_dir, self.config.use_directory_urls)
        set_exclusions([file], self.config)
        if not _is_shown(file):
            return True
        if file.is_documentation_page() or path in self._overlaid():
            return False
        if not place.exists():
            if known is not None:
                self.files.remove(known)
                self._others.remove(known)
                _remove(Path(known.abs_dest_path), Path(self.config.site_dir))
        elif not Path(os.path.realpath(place)).is_relative_to(os.path.realpath(self.config.docs_dir)):
            return False
        else:
            if known is None:
                self._others.append(file)
                self.files.append(file)
            file.copy_file()
        return True

    def _overlaid(self) -> frozenset[str]:
        """Name the files that the theme or briefgen writes too, so that two stand for one address."""
        written = {file.dest_uri for file in self._ours.values()} | self.finished_files()
        return frozenset(written | set(self._theme_files))

    def rearrange(self, paths: Iterable[str], folder: Path, edited: Mapping[str, str]) -> bool:
        """Take up the pages that there are now, in their order; remove those that are gone from the site.

        Args:
            paths: The pages', in the order of the site.
            folder: Where their texts lie.
            edited: From the path of a page to the file that its “edit” link leads to.

        Returns:
            Whether a page was added or removed.
        """
        wanted = tuple(paths)
        if wanted == tuple(self._ours):
            return False
        before = self._ours
        for file in before.values():
            self.files.remove(file)
        added = add_pages(self.files, self.config, wanted, folder, edited)
        now: dict[str, File] = {}
        for file in added:  # each goes to the end in its turn, the one that was built already instead of a new one
            self.files.remove(file)
            now[file.src_uri] = before.get(file.src_uri, file)
            self.files.append(now[file.src_uri])
        set_exclusions(now.values(), self.config)
        self._ours = now
        gone = [file for path, file in before.items() if path not in now]
        if any(file.page is not None and id(file.page) in self._in_nav for file in gone):
            raise WholeBuildNeededError
        for file in gone:
            if file.page is not None:
                self._entries.pop(file.page.url, None)
            _remove(Path(file.abs_dest_path), Path(self.config.site_dir))
        return now.keys() != before.keys()

    def own_pages(self) -> tuple[str, ...]:
        """Give the paths of the pages that are the site's own."""
        shown = filter(_is_shown, self._others)
        return tuple(file.src_uri for file in shown if file.is_documentation_page())

    def build(self, path: str) -> bool:
        """Build a page from its text as it lies there now.

        Returns:
            Whether what is made from all pages has to be made again.

        Raises:
            WholeBuildNeededError: The page is in the navigation, and what other pages show of it has changed.
        """
        file = self.files.get_file_from_path(path)
        if file is None:
            return False
        if not file.is_documentation_page():
            file.copy_file()
            return False
        page = file.page or Page(None, file, self.config)
        before = (_named(page), self._entries.get(page.url, []))
        _populate_page(page, self.config, self.files)
        if id(page) in self._in_nav and self._in_nav[id(page)] != _named(page):
            raise WholeBuildNeededError
        if self._search is not None:
            self._search.search_index.entries = []
        excluded = file.inclusion in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
        _build_page(page, self.config, self._shown(), self._nav, self._env, excluded=excluded)
        if self._search is not None:
            self._entries[page.url] = self._search.search_index.entries
        page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)
        _forget_content(page)
        return before != (_named(page), self._entries.get(page.url, []))

    def build_elsewhere(self, path: str, text: Path, folder: Path) -> Path:
        """Build a page that does not belong to the site.

        Args:
            path: Where it would stand in the content.
            text: Where its text lies.
            folder: Where to write it, in the place that it would have in the site.

        Returns:
            The file written.
        """
        file = File(path, None, str(folder), self.config.use_directory_urls)
        file.abs_src_path = str(text)
        file.generated_by = "briefgen"
        page = Page(None, file, self.config)
        _populate_page(page, self.config, self.files)
        kept = self._search.search_index.entries if self._search is not None else []
        _build_page(page, self.config, self._shown(), self._nav, self._env)
        if self._search is not None:
            self._search.search_index.entries = kept
        return Path(file.abs_dest_path)

    def finish(self, site: Site | None) -> None:
        """Write what is made from all pages: the theme's templates such as the site map, and the index of the search.

        Args:
            site: What the pages were made from; None where the briefings could not be read.
        """
        for template in sorted(self.config.theme.static_templates):
            _build_theme_template(template, self._env, self.files, self.config, self._nav)
        if self._search is not None:
            urls = dict.fromkeys(file.page.url for file in self._shown() if file.page is not None)
            self._search.search_index.entries = [entry for url in urls for entry in self._entries.get(url, ())]
            self._search.on_post_build(config=self.config)
            if site is not None:
                write_search_index(Path(self.config.site_dir), site, self._ours.values())

    def finished_files(self) -> frozenset[str]:
        """Name the files of the site that `finish` writes."""
        return frozenset({*self.config.theme.static_templates, "sitemap.xml.gz", SEARCH_INDEX})

    def _shown(self) -> Sequence[File]:
        return self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)


def _is_shown(file: File) -> bool:
    return file.inclusion is not InclusionLevel.EXCLUDED


def _named(page: Page) -> _Named:
    return _Named(page.title, page.url, dict(page.meta))


def _forget_content(page: Page | None) -> None:
    """Free what a page holds beside its address, title and front matter: nobody looks at it any more."""
    if page is not None:
        page.markdown = page.content = ""
        page.toc = []  # type: ignore[assignment]  # as MkDocs itself has it before a page is read


def _remove(file: Path, site: Path) -> None:
    """Remove a file of the site, and the folders that it leaves empty."""
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == site or not folder.is_relative_to(site):
            return
        try:
            folder.rmdir()
        except OSError:
            return
