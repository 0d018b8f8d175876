"""A site's mkdocs.yml -> its settings and its frame, as plain values that need no MkDocs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel, get_files
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from briefgen.files.content_files import own_files
from briefgen.model.frame import Frame
from briefgen.plugin.settings import loaded, root_of, settings_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from briefgen.model.settings import Settings

_OTHERS = (
    "site_author",
    "copyright",
    "repo_url",
    "repo_name",
    "extra",
    "extra_css",
    "extra_javascript",
    "exclude_docs",
    "draft_docs",
    "not_in_nav",
    "validation",
)
_NOT_OF_THE_THEME = frozenset(["name", "custom_dir", "font", "variant"])
_KNOWN_PLUGINS = frozenset(["briefgen", "search", "material/search"])


def load_frame(config_file: Path) -> tuple[Settings, Frame]:
    """Read what a site's mkdocs.yml says.

    Args:
        config_file: The site's mkdocs.yml.

    Raises:
        SettingsError: As `load_settings`.
    """
    config = loaded(config_file)
    settings = settings_of(config)
    with config_file.open(
        "rb"
    ) as file:  # what was loaded holds patterns and scripts as objects, and its lists are changed
        raw = yaml_load(file, get_yaml_loader(config=config))
    theme = raw.get("theme")
    return settings, Frame(
        theme={name: value for name, value in (theme or {}).items() if name not in _NOT_OF_THE_THEME}
        if isinstance(theme, dict)
        else {},
        nav=None if config.nav is None else tuple(config.nav),
        markdown_extensions={name: dict(config.mdx_configs.get(name) or {}) for name in config.markdown_extensions},
        others={name: raw[name] for name in _OTHERS if raw.get(name) is not None},
        directories=config.use_directory_urls,
        own_files=_own_files(config, settings),
        overrides=config.theme.custom_dir,
        site_dir=str(Path(config.site_dir).absolute()),
        unknown=(
            *(f"the plugin {name}" for name in config.plugins if name not in _KNOWN_PLUGINS),
            *(f"the hook {name}" for name in config.hooks),
        ),
    )


def _own_files(config: MkDocsConfig, settings: Settings) -> tuple[str, ...]:
    """Name the files that MkDocs itself would publish of those that are neither briefings nor the machine's."""
    left_out = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
    published = {file.src_uri for file in get_files(config) if file.inclusion not in left_out}
    return tuple(path for path in own_files(root_of(config), settings) if path in published)
