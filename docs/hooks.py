"""MkDocs' events -> the documentation in briefgen's own look, with its policy, and links that work here and in the repository.

The pages lie in `docs/pages/` and are read on GitHub as well: there a link to another file of the repository is relative to the
page. Here such a link leads to where that file is published, or the build stops and says that it is not.
"""

# ruff: noqa: INP001  # MkDocs loads this file by its path

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from briefgen.plugin.look import add_look, add_words, join_look
from briefgen.plugin.policy import with_policy

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
_THEME = ROOT / "briefgen" / "theme"
_PAGES = "docs/pages/"
PAGES = {
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
    "briefgen/README.md": "house.md",
}
"""Pages that lie elsewhere in the repository, from their files to their places here."""
_COPIED = ("schemas/**/*.json",)
"""Other files that pages link to: they keep their paths."""
_FENCE = re.compile(r"^(```+|~~~+)[^\n]*\n.*?^\1\s*$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"(\]\()([^()\s#]+)((?:#[^()\s]*)?\))")
_HOMES: dict[str, str] = {}
"""From each file of the repository that is published here to its place, in this build."""
_TEMPORARY: list[tempfile.TemporaryDirectory[str]] = []


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put briefgen's theme between the documentation's few overrides and Material."""
    if str(_THEME) not in config.theme.dirs:
        config.theme.dirs.insert(1, str(_THEME))
    add_look(config)
    # As attributes: the policy lets no style through that stands in a page.
    config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what lies elsewhere in the repository, and join the style sheets."""
    _HOMES.clear()
    _HOMES.update({_PAGES + file.src_uri: file.src_uri for file in files if _is_of(config, file)})
    for source, place in PAGES.items():
        files.append(File.generated(config, place, abs_src_path=str(ROOT / source)))
        _HOMES[source] = place
    for pattern in _COPIED:
        for path in sorted(ROOT.glob(pattern)):
            source = path.relative_to(ROOT).as_posix()
            files.append(File.generated(config, source, abs_src_path=str(path)))
            _HOMES[source] = source
    folder: tempfile.TemporaryDirectory[str] = tempfile.TemporaryDirectory(prefix="briefgen-docs-")
    _TEMPORARY.append(folder)
    join_look(files, config, Path(folder.name))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the theme the words of its labels."""
    del files
    add_words(env, config)
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead links to files of the repository to where they stand here; code is left as it is."""
    del config, files
    place = page.file.src_uri
    source = next((source for source, home in _HOMES.items() if home == place), _PAGES + place)
    made: list[str] = []
    at = 0
    for fence in _FENCE.finditer(markdown):
        made += [_with_links(markdown[at : fence.start()], source, place), fence[0]]
        at = fence.end()
    return "".join([*made, _with_links(markdown[at:], source, place)])


@event_priority(-100)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give a page its Content-Security-Policy."""
    del page, config
    return with_policy(output, {})


@event_priority(-100)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Give the theme's own pages theirs."""
    del config
    return with_policy(output_content, {}) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Remove what was made on the way."""
    del config
    while _TEMPORARY:
        _TEMPORARY.pop().cleanup()


def _is_of(config: MkDocsConfig, file: File) -> bool:
    """Tell a file of the documentation's folder from one of the theme."""
    return file.src_dir is not None and Path(file.src_dir) == Path(config.docs_dir)


def _with_links(text: str, source: str, place: str) -> str:
    def home(found: re.Match[str]) -> str:
        target = normpath(join(dirname(source), found[2]))
        here = _HOMES.get(target)
        if ":" in found[2] or here is None:
            return found[0]
        return f"{found[1]}{relpath(here, dirname(place) or '.')}{found[3]}"

    return _LINK.sub(home, text)
