"""Where pages lie and how one links to another."""

from __future__ import annotations

import re
from functools import lru_cache
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
FILTERS = "filters.json"
FIND = "find.md"
DATA_SCHEMA = "briefings.schema.json"
BRIEFING_SCHEMA = "briefing.schema.json"
LLMS = "llms.txt"
SITE_CARD = "cards/site.png"

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


def actors_by_letter_path(letter: str, number: int = 1) -> str:
    """Give the page of the actors whose slugs begin with a letter, or the second, the third … of them."""
    return f"actors/a-z/{letter}{'' if number == 1 else f'-{number}'}.md"


def topic_path(slug: str) -> str:
    """Give the page of a topic."""
    return f"topics/{slug}.md"


def older_path(path: str, number: int) -> str:
    """Give the page of older briefings, counted from the oldest, beside the page of an actor or a topic."""
    return f"{path.removesuffix('.md')}/older-{number}.md"


def briefing_data(briefing_id: str) -> str:
    """Give the JSON of a briefing."""
    return f"briefings/{briefing_id}.json"


def briefing_card(briefing_id: str) -> str:
    """Give the picture that links to a briefing are shown with."""
    return f"cards/briefings/{briefing_id}.png"


def topic_card(slug: str) -> str:
    """Give the picture that links to a topic are shown with."""
    return f"cards/topics/{slug}.png"


def topic_atom(slug: str) -> str:
    """Give the Atom feed of a topic."""
    return f"topics/{slug}.xml"


def topic_json_feed(slug: str) -> str:
    """Give the JSON Feed of a topic."""
    return f"topics/{slug}.json"


def topic_calendar(slug: str) -> str:
    """Give the calendar of a topic."""
    return f"topics/{slug}.ics"


@lru_cache(maxsize=32_768)  # each briefing is linked from some ten pages
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
    slash = "/" if not there or there.endswith("/") else ""
    folder, _, name = there.removesuffix("/").rpartition("/")
    if f"{base}/".startswith(f"{folder}/{name}/".lstrip("/")):  # the page itself, or one that it lies under
        return relpath("/" + there, "/" + base) + slash
    way = _way(folder, base)
    return f"{name}{slash}" if way == "." else f"{way}/{name}{slash}"


@lru_cache(maxsize=4096)  # a page has hundreds of links to the same few folders
def _way(folder: str, base: str) -> str:
    return relpath("/" + folder, "/" + base)


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
