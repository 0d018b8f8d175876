"""A built site -> the index of the page that finds, by Pagefind, where that extra is installed.

Pagefind reads what it is given: of each briefing the text of its page as it was built, evidence included. Its index is cut
into pieces, of which a reader loads the few that a search needs. What briefings are filtered by lies beside them.
"""

from __future__ import annotations

import gzip
import json
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
from briefgen.rendering.filters import facets
from briefgen.rendering.inert import clean_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.files import File

    from briefgen.model.settings import Settings
    from briefgen.model.site import Marked, Site
    from briefgen.rendering.labels import Labels

_LOG = get_plugin_logger("briefgen")

BUNDLE = "pagefind"
"""The folder of the index, from the root of the site."""
FACETS = "facets.json"
"""In that folder: what briefings are found by beside their words."""
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
    ".b-unproved",
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


def is_there(settings: Settings, site: Site) -> bool:
    """Tell whether a site has the page that finds: one without briefings has not, since Pagefind fails on nothing."""
    return (
        settings.find
        and bool(site.briefings)
        and find_spec("pagefind") is not None
        and find_spec("pagefind_bin") is not None
    )


def write_find_index(site_dir: Path, site: Site, ours: Iterable[File], language: str, labels: Labels) -> None:
    """Write the index into a built site.

    Args:
        site_dir: The folder of the built site.
        site: What the pages were made from.
        ours: MkDocs' files of briefgen's pages.
        language: Of the site: it says how words are brought back to their stems.
        labels: They tell apart actors of one name.

    Raises:
        PluginError: Pagefind failed; the site is there, and its page that finds says that it has no index.
    """
    files = {file.src_uri: file.dest_uri for file in ours}
    with tempfile.TemporaryDirectory(prefix="briefgen-find-") as folder:
        for marked in site.briefings:
            built = files.get(addresses.briefing_path(marked.briefing.id))
            if built is None:
                continue
            page = Path(folder, built)
            page.parent.mkdir(parents=True, exist_ok=True)
            text = Path(site_dir, built).read_text(encoding="utf-8")
            page.write_text(found_page(text, marked, language), encoding="utf-8")
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
    # Pagefind's own filters are written in another order each time.
    (bundle / FACETS).write_text(_facets(bundle, site, labels), encoding="utf-8")
    _LOG.info("Made the index of the page that finds")


def found_page(page: str, marked: Marked, language: str) -> str:
    """Give a page for Pagefind to read: the text of a built page, and what a result shows beside it.

    Args:
        page: The built page's HTML.
        marked: Its briefing.
        language: Of the site.
    """
    begin = page.find("<article")
    end = page.find("</article>", begin)
    text = page[begin:end] + "</article>" if 0 <= begin < end else ""
    briefing = marked.briefing
    told = {"id": briefing.id, "title": clean_title(briefing.title), "status": briefing.status}
    if briefing.date:
        told["date"] = briefing.date.isoformat()
    # Left out of the text, and read all the same.
    metas = "".join(f'<i data-pagefind-meta="{name}">{escape(value)}</i>' for name, value in told.items())
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><title>{escape(told["title"])}</title></head>'
        f"<body><div data-pagefind-body><div data-pagefind-ignore>{metas}</div>{text}</div></body></html>\n"
    )


def _facets(bundle: Path, site: Site, labels: Labels) -> str:
    """Give what is found by, as JSON: of each piece of the index with a briefing's text its actors, topics, kinds and status."""
    pieces: dict[str, str] = {}
    for file in sorted((bundle / "fragment").glob("*.pf_fragment")):
        told = gzip.decompress(file.read_bytes())
        pieces[json.loads(told[told.index(b"{") :])["meta"]["id"]] = file.stem
    return facets(site, pieces, labels)
