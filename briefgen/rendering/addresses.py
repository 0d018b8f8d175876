"""Where pages lie and how one links to another."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath, relpath, split
from urllib.parse import quote, unquote, urlsplit

HOME = "index.md"
BRIEFINGS = "briefings/index.md"
ACTORS = "actors/index.md"
TOPICS = "topics/index.md"
WATCH = "watch.md"
QUESTIONS = "questions.md"
ATOM = "feed.xml"
JSON_FEED = "feed.json"
CALENDAR = "watch.ics"
DATA = "briefings.json"

SCHEMES = frozenset(["http", "https", "mailto"])
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_UNSAFE = re.compile("[\x00-\x20\x7f-\xa0\\\\\"'<>`{}|^\u2028\u2029\ud800-\udfff]")


def briefing_path(briefing_id: str) -> str:
    """Give the page of a briefing."""
    return f"briefings/{briefing_id}.md"


def is_reserved(briefing_id: str) -> bool:
    """Tell whether a briefing of that id would take the page that lists them all."""
    return briefing_id in {"index", "readme"}


def actor_path(slug: str) -> str:
    """Give the page of an actor."""
    return f"actors/{slug}.md"


def topic_path(slug: str) -> str:
    """Give the page of a topic."""
    return f"topics/{slug}.md"


def site_address(path: str, *, directories: bool = True) -> str:
    """Give the address of a page or file from the root of the site, without a leading slash.

    Args:
        path: From the root of the content: `actors/index.md`, `feed.xml`.
        directories: Whether the site's addresses are folders (`actors/`) or files (`actors/index.html`).
    """
    if not path.endswith(".md"):
        return quote(path)
    stem = path.removesuffix(".md")
    folder, name = split(stem)
    if name == "README":  # MkDocs takes it for the folder's index
        stem, name = join(folder, "index"), "index"
    if not directories:
        return quote(f"{stem}.html")
    return quote(stem.removesuffix("index") if name == "index" else f"{stem}/")


def relative_address(target: str, *, here: str, directories: bool = True) -> str:
    """Give the address of `target` as a link on the page `here`; both are paths from the root of the content."""
    there = site_address(target, directories=directories)
    base = dirname(site_address(here, directories=directories))
    address = relpath("/" + there, "/" + base)
    return f"{address}/" if not there or there.endswith("/") else address


def target_path(link: str, *, here: str) -> str | None:
    """Give the path from the root of the content that a relative Markdown link on the page `here` points to.

    None where it leaves the content or is no such link.
    """
    if link.startswith(("/", "#", "?")) or _SCHEME.match(link) or _UNSAFE.search(link):
        return None
    path = normpath(join(dirname(here), unquote(link)))
    return None if path.startswith(("..", "/")) else path


def safe_url(url: str | None) -> str | None:
    """Give an address that may stand in a link; None for any scheme but http, https and mailto.

    Browsers drop tabs, newlines and leading controls before they read a scheme, and take backslashes for slashes: an
    address with such a character is refused rather than repaired.
    """
    if url is None or _UNSAFE.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in SCHEMES or (scheme != "mailto" and not parts.netloc):
        return None
    return url
