"""A site's folder -> its pages, planned and, where their text may have changed, rendered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader, TemplateError
from mkdocs.plugins import get_plugin_logger

from briefgen.assembly import Kept, assemble
from briefgen.errors import ContentError
from briefgen.model.problem import Problem
from briefgen.plugin.drafting import Drafting
from briefgen.plugin.texts import Texts
from briefgen.plugin.trees import Tree, changed, look_at
from briefgen.rendering.environment import environment
from briefgen.rendering.site import plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment

    from briefgen.model.page import Page
    from briefgen.model.settings import Settings
    from briefgen.model.site import Site
    from briefgen.rendering.plan import Grounds, PlannedPage

_LOG = get_plugin_logger("briefgen")
_OWN_TEMPLATES = Path(__file__).resolve().parent.parent / "rendering" / "templates"


class Content:
    """The pages that a site's briefings make, and their texts as far as they are rendered.

    A preview keeps it from one rebuild to the next: what has not changed is neither read nor rendered again.
    """

    def __init__(self) -> None:
        self.texts = Texts()
        self.planned: dict[str, PlannedPage] = {}
        """The pages by their paths, in the order of the site."""
        self.edited: dict[str, str] = {}
        """From the path of each briefing's page to its editor's file, both from the root of the content."""
        self.unbuilt: set[str] = set()
        """The pages whose text is another than the one that MkDocs last built them from."""
        self._kept = Kept()
        self._drafting = Drafting()
        self._grounds: dict[str, Grounds] = {}
        self._templates: tuple[Path | None, Environment, Tree] | None = None
        self._warned: frozenset[tuple[str, str]] = frozenset()

    def read(self, root: Path, settings: Settings, *, drafts: bool, draft: bool, directories: bool) -> None:
        """Read the site and plan its pages.

        Args:
            root: The site's root.
            settings: The site's.
            drafts: Whether briefings that nobody has reviewed belong to it.
            draft: Whether saved articles are drafted first.
            directories: Whether the site's addresses are folders or files.

        Raises:
            ContentError: One line per problem; the pages are as they were.
            SettingsError: A folder leads out of the root.
            jinja2.TemplateError: A template of the site is wrong; the pages are as they were.
        """
        try:
            site, edited = assemble(root, settings, drafts=drafts, kept=self._kept)
        except ContentError:
            # A mistake in one briefing keeps no article from its own.
            if not (draft and self._drafting.draft(root, settings, object())):
                raise
            site, edited = assemble(root, settings, drafts=drafts, kept=self._kept)
        else:
            if draft and self._drafting.draft(root, settings, self._kept.drafted_by):
                site, edited = assemble(root, settings, drafts=drafts, kept=self._kept)
        planned: dict[str, PlannedPage] = {}
        for one in plan(site, self._environment(root, settings), directories=directories):
            if one.path in planned:
                one.page()  # refuses to take another page's address
            planned[one.path] = one
        self._warn(site)
        self.planned, self.edited = planned, edited
        for path in self._grounds.keys() - self.planned.keys():
            del self._grounds[path]
            self.texts.remove(path)
            self.unbuilt.discard(path)

    def stale(self) -> tuple[str, ...]:
        """Give the paths of the pages whose text may have changed since it was rendered, in the order of the site."""
        return tuple(filter(self.is_stale, self.planned))

    def is_stale(self, path: str) -> bool:
        """Tell whether a page's text may have changed since it was rendered; a page that is not briefgen's has none."""
        one = self.planned.get(path)
        return one is not None and (path not in self._grounds or not one.rests_on(self._grounds[path]))

    def edited_since(self) -> tuple[str, ...]:
        """Give the paths of those stale pages whose own briefing is another than when they were rendered."""
        known = self._grounds
        return tuple(
            path
            for path in self.stale()
            if path in self.edited and (path not in known or known[path].inputs[:1] != self.planned[path].inputs[:1])
        )

    def render(self, path: str) -> None:
        """Render a page and write its text.

        Raises:
            ContentError: What an editor wrote cannot be shown.
            jinja2.TemplateError: A template of the site is wrong.
        """
        self.accept(*self.planned[path].page_and_grounds())

    def accept(self, page: Page, grounds: Grounds) -> None:
        """Take a page that was rendered."""
        if self.texts.write(page):
            self.unbuilt.add(page.path)
        self._grounds[page.path] = grounds

    def render_all(self, paths: Iterable[str]) -> None:
        """Render pages.

        Raises:
            ContentError: What editors wrote cannot be shown, every problem of every page.
            jinja2.TemplateError: A template of the site is wrong.
        """
        problems: list[Problem] = []
        for path in paths:
            try:
                self.render(path)
            except ContentError as error:
                problems += error.problems
        if problems:
            raise ContentError(tuple(sorted(problems)))

    def _environment(self, root: Path, settings: Settings) -> Environment:
        """Give the templates' environment; where one was saved, every page is to be rendered again."""
        folder = None if settings.templates is None else root / settings.templates
        seen = look_at([_OWN_TEMPLATES] if folder is None else [_OWN_TEMPLATES, folder])
        if self._templates is None or self._templates[0] != folder or changed(self._templates[2], seen):
            # A new one, so that nothing is left of the old templates where two were saved within a file's time stamp.
            made = environment(None if folder is None else FileSystemLoader(folder), settings.language)
            self._grounds.clear()
            self._templates = (folder, made, seen)
        else:
            self._templates = (folder, self._templates[1], seen)
        return self._templates[1]

    def _warn(self, site: Site) -> None:
        """Name the quotes that no source holds, each once until it is mended."""
        found = tuple((marked.file, quote) for marked in site.briefings for quote in marked.unproved)
        for file, quote in found:
            if (file, quote) not in self._warned:
                _LOG.warning("%s: not found in the source: “%s” (`briefgen check` says where it differs)", file, quote)
        self._warned = frozenset(found)


def template_problem(error: TemplateError, root: Path) -> Problem:
    """Give a template's mistake as a problem with file and line."""
    file = getattr(error, "filename", None) or getattr(error, "name", None) or "a template"
    line = getattr(error, "lineno", None) or 1
    path = Path(str(file))
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(file)
    message = error.message or type(error).__name__
    return Problem(file=name, line=line, code="template", message=message)
