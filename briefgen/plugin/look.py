"""Style sheets and scripts of briefgen -> a site's configuration, before its own, which so have the last word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader
from mkdocs.config.config_options import ExtraScriptValue

from briefgen.errors import BriefgenError
from briefgen.plugin.settings import root_of, settings_of
from briefgen.rendering.environment import environment, labels_of
from briefgen.rendering.labels import read_labels

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

_STYLES = (
    "fonts",
    "tokens",
    "frame",
    "masthead",
    "type",
    "icons",
    "items",
    "briefing",
    "across",
    "home",
    "watch",
    "calendar",
    "filter",
    "find",
    "print",
)
_SCRIPTS = ("frame", "today", "cite", "filter", "find")


def add_look(config: MkDocsConfig) -> None:
    """Add each style sheet and script once; a site that names one itself decides where it stands."""
    styles = [f"assets/briefgen/{name}.css" for name in _STYLES]
    config.extra_css[:0] = [style for style in styles if style not in config.extra_css]
    known = {str(script) for script in config.extra_javascript}
    scripts = []
    for address in (f"assets/briefgen/{name}.js" for name in _SCRIPTS):
        if address not in known:
            script = ExtraScriptValue(address)
            script.defer = True
            scripts.append(script)
    config.extra_javascript[:0] = scripts


def add_words(theme: Environment, config: MkDocsConfig) -> None:
    """Give the theme's templates `b_label`, which says a label in the site's language and in its own words.

    Args:
        theme: Of the theme's templates, in which nothing is escaped by itself: a label comes as inert markup.
        config: The site's.
    """
    try:
        settings = settings_of(config)
        own = None if settings.templates is None else FileSystemLoader(root_of(config) / settings.templates)
        labels = labels_of(environment(own, settings.language))
    except BriefgenError:  # a preview shows it on its pages; a build has stopped
        labels = read_labels()
    theme.globals["b_label"] = labels.say
