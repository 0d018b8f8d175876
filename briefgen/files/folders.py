"""mkdocs.yml -> the folders of a site at a glance, for what must answer at once and may be wrong.

MkDocs' own reading is the one that counts (`plugin/settings.py`); it takes half a second, and completing a word may not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

_LIMIT = 1_000_000
"""Bytes. A configuration has a few thousand."""
_DOCS_DIR = "docs"
"""MkDocs' own default."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # PyYAML has the fast one where libyaml is
    """Reads what MkDocs reads, and leaves aside what a tag such as `!ENV` would make of it."""


_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def folders_of(config_file: Path) -> Settings:
    """Give settings of which only `content` and `seeds` are read.

    Args:
        config_file: The site's mkdocs.yml.

    Returns:
        What it says itself: `INHERIT` and `!ENV` are not followed, what is missing is MkDocs' and briefgen's default.

    Raises:
        OSError: It cannot be read.
        yaml.YAMLError: It is no YAML.
    """
    with config_file.open("rb") as file:
        told = yaml.load(file.read(_LIMIT), Loader=_Loader)  # noqa: S506  # a SafeLoader
    found = told if isinstance(told, dict) else {}
    content, seeds = found.get("docs_dir"), _options(found.get("plugins")).get("seeds")
    return Settings(
        content=content if isinstance(content, str) else _DOCS_DIR,
        seeds=seeds if isinstance(seeds, str) else Settings().seeds,
    )


def _options(plugins: object) -> dict[Any, Any]:
    """Give what stands under `briefgen`, be the plugins a list or a mapping."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get("briefgen"), dict):
            return dict(entry["briefgen"])
    return {}
