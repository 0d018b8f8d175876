"""mkdocs.yml -> Settings, for MkDocs and for the command line alike."""

from __future__ import annotations

import glob
import logging
import os
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup
from mkdocs.config import base, load_config
from mkdocs.config import config_options as c
from mkdocs.exceptions import MkDocsException

from briefgen.errors import SettingsError
from briefgen.files.own_fields import declared_fields
from briefgen.model.settings import Settings
from briefgen.plugin.folders import line_at, place_of, refuse_folders, refuse_missing_seeds
from briefgen.plugin.policy import allowed

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_DEFAULTS = Settings()
# How MkDocs begins its refusal of a value.
_VALUE = re.compile(r"Config value '(\w+)'")
_OPTION = re.compile(r"Plugin '([\w/-]+)' option '(\w+)'")


class BriefgenConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs' hook for subclasses has no types
    """What stands under `plugins: - briefgen:`; `Settings` says what each means."""

    seeds = c.Type(str, default=_DEFAULTS.seeds)
    language_model = c.Type(str, default=_DEFAULTS.language_model)
    unreviewed = c.Choice(("show", "preview"), default=_DEFAULTS.unreviewed)
    templates = c.Optional(c.Type(str))
    cache = c.Type(bool, default=_DEFAULTS.cache)
    social_cards = c.Type(bool, default=_DEFAULTS.social_cards)
    fields = c.Type(dict, default={})
    find = c.Type(bool, default=_DEFAULTS.find)
    content_security_policy = c.Type((bool, dict), default=True)


def load_settings(config_file: Path, *, articles: bool = False) -> Settings:
    """Read a site's settings through MkDocs' own configuration, so that `!ENV` and `INHERIT` work.

    Args:
        config_file: The site's mkdocs.yml.
        articles: Whether the folder of articles has to be there.

    Raises:
        SettingsError: It is missing or wrong, with MkDocs' own words, or does not list briefgen among its plugins.
    """
    config = loaded(config_file)
    settings = settings_of(config)
    if articles:
        refuse_missing_seeds(config, root_of(config), settings.seeds)
    return settings


def loaded(config_file: Path) -> MkDocsConfig:
    """Have MkDocs load a configuration.

    Raises:
        SettingsError: It is missing or wrong, with MkDocs' own words.
    """
    if not os.path.exists(config_file):  # noqa: PTH110  # Path.exists raises for a name that no file can have
        raise SettingsError(
            f"{config_file}: expected the settings of a site, found no such file; {_elsewhere(config_file)}"
        )
    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        return load_config(str(config_file))
    except (MkDocsException, SystemExit) as error:
        told = "; ".join(heard.errors) or str(error)
        raise SettingsError(f"{_at(config_file, told)}: {told}") from error
    except OSError as error:
        raise SettingsError(f"{config_file}: cannot be read: {error.strerror or error}") from error
    finally:
        logger.removeHandler(heard)


def _elsewhere(config_file: Path) -> str:
    """Say where a site is, seen from a folder that has none: above it, or in the one folder of it that has."""
    name = config_file.name
    here = config_file.absolute().parent
    try:
        above = next((folder for folder in here.parents if (folder / name).is_file()), None)
        below = [file.parent.name for file in here.glob(f"*/{glob.escape(name)}")]
    except (OSError, ValueError):  # a name that no file can have
        above, below = None, []
    if above is not None:
        place = shlex.quote(os.path.relpath(above, here))
        return f"there is one above: go to its folder with `cd {place}`, or name it with `briefgen -f {place}`"
    if len(below) == 1:
        return f"there is one in {below[0]}: go to its folder with `cd {shlex.quote(below[0])}`"
    return "go to the site's folder, name its file with `briefgen -f`, or begin a site with `briefgen new`"


def _at(config_file: Path, told: str) -> str:
    """Name the line of the first setting that MkDocs' words speak of; they end with that of the plugin."""
    value, option = _VALUE.search(told), _OPTION.search(told)
    if option and value and value[1] == "plugins":
        return line_at(config_file, "plugins", option[1], option[2])
    return line_at(config_file, value[1]) if value else str(config_file)


def settings_of(config: MkDocsConfig) -> Settings:
    """Give the settings that a loaded configuration holds.

    Raises:
        SettingsError: briefgen is not among the plugins, the content lies outside the folder of mkdocs.yml, or a setting is
            unknown or names a folder that cannot be used.
    """
    root = root_of(config)
    options = getattr(config.plugins.get("briefgen"), "config", None)
    if not isinstance(options, BriefgenConfig):
        raise SettingsError(f"{config.config_file_path}: expected briefgen under plugins, found none: add `- briefgen`")
    # As the root: the folder of mkdocs.yml may have been reached through a link (`briefgen -f`).
    above, name = os.path.split(config.docs_dir)
    content = os.path.relpath(os.path.join(os.path.realpath(above), name), root)  # noqa: PTH118  # as `relpath` takes it
    if content.startswith(".."):
        raise SettingsError(
            f"{place_of(config.config_file_path, 'docs_dir')}: expected a folder below {root}, found {config.docs_dir}"
        )
    known = [name for name, _ in BriefgenConfig._schema]  # noqa: SLF001  # MkDocs gives the names nowhere else
    for name in options:
        if name not in known:  # MkDocs only warns: a misspelt setting would silently be none
            expected = ", ".join(known)
            place = line_at(config.config_file_path, "plugins", "briefgen", name)
            raise SettingsError(f"{place}: plugins: briefgen: expected one of {expected}, found {name}")
    refuse_folders(config, root, seeds=options.seeds, templates=options.templates)
    file = str(config.config_file_path)

    def at(name: str, value: object) -> str:
        # What can be wrong only where it is set: the file need not be read again for what is not.
        return line_at(file, "plugins", "briefgen", name) if isinstance(value, dict) and value else file

    policy = allowed(options.content_security_policy, at("content_security_policy", options.content_security_policy))
    fields = declared_fields(options.fields, f"{at('fields', options.fields)}: plugins: briefgen: fields")
    return Settings(
        content=Path(content).as_posix(),
        seeds=options.seeds,
        language_model=options.language_model,
        unreviewed="preview" if options.unreviewed == "preview" else "show",
        templates=options.templates,
        cache=options.cache,
        find=options.find,
        social_cards=options.social_cards,
        content_security_policy=None if policy is None else tuple(policy.items()),
        language=language_of(config),
        fields=fields,
        # Markup in templates (`on_env`), the plain name everywhere else.
        site_name=name.unescape() if isinstance(name := config.site_name, Markup) else name,
        site_description=config.site_description or None,
        site_url=config.site_url or None,
    )


class _Heard(logging.Handler):
    """Keeps the errors that MkDocs only logs."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.errors.append(record.getMessage())


def language_of(config: MkDocsConfig) -> str:
    """Give the language of the interface: the theme's."""
    return str(config.theme.get("language") or _DEFAULTS.language)


def root_of(config: MkDocsConfig) -> Path:
    """Give the folder of mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()
