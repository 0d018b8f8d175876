"""A page of a browser that notes what goes wrong on it and what it asks other hosts for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request


class Watched:
    """What was noted of a page since it was opened; tests hold both lists against empty ones."""

    def __init__(self, page: Page, base: str) -> None:
        """Begin to note.

        Args:
            page: A page of which nothing has been asked yet.
            base: The address of the site; it may ask for nothing else.
        """
        self.page = page
        self.base = base
        self.complaints: list[str] = []
        """Errors of scripts, and what the console was told: errors, warnings, breaches of the policy."""
        self.foreign: list[str] = []
        """Requests to anywhere else."""
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _asked(self, request: Request) -> None:
        # Nor a map of the site, of which only search engines have use: half a megabyte at 5,000 pages.
        if not request.url.startswith((self.base, "data:", "blob:")) or "sitemap" in request.url:
            self.foreign.append(request.url)
