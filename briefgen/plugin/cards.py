"""The cards of a site -> their PNGs in its folder, drawn one after the other so that none is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from briefgen.rendering.card_plan import cards
from briefgen.rendering.cards import can_draw, draw

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen.files.cache import Cache
    from briefgen.model.site import Site
    from briefgen.rendering.labels import Labels

_LOG = get_plugin_logger("briefgen")
_KIND = "card"


class SocialCards:
    """Draws the pictures that links to pages are shown with, where a site has them."""

    def __init__(self) -> None:
        self.drawn = False
        """Whether this build draws them; the theme asks, too."""

    def begins(self, *, wanted: bool, site_url: str | None, serving: bool) -> None:
        """Take note of a build.

        Args:
            wanted: The setting `social_cards`.
            site_url: Where the site will stand: a picture has to be named by its whole address.
            serving: Whether it is a preview, which nobody links to.
        """
        self.drawn = wanted and bool(site_url) and not serving
        if self.drawn and not can_draw():
            self.drawn = False
            _LOG.info("No pictures for links are drawn: this build of Pillow cannot read WOFF2 fonts")

    def write(
        self,
        folder: Path,
        site: Site,
        labels: Labels,
        *,
        taken: Callable[[str], bool] = lambda _: False,
        cache: Cache | None = None,
    ) -> None:
        """Write the cards of a site.

        Args:
            folder: Where MkDocs builds the site.
            site: Whose briefings and topics they are.
            labels: The words of the interface.
            taken: Tells of a path whether the site has a file of its own there, which wins.
            cache: Holds those that an earlier build drew.
        """
        if not self.drawn:
            return
        for path, card in cards(site, labels):
            if taken(path):
                continue
            data = cache.get(_KIND, card.key) if cache is not None else None
            if data is None:
                data = draw(card)
                if cache is not None:
                    cache.put(_KIND, card.key, data)
            target = folder / path
            try:
                target.write_bytes(data)
            except FileNotFoundError:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
