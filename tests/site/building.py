"""Builds sites as `mkdocs build` does, within this process, and reads what it wrote."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner
from mkdocs.__main__ import cli

from briefgen.errors import ContentError
from briefgen.files.front_matter import read_briefing
from briefgen.model.briefing import items_of

if TYPE_CHECKING:
    from collections.abc import Mapping

SAMPLE = Path(__file__).parent / "sample"
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build printed, how it ended, and where it wrote."""

    status: int
    output: str
    site: Path

    def text(self, path: str) -> str:
        """Give a file of the site."""
        return (self.site / path).read_text(encoding="utf-8")

    def files(self) -> tuple[str, ...]:
        """Give the paths of all files of the site, sorted."""
        return tuple(sorted(path.relative_to(self.site).as_posix() for path in self.site.rglob("*") if path.is_file()))


def build(config_file: Path, site: Path, *options: str) -> Built:
    """Build the site of a configuration into a folder."""
    result = CliRunner().invoke(cli, ["build", "--config-file", str(config_file), "--site-dir", str(site), *options])
    output = result.output + (repr(result.exception) if result.exception else "")
    return Built(status=result.exit_code, output=output, site=site)


def write_site(root: Path, briefings: Mapping[str, str], plugin: Mapping[str, object] | None = None) -> Path:
    """Write a small site: a configuration with the project's own theme, the briefings by their ids, and their sources.

    A source is an article made of the quotes that rest on it.

    Returns:
        Its mkdocs.yml.
    """
    folder = root / "content" / "briefings"
    folder.mkdir(parents=True, exist_ok=True)
    (root / "seeds").mkdir(exist_ok=True)
    for name, text in briefings.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
        _write_sources(root, name, text)
    config = root / "mkdocs.yml"
    nav = ["index.md", "briefings/index.md", "actors/index.md", "topics/index.md", "watch.md", "questions.md"]
    config.write_text(
        json.dumps(
            {
                "site_name": "Test desk",
                "site_url": "https://desk.example/",
                "docs_dir": "content",
                "theme": {"name": "material", "font": False},
                "nav": nav,
                "plugins": ["search", {"briefgen": dict(plugin or {})}],
            }
        ),
        encoding="utf-8",
    )
    return config


def _write_sources(root: Path, name: str, text: str) -> None:
    try:
        briefing = read_briefing(f"{name}.md", text).briefing
    except ContentError:
        return  # a test of mistakes: nothing is built from it
    quotes = dict.fromkeys(evidence.quote for item in items_of(briefing) for evidence in item.evidence)
    for source in briefing.sources:
        with (root / source.file).open("a", encoding="utf-8") as article:
            article.write("".join(f"{quote}\n\n" for quote in quotes))


class Elements(HTMLParser):
    """Collects a page's elements, in order, with their attributes and how deep they stand."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note that an element ends."""
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Note words that a reader sees."""
        if not {"script", "style"} & set(self._open):
            self.words.append(data)

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        """Give the attributes of each element of these names."""
        return [attributes for tag, attributes in self.found if tag in tags]
