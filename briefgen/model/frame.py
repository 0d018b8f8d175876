"""What of a site's mkdocs.yml makes the frame around its pages: all that is not a setting of briefgen's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A site's frame, as plain values: texts, numbers, truth values, lists, mappings, and here and there a function."""

    theme: Mapping[str, object]
    """What stands under `theme:`, without its name and its folder of overrides."""
    nav: tuple[object, ...] | None
    """The navigation as it stands in mkdocs.yml; None where the site leaves it to MkDocs."""
    markdown_extensions: Mapping[str, Mapping[str, object]]
    """Each extension with its options, in the order in which they are loaded."""
    others: Mapping[str, object]
    """Settings that any builder of the family knows: `copyright`, `extra`, `extra_css` …, as they stand in mkdocs.yml."""
    directories: bool
    """Whether addresses are folders (`actors/`) or files (`actors/index.html`)."""
    own_files: tuple[str, ...]
    """The site's own pages and files that are published, from the root of the content; sorted."""
    overrides: str | None
    """The folder of the site's own templates of the theme (`custom_dir`), as an absolute path."""
    site_dir: str
    """Where MkDocs builds, as an absolute path."""
    unknown: tuple[str, ...]
    """What another builder cannot take over: plugins but the search and briefgen, hooks; as they are called in mkdocs.yml."""
