"""content/ -> Site: the briefings read, each item marked with where it comes from, and gathered.

What MkDocs and an export both begin with. It needs no language model, unlike `briefgen.pipeline`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefgen.collecting.site import collect
from briefgen.files.drafts import load_drafts
from briefgen.files.registry import load_content
from briefgen.merging.merge import SECTIONS
from briefgen.merging.origins import origins
from briefgen.model.site import Entry, ItemOrigin
from briefgen.proof import unproved_quotes
from briefgen.rendering.addresses import briefing_path

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.briefing import Briefing
    from briefgen.model.draft import LastDraft
    from briefgen.model.settings import Settings
    from briefgen.model.site import Site


def assemble(root: Path, settings: Settings, *, drafts: bool) -> tuple[Site, dict[str, str]]:
    """Read a site's content.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: The site's.
        drafts: Whether briefings that nobody has reviewed belong to it.

    Returns:
        The site, and from the path of each briefing's page to its editor's file, both from the root of the content.

    Raises:
        ContentError: One line per problem, of all files; nothing is to be published.
        SettingsError: A folder leads out of the root.
    """
    registry, found = load_content(root, settings)
    last = load_drafts(root, settings)
    entries = [
        Entry(
            file=one.file,
            briefing=one.briefing,
            notes=one.notes,
            origins=_origins(one.briefing, last.get(one.briefing.id)),
            unproved=unproved_quotes(root, one.briefing, last.get(one.briefing.id)),
        )
        for one in found
    ]
    site = collect(entries, site_name=settings.site_name, site_url=settings.site_url, drafts=drafts, registry=registry)
    content = settings.content + "/"
    return site, {briefing_path(one.briefing.id): one.file.removeprefix(content) for one in found}


def _origins(briefing: Briefing, last: LastDraft | None) -> tuple[ItemOrigin, ...]:
    if last is None and any(source.sha256 for source in briefing.sources):
        return ()  # it was drafted once and the draft is not at hand: nobody can tell whose a line is
    known = origins(last, briefing)
    items = tuple(
        ItemOrigin(section=section, index=index, origin=known[section, index])
        for section in SECTIONS
        for index in range(len(getattr(briefing, section)))
    )
    named: tuple[Literal["title", "summary"], ...] = ("title", "summary")
    return items + tuple(
        ItemOrigin(section=name, index=0, origin=known[name, 0]) for name in named if (name, 0) in known
    )
