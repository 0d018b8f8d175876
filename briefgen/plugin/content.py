"""A site's folder -> its pages, planned and, where their text may have changed, rendered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader, TemplateError
from mkdocs.plugins import get_plugin_logger

from briefgen.assembly import Kept, assemble
from briefgen.errors import ContentError
from briefgen.files.cache import Cache, key_of
from briefgen.model.problem import Problem
from briefgen.plugin.drafting import Drafting
from briefgen.plugin.find import is_there
from briefgen.plugin.rendered import Rendered
from briefgen.plugin.texts import Texts
from briefgen.plugin.trees import Tree, changed, look_at
from briefgen.rendering.environment import environment, labels_of
from briefgen.rendering.search_texts import searched_paths
from briefgen.rendering.site import plan
from briefgen.rendering.template_errors import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment

    from briefgen.model.page import Page
    from briefgen.model.settings import Settings
    from briefgen.model.site import Site
    from briefgen.rendering.labels import Labels
    from briefgen.rendering.plan import Grounds, PlannedPage

_LOG = get_plugin_logger("briefgen")
_OWN_TEMPLATES = Path(__file__).resolve().parent.parent / "rendering" / "templates"


class Content:
    """The pages that a site's briefings make, and their texts as far as they are rendered.

    A preview keeps it from one rebuild to the next: what has not changed is neither read nor rendered again.
    """

    def __init__(self) -> None:
        self.cache = Cache(None)
        """What earlier builds kept, while the first one of this process is made: later ones have it all in memory."""
        self.texts = Texts()
        self.planned: dict[str, PlannedPage] = {}
        """The pages by their paths, in the order of the site."""
        self.edited: dict[str, str] = {}
        """From the path of each briefing's page to its editor's file, both from the root of the content."""
        self.unbuilt: set[str] = set()
        """The pages whose text is another than the one that MkDocs last built them from."""
        self.site: Site | None = None
        """What the pages are made from; None until the briefings could be read."""
        self.searched: frozenset[str] = frozenset()
        """The paths of the pages for which `search_index.py` writes entries of their own."""
        self._kept = Kept()
        self._rendered = Rendered(self.cache, "")
        self._drafting = Drafting()
        self._grounds: dict[str, Grounds] = {}
        self._templates: tuple[tuple[Path | None, str], Environment, Tree] | None = None
        self._warned: frozenset[tuple[str, str]] = frozenset()

    def takes_up(self, cache: Cache, *, again: bool) -> None:
        """Begin with what earlier builds kept.

        Args:
            cache: Of earlier builds.
            again: Whether the site will be read again.
        """
        self.cache = cache
        self._kept = Kept(cache, remembers=again)

    def read(  # noqa: PLR0913  # what a build is like, by name
        self, root: Path, settings: Settings, *, drafts: bool, draft: bool, directories: bool, cards: bool = False
    ) -> None:
        """Read the site and plan its pages.

        Args:
            root: The site's root.
            settings: The site's.
            drafts: Whether briefings that nobody has reviewed belong to it.
            draft: Whether saved articles are drafted first.
            directories: Whether the site's addresses are folders or files.
            cards: Whether there will be pictures that links to pages are shown with.

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
        find = is_there(settings, site)
        self._rendered = Rendered(self.cache, _by(root, settings, directories, cards, find))
        for one in plan(site, self._environment(root, settings), directories=directories, cards=cards, find=find):
            if one.path in planned:
                one.page()  # refuses to take another page's address
            planned[one.path] = one
        self._warn(site)
        self.site, self.planned, self.edited = site, planned, edited
        self.searched = searched_paths(site)
        for path in self._grounds.keys() - self.planned.keys():
            del self._grounds[path]
            self.texts.remove(path)
            self.unbuilt.discard(path)

    @property
    def labels(self) -> Labels:
        """The words of the interface, once the site was read."""
        if self._templates is None:
            raise ValueError("expected a site that was read")
        return labels_of(self._templates[1])

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
        self.accept(*self._rendered.page_and_grounds(self.planned[path]))

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
        known = self._templates
        if known is None or known[0] != (folder, settings.language) or changed(known[2], seen):
            # A new one, so that nothing is left of the old templates where two were saved within a file's time stamp.
            loader = None if folder is None else FileSystemLoader(folder)
            made = environment(loader, settings.language, folder=settings.templates)
            self._grounds.clear()
            self._templates = ((folder, settings.language), made, seen)
        else:
            self._templates = (known[0], known[1], seen)
        return self._templates[1]

    def _warn(self, site: Site) -> None:
        """Name the quotes that no source holds, each once until it is mended."""
        found = tuple((marked.file, quote) for marked in site.briefings for quote in marked.unproved)
        for file, quote in found:
            if (file, quote) not in self._warned:
                _LOG.warning("%s: not found in the source: “%s” (`briefgen check` says where it differs)", file, quote)
        self._warned = frozenset(found)


def _by(root: Path, settings: Settings, *others: object) -> str:
    """Tell what all pages rest on beside the briefings: settings, and the site's own templates."""
    folder = None if settings.templates is None else root / settings.templates
    files = [] if folder is None else sorted(path for path in folder.rglob("*") if path.is_file())
    return key_of(repr((settings, *others)), *(part for path in files for part in (str(path), path.read_bytes())))


def template_problem(error: TemplateError, root: Path) -> Problem:
    """Give a template's mistake as a problem with file and line."""
    file, line = place_of(error) or ("a template", 1)
    path = Path(file)
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else file
    message = error.message or type(error).__name__
    return Problem(file=name, line=line, code="template", message=message)
