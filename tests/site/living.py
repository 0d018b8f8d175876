"""A preview that runs without a server, and a fresh build of the same files beside it."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs.config.config_options import Plugins

    from briefgen.plugin import BriefgenPlugin
    from briefgen.plugin.preview import Preview

ADDRESS = "http://127.0.0.1:8000/"


class Living:
    """A site that is served, as `mkdocs serve` keeps it, without the waiting and the network."""

    def __init__(self, config_file: Path, served: Path) -> None:
        """Build the site for the first time."""
        self._config_file = config_file
        self.site = served
        self.whole_builds = 0
        config = load_config(str(config_file), site_dir=str(served), site_url=ADDRESS)
        config.plugins.on_startup(command="serve", dirty=False)
        self._config = config
        self._build(config)
        self.preview.serves_with(self._build_all)

    @property
    def preview(self) -> Preview:
        """What keeps the served files up to date."""
        return cast("BriefgenPlugin", self._config.plugins["briefgen"]).preview

    def rebuild(self) -> None:
        """Take up what was saved, as the server has it done after each save."""
        self.preview.rebuild()

    def tree(self) -> dict[str, bytes]:
        """Give every file of the site when all that was left to do is done."""
        self.preview.complete()
        return tree(self.site)

    def end(self) -> None:
        """End as MkDocs does."""
        self._config.plugins.on_shutdown()

    def _build_all(self) -> None:
        self._build(load_config(str(self._config_file), site_dir=str(self.site), site_url=ADDRESS))

    def _build(self, config: MkDocsConfig) -> None:
        self.whole_builds += 1
        mkdocs_build(config, serve_url=ADDRESS)


@contextmanager
def living(config_file: Path, served: Path) -> Iterator[Living]:
    """Give a served site that ends with the test."""
    with _plugins_apart():
        found = Living(config_file, served)
        try:
            yield found
        finally:
            found.end()


def fresh(config_file: Path, site: Path) -> dict[str, bytes]:
    """Give every file of the site as another preview would build it that begins now."""
    shutil.rmtree(site, ignore_errors=True)
    with _plugins_apart():
        config = load_config(str(config_file), site_dir=str(site), site_url=ADDRESS)
        config.plugins.on_startup(command="serve", dirty=False)
        try:
            mkdocs_build(config, serve_url=ADDRESS)
        finally:
            config.plugins.on_shutdown()
    return tree(site)


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def _plugins_apart() -> Iterator[None]:
    """Give what is loaded now plugins of its own, where MkDocs keeps one of each for a process."""
    option = cast("Plugins", dict(MkDocsConfig._schema)["plugins"])  # noqa: SLF001  # it is reached in no other way
    kept = dict(option.plugin_cache)
    option.plugin_cache.clear()
    try:
        yield
    finally:
        option.plugin_cache.clear()
        option.plugin_cache.update(kept)
