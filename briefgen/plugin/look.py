"""Style sheets and scripts of briefgen -> a site's configuration, before its own, which so have the last word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.structure.files import File

from briefgen.errors import BriefgenError
from briefgen.plugin.settings import root_of, settings_of
from briefgen.rendering.environment import environment, labels_of
from briefgen.rendering.labels import read_labels
from briefgen.rendering.look import SCRIPT, STYLE

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def add_look(config: MkDocsConfig) -> None:
    """Add the one style sheet and the one script that all of them are joined in, so that a page asks for two files, not twenty.

    They come before the site's own, which so have the last word. What a site names itself stays a file of its own, where the
    site has it.
    """
    if STYLE.path not in config.extra_css:
        config.extra_css.insert(0, STYLE.path)
    if SCRIPT.path not in map(str, config.extra_javascript):
        script = ExtraScriptValue(SCRIPT.path)
        script.defer = True
        config.extra_javascript.insert(0, script)


def join_look(files: Files, config: MkDocsConfig, folder: Path) -> None:
    """Put the joined files in the place of their parts; a part that the site or its theme overrides is taken from there.

    Args:
        files: MkDocs', the theme's among them.
        config: The site's.
        folder: Where to write the joined files.
    """
    named = {*config.extra_css, *map(str, config.extra_javascript)}
    for joined, parts, between in (STYLE, SCRIPT):
        texts: list[str] = []
        for path in parts:
            part = None if path in named else files.get_file_from_path(path)
            if part is not None:
                texts.append(part.content_string)
                files.remove(part)
        if files.get_file_from_path(joined) is not None:
            continue  # the site has one of its own
        place = folder / joined
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(between.join(texts), encoding="utf-8")
        file = File.generated(config, joined, abs_src_path=str(place))
        file.generated_by = "briefgen"
        files.append(file)


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
