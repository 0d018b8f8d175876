"""A saved file -> the pages that it changes, in a preview that runs; everything else stays as it was built.

After a save the content is read again as far as it changed, the pages that may have changed are noted, and the browser is
told to reload. A page that was noted is built when it is asked for (`gate.py`), or a moment later in the background. So
nobody is ever shown a page that is out of date, and nobody waits for pages at which nobody looks. Where a save changes what
every page shows, or the site has parts that may look at all pages (`alone.py`), MkDocs builds the whole site.
"""

from __future__ import annotations

import gc
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError
from mkdocs.plugins import get_plugin_logger

from briefgen.errors import BriefgenError, ContentError
from briefgen.model.problem import Problem
from briefgen.plugin.built import WholeBuildNeededError
from briefgen.plugin.content import template_problem
from briefgen.plugin.error_pages import ErrorPages
from briefgen.plugin.files import is_listing
from briefgen.plugin.search_index import SEARCH_INDEX
from briefgen.plugin.settings import root_of, settings_of
from briefgen.plugin.trees import Tree, changed, look_at, others_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefgen.plugin.built import Built
    from briefgen.plugin.content import Content

_LOG = get_plugin_logger("briefgen")

_SETTLE_SECONDS = 0.2
"""When a doubtful state is looked at again: programs that truncate and write, or that move a file away and write a new one,
are through within some milliseconds."""
_SETTLE_TIMES = 10


class Preview:
    """Keeps a served site up to date."""

    def __init__(self, content: Content, theme: Path) -> None:
        """Take the pages, and the folder of briefgen's part of the theme."""
        self._content = content
        self._theme = theme
        self._whole_build: Callable[[], None] | None = None
        self._built: Built | None = None
        self._others: Tree = {}
        self._pending: dict[str, str] = {}
        """From the file of the site that may be out of date to the page that is written to it."""
        self._finished = True
        """Whether what is made from all pages is up to date."""
        self._errors = ErrorPages()
        self._lock = threading.RLock()
        self._asking = 0
        """How many threads wait for the lock, or have it, because somebody waits for them."""
        self._counting = threading.Lock()
        self.generation = 0
        """Another number after each save that was taken up."""

    # A whole build

    def begins(self, built: Built | None) -> None:
        """Take a site that MkDocs has just built.

        Args:
            built: What it built from; None where its pages cannot be built alone.
        """
        self._built = built
        self._pending.clear()
        self._content.unbuilt.clear()
        self._finished = True
        self._errors = ErrorPages()
        # What is kept from here on need not be looked through by every collection of garbage: a tenth of a second each.
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def serves_with(self, whole_build: Callable[[], None]) -> None:
        """Take what has MkDocs build the whole site."""
        self._whole_build = whole_build

    def looks_around(self, places: Tree) -> None:
        """Take how the files beside briefings and articles were found, before a build."""
        self._others = places

    def _build_all(self) -> None:
        self._built = None
        self.generation += 1  # what is being served may be gone in a moment
        if self._whole_build is not None:
            self._whole_build()

    # After a save

    def rebuild(self) -> None:
        """Take up what was saved. MkDocs' server calls it after each save; whoever asks for a page meanwhile waits."""
        with self._foreground():
            started = time.perf_counter()
            self.generation += 1
            try:
                if self._built is None or not self._take_up_others(self._built):
                    self._build_all()
                elif self._read_settled(self._built):
                    self._note(self._built)
                    spent = time.perf_counter() - started
                    _LOG.info("Took up what was saved in %.2f seconds; pages to build: %d", spent, len(self._pending))
            except WholeBuildNeededError:
                self._build_all()

    def _take_up_others(self, built: Built) -> bool:
        """Take up files beside briefings and articles; False where only a whole build is right."""
        now = look_at(*others_of(built.config, self._theme))
        docs = Path(built.config.docs_dir)
        for path in map(Path, changed(self._others, now)):
            if not path.is_relative_to(docs) or not built.take_up(path.relative_to(docs).as_posix()):
                return False
        self._others = now
        return True

    def _read_settled(self, built: Built) -> bool:
        """Read the content; where it looks as if a program were in the middle of saving, again a moment later.

        Returns:
            Whether it can be shown; else its problems are shown.
        """
        docs = Path(built.config.docs_dir)
        there = set(self._content.edited)
        seen = look_at([docs / "briefings", docs / "actors.yml"])
        for _ in range(_SETTLE_TIMES):
            problems = self._read(built)
            if not problems and there <= set(self._content.edited):
                break
            time.sleep(_SETTLE_SECONDS)
            now = look_at([docs / "briefings", docs / "actors.yml"])
            if not changed(seen, now):
                break
            seen = now
        self._errors.show(built, problems)
        return not problems

    def _read(self, built: Built) -> tuple[Problem, ...]:
        """Read the content and render the briefings that were edited, as mistakes can be in them only."""
        root = root_of(built.config)
        directories = built.config.use_directory_urls
        try:
            self._content.read(root, settings_of(built.config), drafts=True, draft=True, directories=directories)
            self._content.render_all(self._content.edited_since())
        except ContentError as error:
            return error.problems
        except TemplateError as error:
            return (template_problem(error, root),)
        except BriefgenError as error:  # a folder that leads out of the site, by now
            return (Problem(file=Path(built.config.config_file_path).name, code="settings", message=str(error)),)
        return ()

    def _note(self, built: Built) -> None:
        """Note the pages that may be out of date."""
        content = self._content
        more_or_fewer = built.rearrange(content.planned, content.texts.folder, content.edited)
        paths = dict.fromkeys((*sorted(content.unbuilt), *content.stale()))
        if more_or_fewer:
            if settings_of(built.config).templates is not None:
                # A template may hold Markdown's links to other pages, which depend on whether these are there.
                raise WholeBuildNeededError
            paths |= dict.fromkeys(built.own_pages())
            content.unbuilt.update(built.own_pages())
        self._pending = {address: path for path in paths if (address := built.address(path)) is not None}
        self._finished = self._finished and not self._pending and not more_or_fewer

    # What is asked for

    def prepare(self, address: str) -> str | None:
        """See to it that a file of the site is up to date.

        Args:
            address: The file, from the root of the site.

        Returns:
            The file to serve in its place; None where it is the one that was asked for.
        """
        with self._foreground():
            built = self._built
            if built is None:
                return None
            try:
                if not self._errors.problems:
                    if address in self._pending:
                        self._build(built, address)
                    elif not self._finished and address in built.finished_files():
                        self._finish(built, searched_only=address == SEARCH_INDEX)
            except ContentError as error:
                self._errors.show(built, error.problems)
            except TemplateError as error:
                self._errors.show(built, (template_problem(error, root_of(built.config)),))
            except WholeBuildNeededError:
                self._build_all()
                return None
            if self._errors.problems and address.endswith(".html"):
                return self._errors.page(built, address, self._content.texts.folder)
            return None

    def _build(self, built: Built, address: str) -> None:
        """Build what may be out of date.

        Raises:
            ContentError: What an editor wrote cannot be shown.
            jinja2.TemplateError: A template of the site is wrong.
            WholeBuildNeededError: Every page shows what has changed.
        """
        path = self._pending[address]
        content = self._content
        if content.is_stale(path):
            content.render(path)
        if path in content.unbuilt:
            self._finished = not built.build(path) and self._finished
            content.unbuilt.discard(path)
        del self._pending[address]

    def _finish(self, built: Built, *, searched_only: bool = False) -> None:
        """Make what is made from all pages; raises as `_build`."""
        while (address := self._next_page(built, searched_only=searched_only)) is not None:
            self._build(built, address)
        built.finish(self._content.site)
        self._finished = True

    def _next_page(self, built: Built, *, searched_only: bool) -> str | None:
        """Give a page that is to be built; those that the search finds are first, and listings are not among them.

        The site map names every page: one that is new has to be there before it.
        """
        pages = {address: path for address, path in self._pending.items() if path.endswith(".md")}
        searched = (address for address, path in pages.items() if not is_listing(path) or built.is_new(path))
        return next(searched, None) or (None if searched_only else next(iter(pages), None))

    # In the background

    def work(self) -> bool:
        """Do one piece of what is left to do, while nobody asks for anything.

        Returns:
            Whether there may be more.
        """
        if self._asking:
            return False
        with self._lock:
            built = self._built
            if built is None or self._errors.problems or (not self._pending and self._finished):
                return False
            address = self._next_page(built, searched_only=True)
            if address is None and not self._finished:
                self.prepare(SEARCH_INDEX)
                return True
            address = address or next(iter(self._pending))
            path = self._pending[address]
            planned = self._content.planned.get(path) if self._content.is_stale(path) else None
        # A long list takes a second: it is rendered while the lock is free for those who wait for something.
        rendered = None
        if planned is not None:
            try:
                rendered = planned.page_and_grounds()
            except (ContentError, TemplateError):
                rendered = None  # it is found again, and shown, with the lock
        with self._lock:
            if rendered is not None and self._content.planned.get(path) is planned:
                self._content.accept(*rendered)
            if self._built is built and address in self._pending:
                self.prepare(address)
        return True

    @property
    def has_work(self) -> bool:
        """Whether something is left to do."""
        return self._built is not None and not self._errors.problems and (bool(self._pending) or not self._finished)

    def complete(self) -> None:
        """Do all that is left to do."""
        while self.has_work:
            self.work()

    @contextmanager
    def _foreground(self) -> Iterator[None]:
        with self._counting:
            self._asking += 1
        try:
            with self._lock:
                yield
        finally:
            with self._counting:
                self._asking -= 1
