"""MkDocs' events -> pages among its files, a look, a live preview.

Briefings are read strictly and rendered before MkDocs touches the site's folder, so
that a mistake in one stops the build with the old site whole: MkDocs itself drops a broken front matter without a word.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import FileSystemLoader, TemplateError
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from briefgen.assembly import assemble
from briefgen.errors import BriefgenError, ContentError
from briefgen.files.registry import NAME as REGISTRY
from briefgen.plugin.settings import BriefgenConfig, root_of, settings_of
from briefgen.rendering import addresses
from briefgen.rendering.pages import render_errors
from briefgen.rendering.site import render
from briefgen.site_drafting import draft_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

    from briefgen.model.page import Page
    from briefgen.model.settings import Settings

_PACKAGE = Path(__file__).resolve().parent.parent
_THEME = _PACKAGE / "theme"
_LOG = get_plugin_logger("briefgen")


class BriefgenPlugin(BasePlugin[BriefgenConfig]):  # type: ignore[no-untyped-call]  # as above
    """Turns the briefings of a site into pages of it."""

    def __init__(self) -> None:
        self._serving = False
        self._pages: tuple[Page, ...] = ()
        self._edited: dict[str, str] = {}
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002  # MkDocs' signature
        """Note whether this is a preview; being there also keeps this object from one rebuild to the next."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add briefgen's look and the one extension that its pages need."""
        if str(_THEME) not in config.theme.dirs:
            # A site's own overrides come first, then briefgen's, then the theme's.
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(_THEME))
        # Before the site's own, which so have the last word.
        if "assets/briefgen.css" not in config.extra_css:
            config.extra_css.insert(0, "assets/briefgen.css")
        if not any(str(script) == "assets/briefgen.js" for script in config.extra_javascript):
            script = ExtraScriptValue("assets/briefgen.js")
            script.defer = True
            config.extra_javascript.insert(0, script)
        if "attr_list" not in config.markdown_extensions:
            config.markdown_extensions.append("attr_list")
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and render the briefings, before MkDocs cleans the folder of the site.

        Raises:
            PluginError: A briefing, a template or a setting is wrong. MkDocs stops with exit status 1, the old site is
                whole. While serving, pages that show the errors take the place of the site's until they are mended.
        """
        try:
            settings = settings_of(config)
            if self._serving:
                _draft(root_of(config), settings)
            site, self._edited = assemble(
                root_of(config), settings, drafts=self._serving or settings.unreviewed == "show"
            )
            for marked in site.briefings:
                for quote in marked.unproved:
                    _LOG.warning(
                        "%s: not found in the source: “%s” (`briefgen check` says where it differs)", marked.file, quote
                    )
            loader = None if settings.templates is None else FileSystemLoader(root_of(config) / settings.templates)
            self._pages = render(site, templates=loader, directories=config.use_directory_urls)
        except ContentError as error:
            if not self._serving:
                raise PluginError(str(error)) from error
            for problem in error.problems:
                _LOG.error("%s", problem)
            self._pages = _error_pages(error, self._pages)
        except (BriefgenError, TemplateError) as error:
            raise PluginError(_template_place(error) + str(error)) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the pages in the place of the files they come from; a page of the site's own at an address wins."""
        for file in list(files):
            if _is_source(file, config) or _leads_out(file, config):
                files.remove(file)
        excluded = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
        taken = {file.dest_uri for file in files if file.inclusion not in excluded}
        folder = self._temporary_folder()
        for page in self._pages:
            target = _written(folder, page)
            file = File.generated(config, page.path, abs_src_path=str(target))
            # Without a navigation of its own a site would get every briefing into the navigation of every page, and
            # with one MkDocs would warn of each page that is not in it.
            if config.nav or page.path not in _LISTINGS:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            file.edit_uri = self._edited.get(page.path)
            if file.dest_uri not in taken:
                files.append(file)
        return files

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],  # noqa: ARG002  # MkDocs' signature
    ) -> LiveReloadServer:
        """Rebuild the preview also when an article or a template is saved."""
        settings = settings_of(config)
        watched = [root_of(config) / settings.seeds]
        if settings.templates is not None:
            watched.append(root_of(config) / settings.templates)
        if "site-packages" not in _PACKAGE.parts:  # whoever works on briefgen itself
            watched += [_PACKAGE / "rendering" / "templates", _THEME]
        for folder in watched:
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def on_shutdown(self) -> None:
        """Remove the generated sources."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _temporary_folder(self) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="briefgen-")
        return Path(self._folder.name).resolve()


_LISTINGS = frozenset(
    [
        addresses.HOME,
        addresses.BRIEFINGS,
        addresses.ACTORS,
        addresses.TOPICS,
        addresses.WATCH,
        addresses.QUESTIONS,
    ]
)


def _draft(root: Path, settings: Settings) -> None:
    """Draft the articles that were saved since the last time.

    What goes wrong is named in the log and the preview goes on: an editor's front matter that cannot be read is shown on
    the pages, since reading the briefings finds it again.
    """
    try:
        for one in draft_site(root, settings):
            if one.outcome == "refused":
                _LOG.error("%s", one.reason)
            elif one.outcome in ("new", "updated"):
                _LOG.info("%s: %s: %s", one.seed, one.outcome, one.file)
    except ContentError:
        return
    except BriefgenError as error:
        _LOG.error("%s", error)


def _error_pages(error: ContentError, last: tuple[Page, ...]) -> tuple[Page, ...]:
    """Give a page with the errors for every address that a reader of the preview may be looking at."""
    paths = {page.path for page in last if page.path.endswith(".md")} | _LISTINGS
    paths |= {f"briefings/{Path(problem.file).name}" for problem in error.problems if problem.file.endswith(".md")}
    return tuple(render_errors(error.problems, path) for path in sorted(paths))


def _template_place(error: Exception) -> str:
    name = getattr(error, "filename", None) or getattr(error, "name", None)
    line = getattr(error, "lineno", None)
    return f"{name}:{line}: " if name and line else ""


def _is_source(file: File, config: MkDocsConfig) -> bool:
    """Say whether the file is a briefing, the registry of actors or a last draft: none is published as it lies there."""
    if file.src_dir != config.docs_dir:
        return False
    folder, _, name = file.src_uri.rpartition("/")
    return (
        file.src_uri == REGISTRY
        or file.src_uri.startswith(".drafts/")
        or (folder == "briefings" and name.endswith(".md"))
    )


def _leads_out(file: File, config: MkDocsConfig) -> bool:
    """Say whether the file is a link to outside the content, which MkDocs would publish."""
    if file.src_dir != config.docs_dir or file.abs_src_path is None:
        return False
    if Path(os.path.realpath(file.abs_src_path)).is_relative_to(os.path.realpath(config.docs_dir)):
        return False
    _LOG.warning("%s: left out: it is a link to a file outside %s", file.src_uri, config.docs_dir)
    return True


def _written(folder: Path, page: Page) -> Path:
    """Write the page below the folder, only where its text has changed."""
    target = folder / page.path
    if not target.resolve().is_relative_to(folder):
        raise PluginError(f"{page.path}: expected a page below the site's content")
    data = page.text.encode("utf-8")
    if not target.exists() or target.read_bytes() != data:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return target
