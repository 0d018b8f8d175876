"""A built site -> the index of the page that finds, by Pagefind, where that extra is installed.

Pagefind reads what it is given: of each briefing the text of its page as it was built, evidence included, and what it is
filtered by, from the site itself. Its index is cut into pieces, of which a reader loads the few that a search needs.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from briefgen.rendering import addresses
from briefgen.rendering.inert import clean_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.structure.files import File

    from briefgen.model.settings import Settings
    from briefgen.model.site import Marked, Site

_LOG = get_plugin_logger("briefgen")

BUNDLE = "pagefind"
"""The folder of the index, from the root of the site."""
# What every page has and nobody looks for, and what is another briefing's or was wrong. By classes: what keeps things from the
# theme's search, the evidence among them, is not on a built page any more.
_LEFT_OUT = (
    ".headerlink",
    "nav",
    "button",
    ".b-evidence summary",
    ".b-from",
    ".b-facts",
    ".b-trail",
    ".b-label",
    ".b-banner",
    ".b-made",
    ".b-foot",
    ".b-tag",
    ".b-key",
    ".b-empty",
    ".b-file",
    ".b-attributed",
    "#b-corrections",
    ".b-corrections",
    "#b-about",
    ".b-about",
    "#b-related",
    ".b-related",
)
_NOT_OURS = ("pagefind-*ui*", "pagefind-highlight.js")
"""Interfaces that Pagefind brings: the page has its own."""


def is_there(settings: Settings) -> bool:
    """Tell whether a site has the page that finds."""
    return settings.find and find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None


def write_find_index(site_dir: Path, site: Site, ours: Iterable[File], language: str) -> None:
    """Write the index into a built site.

    Args:
        site_dir: The folder of the built site.
        site: What the pages were made from.
        ours: MkDocs' files of briefgen's pages.
        language: Of the site: it says how words are brought back to their stems.

    Raises:
        PluginError: Pagefind failed; the site is there, and its page that finds says that it has no index.
    """
    files = {file.src_uri: file.dest_uri for file in ours}
    topics = _topics(site)
    with tempfile.TemporaryDirectory(prefix="briefgen-find-") as folder:
        for marked in site.briefings:
            built = files.get(addresses.briefing_path(marked.briefing.id))
            if built is None:
                continue
            page = Path(folder, built)
            page.parent.mkdir(parents=True, exist_ok=True)
            text = Path(site_dir, built).read_text(encoding="utf-8")
            page.write_text(found_page(text, marked, topics, language), encoding="utf-8")
        bundle = Path(site_dir, BUNDLE).resolve()
        shutil.rmtree(bundle, ignore_errors=True)
        command = [sys.executable, "-m", "pagefind", "--quiet", "--site", folder, "--output-path", str(bundle)]
        command += [part for selector in _LEFT_OUT for part in ("--exclude-selectors", selector)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own arguments
        if done.returncode:
            raise PluginError(f"pagefind: {done.stderr.strip() or done.stdout.strip()}")
    for pattern in _NOT_OURS:
        for file in bundle.glob(pattern):
            file.unlink()
    _LOG.info("Made the index of the page that finds")


def found_page(page: str, marked: Marked, topics: Mapping[str, Iterable[str]], language: str) -> str:
    """Give a page for Pagefind to read: the text of a built page, and what it is filtered by.

    Args:
        page: The built page's HTML.
        marked: Its briefing.
        topics: From the id of each briefing to its topics as the site spells them.
        language: Of the site.
    """
    begin = page.find("<article")
    end = page.find("</article>", begin)
    text = page[begin:end] + "</article>" if 0 <= begin < end else ""
    title = escape(clean_title(marked.briefing.title))
    # Left out of the text, and read for what it is filtered by all the same.
    told = "".join(f'<i data-pagefind-filter="{name}">{escape(value)}</i>' for name, value in _filters(marked, topics))
    date = marked.briefing.date
    dated = f'<i data-pagefind-meta="date">{date}</i><i data-pagefind-sort="date">{date}</i>' if date else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><title>{title}</title></head>'
        f'<body><div data-pagefind-body><div data-pagefind-ignore><i data-pagefind-meta="title">{title}</i>'
        f'<i data-pagefind-meta="status">{marked.briefing.status}</i>{dated}{told}</div>{text}</div></body></html>\n'
    )


def _filters(marked: Marked, topics: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    briefing = marked.briefing
    for topic in topics.get(briefing.id, ()):
        yield "topic", topic
    for name in dict.fromkeys(clean_title(actor.name) for actor in briefing.actors):
        yield "actor", name
    for kind in dict.fromkeys(takeaway.kind for takeaway in briefing.takeaways):
        yield "kind", kind
    yield "status", briefing.status
    if briefing.date:
        yield "year", f"{briefing.date.year:04d}"


def _topics(site: Site) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for topic in site.topics:
        for marked in topic.briefings:
            found.setdefault(marked.briefing.id, []).append(clean_title(topic.name))
    return found
