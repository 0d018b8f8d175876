"""Wishes, and what briefgen is installed from -> the files of a new site, all but the drafted example."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from briefgen.files.tools import TOOLS
from briefgen.files.tools.offered import files_for
from briefgen.model.settings import Settings
from briefgen.rendering.inert import inert
from briefgen.rendering.labels.tables import tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from briefgen.starting.origin import Origin
    from briefgen.starting.wishes import Wishes

EXAMPLE = "seeds/example-truck-charge.md"
LOCK = "requirements.txt"
_DATA = files("briefgen.starting") / "files"
_LOCK_HEAD = """\
# Everything that briefgen needs, each package with its version and its hashes: pip installs these bytes or nothing.
# It comes with briefgen and is a whole that was tested together; briefgen itself is named in briefgen.txt.
"""
_NO_URL = "!ENV [SITE_URL, null]"


def site_files(wishes: Wishes, origin: Origin, settings: Settings | None = None) -> dict[str, bytes]:
    """Give the files of a new site.

    Args:
        wishes: What the site is to be.
        origin: What it installs briefgen from.
        settings: What editors' programs have to know of the site; by default those of a new one.

    Returns:
        From each path, with forward slashes, to its bytes, the same for the same arguments; without the README, which
        names what was drafted from the example.
    """
    found = {
        ".gitattributes": _read("gitattributes"),
        ".gitignore": _read("gitignore"),
        "briefgen.txt": origin.requirement.encode(),
        "content/about.md": _read(f"{wishes.language}/about.md"),
        LOCK: _LOCK_HEAD.encode() + _lock(),
    }
    found |= {
        file.path: file.text.encode() for tool in TOOLS for file in files_for(tool, settings or settings_of(wishes))
    }
    # git keeps no empty folder.
    found |= {EXAMPLE: _read("example.md")} if wishes.example else {"seeds/.gitkeep": b""}
    if wishes.workflow:
        found |= dict(_tree(_DATA / "github", ".github"))
    if origin.wheel is not None:
        name, data = origin.wheel
        found[f"wheels/{name}"] = data
    elif not origin.complete:
        found["wheels/.gitkeep"] = b""
    return found | {"mkdocs.yml": mkdocs_yml(wishes)}


def renewed_later(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give those of a new site's files that a newer briefgen may renew: articles and content are people's from the first."""
    return {path: data for path, data in files.items() if not path.startswith(("seeds/", "content/"))}


def readme(wishes: Wishes, drafted: tuple[str, ...]) -> bytes:
    """Write the README of a new site, in its language.

    Args:
        wishes: What the site is to be.
        drafted: The paths of what was drafted from the example, the briefing's first.
    """
    language = wishes.language
    publish = _read(f"{language}/publish-{'github' if wishes.workflow else 'elsewhere'}.md").decode()
    example = b""
    if drafted:
        briefing, last_draft = drafted
        example = _filled(f"{language}/example-told.md", seed=EXAMPLE, briefing=briefing, last_draft=last_draft)
    return _filled(
        f"{language}/README.md.template",
        title=inert(wishes.name),
        example=example.decode(),
        publish=publish.strip(),
    )


def settings_of(wishes: Wishes) -> Settings:
    """Give the settings that the site's mkdocs.yml stands for."""
    return Settings(language=wishes.language, site_name=wishes.name, site_url=wishes.url)


def mkdocs_yml(wishes: Wishes) -> bytes:
    """Write the settings of a new site."""
    return _filled(
        f"{wishes.language}/mkdocs.yml.template",
        name=_quoted(wishes.name),
        url=_NO_URL if wishes.url is None else _quoted(wishes.url),
        **{key: _quoted(text) for key, text in _titles(wishes.language).items()},
    )


def _titles(language: str) -> dict[str, str]:
    """Give the titles of the pages that briefgen makes, as they stand on these pages."""
    return {f"title_{name}": str(text) for name, text in tables_of(language)["titles"].items()}


def _quoted(text: str) -> str:
    """Write a text as a YAML value: JSON's quotes mean the same there, and nothing in them means anything else."""
    return json.dumps(text, ensure_ascii=False)


def _filled(template: str, /, **values: str) -> bytes:
    # A value is put in and not looked at again, so that `$name` in a site's name stays that.
    return Template(_read(template).decode()).substitute(values).encode()


def _read(name: str) -> bytes:
    return (_DATA / name).read_bytes()


def _lock() -> bytes:
    """Read briefgen's own lock: the wheel carries it; in a checkout it lies in the root."""
    carried = _DATA / LOCK
    return carried.read_bytes() if carried.is_file() else (Path(__file__).parents[2] / LOCK).read_bytes()


def _tree(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """Give every file below a folder of the data, in the order of their names."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        below = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _tree(entry, below)
        else:
            yield below, entry.read_bytes()
