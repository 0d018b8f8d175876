"""Style sheets and scripts of briefgen -> a site's configuration, before its own, which so have the last word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config.config_options import ExtraScriptValue

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_STYLES = ("frame", "briefing", "across", "print")
_SCRIPTS = ("today",)


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
