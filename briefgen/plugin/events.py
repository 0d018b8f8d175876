"""MkDocs' events -> pages among its files, a look, a live preview.

Briefings are read strictly and rendered before MkDocs touches the site's folder, so
that a mistake in one stops the build with the old site whole: MkDocs itself drops a broken front matter without a word.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import TemplateError
from markupsafe import escape
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from briefgen.errors import BriefgenError, ContentError
from briefgen.plugin.alone import obstacle
from briefgen.plugin.background import Wake, Worker
from briefgen.plugin.built import Built
from briefgen.plugin.cards import SocialCards
from briefgen.plugin.content import Content, template_problem
from briefgen.plugin.converting import Converting
from briefgen.plugin.error_pages import write_errors
from briefgen.plugin.files import add_pages, remove_sources
from briefgen.plugin.find import is_there, write_find_index
from briefgen.plugin.gate import Gate
from briefgen.plugin.keeping import cache_of
from briefgen.plugin.look import add_look, add_words, join_look
from briefgen.plugin.policy import LiveReload, with_policy
from briefgen.plugin.preview import Preview
from briefgen.plugin.search_index import write_search_index
from briefgen.plugin.settings import BriefgenConfig, language_of, root_of, settings_of
from briefgen.plugin.slim import slim
from briefgen.plugin.trees import look_at, others_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from briefgen.model.problem import Problem

_PACKAGE = Path(__file__).resolve().parent.parent
_THEME = _PACKAGE / "theme"
_LOG = get_plugin_logger("briefgen")


class BriefgenPlugin(BasePlugin[BriefgenConfig]):  # type: ignore[no-untyped-call]  # MkDocs' hook for subclasses has no types
    """Turns the briefings of a site into pages of it."""

    def __init__(self) -> None:
        self._serving = False
        self._dirty = False
        self._begun = False
        """Whether a build of this process has begun, which is the one that takes up what earlier ones kept."""
        self._content = Content()
        self.preview = Preview(self._content, _THEME)
        self.cards = SocialCards()
        self._errors: tuple[Problem, ...] = ()
        self._added: tuple[File, ...] = ()
        self._files: Files | None = None
        self._nav: Navigation | None = None
        self._env: Environment | None = None
        self._converting = Converting()
        self._beside: list[Worker | Wake] = []
        self._allowed: dict[str, tuple[str, ...]] | None = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview; being there also keeps this object from one rebuild to the next."""
        self._serving = command == "serve"
        self._dirty = dirty
        # MkDocs gives one object to every build of a process: nothing of the last one is taken for this one's.
        self._content.texts.clean_up()
        self._content.cache.close()
        self._content = Content()
        self._begun = False
        self.preview = Preview(self._content, _THEME)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add briefgen's look and the one extension that its pages need."""
        if str(_THEME) not in config.theme.dirs:
            # A site's own overrides come first, then briefgen's, then the theme's.
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(_THEME))
        add_look(config)
        try:
            policy = settings_of(config).content_security_policy
        except BriefgenError as error:
            raise PluginError(str(error)) from error
        self._allowed = None if policy is None else dict(policy)
        if self._allowed is not None:
            # As attributes, since the policy lets no style through that stands in a page.
            config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
        if "attr_list" not in config.markdown_extensions:
            config.markdown_extensions.append("attr_list")
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and render the briefings, before MkDocs cleans the folder of the site.

        Raises:
            PluginError: A briefing, a template or a setting is wrong. MkDocs stops with exit status 1, the old site is
                whole. While serving, pages that show the errors take the place of the site's until they are mended.
        """
        root = root_of(config)
        self._errors = ()
        try:
            settings = settings_of(config)
            if not self._begun:
                self._begun = True
                self._content.takes_up(cache_of(root, wanted=settings.cache), again=self._serving)
            self._converting.begins(config, self, self._indexed, self._content.cache)
            if self._serving:
                self.preview.looks_around(look_at(*others_of(config, _THEME)))
            self.cards.begins(wanted=settings.social_cards, site_url=settings.site_url, serving=self._serving)
            drafts = self._serving or settings.unreviewed == "show"
            directories = config.use_directory_urls
            self._content.read(
                root,
                settings,
                drafts=drafts,
                draft=self._serving,
                directories=directories,
                cards=self.cards.drawn,
            )
            self._content.render_all(self._content.stale())
        except ContentError as error:
            self._fail(error, error.problems)
        except TemplateError as error:
            problem = template_problem(error, root)
            self._fail(PluginError(f"{problem.file}:{problem.line}: {error}"), (problem,))
        except BriefgenError as error:
            raise PluginError(str(error)) from error

    def _indexed(self) -> frozenset[str]:
        """Give the paths of the pages that the search's index gets entries for from elsewhere."""
        return frozenset() if self._errors else self._content.searched

    def _fail(self, error: Exception, problems: tuple[Problem, ...]) -> None:
        """Stop a build; a preview goes on and shows the problems."""
        if not self._serving:
            raise PluginError(str(error)) from error
        for problem in problems:
            _LOG.error("%s", problem)
        self._errors = problems

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the pages in the place of the files they come from; a page of the site's own at an address wins."""
        remove_sources(files, config)
        join_look(files, config, self._content.texts.folder / ".look")
        content = self._content
        paths = tuple(content.planned)
        folder = content.texts.folder
        if self._errors:
            folder = folder / ".errors"
            paths = write_errors(self._errors, paths, folder, language_of(config))
        self._added = add_pages(files, config, paths, folder, content.edited)
        return files

    @event_priority(-100)  # after every other plugin's
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002  # MkDocs'
        """Remember the navigation for the preview."""
        self._nav = nav
        return nav

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's templates their words; remember them and the files for the preview."""
        # The theme prints the name as it is, which made “<Desk>” an element; as markup nothing escapes it twice.
        config.site_name = escape(config.site_name)
        add_words(env, config)
        self._env, self._files = env, files
        return env

    @event_priority(-100)  # what other plugins made of the text counts
    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  # MkDocs'
        """Keep from Markdown what it would leave as it is."""
        return self._converting.markdown(markdown, page)

    @event_priority(100)  # other plugins see the whole page
    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put it in again."""
        return self._converting.content(html, page, config, files)

    @event_priority(-100)
    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002  # MkDocs'
        nav: Navigation,  # noqa: ARG002  # MkDocs'
    ) -> TemplateContext:
        """Put it in again where it was left out as long as possible."""
        self._converting.printing(page)
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002  # MkDocs'
        """Give a page its Content-Security-Policy, and leave out the blanks of its frame."""
        if self._allowed is not None:
            text = page.content or "" if page.file.generated_by == "briefgen" else ""
            output = with_policy(output, self._allowed, text)
        self._converting.printed(page)
        return slim(output) if page.file.generated_by == "briefgen" else output

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Give the pages that the theme makes by itself, such as 404.html, theirs."""
        if self._allowed is None or not template_name.endswith(".html"):
            return output_content
        return with_policy(output_content, self._allowed)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the search's index small, draw the cards, hand the site to the preview."""
        if self._content.site is not None and not self._errors:
            site = self._content.site
            write_search_index(Path(config.site_dir), site, self._added)
            settings = settings_of(config)
            if not self._serving and is_there(settings, site):
                write_find_index(Path(config.site_dir), site, self._added, settings.language, self._content.labels)
            taken = {file.dest_uri for file in self._files or ()}
            self.cards.write(
                Path(config.site_dir),
                site,
                self._content.labels,
                taken=taken.__contains__,
                cache=self._content.cache,
            )
        # A build that did not ask for everything cannot say what is of no use any more.
        self._content.cache.commit(tidy=not (self._dirty or self._errors))
        env, files, nav = self._env, self._files, self._nav
        self._env = self._files = self._nav = None
        if not self._serving or self._dirty or env is None or files is None or nav is None:
            return
        reason = obstacle(config, self)
        if reason:
            _LOG.info("The preview builds the whole site after each save: %s", reason)
        alone = not (reason or self._errors)
        self.preview.begins(Built(config, files, nav, env, self._added) if alone else None)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Rebuild the preview also when an article or a template is saved, and no more of it than was changed."""
        settings = settings_of(config)
        watched = [root_of(config) / settings.seeds]
        if settings.templates is not None:
            watched.append(root_of(config) / settings.templates)
        if "site-packages" not in _PACKAGE.parts:  # whoever works on briefgen itself
            watched += [_PACKAGE / "rendering" / "templates", _THEME]
        folders = [str(folder) for folder in watched if folder.is_dir()]
        for folder in folders:
            server.watch(folder)
        if self._serving and not self._dirty:
            worker = Worker(self.preview)
            self._beside = [worker, Wake(server, [config.docs_dir, *folders])]
            self.preview.serves_with(builder)

            def rebuild() -> None:
                self.preview.rebuild()
                worker.saved()

            server.builder = rebuild
            server.set_app(Gate(LiveReload(server.serve_request), self.preview, server.mount_path))
        else:
            server.set_app(LiveReload(server.serve_request))
        return server

    def on_shutdown(self) -> None:
        """Stop what runs beside the server, and remove the generated sources."""
        for one in self._beside:
            one.end()
        self._beside = []
        self._content.cache.close()
        self._content.texts.clean_up()
