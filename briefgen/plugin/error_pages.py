"""Problems -> pages that show them, in the place of a preview's own until they are mended."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from briefgen.plugin.files import LISTINGS
from briefgen.plugin.settings import language_of
from briefgen.rendering.pages import render_errors

if TYPE_CHECKING:
    from briefgen.model.problem import Problem
    from briefgen.plugin.built import Built

_LOG = get_plugin_logger("briefgen")

_FOLDER = ".briefgen-errors"
"""The folder of the served site that holds pages of errors while there are some."""


class ErrorPages:
    """The pages that stand in for those of a built site while there are problems; each is built when it is asked for."""

    def __init__(self) -> None:
        self.problems: tuple[Problem, ...] = ()
        """What is wrong now; empty where the site's own pages are shown."""

    def show(self, built: Built, problems: tuple[Problem, ...]) -> None:
        """Show problems in the place of every page, or pages again where there are none.

        Args:
            built: The site.
            problems: Each is also printed.
        """
        if problems or self.problems:
            shutil.rmtree(Path(built.config.site_dir, _FOLDER), ignore_errors=True)
        for problem in problems:
            _LOG.error("%s", problem)
        self.problems = problems

    def page(self, built: Built, address: str, texts: Path) -> str:
        """Give the page that stands in for one.

        Args:
            built: The site.
            address: The file that was asked for, from the root of the site.
            texts: A folder for what MkDocs builds it from.

        Returns:
            The file to serve, from the root of the site.
        """
        shown = Path(_FOLDER, address)
        site = Path(built.config.site_dir)
        if not (site / shown).exists():
            source = address.removesuffix(".html") + ".md"
            text = texts / _FOLDER
            text.write_text(render_errors(self.problems, source, language_of(built.config)).text, encoding="utf-8")
            written = built.build_elsewhere(source, text, site / _FOLDER)
            return written.relative_to(site).as_posix()
        return shown.as_posix()


def write_errors(problems: tuple[Problem, ...], last: tuple[str, ...], folder: Path, language: str) -> tuple[str, ...]:
    """Write a page with the errors for every address that a reader of the preview may be looking at.

    Args:
        problems: What keeps the site from being built.
        last: The pages that there were before.
        folder: Where to write.
        language: Of the interface.

    Returns:
        The paths of the pages, from the folder.
    """
    paths = {path for path in last if path.endswith(".md")} | LISTINGS
    paths |= {f"briefings/{Path(problem.file).name}" for problem in problems if problem.file.endswith(".md")}
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(render_errors(problems, path, language).text, encoding="utf-8")
    return tuple(sorted(paths))
