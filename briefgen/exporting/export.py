"""A site's folder -> a folder with its finished pages, which any builder of the family makes a site of."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import SettingsError
from briefgen.exporting.contents import Contents
from briefgen.exporting.folder import Folder

if TYPE_CHECKING:
    from briefgen.model.frame import Frame
    from briefgen.model.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What an export wrote."""

    files: int
    briefings: int
    """Withdrawn ones, of which a stub is left, not counted."""
    drafts_left_out: int
    """Briefings that nobody has reviewed, where the site keeps these out."""
    left_out: tuple[str, ...]
    """What the site has and its export has not, a line for each."""
    unproved: tuple[tuple[str, str], ...]
    """The quotes that no source holds, each with its briefing's file."""


def export_site(root: Path, settings: Settings, frame: Frame, directory: Path) -> Exported:
    """Write a site's finished pages, with all that belongs to them, into a folder.

    What may not be published is not in it: with `unreviewed: preview` no text of a draft, of a withdrawn briefing the stub alone,
    never an article, never a last draft.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: The site's.
        frame: The site's.
        directory: New, empty, or an earlier export, of which only the files that it wrote are replaced.

    Raises:
        SettingsError: The folder is not one that may be written to; nothing was read or written.
        ContentError: Briefings cannot be shown, or somebody changed what would be replaced; nothing was written.
        WriteError: The disk refused.
    """
    _refuse(root, settings, frame, directory)
    folder = Folder(directory)
    contents = Contents(root, settings, frame)
    files = folder.write(contents.items())
    return Exported(
        files=files,
        briefings=contents.briefings,
        drafts_left_out=contents.drafts_left_out,
        left_out=tuple(contents.left_out),
        unproved=contents.unproved,
    )


def _refuse(root: Path, settings: Settings, frame: Frame, directory: Path) -> None:
    """Refuse a folder in which an export would be read, published or lost."""
    place = Path(os.path.realpath(directory))
    base = Path(os.path.realpath(root))
    if base.is_relative_to(place):
        raise SettingsError(f"{directory}: expected a folder of its own, found one that holds the site itself")
    kept = {
        "content": base / settings.content,
        "articles": base / settings.seeds,
        "templates": base / settings.templates if settings.templates else None,
        "theme’s overrides": Path(frame.overrides) if frame.overrides else None,
        "built site": Path(frame.site_dir),
        "cache": base / ".cache",
        "repository": base / ".git",
    }
    for what, folder in kept.items():
        there = None if folder is None else Path(os.path.realpath(folder))
        if there is not None and (place.is_relative_to(there) or there.is_relative_to(place)):
            raise SettingsError(f"{directory}: expected a folder of its own, found that of the site’s {what}")
