"""The settings that name a folder -> what is wrong with it, in the words of an editor of mkdocs.yml.

MkDocs looks after its own (`docs_dir`, `custom_dir`, `hooks`); these are briefgen's.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from briefgen.errors import SettingsError
from briefgen.files.places import inside
from briefgen.files.setting_lines import line_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_TRIED = ("article.txt", "article.md", "article.html")


def line_at(config_file: Path | str, *names: str) -> str:
    """Name the line of a setting for a message: `mkdocs.yml:12`.

    Args:
        config_file: The site's mkdocs.yml.
        names: The way to the setting. Where the file does not have it, the last one that it has tells the line.
    """
    lines = (line_of(Path(config_file), names[:count]) for count in range(len(names), 0, -1))
    line = next((line for line in lines if line is not None), None)
    return str(config_file) if line is None else f"{config_file}:{line}"


def place_of(config_file: Path | str, *names: str) -> str:
    """Name the place of a setting for a message: `mkdocs.yml:12: plugins: briefgen: seeds`."""
    return ": ".join((line_at(config_file, *names), *names))


def refuse_folders(config: MkDocsConfig, root: Path, *, seeds: str, templates: str | None) -> None:
    """Refuse folders that a site cannot have.

    Args:
        config: MkDocs'.
        root: The folder of mkdocs.yml.
        seeds: The setting. The folder may be missing: a build needs no article.
        templates: The setting. The folder has to be there.

    Raises:
        SettingsError: A line for each.
    """
    found = {"seeds": _wrong_seeds(config, root, seeds)}
    if templates is not None:
        found["templates"] = _wrong_folder(config, root, templates) or _missing(root, templates)
    if wrong := [
        f"{place_of(config.config_file_path, 'plugins', 'briefgen', name)}: {reason}"
        for name, reason in found.items()
        if reason
    ]:
        raise SettingsError("\n".join(wrong))


def refuse_missing_seeds(config: MkDocsConfig, root: Path, seeds: str) -> None:
    """Refuse a folder of articles that is not there, for what needs one.

    Raises:
        SettingsError: It is missing.
    """
    if reason := _missing(root, seeds):
        raise SettingsError(f"{place_of(config.config_file_path, 'plugins', 'briefgen', 'seeds')}: {reason}")


def _missing(root: Path, folder: str) -> str:
    if (root / folder).is_dir():
        return ""
    return f"expected a folder below {root}, found none of the name {folder!a}; make it, or correct the name"


def _wrong_seeds(config: MkDocsConfig, root: Path, seeds: str) -> str:
    """Say what is wrong with the folder of articles: they are neither published nor taken for briefings."""
    if reason := _wrong_folder(config, root, seeds):
        return reason
    place, content = _real(root / seeds), _real(Path(config.docs_dir))
    if content.is_relative_to(place):
        return (
            f"expected a folder beside {config.docs_dir}, found one that holds it, {seeds!a}: briefings would be taken for "
            "articles; give articles a folder of their own"
        )
    if place.is_relative_to(content) and _is_published(config, place.relative_to(content).as_posix()):
        return (
            f"expected a folder beside {config.docs_dir}, found one in it, {seeds!a}: whole articles would be published; "
            "move it out, or name it under exclude_docs"
        )
    return ""


def _wrong_folder(config: MkDocsConfig, root: Path, folder: str) -> str:
    """Say what is wrong with a folder, be it there or not."""
    try:
        place = inside(root, folder)
    except SettingsError as error:
        return str(error)
    if os.path.lexists(place) and not place.is_dir():
        return f"expected a folder below {root}, found something else of the name {folder!a}"
    if _real(place).is_relative_to(_real(Path(config.site_dir))):
        return (
            f"expected a folder that a build leaves alone, found one in {config.site_dir}, {folder!a}, which it empties"
        )
    return ""


def _is_published(config: MkDocsConfig, folder: str) -> bool:
    """Tell whether MkDocs publishes what lies in a folder of the content."""
    if any(name.startswith(".") for name in PurePosixPath(folder).parts):
        return False
    excluded = config.exclude_docs
    return excluded is None or not all(excluded.match_file(f"{folder}/{name}") for name in _TRIED)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
