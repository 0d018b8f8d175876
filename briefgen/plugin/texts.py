"""Pages -> their Markdown in a temporary folder, where MkDocs reads it; written only where a text has changed."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from briefgen.model.page import Page


class Texts:
    """The folder of the pages' texts; made when the first is written."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def folder(self) -> Path:
        """Where the texts lie."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="briefgen-")
        return Path(self._folder.name).resolve()

    def write(self, page: Page) -> bool:
        """Write a page, whole, where its text is another than before.

        Returns:
            Whether it was another.

        Raises:
            PluginError: Its path leads out of the folder; nothing was written.
        """
        folder = self.folder
        target = folder / page.path
        if not target.resolve().is_relative_to(folder):
            raise PluginError(f"{page.path}: expected a page below the site's content")
        data = page.text.encode("utf-8")
        try:
            if target.read_bytes() == data:
                return False
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        return True

    def remove(self, path: str) -> None:
        """Forget a page's text."""
        (self.folder / path).unlink(missing_ok=True)

    def clean_up(self) -> None:
        """Remove the folder."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
